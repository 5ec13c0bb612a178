//! A sound standard of one that is being edited (补全成可用的标准), whatever was entered.
//!
//! What does not fit together yet is left out or put right, and the worst of it is told as a
//! [`Snag`]. Not here: points (`mending_scores`), grades (`award`), and what cites the
//! place (`attribution`).

use super::super::packing::label;
use super::attribution::attribute;
use super::award::mend_award;
use super::mending_scores::{mend_scores, mend_stars};
use crate::period::Frequency;
use crate::standard::{
    AnswerKind, Duty, Fulfilment, GREATEST_NUMBER, Group, ItemId, Label, LedgerFact, ScoredBy,
    StandardPack, VetoEffect, Window,
};

/// What has to be looked at before the standard says what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Snag {
    /// The item has no name.
    Unnamed(ItemId),
    /// Its bands do not go from many points to few; they are put into that order.
    BandsInNoOrder(ItemId),
    /// It has no points.
    NoPoints(ItemId),
    /// The weights do not come to a hundred percent, and are left out.
    Weights {
        /// What they come to.
        sum: u32,
    },
    /// The limits of the grades do not go down from grade to grade; they are put into that order.
    GradesInNoOrder,
    /// The veto is to hold back some parts, and none is chosen.
    VetoOnNothing(ItemId),
}

/// What has to be looked at.
pub fn snags(pack: &StandardPack) -> Vec<Snag> {
    let mut found = Vec::new();
    let indicators = pack.indicators().map(|one| (&one.id, &one.title));
    let scored = pack.stars.iter().flat_map(|star| &star.indicators);
    let titled = indicators
        .chain(scored.clone().map(|one| (&one.id, &one.title)))
        .chain(pack.bonuses.iter().map(|one| (&one.id, &one.title)))
        .chain(pack.vetoes.iter().map(|one| (&one.id, &one.title)))
        .chain(
            pack.checklist
                .duties
                .iter()
                .map(|one| (&one.id, &one.title)),
        );
    let unnamed = titled.filter(|(_, title)| title.zh.trim().is_empty());
    found.extend(unnamed.map(|(id, _)| Snag::Unnamed(id.clone())));
    for one in scored {
        let bands = one
            .bands
            .is_sorted_by(|better, worse| better.score > worse.score);
        if one.scored_by() == ScoredBy::Bands && !bands {
            found.push(Snag::BandsInNoOrder(one.id.clone()));
        }
        if one.maximum == 0 {
            found.push(Snag::NoPoints(one.id.clone()));
        }
    }
    let weights = pack.stars.iter().filter_map(|star| star.weight_percent);
    let sum = weights.clone().fold(0, u32::saturating_add);
    let all = weights.count() == pack.stars.len();
    if sum > 0 && (sum != 100 || !all) {
        found.push(Snag::Weights { sum });
    }
    let grades = &pack.award.grades;
    if !grades.is_sorted_by(|better, worse| better.at_least > worse.at_least) {
        found.push(Snag::GradesInNoOrder);
    }
    let on_nothing = pack
        .vetoes
        .iter()
        .filter(|veto| matches!(&veto.effect, VetoEffect::FreezeStars(keys) if keys.is_empty()));
    found.extend(on_nothing.map(|veto| Snag::VetoOnNothing(veto.id.clone())));
    found
}

/// A sound standard of this one. What differs from the original rests on the place's own word, and
/// on no source of the original.
pub fn mended(pack: &StandardPack, original: Option<&StandardPack>) -> StandardPack {
    let mut pack = pack.clone();
    attribute(&mut pack, original);
    mend_head(&mut pack);
    pack.basics.retain(|one| !one.indicators.is_empty());
    pack.stars
        .retain(|one| !one.indicators.is_empty() || !one.related.is_empty());
    mend_checklist(&mut pack);
    mend_indicators(&mut pack);
    mend_scores(&mut pack);
    mend_stars(&mut pack);
    mend_beside(&mut pack);
    mend_award(&mut pack);
    mend_groupings(&mut pack);
    pack
}

/// A text that is never empty.
pub(super) fn fill(own: &mut Label, otherwise: &str) {
    if own.zh.trim().is_empty() {
        *own = label(otherwise);
    }
}

fn mend_head(pack: &mut StandardPack) {
    fill(&mut pack.title, "本地考核标准");
    fill(&mut pack.issuer, "本地");
    fill(&mut pack.scope, "本地");
    fill(&mut pack.disclaimer, "自查参考，以本地正式文件为准");
    fill(&mut pack.names.basics, "基本要求");
    fill(&mut pack.names.stars, "考核项目");
    pack.made_for.take_if(|text| text.zh.trim().is_empty());
    pack.published_in.take_if(|text| text.trim().is_empty());
    if pack.version.trim().is_empty() {
        pack.version = "1".to_owned();
    }
}

