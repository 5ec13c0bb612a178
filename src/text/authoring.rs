//! 用本县的标准: pasting a table, putting right what was read, bringing it into use.
//!
//! Not here: what stands in a standard (`standard`).

use super::plural::counted;
use crate::drafting::{Column, Doubt, RowKind, Way};
use crate::standard::{Points, PointsUnit};

texts! {
    title: &'static str = "用本县的标准", "Use your county's standard";
    draft_title: &'static str = "标准草稿", "Draft of a standard";
    intro: &'static str = "把考核表整张复制，粘贴到这里，就能照它自查。Excel、WPS、Word、网页里的表都行。", "Copy the whole table and paste it here, and assess yourself by it. Tables of Excel, WPS, Word and web pages will do.";
    paste: &'static str = "在这里粘贴", "Paste here";
    paste_hint: &'static str = "长按下面的框，选「粘贴」", "Hold the field below and choose “Paste”";
    pasted: fn(usize, usize) -> String = |rows, columns| format!("收到 {rows} 行 {columns} 列"), |rows, columns| format!("{rows} rows and {columns} columns received");
    no_table: &'static str = "这里没有认出表。请在表里选中几行几列再复制。", "No table found in it. Select rows and columns of the table and copy them.";
    choose_file: &'static str = "选 Excel 或 CSV 文件", "Choose an Excel or CSV file";
    file_unreadable: &'static str = "这个文件读不出表。请用表格软件另存为 CSV，或者复制粘贴。", "No table could be read from it. Save it as CSV, or copy and paste.";
    not_loaded: &'static str = "读 Excel 要用的部分没下载下来，可能是网络不好。换个地方再试，或者复制粘贴。", "What reads Excel could not be downloaded; the network may be weak. Try again elsewhere, or copy and paste.";
    read: &'static str = "识别这张表", "Read this table";
    drafts: &'static str = "没做完的", "Not finished";
    draft_line: fn(usize) -> String = |n| format!("{n} 项指标"), |n| counted(n, "item", "items");
    gone: &'static str = "没有这份草稿", "There is no such draft";
    no_organization: &'static str = "先建一个组织，再用本县的标准。", "Enter an organisation first.";

    read_items: fn(usize, usize) -> String = |items, parts| format!("认出 {items} 项指标，{parts} 个部分"), |items, parts| format!("{} in {}", counted(items, "item", "items"), counted(parts, "part", "parts"));
    doubtful: fn(usize) -> String = |n| format!("{n} 处请你看一眼"), |n| format!("please look at {}", counted(n, "place", "places"));
    no_doubt: &'static str = "没有拿不准的地方", "nothing is doubtful";
    head: &'static str = "名称和出处", "Name and origin";
    name: &'static str = "标准名称", "Name of the standard";
    issuer: &'static str = "谁下发的", "Issued by";
    made_for: &'static str = "给谁用", "Made for";
    published_in: &'static str = "文号或网址", "Number of the paper, or address";
    pass: &'static str = "每部分满分的百分之几算合格", "Percent of a part that is enough";
    pass_hint: fn(u32) -> String = |n| format!("表里没写时先按 {n}%，请改成本县的规定"), |n| format!("{n}% where the table does not say; put your county's rule");
    columns: &'static str = "每一列是什么", "What each column is";
    column_of: fn(String) -> String = |head| format!("「{head}」这一列是"), |head| format!("The column “{head}” holds");
    column_without: fn(usize) -> String = |n| format!("第 {n} 列是"), |n| format!("Column {n} holds");
    part_line: fn(String, usize, String) -> String = |name, items, points| if points.is_empty() { format!("{name} · {items} 项") } else { format!("{name} · {items} 项 · {points} 分") }, |name, items, points| if points.is_empty() { format!("{name} · {items} items") } else { format!("{name} · {items} items · {points} points") };
    weighs: fn(u32) -> String = |n| format!("占 {n}%"), |n| format!("counts {n}%");
    part_unnamed: &'static str = "指标", "Items";
    bonus_part: &'static str = "加分", "Bonus";
    veto_part: &'static str = "一票否决", "Disqualifiers";
    how_deductions: fn(String) -> String = |cases| format!("扣分：{cases}"), |cases| format!("Taken off: {cases}");
    case: fn(String, String) -> String = |case, points| format!("{case}扣 {points}"), |case, points| format!("{case} {points}");
    how_bands: fn(String) -> String = |bands| format!("分档：{bands}"), |bands| format!("Bands: {bands}");
    how_entered: &'static str = "直接打分", "Points are put in";
    how_verdict: &'static str = "答达标、未达标", "Met or not met";
    how_bonus: fn(String) -> String = |cases| format!("加分：{cases}"), |cases| format!("Bonus: {cases}");
    adds: fn(String, String) -> String = |case, points| format!("{case}加 {points}"), |case, points| format!("{case} {points}");
    adds_at_most: fn(String) -> String = |points| format!("，最多加 {points}"), |points| format!(", at most {points}");
    how_veto: &'static str = "答有、没有、不清楚", "Yes, no or not known";
    row_is: &'static str = "这一行是", "This row is";
    answered_by: &'static str = "怎样作答", "How it is answered";
    points: &'static str = "满分", "Points";
    item_name: &'static str = "指标名称", "Name";
    is_right: &'static str = "没问题", "This is right";
    look: &'static str = "请看一眼", "please look";
    version: &'static str = "版本", "Version";
    version_hint: &'static str = "例如 2026，或文件的日期", "Such as 2026, or the date of the paper";
    publish: &'static str = "启用这套标准", "Use this standard";
    publish_hint: &'static str = "启用后，本组织照它自查。已有的回答不删：新标准没问到的，移到「已停用」，换回来还在。", "This organisation is then held against it. No answer is deleted: what it does not ask is kept as retired, and comes back with the old standard.";
    what_becomes: &'static str = "本期已有的回答：", "The answers of this period:";
    fate_kept: &'static str = "保留", "Kept";
    fate_asked_again: &'static str = "重新问", "Asked again";
    fate_retired: &'static str = "停用，换回来还在", "Retired, and back with the old standard";
    nothing_to_ask: &'static str = "还没有一项指标。请看看上面每一列是什么。", "There is no item yet. Please look what each column is.";
    delete: &'static str = "删掉草稿", "Delete the draft";

    column_group: &'static str = "类别、项目", "Part";
    column_item: &'static str = "指标、内容", "Item";
    column_standard: &'static str = "标准、要求", "What is asked";
    column_points: &'static str = "分值", "Points";
    column_scoring: &'static str = "评分办法", "How it is scored";
    column_evidence: &'static str = "佐证材料", "Papers";
    column_responsible: &'static str = "责任人", "Who does it";
    column_deadline: &'static str = "时限、频次", "By when";
    column_nothing: &'static str = "不用", "Not used";
    row_above: &'static str = "表头", "Head";
    row_group: &'static str = "部分的标题", "Heading of a part";
    row_item: &'static str = "一项指标", "An item";
    row_continued: &'static str = "接上一项", "Part of the item above";
    row_nothing: &'static str = "不用", "Not used";
    way_deductions: &'static str = "填扣分次数", "How often points are taken off";
    way_bands: &'static str = "选一档", "One of several bands";
    way_entered: &'static str = "直接打分", "Points are put in";
    way_verdict: &'static str = "达标、未达标", "Met or not met";
    doubt_no_points: &'static str = "没找到分值，先按达标、未达标问", "No points found; it is asked as met or not met";
    doubt_discretion: &'static str = "酌情扣分，没写扣几分，先按直接打分", "Points are taken off at discretion; they are put in";
    doubt_frequency: &'static str = "时限没认出来，先按每年一次", "How often was not understood; once a year is taken";
    doubt_joined: &'static str = "下面几行没有自己的分值，并进了这一项", "Rows below without points of their own were taken into it";
    doubt_sum: fn(Points, Points) -> String = |says, sum| format!("标题写 {says} 分，各项加起来是 {sum} 分"), |says, sum| format!("The heading says {says}, the items come to {sum}");
}

