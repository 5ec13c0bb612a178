//! A page with one piece of the interface on it, and what a person does on it.
//!
//! Not here: what is expected of the pieces.

use std::sync::{Arc, Mutex};

use js_sys::{Function, Promise};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// A page with one piece on it, which goes with the test.
pub struct Page {
    host: HtmlElement,
    _piece: Box<dyn std::any::Any>,
}

impl Page {
    pub fn of<View>(piece: impl FnOnce() -> View + 'static) -> Self
    where
        View: IntoView + 'static,
    {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let handle: UnmountHandle<_> = mount_to(host.clone(), piece);
        Self {
            host,
            _piece: Box::new(handle),
        }
    }

    pub fn find(&self, selector: &str) -> Option<Element> {
        self.host.query_selector(selector).unwrap()
    }

    pub fn count(&self, class: &str) -> u32 {
        self.host.get_elements_by_class_name(class).length()
    }

    pub fn input(&self, selector: &str) -> HtmlInputElement {
        self.find(selector)
            .expect("the field is there")
            .unchecked_into()
    }

    pub fn click(&self, selector: &str) {
        let element = self.find(selector).expect("what is tapped is there");
        element.unchecked_into::<HtmlElement>().click();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// What callbacks were told, in the order in which they were told it.
#[derive(Clone)]
pub struct Shared<List>(Arc<Mutex<List>>);

impl<List: Default> Default for Shared<List> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<Told: Clone> Shared<Vec<Told>> {
    pub fn push(&self, told: Told) {
        self.0.lock().unwrap().push(told);
    }

    pub fn all(&self) -> Vec<Told> {
        self.0.lock().unwrap().clone()
    }
}

/// Puts a text into a field as a keyboard does.
pub fn type_into(field: &HtmlInputElement, text: &str, composing: bool) {
    field.set_value(text);
    let dispatch = "field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }))";
    Function::new_with_args("field, isComposing", dispatch)
        .call2(&JsValue::NULL, field, &composing.into())
        .unwrap();
}

pub fn fire(element: &Element, event: &str) {
    let dispatch = "element.dispatchEvent(new Event(event, { bubbles: true }))";
    Function::new_with_args("element, event", dispatch)
        .call2(&JsValue::NULL, element, &event.into())
        .unwrap();
}

/// Lets go of a key, as a person does who presses it.
pub fn let_go_of(element: &Element, key: &str) {
    let dispatch = "const event = { key, bubbles: true, cancelable: true };
        element.dispatchEvent(new KeyboardEvent('keyup', event));";
    Function::new_with_args("element, key", dispatch)
        .call2(&JsValue::NULL, element, &key.into())
        .unwrap();
}

/// Until the browser has told all events that were waiting, and a little longer.
pub async fn next_task() {
    wait(50).await;
}

/// So many milliseconds.
pub async fn wait(milliseconds: i32) {
    let wait = Function::new_with_args("resolve, time", "setTimeout(resolve, time)");
    let waited = Promise::new(&mut |resolve, _| {
        wait.call2(&JsValue::NULL, &resolve, &milliseconds.into())
            .unwrap();
    });
    JsFuture::from(waited).await.unwrap();
}
