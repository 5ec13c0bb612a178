//! The question whether an organisation of the file is one of this device (是不是同一个组织), and which
//! one, where several have the same name.
//!
//! Not here: what follows from the answer (`exchange::plan`).

use crate::app::state::AppState;
use crate::app::workspace::Workspace;
use crate::assessment::Organization;
use crate::period::CivilDate;
use crate::sorted_map::SortedMap;
use crate::text::Texts;
use crate::ui::components::{AnswerButtons, AnswerLayout, Choice, ChoiceRow, Selection};
use crate::ui::naming::organization_name;
use crate::ui::speech::texts;
use crate::visible_text::trimmed;
use leptos::prelude::*;
use uuid::Uuid;

/// Whether an organisation of the file is one of this device.
#[component]
pub fn SameOrganization(
    /// The one of the file.
    theirs: Uuid,
    /// The one of this device that it seems to be.
    ours: Uuid,
    /// What the user said so far: which of the file (the keys) are which of this device.
    joined: RwSignal<SortedMap<Uuid, Uuid>>,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.files;
    let offset = state.offset_minutes();
    let (name, candidates) = state.workspace.with_untracked(|workspace| {
        let first = workspace.organizations.get(&ours);
        let name = first.map(|one| organization_name(one, texts));
        let candidates = first
            .into_iter()
            .flat_map(|first| of_one_name(first, workspace));
        let said = candidates.map(|one| (one.id, told_apart(one, workspace, offset, texts)));
        (name.unwrap_or_default(), said.collect::<Vec<_>>())
    });
    // `None` stands for none of the organisations here, which can be chosen as well.
    let chosen = move || Some(joined.with(|all| all.get(&theirs).copied()));
    let choose = move |ours: Option<Uuid>| {
        joined.update(|all| match ours {
            Some(ours) => drop(all.insert(theirs, ours)),
            None => drop(all.remove(&theirs)),
        });
    };
    let none = Choice::plain(None, words.same_no);
    match &candidates[..] {
        [(id, told_apart)] => view! {
            <ChoiceRow
                label=(words.same_question)((texts.common.in_brackets)(&name, told_apart))
                hint=words.same_hint
                selection=Selection::new(
                    [Choice::plain(Some(*id), words.same_yes), none],
                    chosen,
                    choose,
                )
            />
        }
        .into_any(),
        several => {
            let choices = several.iter().map(|(id, told_apart)| {
                Choice::plain(Some(*id), (words.same_as_that)(told_apart.clone()))
            });
            let selection = Selection::new(choices.chain([none]), chosen, choose);
            let question = (words.same_question)(name);
            view! {
                <p><strong>{question.clone()}</strong></p>
                <p class="hint">{words.same_hint}</p>
                <AnswerButtons
                    legend=question
                    selection=selection
                    layout=AnswerLayout::List
                />
            }
            .into_any()
        }
    }
}

/// An organisation of this device, and the others that have its name and type: nobody can tell from
/// the name alone which of them is meant.
fn of_one_name<'a>(
    first: &'a Organization,
    workspace: &'a Workspace,
) -> impl Iterator<Item = &'a Organization> {
    let same = move |one: &&Organization| {
        one.id != first.id
            && !one.example
            && one.organization_type == first.organization_type
            && trimmed(&one.name) == trimmed(&first.name)
    };
    std::iter::once(first).chain(workspace.organizations.values().filter(same))
}

/// What tells an organisation from another of its name: how many periods it has, and when something
/// of it was changed last.
fn told_apart(
    organization: &Organization,
    workspace: &Workspace,
    offset_minutes: i32,
    texts: &Texts,
) -> String {
    let own = workspace.assessments_of(organization.id);
    let changes = own.iter().map(|one| one.changed_at());
    let last = changes.chain([organization.changed_at]).max();
    let day = last.and_then(|at| CivilDate::at_instant(at, offset_minutes));
    let day = day.map(|day| (texts.facts.day)(day, 0)).unwrap_or_default();
    (texts.files.same_told_apart)(own.len(), day)
}
