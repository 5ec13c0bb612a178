//! One of several values (单选), whatever they are: what stands for each, which of them holds, and
//! what is done when another is chosen.
//!
//! Values have types, and the pieces that show them know them by their places: so what is drawn is
//! compiled once, and a page never spells a value. Not here: how it looks (`answer_buttons`,
//! `choice_row`, `select`).

use super::standing_mark::Tone;
use crate::ui::icons::IconName;
use leptos::prelude::*;
use std::sync::Arc;

/// One value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<Value> {
    /// The value; unique among the choices.
    pub value: Value,
    /// What stands for it.
    pub face: Face,
}

/// What stands for a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// The words on it.
    pub label: String,
    /// What stands at its end, for example the points of a band; empty for nothing.
    pub detail: String,
    /// Its colours when it is chosen.
    pub tone: Tone,
    /// Its icon.
    pub icon: IconName,
}

impl<Value> Choice<Value> {
    /// A choice without anything at its end.
    pub fn new(value: Value, label: impl Into<String>, tone: Tone, icon: IconName) -> Self {
        let face = Face {
            label: label.into(),
            detail: String::new(),
            tone,
            icon,
        };
        Self { value, face }
    }

    /// A choice that is neither good nor bad.
    pub fn plain(value: Value, label: impl Into<String>) -> Self {
        Self::new(value, label, Tone::Open, IconName::Ring)
    }
}

/// Several values of which one can hold, by their places.
pub struct Selection {
    /// What stands for each.
    pub(super) faces: Vec<Face>,
    /// The place of the one that holds.
    pub(super) chosen: Signal<Option<usize>>,
    /// The place of the one that held in the period before (上期).
    pub(super) previous: Signal<Option<usize>>,
    /// Takes the place of one that is chosen.
    pub(super) on_choose: Callback<usize>,
}

impl Selection {
    /// One of these values, of which `chosen` says which one holds; `choose` takes another.
    pub fn new<Value: Clone + PartialEq + Send + Sync + 'static>(
        choices: impl IntoIterator<Item = Choice<Value>>,
        chosen: impl Fn() -> Option<Value> + Send + Sync + 'static,
        choose: impl Fn(Value) + Send + Sync + 'static,
    ) -> Self {
        Self::with_previous(choices, chosen, || None, choose)
    }

    /// The same, where `previous` says which one held in the period before.
    pub fn with_previous<Value: Clone + PartialEq + Send + Sync + 'static>(
        choices: impl IntoIterator<Item = Choice<Value>>,
        chosen: impl Fn() -> Option<Value> + Send + Sync + 'static,
        previous: impl Fn() -> Option<Value> + Send + Sync + 'static,
        choose: impl Fn(Value) + Send + Sync + 'static,
    ) -> Self {
        let choices = choices.into_iter();
        let (values, faces): (Vec<Value>, Vec<Face>) =
            choices.map(|choice| (choice.value, choice.face)).unzip();
        let values: Arc<[Value]> = values.into();
        let (of_chosen, of_previous) = (Arc::clone(&values), Arc::clone(&values));
        Self {
            faces,
            chosen: Signal::derive(move || place_of(&of_chosen, chosen())),
            previous: Signal::derive(move || place_of(&of_previous, previous())),
            on_choose: Callback::new(move |place: usize| {
                if let Some(value) = values.get(place) {
                    choose(value.clone());
                }
            }),
        }
    }
}

/// The place of a value among all.
fn place_of<Value: PartialEq>(all: &[Value], value: Option<Value>) -> Option<usize> {
    let value = value?;
    all.iter().position(|one| *one == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_known_by_their_places() {
        let owner = Owner::new();
        owner.set();
        let kept = RwSignal::new(None);
        let words = [("in", true), ("out", false)];
        let choices = words.map(|(word, value)| Choice::plain(value, word));
        let selection = Selection::new(
            choices,
            move || kept.get(),
            move |value| kept.set(Some(value)),
        );
        let labels: Vec<&str> = selection.faces.iter().map(|one| &*one.label).collect();
        assert_eq!(labels, ["in", "out"]);
        assert_eq!(selection.chosen.get_untracked(), None);

        selection.on_choose.run(1);
        assert_eq!(kept.get_untracked(), Some(false));
        assert_eq!(selection.chosen.get_untracked(), Some(1));

        // What is not among the values changes nothing, and stands at no place.
        selection.on_choose.run(2);
        assert_eq!(kept.get_untracked(), Some(false));
        assert_eq!(place_of(&["in", "out"], Some("beside")), None);
        assert_eq!(selection.previous.get_untracked(), None);
    }
}
