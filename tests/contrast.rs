//! The colours of `style/tokens.css`: every pair that the file declares has its contrast, in the
//! light and in the dark theme, and every colour is part of a pair.
//!
//! Not here: which element uses which pair. The journeys look at the finished pages.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};

const SHEET: &str = include_str!("../style/tokens.css");

/// The colours of a theme by name: red, green and blue, 0 to 255.
type Theme = BTreeMap<String, [u8; 3]>;

#[test]
fn every_declared_pair_has_its_contrast_in_both_themes() {
    let (light, dark) = themes();
    for Pair { front, back, least } in pairs() {
        for (name, theme) in [("light", &light), ("dark", &dark)] {
            let reached = contrast(theme[&front], theme[&back]);
            assert!(
                reached >= least,
                "{front} on {back} in {name}: {reached:.2} < {least}"
            );
        }
    }
}

#[test]
fn every_colour_is_part_of_a_pair() {
    let paired: BTreeSet<String> = pairs()
        .into_iter()
        .flat_map(|pair| [pair.front, pair.back])
        .collect();
    let declared: BTreeSet<String> = themes().0.into_keys().collect();
    assert_eq!(declared, paired);
}

#[test]
fn the_dark_theme_is_the_same_for_dark_devices_and_for_those_who_chose_it() {
    let of_device = declarations(block(":root:not([data-theme=\"light\"]) {"));
    let chosen = declarations(block(":root[data-theme=\"dark\"] {"));
    assert!(of_device.len() > 20);
    assert_eq!(of_device, chosen);
}

#[test]
fn the_contrast_is_reckoned_as_the_guidelines_have_it() {
    fn check(front: &str, back: &str, expected: f64) {
        let reached = contrast(
            colour(front).expect("a colour"),
            colour(back).expect("a colour"),
        );
        assert!(
            (reached - expected).abs() < 0.01,
            "{front} on {back}: {reached}"
        );
    }

    check("#000000", "#FFFFFF", 21.0);
    check("#FFFFFF", "#FFFFFF", 1.0);
    check("#767676", "#FFFFFF", 4.54);
    check("#FFFFFF", "#767676", 4.54);
}

/// Two colours that meet, and the least contrast between them.
struct Pair {
    front: String,
    back: String,
    least: f64,
}

/// The lines `pair: --front on --back 4.5` in the comment of the sheet.
fn pairs() -> Vec<Pair> {
    let lines = SHEET
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pair: "));
    let pairs: Vec<Pair> = lines
        .map(
            |line| match line.split_whitespace().collect::<Vec<_>>()[..] {
                [front, "on", back, least, ..] => Pair {
                    front: front.to_owned(),
                    back: back.to_owned(),
                    least: least.parse().expect("the contrast is a number"),
                },
                _ => panic!("not a pair: {line}"),
            },
        )
        .collect();
    assert!(pairs.len() > 20);
    pairs
}

/// The light theme, and the dark one with what it leaves as it is.
fn themes() -> (Theme, Theme) {
    let light = colours(block(":root {"));
    let mut dark = light.clone();
    dark.extend(colours(block(":root[data-theme=\"dark\"] {")));
    (light, dark)
}

/// What stands between the first braces behind `head`.
fn block(head: &str) -> &'static str {
    let (_, after) = SHEET.split_once(head).expect("the sheet has this block");
    after.split_once('}').expect("the block ends").0
}

fn declarations(block: &'static str) -> BTreeMap<&'static str, &'static str> {
    let parts = block.split(';').filter_map(|one| one.split_once(':'));
    parts
        .map(|(name, value)| (name.trim(), value.trim()))
        .collect()
}

fn colours(block: &'static str) -> Theme {
    let named = declarations(block).into_iter();
    named
        .filter_map(|(name, value)| Some((name.to_owned(), colour(value)?)))
        .collect()
}

/// Reads `#RRGGBB`.
fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast of two colours by WCAG 2: from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
