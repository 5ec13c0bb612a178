//! The names that are proposed for files.
//!
//! Not here: handing them out (`platform`).

use crate::period::{CivilDate, Quarter};
use crate::visible_text::is_invisible;

/// The start of every name.
const START: &str = "五基五星";

/// What browsers call each kind of file that is handed out, by the ending of its name. Phones
/// choose the app that opens it by this.
const MEDIA_TYPES: [(&str, &str); 4] = [
    ("json", "application/json"),
    ("ics", "text/calendar"),
    ("txt", "text/plain"),
    ("html", "text/html"),
];

/// The most characters of an organisation's name in a file name.
const LONGEST_NAME: usize = 30;

/// The most characters of the name of a handout.
const LONGEST_HANDOUT: usize = 60;

/// The name of a file with one assessment.
///
/// ```
/// use wuxing::exchange::file_name;
/// let period = "2026Q3".parse()?;
/// assert_eq!(file_name::assessment("某村党支部", period), "五基五星_某村党支部_2026年3季度.json");
/// # Ok::<(), wuxing::period::PeriodError>(())
/// ```
pub fn assessment(organization_name: &str, period: Quarter) -> String {
    with_name(
        organization_name,
        &format!("{}年{}季度", period.year(), period.number()),
    )
}

/// The name of a file with the review of a period.
pub fn review(organization_name: &str, period: Quarter) -> String {
    with_name(
        organization_name,
        &format!("{}年{}季度_审核", period.year(), period.number()),
    )
}

/// The name of a file with everything, made on `day`.
pub fn backup(day: CivilDate) -> String {
    format!("{START}_全部备份_{day}.json")
}

/// The name of a file that was sealed, from the name it would have without.
///
/// ```
/// use wuxing::exchange::file_name;
/// assert_eq!(file_name::sealed("五基五星_某村.json"), "五基五星_某村_加口令.json");
/// ```
pub fn sealed(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((start, ending)) => format!("{start}_加口令.{ending}"),
        None => format!("{name}_加口令"),
    }
}

/// The name of a calendar file made on `day`.
pub fn calendar(day: CivilDate) -> String {
    format!("{START}_日历_{day}.ics")
}

/// The name of a file with a handout (材料), which says itself what it is.
pub fn handout(name: &str, ending: &str) -> String {
    match shortened(name, LONGEST_HANDOUT) {
        name if name.is_empty() => format!("{START}.{ending}"),
        name => format!("{name}.{ending}"),
    }
}

/// The name of a file with a standard pack.
pub fn standard(title: &str, version: &str) -> String {
    with_name(title, &format!("标准包_{}", cleaned(version)))
}

/// The names under which a file can be shared, the one that suits best first. Some browsers share
/// no file of JSON, and whoever opens one of ours does not look at the ending of its name.
pub fn to_share(file_name: &str) -> Vec<String> {
    match file_name.strip_suffix(".json") {
        Some(bare) => vec![
            file_name.to_owned(),
            format!("{bare}.txt"),
            format!("{bare}.html"),
        ],
        None => vec![file_name.to_owned()],
    }
}

/// What browsers call a file of this name; any bytes where its ending says nothing.
pub fn media_type(file_name: &str) -> &'static str {
    let ending = file_name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let known = MEDIA_TYPES.iter().find(|(one, _)| *one == ending);
    known.map_or("application/octet-stream", |(_, media_type)| media_type)
}

fn with_name(name: &str, rest: &str) -> String {
    let name = cleaned(name);
    if name.is_empty() {
        format!("{START}_{rest}.json")
    } else {
        format!("{START}_{name}_{rest}.json")
    }
}

/// A text without what file systems and chats refuse or hide in names.
fn cleaned(text: &str) -> String {
    shortened(text, LONGEST_NAME)
}

/// The same, of so many characters at most.
fn shortened(text: &str, longest: usize) -> String {
    let plain: String = text
        .chars()
        .filter(|character| !is_invisible(*character))
        .map(|character| match character {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%' | '#' => ' ',
            other => other,
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let cut: String = words.join("-").chars().take(longest).collect();
    cut.trim_matches(['.', '-', '_']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_fit_for_file_systems() {
        fn check(name: &str, expected: &str) {
            let period = "2026Q3".parse().unwrap();
            assert_eq!(
                assessment(name, period),
                format!("五基五星_{expected}2026年3季度.json")
            );
        }

        check("平潮镇新坝村党总支", "平潮镇新坝村党总支_");
        check("  新坝村 / 第二支部 ", "新坝村-第二支部_");
        check("a:b*c?d\"e<f>g|h\\i", "a-b-c-d-e-f-g-h-i_");
        check("..\u{202E}村\n\t支部.", "村-支部_");
        check("", "");
        check("///", "");
        check("...", "");
        let long = "很".repeat(40);
        check(&long, &format!("{}_", "很".repeat(30)));
    }

    #[test]
    fn other_files_have_names_too() {
        let day = "2026-11-21".parse().unwrap();
        assert_eq!(backup(day), "五基五星_全部备份_2026-11-21.json");
        assert_eq!(
            standard("本地标准", "2026/1"),
            "五基五星_本地标准_标准包_2026-1.json"
        );
        assert_eq!(media_type(&backup(day)), "application/json");
        assert_eq!(media_type(&calendar(day)), "text/calendar");
        assert_eq!(media_type("五基五星"), "application/octet-stream");
        assert_eq!(to_share("a.json"), ["a.json", "a.txt", "a.html"]);
        assert_eq!(to_share("a.ics"), ["a.ics"]);
    }
}
