//! Reads what a test harness prints (测试输出): how many tests passed and failed, and why those
//! failed. That of `cargo test`, that of wasm-bindgen and that of the journeys print alike.
//!
//! Not here: running anything (`suite`), and the sum of all suites (`tally`).

/// What has been read so far. Several harnesses may follow one another, as in `cargo test`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Harness {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// The failed tests, in the order in which they were named.
    pub failures: Vec<FailedTest>,
    /// Where the failures of the harness that prints now begin; another may have the same names.
    first_of_this: usize,
    /// The failure whose message is being read.
    telling: Option<usize>,
}

/// A failed test and what it printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FailedTest {
    /// Its name.
    pub name: String,
    /// Everything between its heading and the next.
    pub lines: Vec<String>,
}

impl Harness {
    /// Takes in the next line.
    pub fn read(&mut self, line: &str) {
        if let Some((_, counts)) = line.split_once("test result: ") {
            self.passed += count(counts, "passed");
            self.failed += count(counts, "failed");
            self.first_of_this = self.failures.len();
            self.telling = None;
        } else if let Some(name) = heading(line) {
            self.telling = Some(self.place_of(name));
        } else if let Some(name) = failed_test(line) {
            self.place_of(name);
        } else if line == "failures:" {
            self.telling = None;
        } else if let Some(place) = self.telling {
            self.failures[place].lines.push(line.to_owned());
        }
    }

    fn place_of(&mut self, name: &str) -> usize {
        let of_this = self.failures.iter().skip(self.first_of_this);
        let known = of_this
            .zip(self.first_of_this..)
            .find(|(failure, _)| failure.name == name);
        if let Some((_, place)) = known {
            return place;
        }
        self.failures.push(FailedTest {
            name: name.to_owned(),
            lines: Vec::new(),
        });
        self.failures.len() - 1
    }
}

/// The number that stands before a word in `ok. 12 passed; 0 failed; 1 ignored`.
fn count(counts: &str, word: &str) -> u64 {
    let before = counts.split_once(word).map(|(before, _)| before.trim_end());
    let number = before.and_then(|text| text.rsplit([' ', '.']).next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// The test whose output follows, in `---- name stdout ----`.
fn heading(line: &str) -> Option<&str> {
    let name = line.strip_prefix("---- ")?.strip_suffix(" ----")?;
    let of_a_stream = [" stdout", " output"]
        .into_iter()
        .find_map(|stream| name.strip_suffix(stream));
    Some(of_a_stream.unwrap_or(name))
}

/// The name in `test [kind] name ... FAILED`, where the kind may be missing.
fn failed_test(line: &str) -> Option<&str> {
    let (name, verdict) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
    if !verdict.starts_with("FAIL") {
        return None;
    }
    let without_kind = name
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("] "))
        .map_or(name, |(_, name)| name);
    let name = without_kind.trim();
    Some(name.strip_suffix(" - should panic").unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_counted() {
        fn check(line: &str, passed: u64, failed: u64) {
            let mut harness = Harness::default();
            harness.read(line);
            assert_eq!((harness.passed, harness.failed), (passed, failed), "{line}");
        }

        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out",
            12,
            0,
        );
        check("test result: FAILED. 1 passed; 2 failed; 0 ignored", 1, 2);
        check(
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.02s",
            3,
            0,
        );
        check("test period::tests::passed ... ok", 0, 0);
        check("", 0, 0);
    }

    #[test]
    fn failures_keep_their_names_and_messages() {
        fn check(output: &str, expected: &[(&str, &[&str])]) {
            let mut harness = Harness::default();
            output.lines().for_each(|line| harness.read(line));
            let found: Vec<(&str, Vec<&str>)> = harness
                .failures
                .iter()
                .map(|one| (&*one.name, one.lines.iter().map(String::as_str).collect()))
                .collect();
            let expected: Vec<(&str, Vec<&str>)> = expected
                .iter()
                .map(|(name, lines)| (*name, lines.to_vec()))
                .collect();
            assert_eq!(found, expected, "{output}");
        }

        check(
            "test a::b ... FAILED\ntest a::c ... ok\n\nfailures:\n\n---- a::b stdout ----\n\
             why\n\nfailures:\n    a::b\n\ntest result: FAILED. 1 passed; 1 failed;",
            &[("a::b", &["why", ""])],
        );
        // The journeys' names have spaces and are padded.
        check(
            "test [webkit] a year: ends   ... FAILED\n\nfailures:\n\n---- a year: ends ----\nwhy\n",
            &[("a year: ends", &["why"])],
        );
        check(
            "test web::a ... FAIL\n---- web::a output ----\n    why",
            &[("web::a", &["    why"])],
        );
        check(
            "test a - should panic ... FAILED\n---- a stdout ----\nwhy",
            &[("a", &["why"])],
        );
        // A harness that is ended in the middle has named it already.
        check("test a ... FAILED", &[("a", &[])]);
        // Two harnesses may have tests of one name.
        check(
            "test a ... FAILED\ntest result: FAILED. 0 passed; 1 failed;\ntest a ... FAILED",
            &[("a", &[]), ("a", &[])],
        );
        check("test a ... ignored\ntest b ... ok", &[]);
    }
}
