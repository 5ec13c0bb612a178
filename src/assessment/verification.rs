//! Runs the example answers (测试样例) of a pack through the engine. A pack whose examples come
//! out otherwise than it says is refused.
//!
//! Not here: whether the pack is well formed (`standard::validation`).

use super::answer::{Answer, Assessment, PackReference};
use super::answer_value::{AnswerValue, Verdict, VetoAnswer};
use super::basics::BasicState;
use super::indicator::occurrences_due;
use super::organization::Organization;
use super::outcome::{Outcome, judge};
use super::stars::StarState;
use crate::sorted_map::SortedMap;
use crate::standard::{
    Example, ExampleAnswer, Indicator, ItemId, ScoredBy, SourceVerdict, StandardPack,
};
use uuid::Uuid;

/// An example that came out otherwise than its pack says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("example {example}: {what}: expected {expected}, found {found}")]
pub struct ExampleFault {
    /// The name of the example.
    pub example: String,
    /// What differs: a basic, a star, or an answer that makes no sense.
    pub what: String,
    /// What the pack says.
    pub expected: String,
    /// What came out.
    pub found: String,
}

/// Runs every example of the pack; an empty list means that all came out as it says.
pub fn verify(pack: &StandardPack) -> Vec<ExampleFault> {
    pack.examples
        .iter()
        .flat_map(|example| verify_example(pack, example))
        .collect()
}

/// The organisation and the assessment that an example describes.
///
/// # Errors
///
/// The faults of answers whose words do not fit the items they are given to.
pub fn build(
    pack: &StandardPack,
    example: &Example,
) -> Result<(Organization, Assessment), Vec<ExampleFault>> {
    let organization = Organization {
        id: Uuid::nil(),
        name: String::new(),
        organization_type: pack.organization,
        facts: example.facts,
        term_end: example.term_end,
        pack: Some(pack.id.clone()),
        local: Default::default(),
        example: false,
        created_at: 0,
        changed_at: 0,
        extra: Default::default(),
    };
    let mut faults = Vec::new();
    let mut answers = SortedMap::new();
    if let Some(otherwise) = example.otherwise {
        answers = answer_everything(pack, &organization, example, otherwise);
    }
    for (id, answer) in &example.answers {
        match answer_value(pack, id, answer) {
            Ok(Some(value)) => drop(answers.insert(id.clone(), Answer::of(value, 1))),
            Ok(None) => drop(answers.remove(id)),
            Err(expected) => faults.push(ExampleFault {
                example: example.name.clone(),
                what: format!("answer to {id}"),
                expected: expected.to_owned(),
                found: format!("{answer:?}"),
            }),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let reference = PackReference {
        id: pack.id.clone(),
        version: pack.version.clone(),
        hash: String::new(),
    };
    let assessment = Assessment {
        id: Uuid::nil(),
        organization: organization.id,
        period: example.period,
        pack: reference,
        answers,
        retired: SortedMap::new(),
        summary: None,
        example: false,
        created_at: 0,
        extra: Default::default(),
    };
    Ok((organization, assessment))
}

fn verify_example(pack: &StandardPack, example: &Example) -> Vec<ExampleFault> {
    match build(pack, example) {
        Ok((organization, assessment)) => {
            differences(example, &judge(pack, &organization, &assessment))
        }
        Err(faults) => faults,
    }
}

fn differences(example: &Example, outcome: &Outcome) -> Vec<ExampleFault> {
    let mut faults = Vec::new();
    let mut expect = |what: String, expected: String, found: Option<String>| {
        let found = found.unwrap_or_else(|| "nothing of this name".to_owned());
        if expected != found {
            let example = example.name.clone();
            faults.push(ExampleFault {
                example,
                what,
                expected,
                found,
            });
        }
    };
    for (key, expected) in &example.expected.basics {
        let found = outcome
            .basic(key)
            .map(|basic| basic_word(basic.state).to_owned());
        expect(format!("basic {key}"), expected.clone(), found);
    }
    for (key, expected) in &example.expected.stars {
        let found = outcome
            .star(key)
            .map(|star| star_word(star.state).to_owned());
        expect(format!("star {key}"), expected.clone(), found);
    }
    for (key, expected) in &example.expected.scores {
        let found = outcome.star(key).map(|star| star.score.to_string());
        expect(format!("score of {key}"), expected.to_string(), found);
    }
    if let Some(expected) = example.expected.stars_counted {
        let found = Some(outcome.stars_counted.to_string());
        expect("stars that count".to_owned(), expected.to_string(), found);
    }
    if let Some(expected) = example.expected.bonus {
        let found = Some(outcome.bonus.points.to_string());
        expect("bonus points".to_owned(), expected.to_string(), found);
    }
    faults
}

fn basic_word(state: BasicState) -> &'static str {
    match state {
        BasicState::Met | BasicState::MetSoFar => "met",
        BasicState::Unmet => "unmet",
        BasicState::Incomplete => "incomplete",
        BasicState::NothingDue => "nothing_due",
    }
}

fn star_word(state: StarState) -> &'static str {
    match state {
        StarState::Won => "won",
        StarState::NotWon => "not_won",
        StarState::Incomplete => "incomplete",
        StarState::NotDue => "not_due",
        StarState::Frozen => "frozen",
        StarState::Named => "named",
        StarState::NotApplicable => "not_applicable",
    }
}

