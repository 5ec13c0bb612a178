//! Any bytes as the file of an import: it opens or is refused, and what opens is exported and
//! opened again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use wuxing::exchange::{NoForeignEncoding, backup, open, open_text};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(opened) = open(bytes, &NoForeignEncoding) {
        let file = backup::everything(&opened.documents, 0, "fuzz").expect("it can be exported");
        open_text(&file.text).expect("and opened again");
    }
});
