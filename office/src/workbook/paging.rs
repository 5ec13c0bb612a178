//! Where the pages of a sheet begin (分页): no heading stands at the foot of one, what is signed has
//! rows above it, and a table that goes on has its head again.
//!
//! A program breaks pages wherever they are full, if it is not told. Not here: how high the rows
//! are.

/// What is known of a row of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Planned {
    /// How high it is, in points.
    pub height: f64,
    /// Whether the next one stands on the same page.
    pub stays: bool,
    /// How high the head is that stands above it where a page begins with it; none if it is in no
    /// table.
    pub head: f64,
}

/// The rows with which a page begins, the first of all apart. Pages have this much room.
pub fn beginnings(rows: &[Planned], room: f64) -> Vec<usize> {
    let mut begun = Vec::new();
    let (mut filled, mut next) = (0.0, 0);
    while next < rows.len() {
        // What stays together, as far as it fits on a page at all.
        let (mut end, mut height) = (next, 0.0);
        while let Some(row) = rows.get(end) {
            height += row.height;
            end += 1;
            if !row.stays || height > room {
                break;
            }
        }
        if filled + height > room && next > 0 {
            begun.push(next);
            filled = rows[next].head;
        }
        filled += height;
        next = end;
    }
    begun
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(stays: bool) -> Planned {
        Planned {
            height: 10.0,
            stays,
            head: 5.0,
        }
    }

    #[test]
    fn a_heading_goes_over_to_the_page_of_its_table() {
        let mut rows = vec![row(false); 9];
        // A heading, the head of its table and the first row.
        rows.extend([row(true), row(true), row(false), row(false)]);
        assert_eq!(beginnings(&rows, 100.0), [9]);
        assert_eq!(beginnings(&rows, 1000.0), Vec::<usize>::new());
        // The head that stands again takes room as well.
        assert_eq!(beginnings(&vec![row(false); 20], 100.0), [10, 19]);
        assert_eq!(beginnings(&[], 100.0), Vec::<usize>::new());
        // What stays together and is too long is cut all the same.
        assert_eq!(beginnings(&vec![row(true); 25], 100.0), [11, 22]);
    }

    proptest! {
        #[test]
        fn no_page_is_overfull(
            rows in proptest::collection::vec((1_u8..40, proptest::bool::weighted(0.2)), 0..200),
        ) {
            let rows: Vec<Planned> = rows.into_iter().map(|(height, stays)| Planned {
                height: height.into(),
                stays,
                head: 20.0,
            }).collect();
            let begun = beginnings(&rows, 500.0);
            let ends = begun.iter().copied().chain([rows.len()]);
            let mut first = 0;
            for end in ends {
                let height: f64 = rows[first..end].iter().map(|row| row.height).sum();
                prop_assert!(height <= 560.0, "{}", height);
                prop_assert!(end == rows.len() || end > first);
                first = end;
            }
        }
    }
}
