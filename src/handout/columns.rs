//! The columns of a table (栏): how wide they are, whether a phone has room for them, and those in
//! which nothing stands.
//!
//! Not here: what a table is (`description`).

use super::description::{RowKind, Table};

impl Table {
    /// Takes out the columns in which no row says anything. A table without rows, or with cells
    /// over several columns, stays as it is.
    pub fn drop_empty_columns(&mut self) {
        let count = self.columns.len();
        if self.rows.is_empty() || self.rows.iter().any(|row| row.cells.len() != count) {
            return;
        }
        for place in (0..count).rev() {
            if self.rows.iter().all(|row| row.cells[place].text.is_empty()) {
                self.columns.remove(place);
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
        /// What has room beside each other, in Latin letters.
        const ROOM: usize = 62;
        /// The most columns of a table that can be read row by row.
        const MOST_COLUMNS: usize = 10;
        let columns = self.columns.iter().enumerate();
        let needed = columns.map(|(place, column)| {
            let rows = self.rows.iter().filter(|row| row.kind == RowKind::Item);
            let cells = rows.filter_map(|row| row.cells.get(place));
            let texts = cells.map(|cell| cell.text.as_str());
            let longest = texts.chain([column.head.as_str()]).map(line_length).max();
            // The lines around a column take as much as a letter.
            longest.unwrap_or(0) + 1
        });
        self.columns.len() <= MOST_COLUMNS && needed.sum::<usize>() > ROOM
    }

    /// The share of the width that each column has, as pages write it: `12.5%`. 100 in all.
    pub fn percents(&self) -> Vec<String> {
        let all: u32 = self.columns.iter().map(|one| u32::from(one.width)).sum();
        let (mut before, mut reached) = (0, 0);
        let percents = self.columns.iter().map(|column| {
            before += u32::from(column.width);
            let end = before * 1000 / all.max(1);
            let share = end - reached;
            reached = end;
            format!("{}.{}%", share / 10, share % 10)
        });
        percents.collect()
    }
}

/// How long the longest line of a text is, in Latin letters; a text that may go over several lines
/// counts no more than what is easily read.
fn line_length(text: &str) -> usize {
    /// Ten Chinese characters.
    const ENOUGH: usize = 20;
    let length = |line: &str| -> usize {
        let characters = line.chars();
        characters
            .map(|one| if one.is_ascii() { 1 } else { 2 })
            .sum()
    };
    text.lines().map(length).max().unwrap_or(0).min(ENOUGH)
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
