//! How an indicator, a basic or a star stands, in a word (达标、得星).
//!
//! Not here: why it stands so (`reason_words`), and the icon and colour beside the word.

use super::common::Texts;
use crate::assessment::{BasicState, Standing, StarState};

impl Texts {
    /// How an indicator stands.
    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Met => self.standing_met,
            Standing::Partly => self.standing_partly,
            Standing::Unmet => self.standing_unmet,
            Standing::Unchecked => self.standing_unchecked,
            Standing::NotApplicable => self.standing_not_applicable,
            Standing::NotDue => self.standing_not_due,
            Standing::Off => self.standing_off,
        }
    }

    /// How a basic stands.
    pub fn basic_state(&self, state: BasicState) -> &'static str {
        match state {
            BasicState::Met => self.basic_met,
            BasicState::MetSoFar => self.basic_met_so_far,
            BasicState::Unmet => self.basic_unmet,
            BasicState::Incomplete => self.basic_incomplete,
            BasicState::NothingDue => self.basic_nothing_due,
        }
    }

    /// How a part with points stands, which need not be a star.
    pub fn part_state(&self, state: StarState, is_star: bool) -> &'static str {
        match (is_star, state) {
            (false, StarState::Won) => self.part_won,
            (false, StarState::NotWon) => self.part_not_won,
            (false, StarState::Frozen) => self.part_frozen,
            _ => self.star_state(state),
        }
    }

    /// How a star stands.
    fn star_state(&self, state: StarState) -> &'static str {
        match state {
            StarState::Won => self.star_won,
            StarState::NotWon => self.star_not_won,
            StarState::Incomplete => self.star_incomplete,
            StarState::NotDue => self.star_undecided,
            StarState::Frozen => self.star_frozen,
            StarState::Named => self.star_named,
            StarState::NotApplicable => self.star_not_applicable,
        }
    }
}
