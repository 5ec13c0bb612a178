//! How far one has come (进度): a bar and the two numbers.
//!
//! Not here: points. Looking at something is no merit.

use super::words;
use leptos::prelude::*;

/// So many of so many were looked at.
#[component]
pub fn ProgressLine(
    /// How many were looked at.
    #[prop(into)]
    done: Signal<usize>,
    /// How many there are.
    #[prop(into)]
    all: Signal<usize>,
) -> impl IntoView {
    let words = words();
    let text = move || (words.picture_checked)(done.get(), all.get());
    view! {
        <div class="progress-line">
            <progress
                aria-label=text
                max=move || all.get().max(1).to_string()
                value=move || done.get().to_string()
            ></progress>
            <span aria-hidden="true" prop:textContent=text></span>
        </div>
    }
}

/// How many of a page are left, and a thin bar, on top of the page as long as it is read.
#[component]
pub fn ProgressHead(
    /// How many were looked at.
    #[prop(into)]
    done: Signal<usize>,
    /// How many there are.
    #[prop(into)]
    all: Signal<usize>,
) -> impl IntoView {
    let words = words();
    let text = move || match all.get().saturating_sub(done.get()) {
        0 => words.picture_all_checked.to_owned(),
        left => (words.picture_left)(left),
    };
    view! {
        <div class="progress-head">
            <span prop:textContent=text></span>
            <progress
                aria-label=move || (words.picture_checked)(done.get(), all.get())
                max=move || all.get().max(1).to_string()
                value=move || done.get().to_string()
            ></progress>
        </div>
    }
}
