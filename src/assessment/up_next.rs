//! The one thing to do next (下一步): one thing, so that nobody has to choose among many.
//!
//! Not here: the words on its button, and all else that is to be done (`to_do`).

use super::indicator::Standing;
use super::outcome::Outcome;
use super::situation::Situation;
use super::to_do::ToDo;
use crate::period::{CivilDate, Quarter};
use crate::standard::{ItemId, StandardPack};

/// The next thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpNext {
    /// Begin the assessment of this period (开始新的一期).
    Begin(Quarter),
    /// Look at the must-items (快查必达项).
    Musts,
    /// Look at this indicator of a basic, which is named by its key (接着查).
    OfBasic(String, ItemId),
    /// Look at this scored item of a star, which is named by its key.
    OfStar(String, ItemId),
    /// Look at the disqualifiers (否决项).
    Vetoes,
    /// Do this, which is late or will be within days.
    ToDo(ToDo),
    /// See what it amounts to (看结果).
    Result,
    /// See the list of responsibilities (看清单), where nothing is assessed.
    Checklist,
}

/// The next thing to do. `begin` is the period that can be begun, if there is one; `to_dos` is what
/// is to be done, what presses most first.
pub fn up_next(
    pack: &StandardPack,
    outcome: &Outcome,
    begin: Option<Quarter>,
    to_dos: &[ToDo],
    today: CivilDate,
) -> UpNext {
    let list_alone = pack.is_list_alone();
    // A list of responsibilities goes by the year, so that nothing is begun with a quarter of it.
    let open_year = outcome.judging.period().year();
    if let Some(period) = begin.filter(|period| !list_alone || period.year() != open_year) {
        return UpNext::Begin(period);
    }
    if let Situation::Untouched { musts: 1.., .. } = outcome.situation(pack) {
        return UpNext::Musts;
    }
    if let Some(open) = outcome.first_open_item(pack) {
        return open;
    }
    if outcome.vetoes_open() > 0 {
        return UpNext::Vetoes;
    }
    match to_dos.first() {
        Some(first) if first.is_urgent(today) => UpNext::ToDo(first.clone()),
        _ if list_alone => UpNext::Checklist,
        _ => UpNext::Result,
    }
}

impl Outcome {
    /// The first item that is still to be looked at, in the order of the pack.
    fn first_open_item(&self, pack: &StandardPack) -> Option<UpNext> {
        for basic in &self.basics {
            let mut indicators = basic.indicators.iter();
            let open = indicators.find(|one| one.standing == Standing::Unchecked);
            if let Some(open) = open {
                return Some(UpNext::OfBasic(basic.key.clone(), open.id.clone()));
            }
        }
        let star = self
            .stars
            .iter()
            .find(|one| one.progress(pack).left() > 0)?;
        let open = star.indicators.iter().find(|one| one.is_open())?;
        Some(UpNext::OfStar(star.key.clone(), open.id.clone()))
    }
}
