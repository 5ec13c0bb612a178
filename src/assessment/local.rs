//! The user's own changes to a pack (本地设置): kept apart from it, and shown as the user's.
//!
//! Not here: editing a pack. The pack stays as it was issued.

use super::stars::total;
use crate::period::{CivilDate, Frequency};
use crate::sorted_map::SortedMap;
use crate::standard::{
    Certainty, Checklist, Duty, Fulfilment, ItemId, Label, Responsibility, Role, StandardPack, Star,
};
use serde::{Deserialize, Serialize};

/// A number of the pack for which the user can put their own (本地门槛).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// From which share on a count is partly met, in percent.
    CountPartlyPercent,
    /// From which share on a basic is met, in percent.
    BasicMetPercent,
    /// From how many points on a star is won.
    StarPass,
    /// What all stars must come to together.
    AllStarsSum,
}

impl Threshold {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::CountPartlyPercent,
        Self::BasicMetPercent,
        Self::StarPass,
        Self::AllStarsSum,
    ];

    /// The pack's own number; `None` if nothing in the pack depends on it.
    pub fn of(self, pack: &StandardPack) -> Option<u32> {
        let (judgement, has_basics) = (&pack.judgement, !pack.basics.is_empty());
        let mut stars = pack.stars.iter();
        // A number of points that was set for another pack stands for whole ones. What is written
        // in tenths is a standard of the user's own, and is changed there.
        let is_points = matches!(self, Self::StarPass | Self::AllStarsSum);
        if is_points && !pack.points_unit.is_whole() {
            return None;
        }
        match self {
            Self::CountPartlyPercent => has_basics.then_some(judgement.count_partly_percent),
            Self::BasicMetPercent => has_basics.then_some(judgement.basic_met_percent),
            Self::StarPass => stars
                .any(|star| star.pass.is_none())
                .then_some(pack.award.star_pass),
            Self::AllStarsSum => pack.award.all_stars_sum,
        }
    }

    /// The highest number that makes sense in this pack; the lowest is 1.
    pub fn highest(self, pack: &StandardPack) -> u32 {
        match self {
            Self::AllStarsSum => total(pack.stars.iter().map(|star| star.maximum)),
            _ => 100,
        }
    }
}

/// The user's own changes to a pack (本地设置).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct LocalSettings {
    /// Indicators switched on or off (停用/启用), by id.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub switched: SortedMap<ItemId, bool>,
    /// Thresholds of the user's own.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub thresholds: SortedMap<Threshold, u32>,
    /// How often a counted indicator is due in each of its periods.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub times: SortedMap<ItemId, u32>,
    /// Lines set locally (例如强村线), in the user's words.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub lines: SortedMap<ItemId, String>,
    /// Duties switched on or off (责任项停用/启用), by id.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub duties: SortedMap<ItemId, bool>,
    /// From which day on a duty of the pack counts (起算日), by its id: the day on which it was
    /// switched on, or came with another pack, unless the user put another.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub duties_since: SortedMap<ItemId, CivilDate>,
    /// On which day a duty of the pack was last switched off (停用之日), by its id. It is off still
    /// if it does not count from a later day.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub duties_off_since: SortedMap<ItemId, CivilDate>,
    /// The kinds of responsibility (哪种责任) that the user told, by the id of the duty.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub responsibilities: SortedMap<ItemId, Responsibility>,
    /// Mechanisms switched on or off (机制停用/启用), by id.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub mechanisms: SortedMap<ItemId, bool>,
    /// Duties of the user's own (自加责任项), by an id that begins with `OWN-`.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub own_duties: SortedMap<ItemId, OwnDuty>,
    /// Of when the duties of the user's own are, in UTC milliseconds, where that is not when the
    /// organisation was last changed; 0 where they were left out when it was handed to somebody
    /// else. The later ones stand where two copies meet, so that what was not handed over is never
    /// taken for deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_duties_as_of: Option<i64>,
}

/// A duty that the user added (自加责任项), in their own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnDuty {
    /// What is to be done.
    pub title: String,
    /// What is to come of it (目标).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    /// How it is done (措施).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub measure: String,
    /// By when (节点).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub milestone: String,
    /// Who is to do it.
    pub role: Role,
    /// How often (频次).
    pub frequency: Frequency,
    /// From which day on it counts (起算日): the day on which it was added, unless the user put
    /// another. `None` if it counts for as long as anything is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<CivilDate>,
}

