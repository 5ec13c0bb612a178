//! The glossary against the packs: hard words that packs use are in it, and it is no surer than the
//! rules it names.

use crate::packs;
use wuxing::exchange::Language;
use wuxing::help::glossary::{Term, terms};
use wuxing::standard::{Rule, StandardPack};

/// Words of packs that nobody outside the field knows, and many inside do not.
const HARD: [&str; 31] = [
    "必达",
    "三资",
    "三务",
    "四会",
    "五网合一",
    "1+1+N",
    "党员中心户",
    "四议两公开",
    "一肩挑",
    "交叉任职",
    "强村线",
    "面源污染",
    "法律明白人",
    "红白理事会",
    "软弱涣散",
    "薄弱信号",
    "双培养",
    "双领办",
    "四同",
    "四同步",
    "六同",
    "三会共治",
    "行动支部",
    "事项准入",
    "五位一体",
    "四强",
    "五好",
    "七个有力",
    "双带头人",
    "兼职委员",
    "双重组织生活",
];

#[test]
fn every_hard_word_is_explained_where_it_stands() {
    for word in HARD {
        let is_explained = |one: &Term| one.everywhere && one.name_in(Language::Chinese) == word;
        assert!(terms().iter().any(is_explained), "{word}");
    }
}

#[test]
fn what_is_explained_everywhere_stands_in_some_pack_or_on_some_page() {
    let texts: Vec<String> = packs().iter().map(text_of).collect();
    // The app itself speaks of these.
    let of_the_app = [
        "must",
        "veto",
        "pass_line",
        "councils",
        "four_deliberations_short",
    ];
    for term in terms().iter().filter(|one| one.everywhere) {
        let is_used = |text: &String| {
            let mut spellings = term.spellings(Language::Chinese);
            spellings.any(|one| text.contains(one))
        };
        let is_known = of_the_app.contains(&term.id.as_str()) || texts.iter().any(is_used);
        assert!(is_known, "{} stands nowhere", term.id);
    }
}

#[test]
fn a_meaning_is_never_surer_than_the_rules_it_names() {
    let packs = packs();
    for term in terms() {
        for id in &term.sources {
            let rules = packs.iter().flat_map(|pack| &pack.rules);
            let rule: Option<&Rule> = rules.into_iter().find(|rule| rule.id == *id);
            let rule = rule.unwrap_or_else(|| panic!("{}: no pack cites {id}", term.id));
            assert!(term.certainty >= rule.certainty, "{} against {id}", term.id);
        }
    }
}

fn text_of(pack: &StandardPack) -> String {
    serde_json::to_string(pack).unwrap()
}
