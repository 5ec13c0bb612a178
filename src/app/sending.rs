//! What is handed to others (给别人看): one period of the workspace, with the pack that says what is
//! private in it and the pack that its file has to carry; and what of the result they see
//! otherwise, because something was left out.
//!
//! Not here: what is left out (`exchange::for_others`), and everything at once, which is the
//! workspace.

use super::versions::loaded_for;
use super::workspace::Workspace;
use crate::assessment::{Assessment, Organization, Outcome, judge_with_ledger};
use crate::duty::{Circumstances, RecordingSince};
use crate::exchange::Document;
use crate::exchange::for_others::{ForOthers, OwnPart, OwnPeriod};
use crate::ledger::{Ledger, LedgerPage};
use crate::period::{CivilDate, Quarter};
use crate::sorted_set::SortedSet;
use crate::standard::{ItemId, OrganizationType, StandardPack, built_in_in_chinese};
use uuid::Uuid;

/// What of a result others see otherwise than the user does (对方看到的不一样).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenOtherwise {
    /// Basics that stand otherwise, by key.
    pub basics: Vec<String>,
    /// Stars that stand otherwise or have other points, by key.
    pub stars: Vec<String>,
    /// Indicators that stand otherwise or have other points.
    pub items: Vec<ItemId>,
}

impl SeenOtherwise {
    /// Whether they see the same.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A period as others may see it, with the own parts that the user takes in; `None` if the period
/// or its organisation is not on this device.
pub fn for_others(
    workspace: &Workspace,
    assessment: Uuid,
    included: &SortedSet<OwnPart>,
) -> Option<ForOthers> {
    with_period(workspace, assessment, |period| {
        ForOthers::of(period, included)
    })
}

/// The same period with all of its year: what was recorded after its end as well. For sheets of a
/// year, which are no result.
pub fn for_others_with_year(
    workspace: &Workspace,
    assessment: Uuid,
    included: &SortedSet<OwnPart>,
) -> Option<ForOthers> {
    with_period(workspace, assessment, |period| {
        let year = period.assessment.period.year();
        let to_its_end = Assessment {
            period: Quarter::new(year, 4).unwrap_or(period.assessment.period),
            ..period.assessment.clone()
        };
        let whole_year = OwnPeriod {
            assessment: &to_its_end,
            ..period.clone()
        };
        ForOthers::of(&whole_year, included)
    })
}

/// What others see otherwise in this period, judged by today; `None` if the period is not on this
/// device, or its pack is not at hand. `recording_since` says when records began to be kept.
pub fn seen_otherwise(
    workspace: &Workspace,
    assessment: Uuid,
    included: &SortedSet<OwnPart>,
    today: CivilDate,
    recording_since: RecordingSince,
) -> Option<SeenOtherwise> {
    with_period(workspace, assessment, |period| {
        let pack = period.pack?;
        let judged = |organization: &Organization, assessment: &Assessment, ledger: &Ledger| {
            let known = Circumstances {
                facts: &organization.facts,
                term_end: organization.term_end,
                ledger,
                recording_since,
                today,
            };
            judge_with_ledger(pack, organization, assessment, &known)
        };
        let own_ledger = Ledger::of(period.pages.iter().copied());
        let own = judged(period.organization, period.assessment, &own_ledger);
        let sent = ForOthers::of(period, included).documents();
        let pages = sent.iter().filter_map(|document| match document {
            Document::Ledger(page) => Some(page),
            _ => None,
        });
        let pages: Vec<&LedgerPage> = pages.collect();
        let sent_ledger = Ledger::of(pages);
        let of_sent = |document: &Document| match document {
            Document::Assessment(one) => Some(judged(period.organization, one, &sent_ledger)),
            _ => None,
        };
        let theirs = sent.iter().find_map(of_sent)?;
        Some(differences(&own, &theirs))
    })?
}

fn differences(own: &Outcome, theirs: &Outcome) -> SeenOtherwise {
    let mut all = SeenOtherwise::default();
    for (mine, other) in own.basics.iter().zip(&theirs.basics) {
        if mine.state != other.state {
            all.basics.push(mine.key.clone());
        }
        for (mine, other) in mine.indicators.iter().zip(&other.indicators) {
            if mine.standing != other.standing {
                all.items.push(mine.id.clone());
            }
        }
    }
    for (mine, other) in own.stars.iter().zip(&theirs.stars) {
        if (mine.state, mine.score) != (other.state, other.score) {
            all.stars.push(mine.key.clone());
        }
        for (mine, other) in mine.indicators.iter().zip(&other.indicators) {
            if mine.points != other.points {
                all.items.push(mine.id.clone());
            }
        }
    }
    all
}

/// Looks at a period with everything that belongs to it.
fn with_period<Value>(
    workspace: &Workspace,
    assessment: Uuid,
    look: impl FnOnce(&OwnPeriod<'_>) -> Value,
) -> Option<Value> {
    let assessment = workspace.assessments.get(&assessment)?;
    let organization = workspace.organizations.get(&assessment.organization)?;
    let carried = carried_pack(workspace, organization, assessment);
    let pages: Vec<&LedgerPage> = workspace.pages_of(organization.id).collect();
    let known = knowing_what_is_private(organization.organization_type, carried);
    Some(look(&OwnPeriod {
        organization,
        assessment,
        pages,
        pack: known.as_ref(),
        carried,
    }))
}

/// The pack that says what is private: the one that is carried, with what it leaves to the built-in
/// one, or else the built-in one. What that says in English is
/// left out, and so are the mechanisms that come later, of which `is_shown_later` knows: a page
/// that says what goes out would load all of it at its start.
fn knowing_what_is_private(
    kind: OrganizationType,
    carried: Option<&StandardPack>,
) -> Option<StandardPack> {
    let issued = || built_in_in_chinese(kind).ok();
    match carried {
        Some(own) => Some(own.completed(issued).unwrap_or_else(|| own.clone())),
        None => issued(),
    }
}

/// The pack that a file with this assessment has to carry, because it is not built in.
fn carried_pack<'a>(
    workspace: &'a Workspace,
    organization: &Organization,
    assessment: &Assessment,
) -> Option<&'a StandardPack> {
    let own = loaded_for(workspace, organization.pack.as_deref(), &assessment.pack);
    own.map(|own| &own.pack)
}