/// The same answer to everything that is asked. What follows from the facts or from other items
/// is left to follow.
fn answer_everything(
    pack: &StandardPack,
    organization: &Organization,
    example: &Example,
    verdict: SourceVerdict,
) -> SortedMap<ItemId, Answer> {
    let best = verdict == SourceVerdict::Met;
    let facts = &organization.facts;
    let asked = |one: &&Indicator| {
        one.enabled
            && !one
                .not_applicable_when
                .as_ref()
                .is_some_and(|when| when.holds(facts))
    };
    let basics = pack
        .basics
        .iter()
        .flat_map(|basic| &basic.indicators)
        .filter(asked)
        .map(|one| {
            let due = one.frequency.due(example.period, organization.term_end);
            let value = match occurrences_due(one, due) {
                Some(due) => AnswerValue::Count {
                    done: match verdict {
                        SourceVerdict::Met => due,
                        SourceVerdict::Partly => share_of(due, pack.judgement.count_partly_percent),
                        SourceVerdict::Unmet => 0,
                    },
                    due: None,
                },
                None => AnswerValue::Verdict(match verdict {
                    SourceVerdict::Met => Verdict::Met,
                    SourceVerdict::Partly => Verdict::Partly,
                    SourceVerdict::Unmet => Verdict::Unmet,
                }),
            };
            (one.id.clone(), value)
        });
    let own = |one: &&crate::standard::ScoredIndicator| {
        let derivation = one.derivation.as_ref();
        // What only the ledger fills is chosen where there is no ledger.
        derivation.is_none_or(|rule| rule.effect != Default::default() || rule.from.is_empty())
    };
    let scored = pack
        .stars
        .iter()
        .flat_map(|star| &star.indicators)
        .filter(own)
        .map(|one| {
            let value = match one.scored_by() {
                ScoredBy::Bands => None,
                ScoredBy::Entered => Some(AnswerValue::of_points(pack.points(match verdict {
                    SourceVerdict::Met => one.maximum,
                    SourceVerdict::Partly => one.maximum / 2,
                    SourceVerdict::Unmet => 0,
                }))),
                ScoredBy::Deductions => {
                    let times = u32::from(verdict != SourceVerdict::Met);
                    Some(AnswerValue::Deductions(vec![times; one.deductions.len()]))
                }
            };
            if let Some(value) = value {
                return (one.id.clone(), value);
            }
            let middle = one.bands.get(one.bands.len() / 2);
            let band = match verdict {
                SourceVerdict::Met => one.bands.first(),
                SourceVerdict::Partly => middle,
                SourceVerdict::Unmet => one.bands.last(),
            };
            (
                one.id.clone(),
                AnswerValue::of_points(pack.points(band.map_or(0, |band| band.score))),
            )
        });
    let vetoes = pack.vetoes.iter().map(|veto| {
        let answer = if best {
            VetoAnswer::Clear
        } else {
            VetoAnswer::Unclear
        };
        (veto.id.clone(), AnswerValue::Veto(answer))
    });
    let all = basics.chain(scored).chain(vetoes);
    all.map(|(id, value)| (id, Answer::of(value, 1))).collect()
}

/// So many percent of a number, rounded up.
fn share_of(number: u32, percent: u32) -> u32 {
    let share = (u64::from(number) * u64::from(percent)).div_ceil(100);
    u32::try_from(share).unwrap_or(u32::MAX)
}

/// The value that an answer's short form stands for; nothing for `"unchecked"`.
///
/// # Errors
///
/// What would have been right, where the form does not fit the item.
pub fn answer_value(
    pack: &StandardPack,
    id: &ItemId,
    answer: &ExampleAnswer,
) -> Result<Option<AnswerValue>, &'static str> {
    if matches!(answer, ExampleAnswer::Word(word) if word == "unchecked") {
        return Ok(None);
    }
    if pack.veto(id).is_some() {
        let ExampleAnswer::Word(word) = answer else {
            return Err("clear, present or unclear");
        };
        return match word.as_str() {
            "clear" => Ok(Some(AnswerValue::Veto(VetoAnswer::Clear))),
            "present" => Ok(Some(AnswerValue::Veto(VetoAnswer::Present))),
            "unclear" => Ok(Some(AnswerValue::Veto(VetoAnswer::Unclear))),
            _ => Err("clear, present or unclear"),
        };
    }
    if pack.bonus(id).is_some() {
        return match answer {
            ExampleAnswer::Numbers(counts) => Ok(Some(AnswerValue::Bonus(counts.clone()))),
            _ => Err("a list of counts"),
        };
    }
    if pack.indicator(id).is_some() {
        return match answer {
            ExampleAnswer::Word(word) => match word.as_str() {
                "met" => Ok(Some(AnswerValue::Verdict(Verdict::Met))),
                "partly" => Ok(Some(AnswerValue::Verdict(Verdict::Partly))),
                "unmet" => Ok(Some(AnswerValue::Verdict(Verdict::Unmet))),
                "not_applicable" => Ok(Some(AnswerValue::Verdict(Verdict::NotApplicable))),
                _ => Err("met, partly, unmet, not_applicable or unchecked"),
            },
            ExampleAnswer::Numbers(numbers) => match numbers[..] {
                [done] => Ok(Some(AnswerValue::Count { done, due: None })),
                [done, due] => Ok(Some(AnswerValue::Count {
                    done,
                    due: Some(due),
                })),
                _ => Err("[done] or [done, due]"),
            },
            ExampleAnswer::Points(_) => Err("a verdict or a count"),
        };
    }
    match answer {
        ExampleAnswer::Points(points) => Ok(Some(AnswerValue::of_points(pack.points(*points)))),
        ExampleAnswer::Numbers(counts) => Ok(Some(AnswerValue::Deductions(counts.clone()))),
        ExampleAnswer::Word(_) => Err("the points of a band, or how often each deduction happened"),
    }
}
