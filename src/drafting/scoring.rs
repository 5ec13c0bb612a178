//! How an indicator comes to its points (计分办法), read from the sentences of a table: 「每少一次扣 0.5
//! 分，扣完为止」, 「好 20 分、较好 15 分、一般 10 分」, 「全部完成得 5 分，否则不得分」.
//!
//! Not here: how many points there are (`reading`).

use super::numbers::{first_tenths, without_ordinal};
use serde::{Deserialize, Serialize};

/// Which way of scoring is taken (怎样计分).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Points are taken off.
    Deductions,
    /// One of several bands.
    Bands,
    /// The points are put in.
    Entered,
    /// Met or not: no points.
    Verdict,
}

/// What a text says of scoring; every number in tenths of a point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scoring {
    /// What takes points off: the case, and the points of each time; `None` where all go at once
    /// (不得分).
    pub deductions: Vec<(String, Option<u32>)>,
    /// What each band needs and gives, the best first.
    pub bands: Vec<(String, u32)>,
    /// Whether points are taken off without a number being named (酌情扣分, 扣 1—2 分).
    pub is_discretionary: bool,
    /// The most points that can be taken off or given, where the text says so.
    pub most: Option<u32>,
}

/// The words for choices that stand alone before a number.
const CHOICES: [&str; 14] = [
    "优秀",
    "良好",
    "较好",
    "一般",
    "较差",
    "合格",
    "不合格",
    "好",
    "中",
    "差",
    "优",
    "良",
    "是",
    "有",
];

impl Scoring {
    /// What this text says.
    pub fn of(text: &str) -> Self {
        let mut found = Self::default();
        for sentence in text.split(['。', '；', ';', '\n']) {
            found.sentence(sentence);
        }
        found.bands = found.sound_bands();
        found
    }

    /// The way that the text itself asks for.
    pub fn way(&self) -> Way {
        match (self.deductions.is_empty(), self.bands.is_empty()) {
            (false, _) => Way::Deductions,
            (true, false) => Way::Bands,
            (true, true) => Way::Entered,
        }
    }

    fn sentence(&mut self, sentence: &str) {
        // What stands before the comma is the case of the clause behind it: 「未按时召开的，扣 1 分」.
        let mut case = String::new();
        for clause in sentence.split(['，', ',', '、']) {
            let clause = without_ordinal(clause.trim());
            if clause.is_empty() {
                continue;
            }
            if self.is_most(clause) {
                case.clear();
            } else if let Some((before, after)) = clause.split_once('扣') {
                self.taken_off(&joined(&case, before), after);
                case.clear();
            } else if let Some((before, _)) = clause.split_once("不得分") {
                let title = named_case(&joined(&case, before));
                match self.bands.is_empty() {
                    true => self.deductions.push((title, None)),
                    false => self.bands.push((title, 0)),
                }
                case.clear();
            } else if self.given(&case, clause) {
                case.clear();
            } else {
                case = joined(&case, clause);
            }
        }
    }

    /// Whether a clause says where it ends: 「扣完为止」, 「最多扣 2 分」, 「累计不超过 5 分」.
    fn is_most(&mut self, clause: &str) -> bool {
        let ends = ["为止", "最多", "最高", "不超过", "封顶", "上限"];
        if !ends.iter().any(|word| clause.contains(word)) {
            return false;
        }
        let number = first_tenths(clause);
        // 「扣分最多不超过…」 names it; 「扣完为止」 does not.
        self.most = number.map(|(number, _)| number).or(self.most);
        true
    }

    /// What stands before and behind 「扣」.
    fn taken_off(&mut self, case: &str, after: &str) {
        let Some((points, rest)) = first_tenths(after) else {
            self.is_discretionary |= !after.starts_with('完');
            return;
        };
        let is_range = rest
            .trim_start()
            .starts_with(['-', '—', '－', '~', '～', '至', '到']);
        if is_range || !rest.trim_start().starts_with('分') || case.contains("酌情") {
            self.is_discretionary = true;
        } else if points > 0 {
            self.deductions.push((named_case(case), Some(points)));
        }
    }

