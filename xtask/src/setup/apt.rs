//! Debian packages: installed as root, otherwise named together with the command that installs
//! them. Other systems get the names only.

use crate::process;
use anyhow::{Context, Result, bail};
use std::process::Command;

/// Installs Debian packages, or says how to.
///
/// # Errors
/// When they cannot be installed from here; the message has the line to run.
pub fn install(packages: &[&str], purpose: &str) -> Result<()> {
    let names = packages.join(" ");
    let by_hand = format!("apt-get update && apt-get install -y --no-install-recommends {names}");
    if process::find_program("apt-get").is_none() {
        bail!("{purpose} is missing; on Debian it is in the packages {names}");
    }
    if !is_root() {
        bail!("{purpose} is missing; install it with\n    sudo sh -c '{by_hand}'");
    }
    process::step(&format!("Installing {purpose}: {names}"));
    let how_to_mend = || format!("{purpose} could not be installed; by hand it is\n    {by_hand}");
    quiet_apt(&["update"]).with_context(how_to_mend)?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    quiet_apt(&arguments).with_context(how_to_mend)
}

/// Whether a package is installed, as far as dpkg knows.
pub fn is_installed(package: &str) -> bool {
    process::output(Command::new("dpkg-query").args(["-W", "-f=${Status}", package]))
        .is_ok_and(|output| output.stdout.ends_with(b"ok installed"))
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|output| output.stdout == b"0\n")
}

/// Runs apt-get without questions and shows its output only when it fails.
fn quiet_apt(arguments: &[&str]) -> Result<()> {
    let output = process::output(
        Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )?;
    if !output.status.success() {
        bail!(
            "`apt-get {}` failed:\n{}{}",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
    }
    Ok(())
}
