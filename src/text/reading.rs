//! What a card shows of elsewhere: lists in which something is looked up, and the end of the term.
//!
//! Not here: the names of lists and fields, which are data of the packs.

texts! {
    lookup_found: fn(usize) -> String = |n| format!("清单里有 {n} 条："), |n| match n { 1 => "1 line of the lists:".to_owned(), _ => format!("{n} lines of the lists:") };
    lookup_none: &'static str = "清单里没有。", "Not on the lists.";
    lookup_no_lists: &'static str = "还没有录入清单，没有可查的。", "No lists were entered yet, so there is nothing to look in.";
    lookup_see: &'static str = "看清单", "See the lists";
    lookup_enter: &'static str = "先录入清单", "Enter the lists first";
    term_end: fn(String) -> String = |day| format!("届满日：{day}"), |day| format!("The term ends: {day}");
    term_unknown: &'static str = "组织资料里还没有届满日。", "The profile has no end of term yet.";
    term_enter: &'static str = "去填届满日", "Enter the end of term";
    term_ahead: fn(u32, String) -> String = |months, day| format!("提前 {months} 个月：{day}"), |months, day| match months { 1 => format!("One month ahead: {day}"), _ => format!("{months} months ahead: {day}") };
    term_past: fn(u32, String) -> String = |months, day| format!("提前 {months} 个月：{day}，已过"), |months, day| match months { 1 => format!("One month ahead: {day}, gone"), _ => format!("{months} months ahead: {day}, gone") };
}
