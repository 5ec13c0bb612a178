//! Runs a test program compiled for WebAssembly in headless Chromium. Cargo calls back into this
//! tool for it, so that the runner has the same version as wasm-bindgen in the program.

use crate::setup::browsers::Chromium;
use crate::setup::wasm_target::TARGET;
use crate::workspace;
use anyhow::{Context, Result};
use serde_json::json;
use std::ffi::OsString;
use std::fs;
use std::process::Command;
use wuxing_browser::chromium;

/// The hidden subcommand that cargo calls with the path of the test program.
pub const RUNNER_COMMAND: &str = "run-web-tests";

/// Makes a `cargo test` for WebAssembly run its programs with this tool.
///
/// # Errors
/// When the settings of the browser cannot be written.
pub fn set_runner(command: &mut Command, chromium: &Chromium) -> Result<()> {
    let settings = workspace::target("webdriver.json");
    let capabilities = json!({
        "goog:chromeOptions": {"binary": chromium.browser, "args": chromium::FLAGS},
    });
    fs::write(&settings, capabilities.to_string())
        .with_context(|| format!("{} could not be written", settings.display()))?;
    // As a list and not as the usual variable, which a space in the path would break apart.
    let runner = json!([std::env::current_exe()?, RUNNER_COMMAND]);
    command
        .arg("--config")
        .arg(format!("target.{TARGET}.runner={runner}"))
        .env("CHROMEDRIVER", &chromium.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        // Starting a browser on a busy machine takes longer than the runner expects.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(())
}

/// Runs one test program, as wasm-bindgen's own runner does.
///
/// # Errors
/// When the browser does not start or a test fails.
pub fn run(arguments: Vec<OsString>) -> Result<()> {
    let name = OsString::from("wasm-bindgen-test-runner");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(
        std::iter::once(name).chain(arguments),
    )
}
