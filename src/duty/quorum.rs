//! Presence and votes (到会与表决), and the number of candidates, held against a rule of the pack.
//!
//! Not here: the rules; they are data of the pack, each with its source.

use crate::standard::{Base, QuorumRule, Share};

/// How many are needed, and whether there are that many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The least number that is enough.
    pub at_least: u32,
    /// Whether there are that many.
    pub reached: bool,
}

/// What numbers of a meeting come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuorumOutcome {
    /// The numbers cannot be: more present than eligible, or more approving than present.
    Impossible,
    /// They can.
    Reckoned {
        /// Presence (到会).
        presence: Needed,
        /// Approval (赞成), where the rule has one; not reached as long as it is not given.
        approval: Option<Needed>,
    },
}

/// Holds the numbers of a meeting against a rule. `approve` is nothing before the vote.
pub fn reckon(
    rule: &QuorumRule,
    eligible: u32,
    present: u32,
    approve: Option<u32>,
) -> QuorumOutcome {
    if present > eligible || approve.is_some_and(|approve| approve > present) {
        return QuorumOutcome::Impossible;
    }
    let presence = needed(rule.presence, eligible, Some(present));
    let approval = rule.approval.map(|approval| {
        let base = match approval.of {
            Base::Eligible => eligible,
            Base::Present => present,
        };
        needed(approval.share, base, approve)
    });
    QuorumOutcome::Reckoned { presence, approval }
}

/// How many candidates there have to be at least for so many seats (差额选举): the seats, and the
/// share of them beside, rounded up.
pub fn candidates_needed(surplus: Share, seats: u32) -> u32 {
    let most = u64::from(u32::MAX);
    let needed = (u64::from(seats) + least(surplus, seats)).min(most);
    u32::try_from(needed).unwrap_or(u32::MAX)
}

fn needed(share: Share, of: u32, there: Option<u32>) -> Needed {
    let least = least(share, of);
    Needed {
        at_least: u32::try_from(least).unwrap_or(u32::MAX),
        reached: there.is_some_and(|there| u64::from(there) >= least),
    }
}

/// The least whole number that is the share, or more than it. Nobody at all is never enough.
fn least(share: Share, of: u32) -> u64 {
    let (numerator, denominator) = (u64::from(share.numerator), u64::from(share.denominator));
    let whole = u64::from(of) * numerator;
    let least = if share.more_than {
        whole / denominator.max(1) + 1
    } else {
        whole.div_ceil(denominator.max(1))
    };
    least.max(1)
}

/// What the numbers of a meeting come to, in one word (结论): the first thing that is to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingVerdict {
    /// The numbers cannot be.
    Impossible,
    /// Too few came: it cannot be held.
    TooFew {
        /// How many had to come.
        present: u32,
    },
    /// Enough came, and there was no vote yet, or the rule says nothing about votes.
    Quorate {
        /// How many had to come.
        present: u32,
        /// How many have to approve; `None` if the rule does not say.
        approve: Option<u32>,
    },
    /// Enough came, and it was voted on.
    Voted {
        /// How many had to come.
        present: u32,
        /// How many had to approve.
        approve: u32,
        /// Whether that many did.
        passed: bool,
    },
}

impl MeetingVerdict {
    /// Holds the numbers of a meeting against a rule. `None` as long as it is not known how many
    /// ought to be there and how many were.
    pub fn of(
        rule: &QuorumRule,
        eligible: Option<u32>,
        present: Option<u32>,
        approve: Option<u32>,
    ) -> Option<Self> {
        Some(match reckon(rule, eligible?, present?, approve) {
            QuorumOutcome::Impossible => Self::Impossible,
            QuorumOutcome::Reckoned { presence, .. } if !presence.reached => Self::TooFew {
                present: presence.at_least,
            },
            QuorumOutcome::Reckoned { presence, approval } => match (approval, approve) {
                (Some(needed), Some(_)) => Self::Voted {
                    present: presence.at_least,
                    approve: needed.at_least,
                    passed: needed.reached,
                },
                (needed, _) => Self::Quorate {
                    present: presence.at_least,
                    approve: needed.map(|needed| needed.at_least),
                },
            },
        })
    }

    /// Whether nothing is against it.
    pub fn is_good(self) -> bool {
        match self {
            Self::Impossible | Self::TooFew { .. } => false,
            Self::Quorate { .. } => true,
            Self::Voted { passed, .. } => passed,
        }
    }
}