    /// Whether a clause gives points: 「完成得 5 分」, 「较好 15 分」, 「好（20分）」.
    fn given(&mut self, case: &str, clause: &str) -> bool {
        let Some(start) = clause.find(|one: char| one.is_ascii_digit()) else {
            return false;
        };
        let (before, number) = clause.split_at(start);
        let before = before.trim().trim_end_matches(['（', '(', '：', ':']);
        let verb = ["得", "计", "记", "加"]
            .iter()
            .find_map(|verb| before.strip_suffix(verb));
        let Some((points, rest)) = first_tenths(number) else {
            return false;
        };
        if !rest.trim_start().starts_with('分') {
            // 「80% 以上得 5 分」: the first number is none of points.
            let mut from_behind = clause.char_indices().rev();
            let is_verb = |(_, one): &(usize, char)| matches!(one, '得' | '计' | '记');
            let Some((place, verb)) = from_behind.find(is_verb) else {
                return false;
            };
            let (before, after) = clause.split_at(place);
            let given = first_tenths(&after[verb.len_utf8()..]);
            let Some((points, _)) = given.filter(|(_, rest)| rest.trim_start().starts_with('分'))
            else {
                return false;
            };
            self.bands.push((named_case(&joined(case, before)), points));
            return true;
        }
        let is_choice =
            CHOICES.contains(&before) || CHOICES.contains(&before.trim_end_matches("的"));
        match (verb, is_choice) {
            (Some(when), _) => self.bands.push((named_case(&joined(case, when)), points)),
            (None, true) => self.bands.push((before.to_owned(), points)),
            (None, false) => return false,
        }
        true
    }

    /// The bands if they descend; a single one, or a muddle, is none.
    fn sound_bands(&self) -> Vec<(String, u32)> {
        let descend = self.bands.is_sorted_by(|better, worse| better.1 > worse.1);
        match descend && self.bands.len() > 1 {
            true => self.bands.clone(),
            false => Vec::new(),
        }
    }
}

fn joined(case: &str, more: &str) -> String {
    match (case.is_empty(), more.is_empty()) {
        (true, _) => more.trim().to_owned(),
        (_, true) => case.to_owned(),
        (false, false) => format!("{case}，{}", more.trim()),
    }
}

/// The case as a name: without the words that only lead to the number.
fn named_case(case: &str) -> String {
    let mut case = case
        .trim()
        .trim_end_matches(['：', ':', '，', '的', '者'])
        .trim();
    if case.ends_with("否则") || case == "否" {
        return "其他".to_owned();
    }
    case = case.trim_end_matches('则').trim_end_matches('，');
    for word in ["一律", "每项", "将"] {
        if case.len() > word.len() {
            case = case.trim_end_matches(word).trim_end_matches('，');
        }
    }
    match case {
        "" => "不符合要求".to_owned(),
        case => case.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deductions_are_read() {
        fn check(text: &str, expected: &[(&str, Option<u32>)], most: Option<u32>) {
            let found = Scoring::of(text);
            let deductions: Vec<(&str, Option<u32>)> = found
                .deductions
                .iter()
                .map(|(case, points)| (case.as_str(), *points))
                .collect();
            assert_eq!(
                (deductions.as_slice(), found.most),
                (expected, most),
                "{text}"
            );
        }

        check("每少一次扣0.5分，扣完为止", &[("每少一次", Some(5))], None);
        check(
            "每少开一次扣 1 分，最多扣 3 分。",
            &[("每少开一次", Some(10))],
            Some(30),
        );
        check(
            "未按时换届的，扣2分；缺1名委员扣1分",
            &[("未按时换届", Some(20)), ("缺1名委员", Some(10))],
            None,
        );
        check(
            "未开展的不得分，每缺一份记录扣0.5分",
            &[("未开展", None), ("每缺一份记录", Some(5))],
            None,
        );
        check(
            "1.缺一项扣1分。2.记录不全扣0.5分。",
            &[("缺一项", Some(10)), ("记录不全", Some(5))],
            None,
        );
        check("视情况酌情扣分", &[], None);
        check("扣1—2分", &[], None);
        check("没有数字", &[], None);
    }

    #[test]
    fn bands_are_read() {
        fn check(text: &str, expected: &[(&str, u32)]) {
            let found = Scoring::of(text);
            let bands: Vec<(&str, u32)> = found
                .bands
                .iter()
                .map(|(when, points)| (when.as_str(), *points))
                .collect();
            assert_eq!(bands, expected, "{text}");
        }

        check(
            "好20分、较好15分、一般10分、差0分",
            &[("好", 200), ("较好", 150), ("一般", 100), ("差", 0)],
        );
        check(
            "优秀得10分，良好得8分，一般得5分",
            &[("优秀", 100), ("良好", 80), ("一般", 50)],
        );
        check(
            "全部完成得5分，完成80%以上得3分，否则不得分",
            &[("全部完成", 50), ("完成80%以上", 30), ("其他", 0)],
        );
        // What rises is a count and no choice.
        check("国家级得1分，省级得2分", &[]);
        check("每少一次扣1分", &[]);
    }

    #[test]
    fn discretion_is_named() {
        for text in ["视情况酌情扣分", "酌情扣1分", "扣1-2分", "扣0.5至1分"] {
            let found = Scoring::of(text);
            assert!(found.is_discretionary, "{text}");
            assert_eq!(found.way(), Way::Entered, "{text}");
        }
        assert!(!Scoring::of("每次扣1分，扣完为止").is_discretionary);
    }
}
