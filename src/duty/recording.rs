//! What is proposed when something is recorded (记录的默认值): the day, the kinds that are offered first,
//! and the numbers of last time.
//!
//! Not here: what the numbers come to (`quorum`), and for what the record counts (`fulfilment`).

use super::schedule::shows;
use crate::ledger::{Given, Ledger, RecordOf};
use crate::period::CivilDate;
use crate::sorted_map::SortedMap;
use crate::standard::{Asked, Checklist, Facts, RecordKind};
use uuid::Uuid;

/// How many kinds of record are offered at once.
const USUAL: usize = 5;

/// The day on which something was held, as it is asked (哪一天).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayChoice {
    /// Today (今天).
    Today,
    /// Yesterday (昨天).
    Yesterday,
    /// Any other day, which has to be said (选日期).
    Other,
}

impl DayChoice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Today, Self::Yesterday, Self::Other];

    /// Which of them a day is.
    pub fn of(day: CivilDate, today: CivilDate) -> Self {
        match today.days_since(day) {
            0 => Self::Today,
            1 => Self::Yesterday,
            _ => Self::Other,
        }
    }

    /// The day that is meant; `None` if it has to be said.
    pub fn day(self, today: CivilDate) -> Option<CivilDate> {
        match self {
            Self::Today => Some(today),
            Self::Yesterday => Some(today.days_later(-1)),
            Self::Other => None,
        }
    }
}

/// The kinds of record that an organisation may need (记录种类).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferedKinds {
    /// The usual ones (常用), which are offered at once.
    pub usual: Vec<RecordKind>,
    /// The others.
    pub others: Vec<RecordKind>,
}

impl OfferedKinds {
    /// The kinds of a checklist, each in its place there: so the user finds them where they were.
    /// Usual are the first that the organisation has a duty for, which leaves out the meeting of a
    /// committee that it does not have.
    pub fn of(checklist: &Checklist, facts: &Facts) -> Self {
        let mut offered = Self::default();
        for kind in &checklist.records {
            let of = RecordOf::Kind(kind.id.clone());
            let mut duties = checklist.duties.iter();
            let is_wanted = duties.any(|duty| shows(&of, duty) && duty.applies_to(facts));
            if is_wanted && offered.usual.len() < USUAL {
                offered.usual.push(kind.clone());
            } else {
                offered.others.push(kind.clone());
            }
        }
        offered
    }
}

/// How many ought to be there (应到) at a meeting that is recorded now: as the profile says, or else
/// as last time. `None` if nobody knows, or if the kind does not ask.
pub fn eligible_now(kind: &RecordKind, facts: &Facts, ledger: &Ledger) -> Option<u32> {
    if !kind.asks.contains(&Asked::Eligible) {
        return None;
    }
    let of_profile = kind.eligible.and_then(|who| facts.number(who.fact()));
    of_profile.or_else(|| {
        let last = numbers_of_last_time(&RecordOf::Kind(kind.id.clone()), None, ledger);
        last.get(&Given::Eligible).copied()
    })
}

