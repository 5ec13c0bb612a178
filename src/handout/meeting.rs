//! The sheets of a meeting (会议用表): the notice that goes into a group, the sheet for the minutes,
//! and the sheet on which votes are counted.
//!
//! What is known of the meeting stands in them; what is not is left to be written. Not here: any
//! name of a person.

use super::description::{Align, Block, Cell, Handout, Orientation, Table, Tone};
use super::material::Material;
use crate::duty::{MeetingVerdict, QuorumOutcome, reckon};
use crate::ledger::{Given, Record, RecordOf};
use crate::standard::{Base, ItemId, QuorumRule, RecordKind, Share};
use crate::typed_number::written;

/// How many matters can be voted on on one sheet.
const MATTERS: usize = 5;

/// A meeting (会议): of which kind, and what was recorded of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The kind of record, such as 党员大会.
    pub kind: ItemId,
    /// What was recorded; `None` if it is still to be held.
    pub record: Option<Record>,
}

impl Meeting {
    /// The meeting of a record; `None` if the record is of no kind of meeting.
    pub fn of(record: &Record) -> Option<Self> {
        match &record.of {
            RecordOf::Kind(kind) => Some(Self {
                kind: kind.clone(),
                record: Some(record.clone()),
            }),
            RecordOf::Duty(_) => None,
        }
    }

    fn kind<'a>(&self, material: &'a Material) -> Option<&'a RecordKind> {
        material.pack.checklist.record_kind(&self.kind)
    }

    /// What the meeting is called.
    fn title(&self, material: &Material) -> String {
        let kind = self.kind(material);
        kind.map_or_else(
            || self.kind.to_string(),
            |kind| material.language.say(&kind.title).to_owned(),
        )
    }

    fn rule<'a>(&self, material: &'a Material) -> Option<&'a QuorumRule> {
        let quorum = self.kind(material)?.quorum.as_ref()?;
        material.pack.checklist.quorum(quorum)
    }

    /// Whether anything may be settled in it.
    fn settles(&self, material: &Material) -> bool {
        self.kind(material).is_some_and(RecordKind::settles)
    }

    fn given(&self, given: Given) -> Option<u32> {
        self.record.as_ref()?.numbers.get(&given).copied()
    }

    /// How many ought to be there: as recorded, or as the profile says it.
    fn eligible(&self, material: &Material) -> Option<u32> {
        let of_profile = || {
            let fact = self.kind(material)?.eligible?.fact();
            material.organization.facts.number(fact)
        };
        self.given(Given::Eligible).or_else(of_profile)
    }

    /// The day, or a line to write it on.
    fn day(&self, material: &Material) -> String {
        let day = self.record.as_ref().map(|one| material.day(one.held_on));
        day.unwrap_or_else(|| material.texts().papers.blank_day.to_owned())
    }

    /// The line that was written about it.
    fn line(&self) -> &str {
        self.record.as_ref().map_or("", |record| record.line.trim())
    }
}

/// The text of the notice, to be sent into a group.
pub fn notice(material: &Material, meeting: &Meeting) -> Handout {
    let words = &material.texts().papers;
    let title = meeting.title(material);
    let settles = meeting.settles(material);
    let (heading, body) = match settles {
        true => (words.notice, words.notice_body),
        false => (words.notice_of_activity, words.notice_body_of_activity),
    };
    let agenda = match (settles, meeting.line()) {
        (true, "") => words.notice_agenda_blank.to_owned(),
        (true, line) => (words.notice_agenda)(line.to_owned()),
        (false, "") => words.notice_content_blank.to_owned(),
        (false, line) => (words.notice_content)(line.to_owned()),
    };
    let mut lines = vec![body(meeting.day(material), title.clone()), agenda];
    lines.extend(needed(material, meeting));
    lines.push(words.notice_end.to_owned());
    let mut blocks = vec![Block::Paragraph {
        text: words.notice_to.to_owned(),
        tone: Tone::Address,
    }];
    blocks.extend(lines.into_iter().map(text));
    blocks.push(Block::Paragraph {
        text: (words.notice_from)(material.name(), material.day(material.today)),
        tone: Tone::Closing,
    });
    material.handout(heading(title), Orientation::Portrait, blocks)
}

