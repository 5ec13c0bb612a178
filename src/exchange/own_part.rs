//! What the interface calls 「只给自己看」: which parts of a period stay on the device when the period
//! is handed to somebody else, and how many of each there are.
//!
//! Which mechanisms are private is data of the pack (`Mechanism::is_private`); one that the pack
//! does not have is private too, since nobody can say that it is not. Not here: leaving them out
//! ([`super::for_others`]).

use crate::assessment::{Answer, AnswerValue, Organization, VetoAnswer};
use crate::ledger::{Card, EntryBody, Missed, Record, RecordOf, Reply, Review};
use crate::rectification::{Origin, Rectification};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::{Fulfilment, ItemId, StandardPack, is_shown_later};
use serde_json::{Map, Value};

/// A part that is private to the user (只给自己看), in the order in which it is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnPart {
    /// The notes beside answers (备注).
    Notes,
    /// Vetoes answered with 「有」 or 「不清楚」, and rectifications that come from a veto.
    Vetoes,
    /// The cards of a private mechanism, and rectifications that come from them.
    Mechanism(ItemId),
    /// Duties of the user's own (自加责任项), and what was recorded for them.
    OwnDuties,
    /// Fields of a later version, of which this one cannot tell what they say.
    Unknown,
}

/// Tells the own parts from the rest, counts them, and says which of them go out.
pub(super) struct OwnParts<'a> {
    organization: &'a Organization,
    pack: Option<&'a StandardPack>,
    included: &'a SortedSet<OwnPart>,
    found: SortedMap<OwnPart, usize>,
}

impl<'a> OwnParts<'a> {
    pub(super) fn new(
        organization: &'a Organization,
        pack: Option<&'a StandardPack>,
        included: &'a SortedSet<OwnPart>,
    ) -> Self {
        Self {
            organization,
            pack,
            included,
            found: SortedMap::new(),
        }
    }

    /// Counts what was found of a part, and says whether it goes out.
    pub(super) fn count(&mut self, part: OwnPart, number: usize) -> bool {
        let goes = self.goes(&part);
        if number > 0 {
            *self.found.entry(part).or_default() += number;
        }
        goes
    }

    /// Whether a part goes out.
    pub(super) fn goes(&self, part: &OwnPart) -> bool {
        self.included.contains(part)
    }

    /// Unknown fields that go out: all of them, or none.
    pub(super) fn unknown(&mut self, fields: &Map<String, Value>) -> Map<String, Value> {
        match self.count(OwnPart::Unknown, fields.len()) {
            true => fields.clone(),
            false => Map::new(),
        }
    }

    /// How many there are of each part, whether it goes out or not.
    pub(super) fn into_found(self) -> SortedMap<OwnPart, usize> {
        self.found
    }

    /// The part to which a whole answer belongs, if it is private to the user.
    pub(super) fn of_answer(&self, answer: &Answer) -> Option<OwnPart> {
        let veto = answer.value.as_ref().and_then(AnswerValue::veto);
        match veto? {
            VetoAnswer::Present | VetoAnswer::Unclear => Some(OwnPart::Vetoes),
            VetoAnswer::Clear => None,
        }
    }

    /// The part to which an entry belongs, if it is private to the user.
    pub(super) fn of_entry(&self, body: &EntryBody) -> Option<OwnPart> {
        match body {
            EntryBody::Record(Record { of, .. }) => match of {
                RecordOf::Duty(duty) => self.of_duty(duty),
                RecordOf::Kind(_) => None,
            },
            EntryBody::Missed(Missed { duty, .. }) => self.of_duty(duty),
            EntryBody::Rectification(Rectification { origin, .. }) => match origin {
                Origin::Signal(mechanism, _) => Some(OwnPart::Mechanism(mechanism.clone())),
                Origin::Indicator(id) => self.of_veto(id),
                Origin::WalkThrough(_) | Origin::Review | Origin::Other => None,
            },
            EntryBody::Card(Card { mechanism, .. }) => self.of_mechanism(mechanism),
            EntryBody::Review(Review { item, .. }) | EntryBody::Reply(Reply { item, .. }) => {
                item.as_ref().and_then(|id| self.of_veto(id))
            }
        }
    }

    /// What is about a veto.
    fn of_veto(&self, id: &ItemId) -> Option<OwnPart> {
        let is_veto = self.pack.is_some_and(|pack| pack.veto(id).is_some());
        is_veto.then_some(OwnPart::Vetoes)
    }

    fn of_mechanism(&self, id: &ItemId) -> Option<OwnPart> {
        let is_shown = match self.pack.map(|pack| pack.checklist.mechanism(id)) {
            Some(Some(known)) => !known.is_private(),
            Some(None) => is_shown_later(&id.0),
            None => false,
        };
        (!is_shown).then(|| OwnPart::Mechanism(id.clone()))
    }

    /// A duty of the user's own, or one that consists of the cards of a private mechanism.
    fn of_duty(&self, id: &ItemId) -> Option<OwnPart> {
        let known = self.pack.and_then(|pack| pack.checklist.duty(id));
        let is_own = self.organization.local.own_duties.contains_key(id);
        match known.map(|duty| &duty.done_by) {
            Some(Fulfilment::Cards(mechanism)) => self.of_mechanism(mechanism),
            Some(_) => None,
            None => (is_own || id.0.starts_with("OWN-")).then_some(OwnPart::OwnDuties),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::Span;
    use crate::sorted_map::SortedMap;
    use crate::standard::{OrganizationType, built_in, built_in_in_chinese};
    use uuid::Uuid;

    fn organization(kind: OrganizationType) -> Organization {
        Organization {
            id: Uuid::nil(),
            name: String::new(),
            organization_type: kind,
            facts: Default::default(),
            term_end: None,
            pack: None,
            local: Default::default(),
            example: false,
            created_at: 0,
            changed_at: 0,
            extra: Default::default(),
        }
    }

    /// A page that says what goes out reads the pack without the mechanisms that come later.
    #[test]
    fn it_is_the_same_whether_the_pack_has_what_comes_later() {
        for kind in OrganizationType::ALL {
            let [in_brief, whole] = [built_in_in_chinese(kind), built_in(kind)].map(Result::unwrap);
            let organization = organization(kind);
            let included = SortedSet::new();
            let check = |body: &EntryBody| {
                let [known, expected] = [&in_brief, &whole]
                    .map(|pack| OwnParts::new(&organization, Some(pack), &included).of_entry(body));
                assert_eq!(known, expected, "{kind:?} {body:?}");
            };
            for mechanism in &whole.checklist.mechanisms {
                check(&EntryBody::Card(Card {
                    mechanism: mechanism.id.clone(),
                    year: 2026,
                    title: String::new(),
                    values: SortedMap::default(),
                    steps: SortedMap::default(),
                    links: Vec::new(),
                    closed_on: None,
                }));
            }
            for duty in &whole.checklist.duties {
                check(&EntryBody::Missed(Missed {
                    duty: duty.id.clone(),
                    span: Span::Year(2026),
                    reason: String::new(),
                }));
            }
        }
    }
}
