//! A compiler for `wasm32-unknown-unknown`: the active toolchain where it has the target or can
//! get it, otherwise Debian's own Rust with a standard library built once from Debian's sources.
//!
//! The second way is there for machines that reach package mirrors and nothing else. It touches
//! neither the active toolchain nor rustup's settings: Debian's compiler is called by its path.

use crate::process::{self, step};
use crate::setup::apt;
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// The one target the app is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-clippy",
    "rust-web-src",
    "lld-22",
];
const DEBIAN_LINKER: &str = "wasm-ld-22";

/// A cargo that builds for WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WasmToolchain {
    /// The toolchain that also builds everything else.
    Active,
    /// Debian's, under `/usr`.
    Debian,
}

impl WasmToolchain {
    /// The toolchain with the target, if one is here.
    pub fn find() -> Option<Self> {
        let mut both = [Self::Active, Self::Debian].into_iter();
        both.find(|toolchain| toolchain.is_complete())
    }

    /// The toolchain with the target.
    ///
    /// # Errors
    /// When there is none.
    pub fn required() -> Result<Self> {
        Self::find().with_context(|| {
            format!("no Rust compiler for {TARGET} is here; `cargo xtask setup` gets one")
        })
    }

    /// Gets a toolchain with the target.
    ///
    /// # Errors
    /// When none can be had; the message names the two ways to get one.
    pub fn install() -> Result<()> {
        if process::find_program("rustup").is_some() {
            step(&format!("Adding the target {TARGET} with rustup"));
            let mut add = Command::new("rustup");
            add.args(["target", "add", TARGET])
                .env("RUSTUP_MAX_RETRIES", "0");
            if process::succeeds_within(&mut add, Duration::from_secs(180))
                && Self::Active.is_complete()
            {
                return Ok(());
            }
            println!("    rustup could not get it; trying Debian's Rust.");
        }
        set_up_debian().with_context(|| {
            format!(
                "no Rust compiler for {TARGET}: run `rustup target add {TARGET}` where the \
                 network allows it, or use Debian's packages {}",
                DEBIAN_PACKAGES.join(" ")
            )
        })
    }

    /// A cargo subcommand such as `build` or `test`, set to the target and to a folder of its own
    /// below `target/`, so that two compilers never rebuild each other's work.
    pub fn cargo(self, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Active => Command::new(active_cargo()),
            // Called by its own name, because cargo would find rustup's clippy first.
            Self::Debian if subcommand == "clippy" => Command::new("/usr/bin/cargo-clippy"),
            Self::Debian => Command::new("/usr/bin/cargo"),
        };
        if self == Self::Debian {
            use_debian(&mut command);
        }
        command
            .arg(subcommand)
            .args(["--target", TARGET, "--target-dir"]);
        command
            .arg(workspace::target("wasm"))
            .current_dir(workspace::root());
        command
    }

    /// Whether an empty program compiles, which is the one proof that the compiler and the
    /// standard library are there and fit each other, and whether there is a linker.
    fn is_complete(self) -> bool {
        let compiler = match self {
            Self::Active => "rustc",
            Self::Debian => "/usr/bin/rustc",
        };
        // A folder of its own for the result: rustc replaces its output file, whatever that is.
        let Ok(folder) = tempfile::tempdir() else {
            return false;
        };
        let mut command = Command::new(compiler);
        command.args([
            "--target",
            TARGET,
            "--crate-type",
            "lib",
            "--crate-name",
            "empty",
        ]);
        command
            .args(["--emit", "metadata", "-", "--out-dir"])
            .arg(folder.path());
        if self == Self::Debian {
            use_debian(&mut command);
            if process::find_program(DEBIAN_LINKER).is_none() {
                return false;
            }
        }
        process::succeeds(&mut command)
    }
}

/// The cargo that runs this tool.
pub fn active_cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Points a command to Debian's compiler and away from what the running cargo has set.
fn use_debian(command: &mut Command) {
    command
        .env("CARGO", "/usr/bin/cargo")
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTDOC", "/usr/bin/rustdoc")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER)
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("LD_LIBRARY_PATH");
}

fn set_up_debian() -> Result<()> {
    if !DEBIAN_PACKAGES
        .iter()
        .all(|package| apt::is_installed(package))
    {
        apt::install(&DEBIAN_PACKAGES, "Rust for WebAssembly")?;
    }
    if WasmToolchain::Debian.is_complete() {
        return Ok(());
    }
    build_standard_library()?;
    if !WasmToolchain::Debian.is_complete() {
        bail!("/usr/bin/rustc still does not find the standard library of {TARGET}");
    }
    Ok(())
}

/// Builds the standard library from an empty crate and puts it where the compiler looks for it.
fn build_standard_library() -> Result<()> {
    step(&format!(
        "Building the standard library for {TARGET}, once (about a minute)"
    ));
    let folder = workspace::target("wasm-std");
    fs::create_dir_all(folder.join("src"))?;
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                    [workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), "")?;

    let mut build = Command::new("/usr/bin/cargo");
    use_debian(&mut build);
    // The sources of the standard library use features of the language that are not yet stable;
    // and without the bitcode, link-time optimisation of the app fails later.
    build
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    build.args(["build", "--release", "--target", TARGET]);
    build
        .arg("-Zbuild-std=std,panic_abort,test")
        .arg("--target-dir")
        .arg(folder.join("target"));
    process::run(build.current_dir(&folder))?;

    let destination = debian_library_folder()?;
    fs::create_dir_all(&destination).with_context(|| {
        format!(
            "{} is not writable; run this once as root",
            destination.display()
        )
    })?;
    for file in fs::read_dir(folder.join(format!("target/{TARGET}/release/deps")))? {
        let path = file?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(&path, destination.join(name))?;
        }
    }
    Ok(())
}

/// Where Debian's compiler looks for the standard library of the target. Emptied first, since a
/// library of an older compiler beside the new one would be found as well.
fn debian_library_folder() -> Result<PathBuf> {
    let mut command = Command::new("/usr/bin/rustc");
    use_debian(&mut command);
    let output = process::output(command.args(["--print", "sysroot"]))?;
    let sysroot = String::from_utf8(output.stdout)?;
    let folder = PathBuf::from(sysroot.trim())
        .join("lib/rustlib")
        .join(TARGET)
        .join("lib");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("{} cannot be renewed", folder.display()))?;
    }
    Ok(folder)
}
