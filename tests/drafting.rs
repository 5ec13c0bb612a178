//! Schemes as places publish them, pasted as they come from a spreadsheet, a word processor or a
//! web page: each becomes a standard without typing what stands in the table.
//!
//! The fixtures have the structure of published schemes, in words of our own.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "drafting/any_edits.rs"]
mod any_edits;
#[path = "drafting/editing.rs"]
mod editing;
#[path = "drafting/editing_awards.rs"]
mod editing_awards;
#[path = "drafting/editing_duties.rs"]
mod editing_duties;

use proptest::prelude::*;
use wuxing::assessment::verification;
use wuxing::drafting::{
    Cell, Column, Doubt, Draft, Reading, RowKind, Table, Way, from_html, from_text, pack_of, read,
};
use wuxing::exchange::{Document, ImportIssue, NoForeignEncoding, open};
use wuxing::period::Frequency;
use wuxing::standard::{OrganizationType, ScoredBy, StandardPack, VetoEffect, validate};

fn packed(draft: &Draft) -> (Reading, StandardPack) {
    let reading = read(draft);
    let day = "2026-11-28".parse().unwrap();
    let kind = OrganizationType::Village;
    let pack = pack_of(draft, &reading, "local.test", "2026.1", kind, day);
    assert_eq!(validate(&pack), [], "{pack:#?}");
    assert_eq!(verification::verify(&pack), []);
    (reading, pack)
}

fn html(text: &str) -> Draft {
    Draft::of(from_html(text).unwrap())
}

fn text(text: &str) -> Draft {
    Draft::of(from_text(text).unwrap())
}

/// The parts with their points, and each indicator with its points and how it is scored.
fn outline(pack: &StandardPack) -> Vec<String> {
    let mut lines = Vec::new();
    for star in &pack.stars {
        let pass = star.pass.map(|pass| pack.points(pass).to_string());
        let weight = star
            .weight_percent
            .map_or(String::new(), |weight| format!(" x{weight}%"));
        lines.push(format!(
            "{} {} from {}{weight}",
            star.title.zh,
            pack.points(star.maximum),
            pass.unwrap()
        ));
        for one in &star.indicators {
            let how = match one.scored_by() {
                ScoredBy::Bands => {
                    let scores = one
                        .bands
                        .iter()
                        .map(|band| pack.points(band.score).to_string());
                    format!("bands {}", scores.collect::<Vec<_>>().join("/"))
                }
                ScoredBy::Entered => "entered".to_owned(),
                ScoredBy::Deductions => {
                    let all = one.deductions.iter();
                    let all =
                        all.map(|one| format!("{} -{}", one.title.zh, pack.points(one.points)));
                    all.collect::<Vec<_>>().join(", ")
                }
            };
            lines.push(format!(
                "  {} {}: {how}",
                one.title.zh,
                pack.points(one.maximum)
            ));
        }
    }
    lines
}

#[test]
fn a_hundred_marks_with_merged_categories() {
    let draft = html(include_str!("fixtures/schemes/hundred-marks.html"));
    let (reading, pack) = packed(&draft);
    assert_eq!(pack.title.zh, "创建标准化党支部百分制考核细则");
    assert_eq!(
        outline(&pack),
        [
            "好的班子 16 from 9.6",
            "  班子健全 4: 缺1名委员 -1, 该设支委会没有设 -4",
            "  书记作用发挥好 4: 未讲党课 -0.5, 未述职 -1",
            "  班子团结廉洁 8: bands 8/6/4/0",
            "好的队伍 6 from 3.6",
            "  按程序发展党员 4: 程序每缺一步 -0.5",
            "  流动党员有人联系 2: 每有1名失去联系 -0.5",
        ]
    );
    assert_eq!(
        pack.stars[0].indicators[0].evidence,
        ["换届批复", "委员分工"]
    );
    assert_eq!(reading.doubts(), 0, "{reading:#?}");
}

