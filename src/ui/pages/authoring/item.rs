//! One item of a draft that is edited: everything that can be written in it, what the original
//! says, and its place.
//!
//! Not here: bands and what takes points off (`cases`), what a veto does (`effect`), and what a
//! duty alone has (`duty`).

use super::cases::Cases;
use super::duty::DutyFields;
use super::edited_part::name_of_part;
use super::editing::Editing;
use super::effect::Effect;
use super::original::Original;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::drafting::editing::{
    Direction, FREQUENCIES, ItemForm, ItemKind, PartOf, form_of, items_of, move_item, move_to_part,
    part_of, parts_for, remove_item, write_form,
};
use crate::standard::{ItemId, ScoredBy};
use crate::typed_number::Unit;
use crate::ui::components::{
    ActionRow, Button, ButtonLink, Choice, EmptyState, NoteField, NumberField, Select, Selection,
    Switch, TextField, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// An item that is written in. It is a handle: copies speak of the same item.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    /// The draft.
    pub editing: Editing,
    /// The id of the item.
    pub id: StoredValue<ItemId>,
    /// What stands in it.
    pub form: Memo<Option<ItemForm>>,
}

impl Writing {
    /// Something of what stands in it.
    pub fn get<Value: Default>(self, of: impl FnOnce(&ItemForm) -> Value) -> Value {
        self.form
            .with(|form| form.as_ref().map(of))
            .unwrap_or_default()
    }

    /// Writes in it, and keeps it.
    pub fn write(self, pace: Pace, write: impl FnOnce(&mut ItemForm)) {
        self.editing.change(pace, |pack| {
            self.id.with_value(|id| {
                if let Some(mut form) = form_of(pack, id) {
                    write(&mut form);
                    write_form(pack, id, &form);
                }
            });
        });
    }

    /// The pace of typing in a field of it.
    pub fn typing(self, name: &'static str) -> Pace {
        Pace::typed_at(name, self.id.get_value())
    }
}

/// The page of one item of a draft.
#[component]
pub fn DraftedItemPage(
    /// The id of the draft, a dot, and the id of the item.
    at: String,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().editing);
    let (draft, id) = at.split_once('.').unwrap_or((&at, ""));
    let draft: Uuid = draft.parse().unwrap_or_default();
    let id = ItemId::from(id);
    let editing = Editing::new(state, draft);
    let form = {
        let id = id.clone();
        Memo::new(move |_| editing.pack.with(|pack| form_of(pack.as_ref()?, &id)))
    };
    let kind = Memo::new(move |_| form.with(|form| form.as_ref().map(|form| form.kind)));
    let writing = Writing {
        editing,
        id: StoredValue::new(id),
        form,
    };
    move || match kind.get() {
        Some(kind) => view! { <Body writing=writing kind=kind /> }.into_any(),
        None => view! {
            <EmptyState text=words.item_gone>
                <ButtonLink label=words.back href=Route::Drafting(draft).to_string() />
            </EmptyState>
        }
        .into_any(),
    }
}

#[component]
fn Body(writing: Writing, kind: ItemKind) -> impl IntoView {
    let words = &texts().editing;
    let navigation = Navigation::expect();
    let draft = Route::Drafting(writing.editing.id);
    // The draft stands there as it was left, with the same part open.
    let back = Callback::new(move |()| navigation.back(&draft));
    let has_text = !matches!(kind, ItemKind::Bonus | ItemKind::Veto);
    let name = Signal::derive(move || writing.get(|form| form.title.clone()));
    let rename = Callback::new(move |text: String| {
        writing.write(writing.typing("name"), |form| form.title = text);
    });
    let numbers = match kind {
        ItemKind::Scored => view! { <Scoring writing=writing /> }.into_any(),
        ItemKind::Bonus => view! { <BonusCap writing=writing /> }.into_any(),
        ItemKind::Indicator => view! { <Times writing=writing kind=kind /> }.into_any(),
        ItemKind::Duty => view! { <DutyFields writing=writing /> }.into_any(),
        ItemKind::Veto => view! { <Effect writing=writing /> }.into_any(),
    };
    view! {
        <Original writing=writing />
        <TextField label=words.name value=name on_input=rename />
        {has_text.then(|| view! { <Texts writing=writing kind=kind /> })}
        {numbers}
        {has_text.then(|| view! { <Papers writing=writing /> })}
        <Button label=words.back weight=Weight::Primary on_press=back />
        <Place writing=writing />
    }
}

/// What is asked in full.
#[component]
fn Texts(writing: Writing, kind: ItemKind) -> impl IntoView {
    let words = &texts().editing;
    let label = if kind == ItemKind::Duty {
        words.goal
    } else {
        words.text
    };
    let text = Signal::derive(move || writing.get(|form| form.text.clone()));
    let write = Callback::new(move |text: String| {
        writing.write(writing.typing("text"), |form| form.text = text);
    });
    view! { <NoteField label=label value=text on_input=write lines=3 /> }
}

/// The papers, one a line.
#[component]
fn Papers(writing: Writing) -> impl IntoView {
    let words = &texts().editing;
    let papers = Signal::derive(move || writing.get(|form| form.evidence.join("\n")));
    let write = Callback::new(move |text: String| {
        let papers = match text.is_empty() {
            true => Vec::new(),
            false => text.split('\n').map(str::to_owned).collect(),
        };
        writing.write(writing.typing("papers"), |form| form.evidence = papers);
    });
    view! {
        <NoteField
            label=words.evidence
            hint=words.evidence_hint
            value=papers
            on_input=write
            lines=2
        />
    }
}

