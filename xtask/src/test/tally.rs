//! What all suites came to (总计): how many tests passed and failed, and the failed ones once more,
//! since the middle of a long log is what gets lost.
//!
//! Not here: reading what harnesses print (`harness`), and running them (`suite`).

use super::harness::{FailedTest, Harness};
use std::fmt;

/// How many lines of a message are told again; the log above has the others.
const MOST_LINES: usize = 12;

/// How many characters of a line are told again.
const LONGEST_LINE: usize = 400;

/// What all suites came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, and one for each suite that could not be run.
    pub failed: u64,
    /// Every failure, as it is told at the end.
    failures: Vec<Failure>,
}

/// A failed test, or a suite that could not be run.
#[derive(Debug, PartialEq, Eq)]
struct Failure {
    suite: String,
    /// `None` where the suite itself failed.
    test: Option<String>,
    message: Vec<String>,
}

impl Tally {
    /// Does a part of the work and counts its error as one failure, so that the parts behind it
    /// still run.
    pub fn record(&mut self, name: &str, work: impl FnOnce(&mut Self) -> anyhow::Result<()>) {
        if let Err(error) = work(self) {
            let message = format!("{error:#}");
            eprintln!("\nerror: {name} could not be run: {message}");
            self.failed += 1;
            self.failures.push(Failure {
                suite: name.to_owned(),
                test: None,
                message: shortened(&message.lines().collect::<Vec<_>>()),
            });
        }
    }

    /// How many tests have run, whatever became of them.
    pub fn ran(&self) -> u64 {
        self.passed + self.failed
    }

    /// Adds what the harnesses of a suite have printed.
    pub fn add(&mut self, suite: &str, harness: Harness) {
        self.passed += harness.passed;
        self.failed += harness.failed;
        self.failures
            .extend(harness.failures.into_iter().map(|test| Failure {
                suite: suite.to_owned(),
                message: message_of(&test),
                test: Some(test.name),
            }));
    }
}

/// The failures with their messages, and the sum as the last line.
impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.failures.is_empty() {
            writeln!(formatter, "==> What failed")?;
        }
        for failure in &self.failures {
            let what = failure.test.as_deref().unwrap_or("could not be run");
            writeln!(formatter, "{}: {what}", failure.suite)?;
            for line in &failure.message {
                writeln!(formatter, "    {line}")?;
            }
            writeln!(formatter)?;
        }
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// What a failed test says of itself. What it printed before it panicked is left out, and so is
/// the advice of the standard library.
fn message_of(test: &FailedTest) -> Vec<String> {
    let panicked = test
        .lines
        .iter()
        .rposition(|line| line.contains(" panicked at "));
    let lines = &test.lines[panicked.unwrap_or(0)..];
    let lines = lines.iter().map(|line| line.trim_end());
    let told = lines.filter(|line| !line.is_empty() && !line.starts_with("note: run with `RUST_"));
    shortened(&told.collect::<Vec<_>>())
}

fn shortened(lines: &[&str]) -> Vec<String> {
    let mut kept: Vec<String> = lines
        .iter()
        .take(MOST_LINES)
        .map(|line| match line.char_indices().nth(LONGEST_LINE) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => (*line).to_owned(),
        })
        .collect();
    if let Some(others) = lines.len().checked_sub(MOST_LINES).filter(|&more| more > 0) {
        kept.push(format!("({others} more lines above)"));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_failures_the_sum_is_all() {
        let mut tally = Tally::default();
        tally.add("the core", harness("test result: ok. 7 passed; 0 failed;"));
        assert_eq!(tally.to_string(), "7 passed, 0 failed");
    }

    #[test]
    fn failures_are_told_once_more_before_the_sum() {
        let mut tally = Tally::default();
        tally.add(
            "the core",
            harness(
                "test a::b ... FAILED\n---- a::b stdout ----\nmuch before\n\n\
                 thread 'a::b' (7) panicked at src/a.rs:1:2:\nleft is not right\n\
                 note: run with `RUST_BACKTRACE=1` environment variable\n\n\
                 test result: FAILED. 7 passed; 1 failed;",
            ),
        );
        tally.record("the journeys", |_| anyhow::bail!("there is no browser"));
        assert_eq!(
            tally.to_string(),
            "==> What failed\n\
             the core: a::b\n    thread 'a::b' (7) panicked at src/a.rs:1:2:\n\
             \x20   left is not right\n\n\
             the journeys: could not be run\n    there is no browser\n\n\
             7 passed, 2 failed"
        );
    }

    #[test]
    fn a_long_message_is_cut() {
        fn check(lines: usize, length: usize, expected: (usize, usize)) {
            let line = "党".repeat(length);
            let found = shortened(&vec![line.as_str(); lines]);
            let longest = found.iter().map(|line| line.chars().count()).max();
            assert_eq!((found.len(), longest.unwrap_or(0)), expected);
        }

        check(0, 0, (0, 0));
        check(MOST_LINES, LONGEST_LINE, (MOST_LINES, LONGEST_LINE));
        check(
            MOST_LINES + 3,
            LONGEST_LINE + 9,
            (MOST_LINES + 1, LONGEST_LINE + 1),
        );
    }

    fn harness(output: &str) -> Harness {
        let mut harness = Harness::default();
        output.lines().for_each(|line| harness.read(line));
        harness
    }
}
