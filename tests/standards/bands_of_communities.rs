//! What the bands of the stars of communities mean.

use super::bands::{Meanings, of_three, of_three_called, shares, sum, written};
use super::bands_of_villages::{accidents, due};
use std::collections::BTreeMap;

/// No (0) and yes (1).
const YES_NO: &[i32] = &[0, 1];
/// A share in percent that the sentences speak of, with its neighbours.
const PERCENT: &[i32] = &[0, 69, 70, 89, 90, 99, 100];
/// How many there are.
const FEW: &[i32] = &[0, 1, 2, 3, 4, 5, 6, 7];

/// One entry for each scored indicator.
pub fn entries() -> BTreeMap<&'static str, Meanings> {
    let mut all = party();
    all.extend(democracy());
    all.extend(ecology());
    all.extend(harmony());
    all.extend(civility());
    all
}

fn party() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        ("CA1", shares("网格党组织覆盖", &[100, 80], None)),
        ("CA2", shares("应开次数完成", &[95, 80, 60], None)),
        ("CA3", shares("满意率", &[90, 80, 60], Some("没有测评"))),
        (
            "CA4",
            of_three("兼职委员在位、共治会按期、议题有办结，三项齐"),
        ),
        ("CA5", shares("项目办结率", &[90, 70, 50], Some("没有项目"))),
        // No branch, one without action in some quarter, one with action in all.
        ("CA6", {
            written(
                &[&[0, 1, 2]],
                vec![
                    ("至少 1 个行动支部，每季都有行动", |c| {
                        c[0] == 2
                    }),
                    ("有行动支部，不是每季都有行动", |c| c[0] == 1),
                    ("没有行动支部", |c| c[0] == 0),
                ],
            )
        }),
        ("CA7", due()),
    ])
}

fn democracy() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        // How many had a result in each of the four quarters.
        ("CB1", {
            written(
                &[&[0, 1, 2], &[0, 1, 2], &[0, 1, 2], &[0, 1, 2]],
                vec![
                    ("每季有协商议题并有结果", |c| !c.contains(&0)),
                    (
                        "有结果的协商全年 2 次以上，不是每季都有",
                        |c| sum(c) >= 2 && c.contains(&0),
                    ),
                    ("有结果的协商全年 1 次", |c| sum(c) == 1),
                    ("全年没有有结果的协商", |c| sum(c) == 0),
                ],
            )
        }),
        // Something missing; something late; something not to be found.
        ("CB2", {
            written(
                &[YES_NO, YES_NO, YES_NO],
                vec![
                    ("居务按期公开，可以查到", |c| sum(c) == 0),
                    ("没有缺期，但有晚的或查不到的", |c| {
                        c[0] == 0 && sum(c) > 0
                    }),
                    ("有缺期", |c| c[0] == 1),
                ],
            )
        }),
        ("CB3", {
            written(
                &[YES_NO, YES_NO],
                vec![
                    ("居民公约有效，小区有议事组织并运行", |c| {
                        sum(c) == 2
                    }),
                    ("公约、议事组织，只有 1 项", |c| sum(c) == 1),
                    ("公约、议事组织，都没有", |c| sum(c) == 0),
                ],
            )
        }),
        // A body; opinions every quarter; answers every quarter.
        ("CB4", {
            written(
                &[YES_NO, YES_NO, YES_NO],
                vec![
                    ("有监督组织，每季有监督意见和答复", |c| {
                        sum(c) == 3
                    }),
                    ("有监督组织，不是每季都有意见和答复", |c| {
                        c[0] == 1 && sum(c) < 3
                    }),
                    ("没有监督组织", |c| c[0] == 0),
                ],
            )
        }),
        ("CB5", {
            written(
                &[FEW],
                vec![
                    ("清单外新增事项都有批准手续", |c| c[0] == 0),
                    ("有 1–2 项没走手续", |c| (1..=2).contains(&c[0])),
                    ("有 3 项以上没走手续", |c| c[0] >= 3),
                ],
            )
        }),
    ])
}

