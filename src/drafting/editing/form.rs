//! What can be written in an item (一项的内容), in one form for every kind of item.
//!
//! Not here: what a duty alone has (`duty_form`), and whether it makes sense (`mending`).

use super::super::packing::label;
use super::duty_form::{self, DutyForm, write_duty};
use crate::period::Frequency;
use crate::standard::{
    Band, Bonus, BonusOption, Deduction, Duty, Indicator, ItemId, Label, ScoredBy, ScoredIndicator,
    StandardPack, VetoEffect,
};

/// What kind of item it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// An indicator that is met or not (指标).
    Indicator,
    /// An item with points (星项).
    Scored,
    /// A bonus item (加分项).
    Bonus,
    /// A veto (一票否决).
    Veto,
    /// A duty (责任项).
    Duty,
}

/// How often something can be due, in the order in which it is offered.
pub const FREQUENCIES: [Frequency; 6] = [
    Frequency::Month,
    Frequency::Quarter,
    Frequency::HalfYear,
    Frequency::Year,
    Frequency::Term,
    Frequency::Event,
];

/// A band, something that takes points off, or something that is counted for a bonus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// What holds or happens.
    pub when: String,
    /// The points, in the unit of the pack.
    pub points: u32,
}

/// What can be written in an item. What its kind does not have is `None` or empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemForm {
    /// What kind of item it is.
    pub kind: ItemKind,
    /// Its name.
    pub title: String,
    /// What is asked in full: the criterion, the question, or the goal of a duty.
    pub text: String,
    /// The papers that show it.
    pub evidence: Vec<String>,
    /// How often it is due.
    pub frequency: Option<Frequency>,
    /// Whether it is a must-item.
    pub must: Option<bool>,
    /// How it comes to its points.
    pub scored_by: Option<ScoredBy>,
    /// The most points, in the unit of the pack. Those of bands follow from the best band.
    pub points: Option<u32>,
    /// Bands, deductions or what is counted for a bonus.
    pub cases: Vec<Case>,
    /// The most points that a bonus gives.
    pub cap: Option<u32>,
    /// What a veto does.
    pub effect: Option<VetoEffect>,
    /// What a duty alone has.
    pub duty: Option<DutyForm>,
}

impl ItemForm {
    fn of(kind: ItemKind, title: &Label) -> Self {
        Self {
            kind,
            title: title.zh.clone(),
            text: String::new(),
            evidence: Vec::new(),
            frequency: None,
            must: None,
            scored_by: None,
            points: None,
            cases: Vec::new(),
            cap: None,
            effect: None,
            duty: None,
        }
    }
}

/// What stands in an item now. `None` if it is not there.
pub fn form_of(pack: &StandardPack, id: &ItemId) -> Option<ItemForm> {
    let indicator = pack.indicator(id).map(|(_, one)| of_indicator(one));
    indicator
        .or_else(|| pack.scored(id).map(|(_, one)| of_scored(one)))
        .or_else(|| pack.bonus(id).map(of_bonus))
        .or_else(|| {
            let veto = pack.veto(id)?;
            Some(ItemForm {
                effect: Some(veto.effect.clone()),
                ..ItemForm::of(ItemKind::Veto, &veto.title)
            })
        })
        .or_else(|| pack.checklist.duty(id).map(of_duty))
}

fn of_indicator(one: &Indicator) -> ItemForm {
    ItemForm {
        text: one.criterion.zh.clone(),
        evidence: one.evidence.clone(),
        frequency: Some(one.frequency),
        must: Some(one.must),
        ..ItemForm::of(ItemKind::Indicator, &one.title)
    }
}

fn of_scored(one: &ScoredIndicator) -> ItemForm {
    let case = |when: &Label, points: u32| Case {
        when: when.zh.clone(),
        points,
    };
    let way = one.scored_by();
    let cases = match way {
        ScoredBy::Bands => one
            .bands
            .iter()
            .map(|band| case(&band.when, band.score))
            .collect(),
        ScoredBy::Deductions => {
            let all = one.deductions.iter();
            all.map(|deduction| case(&deduction.title, deduction.points))
                .collect()
        }
        ScoredBy::Entered => Vec::new(),
    };
    ItemForm {
        text: one
            .question
            .as_ref()
            .map(|text| text.zh.clone())
            .unwrap_or_default(),
        evidence: one.evidence.clone(),
        scored_by: Some(way),
        points: Some(one.maximum),
        cases,
        ..ItemForm::of(ItemKind::Scored, &one.title)
    }
}

