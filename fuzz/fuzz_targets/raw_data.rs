//! Any text as the raw data of a device: it opens or is refused, and what opens is exported and
//! opened again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wuxing::app::start::take_in;
use wuxing::app::workspace::Workspace;
use wuxing::exchange::{SCHEMA_VERSION, backup, open_text};
use wuxing::storage::rescue;

fuzz_target!(|text: &str| {
    if let Ok(loaded) = rescue::open(text, SCHEMA_VERSION, 0) {
        let mut workspace = Workspace::default();
        take_in(&loaded, &mut workspace);
        let file = backup::everything(&workspace.documents(), 0, "fuzz");
        let file = file.expect("it can be exported");
        open_text(&file.text).expect("and opened again");
    }
});
