//! What came of handing a file over (交出去的结果).
//!
//! Not here: what is said of it (`outcome`).

use crate::exchange::chat_parts::ChatPart;
use std::sync::Arc;

/// What came of handing a file over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Handed {
    /// It was not handed over yet.
    #[default]
    Nothing,
    /// The browser has taken it as a download.
    Downloaded {
        /// The name that was proposed.
        name: String,
        /// Whether browsers like this one are known to drop it.
        likely_ignored: bool,
    },
    /// The browser refused the download.
    DownloadRefused,
    /// So many characters were copied.
    Copied(usize),
    /// It is to be copied by hand.
    CopyRefused(String),
    /// The share sheet is asked for.
    Sharing {
        /// Whether it should have come by now.
        is_slow: bool,
    },
    /// The share sheet has passed it on.
    Shared,
    /// The user has closed the share sheet.
    ShareCancelled,
    /// The browser does not share this form of the file.
    ShareRefused {
        /// Whether there is another one.
        may_try: bool,
    },
    /// It was written where the user chose.
    SavedAs,
    /// The user has closed the dialog.
    SaveCancelled,
    /// The browser may not write there.
    SaveRefused,
    /// It is copied part by part.
    Parts(Arc<Vec<ChatPart>>),
    /// It is shown as codes.
    Codes(Arc<Vec<ChatPart>>),
    /// It takes too many parts: so many, or more than can be counted.
    TooMany(Option<usize>),
    /// It could not be made.
    NotMade,
}
