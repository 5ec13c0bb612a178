//! The preview of an import (导入预览): what each document of the file would do here, looked at
//! before anything is written.
//!
//! Not here: the answers that differ (`differences`), and working it out (`exchange::plan`).

use super::Taken;
use super::differences::Differences;
use super::ledgers::{counts, ledger_card};
use super::opening::Found;
use super::same_organization::SameOrganization;
use super::source::{Issues, Source, packs};
use crate::app::keeper::{ImportState, room_needed};
use crate::app::standards::{is_newer, loaded};
use crate::app::state::AppState;
use crate::exchange::plan::{Merging, Plan, PlannedChange, Title, What, against_joining};
use crate::exchange::{Document, DocumentKey};
use crate::ordered_map::OrderedMap;
use crate::storage::WriteError;
use crate::text::Texts;
use crate::ui::components::{ActionRow, Button, Mark, Notice, NoticeKind, Tone, Weight};
use crate::ui::icons::IconName;
use crate::ui::naming::shown_name;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// What taking over the file would change, and the buttons that do it or leave it.
#[component]
pub fn Preview(
    /// The opened file.
    found: Arc<Found>,
    /// Takes what was taken over.
    on_done: Callback<Taken>,
    /// Is told when the person leaves it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.files;
    let joined = RwSignal::new(OrderedMap::<Uuid, Uuid>::new());
    let plan = {
        let found = Arc::clone(&found);
        Memo::new(move |_| {
            let existing = state.workspace.with(|workspace| workspace.documents());
            against_joining(&existing, &found.opened, &joined.get())
        })
    };
    let all_same = Memo::new(move |_| plan.with(Plan::is_all_same));
    let keys = StoredValue::new(Vec::<DocumentKey>::new());
    let import = Callback::new(move |()| {
        let documents: Vec<_> =
            plan.with_untracked(|plan| plan.to_write().map(|one| one.document.clone()).collect());
        keys.set_value(documents.iter().map(|document| document.key()).collect());
        state.import(documents);
    });
    // It is said to be imported once all of it is saved, and not before.
    state.importing.set(None);
    let is_under_way = Signal::derive(move || state.importing.get() == Some(ImportState::UnderWay));
    Effect::new(move |_| {
        if state.importing.get() == Some(ImportState::Done) {
            state.importing.set(None);
            on_done.run(keys.with_value(|keys| Taken::of(keys, state)));
        }
    });
    let cards = {
        let found = Arc::clone(&found);
        move || cards(plan.get(), &found, joined)
    };
    let lost = (found.lost > 0).then(|| {
        view! { <Notice kind=NoticeKind::Warning text=(words.rescue_lost)(found.lost) /> }
    });
    view! {
        <Source found=Arc::clone(&found) />
        {lost}
        <Issues found=Arc::clone(&found) />
        <h2>{words.preview_title}</h2>
        <Show
            when=move || all_same.get()
            fallback=move || view! { <p class="hint">{words.preview_hint}</p> }
        >
            <Notice kind=NoticeKind::Good text=words.all_same />
        </Show>
        {cards}
        {move || refused_sentence(state).map(|text| view! {
            <Notice kind=NoticeKind::Error title=words.not_saved_title text=text />
        })}
        {move || may_not_fit(&plan.get(), state).map(|text| view! {
            <Notice kind=NoticeKind::Warning text=text />
        })}
        <Show when=move || is_under_way.get()>
            <p role="status">{words.saving}</p>
        </Show>
        <Actions all_same=all_same is_under_way=is_under_way on_import=import on_cancel=on_cancel />
    }
}

/// What each document of the file would do here. The pages of a ledger are shown together: a year has
/// dozens.
fn cards(
    plan: Plan,
    found: &Arc<Found>,
    joined: RwSignal<OrderedMap<Uuid, Uuid>>,
) -> impl IntoView + use<> {
    let ledgers = plan.ledgers().into_iter().map(ledger_card).collect_view();
    let card = |change: PlannedChange| {
        view! { <Change change=change found=Arc::clone(found) joined=joined /> }
    };
    let others = plan.changes.into_iter();
    let others = others.filter(|change| !matches!(change.key, DocumentKey::Ledger(_)));
    (others.map(card).collect_view(), ledgers)
}

/// The buttons that take the file over or leave it.
#[component]
fn Actions(
    all_same: Memo<bool>,
    is_under_way: Signal<bool>,
    on_import: Callback<()>,
    on_cancel: Callback<()>,
) -> impl IntoView {
    let words = &texts().files;
    let can_import = Signal::derive(move || !is_under_way.get());
    let leave = Signal::derive(move || {
        let word = match all_same.get() {
            true => words.another,
            false => words.cancel,
        };
        word.to_owned()
    });
    view! {
        <ActionRow>
            <Show when=move || !all_same.get()>
                <Button
                    label=words.import
                    icon=IconName::Import
                    weight=Weight::Primary
                    enabled=can_import
                    on_press=on_import
                />
            </Show>
            <Button label=leave on_press=on_cancel />
        </ActionRow>
    }
}

