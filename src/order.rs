//! Putting short lists in order (排序), with little code.
//!
//! The standard library sorts long lists fast, which takes four to six kilobytes of code for every
//! type that is sorted, and collecting into a map or a set sorts as well. The lists here have some
//! hundred elements at most, and the app is loaded over weak signals. Not here: anything that
//! grows with the years.

/// Collects without sorting first: each element is put into its place.
pub fn gathered<Collection, Item>(items: impl IntoIterator<Item = Item>) -> Collection
where
    Collection: Default + Extend<Item>,
{
    let mut collection = Collection::default();
    collection.extend(items);
    collection
}

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
    use crate::ordered_map::OrderedMap;

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

    #[test]
    fn of_two_values_for_a_key_the_last_stays() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c')];
        let gathered: OrderedMap<i32, char> = gathered(items);
        assert_eq!(gathered, items.into_iter().collect());
    }
}
