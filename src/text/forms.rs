//! 卡片里的表格、测评和台账数: rows, votes and figures on a card, and what is drafted from the ledger.
//!
//! Not here: what each of them is called, which is data of the packs.

use super::in_sentence::in_sentence;

texts! {
    add_row: fn(&str) -> String = |row| format!("加{row}"), |row| format!("Add {}", in_sentence(row));
    rows_none: &'static str = "还没有。", "None yet.";
    take_out_row: &'static str = "去掉这一条", "Take this row out";
    find_row: &'static str = "在里面找", "Find among them";
    found_rows: fn(usize, usize) -> String = |found, all| format!("找到 {found} 条，共 {all} 条"), |found, all| format!("{found} of {all} found");
    paste: &'static str = "一次粘贴多条", "Paste several at once";
    paste_hint: fn(String) -> String = |columns| format!("一行一条。从表格里复制的，几列会各归各位：{columns}"), |columns| format!("One a line. Cells copied from a table go where they belong: {columns}");
    paste_text: &'static str = "粘贴到这里", "Paste here";
    paste_take: fn(usize) -> String = |n| format!("加这 {n} 条"), |n| match n { 1 => "Add this one".to_owned(), _ => format!("Add these {n}") };
    rows_full: &'static str = "一张卡放不下更多了，再加请另开一张。", "One card holds no more; begin another one.";
    sum: fn(String, u64) -> String = |name, sum| format!("{name}合计 {sum}"), |name, sum| format!("{name} in all: {sum}");
    sum_off: fn(String, u64, u32) -> String = |name, sum, of| format!("{name}合计 {sum}，应为 {of}"), |name, sum, of| format!("{name} in all: {sum}, meant to be {of}");
    done_of: fn(String, u32, u32) -> String = |name, done, all| format!("{name} {done}/{all}"), |name, done, all| format!("{name}: {done} of {all}");
    percent: fn(String) -> String = |share| format!("{share}%"), |share| format!("{share}%");
    rectify_rows: fn(usize) -> String = |n| format!("列入整改（{n} 条）"), |n| match n { 1 => "Put it right (1 row)".to_owned(), _ => format!("Put them right ({n} rows)") };
    rectified_rows: fn(usize) -> String = |n| format!("已列入整改 {n} 条"), |n| format!("{n} put on the list of rectifications");

    votes_all: fn(u64) -> String = |n| format!("共 {n} 票"), |n| format!("{n} votes in all");
    votes_none: &'static str = "填了票数，比例自己算出来。", "Enter the votes, and the shares are reckoned.";
    votes_of: fn(String, u64, String) -> String = |name, n, share| format!("{name} {n} 票，{share}"), |name, n, share| format!("{name}: {n}, {share}");
    votes_together: fn(String, u64, String) -> String = |names, n, share| format!("{names}合计 {n} 票，{share}"), |names, n, share| format!("{names} together: {n}, {share}");

    own_words: &'static str = "用过的叫法", "Used before";

    figures_of: fn(i32) -> String = |year| format!("{year} 年，按记录"), |year| format!("{year}, by the records");
    figures_of_quarter: fn(i32, u8) -> String = |year, quarter| format!("{year} 年第 {quarter} 季度，按记录"), |year, quarter| format!("Quarter {quarter} of {year}, by the records");
    held: fn(String, u32) -> String = |kind, n| format!("{kind} {n} 次"), |kind, n| format!("{kind}: {n}");
    hours: fn(String) -> String = |n| format!("{n} 学时"), |n| format!("{n} hours");
    present: fn(u64) -> String = |n| format!("{n} 人次"), |n| format!("{n} attendances");
    problems: fn(u32, u32, u32, u32) -> String = |found, assigned, resolved, closed| format!("发现 {found} 件 · 交办 {assigned} 件 · 解决 {resolved} 件 · 销号 {closed} 件"), |found, assigned, resolved, closed| format!("{found} found · {assigned} handed over · {resolved} solved · {closed} closed");
    month: fn(u8, u64) -> String = |month, n| match n { 0 => format!("{month} 月：已记"), _ => format!("{month} 月：{n} 人") }, |month, n| match n { 0 => format!("Month {month}: recorded"), _ => format!("Month {month}: {n}") };
    cards_none: fn(String) -> String = |name| format!("{name}：还没有"), |name| format!("{name}: none yet");
    cards_blank: fn(String) -> String = |name| format!("{name}：还没填"), |name| format!("{name}: not filled in yet");
    cards_yearly: fn(String) -> String = |name| format!("{name}：已填"), |name| format!("{name}: filled in");
    cards_open: fn(String, u32) -> String = |name, begun| format!("{name} {begun} 件"), |name, begun| format!("{name}: {begun}");
    cards: fn(String, u32, u32) -> String = |name, begun, settled| format!("{name} {begun} 件，办结 {settled} 件"), |name, begun, settled| format!("{name}: {begun}, {settled} settled");

    draft: fn(usize) -> String = |n| format!("从记录里选（{n} 条）"), |n| format!("Take from the records ({n})");
    draft_hint: &'static str = "点一条就写进去，可以再改。", "A tap writes it in; it can be changed.";
    draft_none: &'static str = "记录里暂时没有可写的。", "There is nothing in the records for this yet.";
    draft_held: fn(String, usize) -> String = |kind, n| format!("{kind} {n} 次"), |kind, n| format!("{kind}: {n}");
    draft_settled: fn(String, String) -> String = |mechanism, name| format!("{mechanism}办结：{name}"), |mechanism, name| format!("{mechanism}, settled: {name}");
    draft_under_way: fn(String, String) -> String = |mechanism, name| format!("{mechanism}继续办：{name}"), |mechanism, name| format!("{mechanism}, under way: {name}");
    draft_solved: fn(String) -> String = |problem| format!("解决了：{problem}"), |problem| format!("Solved: {problem}");
    draft_open: fn(String) -> String = |problem| format!("继续解决：{problem}"), |problem| format!("Still to be solved: {problem}");
    draft_overdue: fn(String) -> String = |problem| format!("整改超期：{problem}"), |problem| format!("Rectification overdue: {problem}");
    draft_late: fn(String) -> String = |duty| format!("没有按时办：{duty}"), |duty| format!("Not done in time: {duty}");
    draft_unmet: fn(String) -> String = |item| format!("未达标：{item}"), |item| format!("Not met: {item}");
    draft_partly: fn(String) -> String = |item| format!("部分达标：{item}"), |item| format!("Partly met: {item}");
}
