//! Parts that were cut, moved, doubled, quoted, damaged and mixed with others.

use super::*;
use proptest::prelude::*;
use proptest::sample::Index;

/// Texts that compress to several parts.
fn texts() -> impl Strategy<Value = String> {
    let letters = proptest::collection::vec(proptest::char::range('一', '鿿'), 0..3_000);
    letters.prop_map(|letters| letters.into_iter().collect())
}

fn parts(text: &str) -> Vec<ChatPart> {
    cut(text, Carrier::Code).unwrap()
}

/// A message as a chat copies it.
fn message(part: &ChatPart, dress: u8) -> String {
    let letters = part.letters();
    let dressed: String = match dress % 5 {
        0 => letters,
        1 => letters.to_lowercase(),
        2 => letters
            .chars()
            .map(|one| char::from_u32(u32::from(one) + 0xFEE0).unwrap())
            .collect(),
        3 => {
            let all: Vec<char> = letters.chars().collect();
            let lines = all.chunks(60).map(|line| line.iter().collect::<String>());
            lines.collect::<Vec<_>>().join("\r\n> ")
        }
        _ => letters.chars().flat_map(|one| [one, '\u{200B}']).collect(),
    };
    let (number, count, code) = (part.number(), part.count(), part.code());
    format!(
        "张三 2026/11/28 10:23\n五基五星 第 {number} 段/共 {count} 段 · 编号 {code}\n{dressed}\n\
         「收到」Thank U [微笑]\n"
    )
}

/// All that is in the texts, and the texts of what is complete.
fn taken(texts: &[String]) -> (Collection, Vec<Result<String, SetFault>>) {
    let mut collection = Collection::default();
    for text in texts {
        for part in find(text).into_iter().flatten() {
            collection.take(part);
        }
    }
    let complete = collection.take_complete().into_iter();
    let complete = complete.map(|(_, text)| text).collect();
    (collection, complete)
}

proptest! {
    #[test]
    fn parts_come_back_shuffled_doubled_and_surrounded(
        text in texts(),
        order in proptest::collection::vec((any::<Index>(), any::<u8>()), 0..60),
    ) {
        let parts = parts(&text);
        let mut messages: Vec<String> = parts.iter().map(|part| message(part, 0)).collect();
        messages.reverse();
        messages.extend(order.iter().map(|(which, dress)| message(which.get(&parts), *dress)));
        let middle = messages.len() / 2;
        messages.rotate_left(middle);
        let (left, complete) = taken(&[messages.concat()]);
        prop_assert_eq!(complete, vec![Ok(text)]);
        prop_assert_eq!(left, Collection::default());
    }

    #[test]
    fn what_is_missing_is_named_and_nothing_is_taken(text in texts(), gone in any::<Index>()) {
        let parts = parts(&text);
        let gone = gone.index(parts.len());
        let come = parts.iter().enumerate().filter(|(place, _)| *place != gone);
        let messages: Vec<String> = come.map(|(place, part)| message(part, place as u8)).collect();
        let (left, complete) = taken(&messages);
        prop_assert_eq!(complete, vec![]);
        for set in left.incomplete() {
            prop_assert_eq!(set.missing().collect::<Vec<_>>(), vec![gone + 1]);
            prop_assert_eq!(set.come(), parts.len() - 1);
            prop_assert_eq!(set.code(), parts[0].code());
        }
    }

    #[test]
    fn any_character_that_is_changed_or_gone_is_told(
        text in texts(), which in any::<Index>(), place in any::<Index>(), other in any::<char>(),
        is_gone in any::<bool>(),
    ) {
        let parts = parts(&text);
        let whole = which.get(&parts);
        let mut letters: Vec<char> = whole.letters().chars().collect();
        let place = place.index(letters.len());
        match is_gone {
            true => drop(letters.remove(place)),
            false => letters[place] = other,
        }
        let changed: String = letters.into_iter().collect();
        for part in find(&changed) {
            // What says the same with another character is the same.
            prop_assert!(part.is_err() || part.as_ref() == Ok(whole), "{:?}", part);
        }
    }

    #[test]
    fn of_a_mixture_nothing_wrong_is_taken(
        texts in proptest::collection::vec(texts(), 1..4),
        deeds in proptest::collection::vec((any::<Index>(), any::<Index>(), any::<u8>()), 0..200),
    ) {
        let all: Vec<ChatPart> = texts.iter().flat_map(|text| parts(text)).collect();
        let mut messages = Vec::new();
        for (which, other, deed) in deeds {
            let (part, other) = (which.get(&all), other.get(&all));
            messages.push(match deed % 4 {
                // One that says that it is another.
                0 => message(&ChatPart { number: other.number, ..part.clone() }, deed),
                1 => message(&ChatPart { piece: other.piece.clone(), ..part.clone() }, deed),
                2 => message(part, deed).chars().take(200).collect(),
                _ => message(part, deed),
            });
        }
        let (_, complete) = taken(&messages);
        for text in complete.into_iter().flatten() {
            prop_assert!(texts.contains(&text));
        }
    }

    #[test]
    fn any_text_is_looked_through(text in any::<String>()) {
        let found = find(&text);
        prop_assert!(found.iter().all(Result::is_err));
        find(&format!("WUXINGU{text}"));
    }
}

