//! 在标准上改: adding, rewriting, moving and removing parts and items, and the next version.
//!
//! Not here: pasting a table (`authoring`).

use super::Language;
use super::plural::counted;
use crate::drafting::editing::{Against, EffectKind, ItemKind};
use crate::standard::{ScoredBy, StandardPack};

texts! {
    item_title: &'static str = "改一项", "Change an item";
    begin_title: &'static str = "没有表，或者只改几条", "No table, or a few changes only";
    begin_hint: &'static str = "先用自带标准的一份拷贝，改成本县的。没改的照旧，已有的回答都留着。", "Begin with a copy of the built-in standard. What you leave is as it was, and answers stay.";
    begin: &'static str = "在自带标准上改", "Change the built-in standard";
    next_version: &'static str = "改出下一版", "Make the next version";
    next_version_hint: fn(String) -> String = |name| format!("从「{name}」改起；结束的各期仍按原来的版本。"), |name| format!("Begins from “{name}”; periods that have ended keep their version.");
    edit_items: &'static str = "改为逐项修改", "Edit item by item";
    edit_items_hint: &'static str = "可以加减指标、调顺序、改分档。改了以后不再跟着表走。", "Add, remove and move items, and change bands. The table is left behind then.";
    counts: fn(usize, usize) -> String = |items, parts| format!("{items} 项，{parts} 个部分"), |items, parts| format!("{} in {}", counted(items, "item", "items"), counted(parts, "part", "parts"));
    changed_count: fn(usize) -> String = |n| format!("改过 {n} 项"), |n| format!("{n} changed");
    own_count: fn(usize) -> String = |n| format!("本县的 {n} 项"), |n| format!("{n} of your own");
    removed_count: fn(usize) -> String = |n| format!("去掉 {n} 项"), |n| format!("{n} removed");
    part_line: fn(String, usize) -> String = |name, n| format!("{name} · {n} 项"), |name, n| format!("{name} · {}", counted(n, "item", "items"));
    duties: &'static str = "责任清单", "Responsibility checklist";
    own: &'static str = "本县的", "your own";
    changed: &'static str = "改过", "changed";
    unnamed: &'static str = "还没有名称", "no name yet";
    add_item_to: fn(String) -> String = |part| format!("在「{part}」加一项"), |part| format!("Add an item to “{part}”");
    this_part: &'static str = "名称、顺序", "Name and place";
    part_name: &'static str = "这一部分的名称", "Name of this part";
    part_pass: &'static str = "多少分合格", "Points that are enough";
    part_weight: &'static str = "占百分之几", "Counts percent";
    up: &'static str = "上移", "Up";
    down: &'static str = "下移", "Down";
    remove: &'static str = "去掉", "Remove";
    remove_part: &'static str = "整个部分去掉", "Remove this part";
    add_basic: &'static str = "加一个部分（答达标、未达标）", "Add a part without points";
    add_star: &'static str = "加一个部分（打分）", "Add a part with points";
    add_category: &'static str = "加一类责任", "Add a category of duties";
    new_category: &'static str = "新的一类", "New category";
    built_in_duties: &'static str = "这套标准没有责任清单，用的是自带的那份，照旧提醒。", "This standard has no checklist; the built-in one stays on.";
    take_over_duties: &'static str = "把自带的责任清单拿来改", "Take the built-in checklist over and change it";
    new_part: &'static str = "新的部分", "New part";
    removed: fn(usize) -> String = |n| format!("去掉的 · {n}"), |n| format!("Removed · {n}");
    bring_back: fn(String) -> String = |name| format!("恢复「{name}」"), |name| format!("Bring “{name}” back");
    original: &'static str = "原来怎么写", "What the original says";
    original_removed: &'static str = "本县加的，原标准没有", "Your own; the original does not have it";
    restore: &'static str = "改回原来的", "Back to the original";
    name: &'static str = "名称", "Name";
    text: &'static str = "标准、要求", "What is asked";
    goal: &'static str = "目标", "Goal";
    evidence: &'static str = "佐证材料", "Papers";
    evidence_hint: &'static str = "一行一种", "One a line";
    frequency: &'static str = "多久一次", "How often";
    times_in: fn(&str) -> String = |often| format!("{often}几次"), |often| format!("How many times {}", often.to_lowercase());
    hours_in: fn(&str) -> String = |often| format!("{often}至少几学时"), |often| format!("Hours of study, at least, {}", often.to_lowercase());
    months_from: &'static str = "从几月起", "From which month on";
    months_until: &'static str = "到几月为止", "Until the end of";
    months_any: &'static str = "全年都可以", "At any time of the year";
    months: fn(String, String) -> String = |from, to| format!("{from}到{to}"), |from, to| format!("{from} to {to}");
    month_of_next_year: fn(String) -> String = |month| format!("次年 {month}"), |month| format!("{month} of the next year");
    level: &'static str = "哪一级的责任", "Whose level";
    is_on: &'static str = "列入清单", "On the list";
    is_on_hint: &'static str = "到时间会提醒。不列入的，可以在「设置责任清单」里再启用", "You are reminded of it. What is off can be switched on in the list of duties";
    is_off: &'static str = "没有列入清单", "Not on the list";
    must: &'static str = "必达项", "Must-item";
    must_hint: &'static str = "这一项不达标，所在的部分就不达标", "Without it its part is not met";
    way: &'static str = "怎样作答", "How it is answered";
    points: &'static str = "满分", "Points";
    cap: &'static str = "最多加几分", "At most";
    cap_hint: &'static str = "没有上限就空着", "Empty where there is no cap";
    bands: &'static str = "分档", "Bands";
    deductions: &'static str = "扣分情形", "What takes points off";
    options: &'static str = "什么情形加分", "What is counted";
    case_when: fn(usize) -> String = |n| format!("第 {n} 档：什么情形"), |n| format!("{n}: what holds");
    case_points: fn(usize) -> String = |n| format!("第 {n} 档：几分"), |n| format!("{n}: points");
    add_case: &'static str = "加一档", "Add a band";
    remove_case: fn(usize) -> String = |n| format!("去掉第 {n} 档"), |n| format!("Remove {n}");
    kind_when: fn(usize) -> String = |n| format!("第 {n} 种：什么情形"), |n| format!("{n}: what happens");
    kind_off: fn(usize) -> String = |n| format!("第 {n} 种：每次扣几分"), |n| format!("{n}: points off each time");
    kind_added: fn(usize) -> String = |n| format!("第 {n} 种：每项加几分"), |n| format!("{n}: points for each");
    add_kind: &'static str = "加一种情形", "Add one";
    remove_kind: fn(usize) -> String = |n| format!("去掉第 {n} 种"), |n| format!("Remove {n}");
    in_part: &'static str = "放在哪一部分", "Part";
    award: &'static str = "等次、先决条件", "Grades and prerequisites";
    grades: &'static str = "等次，从高到低", "Grades, from the best down";
    grade_name: fn(usize) -> String = |n| format!("第 {n} 等：名称"), |n| format!("Grade {n}: name");
    grade_limit: fn(usize) -> String = |n| format!("第 {n} 等：满分的百分之几"), |n| format!("Grade {n}: percent of all points");
    grade_rest: &'static str = "其余都是这一等", "Everything below";
    add_grade: &'static str = "加一等", "Add a grade";
    remove_grade: fn(usize) -> String = |n| format!("去掉第 {n} 等"), |n| format!("Remove grade {n}");
    prerequisites: &'static str = "先决条件", "Prerequisites";
    first_part: &'static str = "哪一部分要先合格，别的才算", "The part that has to be enough before any other counts";
    first_part_none: &'static str = "没有", "None";
    sum_besides: &'static str = "全部合格，总分还要多少", "Points in all that the whole needs besides";
    sum_besides_hint: &'static str = "没有这条规定就空着", "Empty where there is no such rule";
    lines: &'static str = "不打分的部分怎样算达标", "When a part without points is met";
    line_met: &'static str = "达标率要百分之几", "Percent that must be met";
    line_partly: &'static str = "部分达标按百分之几算", "Partly met counts percent";
    effect_title: &'static str = "有这种情形时", "Where it holds";
    effect_all: fn(bool) -> &'static str = |stars| if stars { "所有的星都暂不评" } else { "打分的部分都暂不评" }, |stars| if stars { "All stars are on hold" } else { "All parts with points are on hold" };
    effect_some: fn(bool) -> &'static str = |stars| if stars { "其中几颗星暂不评" } else { "其中几个部分暂不评" }, |stars| if stars { "Some stars are on hold" } else { "Some parts with points are on hold" };
    effect_limit: fn(bool) -> &'static str = |stars| if stars { "最多只计几颗星" } else { "最多只计几个部分" }, |stars| if stars { "Only so many stars count" } else { "Only so many parts count" };
    effect_basics: &'static str = "五基整体不达标", "The basics as a whole are not met";
    effect_basics_named: fn(String) -> String = |name| format!("{name}整体不达标"), |name| format!("{name} as a whole is not met");
    effect_best: &'static str = "等次最高评为某一等", "The grade is at best a certain one";
    effect_on: &'static str = "暂不评哪几个", "On hold";
    effect_most: &'static str = "最多计几个", "At most";
    effect_grade: &'static str = "最高评为", "At best";
    place_of: fn(usize, usize) -> String = |place, all| format!("第 {place} 项，共 {all} 项"), |place, all| format!("{place} of {all}");
    back: &'static str = "改好了", "Done";
    item_gone: &'static str = "没有这一项", "There is no such item";
    issued_on: &'static str = "发布日期", "Issued on";
    look: &'static str = "请看一眼", "please look";
    snag_unnamed: &'static str = "有一项还没有名称", "An item has no name";
    snag_bands: fn(String) -> String = |name| format!("「{name}」的分档没有从高到低，启用时会排好"), |name| format!("The bands of “{name}” are in no order; they will be put in order");
    snag_points: fn(String) -> String = |name| format!("「{name}」是 0 分"), |name| format!("“{name}” has 0 points");
    snag_weights: fn(u32) -> String = |sum| format!("各部分的占比加起来是 {sum}%，要每个都填、合计 100% 才算数"), |sum| format!("The weights come to {sum}%; they count once all are there and come to 100%");
    snag_grades: &'static str = "等次的百分比没有从高到低，启用时会排好；没填的不算", "The grades are in no order; they will be put in order, and what has no limit is left out";
    snag_veto: fn(String) -> String = |name| format!("「{name}」还没选暂不评哪几个"), |name| format!("“{name}” does not say what it holds back");
    behind: fn(String, String) -> String = |own, present| format!("这一期按「{own}」判定，现在用的是「{present}」。"), |own, present| format!("This period is judged by “{own}”; in use now is “{present}”.");
    behind_hint: &'static str = "结束的各期保留原来的标准和结果，新标准从下一期起用。要这一期也改用，点下面。", "Periods that have ended keep their standard and their result. To change this one as well, tap below.";
    bring_along: &'static str = "这一期也改用", "Change this period as well";
}

