//! What to expect after a tap (接下来怎样): where the file is now, what to do next, and where nothing
//! came of it which other way there is.
//!
//! Not here: going the ways (`hand`).

use super::hand::Hand;
use super::handed::Handed;
use super::{ReadOnlyText, codes, parts};
use crate::app::ways_out::Purpose;
use crate::ui::components::{Notice, NoticeKind};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// What to expect now.
#[component]
pub fn Outcome(hand: Hand) -> impl IntoView {
    view! {
        <div class="stack" role="status">{move || outcome(hand.handed.get(), hand.purpose)}</div>
        <div class="stack-tight">{move || panel(hand)}</div>
    }
}

/// What goes on over several taps.
fn panel(hand: Hand) -> AnyView {
    match hand.handed.get() {
        Handed::Parts(all) => view! { <parts::CopyParts hand=hand parts=all /> }.into_any(),
        Handed::Codes(all) => view! { <codes::ShowCodes parts=all /> }.into_any(),
        _ => ().into_any(),
    }
}

/// What to expect of what was handed to somebody else.
pub fn what_to_expect(handed: Handed) -> AnyView {
    outcome(handed, Purpose::Send)
}

fn outcome(handed: Handed, purpose: Purpose) -> AnyView {
    let (data, words) = (&texts().data, &texts().handing);
    let told = |kind, text: &'static str| view! { <Notice kind=kind text=text /> }.into_any();
    match handed {
        Handed::Nothing | Handed::Parts(_) | Handed::Codes(_) => ().into_any(),
        Handed::Downloaded {
            name,
            likely_ignored,
        } => downloaded(purpose, name, likely_ignored),
        Handed::DownloadRefused => told(NoticeKind::Warning, data.download_refused),
        Handed::Copied(count) => {
            let title = (data.copied)(count);
            view! { <Notice kind=NoticeKind::Good title=title text=data.copied_next /> }.into_any()
        }
        Handed::CopyRefused(text) => view! {
            <Notice kind=NoticeKind::Warning text=data.copy_refused />
            <ReadOnlyText label=data.copy_by_hand text=text lines=6 />
        }
        .into_any(),
        Handed::Sharing { is_slow: false } => told(NoticeKind::Info, words.share_opened),
        Handed::Sharing { is_slow: true } => told(NoticeKind::Warning, words.share_slow),
        Handed::Shared => told(NoticeKind::Good, words.share_taken),
        Handed::ShareCancelled => told(NoticeKind::Info, words.share_cancelled),
        Handed::ShareRefused { may_try: true } => {
            told(NoticeKind::Warning, words.share_refused_next)
        }
        Handed::ShareRefused { may_try: false } => told(NoticeKind::Warning, words.share_refused),
        Handed::SavedAs => told(NoticeKind::Good, words.saved_as),
        Handed::SaveCancelled => told(NoticeKind::Info, words.save_cancelled),
        Handed::SaveRefused => told(NoticeKind::Warning, words.save_refused),
        Handed::TooMany(Some(count)) => {
            let text = (words.too_many)(count);
            view! { <Notice kind=NoticeKind::Warning text=text /> }.into_any()
        }
        Handed::TooMany(None) => told(NoticeKind::Warning, words.far_too_many),
        Handed::NotMade => told(NoticeKind::Error, data.export_failed),
    }
}

fn downloaded(purpose: Purpose, name: String, likely_ignored: bool) -> AnyView {
    let (data, words) = (&texts().data, &texts().handing);
    let kind = NoticeKind::of_danger(likely_ignored);
    let text = match (likely_ignored, purpose) {
        (true, _) => data.download_ignored,
        (false, Purpose::Send) => words.download_send_next,
        (false, Purpose::Keep) => data.downloaded_where,
    };
    view! { <Notice kind=kind title=(data.downloaded)(name) text=text /> }.into_any()
}
