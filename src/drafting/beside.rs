//! What stands beside the points (加分、否决、等次): bonus items, vetoes, and the grades that a table
//! names.
//!
//! Not here: the parts with their indicators (`packing`).

use super::draft::Draft;
use super::found::{Found, Reading, Section};
use super::numbers::{first_tenths, without_ordinal};
use super::packing::{item_id, label, sources};
use crate::standard::{Bonus, BonusOption, Certainty, Veto, VetoEffect};

/// The bonus items (加分项).
pub(super) fn bonuses(id: &str, reading: &Reading) -> Vec<Bonus> {
    in_section(reading, Section::Bonus)
        .map(|one| bonus(id, one))
        .collect()
}

fn in_section(reading: &Reading, section: Section) -> impl Iterator<Item = &Found> {
    let all = reading.found.iter();
    all.filter(move |one| reading.section_of(one) == section)
}

fn bonus(id: &str, found: &Found) -> Bonus {
    let options = added_by(found).into_iter();
    let options = options.map(|(title, points)| BonusOption {
        title: label(&title),
        points,
    });
    Bonus {
        id: item_id(id, found),
        title: label(&found.title),
        options: options.collect(),
        cap: cap_of(found),
        sources: sources(),
        certainty: Certainty::LocalExample,
    }
}

/// What a bonus item is given for, with the points for each, in tenths: 「每项加 1 分，最多加 5 分」. What
/// gives points without a number is a qualification alone, with no points.
pub fn added_by(found: &Found) -> Vec<(String, u32)> {
    match added_in(&found.criterion) {
        none if none.is_empty() => vec![(found.title.clone(), found.points.unwrap_or(0))],
        each => each,
    }
}

/// The most points that a bonus item gives, in tenths; `None` if nothing says so.
pub fn cap_of(found: &Found) -> Option<u32> {
    found.cap.or(found.scoring.most).or(found.points)
}

/// What gives points, and how many each: 「国家级加 3 分，省级加 2 分」.
fn added_in(text: &str) -> Vec<(String, u32)> {
    let clauses = text.split(['。', '；', ';', '\n', '，', ',', '、']);
    let found = clauses.filter_map(|clause| {
        let (before, after) = clause.split_once(['加', '奖'])?;
        let is_end = ["最多", "最高", "不超过", "累计", "封顶"]
            .iter()
            .any(|word| clause.contains(word));
        let (points, rest) = first_tenths(after)?;
        let named = without_ordinal(before).trim_end_matches(['的', '每', '次', '项']);
        let named = if named.is_empty() { "每次" } else { named };
        let fits = !is_end && rest.trim_start().starts_with('分') && points > 0;
        fits.then(|| (named.to_owned(), points))
    });
    found.collect()
}

/// A veto leaves the lowest grade where there are grades, and else takes every part.
pub(super) fn vetoes(id: &str, reading: &Reading, grades: &[(u32, String)]) -> Vec<Veto> {
    let effect = match grades
        .len()
        .checked_sub(1)
        .and_then(|last| u32::try_from(last).ok())
    {
        Some(last) if last > 0 => VetoEffect::GradeAtBest(last),
        _ if reading.is_scored() => VetoEffect::FreezeAllStars,
        _ => VetoEffect::BasicsUnmet,
    };
    let found = in_section(reading, Section::Vetoes);
    let vetoes = found.map(|one| Veto {
        id: item_id(id, one),
        title: label(first_of(&one.criterion, &one.title)),
        effect: effect.clone(),
        sources: sources(),
        certainty: Certainty::LocalExample,
    });
    vetoes.collect()
}

fn first_of<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    text.lines()
        .next()
        .filter(|line| !line.is_empty())
        .unwrap_or(otherwise)
}

/// The grades that the table names: 「90 分以上为优秀，75—89 分为良好，60 分以下为不合格」, the best first,
/// the last from 0; empty if it names none.
pub(super) fn grades_in(draft: &Draft) -> Vec<(u32, String)> {
    const NAMES: [&str; 9] = [
        "优秀",
        "良好",
        "较好",
        "合格",
        "达标",
        "一般",
        "基本合格",
        "不合格",
        "较差",
    ];
    let texts = draft
        .table
        .rows
        .iter()
        .flatten()
        .filter(|cell| !cell.joined);
    let clauses = texts.flat_map(|cell| cell.text.split(['，', ',', '；', ';', '。', '\n', '、']));
    let mut grades: Vec<(u32, String)> = Vec::new();
    for clause in clauses {
        let Some((number, rest)) = first_tenths(clause) else {
            continue;
        };
        let is_mark = rest.contains("分")
            && ["为", "评定", "定为"]
                .iter()
                .any(|word| rest.contains(word));
        let named = NAMES.iter().filter(|name| clause.ends_with(*name));
        let Some(name) = named.max_by_key(|name| name.len()).filter(|_| is_mark) else {
            continue;
        };
        let below = rest.contains("以下") || rest.contains("不足") || rest.contains("不满");
        let from = if below { 0 } else { number / 10 };
        if from <= 100 && grades.iter().all(|(other, _)| *other > from) {
            grades.push((from, (*name).to_owned()));
        }
    }
    match grades.last() {
        Some((from, _)) if *from > 0 && grades.len() > 1 => {
            grades.push((0, "其他".to_owned()));
            grades
        }
        Some((0, _)) if grades.len() > 1 => grades,
        _ => Vec::new(),
    }
}
