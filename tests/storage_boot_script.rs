//! What the boot script saves where the app cannot run (`public/boot/raw-data.js`). That the two
//! call things alike is seen to by the build, which writes the names in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use wuxing::storage::{JournalRecord, Source, rescue};

#[test]
fn the_app_opens_what_the_boot_script_saves() {
    // As boot.js writes it: two spaces, its own order of fields, numbers of the journal as they
    // are.
    let record = JournalRecord::of_document("settings", 3, 1, "{\"n\":3}");
    let text = format!(
        r#"{{
  "format": "wuxing-rescue",
  "version": 1,
  "local_storage": {{
    "wuxing:look": "{{}}",
    "wuxing:slot:settings:a": "wuxing-slot 1 2 1 damaged\n{{}}"
  }},
  "journal": [
    {{
      "key": "settings",
      "generation": 3,
      "schema": 1,
      "sha256": "{}",
      "deleted": false,
      "body": "{{\"n\":3}}"
    }}
  ],
  "unreadable": []
}}"#,
        record.sha256
    );
    let loaded = rescue::open(&text, 1, 0).unwrap();
    assert_eq!(loaded.documents.len(), 1);
    assert_eq!(loaded.documents[0].body, "{\"n\":3}");
    assert_eq!(loaded.documents[0].source, Source::Journal);
    assert_eq!(loaded.faults.len(), 1);
}
