//! The hand-over list (交接单) for the next secretary: what there is, what is still open, and where
//! the papers are kept.
//!
//! Not here: the data itself, which goes over as a backup.

use super::book;
use super::description::{Align, Block, Cell, Handout, Orientation, Table, Tone};
use super::material::Material;
use super::rectification_list::problem;
use crate::duty::agenda;
use crate::rectification::in_order;
use crate::sorted_map::SortedMap;
use crate::text::duty_words::{duty_name, record_title};

/// The hand-over list, as of today.
pub fn hand_over_list(material: &Material) -> Handout {
    let words = &material.texts().papers;
    let parts = [
        (words.over_open_problems, open_problems(material)),
        (words.over_due, due(material)),
        (words.over_cards, open_cards(material)),
        (words.over_papers, papers(material)),
        (words.over_things, things(material)),
    ];
    let mut blocks = vec![Block::Facts(facts(material))];
    let parts = parts
        .into_iter()
        .filter(|(_, table)| !table.rows.is_empty());
    for (place, (heading, table)) in parts.enumerate() {
        let heading = (material.texts().report.numbered)(place, heading);
        blocks.push(Block::Heading(heading));
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::Paragraph {
        text: words.over_hint.to_owned(),
        tone: Tone::Small,
    });
    let signs = [
        words.over_from,
        words.over_to,
        words.over_witness,
        material.texts().report.sign_day,
    ];
    blocks.push(Block::Signatures(signs.map(str::to_owned).into()));
    material.handout(words.over.to_owned(), Orientation::Portrait, blocks)
}

fn facts(material: &Material) -> Vec<(String, String)> {
    let (texts, words) = (material.texts(), &material.texts().papers);
    let organization = &material.organization;
    let kind = texts
        .facts
        .organization_type(organization.organization_type);
    let form = organization.facts.form.map(|form| texts.facts.form(form));
    let term = organization.term_end.map(|day| material.day(day));
    let members = organization
        .facts
        .members
        .or(organization.facts.full_members);
    // As many as the book of the year has rows.
    let of_year = book::records_of_year(material);
    let of_other_years = material.ledger.records.len().saturating_sub(of_year);
    let facts = [
        (texts.report.organization, material.name()),
        (
            texts.report.kind,
            [kind, form.unwrap_or("")].join(" ").trim().to_owned(),
        ),
        (
            texts.report.members,
            members.map(texts.report.members_all).unwrap_or_default(),
        ),
        (texts.facts.term_end, term.unwrap_or_default()),
        (words.over_as_of, material.day(material.today)),
        (
            words.over_records,
            (words.over_records_of)(material.assessment.period.year(), of_year, of_other_years),
        ),
    ];
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    known
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn open_problems(material: &Material) -> Table {
    let (texts, words) = (material.texts(), &material.texts().papers);
    let mut table = Table::of([
        (words.problem, 9, Align::Start),
        (words.who, 4, Align::Start),
        (words.until, 6, Align::Start),
        (words.state, 3, Align::Middle),
    ]);
    let open = material.ledger.rectifications.iter();
    let open = open.filter(|(_, one)| one.closed_on.is_none());
    for (_, one) in in_order(open.map(|(id, one)| (*id, one)), material.today) {
        let until = one.until.map(|day| material.day(day)).unwrap_or_default();
        table.push([
            problem(one, material).into(),
            one.who.clone().into(),
            until.into(),
            texts.rectifications.standing(one, material.today).into(),
        ]);
    }
    table
}

/// What is late or due.
fn due(material: &Material) -> Table {
    let (texts, words) = (material.texts(), &material.texts().papers);
    let mut table = Table::of([
        (words.duty, 9, Align::Start),
        (words.who, 4, Align::Start),
        (words.until, 6, Align::Start),
        (words.state, 3, Align::Middle),
    ]);
    let checklist = &material.pack.checklist;
    let agenda = agenda(checklist, &material.circumstances());
    let late = agenda
        .late
        .iter()
        .map(|one| (one, texts.duties.standing_late));
    let due = agenda
        .due
        .iter()
        .map(|one| (one, texts.duties.standing_due));
    for (one, standing) in late.chain(due) {
        let role = checklist
            .duty(&one.duty)
            .map(|duty| texts.duties.role(duty.role));
        table.push([
            duty_name(checklist, &one.duty, material.language).into(),
            role.unwrap_or_default().into(),
            material.day(one.occurrence.closes).into(),
            standing.into(),
        ]);
    }
    table
}

/// The cards that are not settled.
fn open_cards(material: &Material) -> Table {
    let words = &material.texts().papers;
    let mut table = Table::of([
        (words.mechanism, 6, Align::Start),
        (words.card, 14, Align::Start),
    ]);
    for mechanism in &material.pack.checklist.mechanisms {
        let cards = material.ledger.cards_of(&mechanism.id).into_iter();
        for (_, card) in cards.filter(|(_, card)| card.closed_on.is_none()) {
            table.push([
                material.language.say(&mechanism.title).into(),
                book::card_heading(card, mechanism, material).into(),
            ]);
        }
    }
    table
}

/// Where the papers are kept, with what is there.
fn papers(material: &Material) -> Table {
    let words = &material.texts().papers;
    let mut places: SortedMap<String, SortedMap<String, u32>> = SortedMap::new();
    let mut put = |place: &str, what: String| {
        if !place.trim().is_empty() {
            let of_place = places.entry(place.trim().to_owned()).or_default();
            *of_place.entry(what).or_default() += 1;
        }
    };
    for record in material.ledger.records.values() {
        let title = record_title(&material.pack.checklist, record, material.language);
        put(&record.place, title);
    }
    for answer in material.assessment.answers.values() {
        for paper in &answer.evidence {
            put(&paper.place, paper.name.clone());
        }
    }
    let mut table = Table::of([
        (words.place, 6, Align::Start),
        (words.what_is_there, 14, Align::Start),
    ]);
    for (place, papers) in &places {
        let said = papers.iter().map(|(name, count)| match count {
            1 => name.clone(),
            count => (words.times)(name.clone(), *count),
        });
        let said: Vec<String> = said.collect();
        table.push([place.clone().into(), said.join(words.paper_and).into()]);
    }
    table
}

/// What is handed over, to be ticked.
fn things(material: &Material) -> Table {
    let words = &material.texts().papers;
    let mut table = Table::of([
        (words.thing, 10, Align::Start),
        (words.how_many, 3, Align::Middle),
        (words.over_done, 4, Align::Middle),
        (words.remark, 5, Align::Start),
    ]);
    let things = [
        words.thing_backup,
        words.thing_seal,
        words.thing_dues,
        words.thing_files,
        words.thing_accounts,
        "",
        "",
    ];
    for thing in things {
        table.push([
            thing.into(),
            Cell::empty(),
            words.box_done.into(),
            Cell::empty(),
        ]);
    }
    table
}