impl LocalSettings {
    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many of these changes the result depends on: thresholds, indicators that are on or off,
    /// and how often they are due. They are what the page 本地设置 shows.
    pub fn judging_changes(&self) -> usize {
        let Self {
            switched,
            thresholds,
            times,
            // Words of the user's beside a star, which decide nothing by themselves.
            lines: _,
            // What is to be done, and not what is asked.
            duties: _,
            duties_since: _,
            duties_off_since: _,
            responsibilities: _,
            mechanisms: _,
            own_duties: _,
            own_duties_as_of: _,
        } = self;
        switched.len() + thresholds.len() + times.len()
    }

    /// Takes back the changes that [`LocalSettings::judging_changes`] counts, and no others.
    pub fn reset_judging(&mut self) {
        let Self {
            switched,
            thresholds,
            times,
            lines: _,
            duties: _,
            duties_since: _,
            duties_off_since: _,
            responsibilities: _,
            mechanisms: _,
            own_duties: _,
            own_duties_as_of: _,
        } = self;
        *switched = SortedMap::new();
        *thresholds = SortedMap::new();
        *times = SortedMap::new();
    }

    /// The pack as it is in force with these changes.
    ///
    /// A star of which indicators are switched off keeps its pass line in proportion, and so does
    /// the sum that all stars need: what is left is held against the same share as the whole. An
    /// indicator that stood above that share leaves a gap, one that stood below it leaves none, so
    /// that switching off can take a star and can give one. Without one of its scored stars the
    /// pack offers no award for all of them.
    pub fn applied_to(&self, pack: &StandardPack) -> StandardPack {
        let mut pack = pack.clone();
        for (threshold, number) in &self.thresholds {
            if threshold.of(&pack).is_none() {
                // It was set for another pack; nobody could see it here or take it back.
                continue;
            }
            let number = (*number).clamp(1, threshold.highest(&pack).max(1));
            match threshold {
                Threshold::CountPartlyPercent => pack.judgement.count_partly_percent = number,
                Threshold::BasicMetPercent => pack.judgement.basic_met_percent = number,
                Threshold::StarPass => {
                    pack.award.star_pass = number;
                    for star in &mut pack.stars {
                        star.pass = None;
                    }
                }
                Threshold::AllStarsSum => {
                    if let Some(sum) = &mut pack.award.all_stars_sum {
                        *sum = number;
                    }
                }
            }
        }
        for indicator in pack
            .basics
            .iter_mut()
            .flat_map(|basic| &mut basic.indicators)
        {
            if let Some(enabled) = self.switched.get(&indicator.id) {
                indicator.enabled = *enabled;
            }
            if let Some(own) = self.times.get(&indicator.id) {
                indicator.answer.set_times((*own).clamp(1, 31));
            }
        }
        self.switch_off_scored(&mut pack);
        for duty in &mut pack.checklist.duties {
            if let Some(enabled) = self.duties.get(&duty.id) {
                duty.enabled = *enabled;
            }
            duty.counts_from = self.duties_since.get(&duty.id).copied();
            let off_since = self.duties_off_since.get(&duty.id).copied();
            duty.counted_until = off_since.filter(|off| duty.counts_from > Some(*off));
        }
        let needed = self.mechanisms_needed(&pack.checklist);
        for mechanism in &mut pack.checklist.mechanisms {
            let chosen = self.mechanisms.get(&mechanism.id).copied();
            let usual = mechanism.enabled || needed.contains(&mechanism.id);
            mechanism.enabled = chosen.unwrap_or(usual);
        }
        let own = self.own_duties.iter().map(|(id, own)| own.as_duty(id));
        pack.checklist.duties.extend(own);
        for duty in &mut pack.checklist.duties {
            // What a source says stands.
            let told = self.responsibilities.get(&duty.id).copied();
            duty.responsibility = duty.responsibility.or(told);
        }
        pack
    }

    /// The mechanisms of whose cards the duties consist that the user switched on: they are on with
    /// them, so that what is due can be done, unless the user switches them off.
    pub fn mechanisms_needed(&self, checklist: &Checklist) -> Vec<ItemId> {
        let switched_on = |duty: &&Duty| self.duties.get(&duty.id) == Some(&true);
        let duties = checklist.duties.iter().filter(switched_on);
        let mechanisms = duties.filter_map(|duty| match &duty.done_by {
            Fulfilment::Cards(mechanism) => Some(mechanism.clone()),
            _ => None,
        });
        mechanisms.collect()
    }

