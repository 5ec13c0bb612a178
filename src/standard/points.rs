//! Points (分) with the unit in which a pack writes them.
//!
//! Files hold whole numbers alone, and many places take off half a point: a pack can write its
//! points in tenths. Not here: how points are counted (`assessment`).

use super::pack::StandardPack;
use serde::{Deserialize, Serialize};
use std::fmt;

/// In which unit a pack writes its points (分值单位).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PointsUnit {
    /// Each number is so many points.
    #[default]
    Whole,
    /// Each number is so many tenths of a point: 25 stands for 2.5 points.
    Tenths,
}

impl PointsUnit {
    /// Whether it is the usual unit.
    pub fn is_whole(&self) -> bool {
        *self == Self::Whole
    }

    /// How many of it make a point.
    pub fn per_point(self) -> u32 {
        match self {
            Self::Whole => 1,
            Self::Tenths => 10,
        }
    }

    /// A number of a pack that writes its points in this unit.
    pub fn of(self, amount: u32) -> Points {
        Points { amount, unit: self }
    }
}

/// A number of points, shown as people write it: 「2.5」.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// How many of the unit.
    pub amount: u32,
    /// The unit.
    pub unit: PointsUnit,
}

impl Points {
    /// So many whole points.
    pub fn whole(amount: u32) -> Self {
        PointsUnit::Whole.of(amount)
    }

    /// The same in tenths of a point.
    pub fn tenths(self) -> u32 {
        let factor = 10 / self.unit.per_point();
        self.amount.saturating_mul(factor)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let per_point = self.unit.per_point();
        match (self.amount / per_point, self.amount % per_point) {
            (whole, 0) => write!(formatter, "{whole}"),
            (whole, rest) => write!(formatter, "{whole}.{rest}"),
        }
    }
}

impl StandardPack {
    /// A number of points of this pack, as it is shown.
    pub fn points(&self, amount: u32) -> Points {
        self.points_unit.of(amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_shown_as_people_write_them() {
        fn check(unit: PointsUnit, amount: u32, expected: &str) {
            assert_eq!(unit.of(amount).to_string(), expected);
        }

        check(PointsUnit::Whole, 25, "25");
        check(PointsUnit::Tenths, 25, "2.5");
        check(PointsUnit::Tenths, 5, "0.5");
        check(PointsUnit::Tenths, 20, "2");
        check(PointsUnit::Tenths, 0, "0");
        check(PointsUnit::Whole, u32::MAX, "4294967295");
    }
}
