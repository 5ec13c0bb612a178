//! Export (导出): first for whom, then what goes out, by download or as text; and the question whether
//! a backup arrived.
//!
//! Nothing is chosen beforehand where the user did not say for whom: a backup holds what is for the
//! user's eyes alone, and is not to be sent by a tap in a hurry. Not here: making the file
//! (`exchange`) and handing it over (`handover`).

mod contents;
mod last;
mod period;

use super::super::handover::{Handover, MadeFile, ReadOnlyText};
use crate::app::VERSION;
use crate::app::sending::for_others;
use crate::app::state::AppState;
use crate::app::workspace::Workspace;
use crate::exchange::backup::{self, Backup};
use crate::exchange::for_others::OwnPart;
use crate::exchange::inventory::Inventory;
use crate::exchange::{DocumentKey, export, file_name};
use crate::sorted_set::SortedSet;
use crate::storage::SaveState;
use crate::ui::components::{Choice, ChoiceRow, Disclosure, Notice, NoticeKind, Selection, Weight};
use crate::ui::naming::{document_name, organization_name};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// For whom a file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    /// For the user (给自己备份): everything.
    OwnBackup,
    /// For somebody else (给别人看): one period.
    Others,
}

/// What was chosen.
#[derive(Clone, Copy)]
struct Chosen {
    whom: RwSignal<Option<Whom>>,
    /// The assessment that goes to others.
    period: RwSignal<Option<Uuid>>,
    /// What is private to the user and goes out all the same.
    included: RwSignal<SortedSet<OwnPart>>,
}

/// Export of everything for the user, or of one period for others.
#[component]
pub fn Export(
    /// The period that is to go to others; `None` if nothing is chosen yet.
    period: Option<Uuid>,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.sending;
    // Who was sent here because nothing can be saved needs everything, and at once.
    let in_need = state.storage_unavailable.get_untracked()
        || matches!(
            state.save_state.get_untracked(),
            SaveState::NotSaved { .. } | SaveState::SavedInJournalOnly { .. }
        );
    let whom = match (period, in_need) {
        (Some(_), _) => Some(Whom::Others),
        (None, true) => Some(Whom::OwnBackup),
        (None, false) => None,
    };
    let open = state
        .assessment
        .with_untracked(|one| one.as_ref().map(|one| one.id));
    let chosen = Chosen {
        whom: RwSignal::new(whom),
        period: RwSignal::new(period.or(open)),
        included: RwSignal::new(SortedSet::default()),
    };
    let choose = move |whom| {
        chosen.whom.set(Some(whom));
        chosen.included.set(SortedSet::default());
    };
    let choices = [
        Choice::plain(Whom::OwnBackup, words.for_self),
        Choice::plain(Whom::Others, words.for_others),
    ];
    let whom = Selection::new(choices, move || chosen.whom.get(), choose);
    let part = move || match chosen.whom.get() {
        None => view! { <p class="hint">{words.whom_hint}</p> }.into_any(),
        Some(Whom::OwnBackup) => view! { <ForOwnBackup chosen=chosen /> }.into_any(),
        Some(Whom::Others) => view! { <ForSomebodyElse chosen=chosen /> }.into_any(),
    };
    view! {
        {period.is_none().then(|| view! {
            <h2>{texts.data.export_title}</h2>
            <last::LastBackup />
        })}
        <ChoiceRow label=words.whom selection=whom />
        <div class="stack">{part}</div>
    }
}

/// A backup of everything.
#[component]
fn ForOwnBackup(chosen: Chosen) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let hint = move || {
        state.workspace.with(|workspace| {
            (texts.sending.self_hint)(workspace.organizations.len(), workspace.assessments.len())
        })
    };
    // What went to others is no backup, so only this one is remembered.
    // What could not go out as it is, named: one value never stops everything else.
    let changed = RwSignal::new(Vec::<String>::new());
    let make = Callback::new(move |()| {
        let (file, not_as_it_is) = made(state, chosen)?;
        changed.set(not_as_it_is);
        Some(file)
    });
    let note = Callback::new(move |()| {
        let now_ms = state.now_ms();
        state.edit_settings(|settings| settings.last_export_made_at = Some(now_ms));
    });
    view! {
        <p>{hint}</p>
        <Disclosure summary=texts.data.preview>
            <Preview chosen=chosen />
        </Disclosure>
        <Handover make=make on_handed=note weight=Weight::Primary />
        {move || changed.get().into_iter().map(|text| view! {
            <Notice kind=NoticeKind::Warning text=text />
        }).collect_view()}
    }
}

