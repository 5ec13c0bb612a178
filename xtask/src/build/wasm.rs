//! Compiles the app to WebAssembly, lets wasm-bindgen write the JavaScript that goes with it, and
//! has what is shipped cut into the module of the first paint and the later ones. What becomes of
//! all this is decided elsewhere.

use super::cut::{Cut, LaterModule, count, cut, names, shorten};
use super::office::Office;
use super::paths::without_machine;
use super::positional;
use super::start_profile::StartProfile;
use crate::process::{self, step};
use crate::setup::wasm_target::{TARGET, WasmToolchain};
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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

/// How rustc writes names in what is shipped: with the types that a function was made for, so that
/// functions made for different types have different names. And which form of SHA-256 it has: the
/// one with loops, a quarter as long, which every start loads and compiles.
const RELEASE_FLAGS: &str = "target.wasm32-unknown-unknown.rustflags=[\
    \"-Csymbol-mangling-version=v0\", '--cfg=sha2_backend_soft=\"compact\"']";

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
    /// The module for office files; `None` where nobody will ask for it.
    pub office: Option<Office>,
}

/// Compiles the app.
///
/// # Errors
/// When it does not compile, or when a dependency brings JavaScript files of its own, which the
/// single file could not carry.
pub fn compile(toolchain: WasmToolchain, profile: Profile) -> Result<Compiled> {
    match profile {
        Profile::Development => {
            let linked = link(toolchain, profile, Crate::App)?;
            bound(&linked, profile)
        }
        Profile::Release => compile_whole(toolchain)?.cut(&StartProfile::read()?),
    }
}

/// The app as shipped, before it is cut.
pub struct Whole {
    linked: Vec<u8>,
    bound: Compiled,
}

/// Compiles the app as it is shipped, up to where it is cut.
///
/// # Errors
/// As for [`compile`].
pub fn compile_whole(toolchain: WasmToolchain) -> Result<Whole> {
    let linked = link(toolchain, Profile::Release, Crate::App)?;
    let bound = bound(&linked, Profile::Release)?;
    let linked = fs::read(linked)?;
    Ok(Whole { linked, bound })
}

impl Whole {
    /// The app in its modules.
    ///
    /// # Errors
    /// When it cannot be cut.
    pub fn cut(&self, profile: &StartProfile) -> Result<Compiled> {
        let Cut {
            first,
            mut later,
            parts,
        } = cut(&self.linked, &self.bound.wasm, profile)?;
        let (mut wasm, glue) = shorten(&first, &self.bound.glue)?;
        let bytes = later.iter_mut().map(|module| &mut module.bytes);
        for module in bytes.chain([&mut wasm]) {
            without_machine(module);
        }
        Ok(Compiled {
            wasm,
            glue,
            later,
            parts,
            office: None,
        })
    }

    /// The names of all its functions as the compiler wrote them.
    ///
    /// # Errors
    /// When the module cannot be read.
    pub fn functions(&self) -> Result<Vec<String>> {
        names(&self.bound.wasm)
    }

    /// The app in one module that notes which of its functions have run, and their names.
    ///
    /// # Errors
    /// When the module is not as wasm-bindgen leaves it.
    pub fn counted(&self) -> Result<(Compiled, Vec<String>)> {
        let counted = count(&self.bound.wasm)?;
        let parts = counted.parts.into_iter().map(|part| (part, Vec::new()));
        let compiled = Compiled {
            wasm: counted.module,
            glue: self.bound.glue.clone(),
            later: Vec::new(),
            parts: parts.collect(),
            office: None,
        };
        Ok((compiled, counted.functions))
    }
}

/// What becomes a module of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crate {
    /// The app.
    App,
    /// What writes Word and Excel, and reads Excel and zip.
    Office,
}

/// Compiles and links, and says where the module is.
///
/// # Errors
/// When it does not compile.
pub fn link(toolchain: WasmToolchain, profile: Profile, which: Crate) -> Result<PathBuf> {
    let mut build = toolchain.cargo("build");
    let file = match which {
        Crate::App => {
            step("Compiling the app");
            build.args(["--package", "wuxing", "--bin", "wuxing"]);
            if profile == Profile::Release {
                build.args(["--features", "split"]);
                build.env(positional::VARIABLE, positional::write()?);
            }
            "wuxing.wasm"
        }
        Crate::Office => {
            build.args(["--package", "wuxing-office", "--lib"]);
            "wuxing_office.wasm"
        }
    };
    if profile == Profile::Release {
        // The same flags for both, so that what both are made of is compiled once.
        build.args(["--release", "--config", RELEASE_FLAGS]);
    }
    process::run(&mut build)?;
    let folder = workspace::target("wasm").join(TARGET);
    Ok(folder.join(profile.cargo_folder()).join(file))
}

/// The app as wasm-bindgen leaves it.
fn bound(module: &Path, profile: Profile) -> Result<Compiled> {
    let for_cutting: &[&str] = match profile {
        Profile::Development => &[],
        // Along the names of its functions the module is cut.
        Profile::Release => &["--keep-lld-exports", "--no-demangle"],
    };
    let output = bind(module, for_cutting)?;
    Ok(Compiled {
        wasm: fs::read(output.join("wuxing_bg.wasm"))?,
        glue: fs::read_to_string(output.join("wuxing.js"))?,
        later: Vec::new(),
        parts: BTreeMap::new(),
        office: None,
    })
}

/// Runs wasm-bindgen on a compiled module, and says in which folder its work is.
///
/// The output is one script rather than a JavaScript module, because a module cannot be written
/// into a page that is opened from a file, and one script serves the site as well.
///
/// # Errors
/// When it cannot work on the module, or when a dependency brings JavaScript files of its own.
pub fn bind(module: &Path, options: &[&str]) -> Result<PathBuf> {
    let stem = module.file_stem().unwrap_or_default().to_string_lossy();
    let output = module.with_file_name(format!("bindgen-{stem}"));
    if output.exists() {
        fs::remove_dir_all(&output)?;
    }
    let mut arguments = vec!["wasm-bindgen".into(), module.as_os_str().to_owned()];
    arguments.extend(["--target", "no-modules", "--no-typescript"].map(Into::into));
    arguments.extend(["--omit-default-module-path", "--out-dir"].map(Into::into));
    arguments.push(output.as_os_str().to_owned());
    arguments.extend(options.iter().map(Into::into));
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
        .context("wasm-bindgen could not work on the compiled module")?;
    if output.join("snippets").exists() {
        bail!(
            "a dependency brings JavaScript files of its own ({}), which the single file cannot \
             carry",
            output.join("snippets").display()
        );
    }
    Ok(output)
}
