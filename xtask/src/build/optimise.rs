//! Makes the compiled modules smaller with wasm-opt. Only for what is shipped.

use super::wasm::Compiled;
use crate::process::{self, step};
use crate::setup::npm;
use crate::workspace;
use anyhow::{Context, Result};
use std::fs;
use std::process::Command;

/// What the compiler uses is named one by one: with all features on, wasm-opt writes modules that
/// no browser loads, and ends with success all the same.
const FLAGS: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How the modules of the app are made smaller.
///
/// `-O2` comes out with a fifth fewer functions than `-O1` and half a per cent larger after
/// compression: what a browser compiles of a module when it first runs it takes nearly half of a
/// start, and goes by the number of functions. `-Oz` takes 5 % more away before compression, and
/// leaves what repeats less, so that 1 % more goes over the line.
///
/// For the same reason a function of up to ten instructions is written in the place of its calls,
/// and not only one of two: a start with data compiles a fifth fewer functions, for 1 kB more. Up
/// to fourteen bring nothing more.
const FOR_STARTS: &[&str] = &["-O2", "--always-inline-max-function-size=10"];

/// How the module for office files is made smaller. It is in no start, and `-O2` makes it 4 %
/// larger after compression.
const FOR_OFFICE: &[&str] = &["-O1"];

/// Makes the modules smaller. Without wasm-opt they stay as they are, and a line says so.
///
/// # Errors
/// When wasm-opt fails.
pub fn optimise(compiled: &mut Compiled) -> Result<()> {
    let (Some(wasm_opt), Some(node)) = (npm::WASM_OPT.find(), process::find_program("node")) else {
        println!(
            "    wasm-opt is left out, so that the app comes out a little larger; \
             `cargo xtask setup` fetches it where there is npm."
        );
        return Ok(());
    };
    step("Making the modules smaller with wasm-opt");
    let folder = workspace::target("wasm-opt");
    fs::create_dir_all(&folder)?;
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    let later = compiled.later.iter_mut().map(|module| &mut module.bytes);
    let of_the_app = std::iter::once(&mut compiled.wasm).chain(later);
    let office = compiled.office.iter_mut().map(|office| &mut office.wasm);
    let of_the_app = of_the_app.map(|module| (module, FOR_STARTS));
    for (module, passes) in of_the_app.chain(office.map(|module| (module, FOR_OFFICE))) {
        fs::write(&before, &*module)?;
        let mut command = Command::new(&node);
        command
            .arg(&wasm_opt)
            .args(passes)
            .args(FLAGS)
            .arg("-o")
            .arg(&after)
            .arg(&before);
        process::run(&mut command)?;
        *module = fs::read(&after)
            .with_context(|| format!("wasm-opt did not write {}", after.display()))?;
    }
    Ok(())
}
