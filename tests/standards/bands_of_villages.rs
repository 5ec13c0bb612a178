//! What the bands of the stars of villages mean: Party work and prosperity.
//!
//! Not here: the other three stars (`bands_of_village_life`).

use super::bands::{Meanings, shares, sum, written};
use std::collections::BTreeMap;

/// No (0) and yes (1).
const YES_NO: &[i32] = &[0, 1];
/// A share in percent that the sentences speak of, with its neighbours.
const PERCENT: &[i32] = &[0, 59, 60, 69, 70, 79, 80, 84, 85, 89, 90, 94, 95, 99, 100];

/// One entry for each scored indicator.
pub fn entries() -> BTreeMap<&'static str, Meanings> {
    let mut all = party();
    all.extend(prosperity());
    all
}

fn party() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        // How each of the three stands: 0 in order, 1 to be made good in time, 2 overdue.
        ("VA1", {
            written(
                &[&[0, 1, 2], &[0, 1, 2], &[0, 1, 2]],
                vec![
                    ("设置、换届、委员三项都合规", |c| sum(c) == 0),
                    ("三项里有待补的，都没有超期", |c| {
                        sum(c) > 0 && !c.contains(&2)
                    }),
                    ("三项里有超期的", |c| c.contains(&2)),
                ],
            )
        }),
        ("VA2", shares("应开次数完成", &[95, 80, 60], None)),
        // Rated good; the share of those satisfied, -1 where nobody was asked.
        ("VA3", {
            written(
                &[YES_NO, &[-1, 0, 59, 60, 79, 80, 89, 90, 100]],
                vec![
                    ("述职评价“好”，或满意率 90% 以上", |c| {
                        c[0] == 1 || c[1] >= 90
                    }),
                    (
                        "评价不是“好”，满意率 80% 以上、不到 90%",
                        |c| c[0] == 0 && (80..90).contains(&c[1]),
                    ),
                    (
                        "评价不是“好”，满意率 60% 以上、不到 80%",
                        |c| c[0] == 0 && (60..80).contains(&c[1]),
                    ),
                    (
                        "评价不是“好”，满意率不到 60% 或没有测评",
                        |c| c[0] == 0 && c[1] < 60,
                    ),
                ],
            )
        }),
        ("VA4", {
            written(
                &[PERCENT, YES_NO],
                vec![
                    ("学时达标率 95% 以上，发展程序无缺", |c| {
                        c[0] >= 95 && c[1] == 1
                    }),
                    ("学时达标率、发展程序，缺 1 项", |c| {
                        (c[0] >= 95) != (c[1] == 1)
                    }),
                    ("学时达标率、发展程序，都没做到", |c| {
                        c[0] < 95 && c[1] == 0
                    }),
                ],
            )
        }),
        // The most steps that are missing in one of the matters.
        ("VA5", {
            written(
                &[&[0, 1, 2, 3, 4, 5, 6]],
                vec![
                    ("抽看的重大事项，六步齐全", |c| c[0] == 0),
                    ("抽看的重大事项，最多缺 1 步", |c| c[0] == 1),
                    ("抽看的重大事项，有缺 2 步以上的", |c| {
                        c[0] >= 2
                    }),
                ],
            )
        }),
        ("VA6", {
            written(
                &[PERCENT],
                vec![
                    ("网格、党员中心户联户覆盖 100%", |c| c[0] == 100),
                    ("联户覆盖 80% 以上、不到 100%", |c| {
                        (80..100).contains(&c[0])
                    }),
                    ("联户覆盖不到 80%", |c| c[0] < 80),
                ],
            )
        }),
        ("VA7", due()),
    ])
}

/// The share of the due problems that were put right; -1 where none was due.
pub fn due() -> Meanings {
    written(
        &[&[-1, 0, 79, 80, 99, 100]],
        vec![
            ("到期整改率 100%，或没有到期的", |c| {
                c[0] == 100 || c[0] < 0
            }),
            ("到期整改率 80% 以上、不到 100%", |c| {
                (80..100).contains(&c[0])
            }),
            ("到期整改率不到 80%", |c| (0..80).contains(&c[0])),
        ],
    )
}

