//! The columns of a table (栏): how wide they are, whether a phone has room for them, and those in
//! which nothing stands.
//!
//! Widths are measured in Latin letters; a Chinese character is as wide as two. Not here: what a
//! table is (`description`), and how wide a letter is on paper, in a document or on a picture.

use super::description::{Align, Orientation, RowKind, Table};

/// How many letters stand beside each other on a phone that is held upright, where most of the
/// texts may be broken once.
const PHONE: u32 = 57;
/// How many do in the app itself, which has margins of its own.
const PHONE_IN_APP: u32 = 53;
/// How many letters of this length a text has that need not be broken.
const SHORT: u32 = 20;
/// Between two columns, in tenths of a letter.
const BETWEEN: u32 = 15;
/// What a column of short texts keeps beside them where a column of long texts is given room, in
/// tenths of a letter.
const AIR: u32 = 20;

impl Table {
    /// Takes out the columns in which no row says anything; their room goes to the widest column of
    /// words, so that the others stand as in a table beside it. A table without rows, or with cells
    /// over several columns, stays as it is.
    pub fn drop_empty_columns(&mut self) {
        let count = self.columns.len();
        if self.rows.is_empty() || self.rows.iter().any(|row| row.cells.len() != count) {
            return;
        }
        for place in (0..count).rev() {
            if self.rows.iter().all(|row| row.cells[place].text.is_empty()) {
                let free = self.columns.remove(place).width;
                let words = self.columns.iter_mut();
                let words = words.filter(|column| column.align == Align::Start);
                if let Some(widest) = words.max_by_key(|column| column.width) {
                    widest.width = widest.width.saturating_add(free);
                }
                for row in &mut self.rows {
                    row.cells.remove(place);
                }
            }
        }
    }

    /// Whether a phone that is held upright has no room for the columns beside each other, so that
    /// they had better stand below each other there. A table of more columns than that is one of
    /// marks, which says nothing without what is beside them.
    pub fn is_wide(&self) -> bool {
        /// What is still read easily where a text is broken once.
        const BROKEN_ONCE: u32 = 16;
        let needed = (0..self.columns.len()).map(|place| {
            let longest = self.longest(place);
            let needed = match longest > SHORT {
                true => SHORT,
                false => longest.min(BROKEN_ONCE),
            };
            // The lines around a column take as much as a letter.
            needed + 1
        });
        !self.is_of_marks() && needed.sum::<u32>() > PHONE
    }

    /// How wide the columns are where so many letters stand beside each other, in tenths of a
    /// letter: by their shares, and so that no short text is broken while another column has room
    /// left.
    pub fn widths(&self, letters: u32) -> Vec<u32> {
        let room = letters * 10;
        let all: u32 = self.columns.iter().map(|one| u32::from(one.width)).sum();
        let shares = self.columns.iter().map(|one| u32::from(one.width));
        let mut widths: Vec<u32> = shares.map(|share| room * share / all.max(1)).collect();
        let longest: Vec<u32> = (0..widths.len()).map(|place| self.longest(place)).collect();
        let needed = |most: u32, place: usize| longest[place].min(most) * 10 + BETWEEN;
        // What is long is broken anyway; what is empty is written into.
        let can_be_broken = |place: usize| longest[place] > SHORT || self.is_empty_column(place);
        let short: Vec<u32> = (0..widths.len())
            .map(|place| needed(SHORT, place))
            .collect();
        let kept: Vec<u32> = (0..widths.len())
            .map(|place| match can_be_broken(place) {
                true => short[place].max(widths[place] * 3 / 4),
                false => short[place],
            })
            .collect();
        give(&mut widths, &short, &kept);
        let long: Vec<u32> = (0..widths.len())
            .map(|place| needed(3 * SHORT, place))
            .collect();
        let kept: Vec<u32> = (0..widths.len())
            .map(|place| match can_be_broken(place) {
                true => widths[place],
                false => short[place] + AIR,
            })
            .collect();
        give(&mut widths, &long, &kept);
        widths
    }

    /// The share of the width that each column has, as pages write it: `12.5%`. 100 in all. A table
    /// that phones show as one has the widths that are right there.
    pub fn percents(&self, orientation: Orientation) -> Vec<String> {
        let letters = match orientation {
            _ if !self.is_wide() && !self.is_of_marks() => PHONE_IN_APP,
            Orientation::Portrait => 96,
            Orientation::Landscape => 146,
        };
        let widths = self.widths(letters);
        let all: u32 = widths.iter().sum();
        let (mut before, mut reached) = (0, 0);
        let percents = widths.into_iter().map(|width| {
            before += width;
            let end = before * 1000 / all.max(1);
            let share = end - reached;
            reached = end;
            format!("{}.{}%", share / 10, share % 10)
        });
        percents.collect()
    }

    /// Whether there are more columns than can be read row by row.
    fn is_of_marks(&self) -> bool {
        /// The most columns of a table that is read row by row.
        const MOST_COLUMNS: usize = 10;
        self.columns.len() > MOST_COLUMNS
    }