fn mend_papers(papers: &mut Vec<String>) {
    papers.retain(|paper| !paper.trim().is_empty());
}

fn mend_indicators(pack: &mut StandardPack) {
    let duties = pack.checklist.clone();
    for basic in &mut pack.basics {
        fill(&mut basic.title, "基本要求");
        for one in &mut basic.indicators {
            fill(&mut one.title, "未命名");
            let title = one.title.zh.clone();
            fill(&mut one.criterion, &title);
            mend_papers(&mut one.evidence);
            one.filled_by.take_if(|fact| !is_there(fact, &duties));
            if matches!(one.frequency, Frequency::Term | Frequency::Event) {
                one.answer = AnswerKind::Verdict;
            }
        }
    }
    for one in pack.stars.iter_mut().flat_map(|star| &mut star.indicators) {
        mend_papers(&mut one.evidence);
    }
    let counted = |id: &ItemId, pack: &StandardPack| {
        pack.indicator(id)
            .is_some_and(|(_, one)| matches!(one.answer, AnswerKind::Count { .. }))
    };
    let mut records = std::mem::take(&mut pack.checklist.records);
    for record in &mut records {
        record.counts_for.retain(|id| counted(id, pack));
    }
    pack.checklist.records = records;
}

/// Whether what a fact of the ledger speaks of is there.
pub(super) fn is_there(fact: &LedgerFact, list: &crate::standard::Checklist) -> bool {
    let duty = fact.duty().is_none_or(|id| list.duty(id).is_some());
    duty && fact
        .mechanism()
        .is_none_or(|id| list.mechanism(id).is_some())
}

fn mend_checklist(pack: &mut StandardPack) {
    let levels = pack.checklist.levels.clone();
    for category in &mut pack.checklist.categories {
        fill(&mut category.title, "责任项");
    }
    for duty in &mut pack.checklist.duties {
        mend_amounts(duty);
        if !levels.iter().any(|level| level.key == duty.level) {
            let last = levels.last().map(|level| level.key.clone());
            duty.level = last.unwrap_or_default();
        }
        fill(&mut duty.title, "未命名");
        let title = duty.title.zh.clone();
        fill(&mut duty.goal, &title);
        fill(&mut duty.measure, &title);
        fill(&mut duty.milestone, "按本地规定");
        mend_papers(&mut duty.evidence);
        let has_periods = !matches!(duty.frequency, Frequency::Term | Frequency::Event);
        if !has_periods && matches!(duty.done_by, Fulfilment::Hours { .. }) {
            duty.done_by = Fulfilment::Tick;
        }
    }
}

/// How often or how long something is done, at least once, and months that there are.
fn mend_amounts(duty: &mut Duty) {
    let mend = |amount: &mut u32| *amount = (*amount).clamp(1, GREATEST_NUMBER);
    mend(&mut duty.times);
    if let Fulfilment::Hours { at_least, .. } = &mut duty.done_by {
        mend(at_least);
        // What was written while it was not done by hours would decide nothing and be shown.
        duty.times = 1;
    }
    duty.window.take_if(|_| duty.frequency != Frequency::Year);
    if let Some(Window { from, to }) = &mut duty.window {
        *from = (*from).clamp(1, 12);
        *to = (*to).clamp(*from, Window::LAST_MONTH);
    }
}

/// Bonus items and vetoes.
fn mend_beside(pack: &mut StandardPack) {
    for bonus in &mut pack.bonuses {
        fill(&mut bonus.title, "未命名");
        bonus.cap = bonus.cap.map(|cap| cap.min(GREATEST_NUMBER));
        for option in &mut bonus.options {
            fill(&mut option.title, "每次");
            option.points = option.points.min(GREATEST_NUMBER);
        }
    }
    let (stars, count) = (pack.stars.clone(), pack.stars.len());
    for veto in &mut pack.vetoes {
        fill(&mut veto.title, "未命名");
        match &mut veto.effect {
            VetoEffect::FreezeStars(keys) => {
                keys.retain(|key| stars.iter().any(|star| star.key == *key));
            }
            VetoEffect::AtMostStars(limit) => {
                *limit = (*limit).min(u32::try_from(count).unwrap_or(u32::MAX));
            }
            _ => {}
        }
    }
}

fn mend_groupings(pack: &mut StandardPack) {
    let mut groupings = std::mem::take(&mut pack.groupings);
    for group in groupings.iter_mut().flat_map(|one| &mut one.groups) {
        group.of.retain(|name| {
            let alone = Group {
                key: group.key.clone(),
                title: group.title.clone(),
                of: vec![name.clone()],
            };
            !alone.members(pack).is_empty()
        });
    }
    pack.groupings = groupings;
}
