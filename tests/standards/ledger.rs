//! One entry serves everything (一处记录，处处可用): what stands in the ledger is not asked again.
//!
//! Not here: what the entries come to (`tests/duties`).

use std::collections::BTreeSet;
use wuxing::duty::duty_of;
use wuxing::standard::{Fulfilment, ItemId, LedgerFact, OrganizationType, StandardPack, built_in};

/// Acts that the ledger keeps and of which no indicator speaks, each with the reason.
const NO_INDICATOR_SPEAKS_OF_IT: [(&str, &str); 14] = [
    (
        "D-WALK",
        "the walk-through finds problems; what became of them fills SYS-06",
    ),
    ("D-ADMIT", "its cards fill TEAM-04 by their limits"),
    ("D-V-4Y", "its cards fill SYS-V1 by their steps"),
    (
        "D-ENTRY",
        "its cards fill SYS-C2 by their steps; villages have no such item",
    ),
    ("GB6", "its cards fill SYS-G1 by their steps"),
    ("D-X", "a project of one's own is no condition"),
    ("D-PAIR", "a project of one's own is no condition"),
    ("D-SYNC", "only offices have an item for it"),
    ("D-WEAK", "for the eyes of the branch alone"),
    ("D-FIVE", "numbers for oneself"),
    (
        "D-CONSULT",
        "fills the band of CB1; in a village VD6 asks for three things at once",
    ),
    ("D-WINTER", "communities have no item for it"),
    ("D-HOUSE", "communities have no item for it"),
    ("D-C-OPEN", "fills SYS-C3 and the band of CB2"),
];

/// Items that ask for a state, or for several things at once, of which no single entry can tell.
const NOTHING_IN_THE_LEDGER: &[&str] = &[
    "ORG-01", "ORG-02", "ORG-03", "ORG-04", "ORG-05", "TEAM-01", "SYS-01", "SYS-02", "SYS-07",
    "SUP-04", "SUP-06", "SUP-07", "SUP-08", "ORG-V1", "ORG-V3", "TEAM-V1", "TEAM-V3", "ACT-V1",
    "SYS-V4", "SUP-V1", "SUP-V2", "ORG-C1", "ORG-C2", "TEAM-C1", "SUP-C1", "SUP-C2", "ORG-G1",
    "ORG-G2", "TEAM-G1", "TEAM-G2", "SYS-G2", "SYS-G3", "SUP-G1", "ORG-S1", "TEAM-S1", "SUP-S1",
    "SUP-S2", "ORG-PS1", "ORG-PH1", "TEAM-P1", "SUP-P1", "ORG-N1", "TEAM-N1", "SUP-N1", "SUP-N2",
    "ORG-O1", "ORG-O2", "ORG-O3", "TEAM-O1", "SYS-O1", "SUP-O1",
];

fn packs() -> impl Iterator<Item = StandardPack> {
    let assessed = OrganizationType::assessed().iter();
    assessed.map(|one| built_in(*one).unwrap())
}

/// What of the ledger answers something in a pack.
fn facts(pack: &StandardPack) -> Vec<&LedgerFact> {
    let indicators = pack.indicators().filter_map(|one| one.filled_by.as_ref());
    let scored = pack.stars.iter().flat_map(|star| &star.indicators);
    let scored = scored.filter_map(|one| one.derivation.as_ref()?.ledger.as_ref());
    indicators.chain(scored).collect()
}

#[test]
fn every_indicator_whose_fact_could_come_from_the_ledger_is_filled_from_it() {
    let mut asked_again = BTreeSet::new();
    for pack in packs() {
        let asked = pack.indicators().filter(|one| one.filled_by.is_none());
        let asked = asked.map(|one| one.id.0.clone());
        asked_again.extend(asked.filter(|id| !NOTHING_IN_THE_LEDGER.contains(&id.as_str())));
    }
    assert_eq!(asked_again, BTreeSet::new());
}

#[test]
fn every_act_that_is_recorded_fills_an_indicator_or_is_known_not_to() {
    let known: BTreeSet<&str> = NO_INDICATOR_SPEAKS_OF_IT
        .iter()
        .map(|(id, _)| *id)
        .collect();
    let mut fills_nothing = BTreeSet::new();
    for pack in packs() {
        let named: BTreeSet<&ItemId> = facts(&pack).iter().filter_map(|fact| fact.duty()).collect();
        let duties = pack.checklist.duties.iter();
        let recorded = duties.filter(|duty| !matches!(duty.done_by, Fulfilment::Tick));
        let lost = recorded.filter(|duty| !named.contains(&duty.id));
        fills_nothing.extend(lost.map(|duty| duty.id.0.clone()));
    }
    let unknown: Vec<&String> = fills_nothing
        .iter()
        .filter(|id| !known.contains(id.as_str()))
        .collect();
    assert_eq!(unknown, Vec::<&String>::new());
}

/// An indicator that waits for a duty is asked at the days of the duty, so both have one frequency.
#[test]
fn an_indicator_and_its_duty_come_as_often() {
    // The visits fall twice into a year, and the item looks at the year.
    let looked_at_less_often = ["SUP-03"];
    for pack in packs() {
        for one in pack.indicators() {
            let Some(duty) = duty_of(one, &pack.checklist) else {
                continue;
            };
            if !looked_at_less_often.contains(&one.id.0.as_str()) {
                assert_eq!(duty.frequency, one.frequency, "{} {}", one.id, duty.id);
            }
        }
    }
}