impl Texts {
    /// What a column holds.
    pub fn column(&self, column: Column) -> &'static str {
        match column {
            Column::Group => self.column_group,
            Column::Item => self.column_item,
            Column::Standard => self.column_standard,
            Column::Points => self.column_points,
            Column::Scoring => self.column_scoring,
            Column::Evidence => self.column_evidence,
            Column::Responsible => self.column_responsible,
            Column::Deadline => self.column_deadline,
            Column::Nothing => self.column_nothing,
        }
    }

    /// What a row is.
    pub fn row(&self, kind: RowKind) -> &'static str {
        match kind {
            RowKind::Above => self.row_above,
            RowKind::Group => self.row_group,
            RowKind::Item => self.row_item,
            RowKind::Continued => self.row_continued,
            RowKind::Nothing => self.row_nothing,
        }
    }

    /// How an item is answered.
    pub fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Deductions => self.way_deductions,
            Way::Bands => self.way_bands,
            Way::Entered => self.way_entered,
            Way::Verdict => self.way_verdict,
        }
    }

    /// Why something should be looked at.
    pub fn doubt(&self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::NoPoints => self.doubt_no_points.to_owned(),
            Doubt::AtDiscretion => self.doubt_discretion.to_owned(),
            Doubt::FrequencyUnknown => self.doubt_frequency.to_owned(),
            Doubt::JoinedToAbove => self.doubt_joined.to_owned(),
            Doubt::SumDiffers { says, comes_to } => {
                let points = |amount: u32| PointsUnit::Tenths.of(amount);
                (self.doubt_sum)(points(*says), points(*comes_to))
            }
        }
    }
}
