//! Export (导出): one period or everything, looked at before it is sent, by download or as text;
//! and the question whether it arrived.
//!
//! Not here: making the file (`exchange`) and handing it over (`handover`).

use super::super::handover::{Handover, MadeFile, ReadOnlyText};
use super::super::naming::{document_name, organization_name};
use crate::app::VERSION;
use crate::app::ledger::pages_for_export;
use crate::app::state::AppState;
use crate::app::workspace::Workspace;
use crate::assessment::{Assessment, Organization};
use crate::exchange::backup::{self, Backup};
use crate::exchange::{DocumentKey, export, file_name};
use crate::standard::StandardPack;
use crate::ui::components::{Button, Disclosure, Notice, NoticeKind, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// The value of the choice that means everything; every other value is the id of an assessment.
const EVERYTHING: &str = "everything";

/// Export of everything or of one period.
#[component]
pub fn Export() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.data;
    let chosen = RwSignal::new(EVERYTHING.to_owned());
    // What could not go out as it is, named: one value never stops everything else.
    let changed = RwSignal::new(Vec::<String>::new());
    let make = Callback::new(move |()| {
        let what = chosen.get_untracked();
        let (file, not_as_it_is) = made(state, &what)?;
        changed.set(not_as_it_is);
        Some(file)
    });
    let note = Callback::new(move |()| {
        let now_ms = state.now_ms();
        state.edit_settings(|settings| settings.last_export_made_at = Some(now_ms));
    });
    view! {
        <h2>{words.export_title}</h2>
        <p>{words.export_intro}</p>
        <LastExport />
        <WhatToExport chosen=chosen />
        <Notice kind=NoticeKind::Warning text=words.secrecy />
        <Disclosure summary=words.preview>
            <Preview chosen=chosen />
        </Disclosure>
        <Handover make=make on_handed=note weight=Weight::Primary />
        {move || changed.get().into_iter().map(|text| view! {
            <Notice kind=NoticeKind::Warning text=text />
        }).collect_view()}
    }
}