#[test]
fn parts_that_count_by_weights_with_choices_and_vetoes() {
    let draft = text(include_str!("fixtures/schemes/weighted.tsv"));
    let (reading, pack) = packed(&draft);
    assert_eq!(
        outline(&pack),
        [
            "A 日常建设 100 from 60 x20%",
            "  组织设置规范 20: bands 20/15/10/0",
            "  组织生活正常开展 40: 每缺一次 -5",
            "  党费按月收交 40: 未按月收交的，每次 -2.5",
            "B 作用发挥 100 from 60 x80%",
            "  服务师生有成效 60: bands 60/45/30/0",
            "  教学科研带头 40: entered",
        ]
    );
    let grades: Vec<(u32, &str)> = pack
        .award
        .grades
        .iter()
        .map(|one| (one.at_least, one.title.zh.as_str()))
        .collect();
    assert_eq!(
        grades,
        [(90, "优秀"), (75, "良好"), (60, "合格"), (0, "不合格")]
    );
    let vetoes: Vec<&str> = pack
        .vetoes
        .iter()
        .map(|one| one.title.zh.as_str())
        .collect();
    assert_eq!(vetoes, ["发生严重师德失范", "材料弄虚作假"]);
    assert_eq!(pack.vetoes[0].effect, VetoEffect::GradeAtBest(3));
    let doubtful: Vec<&str> = reading
        .found
        .iter()
        .filter(|one| one.doubts == [Doubt::AtDiscretion])
        .map(|one| one.title.as_str())
        .collect();
    assert_eq!((doubtful, reading.doubts()), (vec!["教学科研带头"], 1));
}

#[test]
fn headings_as_rows_and_points_in_the_text() {
    let draft = text(include_str!("fixtures/schemes/headings.csv"));
    let (reading, pack) = packed(&draft);
    assert_eq!(
        outline(&pack),
        [
            "组织建设 20 from 12",
            "  按期换届 10: 未按时换届 -5, 手续每缺一项 -1",
            "  阵地建设 10: 每少一项 -1",
            "党员教育 15 from 9",
            "  三会一课 10: 每少一次 -1",
            "  主题党日 5: 每少一次 -0.5",
        ]
    );
    assert_eq!(reading.doubts(), 0, "{reading:#?}");
}

#[test]
fn half_points_under_two_lines_of_heads_with_a_capped_bonus() {
    let draft = text(include_str!("fixtures/schemes/half-points.tsv"));
    let (reading, pack) = packed(&draft);
    assert_eq!(
        outline(&pack),
        [
            "责任落实 4 from 2.4",
            "  党建工作责任制 2.5: 缺计划 -1, 缺总结 -1.5",
            "  书记述职 1.5: 未述职 -1.5",
            "组织生活 6 from 3.6",
            "  支部党员大会 2.5: 每少一次 -0.5",
            "  组织生活会 3.5: 未召开 -3.5, 查摆不到位 -0.5",
        ]
    );
    let bonus = &pack.bonuses[0];
    assert_eq!(
        (bonus.title.zh.as_str(), bonus.cap),
        ("经验做法被推广", Some(50))
    );
    let options: Vec<(&str, u32)> = bonus
        .options
        .iter()
        .map(|one| (one.title.zh.as_str(), one.points))
        .collect();
    assert_eq!(options, [("国家级", 30), ("省级", 20)]);
    assert_eq!(reading.doubts(), 0, "{reading:#?}");
    // What is put right stands before what the text says; the text's own cap won, and nothing
    // came of it.
    let row = reading
        .found
        .iter()
        .find(|one| one.title == "经验做法被推广");
    let (row, mut draft) = (row.unwrap().row, draft);
    draft.correct(row, |one| one.points = Some(80));
    assert_eq!(packed(&draft).1.bonuses[0].cap, Some(80));
}

#[test]
fn a_list_of_duties_without_points_is_asked_for_verdicts() {
    let draft = html(include_str!("fixtures/schemes/duties.html"));
    let (reading, pack) = packed(&draft);
    assert!(pack.stars.is_empty());
    let basics: Vec<(&str, usize)> = pack
        .basics
        .iter()
        .map(|one| (one.title.zh.as_str(), one.indicators.len()))
        .collect();
    assert_eq!(basics, [("思想建设", 2), ("组织建设", 3), ("作风建设", 2)]);
    let frequencies: Vec<Frequency> = pack.indicators().map(|one| one.frequency).collect();
    use Frequency::{Event, Month, Quarter, Year};
    assert_eq!(
        frequencies,
        [Year, Month, Month, Year, Quarter, Quarter, Event]
    );
    assert_eq!(
        pack.basics[1].indicators[0].criterion.zh,
        "召开支委会（书记 · 每月）"
    );
    assert_eq!(reading.doubts(), 0, "{reading:#?}");
}

