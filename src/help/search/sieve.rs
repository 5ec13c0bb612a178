//! Going through everything that can be found (筛选), thing by thing.
//!
//! Not here: which of it a search goes through (`super`).

use super::words::{is_in_title, words};
use super::{Found, Group, Hit};
use crate::exchange::Language;
use crate::help::glossary;
use crate::help::offered::said_on;
use crate::ledger::{Card, FieldValue, Ledger, Record, RecordOf};
use crate::order::sorted_by_key;
use crate::standard::{Facts, Label, StandardPack};
use std::cmp::Reverse;
use uuid::Uuid;

/// Takes what has all words of a query.
pub(super) struct Sieve {
    words: Vec<String>,
    language: Language,
    in_title: Vec<Hit>,
    beside: Vec<Hit>,
}

impl Sieve {
    /// A sieve for the words of a query; `None` if it has none.
    pub(super) fn of(query: &str, language: Language) -> Option<Self> {
        let words = words(query);
        (!words.is_empty()).then_some(Self {
            words,
            language,
            in_title: Vec::new(),
            beside: Vec::new(),
        })
    }

    /// What was taken, by group, and in a group what has the words in the title first.
    pub(super) fn hits(self) -> Vec<Hit> {
        let mut hits = self.in_title;
        hits.extend(self.beside);
        sorted_by_key(hits, |hit| hit.group)
    }

    /// Takes something if it has all words: in its title, its line, or in what else is said of it;
    /// and returns what was taken.
    fn look_at(
        &mut self,
        group: Group,
        found: Found,
        title: String,
        line: String,
        more: &str,
    ) -> Option<&mut Hit> {
        let (small_line, small_more) = (line.to_ascii_lowercase(), more.to_ascii_lowercase());
        let is_in_title = |word: &String| is_in_title(&title, word);
        let is_anywhere = |word: &String| {
            is_in_title(word)
                || small_line.contains(word.as_str())
                || small_more.contains(word.as_str())
        };
        let hits = if self.words.iter().all(is_in_title) {
            &mut self.in_title
        } else if self.words.iter().all(is_anywhere) {
            &mut self.beside
        } else {
            return None;
        };
        hits.push(Hit {
            group,
            found,
            title,
            line,
            held_on: None,
        });
        hits.last_mut()
    }

    fn say(&self, label: &Label) -> String {
        self.language.say(label).to_owned()
    }

    pub(super) fn look_at_pack(&mut self, pack: &StandardPack, facts: &Facts) {
        for one in pack.indicators() {
            let line = self.say(one.wording(facts).criterion);
            let (title, papers) = (self.say(&one.title), one.evidence.join(" "));
            self.look_at(
                Group::Basics,
                Found::Item(one.id.clone()),
                title,
                line,
                &papers,
            );
        }
        for one in pack.stars.iter().flat_map(|star| &star.indicators) {
            let bands: Vec<String> = one.bands.iter().map(|band| self.say(&band.when)).collect();
            let best = bands.first().cloned().unwrap_or_default();
            let question = one.question.as_ref().map(|one| self.say(one));
            let line = question.unwrap_or(best);
            let (title, more) = (self.say(&one.title), bands.join(" "));
            self.look_at(
                Group::Stars,
                Found::Item(one.id.clone()),
                title,
                line,
                &more,
            );
        }
        let vetoes = pack.vetoes.iter().map(|one| (&one.id, &one.title));
        let bonuses = pack.bonuses.iter().map(|one| (&one.id, &one.title));
        for (id, title) in vetoes.chain(bonuses) {
            let (found, title) = (Found::Item(id.clone()), self.say(title));
            self.look_at(Group::Extras, found, title, String::new(), "");
        }
    }

    pub(super) fn look_at_checklist(&mut self, pack: &StandardPack) {
        for one in &pack.checklist.duties {
            let (title, line) = (self.say(&one.title), self.say(&one.goal));
            let more = format!("{} {}", self.say(&one.measure), self.say(&one.milestone));
            self.look_at(
                Group::Duties,
                Found::Duty(one.id.clone()),
                title,
                line,
                &more,
            );
        }
        for one in &pack.checklist.mechanisms {
            let (title, line) = (self.say(&one.title), self.say(&one.about));
            let said = said_on(one).into_iter().map(|label| self.say(label));
            let more = said.collect::<Vec<_>>().join(" ");
            let found = Found::Mechanism(one.id.clone());
            self.look_at(Group::Mechanisms, found, title, line, &more);
        }
    }

    /// Takes the lines of a card that have all words, such as those of a list (清单) or a roster.
    fn look_at_lines(&mut self, id: Uuid, card: &Card, title: &str) {
        let texts = card.values.values().filter_map(|value| match value {
            FieldValue::Text(text) => Some(text.lines()),
            _ => None,
        });
        for line in texts.flatten().map(str::trim) {
            let small = line.to_ascii_lowercase();
            if self.words.iter().all(|word| small.contains(word.as_str())) {
                self.beside.push(Hit {
                    group: Group::Mechanisms,
                    found: Found::Card(id),
                    title: title.to_owned(),
                    line: line.to_owned(),
                    held_on: None,
                });
            }
        }
    }

    pub(super) fn look_at_ledger(&mut self, pack: &StandardPack, ledger: &Ledger) {
        for (id, one) in &ledger.cards {
            let mechanism = pack.checklist.mechanism(&one.mechanism);
            let of = mechanism
                .map(|one| self.say(&one.title))
                .unwrap_or_default();
            let title = one.title.clone();
            self.look_at_lines(*id, one, if title.is_empty() { &of } else { &title });
            self.look_at(Group::Mechanisms, Found::Card(*id), title, of, "");
        }
        // What was held last is looked for most.
        let latest_first = |(id, one): &(&Uuid, &Record)| Reverse((one.held_on, **id));
        for (id, one) in sorted_by_key(&ledger.records, latest_first) {
            let title = self.title_of(pack, &one.of);
            let (line, more) = (one.line.clone(), format!("{} {}", one.held_on, one.place));
            let found = Found::Record(*id);
            if let Some(hit) = self.look_at(Group::Records, found, title, line, &more) {
                hit.held_on = Some(one.held_on);
            }
        }
        for (id, one) in &ledger.rectifications {
            let (title, line) = (one.problem.clone(), one.measure.clone());
            let more = format!("{} {}", one.who, one.result);
            self.look_at(
                Group::Rectifications,
                Found::Rectification(*id),
                title,
                line,
                &more,
            );
        }
    }

    pub(super) fn look_at_words(&mut self) {
        for term in glossary::terms() {
            let (name, meaning) = (term.name_in(self.language), term.meaning_in(self.language));
            let found = Found::Term(&term.id);
            self.look_at(Group::Terms, found, name.to_owned(), meaning.to_owned(), "");
        }
    }

    fn title_of(&self, pack: &StandardPack, of: &RecordOf) -> String {
        let title = match of {
            RecordOf::Kind(id) => pack.checklist.record_kind(id).map(|one| &one.title),
            RecordOf::Duty(id) => pack.checklist.duty(id).map(|one| &one.title),
        };
        title.map(|title| self.say(title)).unwrap_or_default()
    }
}
