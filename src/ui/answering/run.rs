//! A run through the items of a page (逐项作答): how many are left, on top of the page as long as it is
//! read; the next open one comes into place after an answer; and the button to what comes next.
//!
//! The next item comes only where the answer was given by a tap, and nobody is writing: whoever
//! uses the keyboard or a screen reader goes on alone. After an answer that leaves something to be
//! put right the page stays, since the card then offers that. Not here: the items themselves.

use super::page_action::{PageAction, PageActionShown, anchor, bring_into_place};
use crate::app::state::AppState;
use crate::assessment::{Progress, Standing};
use crate::standard::ItemId;
use crate::ui::components::ProgressHead;
use crate::ui::speech::{item_name, language, texts};
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;
use std::time::Duration;

/// How long an answer is seen before the next item comes.
const SEEN: Duration = Duration::from_millis(250);

/// The id of the end of a run.
pub const END: &str = "run-end";

/// Of what a run comes to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// A basic, by its key.
    Basic(String),
    /// A star, by its key.
    Star(String),
    /// The whole quarter.
    Quarter,
}

/// A page of items.
#[component]
pub fn Run(
    /// Its items, in the order in which they stand on the page.
    items: Vec<ItemId>,
    /// How far they were looked at.
    #[prop(into)]
    progress: Signal<Progress>,
    /// What comes next once none of them is open.
    #[prop(into)]
    last: Signal<PageAction>,
    /// The cards, and the end of the run.
    children: Children,
) -> impl IntoView {
    let state = AppState::expect();
    let items = StoredValue::new(items);
    let open = Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        let open = found.map(|(pack, outcome)| outcome.open_items(&pack));
        let open = open.unwrap_or_default();
        items.with_value(|items| {
            let own = items.iter().filter(|id| open.contains(id));
            own.cloned().collect::<Vec<ItemId>>()
        })
    });
    let tapped = StoredValue::new(None::<String>);
    let answered = RwSignal::new(None::<ItemId>);
    Effect::new(move |before: Option<Vec<ItemId>>| {
        let now = open.get();
        let settled = before.and_then(|before| settled(&before, &now).cloned());
        if let Some(id) = settled {
            let is_tapped = tapped.with_value(|tapped| *tapped == Some(anchor(&id)));
            let next = items.with_value(|items| next_open(items, &now, Some(&id)).cloned());
            if is_tapped && !is_lacking(state, &id) {
                set_timeout(move || come(open, next), SEEN);
            }
            answered.set(Some(id));
        }
        now
    });
    let (language, words) = (language(), &texts().assess);
    PageActionShown::follow(move || {
        let next = open.with(|open| {
            items.with_value(|items| next_open(items, open, answered.get().as_ref()).cloned())
        });
        let named = next.zip(state.pack_in_force.get()).map(|(id, pack)| {
            let name = item_name(&pack, &id, language);
            PageAction::Item(id, (words.next_item)(name))
        });
        named.unwrap_or_else(|| last.get())
    });
    land(open, items);
    let done = Signal::derive(move || progress.get().done);
    let all = Signal::derive(move || progress.get().all);
    view! {
        <ProgressHead done=done all=all />
        <div
            class="run"
            on:pointerdown=move |event| tapped.set_value(card_of(&event))
            on:keydown=move |_| tapped.set_value(None)
        >
            {children()}
        </div>
    }
}

/// The one item that was open and is not any longer; `None` if several were settled at once.
fn settled<'a>(before: &'a [ItemId], now: &[ItemId]) -> Option<&'a ItemId> {
    let mut settled = before.iter().filter(|id| !now.contains(id));
    let first = settled.next();
    first.filter(|_| settled.next().is_none() && before.len() > now.len())
}

/// The next item that is open after this one, or what was passed over before it.
fn next_open<'a>(
    items: &'a [ItemId],
    open: &[ItemId],
    after: Option<&ItemId>,
) -> Option<&'a ItemId> {
    let place = items.iter().position(|id| Some(id) == after);
    let (passed, ahead) = items.split_at(place.map_or(0, |place| place + 1));
    ahead.iter().chain(passed).find(|id| open.contains(id))
}

/// Brings the next item into place, or the end, unless something else has happened meanwhile.
fn come(open: Memo<Vec<ItemId>>, next: Option<ItemId>) {
    let is_as_it_was = open.try_with_untracked(|open| match &next {
        Some(next) => open.contains(next),
        None => open.is_empty(),
    });
    if is_as_it_was == Some(true) && !is_writing() {
        bring_into_place(&next.map_or_else(|| END.to_owned(), |id| anchor(&id)));
    }
}

/// Where something of the page is answered already, it opens at the first item that is not.
fn land(open: Memo<Vec<ItemId>>, items: StoredValue<Vec<ItemId>>) {
    let first = open.with_untracked(|open| open.first().cloned());
    let begins = items.with_value(|items| items.first() == first.as_ref());
    let Some(first) = first.filter(|_| !begins) else {
        return;
    };
    request_animation_frame(move || {
        // Whoever came back is where they were.
        if window().scroll_y().unwrap_or_default() < 1.0
            && let Some(element) = document().get_element_by_id(&anchor(&first))
        {
            element.scroll_into_view();
        }
    });
}

/// Whether the answer leaves something to be put right.
fn is_lacking(state: AppState, id: &ItemId) -> bool {
    state.outcome.with_untracked(|outcome| {
        let result = outcome.as_ref().and_then(|one| one.indicator(id));
        result.is_some_and(|one| Standing::is_lacking(one.standing))
    })
}

/// The id of the card in which an answer was tapped.
fn card_of(event: &PointerEvent) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let is_answer = target.closest(".answer, .count-all, .button").ok()?;
    let card = is_answer?.closest("article").ok()??;
    Some(card.id())
}

/// Whether somebody is writing.
fn is_writing() -> bool {
    let at = document().active_element();
    at.is_some_and(|at| {
        let is_field = at.matches("textarea, input:not([type=radio], [type=checkbox])");
        is_field.unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<ItemId> {
        text.split_whitespace().map(ItemId::from).collect()
    }

    #[test]
    fn the_next_item_is_ahead_or_was_passed_over() {
        fn check(open: &str, after: &str, expected: Option<&str>) {
            let (items, open) = (ids("A B C D"), ids(open));
            let after = ids(after).into_iter().next();
            let found = next_open(&items, &open, after.as_ref());
            assert_eq!(found.map(|id| &*id.0), expected, "{open:?} after {after:?}");
        }

        check("A B C D", "", Some("A"));
        check("A C D", "B", Some("C"));
        check("A D", "B", Some("D"));
        check("A", "B", Some("A"));
        check("", "B", None);
    }

    #[test]
    fn one_item_is_settled_by_an_answer() {
        fn check(before: &str, now: &str, expected: Option<&str>) {
            let (before, now) = (ids(before), ids(now));
            let found = settled(&before, &now);
            assert_eq!(found.map(|id| &*id.0), expected, "{before:?} then {now:?}");
        }

        check("A B", "B", Some("A"));
        check("A B", "A B", None);
        // All at once is no step from one to the next, and neither is taking an answer back.
        check("A B C", "C", None);
        check("B", "A B", None);
    }
}
