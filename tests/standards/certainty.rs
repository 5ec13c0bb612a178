//! The marks of certainty against the rules that are cited, against the frequency, and against the
//! duty that speaks of the same fact.

use super::all_packs as packs;
use std::collections::BTreeSet;
use wuxing::standard::{Certainty, ItemId, LedgerFact, StandardPack};

/// How much doubt there is. What a source document says and what a rule says are both certain.
fn doubt(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::SourceDocument | Certainty::Verified => 0,
        Certainty::ArticlePending => 1,
        Certainty::LocalExample => 2,
        Certainty::CommonPractice => 3,
        Certainty::Suggestion => 4,
    }
}

/// No item is surer than the least sure rule that it cites.
#[test]
fn marks_of_certainty_agree_with_what_is_cited() {
    for pack in packs() {
        for rule in &pack.rules {
            assert!(
                rule.article.is_none() || rule.certainty == Certainty::Verified,
                "{}",
                rule.id
            );
            assert!(!rule.gist.is_empty(), "{}", rule.id);
        }
        let basics = pack
            .indicators()
            .map(|one| (&one.id, &one.sources, one.certainty));
        // What is said to some organisations alone has sources and a mark of its own.
        let wordings = pack.indicators().flat_map(|one| {
            let certain = |own: Option<Certainty>| own.unwrap_or(one.certainty);
            one.variants.iter().map(move |variant| {
                let sources = variant.sources.as_ref().unwrap_or(&one.sources);
                (&one.id, sources, certain(variant.certainty))
            })
        });
        let scored = pack.stars.iter().flat_map(|star| &star.indicators);
        let scored = scored.map(|one| (&one.id, &one.sources, one.certainty));
        let list = &pack.checklist;
        let duties = list
            .duties
            .iter()
            .map(|one| (&one.id, &one.sources, one.certainty));
        let records = list
            .records
            .iter()
            .map(|one| (&one.id, &one.sources, one.certainty));
        let mechanisms = list
            .mechanisms
            .iter()
            .map(|one| (&one.id, &one.sources, one.certainty));
        let quorums = list
            .quorums
            .iter()
            .map(|one| (&one.id, &one.sources, one.certainty));
        let checklist = duties.chain(records).chain(mechanisms).chain(quorums);
        let of_basics = basics.chain(wordings);
        for (id, sources, certainty) in of_basics.chain(scored).chain(checklist) {
            let mut cited = sources.iter().filter_map(|id| pack.rule(id));
            let agrees = cited.all(|rule| doubt(rule.certainty) <= doubt(certainty));
            let cites = !sources.is_empty() || certainty == Certainty::CommonPractice;
            assert!(agrees && cites, "{} {id}", pack.id);
        }
        // The points, the cut-offs and what a veto touches are suggestions of the packs.
        assert!(
            pack.stars
                .iter()
                .all(|star| star.certainty == Certainty::Suggestion)
        );
        assert!(
            pack.vetoes
                .iter()
                .all(|veto| veto.certainty == Certainty::Suggestion)
        );
        assert_eq!(pack.judgement.certainty, Certainty::Suggestion);
        assert_eq!(pack.award.certainty, Certainty::Suggestion);
    }
}

/// An indicator and the duty that speaks of the same fact, where the one does not fill the other.
const SAME_FACT: [(&str, &str); 12] = [
    ("TEAM-04", "D-ADMIT"),
    ("SYS-02", "D-JOINT"),
    ("SYS-06", "D-WALK"),
    ("SUP-06", "R-JJ5"),
    ("SYS-V1", "D-V-4Y"),
    ("SYS-V4", "D-V-REVIEW"),
    ("ORG-C2", "D-C-SEATS"),
    ("SYS-C2", "D-ENTRY"),
    ("TEAM-G1", "GJ3"),
    ("SYS-G1", "GB6"),
    ("SYS-G2", "GJ1"),
    ("SYS-G3", "GP7"),
];

