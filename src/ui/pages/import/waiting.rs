//! What stands on the page while a large file is worked on (请稍等): what is being done, how far it
//! is, and the way out.
//!
//! Not here: the work.

use crate::ui::components::{ActionRow, Button};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// How far the work is. A reader hears once what is being done, and not every hundredth.
#[component]
pub fn Waiting(
    /// What is being done.
    doing: &'static str,
    /// How far it is, in hundredths.
    #[prop(into)]
    percent: Signal<u8>,
) -> impl IntoView {
    let words = &texts().files;
    let done = move || (words.percent_done)(percent.get());
    view! {
        <p role="status">{doing}</p>
        <div class="progress-line">
            <progress
                aria-label=doing
                max="100"
                value=move || percent.get().to_string()
            ></progress>
            <span aria-hidden="true" prop:textContent=done></span>
        </div>
    }
}

/// The same, with the button that ends it.
#[component]
pub fn Stoppable(
    /// What is being done.
    doing: &'static str,
    /// How far it is, in hundredths.
    #[prop(into)]
    percent: Signal<u8>,
    /// Ends it.
    on_stop: Callback<()>,
) -> impl IntoView {
    let words = &texts().files;
    view! {
        <Waiting doing=doing percent=percent />
        <ActionRow>
            <Button label=words.stop on_press=on_stop />
        </ActionRow>
    }
}
