//! Checks of the mechanisms: their fields, their steps with time limits, and their links.

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::standard::checklist::{
    Choice, ColumnKind, Deadline, Field, FieldKind, FiguresOf, Mechanism, RowsForm, StepDefinition,
    TallyForm, Vote,
};
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
            let place = place.at("fields").at(index).of(&field.key);
            self.field(&place, field);
            if let FieldKind::Rows(form) = &field.kind {
                self.rectify_step(&place.at("kind").at("rows"), form, &mechanism.steps);
            }
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
        let place = place.at("kind");
        match &field.kind {
            FieldKind::Choice(choices) => self.choices(&place.at("choice"), choices),
            FieldKind::Rows(form) => self.rows(&place.at("rows"), form),
            FieldKind::Tally(form) => self.tally(&place.at("tally"), form),
            FieldKind::Figures(of) => self.figures(&place.at("figures"), of),
            FieldKind::Lookup(id) => self.known_mechanism(&place.at("lookup"), id),
            FieldKind::Line
            | FieldKind::Text
            | FieldKind::Named
            | FieldKind::Number
            | FieldKind::Date
            | FieldKind::Check
            | FieldKind::Signal => {}
        }
    }

    fn choices(&mut self, place: &Place, choices: &[Choice]) {
        if choices.is_empty() {
            self.fault(place, FaultKind::NothingToChoose);
        }
        self.keys(place, choices.iter().map(|one| one.key.as_str()));
        for (index, choice) in choices.iter().enumerate() {
            self.label(&place.at(index).at("label"), &choice.label);
        }
    }

    fn rows(&mut self, place: &Place, form: &RowsForm) {
        self.label(&place.at("row"), &form.row);
        let columns = place.at("columns");
        if form.columns.is_empty() {
            self.fault(&columns, FaultKind::NothingToChoose);
        }
        self.keys(&columns, form.columns.iter().map(|one| one.key.as_str()));
        for (index, column) in form.columns.iter().enumerate() {
            let place = columns.at(index);
            self.label(&place.at("label"), &column.label);
            if let ColumnKind::Choice(choices) = &column.kind {
                self.choices(&place.at("kind").at("choice"), choices);
            }
        }
        if !form.fixed.is_empty() {
            self.choices(&place.at("fixed"), &form.fixed);
        }
        let known = |key: &String| form.columns.iter().any(|one| one.key == *key);
        for (index, sum) in form.sums.iter().enumerate() {
            let is_summed =
                |kind: &ColumnKind| matches!(kind, ColumnKind::Number | ColumnKind::Check);
            let mut columns = form.columns.iter();
            if !columns.any(|one| one.key == sum.column && is_summed(&one.kind)) {
                let key = sum.column.clone();
                let place = place.at("sums").at(index).at("column");
                self.fault(&place, FaultKind::NoNumberField { key });
            }
        }
        if let Some(key) = form.rectify.as_ref().filter(|key| !known(key)) {
            let key = key.clone();
            self.fault(&place.at("rectify"), FaultKind::UnknownKey { key });
        }
    }

    fn rectify_step(&mut self, place: &Place, form: &RowsForm, steps: &[StepDefinition]) {
        let known = |key: &&String| steps.iter().any(|step| step.key == **key);
        if let Some(key) = form.rectify_step.as_ref().filter(|key| !known(key)) {
            let key = key.clone();
            self.fault(&place.at("rectify_step"), FaultKind::UnknownKey { key });
        }
    }

    fn tally(&mut self, place: &Place, form: &TallyForm) {
        self.choices(&place.at("grades"), &form.grades);
        for (index, key) in form.content.iter().enumerate() {
            if !form.grades.iter().any(|one| one.key == *key) {
                let key = key.clone();
                let place = place.at("content").at(index);
                self.fault(&place, FaultKind::UnknownKey { key });
            }
        }
    }

    fn figures(&mut self, place: &Place, of: &FiguresOf) {
        match of {
            FiguresOf::Records(kinds) => self.kinds(&place.at("records"), kinds),
            FiguresOf::Cards(all) => {
                for (index, id) in all.iter().enumerate() {
                    self.known_mechanism(&place.at("cards").at(index), id);
                }
            }
            FiguresOf::Months(kind) => {
                self.kinds(&place.at("months"), std::slice::from_ref(kind));
            }
            FiguresOf::Problems(_) | FiguresOf::Term => {}
        }
    }

    fn vote(&mut self, place: &Place, vote: &Vote, fields: &[Field]) {
        self.known_quorum(&place.at("quorum"), &vote.quorum);
        let keys = [
            ("eligible", &vote.eligible),
            ("present", &vote.present),
            ("approve", &vote.approve),
        ];
        let candidates = vote.candidates.iter();
        let candidates =
            candidates.flat_map(|one| [("seats", &one.seats), ("standing", &one.standing)]);
        for (name, key) in keys.into_iter().chain(candidates) {
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