#[test]
fn what_is_put_right_is_taken() {
    let mut draft = text(include_str!("fixtures/schemes/weighted.tsv"));
    let row = read(&draft)
        .found
        .iter()
        .find(|one| one.title == "教学科研带头")
        .unwrap()
        .row;
    draft.correct(row, |one| one.way = Some(Way::Bands));
    draft.correct(row, |one| one.title = Some("科研带头".to_owned()));
    let (reading, pack) = packed(&draft);
    assert_eq!(reading.doubts(), 0);
    let item = &pack.stars[1].indicators[1];
    assert_eq!((item.title.zh.as_str(), item.bands.len()), ("科研带头", 2));
    draft.correct(row, |one| one.points = Some(405));
    assert_eq!(packed(&draft).1.stars[1].indicators[1].maximum, 405);
    draft.correct(row, |one| one.kind = Some(RowKind::Nothing));
    assert_eq!(packed(&draft).1.stars[1].indicators.len(), 1);
    // The head of a column can be another one.
    let scoring = draft
        .columns
        .iter()
        .position(|one| *one == Column::Scoring)
        .unwrap();
    draft.columns[scoring] = Column::Nothing;
    let entered = packed(&draft).1;
    let items = entered.stars.iter().flat_map(|star| &star.indicators);
    assert!(
        items
            .into_iter()
            .all(|one| one.scored_by() == ScoredBy::Entered)
    );
}

#[test]
fn a_part_whose_points_do_not_add_up_is_doubtful() {
    let draft = text("项目\t内容\t分值\n组织（20分）\t按期换届\t10\n\t阵地建设\t5\n");
    let (reading, _) = packed(&draft);
    let expected = Doubt::SumDiffers {
        says: 200,
        comes_to: 150,
    };
    assert_eq!(reading.parts[0].doubts, [expected]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever is pasted, and whatever is put right, what comes of it is a sound pack.
    #[test]
    fn any_table_at_all_comes_to_a_sound_pack(
        rows in prop::collection::vec(prop::collection::vec(prop::sample::select(vec![
            "", "项目", "内容", "分值", "评分标准", "一、组织（20分）", "加分项", "一票否决", "10",
            "2.5", "0", "99999", "每少一次扣0.5分", "好20分、较好15分、差0分", "合计", "按期换届",
            "（占20%）", "A（占100%）", "90分以上为优秀，60分以下为不合格", "扣0分", "得5分，得3分",
        ]), 2..5), 1..12),
        body in 0..3_u32,
        ways in prop::collection::vec((0..12_usize, 0..4_usize, 0..6_usize), 0..6),
    ) {
        let cells = |row: Vec<&str>| row.into_iter().map(Cell::of).collect();
        let mut draft = Draft::of(Table::of(rows.into_iter().map(cells).collect()));
        draft.body = body;
        for (row, way, kind) in ways {
            let all = [Way::Deductions, Way::Bands, Way::Entered, Way::Verdict];
            let kinds = [RowKind::Group, RowKind::Item, RowKind::Continued, RowKind::Nothing];
            draft.correct(row, |one| {
                one.way = Some(all[way]);
                one.kind = kinds.get(kind).copied();
            });
        }
        packed(&draft);
    }
}

/// The example of `docs/making-a-standard.md` opens, and comes out as it says.
#[test]
fn the_example_for_authors_opens() {
    let bytes = include_bytes!("../examples/own-standard.json");
    let opened = open(bytes, &NoForeignEncoding).unwrap();
    assert!(
        opened
            .issues
            .iter()
            .all(|one| *one == ImportIssue::NoChecksum),
        "{:?}",
        opened.issues
    );
    let Some(Document::Standard(stored)) = opened.documents.first() else {
        unreachable!("it holds a standard");
    };
    assert_eq!(verification::verify(&stored.pack), []);
    assert_eq!(stored.pack.stars[0].weight_percent, Some(40));
}
