//! The search (搜索) over what is asked, what is to be done and what was entered: plain words, or the
//! first letters of Chinese.
//!
//! Not here: the field and the list of what was found.

use super::glossary;
use super::initials::begins_with_letters;
use crate::exchange::Language;
use crate::ledger::{Ledger, Record, RecordOf};
use crate::order::sorted_by_key;
use crate::standard::{Facts, ItemId, Label, StandardPack};
use std::cmp::Reverse;
use std::ops::Range;
use uuid::Uuid;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// An indicator, scored indicator, veto or bonus item.
    Item(ItemId),
    /// A duty.
    Duty(ItemId),
    /// A mechanism.
    Mechanism(ItemId),
    /// A record.
    Record(Uuid),
    /// A rectification.
    Rectification(Uuid),
    /// A card of a mechanism.
    Card(Uuid),
    /// A hard word, by its key.
    Term(&'static str),
}

/// The groups in which it is shown, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Indicators of the basics (五基指标).
    Basics,
    /// Scored indicators of the stars (五星指标).
    Stars,
    /// Vetoes and bonus items (否决项和加分项).
    Extras,
    /// Duties (责任项).
    Duties,
    /// Mechanisms (机制) and their cards.
    Mechanisms,
    /// Records (记录).
    Records,
    /// Rectifications (整改).
    Rectifications,
    /// Hard words (名词).
    Terms,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The group it belongs to.
    pub group: Group,
    /// What it is.
    pub found: Found,
    /// Its title; empty for a card or a problem that has no words yet.
    pub title: String,
    /// What is said of it, in a line.
    pub line: String,
}

/// What is found for a query, by group, and in a group what has it in the title first. Every word
/// of the query has to be found; an empty query finds nothing.
pub fn search(
    query: &str,
    pack: &StandardPack,
    facts: &Facts,
    ledger: &Ledger,
    language: Language,
) -> Vec<Hit> {
    let words = words(query);
    if words.is_empty() {
        return Vec::new();
    }
    let mut sieve = Sieve {
        words,
        language,
        in_title: Vec::new(),
        beside: Vec::new(),
    };
    sieve.look_at_pack(pack, facts);
    sieve.look_at_checklist(pack);
    sieve.look_at_ledger(pack, ledger);
    for term in glossary::terms() {
        let (name, meaning) = (term.name_in(language), term.meaning_in(language));
        let found = Found::Term(&term.id);
        sieve.look_at(Group::Terms, found, name.to_owned(), meaning.to_owned(), "");
    }
    let mut hits = sieve.in_title;
    hits.append(&mut sieve.beside);
    sorted_by_key(hits, |hit| hit.group)
}

