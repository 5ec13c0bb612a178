//! What the browser answers when it does not do what was asked.
//!
//! Not here: the words for people.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::storage::{JournalError, StoreError};

/// Why the browser did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlatformError {
    /// It forbids it: a setting, a policy, private mode, or no tap of the user before.
    #[error("the browser does not allow it")]
    Denied,
    /// It has no such thing.
    #[error("the browser cannot do it")]
    Unavailable,
    /// There is no room.
    #[error("there is no room")]
    QuotaExceeded,
    /// Anything else, in the browser's own words.
    #[error("the browser failed: {message}")]
    Other {
        /// The browser's own words, for a report and not for the user.
        message: String,
    },
}

impl PlatformError {
    /// Sorts a thrown value by the name of its exception.
    #[must_use]
    pub fn of(thrown: &JsValue) -> Self {
        let Some(exception) = thrown.dyn_ref::<DomException>() else {
            return Self::Other {
                message: words_of(thrown),
            };
        };
        match exception.name().as_str() {
            "SecurityError" | "NotAllowedError" => Self::Denied,
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::QuotaExceeded,
            "NotSupportedError" => Self::Unavailable,
            name => Self::Other {
                message: format!("{name}: {}", exception.message()),
            },
        }
    }
}

impl From<PlatformError> for StoreError {
    fn from(error: PlatformError) -> Self {
        match error {
            PlatformError::Denied => Self::Denied,
            PlatformError::Unavailable => Self::Unavailable,
            PlatformError::QuotaExceeded => Self::QuotaExceeded,
            PlatformError::Other { message } => Self::Other { message },
        }
    }
}

impl From<PlatformError> for JournalError {
    fn from(error: PlatformError) -> Self {
        match error {
            PlatformError::Denied => Self::Denied,
            PlatformError::Unavailable => Self::Unavailable,
            PlatformError::QuotaExceeded => Self::QuotaExceeded,
            PlatformError::Other { message } => Self::Other { message },
        }
    }
}

fn words_of(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.to_string()))
        .or_else(|| thrown.as_string())
        .unwrap_or_else(|| "no words".to_owned())
}
