//! Handing a finished text over (交出去): one button that goes the way which works best where the app
//! runs, and the other ways below it, with what can be expected of each.
//!
//! Not here: making the text, the order of the ways (`app::ways_out`), and whether it arrived. Only
//! the user knows that.

mod codes;
mod hand;
mod handed;
mod outcome;
mod parts;
mod ways;

pub use self::hand::{Hand, SHEET_PATIENCE};
pub use self::handed::Handed;
pub use self::outcome::what_to_expect;

use crate::app::ways_out::{Purpose, Way};
use crate::ui::components::{ActionRow, Button, Disclosure, Notice, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// A text that is ready to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeFile {
    /// The name that is proposed for it.
    pub name: String,
    /// The text.
    pub text: String,
}

/// The buttons, and what to expect after a tap on one of them.
#[component]
pub fn Handover(
    /// Makes the file; `None` if it could not be made.
    make: Callback<(), Option<MadeFile>>,
    /// Is told when it was handed over.
    #[prop(optional, into)]
    on_handed: Option<Callback<()>>,
    /// How heavy the first button looks.
    #[prop(optional)]
    weight: Weight,
    /// What it is handed over for.
    #[prop(optional)]
    purpose: Purpose,
    /// How the name of the file ends.
    #[prop(default = "json")]
    ending: &'static str,
) -> impl IntoView {
    let words = &texts().handing;
    let hand = Hand::new(make, on_handed, purpose, ending);
    let in_app = Devices::expect().surroundings().in_app.is_some();
    let others = match purpose {
        Purpose::Send => words.other_ways,
        Purpose::Keep => words.more_ways,
    };
    view! {
        <div class="stack-tight">
            {in_app.then(|| view! {
                <Notice title=words.in_app_title text=words.in_app_text />
            })}
            <FirstWays hand=hand weight=weight />
            <outcome::Outcome hand=hand />
            <Disclosure summary=others>
                <ways::OtherWays hand=hand />
            </Disclosure>
        </div>
    }
}

/// The way that works best: for somebody else as one button, whatever it is; for oneself with the
/// next one beside it, each by its name.
#[component]
fn FirstWays(hand: Hand, weight: Weight) -> impl IntoView {
    let words = &texts().handing;
    let first = Memo::new(move |_| hand.first_ways());
    move || {
        let ways = first.get();
        if hand.purpose == Purpose::Keep {
            let buttons = ways.into_iter().enumerate().take(2).map(|(place, way)| {
                let weight = match place {
                    0 => weight,
                    _ => Weight::Secondary,
                };
                view! { <WayButton hand=hand way=way label=ways::name(way) weight=weight /> }
            });
            let buttons = buttons.collect_view();
            return view! { <ActionRow>{buttons}</ActionRow> }.into_any();
        }
        let Some(way) = ways.into_iter().next() else {
            return ().into_any();
        };
        view! {
            <WayButton hand=hand way=way label=words.send weight=weight />
            <p class="hint">{ways::short_hint(way)}</p>
        }
        .into_any()
    }
}

/// The button of one way.
#[component]
fn WayButton(hand: Hand, way: Way, label: &'static str, weight: Weight) -> impl IntoView {
    let icon = match way {
        Way::Copy | Way::Parts if hand.purpose == Purpose::Keep => IconName::Copy,
        _ => IconName::Export,
    };
    let press = Callback::new(move |()| hand.go(way));
    view! { <Button label=label icon=icon weight=weight on_press=press /> }
}

/// A text to be looked at and copied by hand, and not to be changed. A tap selects all of it.
#[component]
pub fn ReadOnlyText(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The text.
    text: String,
    /// How many lines are shown at once.
    #[prop(default = 10)]
    lines: u8,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Textarea>::new();
    let select = move |_| {
        if let Some(field) = node.get_untracked() {
            field.select();
        }
    };
    view! {
        <label class="labelled">
            <span>{label}</span>
            <textarea
                node_ref=node
                class="field small"
                readonly=true
                rows=lines.to_string()
                prop:value=text
                on:focus=select
            ></textarea>
        </label>
    }
}
