//! What the commands need on the machine, looked for and, where that is possible, installed.
//! Nothing here builds or tests the app.

pub mod apt;
pub mod browsers;
pub mod npm;
pub mod wasm_target;
