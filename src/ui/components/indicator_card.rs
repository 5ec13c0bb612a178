//! One indicator (指标) as a card: what is asked, when it counts as met, the answer, what is to be
//! said of how it stands, and in one line below what else can be done, with note and papers folded
//! away.
//!
//! No answer changes the height of a card: whoever answers quickly would hit the wrong thing. What
//! is no longer to be said keeps its place unseen. Not here: the answer itself, which is handed in
//! (`answer_buttons`, `count_entry`).

use super::disclosure::Disclosure;
use super::standing_mark::StandingMark;
use super::words;
use crate::assessment::Standing;
use crate::ui::explained::Explained;
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
    /// Whether it is marked as a must-item (必达项).
    #[prop(optional)]
    must: bool,
    /// Whether what is to be said changes while it is answered, so that its room is kept.
    #[prop(optional)]
    counted: bool,
    /// When it counts as met (判据); empty where the answers say it themselves.
    #[prop(into)]
    criterion: String,
    /// How it stands, where the answer does not show it.
    #[prop(optional, into)]
    standing: MaybeProp<Standing>,
    /// Why it stands so, in a line; empty for nothing to say.
    #[prop(optional, into)]
    why: Signal<String>,
    /// What else can be done, at the beginning of the last line.
    #[prop(optional, into)]
    aside: Option<ViewFn>,
    /// Whether `aside` takes more room than a word, so that it has a line of its own on a narrow
    /// screen.
    #[prop(optional)]
    wide_aside: bool,
    /// Note, papers, sources: made when the fold is opened.
    #[prop(optional, into)]
    more: Option<ViewFn>,
    /// The level of its heading, 2 or 3.
    #[prop(default = 2)]
    level: u8,
    /// Where it is answered.
    children: Children,
) -> impl IntoView {
    let words = words();
    let heading_id = format!("{id}-title");
    let name = view! {
        <Explained text=title.clone() />
        {must.then(|| view! { <span class="must"><Explained text=words.answer_must /></span> })}
    };
    let heading = if level == 3 {
        view! { <h3 id=heading_id.clone()>{name}</h3> }.into_any()
    } else {
        view! { <h2 id=heading_id.clone()>{name}</h2> }.into_any()
    };
    let aside = aside.map(|aside| view! { <div class="indicator-aside">{aside.run()}</div> });
    let more = more.map(|more| {
        view! { <Disclosure summary=words.answer_note_and_evidence>{more.run()}</Disclosure> }
    });
    let foot = (aside.is_some() || more.is_some()).then(|| {
        view! {
            <div class="indicator-foot" class:indicator-foot-wide=wide_aside>
                {aside}
                {more}
            </div>
        }
    });
    view! {
        <article
            id=id
            class="card indicator"
            class:indicator-counted=counted
            aria-labelledby=heading_id
        >
            {heading}
            {(!criterion.is_empty())
                .then(|| view! {
                    <p class="indicator-criterion"><Explained text=criterion before=title /></p>
                })}
            {children()}
            {result(standing, why)}
            {foot}
        </article>
    }
}

/// What is to be said of how it stands; what is no longer to be said stays in its place, unseen.
fn result(standing: MaybeProp<Standing>, why: Signal<String>) -> impl IntoView {
    let now = Memo::new(move |_| (standing.get(), why.get()));
    let says = |(standing, why): &(Option<Standing>, String)| standing.is_some() || !why.is_empty();
    let shown = Memo::new(move |before: Option<&(Option<Standing>, String)>| {
        let now = now.get();
        match before {
            Some(before) if !says(&now) => before.clone(),
            _ => now,
        }
    });
    let is_over = move || !now.with(says) && shown.with(says);
    let content = move || {
        let (standing, why) = shown.get();
        view! {
            {standing.map(|standing| view! { <StandingMark standing=standing /> })}
            {(!why.is_empty()).then(|| view! { <span class="indicator-why">{why}</span> })}
        }
    };
    view! { <output class="indicator-result" class:indicator-over=is_over>{content}</output> }
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
