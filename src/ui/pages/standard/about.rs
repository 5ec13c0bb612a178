//! What the pack is: title, version, who issued it, for whom, and how far it may be relied on.
//!
//! Not here: what it asks (`items`).

use crate::app::standards::as_loaded;
use crate::app::state::AppState;
use crate::standard::StandardPack;
use crate::ui::components::{Notice, NoticeKind};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The head of the pack.
#[component]
pub fn About(pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().standard, language());
    let loaded = state
        .workspace
        .with_untracked(|workspace| as_loaded(workspace, &pack).is_some());
    let origin = if loaded { words.loaded } else { words.built_in };
    view! {
        <h2>
            {say(&pack.title, language)}" "
            <span class="tag">{(words.version)(pack.version.clone())}</span>
            " "<span class="tag">{origin}</span>
        </h2>
        <Notice kind=NoticeKind::Info text=say(&pack.disclaimer, language) />
    }
}

/// Who issued the pack, for whom, and when it was held against its sources.
#[component]
pub fn Issued(pack: Arc<StandardPack>) -> impl IntoView {
    let (words, language) = (&texts().standard, language());
    let rows = [
        Some((words.issuer, say(&pack.issuer, language))),
        Some((words.scope, say(&pack.scope, language))),
        pack.theme
            .as_ref()
            .map(|theme| (words.theme, say(theme, language))),
        Some((words.verified_on, pack.verified_on.to_string())),
    ];
    let rows = rows.into_iter().flatten().map(|(term, text)| {
        view! { <div><dt>{term}</dt><dd>{text}</dd></div> }
    });
    view! {
        <h2>{words.issued_title}</h2>
        <dl class="card facts">{rows.collect_view()}</dl>
    }
}
