//! 哪种责任: the kinds of responsibility, and where one is told.
//!
//! Not here: the roles, which stand with the duties (`duties`).

use crate::standard::Responsibility;

texts! {
    title: &'static str = "哪种责任", "Kind of responsibility";
    unsaid: &'static str = "没有写明", "Not said";
    first: &'static str = "第一责任", "First responsibility";
    leading: &'static str = "领导责任", "Leading responsibility";
    charge: &'static str = "分管责任", "Responsibility for a part";
    direct: &'static str = "具体责任", "Direct responsibility";
    of_role: fn(&str, &str) -> String = |role, kind| format!("{role}（{kind}）"), |role, kind| format!("{role} ({})", kind.to_lowercase());
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
