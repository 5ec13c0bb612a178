//! The ways in words (办法的名字和说明), and the list of them.
//!
//! Not here: which there are, and in which order (`app::ways_out`).

use super::hand::Hand;
use crate::app::ways_out::{Goods, Purpose, Way};
use crate::ui::components::{LinkList, ListButton};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The ways beside those that stand as buttons.
#[component]
pub fn OtherWays(hand: Hand) -> impl IntoView {
    let ways = Memo::new(move |_| hand.all_ways());
    let shown = match hand.purpose {
        Purpose::Send => 1,
        Purpose::Keep => 2,
    };
    move || {
        let (ways, goods) = ways.get();
        let first = hand.first_ways();
        let is_other = |way: &Way| !first.iter().take(shown).any(|shown| shown == way);
        let rows = ways.into_iter().filter(is_other).map(|way| {
            let press = Callback::new(move |()| hand.go(way));
            view! {
                <ListButton
                    title=name(way)
                    subtitle=hint(way, goods)
                    icon=icon(way)
                    on_press=press
                />
            }
        });
        let rows = rows.collect_view();
        view! { <LinkList>{rows}</LinkList> }
    }
}

/// What a way is called.
pub fn name(way: Way) -> &'static str {
    let words = &texts().handing;
    match way {
        Way::Share => words.share,
        Way::Download => words.download,
        Way::SaveAs => words.save_as,
        Way::Copy => words.copy,
        Way::Parts => words.parts,
        Way::Codes => words.codes,
    }
}

/// What happens on a tap on the one button.
pub fn short_hint(way: Way) -> String {
    match way {
        Way::Parts => texts().handing.parts_first_hint.to_owned(),
        way => hint(way, Goods::default()),
    }
}

fn hint(way: Way, goods: Goods) -> String {
    let words = &texts().handing;
    let is_dropped = || Devices::expect().surroundings().likely_ignores_downloads();
    match way {
        Way::Share => words.share_hint.to_owned(),
        Way::Download if is_dropped() => words.download_dropped_hint.to_owned(),
        Way::Download => words.download_hint.to_owned(),
        Way::SaveAs => words.save_as_hint.to_owned(),
        Way::Copy => words.copy_hint.to_owned(),
        Way::Parts => (words.parts_hint)(goods.messages.unwrap_or(1)),
        Way::Codes => (words.codes_hint)(goods.codes.unwrap_or(1)),
    }
}

fn icon(way: Way) -> IconName {
    match way {
        Way::Share => IconName::Export,
        Way::Download | Way::SaveAs => IconName::Import,
        Way::Copy | Way::Parts => IconName::Copy,
        Way::Codes => IconName::Assess,
    }
}
