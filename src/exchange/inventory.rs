//! What goes out (清点): every kind of thing in a file and how many there are of it, so that nothing
//! leaves the device that was not named before.
//!
//! Every field is taken by its name, so that one that is added later has to be counted here before
//! anything is built. Not here: the words for it (`text`), and what others may see
//! ([`super::for_others`]).

use super::document::{Document, StoredStandard};
use super::for_others::ForOthers;
use super::settings::Settings;
use crate::assessment::{Answer, Assessment, LocalSettings, Organization};
use crate::ledger::{Entry, EntryBody, LedgerPage, RecordOf};
use crate::sorted_map::SortedMap;
use crate::standard::ItemId;
use serde_json::{Map, Value};

/// How many of each kind of thing go out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// The settings of the app on this device: 0 or 1.
    pub settings: usize,
    /// The secret key by which this device signs: 0 or 1.
    pub keys: usize,
    /// Organisations, each with its name and the facts of its profile.
    pub organizations: usize,
    /// Changes of one's own to the pack (本地设置), without duties of one's own.
    pub local_changes: usize,
    /// Duties of one's own (自加责任项).
    pub own_duties: usize,
    /// Periods (期).
    pub periods: usize,
    /// Answers with a value to indicators and bonus items.
    pub answers: usize,
    /// Answers to vetoes (否决项).
    pub vetoes: usize,
    /// Answers that were taken back, which other copies are told of.
    pub taken_back: usize,
    /// Answers to items that the pack no longer has (已停用), with a value or without.
    pub retired: usize,
    /// Summaries (情况综述) in the user's own words.
    pub summaries: usize,
    /// Notes (备注).
    pub notes: usize,
    /// Reasons (原因) beside answers.
    pub reasons: usize,
    /// Papers (佐证).
    pub papers: usize,
    /// Records (记录), by what they are about.
    pub records: SortedMap<RecordOf, usize>,
    /// Notes that something was not done (未开展).
    pub missed: usize,
    /// Rectifications (整改).
    pub rectifications: usize,
    /// Cards (机制卡片), by mechanism.
    pub cards: SortedMap<ItemId, usize>,
    /// What whoever checks wrote (审核), by item.
    pub reviews: usize,
    /// What was replied to that (回应).
    pub replies: usize,
    /// Entries that were taken out, which other copies are told of.
    pub taken_out: usize,
    /// Packs (标准包).
    pub standards: usize,
    /// Fields of a later version, of which this one cannot tell what they say.
    pub unknown: usize,
}

impl Inventory {
    /// What is in these documents.
    pub fn of(documents: &[Document]) -> Self {
        let mut all = Self::default();
        for document in documents {
            match document {
                Document::Settings(settings) => all.settings(settings),
                Document::Organization(organization) => all.organization(organization),
                Document::Assessment(assessment) => all.assessment(assessment),
                Document::Ledger(page) => all.page(page),
                Document::Standard(standard) => all.standard(standard),
            }
        }
        all
    }

    /// What is in a file with one period for others.
    pub fn of_period(period: &ForOthers) -> Self {
        let mut all = Self::of(&period.documents());
        all.standards += usize::from(period.standard().is_some());
        all
    }

    fn settings(&mut self, settings: &Settings) {
        let Settings {
            current_organization: _,
            theme: _,
            elder: _,
            language: _,
            last_export_confirmed_at: _,
            last_export_made_at: _,
            signing_key,
            seen_keys: _,
            seen_reviewers: _,
            changed_at: _,
            extra,
        } = settings;
        self.settings += 1;
        self.keys += usize::from(signing_key.is_some());
        self.unknown(extra);
    }

    fn organization(&mut self, organization: &Organization) {
        let Organization {
            id: _,
            name: _,
            organization_type: _,
            facts: _,
            term_end: _,
            pack: _,
            local,
            example: _,
            created_at: _,
            changed_at: _,
            extra,
        } = organization;
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
            own_duties_as_of: _,
        } = local;
        self.organizations += 1;
        // The tick of a duty and its days are one change.
        let off = duties_off_since.keys();
        let off = off.filter(|id| !duties_since.contains_key(*id));
        let dated = duties_since.keys().chain(off);
        let dated = dated.filter(|id| !duties.contains_key(*id)).count();
        self.local_changes += switched.len()
            + thresholds.len()
            + times.len()
            + lines.len()
            + duties.len()
            + dated
            + responsibilities.len()
            + mechanisms.len();
        self.own_duties += own_duties.len();
        self.unknown(extra);
    }

    fn assessment(&mut self, assessment: &Assessment) {
        let Assessment {
            id: _,
            organization: _,
            period: _,
            pack: _,
            answers,
            retired,
            summary,
            example: _,
            created_at: _,
            extra,
        } = assessment;
        self.periods += 1;
        for answer in answers.values() {
            match &answer.value {
                Some(value) if value.veto().is_some() => self.vetoes += 1,
                Some(_) => self.answers += 1,
                None => self.taken_back += 1,
            }
        }
        self.retired += retired.len();
        self.summaries += usize::from(summary.is_some());
        for answer in answers.values().chain(retired.values()) {
            self.beside(answer);
        }
        self.unknown(extra);
    }

    /// What stands beside the value of an answer.
    fn beside(&mut self, answer: &Answer) {
        let Answer {
            value: _,
            note,
            note_as_of: _,
            reason,
            evidence,
            carried_from: _,
            changed_at: _,
            extra,
        } = answer;
        self.notes += usize::from(!note.is_empty());
        self.reasons += usize::from(!reason.is_empty());
        self.papers += evidence.len();
        self.unknown(extra);
    }

    fn page(&mut self, page: &LedgerPage) {
        let LedgerPage {
            id: _,
            organization: _,
            year: _,
            entries,
            example: _,
            created_at: _,
            extra,
        } = page;
        for entry in entries.values() {
            let Entry {
                body,
                changed_at: _,
                extra,
            } = entry;
            match body {
                Some(EntryBody::Record(record)) => {
                    *self.records.entry(record.of.clone()).or_default() += 1;
                }
                Some(EntryBody::Missed(_)) => self.missed += 1,
                Some(EntryBody::Rectification(_)) => self.rectifications += 1,
                Some(EntryBody::Card(card)) => {
                    *self.cards.entry(card.mechanism.clone()).or_default() += 1;
                }
                Some(EntryBody::Review(_)) => self.reviews += 1,
                Some(EntryBody::Reply(_)) => self.replies += 1,
                None => self.taken_out += 1,
            }
            self.unknown(extra);
        }
        self.unknown(extra);
    }

    fn standard(&mut self, standard: &StoredStandard) {
        let StoredStandard {
            id: _,
            pack: _,
            added_at: _,
            draft: _,
            unpublished: _,
            extra,
        } = standard;
        self.standards += 1;
        self.unknown(extra);
    }

    fn unknown(&mut self, fields: &Map<String, Value>) {
        self.unknown += fields.len();
    }
}
