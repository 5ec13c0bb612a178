//! Small checklists, ledgers and packs for these tests, in a short form.
//!
//! A ledger is written as one text, its entries separated by `;`:
//! - `meeting 2026-03-05`, a record of a kind; `for 2026` names the year to which it belongs, `8h`
//!   its hours of study;
//! - `tick D 2026-03-05`, a duty ticked;
//! - `missed D 2026-03 rain`, the note that it was not done;
//! - `card M 2026 a=2026-03-05,2026-09-05 b=2026-04-01`, a card with the steps that were taken;
//!   `closed=2026-06-30` puts it away.
//!
//! The first entry has the id 1, the second the id 2, and so on.

use serde_json::{Map, Value, json};
use uuid::Uuid;
use wuxing::assessment::{
    Assessment, LocalSettings, Organization, Outcome, PackReference, judge_with_ledger,
};
use wuxing::duty as duties;
use wuxing::duty::{Agenda, Circumstances, DutyState, Findings, RecordingSince};
use wuxing::ledger::{
    Card, Entry, EntryBody, Given, Ledger, LedgerPage, Missed, Record, RecordOf, StepMark,
};
use wuxing::period::{CivilDate, JudgingDay, Quarter};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{Checklist, Duty, Facts, ItemId, Mechanism, OrganizationType, StandardPack};
use wuxing::typed_number::{Allowed, Unit, read};