/// What bands, deductions and what is counted for a bonus are called. What takes a number takes the
/// place in their order, from 1.
#[derive(Clone, Copy)]
pub struct CaseWords {
    /// What stands above all of them.
    pub heading: &'static str,
    /// What holds or happens.
    pub when: fn(usize) -> String,
    /// Its points.
    pub points: fn(usize) -> String,
    /// Adds one.
    pub add: &'static str,
    /// Takes one out.
    pub remove: fn(usize) -> String,
}

impl Texts {
    /// How something stands to the original; `None` where it is the same.
    pub fn against(&self, against: Against) -> Option<&'static str> {
        match against {
            Against::Same => None,
            Against::Changed => Some(self.changed),
            Against::Own => Some(self.own),
        }
    }

    /// What the cases of an item are called.
    pub fn cases(&self, kind: ItemKind, way: Option<ScoredBy>) -> CaseWords {
        let kinds = |heading, points| CaseWords {
            heading,
            when: self.kind_when,
            points,
            add: self.add_kind,
            remove: self.remove_kind,
        };
        match (kind, way) {
            (ItemKind::Bonus, _) => kinds(self.options, self.kind_added),
            (_, Some(ScoredBy::Deductions)) => kinds(self.deductions, self.kind_off),
            _ => CaseWords {
                heading: self.bands,
                when: self.case_when,
                points: self.case_points,
                add: self.add_case,
                remove: self.remove_case,
            },
        }
    }

    /// What a veto does, in the words that this pack has for its parts.
    pub fn effect(&self, kind: EffectKind, pack: &StandardPack, language: Language) -> String {
        let stars = pack.calls_them_stars();
        let said = match kind {
            EffectKind::AllParts => (self.effect_all)(stars),
            EffectKind::SomeParts => (self.effect_some)(stars),
            EffectKind::PartsAtMost => (self.effect_limit)(stars),
            EffectKind::BasicsUnmet if pack.calls_them_five_basics() => self.effect_basics,
            EffectKind::BasicsUnmet => {
                let name = language.say(&pack.names.basics).to_owned();
                return (self.effect_basics_named)(name);
            }
            EffectKind::GradeAtBest => self.effect_best,
        };
        said.to_owned()
    }
}