/// The numbers of the last record of the same kind that has any (上次的数). `except` is the record that
/// is written now.
pub fn numbers_of_last_time(
    of: &RecordOf,
    except: Option<Uuid>,
    ledger: &Ledger,
) -> SortedMap<Given, u32> {
    let same = ledger
        .records
        .iter()
        .filter(|(id, one)| one.of == *of && Some(**id) != except && !one.numbers.is_empty());
    let last = same.max_by_key(|(id, one)| (one.held_on, **id));
    last.map(|(_, one)| one.numbers.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Record;
    use crate::standard::{EligibleMembers, ItemId, OrganizationType, built_in};

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_is_today_or_yesterday_or_has_to_be_said() {
        fn check(day: &str, today: &str, expected: DayChoice) {
            let found = DayChoice::of(date(day), date(today));
            assert_eq!(found, expected, "{day} {today}");
            if let Some(meant) = found.day(date(today)) {
                assert_eq!(meant, date(day));
            }
        }

        check("2026-11-27", "2026-11-27", DayChoice::Today);
        check("2026-11-26", "2026-11-27", DayChoice::Yesterday);
        check("2025-12-31", "2026-01-01", DayChoice::Yesterday);
        check("2026-11-25", "2026-11-27", DayChoice::Other);
        check("2026-11-28", "2026-11-27", DayChoice::Other);
    }

    #[test]
    fn the_usual_kinds_are_those_of_the_organisation() {
        fn check(facts: Facts, expected: &[&str]) {
            let pack = built_in(OrganizationType::Village).unwrap();
            let offered = OfferedKinds::of(&pack.checklist, &facts);
            let usual: Vec<&str> = offered.usual.iter().map(|one| &*one.id.0).collect();
            assert_eq!(usual, expected, "{facts:?}");
            let all = offered.usual.len() + offered.others.len();
            assert_eq!(all, pack.checklist.records.len());
        }

        let facts = |committee: bool, groups: u32| Facts {
            committee: Some(committee),
            groups: Some(groups),
            ..Facts::default()
        };
        check(
            facts(true, 3),
            &[
                "general_meeting",
                "committee_meeting",
                "group_meeting",
                "lecture",
                "theme_day",
            ],
        );
        check(
            facts(false, 0),
            &[
                "general_meeting",
                "lecture",
                "theme_day",
                "organizational_life",
                "peer_review",
            ],
        );
    }

    #[test]
    fn a_meeting_begins_with_how_many_ought_to_be_there() {
        fn check(
            who: Option<EligibleMembers>,
            asks: &[Asked],
            members: Option<u32>,
            expected: Option<u32>,
        ) {
            let pack = built_in(OrganizationType::Village).unwrap();
            let mut kind = pack.checklist.records[0].clone();
            kind.id = ItemId::from("meeting");
            kind.eligible = who;
            kind.asks = asks.to_vec();
            let facts = Facts {
                full_members: members,
                ..Facts::default()
            };
            let found = eligible_now(&kind, &facts, &two_meetings());
            assert_eq!(found, expected, "{who:?} {asks:?} {members:?}");
        }

        let (voters, asked) = (Some(EligibleMembers::FullMembers), [Asked::Eligible]);
        check(voters, &asked, Some(44), Some(44));
        check(voters, &asked, None, Some(32));
        check(None, &asked, Some(44), Some(32));
        check(voters, &[Asked::Present], Some(44), None);
    }

    #[test]
    fn the_numbers_of_last_time_are_those_of_the_last_that_has_any() {
        let ledger = two_meetings();
        let last = |kind: &str, except: Option<u128>| {
            let of = RecordOf::Kind(ItemId::from(kind));
            let numbers = numbers_of_last_time(&of, except.map(Uuid::from_u128), &ledger);
            numbers
                .iter()
                .map(|(_, number)| *number)
                .collect::<Vec<_>>()
        };
        assert_eq!(last("meeting", None), [32, 30]);
        assert_eq!(last("meeting", Some(2)), [31]);
        assert_eq!(last("lecture", None), [0_u32; 0]);
    }

    /// A meeting of January with one number, one of March with two, and one of May without any.
    fn two_meetings() -> Ledger {
        let meeting = |day: &str, numbers: &[(Given, u32)]| Record {
            numbers: numbers.iter().copied().collect(),
            ..Record::new(RecordOf::Kind(ItemId::from("meeting")), date(day))
        };
        let mut ledger = Ledger::default();
        let records = [
            meeting("2026-01-10", &[(Given::Eligible, 31)]),
            meeting("2026-03-10", &[(Given::Eligible, 32), (Given::Present, 30)]),
            meeting("2026-05-10", &[]),
        ];
        for (number, record) in (1..).zip(records) {
            ledger.records.insert(Uuid::from_u128(number), record);
        }
        ledger
    }
}
