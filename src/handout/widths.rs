//! How wide the columns of a table are (栏宽): no short word and no day is broken where there is
//! room, the table is as low as it can be, and what is left over goes to the shares that its
//! description gives.
//!
//! Widths are in tenths of a letter; a Chinese character is as wide as two letters. Not here: what
//! a table is (`description`), and where a text breaks (`unbroken`).

use super::description::{RowKind, Table};
use super::unbroken::{is_short_word, units, with_firm_spaces};
use crate::order::sorted_by_key;

/// How wide a text is that is better not broken, in tenths of a letter: sixteen Chinese characters.
const SHORT: u32 = 320;
/// What a column of longer texts has at least where there is room: six Chinese characters, or four.
const FEW_WORDS: [u32; 2] = [120, 80];
/// The longest piece for which a column is made wider.
const LONGEST_UNIT: u32 = 240;
/// Between two columns: a line, and what stays free beside it.
const BETWEEN: u32 = 18;
/// What a pen needs.
const TO_WRITE_IN: u32 = 120;
/// What begins an addition to a head.
const BEFORE_BRACKETS: char = '（';
/// By how much a table is handed out at a time.
const STEP: u32 = 5;
/// For whole texts a table may become higher by one part of this many.
const HIGHER: u32 = 20;

/// Says how wide a text is, in tenths of a letter, and whether it is bold.
pub type Ruler<'a> = &'a dyn Fn(&str, bool) -> u32;

/// How wide a text is by its letters, in whatever font.
pub fn in_letters(text: &str, bold: bool) -> u32 {
    let wide = |one: char| match one {
        '0'..='9' | 'A'..='Z' if bold => 13,
        '0'..='9' | 'A'..='Z' => 11,
        ' ' | '\u{a0}' => 8,
        one if one.is_ascii() && bold => 12,
        one if one.is_ascii() => 10,
        _ => 20,
    };
    text.chars().map(wide).sum()
}

/// What a column needs.
struct Needs {
    /// Its share of the room.
    share: u32,
    /// The longest piece that is not broken, with what stays free beside it.
    least: u32,
    /// The longest line in it, with what stays free beside it.
    longest: u32,
    /// The lines of its head and of each of its cells, by row.
    cells: Vec<Vec<u32>>,
}

impl Table {
    /// How wide the columns are where so many letters stand beside each other.
    pub fn widths(&self, letters: u32) -> Vec<u32> {
        self.widths_by(letters * 10, BETWEEN, &in_letters)
    }

    /// How wide the columns are in this room, with so much free between two texts, by a ruler of
    /// one's own.
    pub fn widths_by(&self, room: u32, between: u32, ruler: Ruler<'_>) -> Vec<u32> {
        let all: u32 = self.columns.iter().map(|one| u32::from(one.width)).sum();
        let columns: Vec<Needs> = (0..self.columns.len())
            .map(|place| {
                let share = room * u32::from(self.columns[place].width) / all.max(1);
                self.needs(place, share, between, ruler)
            })
            .collect();
        let mut least: Vec<u32> = columns.iter().map(|column| column.least).collect();
        let sum: u32 = least.iter().sum();
        if sum >= room {
            return least.iter().map(|one| one * room / sum.max(1)).collect();
        }
        let airy = FEW_WORDS.map(|few| {
            let columns = columns.iter();
            let airy = columns.map(|one| one.longest.min(few + between).max(one.least));
            airy.collect::<Vec<u32>>()
        });
        let fits = |airy: &Vec<u32>| airy.iter().sum::<u32>() <= room * 7 / 8;
        if let Some(airy) = airy.into_iter().find(fits) {
            least = airy;
        }
        let filled = |least: &[u32]| lowest(&columns, least, room, between);
        let (mut height, mut best) = filled(&least);
        // A text that is short stands on one line, unless others then take more of them.
        let short = columns.iter().enumerate().filter(|(_, column)| {
            column.longest > column.least && column.longest <= SHORT + between
        });
        let short = sorted_by_key(short, |(_, column)| column.longest - column.least);
        for (place, column) in short {
            let before = std::mem::replace(&mut least[place], column.longest);
            let fits = least.iter().sum::<u32>() <= room;
            match fits.then(|| filled(&least)) {
                Some((tried, widths)) if tried <= height + height / HIGHER => {
                    height = height.min(tried);
                    best = widths;
                }
                _ => least[place] = before,
            }
        }
        best
    }

