//! How a card is named, and how far it has come in a line and a mark.
//!
//! Not here: the words themselves (`text::mechanisms`).

use crate::app::state::AppState;
use crate::duty::{CardState, Ending, Warning, card_state, progress};
use crate::ledger::{Card, FieldValue, Ledger};
use crate::period::CivilDate;
use crate::standard::{FieldKind, Mechanism, StandardPack};
use crate::text::{Language, Texts, list};
use crate::ui::components::{Mark, Tone};
use crate::ui::icons::IconName;
use crate::ui::speech::{language, say, texts};
use crate::visible_text::{isolated, trimmed};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// The missing steps stand by name in a row as long as they are no longer than this together.
const MISSING_IN_A_ROW: usize = 24;

/// How much of a text stands in for a name, in characters.
const NAME: usize = 24;

/// The key of the field that says what came of a card, by the custom of the built-in packs.
const RESULT: &str = "result";

/// What is needed to speak of cards.
#[derive(Clone)]
pub struct Telling {
    pack: Arc<StandardPack>,
    ledger: Arc<Ledger>,
    today: CivilDate,
    texts: &'static Texts,
    language: Language,
}

impl Telling {
    /// What there is now; it listens for changes. Nothing without an organisation.
    pub fn now(state: AppState) -> Option<Self> {
        Some(Self {
            pack: state.pack_in_force.get()?,
            ledger: state.ledger.get(),
            today: state.today()?,
            texts: texts(),
            language: language(),
        })
    }

    /// The mechanism of a card, if the pack has it.
    fn mechanism(&self, card: &Card) -> Option<&Mechanism> {
        self.pack.checklist.mechanism(&card.mechanism)
    }

    /// What a card is called: its title, or the first thing written on it, or its year where there
    /// is one a year.
    pub fn name(&self, card: &Card) -> String {
        if !trimmed(&card.title).is_empty() {
            return isolated(&card.title);
        }
        let words = &self.texts.mechanisms;
        let Some(mechanism) = self.mechanism(card) else {
            return words.unnamed.to_owned();
        };
        if mechanism.once_a_year {
            return (words.year)(card.year);
        }
        let written = mechanism.fields.iter().find_map(|field| {
            let is_text = matches!(
                field.kind,
                FieldKind::Line | FieldKind::Text | FieldKind::Named
            );
            match card.values.get(&field.key) {
                Some(FieldValue::Text(text)) if is_text && !text.trim().is_empty() => {
                    Some(text.trim().chars().take(NAME).collect::<String>())
                }
                _ => None,
            }
        });
        let unnamed = || {
            format!(
                "{} · {}",
                say(&mechanism.card, self.language),
                words.unnamed
            )
        };
        written.unwrap_or_else(unnamed)
    }

    /// How far a card has come, in one line: its steps, what it is linked with, what came of it.
    /// On the page of a card it is left out among the links of the others.
    pub fn line(&self, id: Uuid, card: &Card, page: Option<Uuid>) -> String {
        let words = &self.texts.mechanisms;
        let Some(mechanism) = self.mechanism(card) else {
            return String::new();
        };
        let mut parts = Vec::new();
        if !mechanism.steps.is_empty() {
            parts.extend(self.steps(card, mechanism));
        }
        let linked: Vec<String> = self
            .ledger
            .linked_with(id)
            .into_iter()
            .filter(|(other, _)| Some(*other) != page)
            .map(|(_, other)| self.name(other))
            .collect();
        let has_partners =
            page.is_none() && mechanism.steps.is_empty() && !mechanism.links.is_empty();
        if !linked.is_empty() {
            parts.push((words.linked)(list(linked, self.language)));
        } else if has_partners {
            parts.push(words.not_linked.to_owned());
        }
        if let Some(FieldValue::Text(result)) = card.values.get(RESULT)
            && !result.trim().is_empty()
        {
            parts.push(result.trim().chars().take(NAME * 2).collect());
        }
        parts.join(" · ")
    }

    /// How a card stands.
    pub fn state(&self, card: &Card) -> CardState {
        card_state(self.mechanism(card), card, self.today)
    }

    /// The steps in a few words: how many of how many, which are missing, what presses.
    fn steps(&self, card: &Card, mechanism: &Mechanism) -> Vec<String> {
        let words = &self.texts.mechanisms;
        let found = progress(mechanism, card, self.today);
        let name = |key: &String| {
            let step = mechanism.steps.iter().find(|step| step.key == *key);
            step.map_or_else(|| key.clone(), |step| say(&step.label, self.language))
        };
        let mut parts = vec![(words.progress)(found.taken, found.all)];
        if card.closed_on.is_some() {
            return parts;
        }
        let missing = found.missing.iter().map(name).collect::<Vec<_>>();
        let missing = list(missing, self.language);
        match &found.next {
            None => parts.push(words.all_taken.to_owned()),
            Some(_) if found.taken > 0 && missing.chars().count() <= MISSING_IN_A_ROW => {
                parts.push((words.missing)(missing));
            }
            Some(next) => parts.push((words.next)(name(next))),
        }
        // The mark beside the line says that it presses, and the line what and until when.
        if let Some((key, Warning::Overdue { last } | Warning::Soon { last })) = &found.presses {
            let day = (self.texts.facts.day)(*last, self.today.year());
            let limit = (words.not_after)(day);
            parts.push(if found.next.as_ref() == Some(key) {
                limit
            } else {
                (words.limit_of)(name(key), limit)
            });
        }
        parts
    }
}

/// What to mind about a step, in words.
pub fn warning_words(warning: Warning, today: CivilDate, texts: &Texts) -> String {
    let words = &texts.mechanisms;
    let day = |day| (texts.facts.day)(day, today.year());
    match warning {
        Warning::TakenTooEarly { first } => (words.too_early)(day(first)),
        Warning::TakenTooLate { last } => (words.too_late)(day(last)),
        Warning::Overdue { last } => (words.overdue)(day(last)),
        Warning::Soon { last } => (words.soon)(day(last)),
        Warning::OutOfOrder => words.out_of_order.to_owned(),
    }
}

/// How a card stands, as a mark; nothing while it is simply under way.
#[component]
pub fn CardMark(
    /// How it stands.
    state: CardState,
) -> impl IntoView {
    let words = &texts().mechanisms;
    let (icon, word, tone) = match state {
        CardState::Open => return None,
        CardState::Soon => (IconName::Calendar, words.mark_soon, Tone::Partly),
        CardState::Overdue => (IconName::Warning, words.mark_overdue, Tone::Unmet),
        CardState::Closed(Ending::Settled) => (IconName::Check, words.mark_closed, Tone::Met),
        CardState::Closed(Ending::OutOfUse) => (IconName::Dash, words.mark_kept_closed, Tone::Open),
        CardState::Closed(Ending::OffTheList) => {
            (IconName::Dash, words.mark_kept_people_closed, Tone::Open)
        }
    };
    Some(view! { <Mark icon=icon word=word tone=tone /> })
}
