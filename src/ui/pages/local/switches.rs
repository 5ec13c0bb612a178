//! Which items are asked (查哪些条目): a tick for each, folded by basic and star, and how often a
//! counted one is due.
//!
//! Not here: what does not apply because of the facts (`profile`).

use super::{change, local};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::standard::{Basic, Indicator, ItemId, StandardPack, Star};
use crate::text::part_words::item_off_hint;
use crate::ui::components::{ActionRow, Button, Dialog, Disclosure, NumberField, Tick, Weight};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The largest number of times that an item can be due in one of its periods.
const MOST_TIMES: u32 = 31;

/// A must-item that is about to be switched off.
type Doomed = RwSignal<Option<(ItemId, String)>>;

/// All items of the pack, folded.
#[component]
pub fn Switches(pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().standard, language());
    let doomed: Doomed = RwSignal::new(None);
    let basics = pack.basics.iter().cloned().map(|basic| {
        let (title, all) = (say(&basic.title, language), basic.indicators.len());
        let defaults: Vec<(ItemId, bool)> = basic
            .indicators
            .iter()
            .map(|one| (one.id.clone(), one.enabled))
            .collect();
        let on = local(state, move |local| {
            let on = |(id, default): &&(ItemId, bool)| *local.switched.get(id).unwrap_or(default);
            defaults.iter().filter(on).count()
        });
        let summary =
            Signal::derive(move || format!("{title} · {}", (words.switched)(on.get(), all)));
        let basic = Arc::new(basic);
        view! {
            <Disclosure summary=summary>
                <OfBasic basic=Arc::clone(&basic) doomed=doomed />
            </Disclosure>
        }
    });
    let hint = item_off_hint(&pack, language);
    let stars = pack
        .stars
        .iter()
        .filter(|star| star.is_scored())
        .cloned()
        .map(|star| {
            let (title, all) = (say(&star.title, language), star.indicators.len());
            let ids: Vec<ItemId> = star.indicators.iter().map(|one| one.id.clone()).collect();
            let on = local(state, move |local| {
                ids.iter()
                    .filter(|id| *local.switched.get(id).unwrap_or(&true))
                    .count()
            });
            let summary =
                Signal::derive(move || format!("{title} · {}", (words.switched)(on.get(), all)));
            let star = Arc::new(star);
            view! {
                <Disclosure summary=summary>
                    <OfStar star=Arc::clone(&star) hint=hint />
                </Disclosure>
            }
        });
    view! {
        <h2>{words.switch_title}</h2>
        <p class="hint">{words.switch_hint}</p>
        <div>
            {basics.collect_view()}
            {stars.collect_view()}
        </div>
        <MustQuestion doomed=doomed />
    }
}

/// The items of a basic: those that the pack asks, and those that it leaves off.
#[component]
fn OfBasic(basic: Arc<Basic>, doomed: Doomed) -> impl IntoView {
    let words = &texts().standard;
    let rows = |enabled: bool| {
        let fitting = basic
            .indicators
            .iter()
            .filter(move |one| one.enabled == enabled)
            .cloned();
        fitting
            .map(|one| view! { <OfIndicator indicator=one doomed=doomed /> })
            .collect::<Vec<_>>()
    };
    let (asked, off) = (rows(true), rows(false));
    view! {
        {asked}
        {(!off.is_empty()).then(|| view! {
            <h3>{words.off_group}</h3>
            {off}
        })}
    }
}

/// One indicator: whether it is asked, and how often it is due.
#[component]
fn OfIndicator(indicator: Indicator, doomed: Doomed) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let Indicator {
        id,
        must,
        enabled,
        answer,
        ..
    } = indicator;
    let title = say(&indicator.title, language);
    let counted = answer.times();
    let own = {
        let id = id.clone();
        local(state, move |local| local.switched.get(&id).copied())
    };
    let times = {
        let id = id.clone();
        move || {
            let issued = counted.filter(|_| own.get().unwrap_or(enabled))?;
            Some(view! { <Times id=id.clone() issued=issued /> })
        }
    };
    let asked = title.clone();
    let put = Callback::new(move |on: bool| {
        if must && !on {
            doomed.set(Some((id.clone(), asked.clone())));
        } else {
            switch(state, &id, on, enabled);
        }
    });
    view! {
        <Item title=title must=must own=own issued=enabled on_change=put />
        {times}
    }
}

/// The scored indicators of a star.
#[component]
fn OfStar(star: Arc<Star>, hint: &'static str) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let rows = star.indicators.iter().map(|one| {
        let id = one.id.clone();
        let own = {
            let id = id.clone();
            local(state, move |local| local.switched.get(&id).copied())
        };
        let put = Callback::new(move |on| switch(state, &id, on, true));
        view! { <Item title=say(&one.title, language) own=own issued=true on_change=put /> }
    });
    view! {
        <p class="hint">{hint}</p>
        {rows.collect_view()}
    }
}

/// One item with a tick.
#[component]
fn Item(
    title: String,
    #[prop(optional)] must: bool,
    /// What the user chose, if it is not what the pack has.
    own: Signal<Option<bool>>,
    /// What the pack has.
    issued: bool,
    on_change: Callback<bool>,
) -> impl IntoView {
    let words = &texts().standard;
    let on = Signal::derive(move || own.get().unwrap_or(issued));
    view! {
        <Tick on=on on_change=on_change>
            <span>
                {title}
                {must.then(|| view! { " "<span class="must">{words.must}</span> })}
                <Show when=move || own.get().is_some()>
                    " "<span class="tag">{words.yours}</span>
                </Show>
            </span>
        </Tick>
    }
}

/// How often a counted indicator is due in each of its periods.
#[component]
fn Times(id: ItemId, issued: u32) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().standard);
    let own = {
        let id = id.clone();
        local(state, move |local| local.times.get(&id).copied())
    };
    let put = Callback::new(move |number: Option<u32>| {
        let id = id.clone();
        change(state, Pace::typed_at("times", &id), |local| {
            local.put_times(&id, number, issued);
        });
    });
    view! {
        <div class="times">
            <NumberField
                label=words.times
                hint=(words.threshold_pack)(issued, MOST_TIMES)
                value=Signal::derive(move || Some(own.get().unwrap_or(issued)))
                on_change=put
                least=1
                most=MOST_TIMES
                always=true
                stepper=true
            />
        </div>
    }
}

/// Asks before a must-item is switched off.
#[component]
fn MustQuestion(doomed: Doomed) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.standard;
    let open = Signal::derive(move || doomed.with(Option::is_some));
    let question = Signal::derive(move || {
        (words.must_question)(doomed.get().map(|(_, title)| title).unwrap_or_default())
    });
    let close = Callback::new(move |()| doomed.set(None));
    let confirm = Callback::new(move |()| {
        if let Some((id, _)) = doomed.get_untracked() {
            doomed.set(None);
            switch(state, &id, false, true);
        }
    });
    view! {
        <Dialog open=open title=question on_close=close>
            <p>{words.must_text}</p>
            <ActionRow>
                <Button label=texts.common.button_cancel on_press=close />
                <Button label=words.must_confirm weight=Weight::Danger on_press=confirm />
            </ActionRow>
        </Dialog>
    }
}

/// Switches an item on or off; what the pack has anyway is no change of the user's.
fn switch(state: AppState, id: &ItemId, on: bool, issued: bool) {
    let id = id.clone();
    change(state, Pace::Now, |local| {
        local.switch_indicator(&id, on, issued);
    });
}