/// A date from text.
pub fn date(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// A date from text, nothing from an empty one.
pub fn date_or_none(text: &str) -> Option<CivilDate> {
    (!text.is_empty()).then(|| date(text))
}

/// A quarter from text.
pub fn quarter(text: &str) -> Quarter {
    text.parse().unwrap()
}

/// A duty with the id `D`; what is not given is as plain as can be, and it is on.
pub fn duty(parts: Value) -> Duty {
    let label = || json!({ "zh": "名" });
    let mut whole = json!({
        "id": "D", "title": label(), "level": "branch", "role": "secretary", "category": "1",
        "goal": label(), "measure": label(), "milestone": label(), "frequency": "month",
        "enabled": true, "sources": [], "certainty": "suggestion",
    });
    put(&mut whole, parts);
    serde_json::from_value(whole).unwrap()
}

/// A checklist of these duties and nothing else.
pub fn checklist(duties: impl IntoIterator<Item = Value>) -> Checklist {
    Checklist {
        duties: duties.into_iter().map(duty).collect(),
        ..Checklist::default()
    }
}

/// A mechanism with the id `M` and these steps: `(key, time limits)`.
pub fn mechanism(steps: &[(&str, Value)]) -> Mechanism {
    let label = || json!({ "zh": "名" });
    let steps: Vec<Value> = steps
        .iter()
        .map(|(key, deadlines)| json!({ "key": key, "label": label(), "deadlines": deadlines }))
        .collect();
    serde_json::from_value(json!({
        "id": "M", "title": label(), "about": label(), "card": label(), "list": "duty",
        "steps": steps, "sources": [], "certainty": "suggestion",
    }))
    .unwrap()
}

/// A pack with these basics and stars in which the record kind `meeting` counts for `counts_for`.
pub fn pack(basics: Value, stars: Value, counts_for: &[&str]) -> StandardPack {
    let label = || json!({ "zh": "名" });
    let kind = json!({
        "id": "meeting", "title": label(), "counts_for": counts_for, "certainty": "suggestion",
    });
    serde_json::from_value(json!({
        "id": "test", "version": "1", "title": label(), "issuer": label(), "scope": label(),
        "disclaimer": label(), "verified_on": "2026-01-01", "organization": "village",
        "names": { "basics": label(), "stars": label() }, "rules": [],
        "judgement": {
            "count_partly_percent": 80, "basic_met_percent": 80, "partly_weight_percent": 50,
            "certainty": "suggestion",
        },
        "basics": basics, "stars": stars,
        "award": {
            "star_pass": 80, "grades": [{ "at_least": 0, "title": label() }],
            "sources": [], "certainty": "suggestion",
        },
        "checklist": { "records": [kind] },
    }))
    .unwrap()
}

/// A counted indicator of a basic.
pub fn counted(id: &str, frequency: &str, times: u32) -> Value {
    json!({
        "id": id, "title": { "zh": "名" }, "criterion": { "zh": "名" }, "frequency": frequency,
        "answer": { "count": { "times": times } }, "sources": [], "certainty": "suggestion",
    })
}

/// One basic of these indicators.
pub fn basic(indicators: Vec<Value>) -> Value {
    json!([{ "key": "basic", "title": { "zh": "名" }, "indicators": indicators }])
}

/// An organisation with these facts.
pub fn organization(facts: Facts) -> Organization {
    Organization {
        id: Uuid::nil(),
        name: String::new(),
        organization_type: OrganizationType::Village,
        facts,
        term_end: None,
        pack: None,
        local: LocalSettings::default(),
        example: false,
        created_at: 0,
        changed_at: 0,
        extra: Map::new(),
    }
}

/// An assessment without answers.
pub fn assessment(period: &str) -> Assessment {
    Assessment {
        id: Uuid::nil(),
        organization: Uuid::nil(),
        period: quarter(period),
        pack: PackReference {
            id: "test".into(),
            version: "1".into(),
            hash: String::new(),
        },
        answers: SortedMap::new(),
        retired: SortedMap::new(),
        summary: None,
        example: false,
        created_at: 0,
        extra: Map::new(),
    }
}

/// An id by number.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A page with these entries, all changed at the same time.
pub fn page(entries: impl IntoIterator<Item = (Uuid, Option<EntryBody>)>) -> LedgerPage {
    let entry = |body| Entry {
        body,
        changed_at: 1,
        extra: Map::new(),
    };
    LedgerPage {
        id: Uuid::nil(),
        organization: Uuid::nil(),
        year: 2026,
        entries: entries
            .into_iter()
            .map(|(id, body)| (id, entry(body)))
            .collect(),
        example: false,
        created_at: 0,
        extra: Map::new(),
    }
}

/// A ledger in the short form.
pub fn ledger(text: &str) -> Ledger {
    let entries = text.split(';').map(str::trim).filter(|one| !one.is_empty());
    let bodies = entries.map(|one| Some(body(one)));
    Ledger::of(&[page((1..).map(id).zip(bodies))])
}

/// One entry in the short form.
pub fn body(text: &str) -> EntryBody {
    let mut words = text.split_whitespace();
    let mut word = || words.next().unwrap_or_default();
    match word() {
        "missed" => EntryBody::Missed(Missed {
            duty: word().into(),
            span: word().parse().unwrap(),
            reason: word().to_owned(),
        }),
        "card" => {
            let (mechanism, year) = (word().into(), word().parse().unwrap());
            EntryBody::Card(card(mechanism, year, words))
        }
        "tick" => {
            let of = RecordOf::Duty(word().into());
            EntryBody::Record(record(of, words))
        }
        kind => EntryBody::Record(record(RecordOf::Kind(kind.into()), words)),
    }
}

fn record<'a>(of: RecordOf, mut words: impl Iterator<Item = &'a str>) -> Record {
    let mut record = Record::new(of, date(words.next().unwrap()));
    while let Some(word) = words.next() {
        match word.strip_suffix('h') {
            Some(hours) => drop(record.numbers.insert(Given::HalfHours, half_hours(hours))),
            None => {
                assert_eq!(word, "for");
                record.belongs_to_year = Some(words.next().unwrap().parse().unwrap());
            }
        }
    }
    record
}

/// Hours as a person types them, in the half hours of a record.
fn half_hours(hours: &str) -> u32 {
    let allowed = Allowed {
        unit: Unit::Halves,
        least: 0,
        most: u32::MAX,
    };
    read(hours, allowed).unwrap().unwrap()
}

