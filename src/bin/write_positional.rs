//! Writes the pack that most phones open with by position (写出按位置的标准包), for the build tool: into
//! the folder that it names.
//!
//! Not here: what that is (`standard::positional`).

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("no folder is named")?);
    let halves = wuxing::standard::by_position()?;
    fs::create_dir_all(&folder)?;
    for (name, half) in [
        ("village.brief", halves.brief),
        ("village.texts", halves.texts),
    ] {
        let path = folder.join(name);
        // What has not changed keeps its time, so that nothing is compiled for it.
        if fs::read(&path).ok().as_ref() != Some(&half) {
            fs::write(path, half)?;
        }
    }
    Ok(())
}
