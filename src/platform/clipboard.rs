//! Putting a text on the clipboard, the one way out that works inside WeChat.
//!
//! Not here: telling the person that it is there.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, HtmlTextAreaElement};

use super::PlatformError;

/// Copies `text`. To be called in answer to a tap; browsers refuse it otherwise.
///
/// The clipboard of the browser is asked first; where there is none (an old in-app browser, a page
/// without https), a selected text field and the browser's own copying do it.
///
/// # Errors
/// When neither way works. The text is then to be shown, selected, for copying by hand.
pub async fn copy(text: &str) -> Result<(), PlatformError> {
    let modern = match write_to_clipboard(text) {
        Ok(promise) => JsFuture::from(promise).await.map(drop),
        Err(thrown) => Err(thrown),
    };
    match modern {
        Ok(()) => Ok(()),
        Err(_) => copy_selected(text).map_err(|thrown| PlatformError::of(&thrown)),
    }
}

fn write_to_clipboard(text: &str) -> Result<js_sys::Promise, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    // Without https there is no `clipboard`, though the type says otherwise.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    if clipboard.is_undefined() {
        return Err(JsValue::NULL);
    }
    Ok(clipboard
        .unchecked_into::<web_sys::Clipboard>()
        .write_text(text))
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
