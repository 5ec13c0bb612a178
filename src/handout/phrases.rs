//! Where the title of a handout may end a line (断行): behind the name, between it and the period or
//! 「关于」, and behind the period, so that no line ends inside 「第四季度」 or 「表决结果单」. Chinese has no
//! spaces that would say so; other languages end their lines at theirs.
//!
//! Not here: how the lines are drawn. A phrase that is longer than a line is cut anywhere.

/// Behind these a period is over.
const ENDS_OF_A_PERIOD: [&str; 3] = ["季度", "年度", "半年"];
/// Behind these the name of an organisation is over, or a part of it.
const ENDS_OF_A_NAME: [&str; 3] = ["总支", "支部", "）"];
/// With these a name goes on that seemed to be over: 「党总支部」, 「支部委员会」.
const GOES_ON: [&str; 2] = ["部", "委员会"];
/// Before what a notice is about.
const BEFORE_A_MATTER: &str = "关于";

/// The phrases of a title, in their order; together they are the title.
pub fn phrases(title: &str) -> Vec<&str> {
    let mut phrases = Vec::new();
    let mut begun = 0;
    for (at, character) in title.char_indices() {
        let before = &title[begun..at];
        let is_behind_chinese = || {
            let last = before.trim_end().chars().next_back();
            last.is_some_and(|last| !last.is_ascii())
        };
        let begins = before.ends_with(' ') && character.is_ascii_digit()
            || title[at..].starts_with(BEFORE_A_MATTER);
        let is_behind = |ends: [&str; 3]| ends.iter().any(|end| before.ends_with(end));
        let goes_on = GOES_ON.iter().any(|more| title[at..].starts_with(more));
        let ends_a_name =
            is_behind(ENDS_OF_A_NAME) && !goes_on && !character.is_ascii() && character != '（';
        let ends = is_behind(ENDS_OF_A_PERIOD) || ends_a_name;
        if ends || begins && is_behind_chinese() {
            phrases.push(before);
            begun = at;
        }
    }
    phrases.push(&title[begun..]);
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_breaks_around_its_period() {
        fn check(title: &str, expected: &[&str]) {
            assert_eq!(phrases(title), expected);
            assert_eq!(phrases(title).concat(), title);
        }

        check(
            "红旗村党总支 2026 年第四季度五基五星自查情况",
            &["红旗村党总支 ", "2026 年第四季度", "五基五星自查情况"],
        );
        check(
            "第一党支部（含共建单位） 2026 年责任清单",
            &["第一党支部（含共建单位） ", "2026 年责任清单"],
        );
        check(
            "红旗村党总支部 2026 年责任清单",
            &["红旗村党总支部 ", "2026 年责任清单"],
        );
        check(
            "中共红旗村支部委员会 2026 年责任清单",
            &["中共红旗村支部委员会 ", "2026 年责任清单"],
        );
        check(
            "红旗村党总支 2026 年度书记述职报告",
            &["红旗村党总支 ", "2026 年度", "书记述职报告"],
        );
        check("党员大会记录", &["党员大会记录"]);
        check(
            "第一党支部（含共建单位）党员大会表决结果单",
            &["第一党支部（含共建单位）", "党员大会表决结果单"],
        );
        check("红旗村党总支工作交接单", &["红旗村党总支", "工作交接单"]);
        check(
            "红旗村党总支关于召开党员大会的通知",
            &["红旗村党总支", "关于召开党员大会的通知"],
        );
        check(
            "红旗村党总支: Self-check, Q4 2026",
            &["红旗村党总支: Self-check, Q4 2026"],
        );
        check("", &[""]);
    }
}
