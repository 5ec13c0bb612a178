//! Checks of the mechanisms: their fields, their steps with time limits, and their links.

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::standard::checklist::{Deadline, Field, FieldKind, Mechanism, StepDefinition, Vote};
use crate::standard::pack::ItemId;

/// The longest time limit of a step, in months.
const LONGEST_LIMIT: u32 = 120;

impl Checks<'_> {
    /// Every mechanism.
    pub(super) fn mechanisms(&mut self, root: &Place) {
        let pack = self.pack;
        for (index, mechanism) in pack.checklist.mechanisms.iter().enumerate() {
            let place = root.at(index).of(&mechanism.id.0);
            self.mechanism(&place, mechanism);
        }
    }

    /// A mechanism that something names.
    pub(super) fn known_mechanism(&mut self, place: &Place, id: &ItemId) {
        let known = &self.pack.checklist.mechanisms;
        if !known.iter().any(|one| one.id == *id) {
            self.fault(place, FaultKind::UnknownMechanism { id: id.clone() });
        }
    }

    fn mechanism(&mut self, place: &Place, mechanism: &Mechanism) {
        let labels = [
            ("title", &mechanism.title),
            ("about", &mechanism.about),
            ("card", &mechanism.card),
        ];
        for (name, label) in labels {
            self.label(&place.at(name), label);
        }
        self.sources(place, &mechanism.sources);

        // A value and a step are each kept under a key of their own kind.
        let fields = mechanism.fields.iter().map(|one| one.key.as_str());
        self.keys(&place.at("fields"), fields);
        for (index, field) in mechanism.fields.iter().enumerate() {
            self.field(&place.at("fields").at(index).of(&field.key), field);
        }
        for (index, vote) in mechanism.votes.iter().enumerate() {
            self.vote(&place.at("votes").at(index), vote, &mechanism.fields);
        }
        let steps = mechanism.steps.iter().map(|one| one.key.as_str());
        self.keys(&place.at("steps"), steps);
        for (index, step) in mechanism.steps.iter().enumerate() {
            let place = place.at("steps").at(index).of(&step.key);
            let earlier = mechanism.steps.get(..index).unwrap_or_default();
            self.step(&place, step, earlier);
        }
        for (index, link) in mechanism.links.iter().enumerate() {
            let place = place.at("links").at(index);
            self.label(&place.at("label"), &link.label);
            self.known_mechanism(&place.at("to"), &link.to);
        }
    }

    fn field(&mut self, place: &Place, field: &Field) {
        self.label(&place.at("label"), &field.label);
        if let Some(hint) = &field.hint {
            self.label(&place.at("hint"), hint);
        }
        if let FieldKind::Choice(choices) = &field.kind {
            let place = place.at("kind").at("choice");
            if choices.is_empty() {
                self.fault(&place, FaultKind::NothingToChoose);
            }
            self.keys(&place, choices.iter().map(|one| one.key.as_str()));
            for (index, choice) in choices.iter().enumerate() {
                self.label(&place.at(index).at("label"), &choice.label);
            }
        }
    }

    fn vote(&mut self, place: &Place, vote: &Vote, fields: &[Field]) {
        self.known_quorum(&place.at("quorum"), &vote.quorum);
        let keys = [
            ("eligible", &vote.eligible),
            ("present", &vote.present),
            ("approve", &vote.approve),
        ];
        for (name, key) in keys {
            let is_it = |field: &Field| field.key == *key && field.kind == FieldKind::Number;
            if !fields.iter().any(is_it) {
                self.fault(
                    &place.at(name),
                    FaultKind::NoNumberField { key: key.clone() },
                );
            }
        }
    }

    fn step(&mut self, place: &Place, step: &StepDefinition, earlier: &[StepDefinition]) {
        self.label(&place.at("label"), &step.label);
        let labels = [("stage", &step.stage), ("hint", &step.hint)];
        for (name, label) in labels {
            if let Some(label) = label {
                self.label(&place.at(name), label);
            }
        }
        for (index, limit) in step.deadlines.iter().enumerate() {
            let place = place.at("deadlines").at(index);
            self.deadline(&place, limit, earlier);
        }
    }

    fn deadline(&mut self, place: &Place, limit: &Deadline, earlier: &[StepDefinition]) {
        if !earlier.iter().any(|step| step.key == limit.after) {
            let key = limit.after.clone();
            self.fault(&place.at("after"), FaultKind::NoEarlierStep { key });
        }
        let months = limit.months;
        if !(1..=LONGEST_LIMIT).contains(&months) {
            let kind = FaultKind::LimitOutOfRange {
                months,
                most: LONGEST_LIMIT,
            };
            self.fault(&place.at("months"), kind);
        }
    }
}
