//! A set in the order of its elements (有序集合) that costs little code, for the same reason as
//! [`crate::sorted_map`].
//!
//! Not here: sets that grow without end; there are none.

use crate::sorted_map::SortedMap;
use std::borrow::Borrow;

/// A set in the order of its elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedSet<Element>(SortedMap<Element, ()>);

impl<Element> SortedSet<Element> {
    /// A set without elements.
    pub const fn new() -> Self {
        Self(SortedMap::new())
    }

    /// Whether there is no element.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The elements, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Element> + Clone {
        self.0.iter().map(|(element, ())| element)
    }

    /// The first element.
    pub fn first(&self) -> Option<&Element> {
        self.0.first().map(|(element, ())| element)
    }

    /// The first element that is not passed over, found in as many steps as halving takes. None is
    /// passed over that stands behind one that is not.
    pub fn first_after(&self, is_passed_over: impl Fn(&Element) -> bool) -> Option<&Element> {
        let elements = self.0.as_slice();
        let at = elements.partition_point(|(element, ())| is_passed_over(element));
        elements.get(at).map(|(element, ())| element)
    }

    /// The last element.
    pub fn last(&self) -> Option<&Element> {
        self.0.last().map(|(element, ())| element)
    }

    /// Takes all elements out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<Element: Ord> SortedSet<Element> {
    /// Takes an element in. Answers whether it was not there before.
    pub fn insert(&mut self, element: Element) -> bool {
        self.0.insert(element, ()).is_none()
    }

    /// Takes an element out. Answers whether it was there.
    pub fn remove<Asked>(&mut self, element: &Asked) -> bool
    where
        Element: Borrow<Asked>,
        Asked: Ord + ?Sized,
    {
        self.0.remove(element).is_some()
    }

    /// Whether an element is there.
    pub fn contains<Asked>(&self, element: &Asked) -> bool
    where
        Element: Borrow<Asked>,
        Asked: Ord + ?Sized,
    {
        self.0.contains_key(element)
    }
}

impl<Element> Default for SortedSet<Element> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Element: Ord> Extend<Element> for SortedSet<Element> {
    fn extend<Items: IntoIterator<Item = Element>>(&mut self, items: Items) {
        for element in items {
            self.insert(element);
        }
    }
}

impl<Element: Ord> FromIterator<Element> for SortedSet<Element> {
    fn from_iter<Items: IntoIterator<Item = Element>>(items: Items) -> Self {
        let mut set = Self::new();
        set.extend(items);
        set
    }
}

impl<Element> IntoIterator for SortedSet<Element> {
    type Item = Element;
    type IntoIter = std::iter::Map<std::vec::IntoIter<(Element, ())>, fn((Element, ())) -> Element>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(element, ())| element)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_every_element_once_and_in_order() {
        fn check(items: &[&str], expected: &[&str]) {
            let mut set = SortedSet::new();
            let new: Vec<&str> = items
                .iter()
                .copied()
                .filter(|item| set.insert(*item))
                .collect();
            assert_eq!(new.len(), expected.len(), "{items:?}");
            assert_eq!(set.iter().copied().collect::<Vec<_>>(), expected);
            assert_eq!(set, items.iter().copied().collect());
            assert!(expected.iter().all(|item| set.contains(item)));
            assert!(
                expected
                    .iter()
                    .all(|item| set.remove(item) && !set.remove(item))
            );
            assert!(set.is_empty());
        }

        check(&[], &[]);
        check(&["b", "a", "b", "c", "a"], &["a", "b", "c"]);
    }
}
