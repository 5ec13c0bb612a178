//! A field of one line whose text belongs to the user while the user is in it: nothing rewrites it
//! as long as it has the focus.
//!
//! Not here: labels (`text_field`, `number_field`, `date_field`) and fields of several lines
//! (`note_field`).

use crate::app::reconcile::texts::both_texts;
use crate::app::three_way::Precedence;
use crate::exchange::limits::LONGEST_TEXT;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, InputEvent};

/// A field of one line.
///
/// `on_input` gets every state of the text that is not in the middle of a composition (输入法);
/// `on_commit` gets it when the user leaves the field or confirms. What changes from outside is
/// shown at once where the field has no focus, and otherwise when the user leaves it: a field that
/// nobody is in shows what is kept, and nothing else.
#[component]
pub fn HeldInput(
    /// The text as it is kept.
    #[prop(into)]
    value: Signal<String>,
    /// Takes every change.
    #[prop(default = Callback::new(|_| ()), into)]
    on_input: Callback<String>,
    /// Takes the finished text.
    #[prop(default = Callback::new(|_| ()), into)]
    on_commit: Callback<String>,
    /// Takes the text when the user leaves the field, before it shows what is kept.
    #[prop(default = Callback::new(|_| ()), into)]
    on_leave: Callback<String>,
    /// The id, for a label.
    #[prop(into)]
    id: String,
    /// The kind of field: `text`, `date`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// The keyboard that a phone shows: `numeric`, `text`.
    #[prop(optional, into)]
    keyboard: Option<&'static str>,
    /// What stands in the empty field in grey; empty for nothing.
    #[prop(optional, into)]
    in_grey: String,
    /// What is read aloud, where there is no label.
    #[prop(optional_no_strip, into)]
    spoken: Option<String>,
    /// The id of a text that explains the field.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Whether what is in it cannot be taken as it is.
    #[prop(optional, into)]
    invalid: Signal<bool>,
    /// The first day that a field for a date offers.
    #[prop(optional, into)]
    min: Option<String>,
    /// The last day that a field for a date offers.
    #[prop(optional, into)]
    max: Option<String>,
    /// The field itself, for a piece that writes into it.
    #[prop(optional)]
    node: NodeRef<html::Input>,
) -> impl IntoView {
    let hold = Hold::new(value, on_input, on_commit);
    Effect::new(move |_| hold.show(node.get().as_ref()));
    let field = move || node.try_get_untracked().flatten();
    view! {
        <input
            node_ref=node
            class="field"
            id=id
            type=kind
            maxlength=LONGEST_TEXT.to_string()
            inputmode=keyboard
            placeholder=(!in_grey.is_empty()).then_some(in_grey)
            min=min
            max=max
            dir=(kind == "text").then_some("auto")
            autocomplete="off"
            aria-label=spoken
            aria-describedby=described_by
            aria-invalid=move || invalid.get().then_some("true")
            prop:value=value.get_untracked()
            on:input=move |event| hold.typed(field().as_ref(), &event)
            on:compositionend=move |_| hold.composed(field().as_ref())
            on:change=move |_| hold.finished(field().as_ref())
            on:blur=move |_| {
                let field = field();
                if let Some(field) = &field {
                    on_leave.try_run(field.value());
                }
                hold.left(field.as_ref());
            }
        />
    }
}

/// What a field of text has to offer.
pub(super) trait HoldsText: AsRef<Element> {
    fn text(&self) -> String;
    fn set_text(&self, text: &str);
}

