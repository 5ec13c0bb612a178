//! What the facts of an organisation spare (因此不用查): the items that do not apply, each with the
//! fact that decides it.
//!
//! Not here: the judging, which the pack's own conditions do.

use crate::app::state::AppState;
use crate::assessment::Organization;
use crate::period::CivilDate;
use crate::standard::{Condition, Facts, Indicator, ProfileAnswer, StandardPack};
use crate::text::{Language, Texts};
use crate::ui::components::ButtonLink;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// What the facts of the open organisation spare, as a list that follows every change.
#[component]
pub fn Spared() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.me;
    let lines = Memo::new(move |_| {
        let pack = state.pack_in_force.get();
        state
            .organization
            .with(|organization| match (organization, &pack) {
                (Some(organization), Some(pack)) => {
                    spared(organization, pack, state.today(), language)
                }
                _ => Vec::new(),
            })
    });
    let list = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p class="hint">{words.spared_none}</p> }.into_any();
        }
        let rows = lines.into_iter().map(|(what, why)| {
            view! { <li><p>{what}</p><p class="hint">{why}</p></li> }
        });
        view! { <ul class="stack-tight">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="card stack-tight">
            <h2>{words.spared_title}</h2>
            <div aria-live="polite">{list}</div>
            <ButtonLink label=words.local_link href=Route::Local.to_string() />
        </section>
    }
}

/// What is spared, and why. Several items with the same reason are one entry.
fn spared(
    organization: &Organization,
    pack: &StandardPack,
    today: Option<CivilDate>,
    language: Language,
) -> Vec<(String, String)> {
    let texts = language.texts();
    let facts = &organization.facts;
    let indicators: Vec<&Indicator> = pack.indicators().filter(|one| one.enabled).collect();
    let of_basics = indicators
        .iter()
        .map(|one| (&one.title, one.not_applicable_when.as_ref()));
    let of_stars = pack
        .stars
        .iter()
        .map(|star| (&star.title, star.not_applicable_when.as_ref()));
    let mut found: Vec<(String, String)> = Vec::new();
    for (title, condition) in of_basics.chain(of_stars) {
        let Some(condition) = condition.filter(|condition| condition.holds(facts)) else {
            continue;
        };
        let (name, why) = (say(title, language), reason(condition, facts, texts));
        match found.iter_mut().find(|(_, known)| *known == why) {
            Some((names, _)) => {
                names.push_str(match language {
                    Language::Chinese => "、",
                    Language::English => "; ",
                });
                names.push_str(&name);
            }
            None => found.push((name, why)),
        }
    }
    let term_end = organization
        .term_end
        .filter(|end| today.is_none_or(|today| today < *end));
    if let Some(end) = term_end {
        let by_itself = |one: &&&Indicator| one.answered_by == Some(ProfileAnswer::TermNotExpired);
        for one in indicators.iter().filter(by_itself) {
            let why = (texts.me.spared_term)(end.to_string());
            found.push((say(&one.title, language), why));
        }
    }
    found
}

fn reason(condition: &Condition, facts: &Facts, texts: &Texts) -> String {
    let mut named: Vec<String> = Vec::new();
    for (fact, number) in condition.decided_by(facts) {
        let words = texts.facts.fact(fact, number);
        if !named.contains(&words) {
            named.push(words);
        }
    }
    (texts.me.spared_because)(named.join("，"))
}
