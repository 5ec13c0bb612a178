//! Where things are in this repository. No file is read or written here.

use std::path::{Path, PathBuf};

/// The folder of the repository, the one with the workspace's `Cargo.toml`.
///
/// Known at compile time, because cargo tells a test runner the package under test and not this
/// one.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// A folder below `target/`, where everything made or fetched by this tool stays.
pub fn target(name: &str) -> PathBuf {
    root().join("target").join(name)
}