fn of_bonus(one: &Bonus) -> ItemForm {
    let case = |option: &BonusOption| Case {
        when: option.title.zh.clone(),
        points: option.points,
    };
    ItemForm {
        cases: one.options.iter().map(case).collect(),
        cap: one.cap,
        ..ItemForm::of(ItemKind::Bonus, &one.title)
    }
}

fn of_duty(one: &Duty) -> ItemForm {
    ItemForm {
        text: one.goal.zh.clone(),
        evidence: one.evidence.clone(),
        frequency: Some(one.frequency),
        duty: Some(duty_form::of_duty(one)),
        ..ItemForm::of(ItemKind::Duty, &one.title)
    }
}

/// Writes what stands in a form into an item; what is as it was keeps its English.
pub fn write_form(pack: &mut StandardPack, id: &ItemId, form: &ItemForm) {
    for one in pack
        .basics
        .iter_mut()
        .flat_map(|basic| &mut basic.indicators)
    {
        if one.id == *id {
            write_indicator(one, form);
        }
    }
    for one in pack.stars.iter_mut().flat_map(|star| &mut star.indicators) {
        if one.id == *id {
            write_scored(one, form);
        }
    }
    for one in pack.bonuses.iter_mut().filter(|one| one.id == *id) {
        write_label(&mut one.title, &form.title);
        one.cap = form.cap;
        let old = std::mem::take(&mut one.options);
        let written = form
            .cases
            .iter()
            .enumerate()
            .map(|(place, case)| BonusOption {
                title: written(old.get(place).map(|option| &option.title), &case.when),
                points: case.points,
            });
        one.options = written.collect();
    }
    for one in pack.vetoes.iter_mut().filter(|one| one.id == *id) {
        write_label(&mut one.title, &form.title);
        if let Some(effect) = &form.effect {
            one.effect = effect.clone();
        }
    }
    for one in pack.checklist.duties.iter_mut().filter(|one| one.id == *id) {
        write_label(&mut one.title, &form.title);
        write_label(&mut one.goal, &form.text);
        one.evidence.clone_from(&form.evidence);
        one.frequency = form.frequency.unwrap_or(one.frequency);
        if let Some(duty) = &form.duty {
            write_duty(one, duty);
        }
    }
}

fn write_indicator(one: &mut Indicator, form: &ItemForm) {
    write_label(&mut one.title, &form.title);
    if one.criterion.zh != form.text {
        // Other wordings say what was rewritten in other words.
        one.variants.clear();
    }
    write_label(&mut one.criterion, &form.text);
    one.evidence.clone_from(&form.evidence);
    one.frequency = form.frequency.unwrap_or(one.frequency);
    one.must = form.must.unwrap_or(one.must);
}

fn write_scored(one: &mut ScoredIndicator, form: &ItemForm) {
    write_label(&mut one.title, &form.title);
    let old = one.question.take();
    one.question = match form.text.is_empty() {
        true => None,
        false => Some(written(old.as_ref(), &form.text)),
    };
    one.evidence.clone_from(&form.evidence);
    one.maximum = form.points.unwrap_or(one.maximum);
    match form.scored_by.unwrap_or_else(|| one.scored_by()) {
        // What stands in the lists stays, in case another way is chosen again.
        ScoredBy::Entered => one.entered = true,
        ScoredBy::Bands => {
            one.entered = false;
            one.deductions.clear();
            let old = std::mem::take(&mut one.bands);
            let bands = form.cases.iter().enumerate().map(|(place, case)| {
                let before = old.get(place);
                Band {
                    score: case.points,
                    when: written(before.map(|band| &band.when), &case.when),
                    reached_by: before.and_then(|band| band.reached_by),
                }
            });
            one.bands = bands.collect();
            one.maximum = form.cases.iter().map(|case| case.points).max().unwrap_or(0);
        }
        ScoredBy::Deductions => {
            one.entered = false;
            one.bands.clear();
            let old = std::mem::take(&mut one.deductions);
            let cases = form.cases.iter().enumerate().map(|(place, case)| {
                let before = old.get(place);
                Deduction {
                    title: written(before.map(|deduction| &deduction.title), &case.when),
                    points: case.points,
                    cap: before.and_then(|deduction| deduction.cap),
                }
            });
            one.deductions = cases.collect();
        }
    }
}

pub(super) fn write_label(own: &mut Label, text: &str) {
    if own.zh != text {
        *own = label(text);
    }
}

fn written(old: Option<&Label>, text: &str) -> Label {
    let same = old.filter(|old| old.zh == text);
    same.cloned().unwrap_or_else(|| label(text))
}
