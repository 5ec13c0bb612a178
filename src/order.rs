//! Putting short lists in order (排序), with little code.
//!
//! The standard library sorts long lists fast, which takes four to six kilobytes of code for every
//! type that is sorted. The lists here have some hundred elements at most, and the app is loaded
//! over weak signals. Not here: maps and sets (`sorted_map`, `sorted_set`), and anything that
//! grows with the years.

/// The elements in the order of their keys; those with equal keys stay as they were.
pub fn sorted_by_key<Item, Key: Ord>(
    items: impl IntoIterator<Item = Item>,
    key: impl Fn(&Item) -> Key,
) -> Vec<Item> {
    let mut sorted: Vec<Item> = Vec::new();
    for item in items {
        let own = key(&item);
        let place = sorted.partition_point(|before| key(before) <= own);
        sorted.insert(place, item);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        fn check(items: &[(i32, char)], expected: &str) {
            let sorted = sorted_by_key(items.to_vec(), |(key, _)| *key);
            let letters: String = sorted.into_iter().map(|(_, letter)| letter).collect();
            assert_eq!(letters, expected, "{items:?}");
        }

        check(&[], "");
        check(&[(2, 'a'), (1, 'b'), (3, 'c')], "bac");
        check(&[(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (2, 'e')], "bdace");
    }
}
