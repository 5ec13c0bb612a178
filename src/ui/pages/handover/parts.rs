//! Copying a file part by part (分段复制): one button that copies the next part, and what came of it.
//!
//! Not here: cutting it (`exchange::chat_parts`).

use super::ReadOnlyText;
use super::hand::Hand;
use crate::exchange::chat_parts::ChatPart;
use crate::ui::components::{ActionRow, Button, Notice, NoticeKind, Weight};
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;

/// How far the copying is. It is a handle: copies speak of the same file.
#[derive(Clone, Copy)]
struct Copying {
    hand: Hand,
    parts: StoredValue<Arc<Vec<ChatPart>>>,
    count: usize,
    /// How many have been copied, the first ones.
    copied: RwSignal<usize>,
    /// The message that is to be copied by hand.
    by_hand: RwSignal<Option<String>>,
}

/// The parts of a file, to be copied one after the other.
#[component]
pub fn CopyParts(hand: Hand, parts: Arc<Vec<ChatPart>>) -> impl IntoView {
    let words = &texts().handing;
    let copying = Copying {
        hand,
        count: parts.len(),
        parts: StoredValue::new(Arc::clone(&parts)),
        copied: RwSignal::new(0),
        by_hand: RwSignal::new(None),
    };
    let code = parts.first().map(ChatPart::code).unwrap_or_default();
    let title = (words.parts_title)(parts.len(), &code);
    let intro = match parts.len() {
        1 => words.parts_one_intro,
        _ => words.parts_intro,
    };
    let is_begun = Memo::new(move |_| copying.copied.get() > 0);
    view! {
        <p><strong>{title}</strong></p>
        <Show when=move || !is_begun.get()>
            <p class="hint">{intro}</p>
        </Show>
        <Done copying=copying />
        <Buttons copying=copying />
        {move || copying.by_hand.get().map(|text| view! {
            <Notice kind=NoticeKind::Warning text=texts().data.copy_refused />
            <ReadOnlyText label=texts().data.copy_by_hand text=text lines=6 />
        })}
    }
}

/// Which part was copied last, and what to do with it.
#[component]
fn Done(copying: Copying) -> impl IntoView {
    let words = &texts().handing;
    let Copying { count, copied, .. } = copying;
    move || {
        let copied = copied.get();
        (copied > 0).then(|| {
            let title = (words.part_copied)(copied, count);
            let text = if copied == count {
                words.parts_all_copied
            } else {
                words.part_next
            };
            view! { <Notice kind=NoticeKind::Good title=title text=text /> }
        })
    }
}

/// The button that copies the next part, and the way back to an earlier one.
#[component]
fn Buttons(copying: Copying) -> impl IntoView {
    let words = &texts().handing;
    let Copying { count, copied, .. } = copying;
    let copy = Callback::new(move |()| copying.copy_next());
    let back = Callback::new(move |()| copied.update(|copied| *copied = copied.saturating_sub(2)));
    let again = Callback::new(move |()| copied.set(0));
    let has_next = move || copied.get() < count;
    let label = Signal::derive(move || (words.copy_part)(copied.get() + 1, count));
    view! {
        <ActionRow>
            <Show when=has_next>
                <Button label=label icon=IconName::Copy on_press=copy />
            </Show>
            <Show when=move || has_next() && (copied.get() > 1)>
                <Button label=words.earlier_part weight=Weight::Quiet on_press=back />
            </Show>
            <Show when=move || !has_next()>
                <Button label=words.again_from_first weight=Weight::Quiet on_press=again />
            </Show>
        </ActionRow>
    }
}

impl Copying {
    /// Copies the part after those that have been.
    fn copy_next(self) {
        let number = self.copied.get_untracked();
        let message = self
            .parts
            .with_value(|parts| parts.get(number).map(message));
        let Some(text) = message else { return };
        let kept = text.clone();
        self.hand.copy_text(text, move |is_copied| {
            if self.by_hand.try_set((!is_copied).then_some(kept)).is_some() {
                // The page was left meanwhile.
                return;
            }
            self.copied.set(number + 1);
            if number + 1 == self.count {
                self.hand.tell();
            }
        });
    }
}

/// A part as it stands in a chat.
fn message(part: &ChatPart) -> String {
    let head = (texts().handing.message_head)(part.number(), part.count(), part.code());
    format!("{head}\n{}", part.letters())
}
