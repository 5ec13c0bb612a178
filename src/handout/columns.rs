//! The columns of a table (栏): whether a phone has room for them, their shares as pages write them,
//! and those in which nothing stands.
//!
//! Not here: what a table is (`description`), and how wide its columns are (`widths`).

use super::description::{Align, Orientation, RowKind, Table};

/// How many letters stand beside each other on a phone that is held upright, where most of the
/// texts may be broken once.
const PHONE: u32 = 57;
/// How many do in the app itself, which has margins of its own.
const PHONE_IN_APP: u32 = 53;
/// How many letters of this length a text has that need not be broken.
const SHORT: u32 = 20;

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

    /// The share of the width that each column has on paper, as pages write it: `12.5%`. 100 in
    /// all.
    pub fn percents(&self, orientation: Orientation) -> Vec<String> {
        self.percents_of(match orientation {
            Orientation::Portrait => 96,
            Orientation::Landscape => 146,
        })
    }

    /// The same on a phone that is held upright; `None` if it shows the columns below each other,
    /// or as on paper.
    pub fn percents_on_phone(&self) -> Option<Vec<String>> {
        let is_one = !self.is_wide() && !self.is_of_marks();
        is_one.then(|| self.percents_of(PHONE_IN_APP))
    }

    fn percents_of(&self, letters: u32) -> Vec<String> {
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
