//! The two tools that come from npm (外部工具), fetched below `target/` at fixed versions: wasm-opt,
//! which makes the app a little smaller, and axe, which finds barriers in pages. Neither becomes
//! part of the app, and what uses them does without where there is no npm.

use crate::process::{self, step};
use crate::workspace;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// A file inside an npm package.
pub struct NpmFile {
    package: &'static str,
    version: &'static str,
    path: &'static str,
}

/// `wasm-opt` of binaryen, in WebAssembly itself, run by node. Other versions have built pages
/// that do not load.
pub const WASM_OPT: NpmFile = NpmFile {
    package: "binaryen",
    version: "132.0.0",
    path: "bin/wasm-opt",
};

/// The rules that find barriers for people with disabilities.
pub const AXE: NpmFile = NpmFile {
    package: "axe-core",
    version: "4.14.1",
    path: "axe.min.js",
};

impl NpmFile {
    /// Where the file is; `None` if it was not fetched.
    pub fn find(&self) -> Option<PathBuf> {
        Some(self.file()).filter(|file| file.exists())
    }

    /// Fetches the package. Without npm nothing is done.
    ///
    /// # Errors
    /// When npm fails.
    pub fn fetch(&self) -> Result<()> {
        let Some(npm) = process::find_program("npm") else {
            return Ok(());
        };
        let folder = self.folder();
        step(&format!(
            "Fetching {} {} with npm",
            self.package, self.version
        ));
        std::fs::create_dir_all(&folder)?;
        let mut install = Command::new(npm);
        install.args([
            "install",
            "--no-save",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
        ]);
        install.arg("--loglevel=error").arg("--prefix").arg(&folder);
        install.arg(format!("{}@{}", self.package, self.version));
        process::run(install.current_dir(&folder))
            .with_context(|| format!("{} could not be fetched", self.package))?;
        if self.find().is_none() {
            bail!("{} {} has no {}", self.package, self.version, self.path);
        }
        Ok(())
    }

    fn folder(&self) -> PathBuf {
        workspace::target("npm").join(format!("{}-{}", self.package, self.version))
    }

    fn file(&self) -> PathBuf {
        let modules = self.folder().join("node_modules");
        modules.join(self.package).join(self.path)
    }
}
