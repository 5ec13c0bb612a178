//! What hard words (名词) mean: the words in a text as buttons, and the meaning that they open.
//!
//! Not here: the page that lists all of them (`pages::help`). All of this comes with a later part
//! of the app.

use super::components::{ActionRow, Button, ButtonLink, Dialog, Weight};
use super::explained::Opened;
use super::navigation::Navigation;
use super::route::Route;
use super::speech::{language, texts};
use crate::app::state::AppState;
use crate::help::english;
use crate::help::glossary::{Term, pieces, term, term_of};
use crate::standard::{Certainty, Rule};
use crate::text::Language;
use leptos::prelude::*;

/// A text whose hard words open what they mean.
#[component]
pub fn ExplainedText(
    /// What stands before it and explains its own words.
    before: String,
    /// The text.
    text: String,
) -> impl IntoView {
    let pieces = pieces(&before, &text, language()).into_iter();
    let views = pieces.map(|piece| {
        let word = piece.text.to_owned();
        match piece.term {
            Some(term) => view! { <TermButton term=term word=word /> }.into_any(),
            None => word.into_any(),
        }
    });
    views.collect_view()
}

/// A hard word that opens what it means.
#[component]
pub fn TermButton(
    /// What is opened.
    term: &'static Term,
    /// How it is written here.
    word: String,
    /// Whether it stands as a mark of its own and not inside a text.
    #[prop(optional)]
    mark: bool,
) -> impl IntoView {
    let opened = Opened::expect();
    let open = move |_| opened.term.set(Some(&term.id));
    let class = if mark { "tag term-mark" } else { "term" };
    view! {
        <button type="button" class=class aria-haspopup="dialog" on:click=open>
            {word}
        </button>
    }
}

/// A mark of certainty (核实标记) that opens what it means.
#[component]
pub fn CertaintyMark(
    /// The mark.
    certainty: Certainty,
) -> impl IntoView {
    let word = texts().facts.certainty(certainty).to_owned();
    match term_of(certainty) {
        Some(term) => view! { <TermButton term=term word=word mark=true /> }.into_any(),
        None => view! { <span class="tag">{word}</span> }.into_any(),
    }
}

/// What the hard word that is open means, over the page.
#[component]
pub fn Meaning() -> impl IntoView {
    let (opened, words, language) = (Opened::expect(), &texts().help, language());
    // While it closes, it goes on saying what it said.
    let shown = Memo::new(move |before: Option<&Option<&'static str>>| {
        opened.term.get().or(before.copied().flatten())
    });
    let found = move || shown.get().and_then(term);
    let title = Signal::derive(move || {
        let name = found().map(|term| term.name_in(language).to_owned());
        name.unwrap_or_default()
    });
    let close = Callback::new(move |()| opened.term.set(None));
    let route = Navigation::expect().route;
    Effect::new(move |before: Option<()>| {
        route.track();
        if before.is_some() {
            opened.term.set(None);
        }
    });
    view! {
        <Dialog
            open=Signal::derive(move || opened.term.get().is_some())
            title=title
            on_close=close
        >
            {move || found().map(|term| view! { <TermBody term=term /> })}
            <ActionRow>
                <Button label=words.understood weight=Weight::Primary on_press=close />
                <ButtonLink
                    label=texts().me.words
                    href=Route::Glossary.to_string()
                    weight=Weight::Quiet
                />
            </ActionRow>
        </Dialog>
    }
}

/// What a hard word means, where that is written, and how sure it is.
#[component]
pub fn TermBody(
    /// The word.
    term: &'static Term,
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.help;
    let named = state.pack.with_untracked(|pack| {
        let rules = term.sources.iter();
        let rules = rules.filter_map(|id| pack.as_ref()?.rule(id));
        rules
            .map(|rule| source_name(rule, language))
            .collect::<Vec<_>>()
    });
    let sure = texts.facts.certainty(term.certainty);
    // What a mark of certainty means is no statement of the field that could be more or less sure.
    let is_mark = term.is_mark();
    view! {
        <p>{term.meaning_in(language)}</p>
        {(!named.is_empty()).then(|| view! {
            <p class="hint">{(words.source)(named.join(words.between))}</p>
        })}
        {(!is_mark).then(|| view! {
            <p class="hint">{(texts.me.labelled)(words.sure, sure)}</p>
        })}
    }
}

/// The papers that show something, in this language where their names are known there.
pub fn paper_names(papers: &[String], language: Language) -> String {
    let known = |paper: &String| language.of([None, english::paper(paper)]);
    let names = papers
        .iter()
        .map(|paper| known(paper).unwrap_or(paper.as_str()));
    let names: Vec<&str> = names.collect();
    names.join(language.texts().help.between)
}

/// A document with its article, in this language where its name is known there.
pub fn source_name(rule: &Rule, language: Language) -> String {
    let (document, article) = (&rule.document, rule.article.as_deref().unwrap_or_default());
    match language.of([None, english::document(document)]) {
        Some(name) => {
            let article = english::article(article).unwrap_or(article);
            format!("{name} {article}").trim_end().to_owned()
        }
        None => format!("{document}{article}"),
    }
}
