//! What can be recorded (记什么): the usual kinds and a problem at once, the rest folded. A tap makes
//! the record. The report, which is wanted as often, stands beside them.
//!
//! Not here: which kinds are usual (`duty`).

use crate::app::state::AppState;
use crate::duty::OfferedKinds;
use crate::handout::HandoutKind;
use crate::ledger::RecordOf;
use crate::rectification::Origin;
use crate::standard::RecordKind;
use crate::ui::components::{Disclosure, Tile};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::recording::Recorder;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The kinds, and a problem, as tiles.
#[component]
pub fn Kinds() -> impl IntoView {
    let (recorder, words) = (Recorder::expect(), &texts().recording);
    let OfferedKinds { usual, others } = offered();
    let problem = Callback::new(move |()| recorder.problem(Origin::Other, String::new()));
    let navigation = Navigation::expect();
    let report = Callback::new(move |()| {
        navigation.go(&Route::Handout(HandoutKind::Report.key().to_owned()));
    });
    view! {
        <div class="tiles">
            {tiles(usual)}
            <Tile label=words.problem icon=IconName::Warning on_press=problem />
            <Tile label=texts().me.handout_report icon=IconName::Print on_press=report />
        </div>
        <OtherKinds kinds=others />
    }
}

/// The kinds of record alone, as tiles.
#[component]
pub fn KindsOfRecord() -> impl IntoView {
    let OfferedKinds { usual, others } = offered();
    view! {
        <div class="stack-tight">
            <div class="tiles">{tiles(usual)}</div>
            <OtherKinds kinds=others />
        </div>
    }
}

/// What the open organisation may need.
fn offered() -> OfferedKinds {
    let state = AppState::expect();
    let facts = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| one.facts))
        .unwrap_or_default();
    let offered = state.pack_in_force.with_untracked(|pack| {
        let pack = pack.as_ref()?;
        Some(OfferedKinds::of(&pack.checklist, &facts))
    });
    offered.unwrap_or_default()
}

#[component]
fn OtherKinds(kinds: Vec<RecordKind>) -> impl IntoView {
    let kinds = StoredValue::new(kinds);
    view! {
        <Show when=move || kinds.with_value(|kinds| !kinds.is_empty())>
            <Disclosure summary=texts().recording.more>
                <div class="tiles">{tiles(kinds.get_value())}</div>
            </Disclosure>
        </Show>
    }
}

fn tiles(kinds: Vec<RecordKind>) -> Vec<AnyView> {
    let (recorder, language) = (Recorder::expect(), language());
    let tile = |kind: RecordKind| {
        let label = say(&kind.title, language);
        let of = RecordOf::Kind(kind.id);
        let press = Callback::new(move |()| recorder.today(of.clone()));
        view! { <Tile label=label icon=IconName::Plus on_press=press /> }.into_any()
    };
    kinds.into_iter().map(tile).collect()
}
