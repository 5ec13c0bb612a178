//! Runs other programs and turns their failure into a sentence. Which programs and with what
//! arguments is decided elsewhere.

use anyhow::{Context, Result, bail};
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a step takes at least of which it is told.
const WORTH_TELLING: Duration = Duration::from_secs(2);

/// When the step was announced that runs now.
static ANNOUNCED: Mutex<Option<Instant>> = Mutex::new(None);

/// Announces a step on its own line, so that a long silence always has a heading, and says how long
/// the one before took, if that was long.
pub fn step(what: &str) {
    let mut announced = ANNOUNCED.lock().unwrap_or_else(PoisonError::into_inner);
    let took = announced.replace(Instant::now()).map(|then| then.elapsed());
    if let Some(took) = took.filter(|took| *took >= WORTH_TELLING) {
        println!("    took {} s", took.as_secs());
    }
    println!("==> {what}");
}

/// Runs a command with its output on the terminal.
///
/// # Errors
/// When the program cannot be started or ends with a failure.
pub fn run(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| cannot_start(&name))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// Runs a command and hands back what it printed, whether or not it succeeded.
///
/// # Errors
/// When the program cannot be started.
pub fn output(command: &mut Command) -> Result<Output> {
    let name = describe(command);
    command
        .stdin(Stdio::null())
        .output()
        .with_context(|| cannot_start(&name))
}

/// Whether a command can be started and succeeds. Its output is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs a command that may hang on a dead network, and ends it after `limit`. Its output is
/// dropped. Says whether it succeeded in time.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let command = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if started.elapsed() < limit => {
                std::thread::sleep(Duration::from_millis(100));
            }
            Ok(None) | Err(_) => {
                // It may have ended by itself in between, which is just as well.
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

/// The full path of a program on `PATH`, when it is there.
pub fn find_program(name: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A command as it would be typed.
pub fn describe(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

fn cannot_start(name: &str) -> String {
    format!("`{name}` could not be started")
}
