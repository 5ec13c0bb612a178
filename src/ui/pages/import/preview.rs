//! The preview of an import (导入预览): what the file would do here, looked at before anything is
//! written, and the buttons that do it or leave it.
//!
//! Not here: the documents one by one (`changes`), and working it out (`working`).

use super::changes::Changes;
use super::room::{Choosing, Room};
use super::source::{Issues, PacksOfFile, Signed, Source};
use super::waiting::Waiting;
use super::working::{WorkedOut, Working};
use super::{ReviewStep, Taken};
use crate::app::import_room::ImportRoom;
use crate::app::intake::{Found, Origin, ReviewedPeriod};
use crate::app::state::AppState;
use crate::app::sync::ImportState;
use crate::app::workspace::Workspace;
use crate::exchange::plan::PlannedChange;
use crate::exchange::{DocumentKey, Kind};
use crate::sorted_map::SortedMap;
use crate::storage::WriteError;
use crate::ui::components::{ActionRow, Button, Notice, NoticeKind, Weight};
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use crate::ui::turns::take_turns;
use leptos::prelude::*;
use std::ops::ControlFlow;
use std::sync::Arc;
use uuid::Uuid;

/// What is known of the import that is looked at. It is a handle: copies speak of the same import.
#[derive(Clone, Copy)]
struct Look {
    state: AppState,
    /// What it would change; `None` while that is being worked out.
    worked_out: RwSignal<Option<Arc<WorkedOut>>>,
    /// How far the working out is, in hundredths.
    comparing: RwSignal<u8>,
    /// What the user said so far: which organisations of the file are which of this device.
    joined: RwSignal<SortedMap<Uuid, Uuid>>,
    /// How far the writing is, in hundredths; `None` while nothing is being written.
    writing: Memo<Option<u8>>,
    /// Which organisations of the file are left out, where not all of them fit.
    choosing: Choosing,
}

impl Look {
    fn new() -> Self {
        let state = AppState::expect();
        let writing = Memo::new(move |_| match state.importing.get() {
            Some(ImportState::UnderWay { percent }) => Some(percent),
            _ => None,
        });
        let worked_out = RwSignal::new(None);
        Self {
            state,
            worked_out,
            choosing: Choosing::of(worked_out),
            comparing: RwSignal::new(0),
            joined: RwSignal::new(SortedMap::new()),
            writing,
        }
    }

    fn is_under_way(self) -> bool {
        self.writing.with(Option::is_some)
    }

    fn is_worked_out(self) -> bool {
        self.worked_out.with(Option::is_some)
    }

    fn is_all_same(self) -> bool {
        let is_same = |one: &Arc<WorkedOut>| one.plan.is_all_same();
        self.worked_out
            .with(|one| one.as_ref().is_some_and(is_same))
    }
}

/// What taking over the file would change, and the buttons that do it or leave it.
#[component]
pub fn Preview(
    /// The opened file.
    found: Arc<Found>,
    /// Takes what was taken over.
    on_done: Callback<Taken>,
    /// Is told when the user leaves it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let (look, words) = (Look::new(), &texts().files);
    // A review without what it is about would stand nowhere.
    let mut found = found;
    let is_known = |reviewed| period_here(look.state, reviewed).is_some();
    let foreign = found.foreign_reviews(is_known);
    // All of the file is copied for it, and it may be large.
    if !foreign.is_empty() {
        Arc::make_mut(&mut found).leave_reviews(&foreign);
    }
    let foreign = foreign.iter().count();
    if foreign > 0 && found.opened.documents.is_empty() {
        return foreign_review(on_cancel).into_any();
    }
    work_out(look, Arc::clone(&found));
    let import = importer(look, Arc::clone(&found), on_done);
    let left_out = (foreign > 0).then(|| {
        view! { <Notice kind=NoticeKind::Warning text=(texts().review.left_out)(foreign) /> }
    });
    let packs = StoredValue::new_local(PacksOfFile::of(&found));
    let taps = RwSignal::new(0);
    let cards = move || {
        look.worked_out.get().map(|worked_out| {
            view! { <Changes worked_out=worked_out packs=packs joined=look.joined taps=taps /> }
        })
    };
    let lost = (found.lost > 0).then(|| {
        view! { <Notice kind=NoticeKind::Warning text=(words.rescue_lost)(found.lost) /> }
    });
    let no_notes = found.opened.lacks_notes().then_some(words.no_notes);
    view! {
        <Source found=Arc::clone(&found) />
        <Signed found=Arc::clone(&found) />
        {no_notes.map(|text| view! { <p class="hint">{text}</p> })}
        {lost}
        {left_out}
        <Issues found=Arc::clone(&found) packs=packs />
        <h2>{words.preview_title}</h2>
        <Show
            when=move || look.is_all_same()
            fallback=move || view! { <p class="hint">{words.preview_hint}</p> }
        >
            <Notice kind=NoticeKind::Good text=words.all_same />
        </Show>
        <Room choosing=look.choosing />
        {cards}
        <Progress look=look />
        <Actions look=look on_import=import on_cancel=on_cancel />
    }
    .into_any()
}

/// What is shown of a review of an organisation or a period that is not on this device.
fn foreign_review(on_cancel: Callback<()>) -> impl IntoView {
    let texts = texts();
    view! {
        <Notice kind=NoticeKind::Error title=texts.review.kind text=texts.review.not_here />
        <ActionRow>
            <Button label=texts.files.another on_press=on_cancel />
        </ActionRow>
    }
}