impl HoldsText for HtmlInputElement {
    fn text(&self) -> String {
        self.value()
    }

    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

impl HoldsText for HtmlTextAreaElement {
    fn text(&self) -> String {
        self.value()
    }

    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

/// Whether the user is in this field.
pub(super) fn has_focus(field: &Element) -> bool {
    document().active_element().as_ref() == Some(field)
}

/// The rules by which a field and the kept text speak with each other.
///
/// A browser tells a field that it was left even while it goes away with its page, when everything
/// behind it is gone already: then there is nothing to do.
#[derive(Clone, Copy)]
pub(super) struct Hold {
    value: Signal<String>,
    on_input: Callback<String>,
    on_commit: Callback<String>,
    /// Something was typed that was not committed yet.
    typed: StoredValue<bool>,
    /// What the field held when it last showed or handed on something.
    held: StoredValue<String>,
    /// What it handed on then, which has what came from elsewhere beside what was typed.
    handed: StoredValue<String>,
    /// What was kept right after that. What differs from it later came from elsewhere.
    kept: StoredValue<String>,
    /// Whether what another tab writes meanwhile is kept beside what is typed.
    keeps_both: bool,
}

impl Hold {
    pub(super) fn new(
        value: Signal<String>,
        on_input: Callback<String>,
        on_commit: Callback<String>,
    ) -> Self {
        Self {
            value,
            on_input,
            on_commit,
            typed: StoredValue::new(false),
            held: StoredValue::new(value.get_untracked()),
            handed: StoredValue::new(value.get_untracked()),
            kept: StoredValue::new(value.get_untracked()),
            keeps_both: false,
        }
    }

    /// The same for a field of several lines: what another tab writes while the user is in it is
    /// kept as a paragraph of its own.
    pub(super) fn keeping_both(self) -> Self {
        let keeps_both = true;
        Self { keeps_both, ..self }
    }

    /// Shows the kept text where nobody is writing.
    pub(super) fn show(self, field: Option<&impl HoldsText>) {
        let text = self.value.get();
        if let Some(field) = field
            && !has_focus(field.as_ref())
        {
            if field.text() != text {
                field.set_text(&text);
            }
            self.agrees_on(text);
        }
    }

    /// Takes what was typed, unless it is in the middle of a composition.
    pub(super) fn typed(self, field: Option<&impl HoldsText>, event: &Event) {
        let composing = event
            .dyn_ref::<InputEvent>()
            .is_some_and(InputEvent::is_composing);
        if !composing {
            self.composed(field);
        }
    }

    /// Takes what was typed.
    pub(super) fn composed(self, field: Option<&impl HoldsText>) {
        self.typed.try_set_value(true);
        if let Some(field) = field {
            self.hand_on(self.on_input, field.text());
        }
    }

    /// Takes the finished text.
    pub(super) fn finished(self, field: Option<&impl HoldsText>) {
        self.typed.try_set_value(false);
        if let Some(field) = field {
            self.hand_on(self.on_commit, field.text());
        }
    }

    /// Takes what no `change` has told of, and shows what is kept: what changed from outside while
    /// the user was in the field, or what it stayed at because what the user typed was not taken.
    pub(super) fn left(self, field: Option<&impl HoldsText>) {
        if self.typed.try_get_value() == Some(true) {
            self.finished(field);
        }
        if let (Some(field), Some(kept)) = (field, self.value.try_get_untracked())
            && field.text() != kept
        {
            field.set_text(&kept);
            self.agrees_on(kept);
        }
    }

    /// Hands on a typed text, and beside it what came from elsewhere and is not shown as long as
    /// the user is in the field.
    fn hand_on(self, to: Callback<String>, typed: String) {
        let known = |text: StoredValue<String>| text.try_get_value().unwrap_or_default();
        let (held, handed, kept) = (known(self.held), known(self.handed), known(self.kept));
        let now = self.value.try_get_untracked().unwrap_or_default();
        let is_beside = handed != held || now != kept;
        let text = match self.keeps_both && is_beside {
            true => both_texts(&held, &typed, &now, Precedence::Ours),
            false => typed.clone(),
        };
        to.try_run(text.clone());
        self.held.try_set_value(typed);
        self.handed.try_set_value(text);
        let kept = self.value.try_get_untracked().unwrap_or_default();
        self.kept.try_set_value(kept);
    }

    /// Notes that the field shows what is kept.
    fn agrees_on(self, text: String) {
        for known in [self.held, self.handed, self.kept] {
            known.try_set_value(text.clone());
        }
    }
}
