//! Numbers as tables write them (数字): points with a fraction, percents, ordinals in front.
//!
//! Not here: what they are points of (`scoring`).

/// The most points that are taken, in tenths.
const MOST_TENTHS: u32 = 10_000;

/// The first number in a text and what comes after it, in tenths; `None` if there is none or it has
/// more than one digit behind the point.
pub(super) fn first_tenths(text: &str) -> Option<(u32, &str)> {
    let start = text.find(|one: char| narrow(one).is_ascii_digit())?;
    let rest = &text[start..];
    let is_part = |one: char| narrow(one).is_ascii_digit() || narrow(one) == '.';
    let end = rest.find(|one| !is_part(one)).unwrap_or(rest.len());
    let number: String = rest[..end].chars().map(narrow).collect();
    tenths(&number).map(|number| (number, &rest[end..]))
}

/// A number that stands alone, in tenths: 「2.5」, 「10分」.
pub(super) fn whole_cell_tenths(text: &str) -> Option<u32> {
    let text = text
        .trim()
        .trim_start_matches(['（', '('])
        .trim_end_matches(['）', ')']);
    let text = text
        .trim()
        .trim_start_matches(['满', '+', '＋'])
        .trim_start();
    let (number, rest) = first_tenths(text)?;
    let begins = text
        .chars()
        .next()
        .is_some_and(|one| narrow(one).is_ascii_digit());
    (begins && matches!(rest.trim(), "" | "分")).then_some(number)
}

/// The points that a text names in brackets or at its end: 「组织建设（20分）」, 「活动 5 分」.
pub(super) fn named_tenths(text: &str) -> Option<u32> {
    let mut found = text.match_indices('分').rev().filter_map(|(place, _)| {
        let before = text[..place].trim_end();
        let is_digit = |one: char| narrow(one).is_ascii_digit() || narrow(one) == '.';
        let start = before.trim_end_matches(is_digit).len();
        if start == before.len() {
            return None;
        }
        let bracket = before[..start].trim_end().chars().next_back();
        let is_named = matches!(bracket, Some('（' | '(' | '共' | '计' | '满')) || start == 0;
        let number: String = before[start..].chars().map(narrow).collect();
        is_named.then(|| tenths(&number))?
    });
    found.next()
}

/// The percent by which a part counts: 「占 20%」, 「权重20％」.
pub(super) fn weight_percent(text: &str) -> Option<u32> {
    let place = text.find("占").or_else(|| text.find("权重"))?;
    let (number, rest) = first_tenths(&text[place..])?;
    let is_percent = rest.trim_start().starts_with(['%', '％']);
    (is_percent && number % 10 == 0 && (10..=1_000).contains(&number)).then_some(number / 10)
}

fn tenths(number: &str) -> Option<u32> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole: u32 = whole.parse().ok()?;
    let fraction: u32 = match fraction.trim_end_matches('0') {
        "" => 0,
        one => one.parse().ok().filter(|digit| *digit < 10)?,
    };
    let all = whole.checked_mul(10)?.checked_add(fraction)?;
    (all <= MOST_TENTHS).then_some(all)
}

/// A sign of full width as a half-width keyboard has it.
fn narrow(one: char) -> char {
    match one {
        '０'..='９' => char::from_digit(u32::from(one) - u32::from('０'), 10).unwrap_or(one),
        '．' => '.',
        _ => one,
    }
}

/// A text without the ordinal in front of it: 「（一）」, 「3.」, 「①」, 「一、」.
pub(super) fn without_ordinal(text: &str) -> &str {
    let mut rest = text.trim();
    // Two of them at most: 「一、（一）」.
    for _ in 0..2 {
        let Some(shorter) = without_one_ordinal(rest) else {
            return rest;
        };
        rest = shorter;
    }
    rest
}

fn without_one_ordinal(text: &str) -> Option<&str> {
    let is_ordinal = |one: char| one.is_ascii_digit() || "一二三四五六七八九十百".contains(one);
    let first = text.chars().next()?;
    let rest = if ('①'..='⑳').contains(&first) {
        &text[first.len_utf8()..]
    } else if matches!(first, '（' | '(') {
        let inner = &text[first.len_utf8()..];
        let end = inner.find(|one| !is_ordinal(one)).filter(|end| *end > 0)?;
        inner[end..].strip_prefix(['）', ')'])?
    } else {
        let start = text.strip_prefix('第').unwrap_or(text);
        let end = start.find(|one| !is_ordinal(one)).filter(|end| *end > 0)?;
        let rest = start[end..].strip_prefix(['、', '.', '．', '，', ')', '）', ' '])?;
        // 「2.5 分」 is no second item.
        if rest.starts_with(|one: char| one.is_ascii_digit()) {
            return None;
        }
        rest
    };
    let rest = rest.trim_start_matches(['、', '.', '．', ' ']);
    (!rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_stand_alone_or_are_named() {
        fn check(text: &str, alone: Option<u32>, named: Option<u32>) {
            let found = (whole_cell_tenths(text), named_tenths(text));
            assert_eq!(found, (alone, named), "{text}");
        }

        check("2.5", Some(25), None);
        check("10分", Some(100), Some(100));
        check("（１０分）", Some(100), Some(100));
        check("满 5 分", Some(50), Some(50));
        check("组织建设（20分）", None, Some(200));
        check("一、班子建设 (16 分)", None, Some(160));
        check("每少一次扣0.5分", None, None);
        check("3次", None, None);
        check("2.55", None, None);
        check("", None, None);
    }

    #[test]
    fn weights_are_percents() {
        fn check(text: &str, expected: Option<u32>) {
            assert_eq!(weight_percent(text), expected, "{text}");
        }

        check("A 类（100分，占20%）", Some(20));
        check("权重：８０％", Some(80));
        check("占总分的 30 %", Some(30));
        check("参会率 80%", None);
        check("占 20 分", None);
    }

    #[test]
    fn ordinals_go() {
        fn check(text: &str, expected: &str) {
            assert_eq!(without_ordinal(text), expected, "{text}");
        }

        check("一、组织建设", "组织建设");
        check("（三）活动", "活动");
        check("12. 党员大会", "党员大会");
        check("①按时换届", "按时换届");
        check("一、（一）班子", "班子");
        check("三会一课", "三会一课");
        check("2.5 分", "2.5 分");
        check("第三，要求", "要求");
        check("1", "1");
    }
}
