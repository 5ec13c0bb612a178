//! Programs that are started for a journey and end with it (进程), even when the journey fails.
//!
//! Not here: which programs. Only what was started here is ever ended, by its process group.

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process_group};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// A running program with all that it starts, in a process group of its own.
pub struct Running {
    child: Child,
}

impl Running {
    /// Starts a program without input, and with its output thrown away unless the command says
    /// otherwise.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(mut command: Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("{name} does not start"))?;
        Ok(Self { child })
    }

    /// The output of the program, once, if it was piped.
    pub fn take_output(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// Whether the program still runs.
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Ends the whole group at once, as a phone does that needs the memory: nobody is asked.
    pub fn kill(&mut self) {
        // A child that has been waited for may have handed its number to somebody else.
        if let Some(group) =
            Pid::from_raw(self.child.id().cast_signed()).filter(|_| self.owns_group())
        {
            // An error means that the group is empty already.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.child.wait();
    }

    /// Whether the number of the group is still ours. It is until the leader has been waited for,
    /// and `try_wait` does that when the leader has ended.
    fn owns_group(&mut self) -> bool {
        let stat = format!("/proc/{}/stat", self.child.id());
        std::fs::exists(stat).unwrap_or(false)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}
