//! What is handed to others (给别人看): one period of the workspace, with the pack that says what is
//! private in it and the pack that its file has to carry; and what of the result they see
//! otherwise, because something was left out.
//!
//! Not here: what is left out (`exchange::for_others`), and everything at once, which is the
//! workspace.

use super::standards::loaded;
use super::workspace::Workspace;
use crate::assessment::{Assessment, Organization, Outcome, judge_with_ledger};
use crate::duty::{Circumstances, RecordingSince};
use crate::exchange::Document;
use crate::exchange::for_others::{ForOthers, OwnPart, OwnPeriod};
use crate::ledger::{Entry, EntryBody, Ledger, LedgerPage};
use crate::period::{CivilDate, Quarter};
use crate::sorted_set::SortedSet;
use crate::standard::{
    ItemId, OrganizationType, StandardPack, built_in_in_chinese, built_in_in_chinese_with_later,
};
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
    let issued = match carried {
        Some(_) => None,
        None => knowing_what_is_private(organization.organization_type, &pages),
    };
    Some(look(&OwnPeriod {
        organization,
        assessment,
        pages,
        pack: carried.or(issued.as_ref()),
        carried,
    }))
}

/// The built-in pack of a type, with as much of it as says what on these pages is private. What it
/// says in English is left out, and so are the mechanisms that come later where no card is of one:
/// a page that says what goes out would load all of it at its start.
fn knowing_what_is_private(kind: OrganizationType, pages: &[&LedgerPage]) -> Option<StandardPack> {
    let pack = built_in_in_chinese(kind).ok()?;
    let entries = pages.iter().flat_map(|page| page.entries.values());
    let is_of_later = |entry: &Entry| match &entry.body {
        Some(EntryBody::Card(card)) => pack.checklist.mechanism(&card.mechanism).is_none(),
        _ => false,
    };
    match entries.into_iter().any(is_of_later) {
        true => built_in_in_chinese_with_later(kind).ok(),
        false => Some(pack),
    }
}

/// The pack that a file with this assessment has to carry, because it is not built in.
fn carried_pack<'a>(
    workspace: &'a Workspace,
    organization: &Organization,
    assessment: &Assessment,
) -> Option<&'a StandardPack> {
    let own = loaded(workspace, &assessment.pack.id);
    let own = own.or_else(|| loaded(workspace, organization.pack.as_ref()?));
    own.map(|own| &own.pack)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Card;
    use crate::sorted_map::SortedMap;
    use crate::standard::built_in;

    #[test]
    fn of_every_card_it_is_known_whether_it_is_private() {
        for kind in OrganizationType::ALL {
            let whole = built_in(kind).unwrap();
            for mechanism in &whole.checklist.mechanisms {
                let card = Card {
                    mechanism: mechanism.id.clone(),
                    year: 2026,
                    title: String::new(),
                    values: SortedMap::default(),
                    steps: SortedMap::default(),
                    links: Vec::new(),
                    closed_on: None,
                };
                let entry = Entry {
                    body: Some(EntryBody::Card(card)),
                    ..Entry::default()
                };
                let page = LedgerPage {
                    id: Uuid::from_u128(1),
                    organization: Uuid::from_u128(2),
                    year: 2026,
                    entries: [(Uuid::from_u128(3), entry)].into(),
                    example: false,
                    created_at: 1,
                    extra: Default::default(),
                };
                let known = knowing_what_is_private(kind, &[&page]).unwrap();
                let found = known.checklist.mechanism(&mechanism.id).unwrap();
                assert_eq!(
                    found.is_private(),
                    mechanism.is_private(),
                    "{kind:?} {found:?}"
                );
            }
        }
    }
}
