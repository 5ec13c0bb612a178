//! What must hold of every merging (合并的规律), whatever is merged: devices exchange files in any order
//! and more than once, and come to the same.
//!
//! Not here: which of two versions stands, which is told where each kind is tested.

use std::fmt::Debug;

/// Holds merging of three versions against its laws. Merging with itself changes nothing; it does
/// not matter which version is one's own, nor in which order they meet; and what was taken over
/// once stays as it is.
pub fn hold<T: Debug + PartialEq>([one, other, third]: [&T; 3], merged: impl Fn(&T, &T) -> T) {
    assert_eq!(&merged(one, one), one, "with itself");
    let both = merged(one, other);
    assert_eq!(merged(other, one), both, "the other way round");
    assert_eq!(
        merged(&both, third),
        merged(one, &merged(other, third)),
        "in another order"
    );
    assert_eq!(merged(&both, other), both, "once more");
}
