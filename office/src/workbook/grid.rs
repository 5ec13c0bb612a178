//! The columns of a sheet (网格), so narrow that the columns of all its tables end at one of them: a
//! column of a table goes over one or several.
//!
//! Not here: how wide the columns of a table are (`wuxing::handout`).

use wuxing::handout::Table;
use wuxing::handout::widths::in_letters;

/// The narrowest column of a table, in tenths of a letter.
const NARROWEST: u32 = 50;
/// Ends of columns that are not further apart than this are one end, in tenths of a letter.
const SAME_END: u32 = 10;
/// Between two texts beside each other: what a program keeps free around them and indents them by,
/// and what a column may lose to [`SAME_END`], in tenths of a letter.
const BETWEEN: u32 = 40;
/// How many columns a sheet without a table has. Some programs cut a single one that is as wide as
/// the page.
const COLUMNS_OF_TEXTS: u32 = 6;

/// The columns of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// How wide they are, in letters.
    pub widths: Vec<f64>,
    /// The column with which each column of each table ends.
    ends: Vec<Vec<usize>>,
}

/// What a column of a table, or several of them, go over on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The first column of the sheet.
    pub first: u16,
    /// The last one.
    pub last: u16,
    /// How wide they are together, in letters.
    pub width: f64,
}

impl Grid {
    /// The columns of a sheet with these tables, on which so many letters stand beside each other.
    /// One of them may end in the middle.
    pub fn of(tables: &[Table], letters: u32, is_halved: bool) -> Self {
        let tables = tables.iter().map(|table| ends_of(table, letters));
        let tables: Vec<Vec<u32>> = tables.collect();
        let mut all: Vec<u32> = tables.iter().flatten().copied().collect();
        if all.is_empty() {
            let each = 10 * letters / COLUMNS_OF_TEXTS;
            all.extend((1..=COLUMNS_OF_TEXTS).map(|number| number * each));
        }
        if is_halved {
            all.push(letters * 5);
        }
        all.sort_unstable();
        let mut shared: Vec<(u32, u32)> = Vec::new();
        for end in all {
            match shared.last_mut() {
                Some((first, last)) if end - *first <= SAME_END => *last = end,
                _ => shared.push((end, end)),
            }
        }
        let mut before = 0;
        let widths = shared.iter().map(|(_, last)| {
            let width = *last - before;
            before = *last;
            f64::from(width) / 10.0
        });
        let place = |end: &u32| shared.partition_point(|(_, last)| last < end);
        Self {
            widths: widths.collect(),
            ends: tables
                .iter()
                .map(|ends| ends.iter().map(place).collect())
                .collect(),
        }
    }

    /// The two halves of a sheet; `None` if it has but one column.
    pub fn halves(&self) -> Option<[Place; 2]> {
        let all: f64 = self.widths.iter().sum();
        let mut width = 0.0;
        let ends = self.widths.iter().map(|one| {
            width += one;
            width
        });
        let from_middle = |(_, end): &(usize, f64)| (end * 2.0 - all).abs();
        let ends = ends.enumerate().take(self.widths.len().saturating_sub(1));
        let (place, end) =
            ends.min_by(|one, other| from_middle(one).total_cmp(&from_middle(other)))?;
        let place = u16::try_from(place).ok()?;
        let last = u16::try_from(self.widths.len() - 1).ok()?;
        Some([
            Place {
                first: 0,
                last: place,
                width: end,
            },
            Place {
                first: place + 1,
                last,
                width: all - end,
            },
        ])
    }

    /// The whole width of a sheet.
    pub fn whole(&self) -> Place {
        Place {
            first: 0,
            last: u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX),
            width: self.widths.iter().sum(),
        }
    }

    /// Where the columns of a table stand, by its number on the sheet.
    pub fn columns(&self, table: usize) -> Vec<Place> {
        let mut first = 0;
        let ends = self.ends.get(table).map_or(&[][..], Vec::as_slice);
        let places = ends.iter().map(|end| {
            let place = Place {
                first: u16::try_from(first).unwrap_or(u16::MAX),
                last: u16::try_from(*end).unwrap_or(u16::MAX),
                width: self.widths[first..=*end].iter().sum(),
            };
            first = end + 1;
            place
        });
        places.collect()
    }
}

impl Place {
    /// What several of them go over together; `None` if there is none.
    pub fn over(places: &[Self]) -> Option<Self> {
        Some(Self {
            first: places.first()?.first,
            last: places.last()?.last,
            width: places.iter().map(|one| one.width).sum(),
        })
    }
}

/// Where the columns of a table end, in tenths of a letter. The last one ends where the page does,
/// if all have room on it.
fn ends_of(table: &Table, letters: u32) -> Vec<u32> {
    let widths = table.widths_by(letters * 10, BETWEEN, &in_letters);
    let columns = u32::try_from(widths.len()).unwrap_or(u32::MAX);
    let all = (letters * 10).max(columns.saturating_mul(NARROWEST));
    let given = widths.iter().map(|width| (*width).max(NARROWEST));
    let sum: u32 = given.clone().sum();
    // What the narrow ones took beyond their share, the others give.
    let above: u32 = given.clone().map(|width| width - NARROWEST).sum();
    let over = sum.saturating_sub(all);
    let mut end = 0;
    let mut ends: Vec<u32> = given
        .map(|width| {
            end += width - (width - NARROWEST) * over / above.max(1);
            end
        })
        .collect();
    if let Some(last) = ends.last_mut() {
        *last = all;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use wuxing::handout::Align;

    fn table(shares: &[u16]) -> Table {
        Table::of(shares.iter().map(|share| ("", *share, Align::Start)))
    }

    #[test]
    fn tables_share_the_columns_of_a_sheet() {
        fn check(tables: &[&[u16]], widths: &[f64], ends: &[&[usize]]) {
            let tables: Vec<Table> = tables.iter().map(|shares| table(shares)).collect();
            let grid = Grid::of(&tables, 60, false);
            assert_eq!(grid.widths, widths);
            assert_eq!(grid.ends, ends);
        }
        check(&[&[1, 1]], &[30.0, 30.0], &[&[0, 1]]);
        check(
            &[&[1, 1], &[1, 1, 1]],
            &[20.0, 10.0, 10.0, 20.0],
            &[&[1, 3], &[0, 2, 3]],
        );
        // What ends nearly at the same place ends there.
        check(&[&[59, 61], &[61, 59]], &[30.5, 29.5], &[&[0, 1], &[0, 1]]);
        check(&[], &[10.0; 6], &[]);
    }

    proptest! {
        #[test]
        fn no_column_of_a_table_is_lost(
            tables in proptest::collection::vec(proptest::collection::vec(0..40_u16, 1..14), 0..8),
            letters in 40..140_u32,
            halved: bool,
        ) {
            let tables: Vec<Table> = tables.iter().map(|shares| table(shares)).collect();
            let grid = Grid::of(&tables, letters, halved);
            for (number, table) in tables.iter().enumerate() {
                let places = grid.columns(number);
                prop_assert_eq!(places.len(), table.columns.len());
                let mut next = 0;
                for place in &places {
                    prop_assert_eq!(place.first, next);
                    prop_assert!(place.last >= place.first);
                    next = place.last + 1;
                }
                prop_assert!(usize::from(next) <= grid.widths.len());
            }
        }
    }
}
