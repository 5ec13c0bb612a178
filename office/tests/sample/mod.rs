//! A handout with everything in it that a handout may have.

use wuxing::handout::{Align, Block, Cell, Handout, Orientation, Row, RowKind, Table, Tone};

/// The handout, with this many rows in its long table.
pub fn handout(rows: usize) -> Handout {
    Handout {
        file_name: "红旗村党总支2026年第四季度自查情况".to_owned(),
        title: "红旗村党总支2026年第四季度五基五星自查情况".to_owned(),
        subtitle: "自查日期 2026年11月28日".to_owned(),
        orientation: Orientation::Portrait,
        blocks: vec![
            Block::Facts(vec![
                ("组织".to_owned(), "红旗村党总支".to_owned()),
                (
                    "标准".to_owned(),
                    "村参考标准 2026.1（7f3a-90c2）".to_owned(),
                ),
                ("届满日".to_owned(), "2029年3月".to_owned()),
            ]),
            Block::Paragraph {
                text:
                    "本季度我支部对照五基达标37项指标逐项自查，达标31项、部分达标3项、未达标2项，\
                       1项还没到期。问题均已列入整改台账，明确了责任人和期限。\n\
                       下一步重点补齐党员大会和主题党日记录。"
                        .to_owned(),
                tone: Tone::Text,
            },
            Block::Heading("一、五基达标".to_owned()),
            Block::Table(long_table(rows)),
            Block::Heading("二、得分".to_owned()),
            Block::Table(scores()),
            Block::Paragraph {
                text: "须由上级核定的以上级核定为准。".to_owned(),
                tone: Tone::Strong,
            },
            Block::Lines(2),
            Block::Signatures(vec![
                "书记签字".to_owned(),
                "盖章".to_owned(),
                "日期".to_owned(),
            ]),
            Block::PageBreak,
            Block::Heading("三、空白表".to_owned()),
            Block::Table(empty_form()),
            Block::Paragraph {
                text: "自查参考，不作为评比依据。<&> \u{1}".to_owned(),
                tone: Tone::Small,
            },
        ],
        foot: "自查参考，以本地正式文件为准 & 7f3a-90c2".to_owned(),
        language: "zh-CN".to_owned(),
    }
}

fn long_table(rows: usize) -> Table {
    let columns = [
        ("序号", 1, Align::Middle),
        ("指标", 5, Align::Start),
        ("判定", 2, Align::Middle),
        ("应/实", 2, Align::End),
    ];
    let mut table = Table::of(columns);
    table.push_group("基本组织");
    for number in 1..=rows {
        let count = i64::try_from(number).unwrap_or(i64::MAX);
        table.push([
            Cell::number(count),
            "=每季度召开党员大会，议题提前三天通知，到会过半方可召开，表决情况记录在案".into(),
            if number % 7 == 0 {
                "未达标"
            } else {
                "达标"
            }
            .into(),
            "4/4".into(),
        ]);
    }
    table
}

fn scores() -> Table {
    let columns = [
        ("星", 3, Align::Start),
        ("自评", 1, Align::End),
        ("核定", 1, Align::End),
    ];
    let mut table = Table::of(columns);
    table.caption = "五星得分/2026".to_owned();
    table.push(["党建领航星".into(), Cell::number(92), Cell::empty()]);
    table.push(["富民强村星".into(), Cell::number(-3), Cell::empty()]);
    table.rows.push(Row {
        kind: RowKind::Total,
        cells: vec!["合计".into(), Cell::number(89), Cell::empty()],
    });
    table
}

fn empty_form() -> Table {
    let mut table = Table::of([("时间", 1, Align::Middle), ("内容", 3, Align::Start)]);
    for _ in 0..4 {
        table.push([Cell::empty(), Cell::empty()]);
    }
    table
}
