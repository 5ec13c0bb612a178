//! What was just done, and the way back (撤销), above the tabs.
//!
//! It lies in the frame beside the tabs, which keep their room at the end of every page: whatever
//! it is over can be scrolled out from under it, and nothing of the frame is under it. Not here:
//! how anything is undone, and the steps before the last (`pages::changes`).

use super::words;
use crate::ui::apart::apart;
use crate::ui::icons::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// How long the bar stays when nobody is in it. The way back itself does not end with it.
const STAYS: Duration = Duration::from_secs(6);

/// How long a deed that opens another page may take to do so. It is told on that page.
const LEADS_ON: Duration = Duration::from_millis(700);

/// What was just done, and the way back. It shows itself at every change of `deed`, and goes when
/// it is closed, with the page, or after six seconds in which nobody had the focus in it.
#[component]
pub fn UndoBar(
    /// What was done last, as a sentence; `None` if there is nothing to take back.
    #[prop(into)]
    deed: Signal<Option<String>>,
    /// Takes it back.
    #[prop(into)]
    on_undo: Callback<()>,
    /// Changes when another page is opened, with which the bar goes.
    #[prop(optional, into)]
    page: Signal<String>,
    /// Whether something lies over the page and the bar waits until it is gone.
    #[prop(optional, into)]
    waits: Signal<bool>,
) -> impl IntoView {
    let words = words();
    let bar = NodeRef::<html::Div>::new();
    let shown = shown_for_a_while(deed, page, waits, bar);
    // Only what is said changes from one deed to the next.
    let is_shown = Memo::new(move |_| shown.with(Option::is_some));
    let text = move || shown.get().unwrap_or_default();
    let content =
        move || {
            is_shown.get().then(|| apart(|| {
            view! {
                <div class="undo">
                    <p prop:textContent=text></p>
                    <button type="button" class="undo-button" on:click=move |_| on_undo.run(())>
                        <Icon name=IconName::Undo />
                        <span>{words.button_undo}</span>
                    </button>
                    <button
                        type="button"
                        class="undo-button"
                        aria-label=words.button_close
                        on:click=move |_| shown.set(None)
                    >
                        <Icon name=IconName::Cross />
                    </button>
                </div>
            }
        }))
        };
    view! {
        <div class="undo-place" role="status" node_ref=bar>
            {content}
        </div>
    }
}

/// The sentence that the bar shows now.
fn shown_for_a_while(
    deed: Signal<Option<String>>,
    page: Signal<String>,
    waits: Signal<bool>,
    bar: NodeRef<html::Div>,
) -> RwSignal<Option<String>> {
    let shown = RwSignal::new(None::<String>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let is_new = StoredValue::new(false);
    let stop = move || {
        if let Some(running) = timer.get_value() {
            running.clear();
        }
    };
    let show = move |text: Option<String>| {
        stop();
        let stays = text.is_some();
        shown.set(text);
        if stays {
            is_new.set_value(true);
            let is_old = move || {
                // The bar may be gone by then.
                let _ = is_new.try_update_value(|new| *new = false);
            };
            set_timeout(is_old, LEADS_ON);
            ends_later(shown, timer, bar);
        }
    };
    // What was done while something lay over the page is told once it is gone.
    let held_back = StoredValue::new(None::<Option<String>>);
    Effect::new(move |before: Option<()>| {
        let text = deed.get();
        // What was done before the page was opened is nothing to report.
        if before.is_none() {
            return;
        }
        match waits.get_untracked() {
            true => held_back.set_value(Some(text)),
            false => show(text),
        }
    });
    Effect::new(move |_| {
        if waits.get() {
            stop();
            shown.set(None);
        } else if let Some(text) = held_back.try_update_value(Option::take).flatten() {
            show(text);
        }
    });
    Effect::new(move |before: Option<String>| {
        let now = page.get();
        if before.is_some_and(|before| before != now) && !is_new.get_value() {
            stop();
            shown.set(None);
        }
        now
    });
    on_cleanup(stop);
    shown
}

/// Takes the bar away after a while. One in which the focus is then stays as long again: nobody
/// loses it, and it does not stay for good.
fn ends_later(
    shown: RwSignal<Option<String>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    bar: NodeRef<html::Div>,
) {
    let end = move || match holds_focus(bar) {
        true => ends_later(shown, timer, bar),
        false => shown.set(None),
    };
    timer.set_value(set_timeout_with_handle(end, STAYS).ok());
}

/// Whether the focus is in there.
fn holds_focus(bar: NodeRef<html::Div>) -> bool {
    let at = document().active_element();
    let bar = bar.try_get_untracked().flatten();
    bar.zip(at).is_some_and(|(bar, at)| bar.contains(Some(&at)))
}