/// Why the import that was tried last was refused, if it was.
fn refused_sentence(state: AppState) -> Option<String> {
    let Some(ImportState::Refused(why)) = state.importing.get() else {
        return None;
    };
    let texts = texts();
    let words = &texts.files;
    let why = match why {
        WriteError::QuotaExceeded => words.no_room.to_owned(),
        WriteError::ReadOnly { .. } => texts.saving.read_only.to_owned(),
        WriteError::Denied | WriteError::Unavailable => texts.data.where_nowhere.to_owned(),
        _ => texts.saving.read_back.to_owned(),
    };
    Some((words.not_saved)(&why))
}

/// A word where the file will hardly fit, before anything is tried.
fn may_not_fit(plan: &Plan, state: AppState) -> Option<String> {
    let usage = state.usage()?;
    let needed = room_needed(plan.to_write().map(|one| &one.document));
    let (words, size) = (&texts().files, &texts().data.room_characters);
    (needed > usage.left()).then(|| (words.may_not_fit)(size(needed), size(usage.left())))
}

/// What a pack of the file does to the version that is here, if another one is.
fn versions_sentence(change: &PlannedChange, state: AppState) -> Option<String> {
    let Document::Standard(theirs) = &change.document else {
        return None;
    };
    let words = &texts().files;
    state.workspace.with_untracked(|workspace| {
        let ours = loaded(workspace, &theirs.pack.id).filter(|ours| ours.id != theirs.id)?;
        let version = ours.pack.version.clone();
        Some(if is_newer(&version, &theirs.pack.version) {
            (words.pack_is_older)(version)
        } else {
            (words.pack_takes_place)(version)
        })
    })
}

/// What would happen to one document.
#[component]
fn Change(
    change: PlannedChange,
    found: Arc<Found>,
    joined: RwSignal<OrderedMap<Uuid, Uuid>>,
) -> impl IntoView {
    let (words, language) = (&texts().files, language());
    let versions = versions_sentence(&change, AppState::expect());
    let versions = versions.map(|text| view! { <p>{text}</p> });
    let is_assessment = matches!(change.key, DocumentKey::Assessment(_));
    let (icon, word, tone) = match &change.what {
        What::New => (IconName::Plus, words.change_new, Tone::Met),
        What::Same => (IconName::Dash, words.change_same, Tone::Quiet),
        What::Merges(_) if is_assessment => (IconName::Link, words.change_merges, Tone::Partly),
        What::Merges(merging) if merging.newer_there > 0 => {
            (IconName::Import, words.change_replaces, Tone::Partly)
        }
        What::Merges(_) => (IconName::Dash, words.change_keeps, Tone::Quiet),
    };
    let merging = match &change.what {
        What::Merges(merging) if is_assessment => merging.clone(),
        _ => Merging::default(),
    };
    let lines = counts(&merging);
    let pack = match &change.document {
        Document::Assessment(one) => packs(&found)
            .into_iter()
            .find(|pack| pack.id == one.pack.id),
        _ => None,
    };
    let differences = (!merging.differences.is_empty()).then(|| {
        view! { <Differences differences=merging.differences pack=pack.map(Arc::new) language=language /> }
    });
    let new_id = match change.key {
        DocumentKey::Organization(id) => Some(id),
        _ => None,
    };
    let same = new_id.zip(change.seems_to_be).map(|(theirs, ours)| {
        view! { <SameOrganization theirs=theirs ours=ours joined=joined /> }
    });
    // Once she has said that it is the same, the question stays, so that it can be taken back.
    let joined_ones = joined.with_untracked(|all| {
        let ours = |one: &(&Uuid, &Uuid)| Some(*one.1) == new_id;
        all.iter().find(ours).map(|(theirs, ours)| (*theirs, *ours))
    });
    let taken_back = joined_ones.map(|(theirs, ours)| {
        view! { <SameOrganization theirs=theirs ours=ours joined=joined /> }
    });
    view! {
        <article class="card stack-tight">
            <h3>{title_in_words(&change.title, texts())}</h3>
            <p><Mark icon=icon word=word tone=tone /></p>
            {versions}
            {lines}
            {differences}
            {same}
            {taken_back}
        </article>
    }
}

/// What a document is called.
fn title_in_words(title: &Title, texts: &Texts) -> String {
    let words = &texts.files;
    let named = |name: &str| shown_name(name, texts);
    match title {
        Title::Settings => words.document_settings.to_owned(),
        Title::Organization { name } => (words.document_organization)(named(name)),
        Title::Assessment {
            organization,
            period,
        } => {
            let period = (texts.facts.quarter)(*period);
            let whose = organization
                .as_deref()
                .map(|name| format!(" · {}", named(name)));
            (words.document_assessment)(format!("{period}{}", whose.unwrap_or_default()))
        }
        Title::Ledger { organization, year } => {
            let whose = organization
                .as_deref()
                .map(|name| format!(" · {}", named(name)));
            (words.document_ledger)(format!("{year}{}", whose.unwrap_or_default()))
        }
        Title::Standard { title, version } => {
            (words.document_standard)(format!("{title} {version}"))
        }
    }
}
