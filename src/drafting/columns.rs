//! What a column of a table holds (列的含义), recognised by its head.
//!
//! Not here: what stands in the rows (`reading`).

use super::cells::{Cell, Table};
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// To which part an indicator belongs (类别、项目、一级指标).
    Group,
    /// The indicator (指标、内容).
    Item,
    /// What is asked of it (标准、要求).
    Standard,
    /// Its points (分值).
    Points,
    /// How they are given or taken off (评分办法).
    Scoring,
    /// What papers show it (佐证材料).
    Evidence,
    /// Who is to do it (责任人).
    Responsible,
    /// By when or how often (时限).
    Deadline,
    /// Nothing that a standard needs: numbers of rows, empty columns for marks, remarks.
    Nothing,
}

impl Column {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Group,
        Self::Item,
        Self::Standard,
        Self::Points,
        Self::Scoring,
        Self::Evidence,
        Self::Responsible,
        Self::Deadline,
        Self::Nothing,
    ];
}

/// The words of heads, with what they say. The first that a head contains decides, so that 「评分
/// 标准」 is not taken for 「标准」 nor 「自评分」 for 「分」.
const HEADS: [(&str, Column); 62] = [
    ("序号", Column::Nothing),
    ("编号", Column::Nothing),
    ("备注", Column::Nothing),
    ("自评", Column::Nothing),
    ("自查", Column::Nothing),
    ("得分", Column::Nothing),
    ("评定", Column::Nothing),
    ("复核", Column::Nothing),
    ("实得", Column::Nothing),
    ("扣分原因", Column::Nothing),
    ("评分办法", Column::Scoring),
    ("评分方法", Column::Scoring),
    ("评分标准", Column::Scoring),
    ("评分细则", Column::Scoring),
    ("评分依据", Column::Scoring),
    ("评分说明", Column::Scoring),
    ("计分", Column::Scoring),
    ("扣分", Column::Scoring),
    ("考核办法", Column::Scoring),
    ("考核方法", Column::Scoring),
    ("考评办法", Column::Scoring),
    ("考评方法", Column::Scoring),
    ("打分", Column::Scoring),
    ("评分项", Column::Item),
    ("分值", Column::Points),
    ("标准分", Column::Points),
    ("基本分", Column::Points),
    ("满分", Column::Points),
    ("分数", Column::Points),
    ("配分", Column::Points),
    ("赋分", Column::Points),
    ("佐证", Column::Evidence),
    ("印证", Column::Evidence),
    ("资料", Column::Evidence),
    ("材料", Column::Evidence),
    ("台账", Column::Evidence),
    ("责任人", Column::Responsible),
    ("责任单位", Column::Responsible),
    ("责任主体", Column::Responsible),
    ("责任领导", Column::Responsible),
    ("责任部门", Column::Responsible),
    ("牵头", Column::Responsible),
    ("时限", Column::Deadline),
    ("时间", Column::Deadline),
    ("频次", Column::Deadline),
    ("节点", Column::Deadline),
    ("周期", Column::Deadline),
    ("一级指标", Column::Group),
    ("类别", Column::Group),
    ("大类", Column::Group),
    ("分类", Column::Group),
    ("模块", Column::Group),
    ("项目", Column::Group),
    ("方面", Column::Group),
    ("指标", Column::Item),
    ("内容", Column::Item),
    ("事项", Column::Item),
    ("任务", Column::Item),
    ("标准", Column::Standard),
    ("要求", Column::Standard),
    ("目标", Column::Standard),
    ("措施", Column::Standard),
];

/// How many rows from the top the heads can be below.
const FIRST_ROWS: usize = 8;

/// What the head of a column says; `None` if it is no head that is known.
fn of_head(head: &str) -> Option<Column> {
    let head: String = head.split_whitespace().collect();
    // A head is short; a sentence that speaks of a standard is none.
    if head.is_empty() || head.chars().count() > 14 {
        return None;
    }
    let known = HEADS.iter().find(|(word, _)| head.contains(word));
    known.map(|(_, column)| *column).or(match head.as_str() {
        "分" | "权重" => Some(Column::Points),
        "责任" | "清单" | "责任清单" => Some(Column::Item),
        _ => None,
    })
}

/// The columns of a table, and the rows in which its heads stand: from which, and how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recognised {
    /// What each column holds.
    pub columns: Vec<Column>,
    /// The first row of the heads; `None` if there are none.
    pub head: Option<usize>,
    /// The first row below the heads.
    pub body: usize,
}

/// Recognises the columns by the row that has the most heads; heads may take two lines.
pub(super) fn recognised(table: &Table) -> Recognised {
    let known = |row: &[Cell]| {
        let heads = row.iter().filter(|cell| !cell.joined);
        heads.filter(|cell| of_head(&cell.text).is_some()).count()
    };
    let candidates = table.rows.iter().take(FIRST_ROWS).enumerate();
    let best = candidates.fold(None, |best: Option<(usize, usize)>, (place, row)| {
        let count = known(row);
        match best {
            Some((_, most)) if most >= count => best,
            _ if count >= 2 => Some((place, count)),
            _ => best,
        }
    });
    let Some((head, _)) = best else {
        return Recognised {
            columns: by_content(table),
            head: None,
            body: 0,
        };
    };
    let mut columns: Vec<Option<Column>> = table.rows[head]
        .iter()
        .map(|cell| of_head(&cell.text))
        .collect();
    // The first line of heads, where this is the second: what it names stands above an empty cell.
    let above = head.checked_sub(1).and_then(|above| table.rows.get(above));
    if let Some(above) = above.filter(|row| known(row) > 0) {
        for (place, column) in columns.iter_mut().enumerate() {
            let is_empty = table.rows[head]
                .get(place)
                .is_some_and(|cell| cell.text.is_empty());
            let named = above.get(place).filter(|_| is_empty || column.is_none());
            *column = column.or(named.and_then(|cell| of_head(&cell.text)));
        }
    }
    let mut body = head + 1;
    // The second line of heads: it names what a wide head has below it, and nothing else.
    if let Some(second) = table.rows.get(body) {
        let is_line_of_heads = second.iter().enumerate().all(|(place, cell)| {
            cell.text.is_empty()
                || of_head(&cell.text).is_some()
                || table.rows[head]
                    .get(place)
                    .is_some_and(|above| above.text == cell.text)
        });
        if is_line_of_heads && known(second) > 0 {
            for (column, cell) in columns.iter_mut().zip(second) {
                *column = of_head(&cell.text).or(*column);
            }
            body += 1;
        }
    }
    let columns = columns
        .into_iter()
        .map(|one| one.unwrap_or(Column::Nothing))
        .collect();
    Recognised {
        columns: with_an_item(columns, table, body),
        head: Some(head),
        body,
    }
}

