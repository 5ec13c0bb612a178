//! One period as somebody else may see it (给别人看): without what is private to the user, and of the
//! ledger only what is of this period.
//!
//! A file for others is made from this type and from no other. It is put together here from every
//! field by name, so that a field that is added later has to be looked at here before anything is
//! built. What is left out is never said to be gone: an answer, an entry or a card that is absent
//! stays where it is on the other side, and a note or a duty of the user's own that was left out
//! has the time 0. Not here: which parts are the user's (`own_part`), and writing the file
//! ([`super::export`]).

mod entries;
mod of_period;

pub use super::own_part::OwnPart;

use self::of_period::OfPeriod;
use super::document::Document;
use super::own_part::OwnParts;
use crate::assessment::{Answer, Assessment, LocalSettings, Organization};
use crate::ledger::LedgerPage;
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::{ItemId, StandardPack};
use serde::Serialize;

/// A period on the device, with everything that belongs to it.
#[derive(Clone, Debug)]
pub struct OwnPeriod<'a> {
    /// The organisation.
    pub organization: &'a Organization,
    /// The assessment of the period.
    pub assessment: &'a Assessment,
    /// All pages of the ledger of the organisation.
    pub pages: Vec<&'a LedgerPage>,
    /// The pack it is held against, which says what is private; `None` if it is not at hand, and
    /// then every card is private.
    pub pack: Option<&'a StandardPack>,
    /// The pack that the file has to carry because it is not built in, if there is one.
    pub carried: Option<&'a StandardPack>,
}

/// A period as others may see it (给别人看). Only [`ForOthers::of`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ForOthers {
    organization: Organization,
    assessment: Assessment,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ledgers: Vec<LedgerPage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standard: Option<StandardPack>,
    #[serde(skip)]
    own_parts: SortedMap<OwnPart, usize>,
}

impl ForOthers {
    /// The period without what is private to the user, but with the parts that the user takes in.
    pub fn of(period: &OwnPeriod<'_>, included: &SortedSet<OwnPart>) -> Self {
        let mut parts = OwnParts::new(period.organization, period.pack, included);
        let organization = organization(period.organization, &mut parts);
        let assessment = assessment(period.assessment, &mut parts);
        let of_period = OfPeriod::new(period.assessment.period, period.organization, period.pack);
        let ledgers = entries::pages(&period.pages, &of_period, &mut parts);
        Self {
            organization,
            assessment,
            ledgers,
            standard: period.carried.cloned(),
            own_parts: parts.into_found(),
        }
    }

    /// The parts that are private to the user and how many there are of each, whether they go out
    /// or not.
    pub fn own_parts(&self) -> &SortedMap<OwnPart, usize> {
        &self.own_parts
    }

    /// What goes out, as documents; the pack that is carried is none of them.
    pub fn documents(&self) -> Vec<Document> {
        let own = [
            Document::Organization(self.organization.clone()),
            Document::Assessment(self.assessment.clone()),
        ];
        let pages = self.ledgers.iter().cloned().map(Document::Ledger);
        own.into_iter().chain(pages).collect()
    }

    /// The pack that is carried.
    pub fn standard(&self) -> Option<&StandardPack> {
        self.standard.as_ref()
    }
}

fn organization(own: &Organization, parts: &mut OwnParts<'_>) -> Organization {
    let Organization {
        id,
        name,
        organization_type,
        facts,
        term_end,
        pack,
        local,
        example,
        created_at,
        changed_at,
        extra,
    } = own;
    Organization {
        id: *id,
        name: name.clone(),
        organization_type: *organization_type,
        facts: *facts,
        term_end: *term_end,
        pack: pack.clone(),
        local: local_settings(local, parts),
        example: *example,
        created_at: *created_at,
        changed_at: *changed_at,
        extra: parts.unknown(extra),
    }
}

/// What decides the result goes along, and so do duties and mechanisms that are on or off; duties
/// in the user's own words do not.
fn local_settings(own: &LocalSettings, parts: &mut OwnParts<'_>) -> LocalSettings {
    let LocalSettings {
        switched,
        thresholds,
        times,
        lines,
        duties,
        duties_since,
        duties_off_since,
        responsibilities,
        mechanisms,
        own_duties,
        own_duties_as_of,
    } = own;
    // Of a duty that stays behind, nothing goes along.
    let mut responsibilities = responsibilities.clone();
    let (own_duties, own_duties_as_of) = match parts.count(OwnPart::OwnDuties, own_duties.len()) {
        true => (own_duties.clone(), *own_duties_as_of),
        false => {
            responsibilities.retain(|id, _| !own.own_duties.contains_key(id));
            (SortedMap::new(), Some(0))
        }
    };
    LocalSettings {
        switched: switched.clone(),
        thresholds: thresholds.clone(),
        times: times.clone(),
        lines: lines.clone(),
        duties: duties.clone(),
        duties_since: duties_since.clone(),
        duties_off_since: duties_off_since.clone(),
        responsibilities,
        mechanisms: mechanisms.clone(),
        own_duties,
        own_duties_as_of,
    }
}

fn assessment(own: &Assessment, parts: &mut OwnParts<'_>) -> Assessment {
    let Assessment {
        id,
        organization,
        period,
        pack,
        answers: given,
        retired,
        summary,
        example,
        created_at,
        extra,
    } = own;
    Assessment {
        id: *id,
        organization: *organization,
        period: *period,
        pack: pack.clone(),
        answers: answers(given, parts),
        retired: answers(retired, parts),
        // It is written to be read by others.
        summary: summary.clone(),
        example: *example,
        created_at: *created_at,
        extra: parts.unknown(extra),
    }
}

fn answers(own: &SortedMap<ItemId, Answer>, parts: &mut OwnParts<'_>) -> SortedMap<ItemId, Answer> {
    let all = own.iter();
    let shown = all.filter_map(|(id, one)| Some((id.clone(), answer(one, parts)?)));
    shown.collect()
}

/// An answer without its note; `None` if the whole answer is private to the user. One that was
/// taken back goes along, so that the other side does not go on with it.
fn answer(own: &Answer, parts: &mut OwnParts<'_>) -> Option<Answer> {
    let Answer {
        value,
        note,
        note_as_of,
        reason,
        evidence,
        carried_from,
        changed_at,
        extra,
    } = own;
    // Everything is counted first, so that what is counted depends on no choice.
    let whole = parts.of_answer(own).map(|part| parts.count(part, 1));
    let (note, note_as_of) = match parts.count(OwnPart::Notes, usize::from(!note.is_empty())) {
        true => (note.clone(), *note_as_of),
        false => (String::new(), Some(0)),
    };
    let shown = Answer {
        value: value.clone(),
        note,
        note_as_of,
        reason: reason.clone(),
        evidence: evidence.clone(),
        carried_from: *carried_from,
        changed_at: *changed_at,
        extra: parts.unknown(extra),
    };
    // An answer of a later version says something that is left out; it was not taken back.
    let says_nothing_now = shown.is_empty() && !extra.is_empty();
    (whole != Some(false) && !says_nothing_now).then_some(shown)
}
