//! 哪种责任: the kinds of responsibility, where one is told, and what the report of a list of
//! responsibilities says.
//!
//! Not here: the roles, which stand with the duties (`duties`), and the rest of the report
//! (`report`).

use crate::standard::Responsibility;

texts! {
    title: &'static str = "哪种责任", "Kind of responsibility";
    unsaid: &'static str = "没有写明", "Not said";
    first: &'static str = "第一责任", "First responsibility";
    leading: &'static str = "领导责任", "Leading responsibility";
    charge: &'static str = "分管责任", "Responsibility for a part";
    direct: &'static str = "具体责任", "Direct responsibility";
    of_role: fn(&str, &str) -> String = |role, kind| format!("{role}（{kind}）"), |role, kind| format!("{role} ({})", kind.to_lowercase());
    report_title: fn(String) -> String = |quarter| format!("{quarter}责任清单办理情况"), |quarter| format!("The list of responsibilities, {quarter}");
    report_heading: &'static str = "责任清单办理情况", "The list of responsibilities";
    state: &'static str = "办理情况", "How it stands";
    counts: fn(usize, usize, usize) -> String = |done, due, late| {
        let parts = [(done, "已完成"), (due, "待办"), (late, "超期")];
        let said = parts.into_iter().filter(|(count, _)| *count > 0);
        said.map(|(count, word)| format!("{word} {count} 次")).collect::<Vec<_>>().join("，")
    }, |done, due, late| {
        let parts = [(done, "done"), (due, "open"), (late, "late")];
        let said = parts.into_iter().filter(|(count, _)| *count > 0);
        said.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
    };
    not_yet: &'static str = "未到时间", "not due yet";
    prose: fn(usize, String) -> String = |duties, counts| match counts.is_empty() {
        true => format!("本年度责任清单共 {duties} 项，均未到办理时间。"),
        false => format!("本年度责任清单共 {duties} 项，{counts}。"),
    }, |duties, counts| match counts.is_empty() {
        true => format!("{duties} responsibilities for the year, none of them due yet."),
        false => format!("{duties} responsibilities for the year: {counts}."),
    };
}

impl Texts {
    /// The name of a kind of responsibility.
    pub fn kind(&self, kind: Responsibility) -> &'static str {
        match kind {
            Responsibility::First => self.first,
            Responsibility::Leading => self.leading,
            Responsibility::Charge => self.charge,
            Responsibility::Direct => self.direct,
        }
    }
}