    fn needs(&self, place: usize, share: u32, between: u32, ruler: Ruler<'_>) -> Needs {
        let head = with_firm_spaces(&self.columns[place].head);
        let whole = ruler(&head, true);
        // What is added in brackets may stand on a line of its own.
        let words = head
            .split([' ', '-'])
            .flat_map(|word| word.split_inclusive(BEFORE_BRACKETS));
        let words = words.map(|word| ruler(word.trim_end_matches(BEFORE_BRACKETS), true));
        let head = words.max().unwrap_or(0);
        let texts = self
            .rows
            .iter()
            .filter(|row| row.kind != RowKind::Group && row.cells.len() == self.columns.len());
        let texts: Vec<&str> = texts.map(|row| row.cells[place].text.as_str()).collect();
        let is_written_in = texts.iter().all(|text| text.is_empty());
        let lines = texts.iter().flat_map(|text| text.lines());
        let unit = lines.map(|line| longest_unit(line, ruler));
        let unit = unit.max().unwrap_or(0).max(head).min(LONGEST_UNIT) + between;
        let cells = texts.iter().map(|text| {
            let lines = text.lines().map(|line| ruler(line, false));
            lines.collect::<Vec<u32>>()
        });
        let cells: Vec<Vec<u32>> = std::iter::once(vec![whole]).chain(cells).collect();
        let longest = cells.iter().flatten().copied().max().unwrap_or(0);
        Needs {
            share,
            least: match is_written_in {
                true => unit.max(share.min(TO_WRITE_IN)),
                false => unit,
            },
            longest: longest + between,
            cells,
        }
    }
}

/// The longest piece of a line that is not broken.
fn longest_unit(line: &str, ruler: Ruler<'_>) -> u32 {
    if is_short_word(line) {
        return ruler(line, false);
    }
    let units = units(line).into_iter();
    let widths = units.map(|unit| ruler(unit.trim(), false));
    widths.max().unwrap_or(0)
}

/// The lower of two ways to fill the room, with its height: one in which every line weighs the
/// same, and one in which high cells weigh more.
fn lowest(columns: &[Needs], least: &[u32], room: u32, between: u32) -> (u32, Vec<u32>) {
    let [flat, steep] = [1, 3].map(|power| {
        let widths = filled(columns, least, room, between, power);
        (height_of(columns, &widths, between), widths)
    });
    if flat.0 < steep.0 { flat } else { steep }
}

/// Gives each column the least that it needs, then the room that is left to where it makes the
/// table lower, and what is still left to the shares.
fn filled(columns: &[Needs], least: &[u32], room: u32, between: u32, power: i32) -> Vec<u32> {
    let mut widths = least.to_vec();
    let mut left = room.saturating_sub(widths.iter().sum());
    let gain = |place: usize, width: u32| {
        let weight = |width| columns[place].weight(width, between, power);
        weight(width) - weight(width + STEP)
    };
    let mut gains: Vec<f64> = (0..widths.len()).map(|at| gain(at, widths[at])).collect();
    while left >= STEP {
        let most = gains
            .iter()
            .enumerate()
            .max_by(|one, other| one.1.total_cmp(other.1));
        let Some((place, _)) = most.filter(|(_, gain)| **gain > 0.0) else {
            break;
        };
        widths[place] += STEP;
        left -= STEP;
        gains[place] = gain(place, widths[place]);
    }
    let short = |place: usize, width: u32| columns[place].share.saturating_sub(width);
    let lacks: Vec<u32> = widths
        .iter()
        .enumerate()
        .map(|(at, one)| short(at, *one))
        .collect();
    let lack: u32 = lacks.iter().sum::<u32>().max(1);
    for (width, lacks) in widths.iter_mut().zip(lacks) {
        *width += lacks * left / lack;
    }
    widths
}

/// How many lines the table has at least.
fn height_of(columns: &[Needs], widths: &[u32], between: u32) -> u32 {
    let rows = columns.first().map_or(0, |column| column.cells.len());
    let heights = (0..rows).map(|row| {
        let cells = columns.iter().zip(widths).map(|(column, width)| {
            let width = width.saturating_sub(between).max(1);
            let lines = column.cells[row].iter();
            lines.map(|line| line.div_ceil(width).max(1)).sum::<u32>()
        });
        cells.max().unwrap_or(1)
    });
    heights.sum()
}

