//! One indicator (指标) as a card: what is asked, when it counts as met, the answer, how it stands
//! and why, and folded away note and papers.
//!
//! Not here: the answer itself, which is handed in (`answer_buttons`, `count_entry`).

use super::disclosure::Disclosure;
use super::standing_mark::StandingMark;
use super::words;
use crate::assessment::Standing;
use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// One indicator.
#[component]
pub fn IndicatorCard(
    /// The id of the element, so that a link can lead here.
    #[prop(into)]
    id: String,
    /// Its name.
    #[prop(into)]
    title: String,
    /// Whether it is a must-item (必达项).
    #[prop(optional)]
    must: bool,
    /// When it counts as met (判据); empty where the answers say it themselves.
    #[prop(into)]
    criterion: String,
    /// How it stands; the mark is left out where there is none, as for scored indicators.
    #[prop(optional, into)]
    standing: MaybeProp<Standing>,
    /// Why it stands so, in a line; empty for nothing to say.
    #[prop(optional, into)]
    why: Signal<String>,
    /// What was answered in the period before, in words; nothing once it is answered.
    #[prop(optional, into)]
    previous: Signal<Option<String>>,
    /// Takes over the answer of the period before.
    #[prop(optional, into)]
    on_same: Option<Callback<()>>,
    /// The line that opens note and papers, where it has to say more than that.
    #[prop(optional, into)]
    more_label: MaybeProp<String>,
    /// Note, papers, sources: made when the fold is opened.
    #[prop(optional, into)]
    more: Option<ViewFn>,
    /// What can be done about how it stands, below that; `None` if there is nothing.
    #[prop(optional, into)]
    below: Option<ViewFn>,
    /// The level of its heading, 2 or 3.
    #[prop(default = 2)]
    level: u8,
    /// Where it is answered.
    children: Children,
) -> impl IntoView {
    let words = words();
    let heading_id = format!("{id}-title");
    let name = view! {
        {title}
        {must.then(|| view! {
            <span class="must">{words.answer_must}<span class="unseen">{words.answer_must_meaning}</span></span>
        })}
    };
    let heading = if level == 3 {
        view! { <h3 id=heading_id.clone()>{name}</h3> }.into_any()
    } else {
        view! { <h2 id=heading_id.clone()>{name}</h2> }.into_any()
    };
    let ghost = move || {
        previous.get().map(|answer| {
            view! {
                <div class="ghost">
                    <p>{(words.answer_previous_was)(answer)}</p>
                    {on_same.map(|take| view! {
                        <button type="button" class="button" on:click=move |_| take.run(())>
                            {words.answer_same_as_previous}
                        </button>
                    })}
                </div>
            }
        })
    };
    let result = move || {
        let reason = why.get();
        view! {
            {standing.get().map(|standing| view! { <StandingMark standing=standing /> })}
            {(!reason.is_empty()).then(|| view! { <span class="indicator-why">{reason}</span> })}
        }
    };
    let more_label = move || {
        more_label
            .get()
            .unwrap_or_else(|| words.answer_note_and_evidence.to_owned())
    };
    view! {
        <article id=id class="card indicator" aria-labelledby=heading_id>
            {heading}
            {(!criterion.is_empty())
                .then(|| view! { <p class="indicator-criterion">{criterion}</p> })}
            {ghost}
            {children()}
            <output class="indicator-result">{result}</output>
            {below.map(|below| below.run())}
            {more.map(|more| view! {
                <Disclosure summary=Signal::derive(more_label)>{more.run()}</Disclosure>
            })}
        </article>
    }
}

/// Beside a value that follows from others (由其他项得出), so that nobody looks for where to enter it.
#[component]
pub fn DerivedNote(
    /// From what it follows.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <p class="derived">
            <Icon name=IconName::Link />
            <span>{move || text.get()}</span>
        </p>
    }
}
