//! What a veto does (否决的范围与效果), as a choice among what a standard has room for.
//!
//! Not here: what comes of it (`assessment`).

use crate::standard::{StandardPack, VetoEffect};

/// What a veto does, without to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EffectKind {
    /// It holds back all parts with points (全部暂不评).
    AllParts,
    /// It holds back some of them (部分暂不评).
    SomeParts,
    /// Only so many of them count (最多计几个).
    PartsAtMost,
    /// The parts without points are not met (整体不达标).
    BasicsUnmet,
    /// The grade is at best a certain one (等次最高为).
    GradeAtBest,
}

impl EffectKind {
    /// What kind of effect this is.
    pub fn of(effect: &VetoEffect) -> Self {
        match effect {
            VetoEffect::FreezeAllStars => Self::AllParts,
            VetoEffect::FreezeStars(_) => Self::SomeParts,
            VetoEffect::AtMostStars(_) => Self::PartsAtMost,
            VetoEffect::BasicsUnmet => Self::BasicsUnmet,
            VetoEffect::GradeAtBest(_) => Self::GradeAtBest,
        }
    }

    /// The kinds that a standard has room for, in the order in which they are offered, and `now`.
    pub fn offered(pack: &StandardPack, now: Self) -> Vec<Self> {
        let (scored, graded) = (!pack.stars.is_empty(), pack.award.grades.len() > 1);
        let all = [
            (Self::AllParts, scored),
            (Self::SomeParts, pack.stars.len() > 1),
            (Self::PartsAtMost, pack.stars.len() > 1),
            (Self::GradeAtBest, graded),
            (Self::BasicsUnmet, !pack.basics.is_empty()),
        ];
        let fits = all.into_iter().filter(|(kind, fits)| *fits || *kind == now);
        fits.map(|(kind, _)| kind).collect()
    }

    /// An effect of this kind as it begins, before anybody says on what: on no part, on one part
    /// fewer than there are, or down to the last grade.
    pub fn begun(self, pack: &StandardPack) -> VetoEffect {
        let before_last = |count: usize| u32::try_from(count.saturating_sub(1)).unwrap_or(0);
        match self {
            Self::AllParts => VetoEffect::FreezeAllStars,
            Self::SomeParts => VetoEffect::FreezeStars(Vec::new()),
            Self::PartsAtMost => VetoEffect::AtMostStars(before_last(pack.stars.len())),
            Self::BasicsUnmet => VetoEffect::BasicsUnmet,
            Self::GradeAtBest => VetoEffect::GradeAtBest(before_last(pack.award.grades.len())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::{OrganizationType, built_in};

    #[test]
    fn what_a_pack_has_no_room_for_is_offered_only_where_it_stands() {
        let mut pack = built_in(OrganizationType::Village).unwrap();
        assert_eq!(EffectKind::offered(&pack, EffectKind::AllParts).len(), 5);
        pack.stars.truncate(1);
        pack.award.grades.truncate(1);
        let offered = EffectKind::offered(&pack, EffectKind::AllParts);
        assert_eq!(offered, [EffectKind::AllParts, EffectKind::BasicsUnmet]);
        pack.stars.clear();
        let offered = EffectKind::offered(&pack, EffectKind::PartsAtMost);
        assert_eq!(offered, [EffectKind::PartsAtMost, EffectKind::BasicsUnmet]);
    }

    #[test]
    fn what_begins_is_of_its_kind() {
        let pack = built_in(OrganizationType::Village).unwrap();
        for kind in EffectKind::offered(&pack, EffectKind::AllParts) {
            assert_eq!(EffectKind::of(&kind.begun(&pack)), kind);
        }
    }
}