/// Whether there were casualties; the share of the due hazards that were put right.
pub fn accidents() -> Meanings {
    written(
        &[YES_NO, &[0, 79, 80, 99, 100]],
        vec![
            ("没有伤亡事故，隐患到期整改率 100%", |c| {
                c[0] == 0 && c[1] == 100
            }),
            (
                "没有伤亡事故，整改率 80% 以上、不到 100%",
                |c| c[0] == 0 && (80..100).contains(&c[1]),
            ),
            ("没有伤亡事故，整改率不到 80%", |c| {
                c[0] == 0 && c[1] < 80
            }),
            ("有伤亡事故", |c| c[0] == 1),
        ],
    )
}

fn prosperity() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        // Has income; reaches the line; reaches the average. Who has none reaches neither.
        ("VB1", {
            written(
                &[YES_NO, YES_NO, YES_NO],
                vec![
                    ("达到本地“强村线”", |c| c[0] == 1 && c[1] == 1),
                    ("达到本镇平均，没到强村线", |c| {
                        c[0] == 1 && c[1] == 0 && c[2] == 1
                    }),
                    (
                        "有经营性收入，本镇平均和强村线都没到",
                        |c| c[0] == 1 && c[1] + c[2] == 0,
                    ),
                    ("没有经营性收入", |c| c[0] == 0),
                ],
            )
        }),
        // The change in percent, -100 without figures; whether there is a good reason.
        ("VB2", {
            written(
                &[&[-100, -5, 0, 1, 9, 10, 11], YES_NO],
                vec![
                    ("比上年增长 10% 以上", |c| c[0] >= 10),
                    ("和上年持平，或增长不到 10%", |c| {
                        (0..10).contains(&c[0])
                    }),
                    ("比上年下降，有正当说明", |c| {
                        (-99..0).contains(&c[0]) && c[1] == 1
                    }),
                    (
                        "比上年下降没有正当说明，或没有两年的数据",
                        |c| (-99..0).contains(&c[0]) && c[1] == 0 || c[0] == -100,
                    ),
                ],
            )
        }),
        // The distance from the average in percent, 100 without figures.
        ("VB3", {
            written(
                &[&[-6, -5, -4, 0, 4, 5, 6, 100]],
                vec![
                    ("高出本镇平均 5% 以上", |c| (5..100).contains(&c[0])),
                    ("和本镇平均相差不到 5%", |c| {
                        (-4..5).contains(&c[0])
                    }),
                    ("低于本镇平均 5% 以上", |c| c[0] <= -5),
                    ("没有数据", |c| c[0] == 100),
                ],
            )
        }),
        ("VB4", {
            written(
                &[YES_NO, YES_NO],
                vec![
                    (
                        "有主导产业，也有“支部+合作社/电商”等载体带动农户",
                        |c| sum(c) == 2,
                    ),
                    ("主导产业和载体，只有 1 项", |c| sum(c) == 1),
                    ("主导产业和载体，都没有", |c| sum(c) == 0),
                ],
            )
        }),
        // How each of the three stands: 0 in order, 1 put right, 2 not put right.
        ("VB5", {
            written(
                &[&[0, 1, 2], &[0, 1, 2], &[0, 1, 2]],
                vec![
                    ("账目按期公开、合同齐、没有问题反馈", |c| {
                        sum(c) == 0
                    }),
                    ("三项里有缺的，都已整改", |c| {
                        sum(c) > 0 && !c.contains(&2)
                    }),
                    ("三项里有缺的，还有没整改的", |c| {
                        c.contains(&2)
                    }),
                ],
            )
        }),
        ("VB6", {
            written(
                &[PERCENT, YES_NO],
                vec![
                    (
                        "低收入和困难户帮扶全覆盖，有就业或项目措施",
                        |c| c[0] == 100 && c[1] == 1,
                    ),
                    (
                        "帮扶覆盖 80% 以上，但没有全覆盖或没有措施",
                        |c| c[0] >= 80 && (c[0] < 100 || c[1] == 0),
                    ),
                    ("帮扶覆盖不到 80%", |c| c[0] < 80),
                ],
            )
        }),
    ])
}
