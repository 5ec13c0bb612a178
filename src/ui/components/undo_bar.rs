//! What was just done, and the way back (撤销), above the tabs.
//!
//! Not here: how anything is undone.

use super::words;
use crate::ui::icons::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// How long the bar stays when nobody is in it. The way back itself does not end with it.
const STAYS: Duration = Duration::from_secs(20);

/// What was just done, and the way back. It shows itself at every change of `deed`, and goes when
/// it is closed, or after twenty seconds in which nobody had the focus in it.
#[component]
pub fn UndoBar(
    /// What was done last, as a sentence; nothing when there is nothing to take back.
    #[prop(into)]
    deed: Signal<Option<String>>,
    /// Takes it back.
    #[prop(into)]
    on_undo: Callback<()>,
) -> impl IntoView {
    let words = words();
    let shown = RwSignal::new(None::<String>);
    let bar = NodeRef::<html::Div>::new();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(running) = timer.get_value() {
            running.clear();
        }
    };
    Effect::new(move |before: Option<()>| {
        let text = deed.get();
        // What was done before the page was opened is nothing to report.
        if before.is_none() {
            return;
        }
        stop();
        let stays = text.is_some();
        shown.set(text);
        if stays {
            // Nobody loses a bar in which the focus is.
            let end = move || {
                if !holds_focus(bar) {
                    shown.set(None);
                }
            };
            timer.set_value(set_timeout_with_handle(end, STAYS).ok());
        }
    });
    on_cleanup(stop);
    let content = move || {
        shown.get().map(|text| {
            view! {
                <div class="undo">
                    <p prop:textContent=text></p>
                    <button type="button" class="button button-quiet" on:click=move |_| on_undo.run(())>
                        <Icon name=IconName::Undo />
                        <span>{words.button_undo}</span>
                    </button>
                    <button
                        type="button"
                        class="button button-quiet"
                        aria-label=words.button_close
                        on:click=move |_| shown.set(None)
                    >
                        <Icon name=IconName::Cross />
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="undo-place" role="status" node_ref=bar>
            {content}
        </div>
    }
}

/// Whether the focus is in there.
fn holds_focus(bar: NodeRef<html::Div>) -> bool {
    let at = document().active_element();
    let bar = bar.get_untracked();
    bar.zip(at).is_some_and(|(bar, at)| bar.contains(Some(&at)))
}
