//! 导入: a file or pasted text is opened, shown with everything it would change, and taken over
//! as one step that can be undone.
//!
//! Not here: what opening and merging mean (`exchange`).

mod changes;
mod differences;
mod entries;
mod ledgers;
mod one_by_one;
mod opener;
mod opening;
mod preview;
mod room;
mod same_organization;
mod sealed;
mod source;
mod waiting;
mod working;

use self::one_by_one::{FileInText, OneByOne};
use self::opener::Opener;
use self::opening::{Finding, Found};
use self::waiting::Stoppable;
use crate::app::state::AppState;
use crate::exchange::sealing::SealedFile;
use crate::exchange::{DocumentKey, ImportError, limits};
use crate::platform::file_input::{FileFault, read_file};
use crate::text::Language;
use crate::text::refusals::{Refusal, refusal};
use crate::ui::components::{
    ActionRow, Button, ButtonLink, Disclosure, FileButton, NoteField, Notice, NoticeKind, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// How many faults of a refused file are listed; a hopeless pack has thousands.
const FAULTS_SHOWN: usize = 40;

/// How far the user has come.
#[derive(Clone)]
enum Stage {
    /// Nothing was chosen yet.
    Choosing,
    /// The file of this number is being opened.
    Reading(usize),
    /// It is sealed and asks for its passphrase.
    Sealed(Arc<SealedFile>),
    /// It was refused, with the words for a technician.
    Refused(Refusal, String),
    /// It was opened and is looked at.
    Looking(Arc<Found>),
    /// It was taken over.
    Done(Taken),
}

impl Stage {
    /// The refusal of what could not be opened.
    fn refused(error: &ImportError, language: Language) -> Self {
        Self::Refused(refusal(error, language), error.to_string())
    }

    /// The refusal of a file that the browser cannot read.
    fn unreadable(fault: &FileFault, language: Language) -> Self {
        let words = &language.texts().files;
        let refusal = Refusal {
            what: words.file_unreadable.to_owned(),
            to_do: words.todo_resend,
            faults: Vec::new(),
        };
        Self::Refused(refusal, fault.to_string())
    }

    /// The refusal of a file that is longer than anything of ours.
    fn too_large(size: u64, language: Language) -> Self {
        let error = ImportError::TooLarge {
            bytes: usize::try_from(size).unwrap_or(usize::MAX),
            most: limits::MOST_BYTES,
        };
        Self::refused(&error, language)
    }
}

/// What was taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Taken {
    /// The organisations that something was taken over for, by id and name.
    organizations: Vec<(Uuid, String)>,
    /// The assessment, if it was one.
    assessment: Option<Uuid>,
    /// Whether there was a standard pack.
    pack: bool,
    /// What can be done with a review, if it has to do with one.
    review: ReviewStep,
}

/// What can be done with a review after an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ReviewStep {
    /// Nothing.
    #[default]
    None,
    /// The period that came in can be reviewed.
    Write,
    /// The review that came in can be looked at.
    Look,
}

/// The import page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let words = &texts().files;
    let stage = RwSignal::new(Stage::Choosing);
    let several = RwSignal::new(Vec::new());
    let opener = Opener::new(AppState::expect(), language(), stage, several);
    let again = Callback::new(move |()| stage.set(Stage::Choosing));
    let at_top = move || window().scroll_to_with_x_and_y(0.0, 0.0);
    move || match stage.get() {
        Stage::Choosing => view! {
            <OneByOne several=several opener=opener />
            <Choosing stage=stage several=several opener=opener />
        }
        .into_any(),
        Stage::Reading(_) => {
            view! { <Stoppable doing=words.reading percent=opener.percent on_stop=again /> }
                .into_any()
        }
        Stage::Sealed(sealed) => {
            view! { <sealed::AskPassphrase sealed=sealed opener=opener on_cancel=again /> }
                .into_any()
        }
        Stage::Refused(refusal, detail) => view! {
            <Refused refusal=refusal detail=detail />
            <OneByOne several=several opener=opener />
            <Choosing stage=stage several=several opener=opener />
        }
        .into_any(),
        Stage::Looking(found) => {
            at_top();
            let done = Callback::new(move |taken| stage.set(Stage::Done(taken)));
            view! { <preview::Preview found=found on_done=done on_cancel=again /> }.into_any()
        }
        Stage::Done(taken) => {
            at_top();
            view! {
                <Done taken=taken on_again=again />
                <OneByOne several=several opener=opener />
            }
            .into_any()
        }
    }
}

/// Where a file is chosen or a text pasted.
#[component]
fn Choosing(
    stage: RwSignal<Stage>,
    /// The files that were found in one text.
    several: RwSignal<Vec<FileInText>>,
    opener: Opener,
) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().files, language());
    let pasted = RwSignal::new(String::new());
    let choose = Callback::new(move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        several.set(Vec::new());
        let begun = opener.begin();
        spawn_local(async move {
            let read = read_file(&file, limits::MOST_BYTES as u64).await;
            if !begun.goes_on() {
                return;
            }
            match read {
                Ok(bytes) => begun.open(Finding::of_bytes(bytes, state.now_ms())),
                Err(FileFault::TooLarge { size, .. }) => {
                    stage.set(Stage::too_large(size, language));
                }
                Err(fault @ FileFault::Unreadable { .. }) => {
                    stage.set(Stage::unreadable(&fault, language));
                }
            }
        });
    });
    let open = Callback::new(move |()| {
        let text = pasted.get_untracked();
        several.set(Vec::new());
        let begun = opener.begin();
        // A long text takes a while; the page says so first.
        let open = move || {
            if begun.goes_on() {
                begun.open(Finding::of_text(text, state.now_ms()));
            }
        };
        set_timeout(open, Duration::from_millis(30));
    });
    let something = Signal::derive(move || pasted.with(|text| !text.trim().is_empty()));
    view! {
        <p>{words.intro}</p>
        <div class="stack-tight">
            <FileButton label=words.choose_file on_choose=choose />
            <p class="hint">{words.choose_file_hint}</p>
        </div>
        <NoteField
            label=words.paste_label
            hint=words.paste_hint
            value=pasted
            on_input=Callback::new(move |text| pasted.set(text))
            longest=limits::MOST_BYTES
            lines=5
        />
        <Button label=words.open_text enabled=something on_press=open />
    }
}