fn card<'a>(mechanism: ItemId, year: i32, words: impl Iterator<Item = &'a str>) -> Card {
    let mut card = Card {
        mechanism,
        year,
        title: String::new(),
        values: SortedMap::new(),
        steps: SortedMap::new(),
        links: Vec::new(),
        closed_on: None,
    };
    for word in words {
        let (key, days) = word.split_once('=').unwrap();
        if key == "closed" {
            card.closed_on = Some(date(days));
            continue;
        }
        let mark = StepMark {
            on: days.split(',').map(date).collect(),
            line: String::new(),
        };
        card.steps.insert(key.to_owned(), mark);
    }
    card
}

/// Puts members over those of an object.
fn put(base: &mut Value, over: Value) {
    if let (Value::Object(base), Value::Object(over)) = (base, over) {
        base.extend(over);
    }
}

/// What is known of an organisation with these facts on a day.
pub fn known<'a>(
    facts: &'a Facts,
    term_end: Option<CivilDate>,
    ledger: &'a Ledger,
    recording_since: RecordingSince,
    today: CivilDate,
) -> Circumstances<'a> {
    Circumstances {
        facts,
        term_end,
        ledger,
        recording_since,
        today,
    }
}

/// How a duty stands in a year, of an organisation without facts.
pub fn duty_states(
    duty: &Duty,
    year: i32,
    term_end: Option<CivilDate>,
    ledger: &Ledger,
    recording_since: RecordingSince,
    today: CivilDate,
) -> Vec<DutyState> {
    let facts = Facts::default();
    duties::duty_states(
        duty,
        year,
        &known(&facts, term_end, ledger, recording_since, today),
    )
}

/// The agenda of a day.
pub fn agenda(
    checklist: &Checklist,
    facts: &Facts,
    term_end: Option<CivilDate>,
    ledger: &Ledger,
    recording_since: RecordingSince,
    today: CivilDate,
) -> Agenda {
    duties::agenda(
        checklist,
        &known(facts, term_end, ledger, recording_since, today),
    )
}

/// The plan of a year on a day.
pub fn year_plan(
    checklist: &Checklist,
    facts: &Facts,
    term_end: Option<CivilDate>,
    ledger: &Ledger,
    recording_since: RecordingSince,
    year: i32,
    today: CivilDate,
) -> Vec<DutyState> {
    let known = known(facts, term_end, ledger, recording_since, today);
    duties::year_plan(checklist, year, &known)
}

/// What an assessment amounts to on a day.
pub fn judge_on(
    pack: &StandardPack,
    organization: &Organization,
    assessment: &Assessment,
    ledger: &Ledger,
    recording_since: RecordingSince,
    today: CivilDate,
) -> Outcome {
    let term_end = organization.term_end;
    let known = known(
        &organization.facts,
        term_end,
        ledger,
        recording_since,
        today,
    );
    judge_with_ledger(pack, organization, assessment, &known)
}

/// What an assessment amounts to once its period is long over.
pub fn judge_at_end(
    pack: &StandardPack,
    organization: &Organization,
    assessment: &Assessment,
    ledger: &Ledger,
    recording_since: RecordingSince,
) -> Outcome {
    let later = date(LONG_AFTER);
    judge_on(
        pack,
        organization,
        assessment,
        ledger,
        recording_since,
        later,
    )
}

/// What the ledger says about a period that is long over.
pub fn found_at_end(
    pack: &StandardPack,
    ledger: &Ledger,
    period: Quarter,
    recording_since: RecordingSince,
) -> Findings {
    let (facts, today) = (Facts::default(), date(LONG_AFTER));
    let known = known(&facts, None, ledger, recording_since, today);
    duties::findings(pack, &known, JudgingDay::new(period, today))
}

/// A day on which everything in these tests lies in the past.
const LONG_AFTER: &str = "2190-01-01";
