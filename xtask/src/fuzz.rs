//! `cargo xtask fuzz`: gives the two doors of the app bytes that nobody would write (模糊测试), guided
//! by what they reach, for as long as is wished.
//!
//! libFuzzer asks of the compiler for the counters alone that it is guided by, which any compiler
//! puts in; so neither `cargo fuzz` nor a nightly one is needed. Not here: what must hold
//! (`fuzz/fuzz_targets`).

use crate::process::{self, step};
use crate::setup::wasm_target::active_cargo;
use crate::workspace;
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What `cargo fuzz` tells the compiler, but for the sanitizers: there is no unsafe code to look
/// at.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Cdebug-assertions";

/// Each target, and where there is something to begin with.
const TARGETS: [(&str, &[&str]); 2] = [
    ("import_file", &["tests/fixtures", "tests/fixtures/odd"]),
    ("raw_data", &[]),
];

/// Runs the command: each target for so many seconds. What is found grows in `target/fuzz/corpus`,
/// from where the next run goes on.
///
/// # Errors
/// When a target does not compile, or something was found that must not be.
pub fn run(seconds: u32) -> Result<()> {
    let (fuzz, built) = (workspace::root().join("fuzz"), workspace::target("fuzz"));
    let host = host()?;
    step("Compiling the targets, with counters");
    let mut build = Command::new(active_cargo());
    build
        .args(["build", "--release", "--target", &host, "--target-dir"])
        .arg(&built)
        .env("RUSTFLAGS", FLAGS);
    process::run(build.current_dir(&fuzz))?;
    for (target, beginnings) in TARGETS {
        let corpus = built.join("corpus").join(target);
        fs::create_dir_all(&corpus)?;
        for folder in beginnings {
            copy_files(&workspace::root().join(folder), &corpus)?;
        }
        step(&format!("Trying {target} for {seconds} s"));
        let mut command = Command::new(built.join(&host).join("release").join(target));
        command.arg(format!("-max_total_time={seconds}"));
        command.args(["-print_final_stats=1", "-verbosity=0"]);
        process::run(command.arg(&corpus).current_dir(&built))?;
    }
    Ok(())
}

/// The target of the active compiler. It is named so that the flags go to the app alone and not to
/// what only helps to build it.
fn host() -> Result<String> {
    let output = process::output(Command::new("rustc").arg("-vV"))?;
    let text = String::from_utf8(output.stdout)?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.unwrap_or_default().to_owned())
}

fn copy_files(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
