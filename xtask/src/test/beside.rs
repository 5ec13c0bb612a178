//! A command that runs beside the tests (同时进行), because it keeps one core busy for minutes and
//! no more. What it prints is told when it is waited for, so that it comes into the middle of
//! nothing.
//!
//! Not here: which command.

use crate::process::describe;
use anyhow::{Context, Result, ensure};
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

/// A running command.
pub struct Beside {
    name: String,
    child: Child,
    printed: JoinHandle<std::io::Result<Vec<u8>>>,
}

impl Beside {
    /// Starts a command.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(mut command: Command) -> Result<Self> {
        let name = describe(&command);
        let (mut output, input) = std::io::pipe()?;
        let child = command
            .stdin(Stdio::null())
            .stdout(input.try_clone()?)
            .stderr(input)
            .spawn()
            .with_context(|| format!("`{name}` could not be started"))?;
        // It holds the other end of the pipe, which would not come to its end otherwise.
        drop(command);
        let printed = std::thread::spawn(move || {
            let mut printed = Vec::new();
            output.read_to_end(&mut printed).map(|_| printed)
        });
        Ok(Self {
            name,
            child,
            printed,
        })
    }

    /// Waits for its end, and tells what it has printed.
    ///
    /// # Errors
    /// When it ended with a failure.
    pub fn finish(self, told: &mut impl Write) -> Result<()> {
        let Self {
            name,
            mut child,
            printed,
        } = self;
        let status = child.wait()?;
        if let Ok(printed) = printed.join() {
            told.write_all(&printed?)?;
        }
        ensure!(status.success(), "`{name}` failed ({status})");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_printed_is_told_at_the_end() {
        fn check(script: &str, printed: &str, succeeds: bool) {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            let beside = Beside::start(command).expect("there is a shell");
            let mut told = Vec::new();
            assert_eq!(beside.finish(&mut told).is_ok(), succeeds, "{script}");
            assert_eq!(String::from_utf8_lossy(&told), printed, "{script}");
        }

        check("echo one; echo two >&2", "one\ntwo\n", true);
        check("echo one; exit 3", "one\n", false);
        check("true", "", true);
        // More than a pipe holds, while nobody waits yet.
        let much = "0123456789".repeat(20_000);
        check(
            &format!(
                "printf '%s' {}; exit 0",
                "$(yes 0123456789 | head -n 20000 | tr -d '\\n')"
            ),
            &much,
            true,
        );
        assert!(Beside::start(Command::new("a-program-that-is-not-there")).is_err());
    }
}
