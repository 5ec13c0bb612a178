//! Three versions of one thing put together (三方合并): that from which two came, and both of them.
//! Where only one of them changed a field, its change stands.
//!
//! Not here: which fields something has, which its own module says, and where the three versions
//! come from (`app::three_way`).

use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;

/// Whose change stands where both changed the same field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precedence {
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
}

/// A field that is one thing.
pub fn pick<T: PartialEq + Clone>(base: &T, ours: &T, theirs: &T, by: Precedence) -> T {
    let only_theirs = ours == base;
    let only_ours = theirs == base;
    let ours_stands = !only_theirs && (only_ours || by == Precedence::Ours);
    if ours_stands { ours } else { theirs }.clone()
}

/// A field that is a map: each of its entries is one thing.
pub fn members<Key: Ord + Clone, Value: PartialEq + Clone>(
    base: &SortedMap<Key, Value>,
    ours: &SortedMap<Key, Value>,
    theirs: &SortedMap<Key, Value>,
    by: Precedence,
) -> SortedMap<Key, Value> {
    let keys = base.keys().chain(ours.keys()).chain(theirs.keys());
    keys.filter_map(|key| {
        let value = pick(&base.get(key), &ours.get(key), &theirs.get(key), by)?;
        Some((key.clone(), value.clone()))
    })
    .collect()
}

/// A list without order or repetition, such as days and links: what only one of them added is
/// there, what only one of them took out is not. Where nobody changed it, it stays as it is.
pub fn elements<Element: Ord + Copy>(
    base: &[Element],
    ours: &[Element],
    theirs: &[Element],
) -> Vec<Element> {
    if ours == theirs || ours == base {
        return theirs.to_vec();
    }
    if theirs == base {
        return ours.to_vec();
    }
    let all: SortedSet<Element> = ours.iter().chain(theirs).copied().collect();
    let stays = |one: &Element| !base.contains(one) || (ours.contains(one) && theirs.contains(one));
    all.into_iter().filter(stays).collect()
}

/// Picks each of these fields from three versions of a struct. A field that is left out does not
/// compile.
macro_rules! picked {
    (
        $kind:ident { $($field:ident),+ }
        of $base:ident, $ours:ident, $theirs:ident, $by:ident $(; $($rest:tt)+)?
    ) => {
        $kind {
            $($field: $crate::three_versions::pick(
                &$base.$field,
                &$ours.$field,
                &$theirs.$field,
                $by,
            ),)+
            $($($rest)+)?
        }
    };
}

pub(crate) use picked;

#[cfg(test)]
mod tests {
    use super::*;
    use Precedence::{Ours, Theirs};

    #[test]
    fn the_change_stands_that_was_made() {
        fn check(versions: [u32; 3], by: Precedence, expected: u32) {
            let [base, ours, theirs] = versions;
            assert_eq!(pick(&base, &ours, &theirs, by), expected, "{versions:?}");
        }
        for by in [Ours, Theirs] {
            check([1, 1, 1], by, 1);
            check([1, 2, 1], by, 2);
            check([1, 1, 2], by, 2);
            check([1, 2, 2], by, 2);
        }
        check([1, 2, 3], Ours, 2);
        check([1, 2, 3], Theirs, 3);
    }

    #[test]
    fn each_entry_of_a_map_is_one_thing() {
        let map = |entries: &[(u8, u8)]| entries.iter().copied().collect::<SortedMap<_, _>>();
        let base = map(&[(1, 1), (2, 2), (3, 3)]);
        let (ours, theirs) = (
            map(&[(1, 9), (2, 2), (4, 4)]),
            map(&[(1, 1), (3, 3), (5, 5)]),
        );
        let both = members(&base, &ours, &theirs, Theirs);
        assert_eq!(both, map(&[(1, 9), (4, 4), (5, 5)]));
    }

    #[test]
    fn what_one_side_added_or_took_out_of_a_list_holds() {
        fn check(base: &[u8], ours: &[u8], theirs: &[u8], expected: &[u8]) {
            assert_eq!(elements(base, ours, theirs), expected);
        }
        check(&[1, 2], &[1, 2], &[2, 1], &[2, 1]);
        check(&[1, 2], &[1], &[1, 2, 3], &[1, 3]);
        check(&[], &[2], &[1], &[1, 2]);
    }
}
