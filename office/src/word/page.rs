//! The page of a document (页面): how large it is, and how its letters are.
//!
//! Word measures in twentieths of a point, of which 567 are a centimetre, and letters in half
//! points.

use wuxing::handout::{Handout, Orientation};

/// The short side of A4.
const SHORT_SIDE: u32 = 11_906;
/// The long side of A4.
const LONG_SIDE: u32 = 16_838;

/// What stays free at the sides.
pub const SIDE_MARGIN: u32 = 1_247;
/// What stays free at the top and at the bottom.
pub const END_MARGIN: u32 = 1_247;

/// Letters of running text: 小四.
pub const TEXT_SIZE: u32 = 24;
/// Letters of a notice, which is nothing but words: 三号.
pub const LETTER_SIZE: u32 = 32;
/// Letters in tables: 五号.
pub const TABLE_SIZE: u32 = 21;
/// Letters of remarks and at the foot: 小五.
pub const SMALL_SIZE: u32 = 18;
/// Letters of the headings of parts: 四号.
pub const HEADING_SIZE: u32 = 28;
/// Letters of a title that fits on one line in them: 二号; of others: 小二.
pub const TITLE_SIZES: [u32; 2] = [44, 36];

/// Width and height of a page.
pub fn size(handout: &Handout) -> (u32, u32) {
    match handout.orientation {
        Orientation::Portrait => (SHORT_SIDE, LONG_SIDE),
        Orientation::Landscape => (LONG_SIDE, SHORT_SIDE),
    }
}

/// The width between the margins.
pub fn text_width(handout: &Handout) -> u32 {
    size(handout).0 - 2 * SIDE_MARGIN
}

/// How many Latin letters of a table stand between the margins. They are half as wide as high.
pub fn letters(handout: &Handout) -> u32 {
    text_width(handout) / (TABLE_SIZE * 5)
}

/// The size of the letters of the title.
pub fn title_size(handout: &Handout) -> u32 {
    let [large, small] = TITLE_SIZES;
    if width_of(&handout.title, large) <= text_width(handout) {
        large
    } else {
        small
    }
}

/// The lines of the title. One that takes two is broken between words, near its middle, so that no
/// single character is left for the second.
pub fn title_lines(handout: &Handout) -> Vec<&str> {
    let title = handout.title.as_str();
    if width_of(title, title_size(handout)) <= text_width(handout) {
        return vec![title];
    }
    let from_middle = |(place, _): &(usize, &str)| (2 * place).abs_diff(title.len());
    let spaces = title.match_indices(' ');
    let place = spaces.min_by_key(from_middle).map(|(place, _)| place);
    match place.and_then(|place| title.split_at_checked(place)) {
        Some((first, second)) => vec![first.trim_end(), second.trim_start()],
        None => vec![title],
    }
}

/// How wide a text is on one line, in letters of this size.
fn width_of(text: &str, size: u32) -> u32 {
    // A Chinese character is as wide as the letters are high; others are half of it or so.
    let halves = text.chars().map(|one| if one.is_ascii() { 1 } else { 2 });
    // Half points and twentieths of a point: a half character is five times the size. Between
    // Chinese and other characters there is a little room, which comes to one character or so.
    (halves.sum::<u32>() + 2) * size * 5
}

/// Whether the handout is in Chinese, which begins paragraphs two characters in.
pub fn is_chinese(handout: &Handout) -> bool {
    handout.language.starts_with("zh")
}

/// Splits a width among columns by their shares; the last one takes what does not divide.
pub fn shared_out(width: u32, shares: &[u32]) -> Vec<u32> {
    let sum = shares.iter().sum::<u32>().max(1);
    let mut widths: Vec<u32> = shares.iter().map(|share| width * share / sum).collect();
    let rest = width.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_broken_between_words() {
        let check = |title: &str, expected: &[&str]| {
            let handout = Handout {
                file_name: String::new(),
                title: title.to_owned(),
                subtitle: String::new(),
                orientation: Orientation::Portrait,
                blocks: Vec::new(),
                foot: String::new(),
                language: "zh-CN".to_owned(),
            };
            assert_eq!(title_lines(&handout), expected);
        };
        check(
            "红旗村党总支 2026 年工作台账",
            &["红旗村党总支 2026 年工作台账"],
        );
        check(
            "江阴市徐霞客镇红旗村与东方社区联合党委第一网格党支部 2026 年工作台账",
            &[
                "江阴市徐霞客镇红旗村与东方社区联合党委第一网格党支部",
                "2026 年工作台账",
            ],
        );
    }

    #[test]
    fn all_of_the_width_is_shared_out() {
        let check = |width, shares: &[u32], expected: &[u32]| {
            assert_eq!(shared_out(width, shares), expected, "{shares:?}");
        };
        check(100, &[1, 1], &[50, 50]);
        check(100, &[1, 1, 1], &[33, 33, 34]);
        check(100, &[], &[]);
        check(100, &[0, 0], &[0, 100]);
    }
}
