//! 清单: duties, the agenda, records and tools.
//!
//! Not here: the texts of the duties, which are data of the packs.

use crate::standard::Role;

texts! {
    record_now: &'static str = "记一次", "Record";
    late: &'static str = "超期", "Late";
    due: &'static str = "该办的", "Due";
    next: &'static str = "接下来", "Next";
    role_secretary: &'static str = "书记", "Secretary";
    role_deputy: &'static str = "副书记", "Deputy secretary";
    role_organization: &'static str = "组织委员", "Organisation member";
    role_publicity: &'static str = "宣传委员", "Publicity member";
    role_discipline: &'static str = "纪检委员", "Discipline member";
    role_group_leader: &'static str = "党小组长", "Group leader";
}

impl Texts {
    /// The name of a role.
    pub fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Secretary => self.role_secretary,
            Role::DeputySecretary => self.role_deputy,
            Role::Organization => self.role_organization,
            Role::Publicity => self.role_publicity,
            Role::Discipline => self.role_discipline,
            Role::GroupLeader => self.role_group_leader,
        }
    }
}