/// Without heads: the longest texts are the indicators, a column of numbers their points.
fn by_content(table: &Table) -> Vec<Column> {
    let columns = vec![Column::Nothing; table.width()];
    let mut columns = with_an_item(columns, table, 0);
    let are_numbers = |place: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(place));
        let said = cells.filter(|cell| !cell.text.is_empty());
        let numbers = said.clone();
        let numbers =
            numbers.filter(|cell| super::numbers::whole_cell_tenths(&cell.text).is_some());
        said.clone().count() > 1 && numbers.count() == said.count()
    };
    if let Some(points) = (0..columns.len()).rev().find(|place| are_numbers(*place))
        && let Some(column) = columns.get_mut(points)
    {
        *column = Column::Points;
    }
    columns
}

/// The columns with one that holds the indicators: where no head says which, what is asked, or the
/// longest texts. Where several say so, the last one holds them and those before it are what they
/// belong to.
fn with_an_item(mut columns: Vec<Column>, table: &Table, body: usize) -> Vec<Column> {
    let of = |columns: &[Column], wanted: Column| {
        let places = columns.iter().enumerate();
        let places = places.filter(|(_, column)| **column == wanted);
        places.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let (items, groups) = (of(&columns, Column::Item), of(&columns, Column::Group));
    match items.split_last() {
        None => {
            let instead = match of(&columns, Column::Standard).first() {
                Some(standard) => Some(*standard),
                // 「考核项目」 twice: the last of them is the finer one.
                None if groups.len() > 1 => groups.last().copied(),
                None => longest(&columns, table, body),
            };
            if let Some(column) = instead.and_then(|place| columns.get_mut(place)) {
                *column = Column::Item;
            }
        }
        Some((last, others)) if !others.is_empty() => {
            let has_standard = columns.contains(&Column::Standard);
            // 「指标」 beside 「内容」: the first names it, the second says what is asked.
            match (others, has_standard, groups.is_empty()) {
                (_, false, false) => columns[*last] = Column::Standard,
                _ => others
                    .iter()
                    .for_each(|place| columns[*place] = Column::Group),
            }
        }
        Some(_) => {}
    }
    columns
}

/// The column without a meaning that has the longest texts.
fn longest(columns: &[Column], table: &Table, body: usize) -> Option<usize> {
    let length = |place: usize| -> usize {
        let rows = table.rows.iter().skip(body);
        let cells = rows
            .filter_map(|row| row.get(place))
            .filter(|cell| !cell.joined);
        cells.map(|cell| cell.text.chars().count()).sum()
    };
    let free = columns.iter().enumerate();
    let free = free.filter(|(_, column)| matches!(column, Column::Nothing | Column::Scoring));
    free.map(|(place, _)| place)
        .max_by_key(|place| length(*place))
}

#[cfg(test)]
mod tests {
    use super::super::cells::from_text;
    use super::*;

    #[test]
    fn heads_say_what_a_column_holds() {
        fn check(text: &str, expected: &[Column], body: usize) {
            let found = recognised(&from_text(text).unwrap());
            assert_eq!(
                (found.columns.as_slice(), found.body),
                (expected, body),
                "{text}"
            );
        }

        use Column::{
            Deadline, Evidence, Group, Item, Nothing, Points, Responsible, Scoring, Standard,
        };
        check(
            "序号\t考核项目\t考核内容\t分值\t评分标准\t自评分\n1\t班子\t配齐\t4\t缺一名扣1分\t",
            &[Nothing, Group, Item, Points, Scoring, Nothing],
            1,
        );
        check(
            "某县考核表\t\t\n类别\t指标\t标准分\na\tb\t5",
            &[Group, Item, Points],
            2,
        );
        check(
            "项目\t考核\t\n\t内容\t分值\na\tb\t5",
            &[Group, Item, Points],
            2,
        );
        check(
            "一级指标\t二级指标\t考核内容\t分值\na\tb\tc\t5",
            &[Group, Item, Standard, Points],
            1,
        );
        check(
            "责任清单\t完成时限\t责任人\t佐证材料\na\t每季度\t书记\t记录",
            &[Item, Deadline, Responsible, Evidence],
            1,
        );
        check("项目\t标准要求\t分数\na\tb\t5", &[Group, Item, Points], 1);
        // Without heads: the longest is the indicator, the numbers are points.
        check(
            "甲\t按期换届选举，手续齐全\t5\n乙\t党费按月交纳，有登记\t2.5",
            &[Nothing, Item, Points],
            0,
        );
    }
}
