//! How the page looks: attributes of the root element, which the style sheets follow, and a cache
//! of them for the boot script, so that the next start does not flash.
//!
//! The settings document is the truth; the cache may be lost at any time. Not here: the choosing.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::PlatformError;
use crate::exchange::Language;
use crate::storage::key_value::KeyValueStore;
use crate::storage::keys::LOOK_KEY;

/// How the page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Light, dark, or as the device says.
    pub theme: Theme,
    /// 长辈模式.
    pub elder: bool,
    /// The language of the interface.
    pub language: Language,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the device says.
    System,
}

impl Look {
    /// Shows the look, and remembers it for the boot script.
    ///
    /// `data-theme` is set to `light` or `dark`, and taken away for `system`; `data-elder` is set
    /// to `true` or taken away; `lang` is set.
    ///
    /// # Errors
    /// When the browser refuses the attributes. A cache that cannot be written is no error.
    pub fn apply(self, store: &dyn KeyValueStore) -> Result<(), PlatformError> {
        if let Ok(text) = serde_json::to_string(&self)
            && store.get(LOOK_KEY).ok().flatten().as_deref() != Some(&text)
        {
            let _ = store.set(LOOK_KEY, &text);
        }
        self.set_attributes()
            .map_err(|thrown| PlatformError::of(&thrown))
    }

    fn set_attributes(self) -> Result<(), JsValue> {
        let document = web_sys::window().and_then(|window| window.document());
        let root = document
            .and_then(|document| document.document_element())
            .ok_or(JsValue::NULL)?;
        match self.theme {
            Theme::Light => root.set_attribute("data-theme", "light")?,
            Theme::Dark => root.set_attribute("data-theme", "dark")?,
            Theme::System => root.remove_attribute("data-theme")?,
        }
        if self.elder {
            root.set_attribute("data-elder", "true")?;
        } else {
            root.remove_attribute("data-elder")?;
        }
        root.set_attribute("lang", self.language.page_tag())
    }
}
