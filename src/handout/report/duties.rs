//! How the list of responsibilities stands (责任清单办理情况), in the report of what is not assessed.
//!
//! Not here: the list for the wall, with goal, measure and milestone (`handout::duty_list`).

use crate::duty::{DutyStanding, DutyState, duty_states, in_force};
use crate::handout::description::{Align, Block, Table};
use crate::handout::material::Material;
use crate::text::duty_words::{duty_title, who_words};

/// A row for each duty: who, how often, and how often it was done in the year of the period.
pub(super) fn blocks(material: &Material) -> Vec<Block> {
    let texts = material.texts();
    let (papers, words) = (&texts.papers, &texts.responsibilities);
    let mut table = Table::of([
        (papers.duty, 6, Align::Start),
        (texts.duties.who, 4, Align::Start),
        (texts.duties.how_often, 3, Align::Start),
        (words.state, 4, Align::Start),
    ]);
    let known = material.circumstances();
    let year = material.assessment.period.year();
    for duty in in_force(&material.pack.checklist, known.facts) {
        let states: Vec<DutyState> = duty_states(duty, year, &known);
        let counts = counted(states.iter());
        let said = match counts {
            [0, 0, 0] if states.is_empty() => String::new(),
            [0, 0, 0] => words.not_yet.to_owned(),
            [done, due, late] => (words.counts)(done, due, late),
        };
        table.push([
            duty_title(duty, material.language).into(),
            who_words(duty, texts).into(),
            texts.facts.frequency(duty.frequency).into(),
            said.into(),
        ]);
    }
    vec![Block::Table(table)]
}

/// The same in a sentence.
pub(super) fn sentence(material: &Material) -> String {
    let words = &material.texts().responsibilities;
    let known = material.circumstances();
    let year = material.assessment.period.year();
    let duties: Vec<_> = in_force(&material.pack.checklist, known.facts).collect();
    let all = duties
        .iter()
        .flat_map(|duty| duty_states(duty, year, &known));
    let all: Vec<DutyState> = all.collect();
    let [done, due, late] = counted(all.iter());
    (words.prose)(duties.len(), (words.counts)(done, due, late))
}

/// How many occurrences are done, open and late.
fn counted<'a>(states: impl Iterator<Item = &'a DutyState>) -> [usize; 3] {
    let mut counts = [0; 3];
    for state in states {
        match state.standing {
            DutyStanding::Done(_) => counts[0] += 1,
            DutyStanding::Due => counts[1] += 1,
            DutyStanding::Late => counts[2] += 1,
            DutyStanding::Missed(_) | DutyStanding::NotYet | DutyStanding::Earlier => {}
        }
    }
    counts
}
