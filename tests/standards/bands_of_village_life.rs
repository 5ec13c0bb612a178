//! What the bands of the stars of villages mean: surroundings, harmony and civility.
//!
//! Not here: the other two stars (`bands_of_villages`).

use super::bands::{Meanings, of_three, sum, written};
use super::bands_of_villages::accidents;
use std::collections::BTreeMap;

/// No (0) and yes (1).
const YES_NO: &[i32] = &[0, 1];
/// A share in percent that the sentences speak of, with its neighbours.
const PERCENT: &[i32] = &[0, 69, 70, 84, 85, 94, 95, 100];
/// How many there are.
const FEW: &[i32] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/// One entry for each scored indicator of the three stars.
pub fn entries() -> BTreeMap<&'static str, Meanings> {
    let mut all = ecology();
    all.extend(harmony());
    all.extend(civility());
    all
}

fn ecology() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        ("VC1", {
            written(
                &[FEW],
                vec![
                    ("抽看收运、分类和积存，没有问题", |c| {
                        c[0] == 0
                    }),
                    ("抽看发现 1–3 处问题", |c| (1..=3).contains(&c[0])),
                    ("抽看发现 4–6 处问题", |c| (4..=6).contains(&c[0])),
                    ("抽看发现 7 处以上问题", |c| c[0] >= 7),
                ],
            )
        }),
        // How many problems; whether all are being put right.
        ("VC2", {
            written(
                &[FEW, YES_NO],
                vec![
                    ("没有黑臭、直排，河道都有专人管", |c| {
                        c[0] == 0
                    }),
                    ("只有 1 处问题，已列入整改", |c| {
                        c[0] == 1 && c[1] == 1
                    }),
                    ("有 2 处以上问题，或没列入整改", |c| {
                        c[0] >= 2 || c[0] == 1 && c[1] == 0
                    }),
                ],
            )
        }),
        ("VC3", {
            written(
                &[&[0, 1, 2, 3, 4, 5]],
                vec![
                    ("随机看 5 户（处），全部能用", |c| c[0] == 5),
                    ("5 户（处）里 4 户能用", |c| c[0] == 4),
                    ("5 户（处）里 3 户能用", |c| c[0] == 3),
                    ("5 户（处）里能用的不到 3 户", |c| c[0] < 3),
                ],
            )
        }),
        // How many places; whether the courtyards reach the local share.
        ("VC4", {
            written(
                &[FEW, YES_NO],
                vec![
                    ("乱堆乱放 3 处以内，庭院达到本地比例", |c| {
                        c[0] <= 3 && c[1] == 1
                    }),
                    (
                        "乱堆乱放 4–8 处，或 3 处以内但庭院没到比例",
                        |c| (4..=8).contains(&c[0]) || c[0] <= 3 && c[1] == 0,
                    ),
                    ("乱堆乱放 9 处以上", |c| c[0] >= 9),
                ],
            )
        }),
        // How often burning was reported; whether each was dealt with; whether film is collected.
        ("VC5", {
            written(
                &[FEW, YES_NO, YES_NO],
                vec![
                    ("农膜、药瓶有回收，全年没有焚烧通报", |c| {
                        c[0] == 0 && c[2] == 1
                    }),
                    (
                        "没有焚烧通报但回收没做到，或通报 1 次已处理",
                        |c| c[0] == 0 && c[2] == 0 || c[0] == 1 && c[1] == 1,
                    ),
                    ("焚烧通报 2 次以上，或有没处理的", |c| {
                        c[0] >= 2 || c[0] == 1 && c[1] == 0
                    }),
                ],
            )
        }),
        ("VC6", of_three("保洁员、经费、写入村规民约，三项齐")),
    ])
}