/// What imports the file, and tells `on_done` once all of it is saved.
fn importer(look: Look, found: Arc<Found>, on_done: Callback<Taken>) -> Callback<()> {
    let state = look.state;
    let keys = StoredValue::new(Vec::<DocumentKey>::new());
    // An import that was left on its way goes on, and is none of this file.
    if look.writing.get_untracked().is_none() {
        state.importing.set(None);
    }
    // It is said to be imported once all of it is saved, and not before.
    Effect::new(move |_| {
        if state.importing.get() == Some(ImportState::Done) {
            if keys.with_value(|keys| !keys.is_empty()) {
                let is_signed = |one: &Origin| one.signed.signature.is_some();
                if found.origins.iter().any(is_signed) {
                    state.edit_settings(|settings| {
                        let origins = found.origins.iter();
                        origins.for_each(|one| one.signed.remember(settings));
                    });
                }
                on_done.run(keys.with_value(|keys| taken(state, &found, keys)));
            }
            state.importing.set(None);
        }
    });
    Callback::new(move |()| {
        let Some(worked_out) = look.worked_out.get_untracked() else {
            return;
        };
        let left_out = look.choosing.left_out();
        let to_write = worked_out.plan.to_write_without(&left_out);
        let documents: Vec<_> = to_write.map(|one| one.document.clone()).collect();
        keys.set_value(documents.iter().map(|document| document.key()).collect());
        state.import(documents);
    })
}

/// What was taken over. Of reviews the period that the last one is about is opened, and what
/// whoever checks has found put right is closed here, too.
fn taken(state: AppState, found: &Found, keys: &[DocumentKey]) -> Taken {
    let taken = Taken::of(keys, state);
    let mut last = None;
    for reviewed in found.reviewed() {
        let Some(period) = period_here(state, reviewed) else {
            continue;
        };
        state.open_organization(reviewed.0);
        state.opened.set(Some(period));
        state.close_by_review();
        last = Some(period);
    }
    match (last, found.opened.kind) {
        (Some(period), _) => Taken {
            assessment: Some(period),
            review: ReviewStep::Look,
            ..taken
        },
        (None, Kind::Assessment) => Taken {
            review: ReviewStep::Write,
            ..taken
        },
        (None, Kind::Backup | Kind::Standard | Kind::Review) => taken,
    }
}

/// The period on this device that was reviewed, if it is here.
fn period_here(state: AppState, (organization, period): ReviewedPeriod) -> Option<Uuid> {
    state.workspace.with_untracked(|workspace| {
        let own = workspace.assessments_of(organization);
        let own = own.into_iter().find(|one| one.period == period)?;
        Some(own.id)
    })
}

/// How far the comparing or the writing is, and what came in its way.
#[component]
fn Progress(look: Look) -> impl IntoView {
    let (state, words) = (look.state, &texts().files);
    let written = Signal::derive(move || look.writing.get().unwrap_or_default());
    view! {
        {move || refused_sentence(state).map(|text| view! {
            <Notice kind=NoticeKind::Error title=words.not_saved_title text=text />
        })}
        <Show when=move || !look.is_worked_out()>
            <Waiting doing=words.comparing percent=look.comparing />
        </Show>
        <Show when=move || look.is_under_way()>
            <Waiting doing=words.saving percent=written />
        </Show>
    }
}

/// The buttons that take the file over or leave it.
#[component]
fn Actions(look: Look, on_import: Callback<()>, on_cancel: Callback<()>) -> impl IntoView {
    let words = &texts().files;
    let can_leave = Signal::derive(move || !look.is_under_way());
    let can_import = Signal::derive(move || {
        !look.is_under_way() && look.is_worked_out() && look.choosing.can_be_imported()
    });
    let leave = Signal::derive(move || {
        let word = match look.is_all_same() {
            true => words.another,
            false => words.cancel,
        };
        word.to_owned()
    });
    view! {
        <ActionRow>
            <Show when=move || !look.is_all_same()>
                <Button
                    label=words.import
                    icon=IconName::Import
                    weight=Weight::Primary
                    enabled=can_import
                    on_press=on_import
                />
            </Show>
            <Button label=leave enabled=can_leave on_press=on_cancel />
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

/// Works out what would change, in turns with the browser, and anew whenever something here or what
/// the user said has changed. While it is written nothing is compared: what is here changes by that
/// alone.
fn work_out(look: Look, found: Arc<Found>) {
    let (state, worked_out) = (look.state, look.worked_out);
    let is_looked_at = Memo::new(move |_| {
        let importing = state.importing.get();
        !look.is_under_way() && importing != Some(ImportState::Done)
    });
    let begun = StoredValue::new(0_usize);
    Effect::new(move |_| {
        if !is_looked_at.get() {
            return;
        }
        let existing = state.workspace.with(Workspace::documents);
        let mut working = Working::of(Arc::clone(&found), existing, look.joined.get());
        begun.update_value(|begun| *begun += 1);
        let number = begun.get_value();
        let step = move || {
            if begun.try_get_value() != Some(number) {
                return ControlFlow::Break(());
            }
            let measure = |room: &mut ImportRoom, change: &PlannedChange| {
                state.with_saver(|saver| room.add(change, saver));
            };
            match working.step(&measure) {
                None => ControlFlow::Continue(working.percent()),
                Some(all) => {
                    look.choosing.begin(&all.room, state.usage());
                    worked_out.set(Some(Arc::new(all)));
                    ControlFlow::Break(())
                }
            }
        };
        // What was worked out before must not be imported after something has changed.
        let rest = move |done| {
            look.comparing.set(done);
            if worked_out.with_untracked(Option::is_some) {
                worked_out.set(None);
            }
        };
        take_turns(move || state.now_ms(), step, rest);
    });
}