fn ecology() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        ("CC1", {
            written(
                &[FEW],
                vec![
                    ("抽看 10 处，有问题的 1 处以内", |c| c[0] <= 1),
                    ("抽看 10 处，有问题的 2–3 处", |c| {
                        (2..=3).contains(&c[0])
                    }),
                    ("抽看 10 处，有问题的 4–5 处", |c| {
                        (4..=5).contains(&c[0])
                    }),
                    ("抽看 10 处，有问题的 6 处以上", |c| c[0] >= 6),
                ],
            )
        }),
        ("CC2", of_three("设施齐、投放准、清运及时，三项齐")),
        ("CC3", shares("路灯、无障碍、健身等完好率", &[95, 85], None)),
        // The share that was settled; whether there is a mechanism.
        ("CC4", {
            written(
                &[PERCENT, YES_NO],
                vec![
                    (
                        "有“红管家”或协同机制，投诉办结率 90% 以上",
                        |c| c[0] >= 90 && c[1] == 1,
                    ),
                    (
                        "投诉办结率 70% 以上、不到 90%，或更高但没有机制",
                        |c| (70..90).contains(&c[0]) || c[0] >= 90 && c[1] == 0,
                    ),
                    ("投诉办结率不到 70%", |c| c[0] < 70),
                ],
            )
        }),
        // The share that was done; whether there is a list.
        ("CC5", {
            written(
                &[PERCENT, YES_NO],
                vec![
                    ("违建、飞线、占道有清单，当季清零", |c| {
                        c[0] == 100 && c[1] == 1
                    }),
                    (
                        "整治完成 70% 以上，但没有清零或没有清单",
                        |c| c[0] >= 70 && (c[0] < 100 || c[1] == 0),
                    ),
                    ("整治完成不到 70%", |c| c[0] < 70),
                ],
            )
        }),
    ])
}

fn harmony() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        ("CD1", shares("矛盾化解率", &[95, 85, 70], None)),
        ("CD2", of_three("队伍、技防、公示，三项齐")),
        ("CD3", accidents()),
        ("CD4", shares("网格走访覆盖", &[100, 80], None)),
        ("CD5", {
            of_three_called(
                "独居老人、残疾人、困境儿童，都有名单和联系人",
                ["这三类里缺 1 类", "这三类里缺 2 类", "这三类都没有"],
            )
        }),
    ])
}

fn civility() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        ("CE1", of_three("计划、总结、研究 3 次以上，三项齐")),
        // 2 every month, 1 every quarter, 0 less; whether the volunteers are steady.
        ("CE2", {
            written(
                &[&[0, 1, 2], YES_NO],
                vec![
                    ("每月有活动，注册志愿者稳定", |c| {
                        c[0] == 2 && c[1] == 1
                    }),
                    (
                        "每季有活动，但不到每月或志愿者不稳定",
                        |c| c[0] == 1 || c[0] == 2 && c[1] == 0,
                    ),
                    ("不是每季都有活动", |c| c[0] == 0),
                ],
            )
        }),
        // 2 every quarter, 1 every half-year, 0 less.
        ("CE3", {
            written(
                &[&[0, 1, 2]],
                vec![
                    ("每季有群众性活动", |c| c[0] == 2),
                    ("每半年有，不是每季都有", |c| c[0] == 1),
                    ("不是每半年都有", |c| c[0] == 0),
                ],
            )
        }),
        // 2 chosen and published, 1 chosen, 0 neither.
        ("CE4", {
            written(
                &[&[0, 1, 2]],
                vec![
                    ("每年评选文明家庭等并公示", |c| c[0] == 2),
                    ("有评选，没有公示", |c| c[0] == 1),
                    ("没有评选", |c| c[0] == 0),
                ],
            )
        }),
        ("CE5", {
            written(
                &[YES_NO, YES_NO],
                vec![
                    ("养老服务、托育或课后服务，都有", |c| {
                        sum(c) == 2
                    }),
                    ("养老服务、托育或课后服务，只有 1 样", |c| {
                        sum(c) == 1
                    }),
                    ("养老服务、托育或课后服务，都没有", |c| {
                        sum(c) == 0
                    }),
                ],
            )
        }),
    ])
}
