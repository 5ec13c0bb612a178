//! The names that the scripts in front of the app know as well: they read what is stored where the
//! app cannot run.
//!
//! The build reads this file and writes the values into these scripts (`public/boot/`), so it has
//! nothing but values. Not here: all other keys (`keys`).

/// The start of every key that is ours; other programs of the same origin have other keys.
pub const PREFIX: &str = "wuxing:";

/// The key of the look (theme, 长辈模式, language), a mere cache for the boot script.
pub const LOOK_KEY: &str = "wuxing:look";

/// The database of the journal.
pub const DATABASE: &str = "wuxing";

/// The one store of the journal in its database.
pub const JOURNAL: &str = "journal";

/// What stands in the `format` of a rescue text.
pub const RESCUE_FORMAT: &str = "wuxing-rescue";

/// The version of the form of rescue texts.
pub const RESCUE_VERSION: u32 = 1;