/// One period, without what is private to the user.
#[component]
fn ForSomebodyElse(chosen: Chosen) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.sending;
    let any = Memo::new(move |_| state.workspace.with(|one| !one.assessments.is_empty()));
    view! {
        <Show
            when=move || any.get()
            fallback=move || view! { <p class="hint">{words.no_period}</p> }
        >
            <p>{words.others_hint}</p>
            <period::WhichPeriod chosen=chosen />
            <period::OwnParts chosen=chosen />
            <period::Otherwise chosen=chosen />
            <Notice kind=NoticeKind::Warning text=texts.data.secrecy />
            <Disclosure summary=texts.data.preview>
                <Preview chosen=chosen />
            </Disclosure>
            <Handover
                make=Callback::new(move |()| made(state, chosen).map(|(file, _)| file))
                weight=Weight::Primary
            />
        </Show>
    }
}

/// What will be sent: every kind of thing with its number, and the file as it is.
#[component]
fn Preview(chosen: Chosen) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.data;
    move || {
        let lines = contents::lines(state, chosen);
        let text = made(state, chosen)
            .map(|(file, _)| file.text)
            .unwrap_or_default();
        view! {
            <p><strong>{texts.sending.contents}</strong></p>
            <ul class="stack-tight">
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                <li>{(words.preview_size)(text.len().div_ceil(1_000))}</li>
            </ul>
            <ReadOnlyText label=words.preview_label text=text />
        }
    }
}

/// What goes out by this choice, counted; `None` if nothing was chosen.
fn inventory(state: AppState, chosen: Chosen) -> Option<Inventory> {
    state.workspace.with(|workspace| match chosen.whom.get()? {
        Whom::OwnBackup => Some(Inventory::of(&workspace.documents())),
        Whom::Others => {
            let included = chosen.included.get();
            let period = for_others(workspace, chosen.period.get()?, &included)?;
            Some(Inventory::of_period(&period))
        }
    })
}

/// Makes the chosen file, and says what in it is not as it is here.
fn made(state: AppState, chosen: Chosen) -> Option<(MadeFile, Vec<String>)> {
    let now_ms = state.now_ms();
    let whom = chosen.whom.get()?;
    state.workspace.with(|workspace| match whom {
        Whom::OwnBackup => {
            let backup = backup::everything(&workspace.documents(), now_ms, VERSION).ok()?;
            let changed = not_as_it_is(&backup, workspace);
            let name = file_name::backup(state.today()?);
            let text = backup.text;
            Some((MadeFile { name, text }, changed))
        }
        Whom::Others => {
            let id = chosen.period.get()?;
            let assessment = workspace.assessments.get(&id)?;
            let organization = workspace.organizations.get(&assessment.organization)?;
            let period = for_others(workspace, id, &chosen.included.get())?;
            let name = file_name::assessment(&organization.name, assessment.period);
            let text = export::for_others(&period, now_ms, VERSION).ok()?;
            Some((MadeFile { name, text }, Vec::new()))
        }
    })
}

/// What in a backup is not as it is on the device, in sentences.
fn not_as_it_is(backup: &Backup, workspace: &Workspace) -> Vec<String> {
    let language = language();
    let words = &language.texts().data;
    let names = |keys: &[DocumentKey]| {
        let name = |key: &DocumentKey| document_name(&key.to_string(), workspace, language);
        keys.iter().map(name).collect::<Vec<_>>().join("、")
    };
    let mended = (!backup.mended.is_empty()).then(|| (words.export_mended)(names(&backup.mended)));
    let left_out =
        (!backup.left_out.is_empty()).then(|| (words.export_left_out)(names(&backup.left_out)));
    mended.into_iter().chain(left_out).collect()
}

/// The names of the organisations of which something goes out.
fn organization_names(state: AppState, chosen: Chosen) -> Vec<String> {
    let texts = texts();
    state.workspace.with(|workspace| {
        let period = chosen.period.get();
        let of_period = period.and_then(|id| Some(workspace.assessments.get(&id)?.organization));
        let whom = chosen.whom.get();
        let goes = |id: Uuid| whom == Some(Whom::OwnBackup) || of_period == Some(id);
        let all = workspace.organizations.values();
        all.filter(|one| goes(one.id))
            .map(|one| organization_name(one, texts))
            .collect()
    })
}
