//! 数据: what goes out to others, the backup, the way to import; and folded where the data live, what
//! has problems, deleting everything.
//!
//! Not here: import itself (`import`).

mod erase;
mod export;
mod keeping;
mod signing;
mod trouble;

use crate::app::state::AppState;
use crate::ui::components::{ButtonLink, Disclosure, LinkList, ListLink, Notice, NoticeKind};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// The page 发给别人: one period goes to others, and nothing else is offered before that.
#[component]
pub fn ExportPage(
    /// The id of the assessment.
    period: Uuid,
) -> impl IntoView {
    view! { <export::Export whom=export::Whom::Others period=period /> }
}

/// The page 备份: everything, for oneself.
#[component]
pub fn BackupPage() -> impl IntoView {
    view! {
        <export::LastBackup />
        <export::Export whom=export::Whom::OwnBackup />
    }
}

/// The data page: what goes out, what comes in, and folded what is seldom needed.
#[component]
pub fn DataPage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let anything = Memo::new(move |_| state.workspace.with(|workspace| !workspace.is_empty()));
    let deleted = RwSignal::new(false);
    // What was taken back is no longer deleted.
    let gone = move || deleted.get() && !anything.get();
    let troubled = Memo::new(move |_| trouble::is_troubled(state));
    // Who was sent here because nothing can be saved needs everything, and at once.
    let in_need = export::is_in_need(state);
    view! {
        <Show when=move || troubled.get()>
            <trouble::Trouble />
        </Show>
        <Show when=gone>
            <Notice kind=NoticeKind::Good text=words.deleted>
                <ButtonLink label=words.begin_again href=Route::Start.to_string() />
            </Notice>
        </Show>
        <Show when=move || in_need && anything.get()>
            <export::Export whom=export::Whom::OwnBackup />
        </Show>
        <Show when=move || !anything.get()>
            <p class="hint">{words.nothing_to_export}</p>
        </Show>
        <Ways anything=anything />
        <keeping::Unsafe />
        <Disclosure summary=words.advanced>
            <keeping::Keeping />
            <OfReview />
            <signing::Signing />
            <Show when=move || !troubled.get()>
                <trouble::Untroubled />
            </Show>
            <erase::Erase deleted=deleted />
        </Disclosure>
    }
}

/// The way to review the open period, for whoever checks it.
#[component]
fn OfReview() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().review);
    let any = Memo::new(move |_| state.assessment.with(Option::is_some));
    view! {
        <Show when=move || any.get()>
            <h2>{words.reviewing}</h2>
            <LinkList>
                <ListLink
                    title=words.begin
                    subtitle=words.begin_hint
                    href=Route::Reviewing.to_string()
                />
                <ListLink
                    title=words.side_by_side
                    subtitle=words.look_hint
                    href=Route::Review.to_string()
                />
            </LinkList>
        </Show>
    }
}

/// The three ways of data out and in.
#[component]
fn Ways(anything: Memo<bool>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let open = Memo::new(move |_| state.assessment.with(|one| one.as_ref().map(|one| one.id)));
    let send = move || {
        let href = Route::Export(open.get()?).to_string();
        Some(view! {
            <ListLink
                title=words.send
                icon=IconName::Export
                subtitle=words.send_hint
                href=href
            />
        })
    };
    let backup = move || {
        let href = Route::Backup.to_string();
        anything.get().then(|| {
            view! {
                <ListLink
                    title=words.backup
                    icon=IconName::Lock
                    subtitle=words.backup_hint
                    href=href
                />
            }
        })
    };
    view! {
        <LinkList>
            {send}
            {backup}
            <ListLink
                title=words.import_title
                icon=IconName::Import
                subtitle=words.import_intro
                href=Route::Import.to_string()
            />
        </LinkList>
    }
}
