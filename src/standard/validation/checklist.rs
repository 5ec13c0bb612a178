//! Checks of the responsibility checklist: duties, kinds of records, and the rules of presence and
//! votes.
//!
//! Not here: the mechanisms with their fields, steps and links (`mechanisms`).

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::period::Frequency;
use crate::sorted_set::SortedSet;
use crate::standard::checklist::{
    Checklist, Duty, Fulfilment, QuorumRule, RecordKind, Share, Window,
};
use crate::standard::pack::ItemId;

/// The ids of the checklist with their places; they share one space with the rest of the pack.
pub(super) fn names<'a>(list: &'a Checklist, root: &Place) -> Vec<(Place, &'a str)> {
    let duties = list.duties.iter().map(|one| &one.id);
    let records = list.records.iter().map(|one| &one.id);
    let mechanisms = list.mechanisms.iter().map(|one| &one.id);
    let quorums = list.quorums.iter().map(|one| &one.id);
    let places = |part: &str, count: usize| {
        let part = root.at(part);
        (0..count).map(move |index| part.at(index))
    };
    let places = places("duties", list.duties.len())
        .chain(places("records", list.records.len()))
        .chain(places("mechanisms", list.mechanisms.len()))
        .chain(places("quorums", list.quorums.len()));
    let ids = duties.chain(records).chain(mechanisms).chain(quorums);
    places.zip(ids.map(|id| id.0.as_str())).collect()
}

