//! Runs one suite and counts what passed and failed from the lines that test harnesses print.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed and failed, over all suites.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, and one for each suite that could not be run.
    pub failed: u64,
}

impl Tally {
    /// Does a part of the work and counts its error as one failure, so that the parts behind it
    /// still run.
    pub fn record(&mut self, name: &str, work: impl FnOnce(&mut Self) -> anyhow::Result<()>) {
        if let Err(error) = work(self) {
            eprintln!("\nerror: {name} could not be run: {error:#}");
            self.failed += 1;
        }
    }

    /// Adds what a line says, if it is the summary of a harness.
    fn add(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else {
            return;
        };
        let count = |what: &str| -> u64 {
            let before = counts.split_once(what).map(|(before, _)| before.trim_end());
            let number = before.and_then(|text| text.rsplit([' ', '.']).next());
            number.and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        self.passed += count("passed");
        self.failed += count("failed");
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a suite with its output on the terminal. A suite that ends badly without naming a failed
/// test, because it does not compile for example, counts as one failure.
pub fn run_suite(name: &str, command: &mut Command, tally: &mut Tally) {
    let failed_before = tally.failed;
    tally.record(name, |tally| {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        for line in child
            .stdout
            .take()
            .into_iter()
            .flat_map(|output| BufReader::new(output).split(b'\n'))
        {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{line}");
            tally.add(&line);
        }
        let status = child.wait()?;
        if !status.success() && tally.failed == failed_before {
            anyhow::bail!("it ended with {status}");
        }
        Ok(())
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_harnesses_are_counted() {
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
    fn the_sum_is_one_plain_line() {
        assert_eq!(
            Tally {
                passed: 7,
                failed: 1
            }
            .to_string(),
            "7 passed, 1 failed"
        );
    }

    #[test]
    fn a_suite_that_ends_badly_without_a_failed_test_is_one_failure() {
        let mut tally = Tally::default();
        run_suite("nothing", &mut Command::new("false"), &mut tally);
        run_suite(
            "nothing",
            &mut Command::new("a-program-that-is-not-there"),
            &mut tally,
        );
        assert_eq!(
            tally,
            Tally {
                passed: 0,
                failed: 2
            }
        );
    }

    fn check(line: &str, passed: u64, failed: u64) {
        let mut tally = Tally::default();
        tally.add(line);
        assert_eq!(tally, Tally { passed, failed }, "{line}");
    }
}
