//! Grades, prerequisites and the lines that judge (等次、先决条件和达标线) of a standard that is edited.
//!
//! A veto names a grade by its place, so whatever changes the places changes what vetoes name. Not
//! here: the pass line of one part (`parts`), and how anything is judged (`assessment`).

use super::super::packing::label;
use super::against::Against;
use super::mending::fill;
use crate::order::sorted_by_key;
use crate::standard::{Grade, ItemId, StandardPack, VetoEffect};
use std::cmp::Reverse;

/// Adds a grade without a name and without a limit above the last one, which takes the rest.
pub fn add_grade(pack: &mut StandardPack) {
    let place = pack.award.grades.len().saturating_sub(1);
    let fresh = Grade {
        at_least: 0,
        title: label(""),
    };
    pack.award.grades.insert(place, fresh);
    move_limits(pack, |limit| if limit >= place { limit + 1 } else { limit });
}

/// Takes a grade out. The last one that is left takes the rest; the only one stays.
pub fn remove_grade(pack: &mut StandardPack, place: usize) {
    let grades = &mut pack.award.grades;
    if grades.len() < 2 || place >= grades.len() {
        return;
    }
    grades.remove(place);
    if let Some(last) = grades.last_mut() {
        last.at_least = 0;
    }
    let last = grades.len() - 1;
    move_limits(pack, |limit| {
        let moved = if limit > place { limit - 1 } else { limit };
        moved.min(last)
    });
}

/// Gives a grade another name.
pub fn rename_grade(pack: &mut StandardPack, place: usize, title: &str) {
    let grade = pack.award.grades.get_mut(place);
    if let Some(grade) = grade.filter(|grade| grade.title.zh != title) {
        grade.title = label(title);
    }
}

/// Puts the percent from which on a grade is given. The last one takes the rest whatever is put.
pub fn put_grade_limit(pack: &mut StandardPack, place: usize, percent: u32) {
    let last = pack.award.grades.len().saturating_sub(1);
    let grade = pack.award.grades.get_mut(place).filter(|_| place < last);
    if let Some(grade) = grade {
        grade.at_least = percent.min(100);
    }
}

/// How grades, prerequisites and lines stand to the original.
pub fn against_award(pack: &StandardPack, original: &StandardPack) -> Against {
    type Numbers<'a> = (Vec<(&'a str, u32)>, Option<&'a str>, [Option<u32>; 5]);
    fn said(pack: &StandardPack) -> Numbers<'_> {
        let (award, judgement) = (&pack.award, &pack.judgement);
        let grades = award.grades.iter();
        let grades = grades.map(|grade| (grade.title.zh.as_str(), grade.at_least));
        let numbers = [
            Some(award.star_pass),
            award.all_stars_sum,
            Some(judgement.basic_met_percent),
            Some(judgement.partly_weight_percent),
            Some(judgement.count_partly_percent),
        ];
        (grades.collect(), award.first_star.as_deref(), numbers)
    }
    match said(pack) == said(original) {
        true => Against::Same,
        false => Against::Changed,
    }
}

/// Puts grades, prerequisites and lines back to what the original says. Vetoes go on naming the
/// grades that they named, as far as there are such.
pub fn restore_award(pack: &mut StandardPack, original: &StandardPack) {
    let before = std::mem::replace(&mut pack.award, original.award.clone());
    pack.judgement = original.judgement.clone();
    let places: Vec<usize> = (0..before.grades.len())
        .map(|place| place_of_same(&before.grades, place, &original.award.grades))
        .collect();
    let last = original.award.grades.len().saturating_sub(1);
    move_limits(pack, |limit| places.get(limit).copied().unwrap_or(last));
}

/// Makes a veto that was taken over from the original name the same grade here.
pub(super) fn fit_effect(pack: &mut StandardPack, original: &StandardPack, id: &ItemId) {
    let grades = pack.award.grades.clone();
    for veto in pack.vetoes.iter_mut().filter(|one| one.id == *id) {
        if let VetoEffect::GradeAtBest(limit) = &mut veto.effect {
            let place = usize::try_from(*limit).unwrap_or(usize::MAX);
            *limit = number(place_of_same(&original.award.grades, place, &grades));
        }
    }
}

/// Grades go from the best to the last, which takes the rest; each has a name and a limit of its
/// own. A prerequisite is a part that there is.
pub(super) fn mend_award(pack: &mut StandardPack) {
    let old = std::mem::take(&mut pack.award.grades);
    let all = old.into_iter().map(|mut grade| {
        grade.at_least = grade.at_least.min(100);
        grade
    });
    // Of two with the same limit the one that stands below stays.
    let all = sorted_by_key(all.enumerate(), |(place, grade)| {
        Reverse((grade.at_least, *place))
    });
    let mut grades: Vec<Grade> = Vec::new();
    let mut places = vec![0; all.len()];
    for (place, grade) in all {
        if grades
            .last()
            .is_none_or(|last| last.at_least != grade.at_least)
        {
            grades.push(grade);
        }
        if let Some(new) = places.get_mut(place) {
            *new = grades.len() - 1;
        }
    }
    let graded = !grades.is_empty();
    if grades.last().is_none_or(|last| last.at_least > 0) {
        grades.push(Grade {
            at_least: 0,
            title: label(if graded { "其他" } else { "未定等次" }),
        });
    }
    grades
        .iter_mut()
        .for_each(|one| fill(&mut one.title, "未命名"));
    let last = grades.len() - 1;
    pack.award.grades = grades;
    move_limits(pack, |limit| places.get(limit).copied().unwrap_or(last));

    let first = pack.award.first_star.take();
    pack.award.first_star = first.filter(|key| pack.star(key).is_some());
    let points = pack.stars.iter().map(|star| star.maximum);
    let possible = points.fold(0, u32::saturating_add);
    pack.award.all_stars_sum.take_if(|sum| *sum > possible);
    let judgement = &mut pack.judgement;
    for percent in [
        &mut judgement.basic_met_percent,
        &mut judgement.partly_weight_percent,
        &mut judgement.count_partly_percent,
    ] {
        *percent = (*percent).clamp(1, 100);
    }
}

/// Where the grade at this place stands among others: by its name, or else as far down.
fn place_of_same(grades: &[Grade], place: usize, among: &[Grade]) -> usize {
    let own = grades.get(place);
    let same = own.and_then(|own| among.iter().position(|one| one.title.zh == own.title.zh));
    same.unwrap_or_else(|| place.min(among.len().saturating_sub(1)))
}

/// Changes the places of grades that vetoes name.
fn move_limits(pack: &mut StandardPack, moved: impl Fn(usize) -> usize) {
    for veto in &mut pack.vetoes {
        if let VetoEffect::GradeAtBest(limit) = &mut veto.effect {
            *limit = number(moved(usize::try_from(*limit).unwrap_or(usize::MAX)));
        }
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