    /// Takes the scored indicators out that are switched off.
    fn switch_off_scored(&self, pack: &mut StandardPack) {
        let weighted = |star: &Star| {
            star.maximum
                .saturating_mul(star.weight_percent.unwrap_or(100))
        };
        let maxima = |pack: &StandardPack| total(pack.stars.iter().map(weighted));
        let whole_pack = maxima(pack);
        let mut star_left_out = false;
        for star in &mut pack.stars {
            let whole = star.maximum;
            let pass = star.pass.unwrap_or(pack.award.star_pass);
            star.indicators
                .retain(|indicator| self.switched.get(&indicator.id) != Some(&false));
            let left = total(star.indicators.iter().map(|indicator| indicator.maximum));
            if left < whole {
                star.maximum = left;
                star.pass = Some(in_proportion(pass, left, whole));
                star_left_out |= left == 0;
            }
        }
        let left = maxima(pack);
        if left < whole_pack {
            let sum = pack.award.all_stars_sum.filter(|_| !star_left_out);
            pack.award.all_stars_sum = sum.map(|sum| in_proportion(sum, left, whole_pack));
        }
    }
}

impl OwnDuty {
    /// The duty as a pack would have it: without a level and a category, and always on.
    fn as_duty(&self, id: &ItemId) -> Duty {
        Duty {
            title: Label::chinese(&self.title),
            goal: Label::chinese(&self.goal),
            measure: Label::chinese(&self.measure),
            milestone: Label::chinese(&self.milestone),
            frequency: self.frequency,
            counts_from: self.since,
            ..Duty::ticked(id.clone(), self.role, Certainty::Suggestion)
        }
    }
}

/// `number` of `whole` as the same share of `left`, rounded up; `whole` is not 0.
fn in_proportion(number: u32, left: u32, whole: u32) -> u32 {
    let share = (u64::from(number) * u64::from(left)).div_ceil(u64::from(whole));
    u32::try_from(share).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Something in every part.
    fn changed() -> LocalSettings {
        let own = OwnDuty {
            title: "每季走访离退休老党员".to_owned(),
            goal: String::new(),
            measure: String::new(),
            milestone: String::new(),
            role: Role::Secretary,
            frequency: Frequency::Quarter,
            since: None,
        };
        LocalSettings {
            switched: [("ORG-05".into(), false)].into(),
            thresholds: [(Threshold::StarPass, 90), (Threshold::BasicMetPercent, 70)].into(),
            times: [("ACT-04".into(), 2)].into(),
            lines: [("VB1".into(), "30 万元".to_owned())].into(),
            duties: [("D-GM".into(), false)].into(),
            duties_since: [("D-KM".into(), CivilDate::EARLIEST)].into(),
            duties_off_since: [("D-GM".into(), CivilDate::EARLIEST)].into(),
            responsibilities: [("D-GM".into(), Responsibility::Direct)].into(),
            mechanisms: [("weak_signals".into(), true)].into(),
            own_duties: [("OWN-1".into(), own)].into(),
            own_duties_as_of: Some(7),
        }
    }

    #[test]
    fn regression_back_to_the_standard_takes_nothing_that_its_page_does_not_show() {
        // 「全部恢复成标准」 on the page 本地设置 deleted the duties that the user had added on another page.
        let mut local = changed();
        assert_eq!(local.judging_changes(), 4);
        local.reset_judging();
        assert_eq!(local.judging_changes(), 0);
        let kept = LocalSettings {
            switched: SortedMap::new(),
            thresholds: SortedMap::new(),
            times: SortedMap::new(),
            ..changed()
        };
        assert_eq!(local, kept);
        assert!(kept.own_duties.contains_key(&ItemId::from("OWN-1")));
    }

    #[test]
    fn what_the_result_does_not_depend_on_is_not_counted() {
        let local = LocalSettings {
            switched: SortedMap::new(),
            thresholds: SortedMap::new(),
            times: SortedMap::new(),
            ..changed()
        };
        assert_eq!(local.judging_changes(), 0);
    }
}