impl Needs {
    /// How much the heights of its cells weigh at this width: with a power, one of four lines
    /// weighs more than four of one, since the highest cell of a row decides on how high the row
    /// is.
    fn weight(&self, width: u32, between: u32, power: i32) -> f64 {
        let width = f64::from(width.saturating_sub(between).max(1));
        let cells = self.cells.iter().map(|lines| {
            let lines = lines.iter().map(|line| (f64::from(*line) / width).max(1.0));
            lines.sum::<f64>().powi(power)
        });
        cells.sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handout::description::{Align, Cell};
    use proptest::prelude::*;

    fn table(columns: &[(&str, u16)], rows: &[&[&str]]) -> Table {
        let columns = columns.iter();
        let columns = columns.map(|(head, width)| (*head, *width, Align::Start));
        let mut table = Table::of(columns);
        for row in rows {
            table.push(row.iter().map(|cell| Cell::from(*cell)));
        }
        table
    }

    #[test]
    fn short_texts_are_not_broken_where_another_column_has_room() {
        fn check(columns: &[(&str, u16)], cells: &[&str], letters: u32, expected: &[u32]) {
            let table = table(columns, &[cells]);
            assert_eq!(table.widths(letters), expected, "{table:?}");
        }

        // What has room stays as it is.
        check(
            &[("事项", 1), ("情况", 1)],
            &["党课", "已开"],
            60,
            &[300, 300],
        );
        // A day is not broken for a text that is broken anyway, whatever its share is.
        let long = "每人定一名联系人，逐个打电话，还没登记的补登记";
        check(
            &[("完成时限", 1), ("措施", 5)],
            &["11 月 14 日", long],
            60,
            &[126, 474],
        );
        check(
            &[("完成时限", 1), ("措施", 1)],
            &["11 月 14 日", long],
            60,
            &[127, 473],
        );
        // Where there is no room, the longest words decide.
        check(&[("事项", 1), ("情况", 1)], &["党课", "已开"], 6, &[30, 30]);
        // What is written into keeps what a pen needs.
        check(
            &[("项目", 1), ("备注", 1)],
            &["农业面源污染与秸秆禁烧", ""],
            30,
            &[178, 122],
        );
    }

    /// On the blank form the column of the items took two fifths of a phone, so that none of them
    /// was broken, and beside them every choice stood on two lines more.
    #[test]
    fn a_name_is_broken_beside_what_is_higher_anyway() {
        let bands = "□ 20 分：村规民约合法、公示、有执行案例，红白理事会等在运行\n\
                     □ 13 分：这四项里缺 1 项\n□ 6 分：这四项里缺 2 项";
        let found = table(
            &[("评分项", 5), ("分档（勾一档）", 13), ("得分", 3)],
            &[&["村规民约和红白理事会", bands, ""]],
        );
        let widths = found.widths(53);
        assert!(widths[0] * 100 / 530 < 30, "{widths:?}");
    }

    /// 「组织委员」 stood as 「组织委」 and 「员」, and 「完成时限」 lost its last character.
    #[test]
    fn words_that_stand_alone_are_never_broken() {
        let long = "外出党员逐个联系，没有登记的补上登记，月底前说明情况".repeat(3);
        let heads = ["序号", "问题", "责任人", "完成时限", "措施", "进度"].map(|head| (head, 1));
        let found = table(
            &heads,
            &[&["12", &long, "组织委员", "12 月 31 日", &long, "已销号"]],
        );
        for letters in [60, 96, 146] {
            let widths = found.widths(letters);
            for (place, text) in [
                (0, "序号"),
                (2, "组织委员"),
                (3, "12 月 31 日"),
                (5, "已销号"),
            ] {
                assert!(
                    widths[place] >= in_letters(text, false) + BETWEEN,
                    "{widths:?}"
                );
            }
        }
    }

    /// 「自查结果（截至 11 月 20 日）」 ended with 「日」 on a line of its own.
    #[test]
    fn a_day_in_a_head_is_whole() {
        let heads = ["五基", "自查结果（截至 11 月 20 日）", "审核结果"].map(|head| (head, 1));
        let widths = table(&heads, &[&["基本组织", "达标", ""]]).widths(50);
        assert!(
            widths[1] >= in_letters("11 月 20 日）", true) + BETWEEN,
            "{widths:?}"
        );
    }

    proptest! {
        #[test]
        fn no_more_than_the_room_is_given_and_nearly_all_of_it(
            texts in proptest::collection::vec("[甲乙，a-c0-9 □\n]{0,60}", 1..24),
            columns in 1_usize..8,
            letters in 10_u32..150,
        ) {
            let heads: Vec<(&str, u16)> = (0..columns).map(|_| ("项目", 2)).collect();
            let rows: Vec<Vec<&str>> = texts.chunks_exact(columns)
                .map(|row| row.iter().map(String::as_str).collect())
                .collect();
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            let widths = table(&heads, &rows).widths(letters);
            let sum: u32 = widths.iter().sum();
            prop_assert_eq!(widths.len(), columns);
            prop_assert!(sum <= letters * 10 && sum + 10 >= letters * 10, "{:?}", widths);
        }
    }
}
