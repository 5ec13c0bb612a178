//! A sealed file asks for its passphrase (输入口令), and opens to a file like any other.
//!
//! Not here: opening it (`exchange::sealing`), and what is inside.

use super::opener::Opener;
use crate::exchange::sealing::{Passphrase, SealedFile, UnsealingError};
use crate::ui::components::{ActionRow, Button, Notice, NoticeKind, TextField, Weight};
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long the page has to say what is being done, in milliseconds, before it stands still.
const SAID_FIRST_MS: u64 = 60;

/// How far the opening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Asking,
    Opening,
    /// It did not open.
    Refused(UnsealingError),
}

/// A sealed file that asks for its passphrase.
#[derive(Clone)]
pub struct Asked {
    /// The file.
    pub sealed: Arc<SealedFile>,
    /// What it is called, where it is one of several.
    pub name: Option<String>,
}

/// Asks for the passphrase of a file. One of several can be left, and the others go on.
#[component]
pub fn AskPassphrase(
    /// The file.
    asked: Asked,
    /// Opens what is inside.
    opener: Opener,
    /// Leaves it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let texts = texts();
    let words = &texts.sealing;
    let (stage, typed) = (RwSignal::new(Stage::Asking), RwSignal::new(String::new()));
    let Asked { sealed, name } = asked;
    let (leave, leave_label) = leaving(name.is_some(), opener, on_cancel);
    let hint = Some(sealed.hint().to_owned()).filter(|hint| !hint.is_empty());
    let open = Callback::new(move |()| {
        let sealed = Arc::clone(&sealed);
        stage.set(Stage::Opening);
        let work = move || {
            if stage.try_get_untracked() != Some(Stage::Opening) {
                return;
            }
            let passphrase = Passphrase::given(&typed.get_untracked());
            match sealed.open(&passphrase) {
                Ok(text) => opener.take_unsealed(text, passphrase),
                Err(why) => stage.set(Stage::Refused(why)),
            }
        };
        set_timeout(work, Duration::from_millis(SAID_FIRST_MS));
    });
    let wrong = Signal::derive(move || match stage.get() {
        Stage::Refused(UnsealingError::WrongPassphrase) => words.wrong_passphrase.to_owned(),
        _ => String::new(),
    });
    let can_open = Signal::derive(move || {
        stage.get() != Stage::Opening && typed.with(|text| !text.trim().is_empty())
    });
    view! {
        <h2>{words.ask_title}</h2>
        {name.map(|name| view! { <p class="whose">{name}</p> })}
        <p>{words.ask_text}</p>
        {hint.map(|hint| view! { <p><strong>{(words.ask_hint)(hint)}</strong></p> })}
        <TextField
            label=words.passphrase
            value=typed
            on_input=move |text| {
                stage.set(Stage::Asking);
                typed.set(text);
            }
            error=wrong
        />
        <div role="status">
            {move || (stage.get() == Stage::Opening).then_some(words.unsealing)}
            {move || damage(stage.get()).map(|text| view! {
                <Notice kind=NoticeKind::Error text=text />
            })}
        </div>
        <ActionRow>
            <Button
                label=words.unseal
                weight=Weight::Primary
                enabled=can_open
                on_press=open
            />
            <Button label=leave_label on_press=leave />
        </ActionRow>
    }
}

/// What leaves the file, with the words for it: one of several alone, and else all of it.
fn leaving(
    is_one_of_several: bool,
    opener: Opener,
    on_cancel: Callback<()>,
) -> (Callback<()>, &'static str) {
    match is_one_of_several {
        true => {
            let leave = Callback::new(move |()| opener.leave_sealed());
            (leave, texts().sealing.leave_sealed)
        }
        false => (on_cancel, texts().files.cancel),
    }
}

/// What is said of a file that does not open for another reason than its passphrase.
fn damage(stage: Stage) -> Option<&'static str> {
    let words = &texts().sealing;
    match stage {
        Stage::Refused(UnsealingError::Damaged) => Some(words.seal_damaged),
        Stage::Refused(UnsealingError::NoMemory) => Some(words.no_memory),
        Stage::Refused(UnsealingError::WrongPassphrase) | Stage::Asking | Stage::Opening => None,
    }
}