/// How an item with points is answered, its points and its bands.
#[component]
fn Scoring(writing: Writing) -> impl IntoView {
    let texts = texts();
    let words = &texts.editing;
    let ways = [
        (ScoredBy::Bands, texts.authoring.way_bands),
        (ScoredBy::Deductions, texts.authoring.way_deductions),
        (ScoredBy::Entered, texts.authoring.way_entered),
    ];
    let ways = ways.map(|(way, word)| Choice::plain(way, word));
    let way = Memo::new(move |_| writing.get(|form| form.scored_by));
    let take = move |way| {
        writing.write(Pace::Now, |form| form.scored_by = Some(way));
    };
    let points = Signal::derive(move || writing.get(|form| form.points));
    let put = Callback::new(move |tenths: Option<u32>| {
        writing.write(writing.typing("points"), |form| {
            form.points = Some(tenths.unwrap_or(0));
        });
    });
    view! {
        <Select label=words.way selection=Selection::new(ways, move || way.get(), take) />
        <Show when=move || way.get() != Some(ScoredBy::Bands)>
            <NumberField
                label=words.points
                value=points
                on_change=put
                unit=Unit::Tenths
                most=1_000
            />
        </Show>
        <Show when=move || way.get() != Some(ScoredBy::Entered)>
            <Cases writing=writing />
        </Show>
    }
}

/// What is counted for a bonus, and the most that it gives.
#[component]
fn BonusCap(writing: Writing) -> impl IntoView {
    let words = &texts().editing;
    let cap = Signal::derive(move || writing.get(|form| form.cap));
    let put = Callback::new(move |tenths: Option<u32>| {
        writing.write(writing.typing("cap"), |form| form.cap = tenths);
    });
    view! {
        <Cases writing=writing />
        <NumberField
            label=words.cap
            hint=words.cap_hint
            value=cap
            on_change=put
            unit=Unit::Tenths
            most=1_000
        />
    }
}

/// How often something is due, and whether nothing goes without it.
#[component]
pub(super) fn Times(writing: Writing, kind: ItemKind) -> impl IntoView {
    let texts = texts();
    let words = &texts.editing;
    let choices = FREQUENCIES.map(|one| Choice::plain(one, texts.facts.frequency(one)));
    let chosen = move || writing.get(|form| form.frequency);
    let take = move |frequency| {
        writing.write(Pace::Now, |form| form.frequency = Some(frequency));
    };
    let must = Signal::derive(move || writing.get(|form| form.must).unwrap_or(false));
    let put = Callback::new(move |must: bool| {
        writing.write(Pace::Now, |form| form.must = Some(must));
    });
    view! {
        <Select label=words.frequency selection=Selection::new(choices, chosen, take) />
        {(kind == ItemKind::Indicator).then(|| view! {
            <Switch label=words.must hint=words.must_hint on=must on_change=put />
        })}
    }
}

/// The part in which the item stands, where there are others of its kind.
#[component]
fn InPart(writing: Writing) -> impl IntoView {
    let (editing, words) = (writing.editing, &texts().editing);
    let parts = Memo::new(move |_| {
        let pack = editing.pack.get();
        let named = pack.map(|pack| {
            let all = writing.id.with_value(|id| parts_for(&pack, id)).into_iter();
            let named = all.map(|part| (name_of_part(&pack, &part), part));
            named.collect::<Vec<(String, PartOf)>>()
        });
        named.unwrap_or_default()
    });
    let chosen = move || {
        let pack = editing.pack.get()?;
        writing.id.with_value(|id| part_of(&pack, id))
    };
    let choose = move |part: PartOf| {
        editing.change(Pace::Now, |pack| {
            writing.id.with_value(|id| move_to_part(pack, id, &part));
        });
    };
    let select = move || {
        let choices = parts.get().into_iter();
        let choices = choices.map(|(name, part)| Choice::plain(part, name));
        let selection = Selection::new(choices, chosen, choose);
        view! { <Select label=words.in_part selection=selection /> }
    };
    view! { <Show when=move || parts.with(|all| all.len() > 1)>{select}</Show> }
}

/// The place of the item in its part, and taking it out.
#[component]
fn Place(writing: Writing) -> impl IntoView {
    let (editing, words) = (writing.editing, &texts().editing);
    let navigation = Navigation::expect();
    let place = Memo::new(move |_| {
        let pack = editing.pack.get()?;
        writing.id.with_value(|id| {
            let all = items_of(&pack, &part_of(&pack, id)?);
            let place = all.iter().position(|one| one == id)?;
            Some((place + 1, all.len()))
        })
    });
    let line = move || place.get().map(|(place, all)| (words.place_of)(place, all));
    let has_others = Memo::new(move |_| place.get().is_some_and(|(_, all)| all > 1));
    let to = move |direction| {
        Callback::new(move |()| {
            editing.change(Pace::Now, |pack| {
                writing.id.with_value(|id| move_item(pack, id, direction));
            });
        })
    };
    let remove = Callback::new(move |()| {
        navigation.back(&Route::Drafting(editing.id));
        editing.change(Pace::Now, |pack| {
            writing.id.with_value(|id| remove_item(pack, id));
        });
    });
    view! {
        <InPart writing=writing />
        <Show when=move || has_others.get()>
            <p role="status" class="hint">{line}</p>
            <ActionRow>
                <Button label=words.up on_press=to(Direction::Up) />
                <Button label=words.down on_press=to(Direction::Down) />
            </ActionRow>
        </Show>
        <Button label=words.remove icon=IconName::Bin weight=Weight::Quiet on_press=remove />
    }
}
