//! Why a basic or a star stands as it does (原因), the deciding reason first.
//!
//! Not here: the words these are made of (`reasons`), and why one indicator stands so
//! (`basis_words`).

use super::{Language, item_name, item_names};
use crate::assessment::{
    BasicOutcome, BasicState, ScoredBasis, ScoredResult, Standing, StarOutcome, StarState,
};
use crate::standard::StandardPack;

/// How many of the parts without points are met, by the name that the pack has for them.
pub fn basics_counted(met: usize, all: usize, pack: &StandardPack, language: Language) -> String {
    let words = &language.texts().reasons;
    match pack.calls_them_five_basics() {
        true => (words.basics_counted)(met, all),
        false => (words.named_counted)(language.say(&pack.names.basics).to_owned(), met, all),
    }
}

/// How many of the parts with points are won, or have enough where they are no stars.
pub fn parts_counted(won: u32, all: usize, pack: &StandardPack, language: Language) -> String {
    let words = &language.texts().reasons;
    match pack.calls_them_stars() {
        true => (words.stars_counted)(won, all),
        false => (words.parts_counted)(won, all),
    }
}

/// Why a basic stands as it does, the deciding reason first.
pub fn basic_reasons(
    outcome: &BasicOutcome,
    pack: &StandardPack,
    language: Language,
) -> Vec<String> {
    let words = &language.texts().reasons;
    let count = |standing| outcome.count(standing);
    if outcome.state == BasicState::NothingDue {
        return vec![words.basic_nothing_due.to_owned()];
    }
    let mut reasons = Vec::new();
    let open = count(Standing::Unchecked);
    if open > 0 {
        reasons.push((words.basic_unchecked)(open));
    }
    if !outcome.must_missing.is_empty() {
        reasons.push((words.basic_must)(item_names(
            pack,
            &outcome.must_missing,
            language,
        )));
    }
    let share = if open > 0 {
        words.basic_share_so_far
    } else {
        words.basic_share
    };
    reasons.push(share(outcome.reached_percent, outcome.needed_percent));
    let counts = (
        count(Standing::Met),
        count(Standing::Partly),
        count(Standing::Unmet),
    );
    if counts != (0, 0, 0) {
        reasons.push((words.basic_counts)(counts.0, counts.1, counts.2));
    }
    reasons
}

/// Why a star stands as it does, the deciding reason first.
pub fn star_reasons(outcome: &StarOutcome, pack: &StandardPack, language: Language) -> Vec<String> {
    let words = &language.texts().reasons;
    let (score, frozen, waits) = match pack.calls_them_stars() {
        true => (words.star_score, words.star_frozen, words.star_waits),
        false => (words.part_score, words.part_frozen, words.part_waits),
    };
    let mut reasons = Vec::new();
    if matches!(outcome.state, StarState::Named | StarState::NotApplicable) {
        return reasons;
    }
    if !outcome.frozen_by.is_empty() {
        reasons.push(frozen(item_names(pack, &outcome.frozen_by, language)));
    }
    if let Some(first) = outcome.waits_for.as_deref().and_then(|key| pack.star(key)) {
        reasons.push(waits(language.say(&first.title).to_owned()));
    }
    reasons.push(score(pack.points(outcome.score), pack.points(outcome.pass)));
    if outcome.score < outcome.pass {
        reasons.push((words.star_short)(
            pack.points(outcome.pass - outcome.score),
        ));
    }
    let is_not_due = |one: &&ScoredResult| one.basis == ScoredBasis::NotDue;
    let not_due = outcome.indicators.iter().filter(is_not_due).count();
    let open = outcome.open.len() - not_due;
    if open > 0 {
        reasons.push((words.star_open)(open));
    }
    if not_due > 0 {
        reasons.push((words.star_not_due)(not_due));
    }
    for one in &outcome.indicators {
        if let Some(points) = one.points.filter(|points| *points < one.maximum) {
            let name = item_name(pack, &one.id, language);
            reasons.push((words.lost)(name, pack.points(one.maximum - points)));
        }
    }
    reasons
}