fn harmony() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        // The share that was settled; whether it is on record.
        ("VD1", {
            written(
                &[PERCENT, YES_NO],
                vec![
                    ("化解率 95% 以上，有登记", |c| {
                        c[0] >= 95 && c[1] == 1
                    }),
                    (
                        "化解率 85% 以上、不到 95%，或更高但没有登记",
                        |c| (85..95).contains(&c[0]) || c[0] >= 95 && c[1] == 0,
                    ),
                    ("化解率 70% 以上、不到 85%", |c| {
                        (70..85).contains(&c[0])
                    }),
                    ("化解率不到 70%", |c| c[0] < 70),
                ],
            )
        }),
        // How many; whether all are settled.
        ("VD2", {
            written(
                &[FEW, YES_NO],
                vec![
                    ("没有越级集体访", |c| c[0] == 0),
                    ("越级集体访 1 次，已化解", |c| {
                        c[0] == 1 && c[1] == 1
                    }),
                    ("越级集体访 2 次以上，或有没化解的", |c| {
                        c[0] >= 2 || c[0] == 1 && c[1] == 0
                    }),
                ],
            )
        }),
        ("VD3", of_three("巡防队伍、技防、公示，三项齐")),
        ("VD4", accidents()),
        // How many of the five kinds are missing; whether there is a member in every grid.
        ("VD5", {
            written(
                &[&[0, 1, 2, 3, 4, 5], YES_NO],
                vec![
                    (
                        "每格有党员力量，五类事项都有巡查和办结",
                        |c| c[0] == 0 && c[1] == 1,
                    ),
                    (
                        "缺 1–2 类，或五类都有但有的格没有党员力量",
                        |c| (1..=2).contains(&c[0]) || c[0] == 0 && c[1] == 0,
                    ),
                    ("五类里缺 3 类以上", |c| c[0] >= 3),
                ],
            )
        }),
        (
            "VD6",
            of_three("法律顾问、法律明白人、每季有结果的协商，三项齐"),
        ),
    ])
}

fn civility() -> BTreeMap<&'static str, Meanings> {
    BTreeMap::from([
        (
            "VE1",
            of_three("年初计划、年末总结、全年研究 3 次以上，三项齐"),
        ),
        // Lawful, published, applied, the councils at work; without rules the first three are
        // missing.
        ("VE2", {
            written(
                &[YES_NO, YES_NO, YES_NO, YES_NO],
                vec![
                    (
                        "村规民约合法、公示、有执行案例，红白理事会等在运行",
                        |c| sum(c) == 4,
                    ),
                    ("这四项里缺 1 项", |c| sum(c) == 3),
                    ("这四项里缺 2 项", |c| sum(c) == 2),
                    ("缺 3 项以上，或没有制定村规民约", |c| {
                        sum(c) <= 1
                    }),
                ],
            )
        }),
        // A standard; members report; 0 nothing heard of, 1 put right, 2 not put right.
        ("VE3", {
            written(
                &[YES_NO, YES_NO, &[0, 1, 2]],
                vec![
                    (
                        "有标准，党员带头并报告登记，没有大操大办反映",
                        |c| c[0] + c[1] == 2 && c[2] == 0,
                    ),
                    (
                        "没有反映但缺标准或报告，或有反映已纠正",
                        |c| c[0] + c[1] < 2 && c[2] == 0 || c[2] == 1,
                    ),
                    ("有大操大办反映，没有纠正", |c| c[2] == 2),
                ],
            )
        }),
        ("VE4", {
            written(
                &[YES_NO, YES_NO],
                vec![
                    ("阵地每周开放，每季有活动", |c| sum(c) == 2),
                    ("每周开放、每季活动，只做到 1 项", |c| {
                        sum(c) == 1
                    }),
                    ("每周开放、每季活动，都没做到", |c| {
                        sum(c) == 0
                    }),
                ],
            )
        }),
        // 2 every month, 1 every quarter, 0 less.
        ("VE5", {
            written(
                &[&[0, 1, 2]],
                vec![
                    ("文明实践站每月有志愿活动", |c| c[0] == 2),
                    ("每季有志愿活动，不是每月都有", |c| c[0] == 1),
                    ("不是每季都有志愿活动", |c| c[0] == 0),
                ],
            )
        }),
        // Chosen; published; made known.
        ("VE6", {
            written(
                &[YES_NO, YES_NO, YES_NO],
                vec![
                    ("每年评选并公示，好人好事有宣传", |c| {
                        sum(c) == 3
                    }),
                    ("有评选，公示和宣传没做全", |c| {
                        c[0] == 1 && c[1] + c[2] < 2
                    }),
                    ("没有评选", |c| c[0] == 0),
                ],
            )
        }),
    ])
}
