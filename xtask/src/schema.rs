//! `cargo xtask schema`: writes the JSON Schemas in `docs/` anew from the types. That they are
//! current is a test of the core, which can also write them; so this tool needs not be built
//! together with the app.

use crate::process::{self, step};
use crate::test::cargo_test;
use anyhow::Result;

/// Runs the command.
///
/// # Errors
/// When the core does not compile or a schema cannot be written.
pub fn run() -> Result<()> {
    step("Writing docs/*.schema.json");
    let mut command = cargo_test("wuxing");
    command.args(["--quiet", "--no-default-features", "--features", "schema"]);
    command.args([
        "--test",
        "exchange_schema",
        "the_committed_schemas_are_the_generated_ones",
    ]);
    process::run(command.env("UPDATE_EXPECT", "1"))
}
