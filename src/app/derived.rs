//! What follows from what the user entered (由填写内容推算): the memos of the state, in the order
//! in which they build on each other.
//!
//! Every edit changes the one signal, so each memo first asks whether what it stands on has
//! changed, and hands on the very same value where it has not. None reads a signal that is not one
//! of those entered, since what has many ways to them is told of their changes once
//! ([`Entered::told_once`]). Not here: the state that holds them (`state`), and the reckoning
//! itself (`assessment`, `duty`).

use super::entered::{Entered, Source};
use super::opened;
use super::standards;
use super::versions;
use crate::assessment::{Assessment, Organization, Outcome, judge_in_force};
use crate::duty::{self, Agenda, Circumstances, Findings, RecordingSince};
use crate::ledger::{Ledger, LedgerPage};
use crate::period::{CivilDate, JudgingDay};
use crate::standard::{
    ItemId, OrganizationType, StandardPack, built_in, built_in_in_brief, built_in_in_chinese,
    is_here,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The organisation that is open: the one at which this tab stays, or else the chosen one.
pub fn organization(entered: Entered) -> Memo<Option<Organization>> {
    let pinned = entered.pinned_organization;
    Memo::new(move |_| {
        let workspace = entered.workspace;
        workspace.with(|workspace| opened::organization(workspace, pinned.get()).cloned())
    })
}

/// The pack that the open assessment is judged by, as it was issued, or else that of the
/// organisation; one without a checklist has the built-in one of the type beside it.
pub fn pack(
    entered: Entered,
    organization: Memo<Option<Organization>>,
    assessment: Memo<Option<Assessment>>,
    ledger: Memo<Arc<Ledger>>,
) -> Memo<Option<Arc<StandardPack>>> {
    let workspace = entered.workspace;
    let chosen =
        Memo::new(move |_| organization.with(|one| one.as_ref().and_then(|one| one.pack.clone())));
    let named = Memo::new(move |_| assessment.with(|one| one.as_ref().map(|one| one.pack.clone())));
    let loaded = Memo::new(move |before: Option<&Option<Arc<StandardPack>>>| {
        let (chosen, named) = (chosen.get(), named.get());
        workspace.with(|workspace| {
            let own = match &named {
                Some(named) => versions::loaded_for(workspace, chosen.as_deref(), named),
                None => standards::loaded(workspace, chosen.as_deref()?),
            };
            let own = &own?.pack;
            Some(match before.and_then(Option::as_ref) {
                Some(before) if **before == *own => before.clone(),
                _ => Arc::new(own.clone()),
            })
        })
    });
    // Apart from the loaded one, since putting a pack together takes longer than all the rest.
    let issued = issued(entered, organization, ledger);
    entered.told_once(Memo::new(move |_| match loaded.get() {
        // What is due stays on where the loaded pack does not speak of it.
        Some(own) => Some(own.completed(|| issued.get()).map_or(own, Arc::new)),
        None => issued.get(),
    }))
}

/// The built-in pack of the type of the organisation, as much of it as is needed now.
fn issued(
    entered: Entered,
    organization: Memo<Option<Organization>>,
    ledger: Memo<Arc<Ledger>>,
) -> Memo<Option<Arc<StandardPack>>> {
    type Kind = OrganizationType;
    let kind =
        Memo::new(move |_| organization.with(|one| one.as_ref().map(|one| one.organization_type)));
    let workspace = entered.workspace;
    let language = Memo::new(move |_| workspace.with(|workspace| workspace.settings.language));
    let made = move |in_chinese: fn(Kind) -> _, kind: Kind| {
        let pack = language.get().of([in_chinese, built_in])(kind);
        pack.ok().map(Arc::new)
    };
    let plain = Memo::new(move |_| {
        let kind = kind.get()?;
        if !is_here(kind) {
            entered.packs_taken_in.track();
        }
        match entered.in_brief.get() {
            true => made(built_in_in_brief, kind),
            false => made(built_in_in_chinese, kind),
        }
    });
    let needs_later = Memo::new(move |_| {
        entered.with_later.get()
            && (entered.all_mechanisms.get()
                || plain.with(|pack| {
                    pack.as_ref().is_some_and(|pack| {
                        organization.with(|one| {
                            ledger.with(|ledger| speaks_of_others(pack, one.as_ref(), ledger))
                        })
                    })
                }))
    });
    Memo::new(move |_| match needs_later.get() {
        true => built_in(kind.get()?).ok().map(Arc::new),
        false => plain.get(),
    })
}

/// Whether an organisation has a mechanism on, or a card of one, that a pack does not have.
fn speaks_of_others(
    pack: &StandardPack,
    organization: Option<&Organization>,
    ledger: &Ledger,
) -> bool {
    let is_other = |id: &ItemId| pack.checklist.mechanism(id).is_none();
    let mut switched = organization
        .into_iter()
        .flat_map(|one| one.local.mechanisms.keys());
    switched.any(is_other) || ledger.cards.values().any(|card| is_other(&card.mechanism))
}

/// The pack with the user's own changes.
pub fn pack_in_force(
    pack: Memo<Option<Arc<StandardPack>>>,
    organization: Memo<Option<Organization>>,
) -> Memo<Option<Arc<StandardPack>>> {
    Memo::new(move |_| {
        let pack = pack.get()?;
        organization.with(|organization| {
            let local = organization.as_ref().map(|one| &one.local);
            match local.filter(|local| !local.is_empty()) {
                Some(local) => Some(Arc::new(local.applied_to(&pack))),
                None => Some(pack),
            }
        })
    })
}

/// The assessment that is open: the chosen one of this organisation, or else its latest that has
/// begun.
pub fn assessment(
    entered: Entered,
    organization: Memo<Option<Organization>>,
) -> Memo<Option<Assessment>> {
    entered.told_once(Memo::new(move |_| {
        let organization = organization.with(|one| one.as_ref().map(|one| one.id))?;
        let (chosen, today) = (entered.chosen_assessment.get(), entered.today.get());
        entered
            .workspace
            .with(|workspace| opened::assessment(workspace, organization, chosen, today).cloned())
    }))
}

/// The assessment of the period before.
pub fn previous(
    entered: Entered,
    assessment: Memo<Option<Assessment>>,
) -> Memo<Option<Assessment>> {
    let workspace = entered.workspace;
    Memo::new(move |_| {
        let (organization, period) =
            assessment.with(|one| one.as_ref().map(|one| (one.organization, one.period)))?;
        workspace.with(|workspace| workspace.assessment_before(organization, period).cloned())
    })
}

/// What was recorded for the organisation, in all years.
pub fn ledger(entered: Entered, organization: Memo<Option<Organization>>) -> Memo<Arc<Ledger>> {
    let workspace = entered.workspace;
    let gathered = Memo::new(move |before: Option<&Arc<Gathered>>| {
        let open = organization.with(|one| one.as_ref().map(|one| one.id));
        workspace.with(|workspace| {
            let pages = open.map(|id| workspace.pages_of(id));
            Gathered::of(pages.into_iter().flatten(), before)
        })
    });
    entered.told_once(Memo::new(move |_| {
        gathered.with(|gathered| gathered.ledger.clone())
    }))
}

/// The day on which the organisation was entered; what was due before it is not overdue. It is
/// found anew with each day, since the device may have changed its zone.
pub fn recording_since(
    entered: Entered,
    organization: Memo<Option<Organization>>,
) -> Memo<Option<RecordingSince>> {
    Memo::new(move |_| {
        entered.today.track();
        let offset = entered.offset_minutes();
        organization.with(|one| one.as_ref().map(|one| one.recording_since(offset)))
    })
}

/// What is known of the open organisation today. `None` while there is none, or while the clock
/// shows no day.
#[derive(Clone, Copy)]
pub struct Known {
    /// Today.
    pub today: Source<Option<CivilDate>>,
    /// The open organisation.
    pub organization: Memo<Option<Organization>>,
    /// What was recorded for it.
    pub ledger: Memo<Arc<Ledger>>,
    /// When recording began.
    pub recording_since: Memo<Option<RecordingSince>>,
}

impl Known {
    /// Looks at the organisation and at what is known of it.
    pub fn with<Value>(
        self,
        look: impl FnOnce(&Organization, &Circumstances<'_>) -> Value,
    ) -> Option<Value> {
        let (today, recording_since) = (self.today.get()?, self.recording_since.get()?);
        self.organization.with(|organization| {
            let organization = organization.as_ref()?;
            self.ledger.with(|ledger| {
                let known = Circumstances {
                    facts: &organization.facts,
                    term_end: organization.term_end,
                    ledger,
                    recording_since,
                    today,
                };
                Some(look(organization, &known))
            })
        })
    }
}

/// What the ledger says about the items of the pack in the open period, by today. Apart from the
/// judging, since no answer changes it.
pub fn findings(
    entered: Entered,
    pack_in_force: Memo<Option<Arc<StandardPack>>>,
    assessment: Memo<Option<Assessment>>,
    known: Known,
) -> Memo<Option<Arc<Findings>>> {
    let period = Memo::new(move |_| assessment.with(|one| one.as_ref().map(|one| one.period)));
    entered.told_once(Memo::new(move |_| {
        let (pack, period) = (pack_in_force.get()?, period.get()?);
        known.with(|_, known| {
            let judging = JudgingDay::new(period, known.today);
            Arc::new(duty::findings(&pack, known, judging))
        })
    }))
}

/// What the assessment amounts to by today, with what was recorded.
pub fn outcome(
    entered: Entered,
    pack_in_force: Memo<Option<Arc<StandardPack>>>,
    assessment: Memo<Option<Assessment>>,
    organization: Memo<Option<Organization>>,
    findings: Memo<Option<Arc<Findings>>>,
) -> Memo<Option<Arc<Outcome>>> {
    entered.told_once(Memo::new(move |_| {
        let (pack, findings) = (pack_in_force.get()?, findings.get()?);
        let today = entered.today.get()?;
        assessment.with(|assessment| {
            let assessment = assessment.as_ref()?;
            organization.with(|organization| {
                let judging = JudgingDay::new(assessment.period, today);
                let organization = organization.as_ref()?;
                let outcome = judge_in_force(&pack, organization, assessment, judging, findings);
                Some(Arc::new(outcome))
            })
        })
    }))
}

/// What is late, due and next today.
pub fn agenda(
    entered: Entered,
    pack_in_force: Memo<Option<Arc<StandardPack>>>,
    known: Known,
) -> Memo<Arc<Agenda>> {
    entered.told_once(Memo::new(move |_| {
        let found = pack_in_force
            .get()
            .and_then(|pack| known.with(|_, known| duty::agenda(&pack.checklist, known)));
        Arc::new(found.unwrap_or_default())
    }))
}

/// The pages of an organisation, and the ledger that they make.
#[derive(PartialEq, Eq)]
struct Gathered {
    pages: Vec<LedgerPage>,
    ledger: Arc<Ledger>,
}

impl Gathered {
    /// What these pages make; the very same as before where they are the same. An answer changes
    /// no page, so a tap on one gathers nothing.
    fn of<'a>(
        pages: impl Iterator<Item = &'a LedgerPage> + Clone,
        before: Option<&Arc<Self>>,
    ) -> Arc<Self> {
        if let Some(before) = before
            && pages.clone().eq(&before.pages)
        {
            return before.clone();
        }
        Arc::new(Self {
            ledger: Arc::new(Ledger::of(pages.clone())),
            pages: pages.cloned().collect(),
        })
    }
}