/// Why something was refused, that nothing was changed, and what to do.
#[component]
fn Refused(refusal: Refusal, detail: String) -> impl IntoView {
    let words = &texts().files;
    let Refusal {
        what,
        to_do,
        faults,
    } = refusal;
    let left = faults.len().saturating_sub(FAULTS_SHOWN);
    let rows: Vec<_> = faults
        .into_iter()
        .take(FAULTS_SHOWN)
        .map(|fault| view! { <li>{fault}</li> })
        .collect();
    let rest = (left > 0).then(|| view! { <li>{(words.more_lines)(left)}</li> });
    view! {
        <Notice
            kind=NoticeKind::Error
            title=(texts().me.labelled)(words.refused_title, &what)
            text=format!("{}{to_do}", words.unchanged)
        />
        {(!rows.is_empty()).then(|| view! { <ul class="reasons">{rows}{rest}</ul> })}
        <Disclosure summary=words.detail>
            <p class="small">{detail.clone()}</p>
        </Disclosure>
    }
}

/// What was taken over, and where to go now.
#[component]
fn Done(taken: Taken, on_again: Callback<()>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().files);
    let navigation = Navigation::expect();
    let Taken {
        organizations,
        assessment,
        pack,
        review,
    } = taken;
    let alone = organizations.len() == 1;
    let links = organizations.clone().into_iter().take(3).map(|(id, name)| {
        let weight = if alone {
            Weight::Primary
        } else {
            Weight::Secondary
        };
        let open = Callback::new(move |()| {
            state.open_organization(id);
            if alone {
                state.opened.set(assessment);
            }
            navigation.go(&Route::Home);
        });
        view! {
            <Button
                label=(words.done_open)(name)
                icon=IconName::Forward
                weight=weight
                on_press=open
            />
        }
    });
    let of_review = match review {
        ReviewStep::Write if alone => Some((Route::Reviewing, texts().review.begin)),
        ReviewStep::Look => Some((Route::Review, texts().review.look)),
        ReviewStep::Write | ReviewStep::None => None,
    };
    let of_review = of_review.map(|(route, label)| {
        let first = opened_by(&organizations, assessment);
        let go = Callback::new(move |()| {
            first(state);
            navigation.go(&route);
        });
        view! { <Button label=label on_press=go /> }
    });
    let links = links.collect_view();
    view! {
        <Notice kind=NoticeKind::Good title=words.done_title text=words.done_text />
        <ActionRow>
            {links}
            {of_review}
            {pack.then(|| view! {
                <ButtonLink label=words.done_choose_pack href=Route::Standard.to_string() />
            })}
            <ButtonLink label=words.done_home href=Route::Home.to_string() />
            <Button label=words.another weight=Weight::Quiet on_press=on_again />
        </ActionRow>
    }
}

/// Opens the organisation that came in, and the period if there was one.
fn opened_by(
    organizations: &[(Uuid, String)],
    assessment: Option<Uuid>,
) -> impl Fn(AppState) + Clone + Send + Sync + 'static + use<> {
    let first = organizations.first().map(|(id, _)| *id);
    move |state| {
        if let Some(id) = first {
            state.open_organization(id);
        }
        if assessment.is_some() {
            state.opened.set(assessment);
        }
    }
}

impl Taken {
    /// What these keys amount to, with the names that the workspace has for them.
    fn of(keys: &[DocumentKey], state: AppState) -> Self {
        let texts = texts();
        state.workspace.with_untracked(|workspace| {
            let mut taken = Self::default();
            let mut assessments = Vec::new();
            for key in keys {
                let organization = match key {
                    DocumentKey::Organization(id) => Some(*id),
                    DocumentKey::Assessment(id) => {
                        assessments.push(*id);
                        workspace.assessments.get(id).map(|one| one.organization)
                    }
                    DocumentKey::Ledger(id) => {
                        workspace.ledgers.get(id).map(|one| one.organization)
                    }
                    DocumentKey::Standard(_) => {
                        taken.pack = true;
                        None
                    }
                    DocumentKey::Settings => None,
                };
                let known = |id: &Uuid| taken.organizations.iter().any(|(known, _)| known == id);
                if let Some(id) = organization.filter(|id| !known(id))
                    && let Some(one) = workspace.organizations.get(&id)
                {
                    taken
                        .organizations
                        .push((id, crate::ui::naming::organization_name(one, texts)));
                }
            }
            taken.assessment = match assessments[..] {
                [only] => Some(only),
                _ => None,
            };
            taken
        })
    }
}
