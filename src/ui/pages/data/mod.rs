//! 数据: where the data live, export, the way to import, what has problems, deleting everything.
//!
//! Not here: import itself (`import`).

mod erase;
mod export;
mod keeping;
mod trouble;

use crate::app::state::AppState;
use crate::ui::components::{ButtonLink, Notice, NoticeKind};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// The page 导出这一期: the period goes to others, and nothing else is offered before that.
#[component]
pub fn ExportPage(
    /// The id of the assessment.
    period: Uuid,
) -> impl IntoView {
    view! { <export::Export period=Some(period) /> }
}

/// The data page.
#[component]
pub fn DataPage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let anything = Memo::new(move |_| state.workspace.with(|workspace| !workspace.is_empty()));
    let deleted = RwSignal::new(false);
    // What was taken back is no longer deleted.
    let gone = move || deleted.get() && !anything.get();
    let troubled = Memo::new(move |_| trouble::is_troubled(state));
    view! {
        <Show when=move || troubled.get()>
            <trouble::Trouble />
        </Show>
        <Show when=gone>
            <Notice kind=NoticeKind::Good text=words.deleted>
                <ButtonLink label=words.begin_again href=Route::Start.to_string() />
            </Notice>
        </Show>
        <Show when=move || anything.get() fallback=move || view! {
            <p class="hint">{words.nothing_to_export}</p>
        }>
            <export::Export period=None />
        </Show>
        <h2>{words.import_title}</h2>
        <p>{words.import_intro}</p>
        <ButtonLink
            label=words.import_link
            icon=IconName::Import
            href=Route::Import.to_string()
        />
        <keeping::Keeping />
        <Show when=move || !troubled.get()>
            <trouble::Untroubled />
        </Show>
        <erase::Erase deleted=deleted />
    }
}
