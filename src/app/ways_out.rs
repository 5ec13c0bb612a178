//! The ways in which a file can be handed over (怎么发出去), in the order of what works where the app
//! runs.
//!
//! Not here: what the browser can do (`platform::sharing`), and doing it.

use crate::order::sorted_by_key;

/// A way to hand a file over (一种办法).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// The share sheet of the device (系统分享), with the file.
    Share,
    /// The browser's download (下载).
    Download,
    /// The dialog in which a folder and a name are chosen (另存为).
    SaveAs,
    /// The whole text on the clipboard (复制文字).
    Copy,
    /// The text on the clipboard, in numbered parts that a chat takes (分段复制).
    Parts,
    /// Codes, which the camera of another phone reads (二维码).
    Codes,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Share,
        Self::Download,
        Self::SaveAs,
        Self::Copy,
        Self::Parts,
        Self::Codes,
    ];
}

/// What a file is handed over for (给谁).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// For somebody else, mostly by a chat.
    #[default]
    Send,
    /// To be kept by the user.
    Keep,
}

/// What the browser can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowserCan {
    /// It has a share sheet that takes the file, in one of its forms.
    pub share: bool,
    /// It has a dialog in which a folder and a name are chosen.
    pub save_as: bool,
    /// It is inside another app, such as 微信: it drops downloads without a word.
    pub drops_downloads: bool,
}

/// What is handed over, as far as the ways depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Goods {
    /// It is a text that can be copied; a picture or a workbook cannot.
    pub is_text: bool,
    /// How many messages its parts take, where this app reads them: it is a file of this app, and
    /// not too long.
    pub messages: Option<usize>,
    /// How many codes it takes, likewise.
    pub codes: Option<usize>,
}

/// The most messages that anybody is asked to copy one by one.
pub const MOST_MESSAGES: usize = 30;

/// The most codes that are shown: at the speed at which they change, all of them come by in less
/// than half a minute.
pub const MOST_CODES: usize = 60;

/// The ways that are there, the one that works best first. There is always one at least.
pub fn in_order(can: BrowserCan, purpose: Purpose, goods: Goods) -> Vec<Way> {
    let is_there = |way: &Way| match way {
        Way::Share => can.share,
        Way::SaveAs => can.save_as,
        Way::Download => true,
        Way::Copy => goods.is_text,
        Way::Parts => goods.messages.is_some_and(|count| count <= MOST_MESSAGES),
        Way::Codes => goods.codes.is_some_and(|count| count <= MOST_CODES),
    };
    let ways: Vec<Way> = Way::ALL.into_iter().filter(is_there).collect();
    sorted_by_key(ways, |way| place(*way, can, purpose))
}

/// Where a way stands, the lower the better.
fn place(way: Way, can: BrowserCan, purpose: Purpose) -> u8 {
    match (way, purpose) {
        // Nothing comes of it, and the user is not told by the browser.
        (Way::Download | Way::SaveAs, _) if can.drops_downloads => 10,
        (Way::Share, Purpose::Send) => 0,
        (Way::Download, Purpose::Keep) => 0,
        (Way::Share, Purpose::Keep) => 3,
        // A chat takes parts, and seldom all of the text at once.
        (Way::Parts, Purpose::Send) => 2,
        (Way::Copy, Purpose::Send) => 5,
        (Way::Copy, Purpose::Keep) => 2,
        (Way::Download, Purpose::Send) => 1,
        (Way::Parts, Purpose::Keep) => 5,
        (Way::SaveAs, _) => 4,
        (Way::Codes, _) => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_goods() -> impl Iterator<Item = Goods> {
        let counts = [None, Some(1), Some(MOST_MESSAGES), Some(MOST_CODES + 1)];
        let texts = [true, false].into_iter();
        texts.flat_map(move |is_text| {
            counts.into_iter().flat_map(move |messages| {
                let codes = counts.into_iter();
                codes.map(move |codes| Goods {
                    is_text,
                    messages,
                    codes,
                })
            })
        })
    }

    fn all_browsers() -> impl Iterator<Item = BrowserCan> {
        (0..8_u8).map(|bits| BrowserCan {
            share: bits & 1 != 0,
            save_as: bits & 2 != 0,
            drops_downloads: bits & 4 != 0,
        })
    }

    #[test]
    fn in_every_browser_there_is_a_way_and_the_first_works() {
        for can in all_browsers() {
            for goods in all_goods() {
                for purpose in [Purpose::Send, Purpose::Keep] {
                    let ways = in_order(can, purpose, goods);
                    let told = format!("{can:?} {purpose:?} {goods:?}: {ways:?}");
                    let known: Vec<_> = Way::ALL.iter().filter(|way| ways.contains(way)).collect();
                    assert_eq!(known.len(), ways.len(), "each once: {told}");
                    assert!(ways.contains(&Way::Download), "{told}");
                    assert_eq!(ways.contains(&Way::Share), can.share, "{told}");
                    assert_eq!(ways.contains(&Way::Copy), goods.is_text, "{told}");
                    let is_dropped = can.drops_downloads && ways[0] == Way::Download;
                    assert!(
                        !is_dropped || (!goods.is_text && !can.share && ways.len() <= 4),
                        "{told}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_order_is_that_of_what_works() {
        fn check(can: BrowserCan, purpose: Purpose, expected: &[Way]) {
            let goods = Goods {
                is_text: true,
                messages: Some(5),
                codes: Some(14),
            };
            assert_eq!(in_order(can, purpose, goods), expected, "{can:?}");
        }

        use Way::{Codes, Copy, Download, Parts, SaveAs, Share};
        let phone = BrowserCan {
            share: true,
            ..BrowserCan::default()
        };
        let desktop = BrowserCan {
            save_as: true,
            ..BrowserCan::default()
        };
        let chat = BrowserCan {
            drops_downloads: true,
            ..BrowserCan::default()
        };
        check(phone, Purpose::Send, &[Share, Download, Parts, Copy, Codes]);
        check(phone, Purpose::Keep, &[Download, Copy, Share, Parts, Codes]);
        check(
            desktop,
            Purpose::Send,
            &[Download, Parts, SaveAs, Copy, Codes],
        );
        check(
            desktop,
            Purpose::Keep,
            &[Download, Copy, SaveAs, Parts, Codes],
        );
        check(chat, Purpose::Send, &[Parts, Copy, Codes, Download]);
        check(chat, Purpose::Keep, &[Copy, Parts, Codes, Download]);
    }

    #[test]
    fn what_takes_too_many_is_not_offered() {
        let goods = Goods {
            is_text: true,
            messages: Some(MOST_MESSAGES + 1),
            codes: Some(MOST_CODES + 1),
        };
        let ways = in_order(BrowserCan::default(), Purpose::Send, goods);
        assert_eq!(ways, [Way::Download, Way::Copy]);
    }
}
