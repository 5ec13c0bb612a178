//! Points that fit together (分数对得上): bands in their order, sums of parts, pass lines, and what
//! follows from what.
//!
//! Not here: everything without points (`mending`).

use super::mending::{fill, is_there};
use crate::standard::{
    AnswerKind, Band, Derivation, DerivationRule, GREATEST_NUMBER, Reach, ScoredBy,
    ScoredIndicator, StandardPack,
};

/// Every item with points has one way of scoring, with numbers that are in order.
pub(super) fn mend_scores(pack: &mut StandardPack) {
    let before = pack.clone();
    for one in pack.stars.iter_mut().flat_map(|star| &mut star.indicators) {
        fill(&mut one.title, "未命名");
        one.question.take_if(|text| text.zh.trim().is_empty());
        match one.scored_by() {
            ScoredBy::Bands => mend_bands(one),
            ScoredBy::Deductions => mend_deductions(one),
            ScoredBy::Entered => {}
        }
        if one.bands.is_empty() && one.deductions.is_empty() {
            one.entered = true;
        }
        if one.entered {
            one.bands.clear();
            one.deductions.clear();
        }
        one.maximum = one.maximum.min(GREATEST_NUMBER);
        let least = if one.deductions.is_empty() {
            0
        } else {
            one.least
        };
        one.least = least.min(one.maximum);
        mend_derivation(one, &before);
    }
}

fn mend_bands(one: &mut ScoredIndicator) {
    one.deductions.clear();
    let mut rest = std::mem::take(&mut one.bands);
    while !rest.is_empty() {
        // The best of what is left; of two with the same points the one that stands first.
        let most = rest.iter().map(|band| band.score).max().unwrap_or(0);
        let place = rest.iter().position(|band| band.score == most).unwrap_or(0);
        let best = rest.remove(place);
        rest.retain(|band| band.score != most);
        one.bands.push(best);
    }
    for band in &mut one.bands {
        band.score = band.score.min(GREATEST_NUMBER);
        let points = band.score;
        fill(
            &mut band.when,
            if points == 0 {
                "没有做到"
            } else {
                "做到"
            },
        );
    }
    one.bands.dedup_by_key(|band| band.score);
    one.maximum = one.bands.first().map_or(0, |best| best.score);
}

fn mend_deductions(one: &mut ScoredIndicator) {
    one.bands.clear();
    one.deductions.retain(|deduction| deduction.points > 0);
    for deduction in &mut one.deductions {
        fill(&mut deduction.title, "每次");
        deduction.points = deduction.points.min(GREATEST_NUMBER);
        deduction.cap = deduction.cap.map(|cap| cap.min(GREATEST_NUMBER));
    }
}

/// What no longer follows from anything is asked.
fn mend_derivation(one: &mut ScoredIndicator, pack: &StandardPack) {
    if let Some(derivation) = &mut one.derivation {
        let rule = derivation.rule;
        derivation.from.retain(|id| match pack.indicator(id) {
            Some((_, source)) => {
                rule != DerivationRule::DoneOverDue
                    || matches!(source.answer, AnswerKind::Count { .. })
            }
            None => rule != DerivationRule::DoneOverDue && pack.scored(id).is_some(),
        });
        derivation
            .ledger
            .take_if(|fact| !is_there(fact, &pack.checklist));
    }
    let holds = one
        .derivation
        .as_ref()
        .is_some_and(|derivation| follows(derivation, &one.bands));
    if !holds {
        one.derivation = None;
        one.bands.iter_mut().for_each(|band| band.reached_by = None);
    }
}

/// Whether bands can follow from a derivation.
fn follows(derivation: &Derivation, bands: &[Band]) -> bool {
    let has_source = derivation.ledger.is_some() || !derivation.from.is_empty();
    let Some((last, earlier)) = bands.split_last() else {
        return false;
    };
    let reaches: Vec<Reach> = earlier.iter().filter_map(|band| band.reached_by).collect();
    let is_harder = |better: &Reach, worse: &Reach| match (better, worse) {
        (Reach::Percent(better), Reach::Percent(worse)) => better > worse,
        (Reach::Missing(better), Reach::Missing(worse)) => better < worse,
        (Reach::Verdict(better), Reach::Verdict(worse)) => better > worse,
        _ => false,
    };
    let in_order = reaches.is_sorted_by(is_harder);
    has_source && last.reached_by.is_none() && !reaches.is_empty() && in_order
}

/// Every part comes to the sum of its items; its pass line lies within it.
pub(super) fn mend_stars(pack: &mut StandardPack) {
    let usual = pack.award.star_pass.min(GREATEST_NUMBER);
    pack.award.star_pass = usual;
    let indicators = pack.clone();
    for star in &mut pack.stars {
        fill(&mut star.title, "考核项目");
        let points = star.indicators.iter().map(|one| one.maximum);
        star.maximum = points.fold(0, u32::saturating_add);
        star.related.retain(|id| indicators.indicator(id).is_some());
        if star.is_scored() {
            star.related.clear();
            let pass = star.pass.unwrap_or(usual).min(star.maximum);
            star.pass = (star.pass.is_some() || pass != usual).then_some(pass);
        }
    }
    while pack.stars.iter().any(|star| star.maximum > GREATEST_NUMBER) {
        halve_the_largest(pack);
    }
    let weights = pack.stars.iter().map(|star| star.weight_percent);
    let sum = weights.clone().flatten().fold(0, u32::saturating_add);
    let is_whole = sum == 100
        && weights
            .into_iter()
            .all(|one| one.is_some_and(|one| one > 0));
    if !is_whole {
        pack.stars
            .iter_mut()
            .for_each(|star| star.weight_percent = None);
    }
}

/// Numbers that no scheme has are made smaller, so that sums can be reckoned.
fn halve_the_largest(pack: &mut StandardPack) {
    for star in pack
        .stars
        .iter_mut()
        .filter(|star| star.maximum > GREATEST_NUMBER)
    {
        let largest = star.indicators.iter_mut().max_by_key(|one| one.maximum);
        if let Some(one) = largest {
            one.maximum /= 2;
            one.least = one.least.min(one.maximum);
            one.derivation = None;
            one.bands.clear();
            one.deductions.clear();
            one.entered = true;
        }
        let points = star.indicators.iter().map(|one| one.maximum);
        star.maximum = points.fold(0, u32::saturating_add);
        star.pass = star.pass.map(|pass| pass.min(star.maximum));
    }
}
