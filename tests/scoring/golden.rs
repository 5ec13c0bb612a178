//! The whole outcome of one filled-in village assessment as a text that stays the same.
//!
//! `UPDATE_EXPECT=1 cargo test --no-default-features --test scoring` writes it anew; read the
//! difference before you commit it.

use crate::words::{basic_word, indicator_words, joined, scored_words, star_word, way_words};
use crate::world::{assessment, organization, village};
use expect_test::expect_file;
use std::fmt::Write as _;
use wuxing::assessment::{Outcome, judge};
use wuxing::standard::{Facts, StandardPack};

/// A village of 62 members and six groups in its fourth quarter: most is done, something is not,
/// something was not looked at, and an accident freezes a star.
const ANSWERS: &str = "
    ORG-01=met@2026Q1 ORG-02=met@2026Q1 ORG-06=met ORG-V1=na ORG-V2=met
    TEAM-01=met@2026Q1 TEAM-02=met TEAM-03=partly TEAM-04=met TEAM-05=unmet TEAM-V1=met@2026Q1
    ACT-01=4 ACT-02=11 ACT-04=3 ACT-05=12 ACT-06=met ACT-07=met ACT-V1=met ACT-V2=partly
    SYS-02=met SYS-03=met SYS-04=met SYS-05=met SYS-06=partly SYS-V1=met SYS-V2=met SYS-V4=unmet
    SUP-01=met SUP-02=met SUP-05=met SUP-V1=met
    VA1=8p VA3=15p VA6=6p
    VB1=18p VB2=15p VB3=10p VB4=9p VB5=15p VB6=9p
    VC1=20p VC2=12p VC4=20p VC5=10p VC6=15p
    VD1=20p VD2=20p VD3=15p VD4=0p VD5=15p VD6=15p
    VE1=15p VE2=20p VE3=20p VE4=8p VE5=9p VE6=15p
    VT1=clear VT2=clear VT3=clear VT4=present VT5=clear VT6=clear VT7=unclear VT8=clear VT10=clear
    BN1=3+ BN2=0+0+2 BN4=1+
";

#[test]
fn the_outcome_of_one_village() {
    let pack = village();
    let facts = Facts {
        full_members: Some(60),
        members: Some(62),
        groups: Some(6),
        committee: Some(true),
        ..Facts::default()
    };
    let organization = organization(facts, "2030-11-30");
    let outcome = judge(&pack, &organization, &assessment("2026Q4", ANSWERS));
    expect_file!["../golden/village-2026Q4.txt"].assert_eq(&printed(&pack, &outcome));
}

fn printed(pack: &StandardPack, outcome: &Outcome) -> String {
    let mut text = String::new();
    let grade = |place: Option<usize>| {
        place.map_or("no grade yet".to_owned(), |place| {
            pack.award.grades[place].title.zh.clone()
        })
    };
    writeln!(text, "{}", pack.title.zh).unwrap();
    writeln!(text, "basics: {:?}", outcome.basics_state).unwrap();
    for basic in &outcome.basics {
        let title = &pack.basic(&basic.key).unwrap().title.zh;
        let state = basic_word(basic.state);
        write!(text, "\n{title}: {state}, {}%", basic.reached_percent).unwrap();
        writeln!(text, " of {}% needed", basic.needed_percent).unwrap();
        if !basic.must_missing.is_empty() {
            writeln!(
                text,
                "  must-items missing: {}",
                joined(&basic.must_missing)
            )
            .unwrap();
        }
        for result in &basic.indicators {
            let must = if result.must { " ★" } else { "" };
            writeln!(text, "  {}{must} {}", result.id, indicator_words(result)).unwrap();
        }
    }
    for star in &outcome.stars {
        let title = &pack.star(&star.key).unwrap().title.zh;
        let state = star_word(star.state);
        write!(
            text,
            "\n{title}: {state}, {} of {}",
            star.score, star.maximum
        )
        .unwrap();
        writeln!(text, ", pass line {}, {}", star.pass, grade(star.grade)).unwrap();
        for one in &star.indicators {
            writeln!(
                text,
                "  {} of {}: {}",
                one.id,
                one.maximum,
                scored_words(one)
            )
            .unwrap();
        }
        writeln!(text, "  way: {}", way_words(star.way.as_ref())).unwrap();
    }
    writeln!(
        text,
        "\nstars: {} won, {} count",
        outcome.stars_won, outcome.stars_counted
    )
    .unwrap();
    let needed = outcome
        .sum_needed
        .map_or("-".to_owned(), |needed| needed.to_string());
    write!(
        text,
        "sum: {} of {}, needed {needed}",
        outcome.sum, outcome.sum_maximum
    )
    .unwrap();
    writeln!(text, ", {:?}, {}", outcome.all_stars, grade(outcome.grade)).unwrap();
    writeln!(text, "bonus: {}", outcome.bonus.points).unwrap();
    for item in &outcome.bonus.items {
        let capped = if item.capped { ", capped" } else { "" };
        writeln!(
            text,
            "  {} {:?} {}{capped}",
            item.id, item.counts, item.points
        )
        .unwrap();
    }
    writeln!(text, "vetoes: {} open", outcome.vetoes_open()).unwrap();
    for veto in &outcome.vetoes {
        writeln!(text, "  {} {:?}", veto.id, veto.answer).unwrap();
    }
    text
}
