//! What kind of file was opened, what made it and when, and what the user should know about it
//! before the user takes it over.
//!
//! Not here: what it would change (`preview`).

use crate::app::intake::Found;
use crate::app::state::AppState;
use crate::exchange::signing::{Acquaintance, Signature, Signed as FileSigned, code_of};
use crate::exchange::{Document, ImportIssue, Kind};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::{ItemId, OrganizationType, StandardPack, built_in};
use crate::text::refusals::issue;
use crate::ui::components::{Notice, NoticeKind};
use crate::ui::devices::Devices;
use crate::ui::speech::{item_name, language, texts};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// How many issues are listed; a file has one for every odd answer.
const ISSUES_SHOWN: usize = 30;

/// What the signature of a file says, and whether it is told by the key of the last time.
#[component]
pub fn Signed(found: Arc<Found>) -> impl IntoView {
    // What several say stands with each of them.
    let [origin] = &found.origins[..] else {
        return ().into_any();
    };
    match signature_in_words(&origin.signed) {
        Some((true, text)) => view! { <Notice kind=NoticeKind::Warning text=text /> }.into_any(),
        Some((false, text)) => view! { <p class="hint">{text}</p> }.into_any(),
        None => ().into_any(),
    }
}

/// What is said of a signature, and whether the user should ask before taking the file over; `None`
/// if there is nothing to say.
pub fn signature_in_words(signed: &FileSigned) -> Option<(bool, String)> {
    let (state, words) = (AppState::expect(), &texts().sealing);
    let code = match &signed.signature {
        Some(Signature::Valid { signer }) => code_of(signer).map(|code| code.to_string()),
        Some(Signature::Invalid) | None => None,
    };
    let code = code.unwrap_or_default();
    // What is remembered once the file is taken over must not change what is said of it.
    let known = state
        .workspace
        .with_untracked(|one| signed.acquaintance(&one.settings));
    let is_wrong = signed.signature == Some(Signature::Invalid);
    let (doubtful, text) = match known {
        _ if is_wrong => (true, words.signed_wrong.to_owned()),
        Some(Acquaintance::Own) => (false, words.signed_own.to_owned()),
        Some(Acquaintance::SameAsLast) => (false, words.signed_same.to_owned()),
        Some(Acquaintance::First) => (false, (words.signed_first)(code)),
        Some(Acquaintance::AnotherThanLast) => (true, (words.signed_another)(code)),
        Some(Acquaintance::NotSigned) => (true, words.signed_not.to_owned()),
        None => return None,
    };
    Some((doubtful, (texts().me.labelled)(words.signature, &text)))
}

/// What kind of file it is, when it was made and by what.
#[component]
pub fn Source(found: Arc<Found>) -> impl IntoView {
    let words = &texts().files;
    let kind = match found.opened.kind {
        _ if found.raw => words.kind_rescue,
        Kind::Assessment => words.kind_assessment,
        Kind::Backup => words.kind_backup,
        Kind::Standard => words.kind_standard,
        Kind::Review => texts().review.kind,
    };
    let day = found
        .opened
        .exported_at
        .and_then(|at| Devices::expect().day_of(at));
    let mut parts = vec![kind.to_owned()];
    parts.extend(day.map(|day| (words.source_exported)(day.to_string())));
    parts.extend(found.opened.app.clone().map(words.source_app));
    let words = &texts().sealing;
    let code = found.opened.code.map(|code| {
        let code = (words.code)(code.to_string());
        view! { <p class="hint">{(texts().me.labelled)(&code, words.code_found)}</p> }
    });
    view! {
        <p class="whose">{parts.join(" · ")}</p>
        {code}
    }
}

/// What the user should know before the user takes it over.
#[component]
pub fn Issues(
    found: Arc<Found>,
    /// The packs that name the items.
    packs: StoredValue<PacksOfFile, LocalStorage>,
) -> impl IntoView {
    let (words, language) = (&texts().files, language());
    let issues = &found.opened.issues;
    let name = |id: &ItemId| match packs.with_value(PacksOfFile::first) {
        Some(pack) => item_name(&pack, id, language),
        None => id.to_string(),
    };
    let spoilt = issues
        .iter()
        .find(|one| **one == ImportIssue::ChecksumDiffers);
    let spoilt = spoilt.map(|one| {
        let text = issue(one, language, name);
        view! { <Notice kind=NoticeKind::Warning text=text /> }
    });
    let others = issues
        .iter()
        .filter(|one| **one != ImportIssue::ChecksumDiffers);
    if issues.is_empty() {
        return ().into_any();
    }
    let left = others.clone().count().saturating_sub(ISSUES_SHOWN);
    let rows = others
        .take(ISSUES_SHOWN)
        .map(|one| issue(one, language, name))
        .map(|text| view! { <li>{text}</li> });
    let rows: Vec<_> = rows.collect();
    let list = (!rows.is_empty()).then(|| {
        view! {
            <ul class="reasons">
                {rows}
                {(left > 0).then(|| view! { <li>{(words.more_lines)(left)}</li> })}
            </ul>
        }
    });
    view! {
        <h2>{words.issues_title}</h2>
        {spoilt}
        {list}
    }
    .into_any()
}

/// The packs that a file can speak of: those that it carries, and the built-in ones of its
/// organisations. Each of these is put together when it is asked for, and once: that takes longer
/// than all else on a card.
pub struct PacksOfFile {
    carried: Vec<Arc<StandardPack>>,
    types: Vec<OrganizationType>,
    built_in: RefCell<SortedMap<OrganizationType, Option<Arc<StandardPack>>>>,
}

impl PacksOfFile {
    /// The packs of this file.
    pub fn of(found: &Found) -> Self {
        let documents = &found.opened.documents;
        let carried = documents.iter().filter_map(|document| match document {
            Document::Standard(own) => Some(Arc::new(own.pack.clone())),
            _ => None,
        });
        let types = documents.iter().filter_map(|document| match document {
            Document::Organization(one) => Some(one.organization_type),
            _ => None,
        });
        let types: SortedSet<OrganizationType> = types.collect();
        Self {
            carried: carried.collect(),
            types: types.into_iter().collect(),
            built_in: RefCell::default(),
        }
    }

    /// The pack with this id.
    pub fn find(&self, id: &str) -> Option<Arc<StandardPack>> {
        self.all().find(|pack| pack.id == id)
    }

    /// The first of them.
    pub fn first(&self) -> Option<Arc<StandardPack>> {
        self.all().next()
    }

    fn all(&self) -> impl Iterator<Item = Arc<StandardPack>> {
        let built_in = self.types.iter().filter_map(|kind| self.built_in(*kind));
        self.carried.iter().cloned().chain(built_in)
    }

    fn built_in(&self, kind: OrganizationType) -> Option<Arc<StandardPack>> {
        let mut known = self.built_in.borrow_mut();
        let put_together = || built_in(kind).ok().map(Arc::new);
        known.entry(kind).or_insert_with(put_together).clone()
    }
}
