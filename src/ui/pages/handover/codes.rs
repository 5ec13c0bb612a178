//! Showing a file as codes, one after the other (二维码连放), for the camera of another phone.
//!
//! Not here: drawing a code (`exchange::qr`), and reading codes (`scanner`).

use crate::exchange::chat_parts::ChatPart;
use crate::exchange::qr::Squares;
use crate::ui::components::{ActionRow, Button};
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long each code stands. It is long enough for the picture to be still when a camera takes it,
/// and it changes less often than three times a second, as what flickers must.
const EACH: Duration = Duration::from_millis(400);

/// Codes, one after the other, from the first again after the last.
#[component]
pub fn ShowCodes(parts: Arc<Vec<ChatPart>>) -> impl IntoView {
    let words = &texts().handing;
    let count = parts.len();
    let number = RwSignal::new(0_usize);
    let is_running = RwSignal::new(count > 1);
    let forwards = move |by: usize| number.update(|number| *number = (*number + by) % count.max(1));
    let tick = set_interval_with_handle(
        move || {
            if is_running.try_get_untracked() == Some(true) {
                forwards(1);
            }
        },
        EACH,
    );
    on_cleanup(move || {
        if let Ok(tick) = tick {
            tick.clear();
        }
    });
    let by_hand = move |by: usize| {
        Callback::new(move |()| {
            is_running.set(false);
            forwards(by);
        })
    };
    let turn = Callback::new(move |()| is_running.update(|running| *running = !*running));
    let turn_label = Signal::derive(move || {
        let word = if is_running.get() {
            words.pause
        } else {
            words.resume
        };
        word.to_owned()
    });
    view! {
        <p>{words.codes_intro}</p>
        <Code parts=parts number=number />
        <p class="code-number" aria-hidden="true">
            {move || (words.code_number)(number.get() + 1, count)}
        </p>
        <Show when=move || { count > 1 }>
            <ActionRow>
                <Button label=turn_label on_press=turn />
                <Button label=words.previous_code on_press=by_hand(count.saturating_sub(1)) />
                <Button label=words.next_code on_press=by_hand(1) />
            </ActionRow>
        </Show>
        <p class="hint">{words.brighter}</p>
    }
}

/// The code that stands now.
#[component]
fn Code(parts: Arc<Vec<ChatPart>>, number: RwSignal<usize>) -> impl IntoView {
    let words = &texts().handing;
    let count = parts.len();
    let drawn = move || {
        let code = parts.get(number.get())?;
        let squares = Squares::of(&code.letters())?;
        let side = squares.side();
        Some(view! {
            <svg
                class="code"
                role="img"
                aria-label=(words.code_label)(number.get_untracked() + 1, count)
                viewBox=format!("0 0 {side} {side}")
            >
                <path d=squares.path() />
            </svg>
        })
    };
    view! { <div class="code-frame" aria-live="off">{drawn}</div> }
}
