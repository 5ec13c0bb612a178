//! Compiles the module for office files (办公文件), which the app loads when it is asked for Word or
//! Excel, and writes the script that makes it.
//!
//! It is bound by the same library as the app, and shares nothing with it. Not here: which files it
//! becomes (`site`), and loading it (`public/office.js`).

use super::paths::without_machine;
use super::wasm::{Crate, Profile, bind, link};
use crate::process::step;
use crate::setup::wasm_target::WasmToolchain;
use anyhow::{Result, bail};
use std::fs;

/// The plain name of the module.
pub const OFFICE_MODULE: &str = "office.wasm";
/// The plain name of its script.
pub const OFFICE_SCRIPT: &str = "office-module.js";

/// The compiled module.
#[derive(Clone)]
pub struct Office {
    /// The module.
    pub wasm: Vec<u8>,
    /// The script that says how to make it: it defines `wuxingNewOffice`.
    pub script: String,
}

/// Compiles the module.
///
/// # Errors
/// As for the app.
pub fn compile(toolchain: WasmToolchain, profile: Profile) -> Result<Office> {
    step("Compiling the module for office files");
    let linked = link(toolchain, profile, Crate::Office)?;
    let options: &[&str] = match profile {
        Profile::Development => &[],
        Profile::Release => &["--remove-name-section", "--remove-producers-section"],
    };
    let output = bind(&linked, options)?;
    let mut wasm = fs::read(output.join("wuxing_office_bg.wasm"))?;
    without_machine(&mut wasm);
    let glue = fs::read_to_string(output.join("wuxing_office.js"))?;
    Ok(Office {
        wasm,
        script: script(&glue)?,
    })
}

/// wasm-bindgen's script as a function that makes the module anew each time it is called.
fn script(glue: &str) -> Result<String> {
    if glue.matches("let wasm_bindgen = ").count() != 1 {
        bail!("wasm-bindgen's script must define `wasm_bindgen` once");
    }
    Ok(format!(
        "window.wuxingNewOffice = () => {{\n{glue}\nreturn wasm_bindgen;\n}};\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_makes_the_module_anew() {
        let made = script("let wasm_bindgen = (function () {})();").expect("is as it was");
        assert!(made.starts_with("window.wuxingNewOffice = () => {\nlet wasm_bindgen"));
        assert!(made.ends_with("return wasm_bindgen;\n};\n"), "{made}");
        assert!(script("const wasm_bindgen = 1;").is_err());
    }
}