impl Checks<'_> {
    /// Everything in the second part of the pack.
    pub(super) fn checklist(&mut self, root: &Place) {
        let list = &self.pack.checklist;
        let levels = list.levels.iter().map(|one| one.key.as_str());
        self.keys(&root.at("levels"), levels);
        let categories = list.categories.iter().map(|one| one.key.as_str());
        self.keys(&root.at("categories"), categories);
        for (index, level) in list.levels.iter().enumerate() {
            let place = root.at("levels").at(index).of(&level.key);
            self.label(&place.at("title"), &level.title);
        }
        for (index, category) in list.categories.iter().enumerate() {
            let place = root.at("categories").at(index).of(&category.key);
            self.label(&place.at("title"), &category.title);
        }
        for (index, duty) in list.duties.iter().enumerate() {
            let place = root.at("duties").at(index).of(&duty.id.0);
            self.duty(&place, duty);
        }
        for (index, kind) in list.records.iter().enumerate() {
            let place = root.at("records").at(index).of(&kind.id.0);
            self.record_kind(&place, kind);
        }
        for (index, rule) in list.quorums.iter().enumerate() {
            let place = root.at("quorums").at(index).of(&rule.id.0);
            self.quorum(&place, rule);
        }
        self.mechanisms(&root.at("mechanisms"));
    }

    /// Keys that are unique among themselves.
    pub(super) fn keys<'k>(&mut self, place: &Place, keys: impl Iterator<Item = &'k str>) {
        let mut seen = SortedSet::new();
        for (index, key) in keys.enumerate() {
            self.text(&place.at(index).at("key"), key);
            if !seen.insert(key) {
                let name = key.to_owned();
                self.fault(&place.at(index).of(key), FaultKind::Duplicate { name });
            }
        }
    }

    fn duty(&mut self, place: &Place, duty: &Duty) {
        let labels = [
            ("title", &duty.title),
            ("goal", &duty.goal),
            ("measure", &duty.measure),
            ("milestone", &duty.milestone),
        ];
        for (name, label) in labels {
            self.label(&place.at(name), label);
        }
        for (index, paper) in duty.evidence.iter().enumerate() {
            self.text(&place.at("evidence").at(index), paper);
        }
        self.sources(place, &duty.sources);

        let list = &self.pack.checklist;
        if !list.levels.iter().any(|one| one.key == duty.level) {
            let key = duty.level.clone();
            self.fault(&place.at("level"), FaultKind::UnknownLevel { key });
        }
        if !list.categories.iter().any(|one| one.key == duty.category) {
            let key = duty.category.clone();
            self.fault(&place.at("category"), FaultKind::UnknownCategory { key });
        }
        self.times(&place.at("times"), duty.times);
        if let Some(window) = duty.window {
            self.window(&place.at("window"), window, duty.frequency);
        }
        self.fulfilment(&place.at("done_by"), duty);
    }

    /// A number of times or hours, which is due at least once.
    fn times(&mut self, place: &Place, times: u32) {
        if times == 0 {
            self.fault(place, FaultKind::CountWithoutTimes);
        }
        self.number(place, times);
    }

    fn window(&mut self, place: &Place, window: Window, frequency: Frequency) {
        let Window { from, to } = window;
        if !(1..=12).contains(&from) || !(from..=Window::LAST_MONTH).contains(&to) {
            self.fault(place, FaultKind::WindowOutOfRange { from, to });
        }
        if frequency != Frequency::Year {
            self.fault(place, FaultKind::WindowWithoutYear { frequency });
        }
    }

    fn fulfilment(&mut self, place: &Place, duty: &Duty) {
        match &duty.done_by {
            Fulfilment::Tick => {}
            Fulfilment::Records(kinds) => self.kinds(&place.at("records"), kinds),
            Fulfilment::Hours {
                of,
                at_least,
                one_of,
                per_member: _,
            } => {
                let place = place.at("hours");
                self.kinds(&place.at("of"), of);
                if !one_of.is_empty() {
                    self.kinds(&place.at("one_of"), one_of);
                }
                self.times(&place.at("at_least"), *at_least);
                if let frequency @ (Frequency::Term | Frequency::Event) = duty.frequency {
                    self.fault(&place, FaultKind::CountWithoutPeriods { frequency });
                }
            }
            Fulfilment::Cards(id) => self.known_mechanism(&place.at("cards"), id),
        }
    }

    /// Kinds of records that show that something is done: one or more, all of them known.
    pub(super) fn kinds(&mut self, place: &Place, kinds: &[ItemId]) {
        if kinds.is_empty() {
            self.fault(place, FaultKind::DoneByNothing);
        }
        let known = &self.pack.checklist.records;
        let unknown = |id: &&ItemId| !known.iter().any(|kind| kind.id == **id);
        for (index, id) in kinds.iter().enumerate().filter(|(_, id)| unknown(id)) {
            let kind = FaultKind::UnknownRecordKind { id: id.clone() };
            self.faults.push(place.at(index).fault(kind));
        }
    }

    fn record_kind(&mut self, place: &Place, kind: &RecordKind) {
        self.label(&place.at("title"), &kind.title);
        if let Some(hint) = &kind.hint {
            self.label(&place.at("hint"), hint);
        }
        self.sources(place, &kind.sources);
        for (index, asked) in kind.asks.iter().enumerate() {
            if kind.asks.iter().take(index).any(|before| before == asked) {
                self.fault(&place.at("asks").at(index), FaultKind::AskedTwice);
            }
        }
        for (index, id) in kind.counts_for.iter().enumerate() {
            let place = place.at("counts_for").at(index);
            match self.pack.indicator(id) {
                None => self.fault(&place, FaultKind::UnknownItem { id: id.clone() }),
                Some((_, indicator)) if indicator.answer.times().is_none() => {
                    self.fault(&place, FaultKind::NotCounted { id: id.clone() });
                }
                Some(_) => {}
            }
        }
        if let Some(id) = &kind.quorum {
            self.known_quorum(&place.at("quorum"), id);
        }
    }

    /// A rule of presence and votes that something names.
    pub(super) fn known_quorum(&mut self, place: &Place, id: &ItemId) {
        let known = &self.pack.checklist.quorums;
        if !known.iter().any(|one| one.id == *id) {
            self.fault(place, FaultKind::UnknownQuorum { id: id.clone() });
        }
    }

    fn quorum(&mut self, place: &Place, rule: &QuorumRule) {
        self.label(&place.at("title"), &rule.title);
        self.label(&place.at("note"), &rule.note);
        self.sources(place, &rule.sources);
        self.share(&place.at("presence"), rule.presence);
        if let Some(approval) = rule.approval {
            self.share(&place.at("approval").at("share"), approval.share);
        }
        if let Some(surplus) = rule.surplus {
            self.share(&place.at("surplus"), surplus);
        }
    }

    /// A share of persons; more than all of them can never be reached.
    fn share(&mut self, place: &Place, share: Share) {
        let Share {
            numerator,
            denominator,
            more_than,
        } = share;
        let out_of_reach = if more_than {
            numerator >= denominator
        } else {
            numerator > denominator
        };
        if numerator == 0 || out_of_reach {
            let kind = FaultKind::ShareOutOfRange {
                numerator,
                denominator,
            };
            self.fault(place, kind);
        }
        self.number(&place.at("denominator"), denominator);
    }
}
