//! The shortest way to a star (最短路径), as rows that lead to its items.
//!
//! Not here: how it is found (`assessment`).

use crate::assessment::WayToStar;
use crate::standard::StandardPack;
use crate::ui::components::{LinkList, ListLink};
use crate::ui::route::Route;
use crate::ui::speech::{item_name, item_names, language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The fewest indicators that would win a star, or why none can.
#[component]
pub fn Way(
    /// The way, if the star is not won.
    #[prop(into)]
    way: Signal<Option<WayToStar>>,
    /// The pack, for the names.
    pack: Arc<StandardPack>,
) -> impl IntoView {
    let (words, language) = (&texts().result, language());
    let (title, ruled_out, out_of_reach) = match pack.calls_them_stars() {
        true => (words.way_title, words.way_ruled_out, words.way_out_of_reach),
        false => (
            words.way_title_of_part,
            words.way_ruled_out_of_part,
            words.way_out_of_reach_of_part,
        ),
    };
    move || match way.get()? {
        WayToStar::RuledOutBy(ids) => {
            let text = ruled_out(item_names(&pack, &ids, language));
            Some(view! { <p>{text}</p> }.into_any())
        }
        WayToStar::OutOfReach => Some(view! { <p>{out_of_reach}</p> }.into_any()),
        WayToStar::Fewest(steps) => {
            let rows = steps.iter().map(|step| {
                let through = match (step.open, step.through.is_empty()) {
                    (true, _) => words.way_open.to_owned(),
                    (false, false) => {
                        (words.way_through)(item_names(&pack, &step.through, language))
                    }
                    (false, true) => String::new(),
                };
                let gain = (words.way_gain)(pack.points(step.gain));
                view! {
                    <ListLink
                        title=format!("{} {gain}", item_name(&pack, &step.id, language))
                        subtitle=through
                        href=Route::Indicator(step.id.clone()).to_string()
                    />
                }
                .into_any()
            });
            let rows: Vec<AnyView> = rows.collect();
            Some(
                view! {
                    <p class="way-title">{title}</p>
                    <LinkList>{rows}</LinkList>
                }
                .into_any(),
            )
        }
    }
}
