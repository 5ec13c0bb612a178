//! 分组查看: what the standard asks under the names of projects and main duties.
//!
//! Not here: these names, which are data of the packs.

texts! {
    title: &'static str = "按工程和职责看", "By project and duty";
    subtitle: &'static str = "一轴四轮、六大工程等，换个分法看", "The same items under other names";
    none: &'static str = "现在的标准没有别的分法。", "The standard in force has no other grouping.";
    met: fn(String, usize, usize) -> String = |name, met, all| format!("{name} · 达标\u{a0}{met}/{all}"), |name, met, all| format!("{name} · {met} of {all} met");
    elsewhere: fn(String) -> String = |names| format!("别的类型：{names}"), |names| format!("Of other types: {names}");
}
