//! Programs that end with whoever started them (进程), however that ends.
//!
//! Not here: which programs. Only what was started here is ever ended, by its process group.

use anyhow::{Context, Result};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running program with all that it starts, in a process group of its own where there are such.
pub struct Running {
    child: Child,
    /// Whether it has been waited for, after which its number may be somebody else's.
    is_over: bool,
}

impl Running {
    /// Starts a program without input, and with its output thrown away unless the command says
    /// otherwise.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(mut command: Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command
            .spawn()
            .with_context(|| format!("{name} does not start"))?;
        Ok(Self {
            child,
            is_over: false,
        })
    }

    /// Whether the program still runs.
    pub fn is_running(&mut self) -> bool {
        let runs = matches!(self.child.try_wait(), Ok(None));
        self.is_over |= !runs;
        runs
    }

    /// Waits until the program has ended by itself, and says whether it did within this time.
    pub fn ends_within(&mut self, patience: Duration) -> bool {
        let started = Instant::now();
        while self.is_running() {
            if started.elapsed() > patience {
                return false;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        true
    }

    /// Ends the whole group at once, as a phone does that needs the memory: nobody is asked.
    pub fn kill(&mut self) {
        if self.is_over {
            return;
        }
        // Errors mean that there is nobody left to end.
        #[cfg(unix)]
        if let Some(group) = rustix::process::Pid::from_raw(self.child.id().cast_signed()) {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.is_over = true;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_a_program_has_started_ends_with_it() {
        let mut command = Command::new("sh");
        let (mut output, input) = std::io::pipe().unwrap();
        command
            .args(["-c", "sleep 60 & echo begun; wait"])
            .stdout(input);
        let mut running = Running::start(command).unwrap();
        let mut begun = [0; 5];
        output.read_exact(&mut begun).unwrap();
        assert!(running.is_running());
        running.kill();
        assert!(!running.is_running());
        // The sleeper has the other end of the pipe: as long as it lives, there is no end.
        assert_eq!(output.read_to_end(&mut Vec::new()).unwrap(), 1);
    }
}
