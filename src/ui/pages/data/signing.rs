//! The key by which this device signs files for others (签名钥匙): made by a tap, and deleted by one.
//!
//! Not here: signing (`exchange::signing`), and what whoever imports is told (`import`).

use crate::app::state::AppState;
use crate::exchange::signing::{SigningKey, code_of};
use crate::platform::randomness::BrowserRandomness;
use crate::ui::components::{Button, Notice, NoticeKind, Weight};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// Whether there is a key, what it is good for, and the button that makes or deletes it.
#[component]
pub fn Signing() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().sealing);
    let code = Memo::new(move |_| {
        let key = state
            .workspace
            .with(|one| SigningKey::of_settings(&one.settings));
        let code = key.and_then(|key| code_of(&key.public()));
        code.map(|code| code.to_string())
    });
    let refused = RwSignal::new(false);
    let make = Callback::new(move |()| match SigningKey::new(&BrowserRandomness) {
        Ok(key) => state.set_signing_key(Some(key.secret_text())),
        Err(_) => refused.set(true),
    });
    let drop_key = Callback::new(move |()| state.set_signing_key(None));
    let shown = move || match code.get() {
        None => view! {
            <p>{words.key_about}</p>
            <Button label=words.key_make on_press=make />
        }
        .into_any(),
        Some(code) => view! {
            <p>{(words.key_here)(code)}</p>
            <p class="hint">{words.key_moves}</p>
            <Button label=words.key_drop weight=Weight::Quiet on_press=drop_key />
        }
        .into_any(),
    };
    view! {
        <h2>{words.key_title}</h2>
        {shown}
        <Show when=move || refused.get()>
            <Notice kind=NoticeKind::Error text=words.no_randomness />
        </Show>
    }
}
