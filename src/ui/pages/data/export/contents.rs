//! What goes out, in words: every kind of thing with its number.
//!
//! Not here: the counting (`exchange::inventory`).

use super::{Chosen, Whom, inventory, organization_names};
use crate::app::sending::for_others;
use crate::app::standards::in_force;
use crate::app::state::AppState;
use crate::exchange::ShortCode;
use crate::exchange::inventory::Inventory;
use crate::exchange::signing::{SigningKey, code_of};
use crate::ledger::RecordOf;
use crate::sorted_map::SortedMap;
use crate::standard::{Checklist, ItemId, OrganizationType};
use crate::text::{Language, Texts, list};
use crate::ui::duty_words::duty_title;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// The lines of the list.
pub fn lines(state: AppState, chosen: Chosen) -> Vec<String> {
    let Some(all) = inventory(state, chosen) else {
        return Vec::new();
    };
    let names = Names::of(state, chosen);
    let organizations = organization_names(state, chosen);
    in_words(&all, &organizations, &names, texts())
}

/// The short code (校验短码) of the period that goes to others, in words; nothing for a backup, which
/// is for nobody to compare.
pub fn code(state: AppState, chosen: Chosen) -> Option<impl IntoView + use<>> {
    let words = &texts().sealing;
    let period = chosen
        .period
        .get()
        .filter(|_| chosen.whom == Whom::Others)?;
    let included = chosen.included.get();
    let sent = state
        .workspace
        .with(|workspace| for_others(workspace, period, &included))?;
    let code = (words.code)(ShortCode::of_period(&sent)?.to_string());
    let key = state
        .workspace
        .with(|workspace| SigningKey::of_settings(&workspace.settings));
    let key = key.and_then(|key| code_of(&key.public()));
    Some(view! {
        <p class="hint">{(texts().me.labelled)(&code, words.code_sent)}</p>
        {key.map(|key| view! { <p class="hint">{(words.signed_hint)(key.to_string())}</p> })}
    })
}

/// The lines of an inventory, field by field, so that none is forgotten.
fn in_words(
    all: &Inventory,
    organization_names: &[String],
    names: &Names,
    texts: &'static Texts,
) -> Vec<String> {
    let words = &texts.sending;
    let Inventory {
        settings,
        keys,
        organizations,
        local_changes,
        own_duties,
        periods,
        answers,
        vetoes,
        taken_back,
        retired,
        summaries,
        notes,
        reasons,
        papers,
        records,
        missed,
        rectifications,
        cards,
        reviews,
        replies,
        taken_out,
        standards,
        unknown,
    } = all;
    let counted =
        |number: &usize, words: fn(usize) -> String| (*number > 0).then(|| words(*number));
    let kinds = |counts: Vec<(String, usize)>| {
        let each = counts
            .into_iter()
            .map(|(name, number)| (words.of_kind)(name, number));
        names.listed(each.collect())
    };
    let of_records = || {
        let counts = records
            .iter()
            .map(|(of, number)| (names.record(of), *number));
        (words.records)(records.values().sum(), kinds(counts.collect()))
    };
    let of_cards = || {
        let counts = cards
            .iter()
            .map(|(id, number)| (names.mechanism(id), *number));
        (words.cards)(cards.values().sum(), kinds(counts.collect()))
    };
    let organizations = (*organizations > 0)
        .then(|| (words.organizations)(names.listed(organization_names.to_vec())));
    [
        organizations,
        counted(periods, words.periods),
        counted(answers, words.answers),
        counted(vetoes, words.vetoes),
        counted(taken_back, words.taken_back),
        counted(retired, words.retired),
        counted(summaries, words.summaries),
        counted(notes, words.notes),
        counted(reasons, words.reasons),
        counted(papers, words.papers),
        (!records.is_empty()).then(of_records),
        counted(missed, words.missed),
        counted(rectifications, words.rectifications),
        (!cards.is_empty()).then(of_cards),
        counted(reviews, texts.review.reviews_sent),
        counted(replies, texts.review.replies_sent),
        counted(taken_out, words.taken_out),
        counted(local_changes, words.local_changes),
        counted(own_duties, words.own_duties_sent),
        counted(standards, words.standards),
        (*keys > 0).then(|| texts.sealing.keys_sent.to_owned()),
        (*settings > 0).then(|| words.settings.to_owned()),
        counted(unknown, words.unknown),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What tells the packs of two organisations apart: the type, the pack that was loaded, and whose
/// own duties are in it, if any.
type SamePack = (OrganizationType, Option<String>, Option<Uuid>);

/// What kinds of records and mechanisms are called, by the packs of the organisations that go out.
pub struct Names {
    checklists: SortedMap<SamePack, Checklist>,
    language: Language,
}

impl Names {
    /// The names for what was chosen.
    pub fn of(state: AppState, chosen: Chosen) -> Self {
        let whom = chosen.whom;
        let period = chosen.period.get_untracked();
        let mut checklists = SortedMap::new();
        state.workspace.with_untracked(|workspace| {
            let of_period =
                period.and_then(|id| Some(workspace.assessments.get(&id)?.organization));
            for one in workspace.organizations.values() {
                if whom == Whom::Others && of_period != Some(one.id) {
                    continue;
                }
                // A device can hold a hundred organisations of one type, which share a pack but for
                // what each has of its own.
                let own = (!one.local.own_duties.is_empty()).then_some(one.id);
                let same = (one.organization_type, one.pack.clone(), own);
                if !checklists.contains_key(&same)
                    && let Some(pack) = in_force(workspace, one.id)
                {
                    checklists.insert(same, pack.checklist);
                }
            }
        });
        Self {
            checklists,
            language: language(),
        }
    }

    /// What a mechanism is called, or its id where no pack has it.
    pub fn mechanism(&self, id: &ItemId) -> String {
        let known = self.checklists.values().find_map(|one| one.mechanism(id));
        known.map_or_else(|| id.to_string(), |one| say(&one.title, self.language))
    }

    fn record(&self, of: &RecordOf) -> String {
        let mut all = self.checklists.values();
        match of {
            RecordOf::Kind(id) => {
                let known = all.find_map(|one| one.record_kind(id));
                known.map_or_else(|| id.to_string(), |one| say(&one.title, self.language))
            }
            RecordOf::Duty(id) => {
                let known = all.find_map(|one| one.duty(id));
                known.map_or_else(|| id.to_string(), |one| duty_title(one, self.language))
            }
        }
    }

    fn listed(&self, names: Vec<String>) -> String {
        list(names, self.language)
    }
}
