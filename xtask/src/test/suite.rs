//! Runs one suite with its output on the terminal, and adds what it came to.
//!
//! Not here: what a harness prints (`harness`), and the sum (`tally`).

use super::harness::Harness;
use super::tally::Tally;
use anyhow::{Result, bail};
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::process::{Command, Stdio};

/// How much of what the compiler found is kept for the end.
const FIRST_LINES: usize = 12;

/// Runs a suite. One that ends badly without naming a failed test, because it does not compile for
/// example, counts as one failure.
pub fn run_suite(name: &str, command: &mut Command, tally: &mut Tally) {
    tally.record(name, |tally| {
        let mut harness = Harness::default();
        let ended = run_and_read(command, &mut harness);
        let failed = harness.failed;
        // What ran counts, however it ended.
        tally.add(name, harness);
        match ended? {
            Ending::Well => Ok(()),
            Ending::Badly(_) if failed > 0 => Ok(()),
            Ending::Badly(why) => bail!("{why}"),
        }
    });
}

enum Ending {
    Well,
    Badly(String),
}

fn run_and_read(command: &mut Command, harness: &mut Harness) -> Result<Ending> {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    // On a terminal cargo shows how far it is, and who sits there sees what it says.
    if !std::io::stderr().is_terminal() {
        command.stderr(Stdio::piped());
    }
    let mut child = command.spawn()?;
    let complaints = child.stderr.take();
    let complaints = std::thread::spawn(move || complaints.map(hand_on_errors).unwrap_or_default());
    for line in child.stdout.take().into_iter().flat_map(lines_of) {
        println!("{line}");
        harness.read(&line);
    }
    let status = child.wait()?;
    let complaints = complaints.join().unwrap_or_default();
    if status.success() {
        return Ok(Ending::Well);
    }
    let why = [format!("it ended with {status}")]
        .into_iter()
        .chain(complaints);
    Ok(Ending::Badly(why.collect::<Vec<_>>().join("\n")))
}

/// Hands on what a program complains of, and keeps the first error with what follows it.
fn hand_on_errors(complaints: impl Read) -> Vec<String> {
    let mut kept = Vec::new();
    for line in lines_of(complaints) {
        eprintln!("{line}");
        let is_kept = !kept.is_empty() || line.starts_with("error");
        if is_kept && kept.len() < FIRST_LINES {
            kept.push(line);
        }
    }
    kept
}

fn lines_of(output: impl Read) -> impl Iterator<Item = String> {
    let lines = BufReader::new(output).split(b'\n').map_while(Result::ok);
    lines.map(|line| String::from_utf8_lossy(&line).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suite_that_ends_badly_without_a_failed_test_is_one_failure() {
        fn check(command: &mut Command, expected: (u64, u64)) {
            let mut tally = Tally::default();
            run_suite("a suite", command, &mut tally);
            assert_eq!((tally.passed, tally.failed), expected);
        }

        let says = |what: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", what]);
            command
        };
        check(&mut Command::new("false"), (0, 1));
        check(&mut Command::new("a-program-that-is-not-there"), (0, 1));
        check(
            &mut says("echo 'test result: ok. 3 passed; 0 failed;'; exit 1"),
            (3, 1),
        );
        check(
            &mut says("echo 'test result: FAILED. 3 passed; 2 failed;'; exit 1"),
            (3, 2),
        );
    }

    #[test]
    fn the_first_error_is_kept() {
        fn check(complaints: &str, expected: &[&str]) {
            assert_eq!(hand_on_errors(complaints.as_bytes()), expected);
        }

        check("   Compiling a\nwarning: b\n", &[]);
        check(
            "   Compiling a\nerror[E0308]: b\n --> c\n",
            &["error[E0308]: b", " --> c"],
        );
        let many = "error\n".repeat(FIRST_LINES + 5);
        check(&many, &["error"; FIRST_LINES]);
    }
}
