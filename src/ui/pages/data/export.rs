//! Export (导出): what goes out, by download or as text; and the question whether a backup arrived.
//!
//! For whom is said by the page: a backup holds what is for the user's eyes alone, and is not to be
//! sent by a tap in a hurry. Not here: making the file (`exchange`) and handing it over
//! (`handover`).

mod contents;
mod last;
mod period;

pub use last::LastBackup;

use super::super::handover::{MadeFile, ReadOnlyText};
use super::super::sealed_handover::SealedHandover;
use crate::app::VERSION;
use crate::app::sending::for_others;
use crate::app::state::AppState;
use crate::app::ways_out::Purpose;
use crate::app::workspace::Workspace;
use crate::exchange::backup::{self, Backup};
use crate::exchange::for_others::OwnPart;
use crate::exchange::inventory::Inventory;
use crate::exchange::signing::SigningKey;
use crate::exchange::{DocumentKey, export, file_name};
use crate::sorted_set::SortedSet;
use crate::storage::SaveState;
use crate::text::list;
use crate::ui::components::{Disclosure, Notice, NoticeKind};
use crate::ui::naming::{document_name, organization_name};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// For whom a file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// For oneself (备份): everything.
    OwnBackup,
    /// For somebody else (发给别人): one period.
    Others,
}

/// What was chosen.
#[derive(Clone, Copy)]
struct Chosen {
    whom: Whom,
    /// The assessment that goes to others.
    period: RwSignal<Option<Uuid>>,
    /// What is the user's alone and goes out all the same.
    included: RwSignal<SortedSet<OwnPart>>,
}

impl Chosen {
    /// Follows what was chosen.
    fn content(self) -> Signal<()> {
        Signal::derive(move || (self.period.track(), self.included.track()).0)
    }
}

/// Whether nothing can be saved, so that all there is should go out.
pub fn is_in_need(state: AppState) -> bool {
    let is_refused = |state: &SaveState| {
        matches!(
            state,
            SaveState::NotSaved { .. } | SaveState::SavedInJournalOnly { .. }
        )
    };
    state.storage_unavailable.get_untracked() || state.save_state.with_untracked(is_refused)
}

/// Export of everything for oneself, or of one period for others.
#[component]
pub fn Export(
    /// For whom.
    whom: Whom,
    /// The period that goes to others; the open one if none is said.
    #[prop(optional)]
    period: Option<Uuid>,
) -> impl IntoView {
    let state = AppState::expect();
    let open = state
        .assessment
        .with_untracked(|one| one.as_ref().map(|one| one.id));
    let chosen = Chosen {
        whom,
        period: RwSignal::new(period.or(open)),
        included: RwSignal::new(SortedSet::default()),
    };
    match whom {
        Whom::OwnBackup => view! { <ForOwnBackup chosen=chosen /> }.into_any(),
        Whom::Others => view! { <ForSomebodyElse chosen=chosen /> }.into_any(),
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
        <SealedHandover
            content=chosen.content()
            make=make
            on_handed=note
            purpose=Purpose::Keep
        />
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
            <SealedHandover
                content=chosen.content()
                make=Callback::new(move |()| made(state, chosen).map(|(file, _)| file))
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
            {contents::code(state, chosen)}
            <ReadOnlyText label=words.preview_label text=text />
        }
    }
}

/// What goes out by this choice, counted; `None` if nothing was chosen.
fn inventory(state: AppState, chosen: Chosen) -> Option<Inventory> {
    state.workspace.with(|workspace| match chosen.whom {
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
    state.workspace.with(|workspace| match chosen.whom {
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
            let text = match SigningKey::of_settings(&workspace.settings) {
                Some(key) => key.signed(text),
                None => text,
            };
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
        list(keys.iter().map(name), language)
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
        let goes = |id: Uuid| chosen.whom == Whom::OwnBackup || of_period == Some(id);
        let all = workspace.organizations.values();
        all.filter(|one| goes(one.id))
            .map(|one| organization_name(one, texts))
            .collect()
    })
}
