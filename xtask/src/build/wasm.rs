//! Compiles the app to WebAssembly, has what is shipped split into the module of the first paint
//! and the later ones, and lets wasm-bindgen write the JavaScript that goes with it. What becomes
//! of all this is decided elsewhere.

use super::split::{LaterModule, Split, split};
use crate::process::{self, step};
use crate::setup::wasm_target::{TARGET, WasmToolchain};
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// How the app is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, with checks.
    Development,
    /// As shipped: small.
    Release,
}

impl Profile {
    /// The meaning of a `--release` flag.
    pub fn from_flag(release: bool) -> Self {
        if release {
            Self::Release
        } else {
            Self::Development
        }
    }

    /// The folder below `target/` for a site built this way.
    pub fn site_folder(self) -> &'static str {
        match self {
            Self::Development => "site-dev",
            Self::Release => "site-release",
        }
    }

    fn cargo_folder(self) -> &'static str {
        match self {
            Self::Development => "debug",
            Self::Release => "release",
        }
    }
}

/// The plain name of the module that the first paint loads.
pub const MAIN_MODULE: &str = "wuxing.wasm";

/// The compiled app.
pub struct Compiled {
    /// The WebAssembly module that the first paint loads.
    pub wasm: Vec<u8>,
    /// The JavaScript that loads it: a script that defines one function, `wasm_bindgen`.
    pub glue: String,
    /// The modules that come after it; a development build has none.
    pub later: Vec<LaterModule>,
    /// By the name of each part of the app, the later modules that it consists of.
    pub parts: BTreeMap<String, Vec<String>>,
}

/// Compiles the app.
///
/// # Errors
/// When it does not compile, or when a dependency brings JavaScript files of its own, which the
/// single file could not carry.
pub fn compile(toolchain: WasmToolchain, profile: Profile) -> Result<Compiled> {
    step("Compiling the app");
    let mut build = toolchain.cargo("build");
    build.args(["--package", "wuxing", "--bin", "wuxing"]);
    if profile == Profile::Release {
        build.args(["--release", "--features", "split"]);
    }
    process::run(&mut build)?;

    let folder = workspace::target("wasm")
        .join(TARGET)
        .join(profile.cargo_folder());
    let whole = folder.join("wuxing.wasm");
    let output = folder.join("bindgen");
    match profile {
        Profile::Development => bind(&whole, &output, profile),
        Profile::Release => {
            let Split { main, later, parts } = split(&whole, &folder.join("split"))?;
            let bound = bind(&main, &output, profile)?;
            Ok(Compiled {
                later,
                parts,
                ..bound
            })
        }
    }
}

/// Runs wasm-bindgen on a compiled module.
///
/// The output is one script rather than a JavaScript module, because a module cannot be written
/// into a page that is opened from a file, and one script serves the site as well.
fn bind(module: &Path, output: &Path, profile: Profile) -> Result<Compiled> {
    if output.exists() {
        fs::remove_dir_all(output)?;
    }
    let mut arguments = vec!["wasm-bindgen".into(), module.as_os_str().to_owned()];
    arguments.extend(["--target", "no-modules", "--no-typescript"].map(Into::into));
    arguments.extend(["--omit-default-module-path", "--out-dir"].map(Into::into));
    arguments.push(output.as_os_str().to_owned());
    if profile == Profile::Release {
        // The parts share the table of functions with the main module.
        arguments.push("--keep-lld-exports".into());
        // Not cargo's `strip`, which also removes the list of features that wasm-bindgen reads.
        arguments.extend(["--remove-name-section", "--remove-producers-section"].map(Into::into));
    }
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
        .context("wasm-bindgen could not work on the compiled app")?;
    if output.join("snippets").exists() {
        bail!(
            "a dependency brings JavaScript files of its own ({}), which the single file cannot \
             carry",
            output.join("snippets").display()
        );
    }
    Ok(Compiled {
        wasm: fs::read(output.join("wuxing_bg.wasm"))?,
        glue: fs::read_to_string(output.join("wuxing.js"))?,
        later: Vec::new(),
        parts: BTreeMap::new(),
    })
}
