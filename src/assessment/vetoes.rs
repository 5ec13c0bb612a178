//! The vetoes of a pack (一票否决) that are present, and what they touch.
//!
//! Not here: what the whole comes to (`outcome`).

use super::answer::Assessment;
use super::answer_value::{AnswerValue, VetoAnswer};
use super::outcome::VetoResult;
use crate::standard::{ItemId, StandardPack, VetoEffect};

/// The vetoes of a pack, and those that are present.
pub(super) struct Vetoes<'a> {
    /// Each with its answer, in the order of the pack.
    pub answers: Vec<VetoResult>,
    present: Vec<(&'a ItemId, &'a VetoEffect)>,
}

impl<'a> Vetoes<'a> {
    /// Those of `pack`, as `assessment` answers them.
    pub fn of(pack: &'a StandardPack, assessment: &Assessment) -> Self {
        let answer = |id: &ItemId| match assessment.value(id) {
            Some(AnswerValue::Veto(answer)) => Some(*answer),
            _ => None,
        };
        let answers = pack.vetoes.iter().map(|veto| VetoResult {
            id: veto.id.clone(),
            answer: answer(&veto.id),
        });
        let present = pack
            .vetoes
            .iter()
            .filter(|veto| answer(&veto.id) == Some(VetoAnswer::Present));
        Self {
            answers: answers.collect(),
            present: present.map(|veto| (&veto.id, &veto.effect)).collect(),
        }
    }

    /// Those that are present and whose effect fits.
    pub fn with(&self, fits: impl Fn(&VetoEffect) -> bool) -> Vec<ItemId> {
        let fitting = self.present.iter().filter(|(_, effect)| fits(effect));
        fitting.map(|(id, _)| (*id).clone()).collect()
    }

    /// Those that freeze a star.
    pub fn freezing(&self, star: &str) -> Vec<ItemId> {
        self.with(|effect| match effect {
            VetoEffect::FreezeAllStars => true,
            VetoEffect::FreezeStars(keys) => keys.iter().any(|key| key == star),
            VetoEffect::AtMostStars(_) | VetoEffect::BasicsUnmet | VetoEffect::GradeAtBest(_) => {
                false
            }
        })
    }

    /// The vetoes that limit the grade, each with the best place that it leaves.
    pub fn limiting_grade(&self) -> Vec<(ItemId, usize)> {
        let limits = self.present.iter().filter_map(|(id, effect)| match effect {
            VetoEffect::GradeAtBest(place) => {
                Some(((*id).clone(), usize::try_from(*place).unwrap_or(usize::MAX)))
            }
            _ => None,
        });
        limits.collect()
    }

    /// Those that limit the number of stars, with the number.
    pub fn limiting(&self) -> Vec<(ItemId, u32)> {
        let limits = self.present.iter().filter_map(|(id, effect)| match effect {
            VetoEffect::AtMostStars(most) => Some(((*id).clone(), *most)),
            _ => None,
        });
        limits.collect()
    }
}