/// Where the words of a query stand in a text, in bytes, from the first to the last, none over
/// another.
pub fn places(text: &str, query: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let words = words(query);
    let mut places = Vec::new();
    let mut at = 0;
    while at < lower.len() {
        let rest = &lower[at..];
        let longest = words.iter().filter(|word| rest.starts_with(word.as_str()));
        match longest.map(String::len).max() {
            Some(length) => {
                places.push(at..at + length);
                at += length;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    places
}

/// The words of a query, in small letters.
pub(super) fn words(query: &str) -> Vec<String> {
    let words = query.split_whitespace();
    words.map(str::to_ascii_lowercase).collect()
}

/// Takes what has all words of a query.
struct Sieve {
    words: Vec<String>,
    language: Language,
    in_title: Vec<Hit>,
    beside: Vec<Hit>,
}

impl Sieve {
    /// Takes something if it has all words: in its title, its line, or in what else is said of it.
    fn look_at(&mut self, group: Group, found: Found, title: String, line: String, more: &str) {
        let (small_title, small_line) = (title.to_ascii_lowercase(), line.to_ascii_lowercase());
        let small_more = more.to_ascii_lowercase();
        let is_in_title = |word: &String| {
            small_title.contains(word.as_str()) || begins_with_letters(&title, word)
        };
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
            return;
        };
        hits.push(Hit {
            group,
            found,
            title,
            line,
        });
    }

    fn say(&self, label: &Label) -> String {
        self.language.say(label).to_owned()
    }

    fn look_at_pack(&mut self, pack: &StandardPack, facts: &Facts) {
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

    fn look_at_checklist(&mut self, pack: &StandardPack) {
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
            let steps = one.steps.iter().map(|step| self.say(&step.label));
            let more = steps.collect::<Vec<_>>().join(" ");
            let found = Found::Mechanism(one.id.clone());
            self.look_at(Group::Mechanisms, found, title, line, &more);
        }
    }

    fn look_at_ledger(&mut self, pack: &StandardPack, ledger: &Ledger) {
        for (id, one) in &ledger.cards {
            let mechanism = pack.checklist.mechanism(&one.mechanism);
            let of = mechanism
                .map(|one| self.say(&one.title))
                .unwrap_or_default();
            let title = one.title.clone();
            self.look_at(Group::Mechanisms, Found::Card(*id), title, of, "");
        }
        // What was held last is looked for most.
        let latest_first = |(id, one): &(&Uuid, &Record)| Reverse((one.held_on, **id));
        for (id, one) in sorted_by_key(&ledger.records, latest_first) {
            let title = self.title_of(pack, &one.of);
            let line = match one.line.is_empty() {
                true => one.held_on.to_string(),
                false => format!("{} · {}", one.held_on, one.line),
            };
            self.look_at(Group::Records, Found::Record(*id), title, line, &one.place);
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

    fn title_of(&self, pack: &StandardPack, of: &RecordOf) -> String {
        let title = match of {
            RecordOf::Kind(id) => pack.checklist.record_kind(id).map(|one| &one.title),
            RecordOf::Duty(id) => pack.checklist.duty(id).map(|one| &one.title),
        };
        title.map(|title| self.say(title)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::CivilDate;
    use crate::rectification::{Origin, Rectification};
    use crate::sorted_map::SortedMap;
    use crate::standard::{OrganizationType, built_in};

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn ledger() -> Ledger {
        let record = |held_on: &str, line: &str| Record {
            of: RecordOf::Kind(ItemId::from("general_meeting")),
            held_on: day(held_on),
            belongs_to_year: None,
            numbers: SortedMap::default(),
            line: line.to_owned(),
            place: "2 号柜".to_owned(),
        };
        let problem = "公开栏缺 9 月的".to_owned();
        let problem = Rectification::found(Origin::Other, problem, day("2026-10-08"));
        Ledger {
            records: SortedMap::from([
                (Uuid::from_u128(1), record("2026-03-20", "讨论年度计划")),
                (Uuid::from_u128(2), record("2026-06-20", "老仓库出租")),
            ]),
            rectifications: SortedMap::from([(Uuid::from_u128(3), problem)]),
            ..Ledger::default()
        }
    }

    fn found(query: &str, language: Language) -> Vec<String> {
        let pack = built_in(OrganizationType::Village).unwrap();
        let hits = search(query, &pack, &Facts::default(), &ledger(), language);
        let name = |hit: Hit| match hit.found {
            Found::Item(id) | Found::Duty(id) | Found::Mechanism(id) => id.0,
            Found::Record(id) | Found::Rectification(id) | Found::Card(id) => {
                id.as_u128().to_string()
            }
            Found::Term(id) => id.to_owned(),
        };
        hits.into_iter().map(name).collect()
    }

    #[test]
    fn words_and_first_letters_find_what_is_meant() {
        fn check(query: &str, expected: &[&str]) {
            let all = found(query, Language::Chinese);
            assert_eq!(all[..expected.len().min(all.len())], *expected, "{query}");
        }

        check("", &[]);
        check("   ", &[]);
        check("没有这样的词", &[]);
        check("党员大会", &["ACT-01"]);
        check("dydh", &["ACT-01", "D-GM", "2", "1"]);
        check("DYDH 仓库", &["2"]);
        check("仓库", &["2"]);
        check("2 号柜", &["2", "1"]);
        check("缺 9 月", &["3"]);
        check("三资", &["VB5", "assets"]);
    }

    #[test]
    fn what_has_it_in_the_title_stands_before_what_only_speaks_of_it() {
        let pack = built_in(OrganizationType::Village).unwrap();
        let hits = search(
            "党费",
            &pack,
            &Facts::default(),
            &Ledger::default(),
            Language::Chinese,
        );
        let basics: Vec<&Hit> = hits
            .iter()
            .filter(|hit| hit.group == Group::Basics)
            .collect();
        let first_beside = basics.iter().position(|hit| !hit.title.contains("党费"));
        let last_in_title = basics.iter().rposition(|hit| hit.title.contains("党费"));
        assert!(last_in_title < first_beside, "{basics:?}");
        assert!(hits.is_sorted_by_key(|hit| hit.group));
    }

    #[test]
    fn english_is_searched_in_english() {
        assert_eq!(found("general MEETING", Language::English)[0], "ACT-01");
        assert!(found("general meeting", Language::Chinese).is_empty());
    }

    #[test]
    fn the_words_are_marked_where_they_stand() {
        fn check(text: &str, query: &str, expected: &[&str]) {
            let places = places(text, query).into_iter();
            let marked: Vec<&str> = places.map(|place| &text[place]).collect();
            assert_eq!(marked, expected, "{text} {query}");
        }

        check("党员大会和党员", "党员", &["党员", "党员"]);
        check("General Meeting", "meet general", &["General", "Meet"]);
        check("党员大会", "dydh", &[]);
        check("党员大会", "", &[]);
        check("aaa", "a aa", &["aa", "a"]);
    }
}
