//! 整改 and 机制: rectifications, mechanisms and their cards.
//!
//! Not here: the texts of the mechanisms, which are data of the packs.

use crate::rectification::State;

texts! {
    title: &'static str = "问题整改", "Rectifications";
    state_found: &'static str = "发现", "Found";
    state_assigned: &'static str = "交办", "Assigned";
    state_resolved: &'static str = "解决", "Resolved";
    state_closed: &'static str = "销号", "Closed";
    overdue: &'static str = "超期", "Overdue";
}

impl Texts {
    /// The name of a state.
    pub fn state(&self, state: State) -> &'static str {
        match state {
            State::Found => self.state_found,
            State::Assigned => self.state_assigned,
            State::Resolved => self.state_resolved,
            State::Closed => self.state_closed,
        }
    }
}
