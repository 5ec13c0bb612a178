//! Checks of example answers: that they name things which exist, in words which exist.
//!
//! Not here: whether they come out as they say (`assessment::verification`).

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::sorted_map::SortedMap;
use crate::standard::example::ExampleAnswer;
use crate::standard::pack::ItemId;
use crate::standard::star::ScoredBy;

/// The outcomes of a basic, as examples write them.
const BASIC_OUTCOMES: [&str; 4] = ["met", "unmet", "incomplete", "nothing_due"];

/// The outcomes of a star.
const STAR_OUTCOMES: [&str; 6] = [
    "won",
    "not_won",
    "incomplete",
    "frozen",
    "named",
    "not_applicable",
];

/// The answers to an indicator of a basic that is asked for a verdict.
const VERDICTS: [&str; 4] = ["met", "partly", "unmet", "not_applicable"];

/// The answers to a veto.
const VETO_ANSWERS: [&str; 3] = ["clear", "present", "unclear"];

/// No answer at all, where everything else is answered alike.
const UNCHECKED: &str = "unchecked";

impl Checks<'_> {
    /// Every example.
    pub(super) fn examples(&mut self, root: &Place) {
        let pack = self.pack;
        for (index, example) in pack.examples.iter().enumerate() {
            let place = root.at(index).of(&example.name);
            self.text(&place.at("name"), &example.name);
            for (id, answer) in &example.answers {
                self.answer(&place.at("answers").at(id), id, answer);
            }
            let basics: Vec<&str> = pack.basics.iter().map(|basic| basic.key.as_str()).collect();
            let stars: Vec<&str> = pack.stars.iter().map(|star| star.key.as_str()).collect();
            let expected = place.at("expected");
            let outcomes = &example.expected;
            self.outcomes(
                &expected.at("basics"),
                &outcomes.basics,
                &basics,
                &BASIC_OUTCOMES,
            );
            self.outcomes(
                &expected.at("stars"),
                &outcomes.stars,
                &stars,
                &STAR_OUTCOMES,
            );
            for key in outcomes
                .scores
                .keys()
                .filter(|key| !stars.contains(&key.as_str()))
            {
                let kind = FaultKind::UnknownKey { key: key.clone() };
                self.fault(&expected.at("scores").at(key), kind);
            }
        }
    }

    fn outcomes(
        &mut self,
        place: &Place,
        outcomes: &SortedMap<String, String>,
        keys: &[&str],
        words: &[&str],
    ) {
        for (key, word) in outcomes {
            if !keys.contains(&key.as_str()) {
                self.fault(&place.at(key), FaultKind::UnknownKey { key: key.clone() });
            } else if !words.contains(&word.as_str()) {
                self.fault(
                    &place.at(key),
                    FaultKind::UnknownWord { word: word.clone() },
                );
            }
        }
    }

    fn answer(&mut self, place: &Place, id: &ItemId, answer: &ExampleAnswer) {
        let pack = self.pack;
        let word_in = |words: &[&str]| match answer {
            ExampleAnswer::Word(word) => words.contains(&word.as_str()) || word == UNCHECKED,
            ExampleAnswer::Points(_) | ExampleAnswer::Numbers(_) => false,
        };
        let numbers = |most: usize| match answer {
            ExampleAnswer::Numbers(numbers) => (1..=most).contains(&numbers.len()),
            ExampleAnswer::Word(_) | ExampleAnswer::Points(_) => false,
        };
        let fits = if let Some((_, indicator)) = pack.indicator(id) {
            let counted = indicator.answer.times().is_some();
            word_in(&VERDICTS) || counted && numbers(2)
        } else if let Some((_, scored)) = pack.scored(id) {
            let points = |points: u32| match scored.scored_by() {
                ScoredBy::Bands => scored.bands.iter().any(|band| band.score == points),
                ScoredBy::Entered => points <= scored.maximum,
                ScoredBy::Deductions => false,
            };
            let most = scored.deductions.len();
            word_in(&[])
                || matches!(answer, ExampleAnswer::Points(found) if points(*found))
                || numbers(most)
        } else if pack.veto(id).is_some() {
            word_in(&VETO_ANSWERS)
        } else if let Some(bonus) = pack.bonus(id) {
            word_in(&[]) || numbers(bonus.options.len())
        } else {
            self.fault(place, FaultKind::UnknownItem { id: id.clone() });
            return;
        };
        if !fits {
            let word = match answer {
                ExampleAnswer::Word(word) => word.clone(),
                ExampleAnswer::Points(points) => points.to_string(),
                ExampleAnswer::Numbers(numbers) => format!("{numbers:?}"),
            };
            self.fault(place, FaultKind::UnknownWord { word });
        }
    }
}
