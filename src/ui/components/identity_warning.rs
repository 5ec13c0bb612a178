//! A word of warning under a text that holds what looks like an identity number (身份证号).
//!
//! Not here: refusing anything. What the user writes is the user's, and is kept.

use super::words;
use crate::ledger::looks_like_identity_number;
use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// The warning, while the text gives reason for it.
#[component]
pub fn IdentityWarning(
    /// The text as it is kept.
    text: Signal<String>,
) -> impl IntoView {
    let warns = Memo::new(move |_| text.with(|text| looks_like_identity_number(text)));
    let warning = move || {
        warns.get().then(|| {
            view! {
                <p class="field-error">
                    <Icon name=IconName::Warning />
                    <span>{words().identity_warning}</span>
                </p>
            }
        })
    };
    view! { <div role="status">{warning}</div> }
}
