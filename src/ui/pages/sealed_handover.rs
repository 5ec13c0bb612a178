//! Handing a file over with a passphrase or without (加口令). While the tick is set, nothing goes out
//! that is not sealed.
//!
//! Not here: sealing itself (`exchange::sealing`), and the ways out (`handover`).

use super::handover::{Handover, MadeFile};
use crate::app::VERSION;
use crate::app::state::AppState;
use crate::app::ways_out::Purpose;
use crate::exchange::file_name;
use crate::exchange::sealing::{Passphrase, SHORTEST_PASSPHRASE, SealingError, seal};
use crate::platform::randomness::BrowserRandomness;
use crate::ui::components::{Button, Notice, NoticeKind, TextField, Tick, Weight, tick_text};
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::time::Duration;

/// How long the page has to say what is being done, in milliseconds, before it stands still.
const SAID_FIRST_MS: u64 = 60;

/// How far the sealing is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Asking,
    Sealing,
    Sealed(MadeFile),
    /// It could not be sealed, with the sentence why.
    Failed(&'static str),
}

/// What is entered and what came of it. It is a handle.
#[derive(Clone, Copy)]
struct Seal {
    state: AppState,
    make: Callback<(), Option<MadeFile>>,
    stage: RwSignal<Stage>,
    passphrase: RwSignal<String>,
    hint: RwSignal<String>,
    /// Whether the passphrase was found too short.
    too_short: RwSignal<bool>,
}

/// The ways out, with a tick that seals what goes.
#[component]
pub fn SealedHandover(
    /// Follows what goes out; a change of it asks for another seal.
    #[prop(into)]
    content: Signal<()>,
    /// Makes the file as it is without a seal.
    make: Callback<(), Option<MadeFile>>,
    /// Is told when it was handed over.
    #[prop(default = Callback::new(|()| ()))]
    on_handed: Callback<()>,
    /// What it is handed over for.
    #[prop(optional)]
    purpose: Purpose,
) -> impl IntoView {
    let words = &texts().sealing;
    let on = RwSignal::new(false);
    let seal = Seal {
        state: AppState::expect(),
        make,
        stage: RwSignal::new(Stage::Asking),
        passphrase: RwSignal::new(String::new()),
        hint: RwSignal::new(String::new()),
        too_short: RwSignal::new(false),
    };
    Effect::new(move |_| {
        content.track();
        on.track();
        seal.stage.set(Stage::Asking);
    });
    let sealed = Callback::new(move |()| match seal.stage.get_untracked() {
        Stage::Sealed(file) => Some(file),
        _ => None,
    });
    let ways = move || match (on.get(), seal.stage.get()) {
        (false, _) => view! {
            <Handover
                make=make
                on_handed=on_handed
                weight=Weight::Primary
                purpose=purpose
            />
        }
        .into_any(),
        (true, Stage::Sealed(_)) => {
            let again = Callback::new(move |()| seal.stage.set(Stage::Asking));
            view! {
                <Notice
                    kind=NoticeKind::Good
                    title=words.sealed
                    text=format!("{}{}", words.sealed_hint, words.forgotten)
                />
                <Handover
                    make=sealed
                    on_handed=on_handed
                    weight=Weight::Primary
                    purpose=purpose
                />
                <Button label=words.seal_again weight=Weight::Quiet on_press=again />
            }
            .into_any()
        }
        (true, Stage::Sealing) => view! { <p role="status">{words.sealing}</p> }.into_any(),
        (true, stage) => view! { <Fields seal=seal stage=stage /> }.into_any(),
    };
    view! {
        <Tick on=on on_change=move |ticked| on.set(ticked)>
            {tick_text(words.tick.to_owned(), words.tick_hint.to_owned())}
        </Tick>
        {ways}
    }
}

/// Where the passphrase is chosen.
#[component]
fn Fields(seal: Seal, stage: Stage) -> impl IntoView {
    let words = &texts().sealing;
    let Seal {
        passphrase,
        hint,
        too_short,
        ..
    } = seal;
    let failed = match stage {
        Stage::Failed(why) => Some(view! { <Notice kind=NoticeKind::Error text=why /> }),
        _ => None,
    };
    let type_passphrase = move |text| {
        too_short.set(false);
        passphrase.set(text);
    };
    let error = Signal::derive(move || match too_short.get() {
        true => (words.too_short)(SHORTEST_PASSPHRASE),
        false => String::new(),
    });
    let press = Callback::new(move |()| seal.begin());
    view! {
        <div class="stack">
            <TextField
                label=words.passphrase
                hint=(words.passphrase_hint)(SHORTEST_PASSPHRASE)
                value=passphrase
                on_input=type_passphrase
                error=error
            />
            <TextField
                label=words.hint
                hint=words.hint_hint
                value=hint
                on_input=move |text| hint.set(text)
            />
            <Notice kind=NoticeKind::Warning text=words.forgotten />
            {failed}
            <Button label=words.seal weight=Weight::Primary on_press=press />
        </div>
    }
}

impl Seal {
    /// Seals after the page has said so: deriving the key takes seconds on a slow phone, in which
    /// the page stands still.
    fn begin(self) {
        let Ok(passphrase) = Passphrase::chosen(&self.passphrase.get_untracked()) else {
            return self.too_short.set(true);
        };
        self.stage.set(Stage::Sealing);
        let work = move || {
            // The page may have been left, or something else chosen.
            if self.stage.try_get_untracked() == Some(Stage::Sealing) {
                self.stage.set(self.sealed(&passphrase));
            }
        };
        set_timeout(work, Duration::from_millis(SAID_FIRST_MS));
    }

    fn sealed(self, passphrase: &Passphrase) -> Stage {
        let words = &texts().sealing;
        let Some(file) = self.make.run(()) else {
            return Stage::Failed(words.not_sealed);
        };
        let (hint, now_ms) = (self.hint.get_untracked(), self.state.now_ms());
        let sealed = seal(
            &file.text,
            passphrase,
            &hint,
            &BrowserRandomness,
            now_ms,
            VERSION,
        );
        match sealed {
            Ok(text) => Stage::Sealed(MadeFile {
                name: file_name::sealed(&file.name),
                text,
            }),
            Err(SealingError::NoRandomness(_)) => Stage::Failed(words.no_randomness),
            Err(SealingError::NoMemory) => Stage::Failed(words.no_memory),
            Err(SealingError::NotSealed) => Stage::Failed(words.not_sealed),
        }
    }
}
