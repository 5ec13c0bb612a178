//! The build tool: `cargo xtask <command>`. Here is the command line and nothing else; every
//! command has its file.
//!
//! Errors are `anyhow` chains, because nobody but the person at the terminal reads them: the first
//! line says what failed, the last one how to mend it.

#![allow(clippy::print_stdout, reason = "a build tool speaks to the terminal")]

mod bench;
mod browser;
mod build;
mod check;
mod dist;
mod format;
mod fuzz;
mod process;
mod profile;
mod schema;
mod serve;
mod server;
mod setup;
mod shots;
mod test;
mod tidy;
mod workspace;

use clap::{Parser, Subcommand};
use std::ffi::OsString;
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
    /// Records what the start of the app runs; the module is cut along it.
    Profile,
    /// Measures the app beside a hand-written page with the same indicators.
    Bench(bench::Options),
    /// Installs what the commands need and this machine lacks.
    Setup {
        /// The browsers that are needed.
        #[arg(long, value_enum, default_value = "chromium")]
        browsers: test::Browsers,
    },
    /// Takes a picture of every page in every look, into `target/shots/`.
    Shots {
        /// Takes the pages alone whose address has one of these parts.
        parts: Vec<String>,
        /// Takes every handout in every form instead of the pages.
        #[arg(long, conflicts_with = "parts")]
        handouts: bool,
    },
    /// Runs all tests; the last line says how many passed and failed.
    Test {
        /// The browsers for the journeys.
        #[arg(long, value_enum, default_value = "chromium")]
        browsers: test::Browsers,
        /// Runs this part alone.
        #[arg(long, value_enum)]
        only: Option<test::Part>,
        /// Runs the tests whose names contain this.
        filter: Option<String>,
    },
    /// Tries the two doors of the app with bytes that nobody would write.
    Fuzz {
        /// For how long each.
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Formats the sources: rustfmt, and views and comments, which it leaves alone.
    Format,
    /// Looks whether the sources keep the house rules; the tests do so as well.
    Tidy,
    /// Writes the JSON Schemas in `docs/` anew.
    Schema,
    /// Runs a test program compiled for WebAssembly; called by cargo.
    #[command(name = test::web::RUNNER_COMMAND, hide = true)]
    RunWebTests {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
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
        Command::Profile => profile::run(),
        Command::Bench(options) => bench::run(&options),
        Command::Shots { parts, handouts } => shots::run(&parts, handouts),
        Command::Setup { browsers } => setup::run(browsers.needs()),
        Command::Test {
            browsers,
            only,
            filter,
        } => {
            // What failed has been said by then, and the sum is to be the last line.
            let all_passed = test::run(browsers, only, filter.as_deref());
            return ExitCode::from(u8::from(!all_passed));
        }
        Command::Format => format::run(),
        Command::Fuzz { seconds } => fuzz::run(seconds),
        Command::Tidy => tidy::run(),
        Command::Schema => schema::run(),
        Command::RunWebTests { arguments } => test::web::run(arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
