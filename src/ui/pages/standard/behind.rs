//! What is said where the open period is judged by another standard than is in use now (按当时的标准),
//! and the way to bring it along.
//!
//! Not here: when that is so (`app::versions`).

use crate::app::standards::issued;
use crate::app::state::AppState;
use crate::app::versions::is_behind;
use crate::standard::StandardPack;
use crate::ui::components::{Button, Notice, NoticeKind};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The notice with its button; nothing where both are the same.
#[component]
pub fn Behind(pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().editing, language());
    let present = Memo::new(move |_| {
        let (organization, open) = (state.organization.get()?, state.assessment.get()?);
        state.workspace.with(|workspace| {
            let behind = is_behind(workspace, &organization, &open);
            let present = behind.then(|| issued(workspace, &organization)).flatten()?;
            Some((open.id, named(&present, language)))
        })
    });
    let own = named(&pack, language);
    move || {
        let (open, present) = present.get()?;
        let bring = Callback::new(move |()| state.bring_open_period_along(open));
        Some(view! {
            <div class="stack-tight">
                <Notice
                    kind=NoticeKind::Info
                    title=(words.behind)(own.clone(), present)
                    text=words.behind_hint
                />
                <Button label=words.bring_along on_press=bring />
            </div>
        })
    }
}

fn named(pack: &StandardPack, language: crate::text::Language) -> String {
    format!("{} {}", say(&pack.title, language), pack.version)
}
