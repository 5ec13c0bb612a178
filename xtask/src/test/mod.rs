//! `cargo xtask test`: sets up what the tests need and runs all of them, from the pure core to
//! the journeys through the finished app. What failed is told once more at the end, and the last
//! line is the sum.

mod beside;
mod harness;
mod suite;
mod tally;
pub mod web;

use crate::dist;
use crate::process::step;
use crate::setup::browsers::{self, Chromium};
use crate::setup::wasm_target::{WasmToolchain, active_cargo};
use crate::setup::{self, Need, npm};
use crate::workspace;
use anyhow::{Result, ensure};
use beside::Beside;
use clap::ValueEnum;
use std::process::Command;
use suite::run_suite;
use tally::Tally;

/// Which browsers the journeys are made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Browsers {
    /// Chromium.
    Chromium,
    /// Chromium, WebKit as the engine of Safari and of every browser on an iPhone, and Firefox.
    All,
}

impl Browsers {
    /// What has to be on this machine for them.
    pub fn needs(self) -> &'static [Need] {
        match self {
            Self::Chromium => Need::TO_TEST,
            Self::All => Need::TO_TEST_EVERYWHERE,
        }
    }
}

/// One part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The core and the build tool, without a browser.
    Native,
    /// What touches a browser's interfaces, in headless Chromium.
    Wasm,
    /// Journeys through the finished app.
    E2e,
}

/// Runs the command and says whether everything passed. `only` leaves out the other parts,
/// `filter` the tests whose names lack it.
pub fn run(browsers: Browsers, only: Option<Part>, filter: Option<&str>) -> bool {
    let wants = |part| only.is_none_or(|only| only == part);
    let mut tally = Tally::default();
    if only != Some(Part::Native) {
        tally.record("the setup", |_| setup::run(browsers.needs()));
    }
    // Packing is one long compilation after the other, and leaves room for the tests of the core.
    let packing = (wants(Part::Native) && wants(Part::E2e)).then(pack);
    if wants(Part::Native) {
        native(filter, &mut tally);
    }
    if wants(Part::Wasm) {
        tally.record("the tests in a browser", |tally| {
            in_a_browser(filter, tally)
        });
    }
    if wants(Part::E2e) {
        tally.record("the journeys", |tally| {
            match packing {
                Some(packing) => packing?.finish(&mut std::io::stdout())?,
                None => dist::run()?,
            }
            journeys(browsers, filter, tally)
        });
    }
    // Nothing comes after this line, so that whatever runs the tests can read it.
    println!("\n{tally}");
    tally.failed == 0
}

/// Makes what is shipped, beside the tests.
fn pack() -> Result<Beside> {
    step("Making what is shipped beside the tests (`cargo xtask dist`)");
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("dist").current_dir(workspace::root());
    Beside::start(command)
}

fn native(filter: Option<&str>, tally: &mut Tally) {
    step("Testing the core");
    // Without the interface, which proves that the core has no browser in it.
    let mut core = cargo_test("wuxing");
    core.args(["--no-default-features", "--features", "schema"])
        .args(filter);
    run_suite("the core", &mut core, tally);
    step("Testing what of the interface needs no browser");
    let mut interface = cargo_test("wuxing");
    // Its own modules alone, since the core has just been tested.
    interface
        .args(["--lib", "--"])
        .arg(filter.unwrap_or("ui::"));
    run_suite("the interface", &mut interface, tally);
    step("Testing what writes Word and Excel");
    run_suite(
        "office files",
        cargo_test("wuxing-office").args(filter),
        tally,
    );
    step("Testing the build tool, and with it the source checks");
    run_suite("the build tool", cargo_test("xtask").args(filter), tally);
    step("Testing what the journeys are made with");
    let mut tools = cargo_test("wuxing-e2e");
    tools.args(["--package", "wuxing-browser", "--lib", "--bins"]);
    tools.args(filter);
    run_suite("the tools of the journeys", &mut tools, tally);
}

fn in_a_browser(filter: Option<&str>, tally: &mut Tally) -> Result<()> {
    let chromium = Chromium::required()?;
    let toolchain = WasmToolchain::required()?;
    step("Testing in Chromium what touches a browser's interfaces");
    let mut command = toolchain.cargo("test");
    command
        .args(["--package", "wuxing", "--test", "web"])
        .args(filter);
    web::set_runner(&mut command, &chromium)?;
    run_suite("the tests in a browser", &mut command, tally);
    Ok(())
}

fn journeys(browsers: Browsers, filter: Option<&str>, tally: &mut Tally) -> Result<()> {
    let chromium = Chromium::required()?;
    step("Making the journeys through the finished app");
    let mut command = cargo_test("wuxing-e2e");
    command
        .args(["--test", "journeys"])
        .args(filter)
        .env("WUXING_SITE", dist::site_folder())
        .env("WUXING_FILE", dist::single_file())
        .env("WUXING_CHROMIUM", &chromium.browser)
        .env("WUXING_CHROMEDRIVER", &chromium.driver)
        .env("WUXING_BROWSERS", "chromium");
    if browsers == Browsers::All {
        let engines = engines_here(&mut command);
        command.env("WUXING_BROWSERS", engines);
    }
    match npm::AXE.find() {
        Some(axe) => {
            command.env("WUXING_AXE", axe);
        }
        None => println!(
            "    axe is missing, so pages are not held against the rules for accessibility. \
             `cargo xtask setup` fetches it where there is npm."
        ),
    }
    let before = tally.ran();
    run_suite("the journeys", &mut command, tally);
    // A filter may be meant for other tests. Without one, a suite in which nothing ran has held
    // nothing either.
    ensure!(tally.ran() > before || filter.is_some(), "no journey ran");
    Ok(())
}

/// The engines that are here, and says so where Firefox is none of them: it is in no package of
/// some systems. What else is missing fails the setup before.
fn engines_here(command: &mut Command) -> &'static str {
    match browsers::firefox() {
        Some(firefox) => {
            command.env("WUXING_FIREFOX", firefox);
            "chromium,webkit,firefox"
        }
        None => {
            println!("    Firefox is missing; the journeys are made in Chromium and WebKit.");
            "chromium,webkit"
        }
    }
}

/// A `cargo test` for one package that goes on after a failure.
pub fn cargo_test(package: &str) -> Command {
    let mut command = Command::new(active_cargo());
    command.args(["test", "--no-fail-fast", "--package", package]);
    command.current_dir(workspace::root());
    command
}
