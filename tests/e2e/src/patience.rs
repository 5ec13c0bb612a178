//! Waiting until something is so (耐心), since nothing on a page is at once.
//!
//! Not here: what is waited for.

use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// How long a person would wait before she thinks that nothing happens.
pub const USUAL: Duration = Duration::from_secs(10);

/// How long a start of the app or of a browser may take on a busy machine.
pub const LONG: Duration = Duration::from_secs(40);

const BETWEEN_LOOKS: Duration = Duration::from_millis(40);

/// What one look came to.
pub enum Look<T> {
    /// It is there.
    Found(T),
    /// It is not there yet, and this is why.
    NotYet(String),
}

/// Looks again and again until it is there.
///
/// # Errors
/// When it is not there in time, with what the last look said; or at once when looking fails.
pub fn wait_for<T>(patience: Duration, mut look: impl FnMut() -> Result<Look<T>>) -> Result<T> {
    let started = Instant::now();
    loop {
        match look()? {
            Look::Found(found) => return Ok(found),
            Look::NotYet(why) if started.elapsed() > patience => {
                bail!("after {} s: {why}", patience.as_secs())
            }
            Look::NotYet(_) => std::thread::sleep(BETWEEN_LOOKS),
        }
    }
}