/// An indicator is never surer than the duty for the same fact, and where both come as often, that
/// is as sure in both.
#[test]
fn no_indicator_is_surer_than_the_duty_for_the_same_fact() {
    let mut seen = BTreeSet::new();
    for pack in packs() {
        for indicator in pack.indicators() {
            let asked = &indicator.id;
            let filled_by = indicator.filled_by.as_ref().and_then(LedgerFact::duty);
            let other = SAME_FACT.iter().find(|(id, _)| asked.0 == *id);
            seen.extend(other.map(|(id, _)| *id));
            let duty = filled_by
                .cloned()
                .or_else(|| other.map(|(_, duty)| ItemId::from(*duty)));
            let Some(duty) = duty else { continue };
            let done = pack.checklist.duty(&duty).unwrap();
            let place = format!("{} {asked} {duty}", pack.id);
            assert!(
                doubt(indicator.certainty) >= doubt(done.certainty),
                "{place}"
            );
            if indicator.frequency == done.frequency {
                let marks = (indicator.frequency_certainty, done.frequency_certainty);
                assert_eq!(marks.0, marks.1, "{place}");
            }
        }
    }
    assert_eq!(seen.len(), SAME_FACT.len());
}

/// The frequencies that no rule gives, by the id of the item.
fn suggested(pack: &StandardPack) -> Vec<&str> {
    let indicators = pack.indicators().map(|one| {
        let (mark, certainty) = (one.frequency_certainty, one.certainty);
        (one.id.0.as_str(), mark, certainty)
    });
    let duties = pack.checklist.duties.iter().map(|one| {
        let (mark, certainty) = (one.frequency_certainty, one.certainty);
        (one.id.0.as_str(), mark, certainty)
    });
    let mut found = Vec::new();
    for (id, mark, certainty) in indicators.chain(duties) {
        let Some(mark) = mark else { continue };
        // A mark of its own is there to take something back, not to add.
        assert!(doubt(mark) > doubt(certainty), "{} {id}", pack.id);
        assert_eq!(mark, Certainty::Suggestion, "{} {id}", pack.id);
        found.push(id);
    }
    found
}

#[test]
fn a_frequency_that_no_rule_gives_is_a_suggestion() {
    let mut found = BTreeSet::new();
    let packs = packs();
    for pack in &packs {
        found.extend(suggested(pack));
    }
    let expected = "ACT-C2 ACT-C3 ACT-G1 ACT-G2 ACT-G3 ACT-V3 D-C-ACTION D-C-OPEN D-C-SEATS \
        D-C-SERVE D-CARE D-HOUSE D-MOBILE D-N-GUIDE D-O-LINES D-OPEN D-P-MATTERS D-ROSTER \
        D-S-MATTERS GB6 GB7 GJ3 GJ5 GJ7 GP5 ORG-06 R-JJ5 SUP-06 SYS-03 SYS-C3 SYS-G1 SYS-P2 \
        SYS-S2 SYS-V4 TEAM-05 TEAM-N2";
    let found: Vec<&str> = found.into_iter().collect();
    assert_eq!(found.join(" "), expected);
}

/// What must be met rests on a rule that was seen or on a local scheme, not on a suggestion; and no
/// points are surer than the scheme of some place.
#[test]
fn neither_a_must_item_nor_points_are_surer_than_they_can_be() {
    for pack in packs() {
        for one in pack.indicators().filter(|one| one.must) {
            assert_ne!(
                one.certainty,
                Certainty::Suggestion,
                "{} {}",
                pack.id,
                one.id
            );
        }
        let scored = pack.stars.iter().flat_map(|star| &star.indicators);
        for one in scored {
            let least = doubt(Certainty::LocalExample);
            assert!(doubt(one.certainty) >= least, "{} {}", pack.id, one.id);
        }
    }
}

/// The law of villages and that of residents were changed in October 2025. What rests on them cites
/// the law in force, with the day since when.
#[test]
fn laws_are_cited_as_they_are_in_force() {
    let packs = packs();
    let rules = packs.iter().flat_map(|pack| &pack.rules);
    let mut seen = BTreeSet::new();
    for rule in rules.filter(|rule| rule.document.contains("委员会组织法")) {
        assert!(rule.document.contains("（2025 年修"), "{}", rule.id);
        let since = rule.effective_from.map(|day| day.to_string());
        assert_eq!(since.as_deref(), Some("2026-01-01"), "{}", rule.id);
        seen.insert(rule.id.as_str());
    }
    let expected = "CUN-2 CUN-37 CUN-4 CUN-6 CUN-BZ CW-DB CW-GK CW-PY JU-2 JU-GK JU-JD LAW-1";
    assert_eq!(seen.into_iter().collect::<Vec<_>>().join(" "), expected);
}
