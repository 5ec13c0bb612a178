//! Strips on pieces (分张): as many on each as fit, with the head of a table again, and at the foot
//! of each what it is and which of how many.
//!
//! Not here: what is on a strip.

use super::strips::{self, MARGIN, Place, Strip, plain};
use super::{Ink, Measure, Piece};
use crate::handout::description::Handout;

/// How high a piece may be, in pixels. Phones show larger pictures unsharp, and chats make them
/// smaller.
const HIGHEST: f64 = 4_000.0;
/// What stays free at the top and at the bottom.
const END_MARGIN: f64 = 56.0;
/// What the foot takes.
const FOOT: f64 = 72.0;
/// Between the title that stands again and what comes below it.
const BELOW_TITLE: f64 = 16.0;
/// The room for strips on a piece.
const ROOM: f64 = HIGHEST - 2.0 * END_MARGIN - FOOT;

/// Puts strips on pieces.
pub fn of(handout: &Handout, width: u32, strips: Vec<Strip>, measure: &impl Measure) -> Vec<Piece> {
    let begins = |number, count| again(handout, width, (number, count), measure);
    // Whatever the numbers are, they take no more room than these.
    let groups = groups(strips, begins(99, 99).height);
    let count = groups.len();
    let pieces = groups.into_iter().enumerate();
    pieces
        .map(|(place, mut group)| {
            if place > 0 {
                group.insert(0, begins(place + 1, count));
            }
            let foot = foot(handout, width, (place + 1, count), measure);
            piece(width, &group, &foot)
        })
        .collect()
}

/// The title at the top of a piece that goes on with what the one before it began.
fn again(
    handout: &Handout,
    width: u32,
    (number, count): (usize, usize),
    measure: &impl Measure,
) -> Strip {
    let said = match handout.language.starts_with("zh") {
        true => format!("{}（续 {number}/{count}）", handout.title),
        false => format!("{} (continued, {number}/{count})", handout.title),
    };
    let mut strip = strips::small(&said, f64::from(width) - 2.0 * MARGIN, measure);
    strip.height += BELOW_TITLE;
    strip
}

/// The strips of each piece, with the heads that stand again. All pieces but the first have less
/// room by so much.
fn groups(strips: Vec<Strip>, less: f64) -> Vec<Vec<Strip>> {
    let mut groups: Vec<Vec<Strip>> = vec![Vec::new()];
    let mut filled = 0.0;
    let mut rest = strips.into_iter().peekable();
    while rest.peek().is_some() {
        // What stays together, as far as it fits on a piece at all.
        let mut together = Vec::new();
        let mut height = 0.0;
        for strip in rest.by_ref() {
            let stays = strip.stays;
            height += strip.height;
            together.push(strip);
            if !stays || height > ROOM - less {
                break;
            }
        }
        let is_begun = groups.last().is_some_and(|group| !group.is_empty());
        if filled + height > ROOM && is_begun {
            groups.push(Vec::new());
            filled = less;
        }
        let Some(group) = groups.last_mut() else {
            break;
        };
        if group.is_empty()
            && let Some(head) = together.first().and_then(|strip| strip.head.as_deref())
        {
            filled += head.height;
            group.push(head.clone());
        }
        filled += height;
        group.extend(together);
    }
    groups
}

fn piece(width: u32, strips: &[Strip], foot: &Strip) -> Piece {
    let mut marks = Vec::new();
    let mut y = END_MARGIN;
    for strip in strips {
        marks.extend(strip.marks.iter().map(|mark| mark.lowered(y)));
        y += strip.height;
    }
    marks.extend(foot.marks.iter().map(|mark| mark.lowered(y)));
    y += foot.height + END_MARGIN;
    // At most a few thousand.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let height = y.ceil() as u32;
    Piece {
        width,
        height,
        marks,
    }
}

fn foot(
    handout: &Handout,
    width: u32,
    (number, count): (usize, usize),
    measure: &impl Measure,
) -> Strip {
    let mut strip = Strip::gap(FOOT);
    if handout.foot.is_empty() && count == 1 {
        return strip;
    }
    let room = f64::from(width) - 2.0 * MARGIN;
    let page = format!("{number} / {count}");
    let font = plain(24);
    let numbered = if count > 1 {
        measure.width(&page, font)
    } else {
        0.0
    };
    strip.rule(MARGIN, 24.0, room, Ink::Edge);
    let place = Place {
        x: MARGIN,
        width: room - numbered - 24.0,
        shift: 0.0,
        font,
        ink: Ink::Soft,
    };
    strip.write(&handout.foot, place, 34.0, measure);
    if count > 1 {
        let place = Place {
            x: MARGIN + room - numbered,
            width: numbered + 1.0,
            ..place
        };
        strip.write(&page, place, 34.0, measure);
    }
    strip
}
