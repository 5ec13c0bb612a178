//! Putting a text on the clipboard, the one way out that works inside WeChat.
//!
//! Not here: telling the user that it is there.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, HtmlTextAreaElement};

use super::{PlatformError, asking};

/// How long the clipboard may take to answer, in milliseconds. Some in-app browsers never do; the
/// other way of copying must come while the browser still remembers the tap.
const PATIENCE_MS: i32 = 400;

/// Copies `text`. To be called in answer to a tap; browsers refuse it otherwise.
///
/// The clipboard of the browser is asked first; where there is none (an old in-app browser, a page
/// without https), a selected text field and the browser's own copying do it.
///
/// # Errors
/// When neither way works. The text is then to be shown, selected, for copying by hand.
pub async fn copy(text: &str) -> Result<(), PlatformError> {
    match write_to_clipboard(text).await {
        Ok(()) => Ok(()),
        Err(_) => copy_selected(text).map_err(|thrown| PlatformError::of(&thrown)),
    }
}

/// Without https there is no `clipboard`, though the type says otherwise.
async fn write_to_clipboard(text: &str) -> Result<(), PlatformError> {
    let clipboard = asking::of_navigator("clipboard").ok_or(PlatformError::Unavailable)?;
    let with = Array::of1(&text.into());
    asking::ask_in_time(&clipboard, "writeText", &with, PATIENCE_MS)
        .await
        .map(drop)
}

fn copy_selected(text: &str) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let field: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("unseen");
    let focused = document.active_element();
    // An open modal dialog makes everything outside it inert, so the field goes into it.
    let home = match document.query_selector("dialog[open]")? {
        Some(dialog) => dialog,
        None => document.body().ok_or(JsValue::NULL)?.into(),
    };
    home.append_child(&field)?;
    field.focus()?;
    field.select();
    let copied = exec_copy(&document);
    field.remove();
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Where the focus cannot go back, the text is copied all the same.
        let _ = element.focus();
    }
    if copied? {
        Ok(())
    } else {
        Err(JsValue::from_str("the browser did not copy"))
    }
}

fn exec_copy(document: &Document) -> Result<bool, JsValue> {
    let exec: Function = Reflect::get(document, &"execCommand".into())?.dyn_into()?;
    Ok(exec.call1(document, &"copy".into())?.is_truthy())
}

/// What an event of pasting brings in this form, for example `text/html`; `None` if it brings none.
pub fn pasted(event: &web_sys::Event, form: &str) -> Option<String> {
    let brought = Reflect::get(event, &"clipboardData".into()).ok()?;
    let get = Reflect::get(&brought, &"getData".into()).ok()?;
    let text = get
        .dyn_ref::<Function>()?
        .call1(&brought, &form.into())
        .ok()?;
    text.as_string().filter(|text| !text.is_empty())
}