/// The sheet for the minutes.
pub fn minutes(material: &Material, meeting: &Meeting) -> Handout {
    let words = &material.texts().papers;
    let title = meeting.title(material);
    let number = |given: Given| {
        let number = meeting.given(given);
        number.map_or_else(String::new, |number| {
            (words.persons)(written(number, given.unit()))
        })
    };
    let eligible = meeting.eligible(material);
    let settles = meeting.settles(material);
    let what = match settles {
        true => words.minutes_meeting,
        false => words.minutes_activity,
    };
    let facts = [
        (what, title.clone()),
        (words.day, meeting.day(material)),
        (words.minutes_place, String::new()),
        (words.minutes_chair, String::new()),
        (words.minutes_clerk, String::new()),
        (
            words.eligible,
            eligible.map_or_else(String::new, |n| (words.persons)(n.to_string())),
        ),
        (words.present, number(Given::Present)),
        (words.minutes_guests, String::new()),
    ];
    let facts = facts.map(|(name, value)| (name.to_owned(), value));
    let mut blocks = vec![Block::Facts(facts.into())];
    let [about, talk, came_of_it] = match settles {
        true => [
            words.minutes_agenda,
            words.minutes_talk,
            words.minutes_settled,
        ],
        false => [
            words.minutes_theme,
            words.minutes_content,
            words.minutes_exchange,
        ],
    };
    let parts = [
        (words.minutes_absent, "", 1),
        (about, meeting.line(), 2),
        (talk, "", 9),
        (came_of_it, "", 4),
    ];
    for (heading, known, lines) in parts {
        blocks.push(Block::Heading(heading.to_owned()));
        if !known.is_empty() {
            blocks.push(text(known.to_owned()));
        }
        blocks.push(Block::Lines(lines));
    }
    let vote = meeting.given(Given::Approve);
    if let Some(vote) = vote {
        blocks.push(text((words.minutes_vote)(vote)));
    }
    blocks.extend(needed(material, meeting).map(small));
    let signs = [words.sign_chair, words.sign_clerk];
    blocks.push(Block::Signatures(signs.map(str::to_owned).into()));
    material.handout((words.minutes)(title), Orientation::Portrait, blocks)
}

/// The sheet on which votes are counted.
pub fn ballot(material: &Material, meeting: &Meeting) -> Handout {
    let words = &material.texts().papers;
    let title = meeting.title(material);
    let number = |number: Option<u32>| {
        number.map_or_else(String::new, |number| (words.persons)(number.to_string()))
    };
    let (eligible, present) = (meeting.eligible(material), meeting.given(Given::Present));
    let approve = meeting.given(Given::Approve);
    let facts = [
        (words.minutes_meeting, title.clone()),
        (words.day, meeting.day(material)),
        (words.eligible, number(eligible)),
        (words.present, number(present)),
        (words.ballot_given, String::new()),
        (words.ballot_valid, String::new()),
    ];
    let facts = facts.map(|(name, value)| (name.to_owned(), value));
    let mut table = Table::of([
        (words.number, 3, Align::Middle),
        (words.ballot_matter, 9, Align::Start),
        (words.approve, 3, Align::Middle),
        (words.ballot_against, 3, Align::Middle),
        (words.ballot_abstain, 3, Align::Middle),
        (words.result, 3, Align::Middle),
    ]);
    if !meeting.line().is_empty() {
        let votes = approve.map_or_else(Cell::empty, |votes| Cell::number(votes.into()));
        table.push([
            Cell::number(1),
            meeting.line().into(),
            votes,
            Cell::empty(),
            Cell::empty(),
            result(material, meeting).into(),
        ]);
    }
    for number in table.rows.len()..MATTERS {
        let number = i64::try_from(number + 1).unwrap_or(i64::MAX);
        let cells = std::iter::repeat_with(Cell::empty).take(5);
        table.push(std::iter::once(Cell::number(number)).chain(cells));
    }
    let mut blocks = vec![Block::Facts(facts.into()), Block::Table(table)];
    blocks.extend(needed(material, meeting).map(small));
    let signs = [
        words.sign_teller,
        words.sign_overseer,
        words.sign_chair,
        material.texts().report.sign_day,
    ];
    blocks.push(Block::Signatures(signs.map(str::to_owned).into()));
    material.handout((words.ballot)(title), Orientation::Portrait, blocks)
}

/// What the vote that was recorded came to; empty where it is not known.
fn result(material: &Material, meeting: &Meeting) -> &'static str {
    let words = &material.texts().papers;
    let verdict = meeting.rule(material).and_then(|rule| {
        MeetingVerdict::of(
            rule,
            meeting.eligible(material),
            meeting.given(Given::Present),
            meeting.given(Given::Approve),
        )
    });
    match verdict {
        Some(MeetingVerdict::Voted { passed: true, .. }) => words.passed,
        Some(MeetingVerdict::Voted { passed: false, .. }) => words.failed,
        _ => "",
    }
}

/// How many have to be there and to approve by the rule of the meeting, in one sentence.
fn needed(material: &Material, meeting: &Meeting) -> Option<String> {
    let words = &material.texts().papers;
    let rule = meeting.rule(material)?;
    let presence = share_words(rule.presence, material);
    let eligible = meeting.eligible(material);
    let mut said = match eligible.map(|all| (all, reckon(rule, all, all, None))) {
        Some((
            all,
            QuorumOutcome::Reckoned {
                presence: needed, ..
            },
        )) => (words.needed_of)(all, presence, needed.at_least),
        _ => (words.needed)(presence),
    };
    if let Some(approval) = rule.approval {
        let Share {
            numerator,
            denominator,
            more_than,
        } = approval.share;
        let share = (material.texts().duties.share_of)(numerator, denominator);
        let of_all = approval.of == Base::Eligible;
        said += &(words.needed_votes)(of_all, more_than, share);
    }
    Some(said + words.full_stop)
}

fn share_words(share: Share, material: &Material) -> String {
    let words = &material.texts().duties;
    let of = (words.share_of)(share.numerator, share.denominator);
    match share.more_than {
        true => (words.share_more)(of),
        false => (words.share_least)(of),
    }
}

fn text(text: String) -> Block {
    Block::Paragraph {
        text,
        tone: Tone::Text,
    }
}

fn small(text: String) -> Block {
    Block::Paragraph {
        text,
        tone: Tone::Small,
    }
}
