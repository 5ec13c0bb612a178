//! 导入: files, pasted text or codes are opened, shown with everything they would change, and taken
//! over as one step that can be undone.
//!
//! Not here: what opening and merging mean (`app::intake`, `exchange`).

mod changes;
mod choosing;
mod differences;
mod entries;
mod ledgers;
mod opener;
mod preview;
mod received;
mod room;
mod same_organization;
mod sealed;
mod source;
mod waiting;
mod working;

use self::choosing::Choosing;
use self::opener::Opener;
use self::received::{Reports, refused_in_words};
use self::sealed::Asked;
use self::waiting::Stoppable;
use crate::app::intake::{Found, Refused as Why, Report};
use crate::app::state::AppState;
use crate::exchange::{DocumentKey, ImportError};
use crate::text::Language;
use crate::text::refusals::{Refusal, refusal};
use crate::ui::components::{
    ActionRow, Button, ButtonLink, Disclosure, Notice, NoticeKind, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::lazy_part::LazyPart;
use crate::ui::navigation::Navigation;
use crate::ui::parts::{Scanning, Wanted};
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// How many faults of a refused file are listed; a hopeless pack has thousands.
const FAULTS_SHOWN: usize = 40;

/// How far the user has come.
#[derive(Clone)]
enum Stage {
    /// Nothing was chosen yet.
    Choosing,
    /// The files of this number are being opened.
    Reading(usize),
    /// One of the files is sealed and asks for its passphrase.
    Sealed(Asked),
    /// A camera looks for codes.
    Scanning,
    /// It was refused, with the words for a technician.
    Refused(Refusal, String),
    /// Several were refused.
    Told(Arc<Vec<Report>>),
    /// It was opened and is looked at; where there were several files, with what came of each.
    Looking(Arc<Found>, Arc<Vec<Report>>),
    /// It was taken over.
    Done(Taken),
}

impl Stage {
    /// The refusal of what could not be opened.
    fn refused(error: &ImportError, language: Language) -> Self {
        Self::Refused(refusal(error, language), error.to_string())
    }

    /// The refusal of a file that the browser cannot read, in its own words.
    fn unreadable(detail: &str, language: Language) -> Self {
        let why = Why::Unreadable(detail.to_owned());
        Self::Refused(refused_in_words(&why, language), detail.to_owned())
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
    let opener = Opener::new(AppState::expect(), language(), stage);
    let again = Callback::new(move |()| stage.set(Stage::Choosing));
    let at_top = move || window().scroll_to_with_x_and_y(0.0, 0.0);
    move || match stage.get() {
        Stage::Choosing => view! { <Choosing stage=stage opener=opener /> }.into_any(),
        Stage::Reading(_) => {
            view! { <Stoppable doing=words.reading percent=opener.percent on_stop=again /> }
                .into_any()
        }
        Stage::Sealed(asked) => {
            view! { <sealed::AskPassphrase asked=asked opener=opener on_cancel=again /> }.into_any()
        }
        Stage::Scanning => {
            let scanning = Scanning {
                on_text: Callback::new(move |text| opener.take_seen(text)),
                on_stop: again,
                progress: Signal::derive(move || received::shortly(opener)),
            };
            view! { <LazyPart wanted=Wanted::InScanner(scanning) /> }.into_any()
        }
        Stage::Refused(refusal, detail) => view! {
            <Refused refusal=refusal detail=detail />
            <Choosing stage=stage opener=opener />
        }
        .into_any(),
        Stage::Told(reports) => view! {
            <Reports reports=reports />
            <Choosing stage=stage opener=opener />
        }
        .into_any(),
        Stage::Looking(found, reports) => {
            at_top();
            let done = Callback::new(move |taken| stage.set(Stage::Done(taken)));
            view! {
                {(!reports.is_empty()).then(|| view! { <Reports reports=reports /> })}
                <preview::Preview found=found on_done=done on_cancel=again />
            }
            .into_any()
        }
        Stage::Done(taken) => {
            at_top();
            view! { <Done taken=taken on_again=again /> }.into_any()
        }
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
        ReviewStep::Look if alone => Some((Route::Review, texts().review.look)),
        ReviewStep::Look | ReviewStep::Write | ReviewStep::None => None,
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
