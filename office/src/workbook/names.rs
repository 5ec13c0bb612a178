//! Names of sheets (工作表名称), as Excel takes them: of at most 31 characters, without signs that mean
//! something in a formula, and no two alike.
//!
//! Not here: what a sheet is named after.

/// How long a name may be, in the units in which Excel counts.
const LONGEST: usize = 31;
/// Signs that no name has.
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// A name that Excel keeps for itself.
const RESERVED: &str = "history";
/// The name of a sheet that would have none.
const NAMELESS: &str = "表";

/// The names that a workbook has so far.
#[derive(Default)]
pub struct SheetNames {
    taken: Vec<String>,
}

impl SheetNames {
    /// The name of the next sheet, after what it shows.
    pub fn take(&mut self, shown: &str) -> String {
        let clean = clean(shown);
        let mut name = shortened(&clean, LONGEST);
        for number in 2_u32.. {
            let key = name.to_lowercase();
            if !self.taken.contains(&key) && key != RESERVED {
                self.taken.push(key);
                break;
            }
            let suffix = format!(" {number}");
            name = shortened(&clean, LONGEST - suffix.len()) + &suffix;
        }
        name
    }
}

fn clean(shown: &str) -> String {
    let allowed = |one: &char| !one.is_control() && !FORBIDDEN.contains(one);
    let name: String = shown.chars().filter(allowed).collect();
    match trimmed(&name) {
        "" => NAMELESS.to_owned(),
        name => name.to_owned(),
    }
}

/// Excel takes no name that begins or ends with an apostrophe.
fn trimmed(name: &str) -> &str {
    name.trim_matches(|one: char| one == '\'' || one.is_whitespace())
}

/// The beginning of a name, of at most this many units of UTF-16.
fn shortened(name: &str, longest: usize) -> String {
    let mut length = 0;
    let fits = |one: &char| {
        length += one.len_utf16();
        length <= longest
    };
    let short: String = name.chars().take_while(fits).collect();
    trimmed(&short).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_those_that_excel_takes() {
        fn check(shown: &[&str], expected: &[&str]) {
            let mut names = SheetNames::default();
            let found: Vec<String> = shown.iter().map(|one| names.take(one)).collect();
            assert_eq!(found, expected, "{shown:?}");
        }
        check(&["一、五基达标"], &["一、五基达标"]);
        check(&["", "[]", " "], &["表", "表 2", "表 3"]);
        check(&["A/b", "aB"], &["Ab", "aB 2"]);
        check(&["'引'", "History"], &["引", "History 2"]);
        let long = "五".repeat(40);
        let (first, second) = ("五".repeat(31), "五".repeat(29) + " 2");
        check(&[&long, &long], &[&first, &second]);
    }

    proptest! {
        #[test]
        fn no_two_names_are_alike(shown in proptest::collection::vec("\\PC{0,40}", 1..12)) {
            let mut names = SheetNames::default();
            let found: Vec<String> = shown.iter().map(|one| names.take(one)).collect();
            for (place, name) in found.iter().enumerate() {
                prop_assert!((1..=LONGEST).contains(&name.encode_utf16().count()), "{}", name);
                prop_assert!(!name.contains(FORBIDDEN), "{}", name);
                let same = |other: &String| other.to_lowercase() == name.to_lowercase();
                prop_assert!(!found[..place].iter().any(same), "{}", name);
            }
        }
    }
}
