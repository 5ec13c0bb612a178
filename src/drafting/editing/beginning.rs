//! With what editing begins (从哪套标准改起): a copy of a built-in standard, or the next version of one's
//! own.
//!
//! Not here: which standards there are (`app`).

use super::super::packing::label;
use crate::standard::{Original, PointsUnit, StandardPack};

/// A copy of a standard as the beginning of one's own, under this id. Every item keeps its id, so
/// that answers go on to count.
pub fn begun_from(original: &StandardPack, id: &str) -> StandardPack {
    let mut pack = in_tenths(original);
    pack.begun_from = Some(Original {
        id: original.id.clone(),
        version: original.version.clone(),
    });
    pack.id = id.to_owned();
    pack.version = "1".to_owned();
    pack.title = label(&format!("{}（本地）", original.title.zh));
    pack.issuer = label("本地");
    pack.issued_on = None;
    // They say what the original comes to.
    pack.examples.clear();
    pack
}

/// The next version of a standard of one's own. What it differs from is what the one before was
/// begun from, or else that one.
pub fn next_version(pack: &StandardPack) -> StandardPack {
    let mut next = in_tenths(pack);
    let before = || Original {
        id: pack.id.clone(),
        version: pack.version.clone(),
    };
    next.begun_from = Some(pack.begun_from.clone().unwrap_or_else(before));
    next.examples.clear();
    next
}

/// The same standard with its points in tenths, so that half a point can be written.
pub fn in_tenths(pack: &StandardPack) -> StandardPack {
    let mut pack = pack.clone();
    if pack.points_unit == PointsUnit::Tenths {
        return pack;
    }
    pack.points_unit = PointsUnit::Tenths;
    let tenfold = |number: &mut u32| *number = number.saturating_mul(10);
    tenfold(&mut pack.award.star_pass);
    pack.award.all_stars_sum.iter_mut().for_each(tenfold);
    for star in &mut pack.stars {
        tenfold(&mut star.maximum);
        star.pass.iter_mut().for_each(tenfold);
        for one in &mut star.indicators {
            tenfold(&mut one.maximum);
            tenfold(&mut one.least);
            one.bands
                .iter_mut()
                .for_each(|band| tenfold(&mut band.score));
            for deduction in &mut one.deductions {
                tenfold(&mut deduction.points);
                deduction.cap.iter_mut().for_each(tenfold);
            }
        }
    }
    for bonus in &mut pack.bonuses {
        bonus.cap.iter_mut().for_each(tenfold);
        bonus
            .options
            .iter_mut()
            .for_each(|option| tenfold(&mut option.points));
    }
    pack
}