proptest! {
    #[test]
    fn white_space_goes_and_nothing_else_does(
        texts in proptest::collection::vec(any::<String>(), 0..6), number in any::<i64>(),
    ) {
        let value = serde_json::json!({"a b": texts, "\"": [number, {"\\": " "}], "c": null});
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        let compact = without_space(&pretty);
        prop_assert_eq!(&compact, &value.to_string());
        prop_assert_eq!(without_space(&compact), compact);
    }
}

#[test]
fn what_is_no_part_is_told_apart() {
    fn check(text: &str, expected: &[Result<u16, PartFault>]) {
        let found: Vec<_> = find(text)
            .into_iter()
            .map(|part| part.map(|part| part.number()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    let letters = parts("五基五星")[0].letters();
    check("", &[]);
    check("{\"format\": \"wuxing\", \"version\": 3}", &[]);
    check("https://example.org/wuxing", &[]);
    check("Wuxing, unser", &[]);
    check(&letters, &[Ok(1)]);
    check(&format!("{letters}{letters}"), &[Ok(1), Ok(1)]);
    let half = &letters[..letters.len() - 9];
    check(half, &[Err(PartFault::CutOff)]);
    check(&format!("{half}……"), &[Err(PartFault::CutOff)]);
    check(
        &format!("{half}\n{letters}"),
        &[Err(PartFault::Damaged), Ok(1)],
    );
    check(
        &letters.replace(&letters[20..24], ""),
        &[Err(PartFault::Damaged)],
    );
}

#[test]
fn a_part_fits_what_carries_it() {
    fn check(carrier: Carrier, most: usize) {
        // What hardly compresses: digits of a long sum.
        let mut sum = Sha256::digest(b"");
        let mut text = String::new();
        for _ in 0..500 {
            sum = Sha256::digest(sum);
            text.extend(sum.iter().map(|byte| format!("{byte:02x}")));
        }
        for part in cut(&text, carrier).unwrap() {
            let length = part.letters().len();
            assert!((most - 60..=most).contains(&length), "{length} of {most}");
        }
    }

    check(Carrier::Message, 1_800 - 40);
    check(Carrier::Code, 483);
}

#[test]
fn one_that_contradicts_does_not_take_the_place() {
    let all = parts(&"五基五星".chars().cycle().take(40).collect::<String>());
    let [whole] = &all[..] else {
        panic!("one part")
    };
    let mut other = whole.clone();
    other.piece.push(0);
    let mut collection = Collection::default();
    let two = ChatPart {
        count: 2,
        ..whole.clone()
    };
    assert_eq!(collection.take(two.clone()), Taken::New);
    assert_eq!(collection.take(two), Taken::Again);
    assert_eq!(
        collection.take(ChatPart {
            count: 2,
            ..other.clone()
        }),
        Taken::Contradicts
    );
    // A set that was forged as a whole is told, and gone.
    assert_eq!(collection.take(other), Taken::New);
    let [(code, forged)] = &collection.take_complete()[..] else {
        panic!("one set")
    };
    assert_eq!((code, forged), (&whole.code(), &Err(SetFault::DoNotFit)));
    assert_eq!(collection.incomplete().count(), 1);
}

#[test]
fn a_file_that_takes_too_many_parts_is_not_cut() {
    let mut sum = Sha256::digest(b"");
    let mut text = String::new();
    for _ in 0..20_000 {
        sum = Sha256::digest(sum);
        text.extend(sum.iter().map(|byte| format!("{byte:02x}")));
    }
    assert_eq!(cut(&text, Carrier::Code), None);
    assert_eq!(cut(&text, Carrier::File).map(|parts| parts.len()), Some(1));
}