/// Everything, or one of the periods.
#[component]
fn WhatToExport(chosen: RwSignal<String>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.data;
    let options = Memo::new(move |_| {
        state.workspace.with(|workspace| {
            let everything =
                (words.what_everything)(workspace.organizations.len(), workspace.assessments.len());
            let current = workspace.current_organization().map(|one| one.id);
            let mut organizations: Vec<&Organization> = workspace.organizations.values().collect();
            organizations.sort_by_key(|one| (Some(one.id) != current, one.created_at, one.id));
            let periods = organizations.into_iter().flat_map(|organization| {
                let name = organization_name(organization, texts);
                workspace
                    .assessments_of(organization.id)
                    .into_iter()
                    .map(move |one| {
                        (
                            one.id.to_string(),
                            format!("{} · {name}", (texts.facts.quarter)(one.period)),
                        )
                    })
            });
            std::iter::once((EVERYTHING.to_owned(), everything))
                .chain(periods)
                .collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let row = |(value, label): (String, String)| {
            let own = value.clone();
            view! {
                <option value=value selected=move || chosen.with(|one| *one == own)>{label}</option>
            }
        };
        options.get().into_iter().map(row).collect_view()
    };
    view! {
        <div class="labelled">
            <label for="export-what">{words.what}</label>
            <p class="hint" id="export-what-hint">{words.what_hint}</p>
            <select
                class="field"
                id="export-what"
                aria-describedby="export-what-hint"
                on:change:target=move |event| chosen.set(event.target().value())
            >
                {rows}
            </select>
        </div>
    }
}

/// What will be sent: in a few words, and as it is.
#[component]
fn Preview(chosen: RwSignal<String>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.data;
    move || {
        let what = chosen.get();
        let lines = state.workspace.with(|workspace| {
            let assessments: Vec<&Assessment> = workspace
                .assessments
                .values()
                .filter(|one| what == EVERYTHING || one.id.to_string() == what)
                .collect();
            let sent = |one: &&Organization| {
                what == EVERYTHING || assessments.iter().any(|sent| sent.organization == one.id)
            };
            let organizations = workspace.organizations.values().filter(sent);
            let names: Vec<String> = organizations
                .map(|one| organization_name(one, texts))
                .collect();
            let answers = || assessments.iter().flat_map(|one| one.answers.values());
            let notes = answers().filter(|one| !one.note.is_empty()).count();
            let papers = answers().map(|one| one.evidence.len()).sum();
            [
                (words.preview_names)(names.join("、")),
                (words.preview_counts)(answers().count(), notes, papers),
            ]
        });
        let text = made(state, &what)
            .map(|(file, _)| file.text)
            .unwrap_or_default();
        view! {
            <ul class="stack-tight">
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                <li>{(words.preview_size)(text.len().div_ceil(1_000))}</li>
            </ul>
            <ReadOnlyText label=words.preview_label text=text />
        }
    }
}

/// When an export last arrived, and the question after one that may have.
#[component]
fn LastExport() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.data;
    let devices = Devices::expect();
    let times = Memo::new(move |_| {
        state.workspace.with(|one| {
            (
                one.settings.last_export_made_at,
                one.settings.last_export_confirmed_at,
            )
        })
    });
    let day = move |at: i64| {
        devices
            .day_of(at)
            .map(|day| day.to_string())
            .unwrap_or_default()
    };
    let last = move || match times.get().1 {
        Some(at) => (words.last_export_on)(day(at)),
        None => words.last_export_never.to_owned(),
    };
    let waiting = move || {
        let (made, confirmed) = times.get();
        made.filter(|made| confirmed.is_none_or(|confirmed| confirmed < *made))
    };
    let not_yet = RwSignal::new(None::<i64>);
    let arrived = Callback::new(move |()| {
        let now_ms = state.now_ms();
        state.edit_settings(|settings| settings.last_export_confirmed_at = Some(now_ms));
    });
    let question = move || {
        let made = waiting()?;
        if not_yet.get() == Some(made) {
            return Some(view! { <Notice text=words.arrived_try /> }.into_any());
        }
        let later = Callback::new(move |()| not_yet.set(Some(made)));
        let hint = (words.arrived_hint)(day(made));
        Some(
            view! {
                <Notice kind=NoticeKind::Info title=words.arrived_question text=hint>
                    <Button label=words.arrived_yes icon=IconName::Check on_press=arrived />
                    <Button label=words.arrived_not_yet weight=Weight::Quiet on_press=later />
                </Notice>
            }
            .into_any(),
        )
    };
    view! {
        <div class="stack-tight">
            <p>{move || (texts.me.labelled)(words.last_export, &last())}</p>
            <div role="status">{question}</div>
        </div>
    }
}

/// Makes the chosen file, and says what in it is not as it is here.
fn made(state: AppState, what: &str) -> Option<(MadeFile, Vec<String>)> {
    let now_ms = state.now_ms();
    state.workspace.with_untracked(|workspace| {
        if what == EVERYTHING {
            let backup = backup::everything(&workspace.documents(), now_ms, VERSION).ok()?;
            let changed = not_as_it_is(&backup, workspace);
            let name = file_name::backup(state.today()?);
            let text = backup.text;
            return Some((MadeFile { name, text }, changed));
        }
        let assessment = workspace.assessments.get(&what.parse::<Uuid>().ok()?)?;
        let organization = workspace.organizations.get(&assessment.organization)?;
        let pack = carried_pack(workspace, organization, assessment);
        let pages = pages_for_export(workspace, assessment);
        let text =
            export::assessment(organization, assessment, &pages, pack, now_ms, VERSION).ok()?;
        let name = file_name::assessment(&organization.name, assessment.period);
        Some((MadeFile { name, text }, Vec::new()))
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

/// The pack that a file with this assessment has to carry, because it is not built in.
fn carried_pack<'a>(
    workspace: &'a Workspace,
    organization: &Organization,
    assessment: &Assessment,
) -> Option<&'a StandardPack> {
    let loaded = |id: &String| {
        workspace
            .standards
            .values()
            .map(|own| &own.pack)
            .find(|pack| pack.id == *id)
    };
    loaded(&assessment.pack.id).or_else(|| loaded(organization.pack.as_ref()?))
}
