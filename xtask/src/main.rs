//! The build tool: `cargo xtask <command>`. Here is the command line and nothing else; every
//! command has its file.
//!
//! Errors are `anyhow` chains, because nobody but the person at the terminal reads them: the first
//! line says what failed, the last one how to mend it.

#![allow(clippy::print_stdout, reason = "a build tool speaks to the terminal")]

mod browser;
mod build;
mod check;
mod dist;
mod process;
mod serve;
mod server;
mod setup;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Builds, serves, tests and packs the app.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the app into `target/site-dev/` (or `target/site-release/`).
    Build {
        /// Builds as it is shipped: small and slow to build.
        #[arg(long)]
        release: bool,
    },
    /// Runs clippy on the app and its in-browser tests, for WebAssembly.
    Check,
    /// Builds the app and serves it on this machine.
    Serve {
        /// Builds again after every change and reloads the page.
        #[arg(long)]
        watch: bool,
        /// The port on 127.0.0.1.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Builds as it is shipped: small and slow to build.
        #[arg(long)]
        release: bool,
    },
    /// Makes what is shipped, in `dist/`, and measures it against the size budget.
    Dist,
}

fn main() -> ExitCode {
    let outcome = match CommandLine::parse().command {
        Command::Build { release } => build::run(build::Profile::from_flag(release)),
        Command::Check => check::run(),
        Command::Serve {
            watch,
            port,
            release,
        } => serve::run(build::Profile::from_flag(release), port, watch),
        Command::Dist => dist::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