    /// The texts of a column, without those that go over several columns.
    fn texts(&self, place: usize) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().filter(|row| row.kind != RowKind::Group);
        let rows = rows.filter(|row| row.cells.len() == self.columns.len());
        rows.filter_map(move |row| row.cells.get(place).map(|cell| cell.text.as_str()))
    }

    /// How long the longest line in a column is, its head included.
    fn longest(&self, place: usize) -> u32 {
        let head = self.columns.get(place);
        let head = head.map_or(0, |column| longest_word_in_bold(&column.head));
        let lines = self.texts(place).flat_map(str::lines);
        lines.map(length).max().unwrap_or(0).max(head)
    }

    fn is_empty_column(&self, place: usize) -> bool {
        self.texts(place).all(str::is_empty)
    }
}

/// Gives columns that are narrower than they need to be what others have above what they keep.
fn give(widths: &mut [u32], needed: &[u32], kept: &[u32]) {
    let lacks: Vec<u32> = widths
        .iter()
        .zip(needed)
        .map(|(has, needs)| needs.saturating_sub(*has))
        .collect();
    let spares: Vec<u32> = widths
        .iter()
        .zip(kept)
        .map(|(has, keeps)| has.saturating_sub(*keeps))
        .collect();
    let (lack, spare): (u32, u32) = (lacks.iter().sum(), spares.iter().sum());
    let moved = lack.min(spare);
    if moved == 0 {
        return;
    }
    for (width, (lacks, spares)) in widths.iter_mut().zip(lacks.iter().zip(&spares)) {
        *width = *width + lacks * moved / lack - (spares * moved).div_ceil(spare).min(*width);
    }
}

/// How long the longest word of a head is, in letters; bold Latin letters are wider. Chinese is one
/// word.
fn longest_word_in_bold(head: &str) -> u32 {
    let tenths = |one: char| if one.is_ascii() { 13 } else { 20 };
    let words = head.split([' ', '-']);
    let words = words.map(|word| word.chars().map(tenths).sum::<u32>().div_ceil(10));
    words.max().unwrap_or(0)
}

/// How long a line is, in letters.
fn length(line: &str) -> u32 {
    let characters = line.chars();
    characters
        .map(|one| if one.is_ascii() { 1 } else { 2 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handout::description::{Align, Cell};

    #[test]
    fn a_wide_table_is_told_from_one_that_a_phone_shows() {
        fn check(heads: &[&str], cells: &[&str], expected: bool) {
            let heads = heads.iter().map(|head| (*head, 1, Align::Start));
            let mut table = Table::of(heads);
            table.push(cells.iter().map(|cell| Cell::from(*cell)));
            assert_eq!(table.is_wide(), expected, "{table:?}");
        }

        check(
            &["星级", "满分", "得星线", "自评得分", "自查结果", "审核得分"],
            &["党建领航星", "100", "80", "90", "得 4 颗星", ""],
            false,
        );
        check(
            &["问题", "责任人", "完成时限", "措施和结果", "进度"],
            &[
                "公开栏的内容停在上个季度",
                "宣传委员",
                "12 月 2 日",
                "月底前换上这个季度的收支",
                "交办",
            ],
            true,
        );
        let mut months = vec!["责任事项", "频次"];
        let numbers = [
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
        ];
        months.extend(numbers);
        let mut marks = vec!["大事走四议两公开", "有事项时"];
        marks.extend(["●"; 12]);
        check(&months, &marks, false);
    }

    #[test]
    fn short_texts_are_not_broken_where_another_column_has_room() {
        fn check(columns: &[(&str, u16)], cells: &[&str], letters: u32, expected: &[u32]) {
            let columns = columns.iter();
            let columns = columns.map(|(head, width)| (*head, *width, Align::Start));
            let mut table = Table::of(columns);
            table.push(cells.iter().map(|cell| Cell::from(*cell)));
            assert_eq!(table.widths(letters), expected, "{table:?}");
        }

        // What has room stays as it is.
        check(
            &[("事项", 1), ("情况", 1)],
            &["党课", "已开"],
            60,
            &[300, 300],
        );
        // A day is not broken for a text that is broken anyway.
        let long = "每人定一名联系人，逐个打电话，还没登记的补登记";
        check(
            &[("完成时限", 1), ("措施", 5)],
            &["11 月 14 日", long],
            60,
            &[125, 475],
        );
        // Nor is a long text broken for the sake of an empty margin.
        check(
            &[("完成时限", 1), ("措施", 1)],
            &["11 月 14 日", long],
            60,
            &[145, 455],
        );
        // Where there is no room, the shares decide.
        check(&[("事项", 1), ("情况", 1)], &["党课", "已开"], 6, &[30, 30]);
        // What is written into keeps most of its room.
        check(
            &[("项目", 1), ("备注", 1)],
            &["农业面源污染与秸秆禁烧", ""],
            30,
            &[188, 112],
        );
    }

    #[test]
    fn empty_columns_are_taken_out() {
        let heads = ["时间", "表决", "议定事项"].map(|head| (head, 1, Align::Start));
        let mut table = Table::of(heads);
        table.drop_empty_columns();
        assert_eq!(table.columns.len(), 3);
        table.push(["1 月 9 日".into(), Cell::empty(), "排本月工作".into()]);
        table.push(["2 月 9 日".into(), Cell::empty(), Cell::empty()]);
        table.drop_empty_columns();
        let heads: Vec<&str> = table.columns.iter().map(|one| one.head.as_str()).collect();
        assert_eq!(heads, ["时间", "议定事项"]);
        assert!(table.rows.iter().all(|row| row.cells.len() == 2));
    }
}
