//! Codes that are drawn, photographed badly, and read.

use super::*;
use crate::exchange::chat_parts::{Carrier, Collection, cut, find};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// The picture of a code, each square so many pixels wide, with so much of a dark desk around it.
fn picture(squares: &Squares, scale: usize, desk: usize) -> (usize, Vec<u8>) {
    let side = squares.side() * scale + 2 * desk;
    let pixel = |place: usize| {
        let inside = |place: usize| place.checked_sub(desk).map(|place| place / scale);
        let within = |place: &usize| *place < squares.side();
        let column = inside(place % side).filter(within);
        let row = inside(place / side).filter(within);
        match column.zip(row) {
            Some((column, row)) if squares.is_black(column, row) => 20,
            Some(_) => 235,
            None => 90,
        }
    };
    (side, (0..side * side).map(pixel).collect())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/proptest-regressions/codes.txt",
        ))),
        ..ProptestConfig::with_cases(24)
    })]

    #[test]
    fn a_file_comes_back_through_codes(
        letters in proptest::collection::vec(proptest::char::range('一', '鿿'), 1..1_200),
        scale in 2..5_usize,
        desk in 0..40_usize,
    ) {
        let text: String = letters.into_iter().collect();
        let mut collection = Collection::default();
        for part in cut(&text, Carrier::Code).unwrap() {
            let squares = Squares::of(&part.letters()).unwrap();
            prop_assert!(squares.side() <= 69 + 8, "{} squares wide", squares.side());
            let (width, grey) = picture(&squares, scale, desk);
            for seen in read(&Picture::of_grey(width, grey)) {
                for part in find(&seen) {
                    collection.take(part.unwrap());
                }
            }
        }
        let complete: Vec<_> = collection.take_complete().into_iter().map(|one| one.1).collect();
        prop_assert_eq!(complete, vec![Ok(text)]);
    }

    #[test]
    fn no_picture_brings_it_down(
        width in 0..400_usize,
        noise in proptest::collection::vec(any::<u8>(), 0..60_000),
    ) {
        read(&Picture::of_grey(width, noise));
    }

    #[test]
    fn a_code_with_stains_is_read_right_or_not_at_all(
        stains in proptest::collection::vec((0..330_usize, 0..330_usize, 1..60_usize), 0..12),
        cut_to in 0..330_usize,
    ) {
        let text = cut("五基五星自评", Carrier::Code).unwrap()[0].letters();
        let (width, mut grey) = picture(&Squares::of(&text).unwrap(), 6, 20);
        for (column, row, size) in stains {
            for place in 0..size * size {
                let at = (row + place / size) * width + column + place % size;
                if let Some(pixel) = grey.get_mut(at) {
                    *pixel = (at * 7919 % 251) as u8;
                }
            }
        }
        grey.truncate(width * (width.min(cut_to + 200)));
        for seen in read(&Picture::of_grey(width, grey)) {
            prop_assert!(seen == text || find(&seen).iter().all(Result::is_err), "{}", seen);
        }
    }
}

#[test]
fn colours_become_shades() {
    let colours = [
        0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 0,
    ];
    assert_eq!(
        Picture::of_colours(2, &colours),
        Picture::of_grey(2, vec![0, 255, 255, 76])
    );
}

#[test]
fn the_path_has_every_black_square_once() {
    let squares = Squares::of("五基五星").unwrap();
    let side = squares.side();
    let black = (0..side * side).filter(|place| squares.is_black(place % side, place / side));
    let runs = squares.path();
    let lengths = runs.split('h').skip(1).filter_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok()
    });
    assert_eq!(lengths.sum::<usize>(), black.count());
}
