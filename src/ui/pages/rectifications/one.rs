//! One rectification (一条整改): what, who, until when, what came of it, and the next move.
//!
//! Not here: the list (`super`), and the answer to the indicator it comes from.

use super::words::{RectificationMark, origin_words};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::Standing;
use crate::period::CivilDate;
use crate::rectification::{Move, NotNow, Origin, Rectification, RectificationState};
use crate::standard::{ItemId, Role};
use crate::ui::components::{
    ActionRow, Button, ButtonLink, DateField, Disclosure, EmptyState, NoteField, Notice,
    NoticeKind, StandingMark, TextField, Weight,
};
use crate::ui::day_remarks::still_to_come;
use crate::ui::icons::{Icon, IconName};
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// One rectification.
#[component]
pub fn RectificationPage(
    /// The id of its entry.
    id: Uuid,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let one = Memo::new(move |_| {
        state
            .ledger
            .with(|ledger| ledger.rectifications.get(&id).cloned())
    });
    let there = Memo::new(move |_| one.with(Option::is_some));
    move || {
        if there.get() {
            view! { <Form id=id one=one /> }.into_any()
        } else {
            view! {
                <EmptyState text=words.gone>
                    <ButtonLink label=words.to_list href=Route::Rectifications.to_string() />
                </EmptyState>
            }
            .into_any()
        }
    }
}

type Kept = Memo<Option<Rectification>>;

fn read<Value: Default + Send + Sync + 'static>(
    one: Kept,
    part: impl Fn(&Rectification) -> Value + Send + Sync + 'static,
) -> Signal<Value> {
    Signal::derive(move || one.with(|one| one.as_ref().map(&part)).unwrap_or_default())
}

#[component]
fn Form(id: Uuid, one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let navigation = Navigation::expect();
    let typed = move |name: &'static str, write: fn(&mut Rectification, String)| {
        Callback::new(move |text: String| {
            state.edit_rectification(id, Pace::typed(name), move |one| write(one, text));
        })
    };
    let commit = Callback::new(move |_: String| state.flush());
    let take_out = Callback::new(move |()| {
        state.take_out_entry(id);
        navigation.go(&Route::Rectifications);
    });
    // What came of it is asked once somebody sees to it, and stays where something was written.
    let asks_result = Memo::new(move |_| {
        one.with(|one| {
            one.as_ref().is_some_and(|one| {
                one.state() > RectificationState::Found || !one.result.is_empty()
            })
        })
    });
    view! {
        <Steps id=id one=one />
        <AnswerAgain one=one />
        <OriginLine one=one />
        <NoteField
            label=words.problem
            value=read(one, |one| one.problem.clone())
            on_input=typed("problem", |one, text| one.problem = text)
            on_commit=commit
        />
        <Who id=id one=one />
        <Until id=id one=one />
        <NoteField
            label=words.measure
            hint=words.measure_hint
            lines=2
            value=read(one, |one| one.measure.clone())
            on_input=typed("measure", |one, text| one.measure = text)
            on_commit=commit
        />
        <Show when=move || asks_result.get()>
            <NoteField
                label=words.result
                hint=words.measure_hint
                lines=2
                value=read(one, |one| one.result.clone())
                on_input=typed("result", |one, text| one.result = text)
                on_commit=commit
            />
        </Show>
        <Dates id=id one=one />
        <ActionRow>
            <Button label=words.take_out icon=IconName::Bin weight=Weight::Quiet on_press=take_out />
        </ActionRow>
    }
}

/// How far it has come, as four steps with their dates, and the next move.
#[component]
fn Steps(id: Uuid, one: Kept) -> impl IntoView {
    let state = AppState::expect();
    let overdue = Signal::derive(move || {
        let today = state.today();
        one.with(|one| {
            one.as_ref()
                .zip(today)
                .is_some_and(|(one, today)| one.is_overdue(today))
        })
    });
    // The steps say how far it has come; only that its time is up needs a word of its own.
    let late = move || {
        overdue.get().then(
            || view! { <RectificationMark state=RectificationState::Assigned overdue=true /> },
        )
    };
    view! {
        <section class="card">
            {late}
            <ol class="track">
                {track_step(one, RectificationState::Found, |one| Some(one.found_on))}
                {track_step(one, RectificationState::Assigned, |one| one.assigned_on)}
                {track_step(one, RectificationState::Resolved, |one| one.resolved_on)}
                {track_step(one, RectificationState::Closed, |one| one.closed_on)}
            </ol>
            <Moves id=id one=one />
        </section>
    }
}

/// One of the four steps, with its date once it is made.
fn track_step(
    one: Kept,
    of: RectificationState,
    day: fn(&Rectification) -> Option<CivilDate>,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let this_year = state.today().map_or(0, CivilDate::year);
    let day = read(one, day);
    let class = move || match day.get() {
        Some(_) => "track-step tone-met",
        None => "track-step tone-quiet",
    };
    let icon = Signal::derive(move || match day.get() {
        Some(_) => IconName::Check,
        None => IconName::Ring,
    });
    let when = move || day.get().map(|day| (texts.facts.day)(day, this_year));
    view! {
        <li class=class>
            <Icon name=icon />
            <span class="track-word">{texts.rectifications.state(of)}</span>
            <span class="track-day">{when}</span>
        </li>
    }
}

/// The next move, the way back, and why one cannot be made now.
#[component]
fn Moves(id: Uuid, one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let now = Memo::new(move |_| one.with(|one| one.as_ref().map(Rectification::state)));
    let refused = RwSignal::new(None::<NotNow>);
    let who = read(one, |one| one.who.clone());
    Effect::new(move |_| {
        // Once somebody is named there is nothing in the way any more.
        who.track();
        refused.set(None);
    });
    let go = move |step: Move| {
        Callback::new(move |()| refused.set(state.move_rectification(id, step).err()))
    };
    let next = move || {
        let (label, step) = match now.get()? {
            RectificationState::Found => (words.move_assign, Move::Assign),
            RectificationState::Assigned => (words.move_resolve, Move::Resolve),
            RectificationState::Resolved => (words.move_close, Move::Close),
            RectificationState::Closed => return None,
        };
        Some(view! { <Button label=label weight=Weight::Primary on_press=go(step) /> })
    };
    let back =
        move || {
            now.get().filter(|now| *now > RectificationState::Found).map(|_| {
            view! {
                <Button label=words.move_back weight=Weight::Quiet on_press=go(Move::Back) />
            }
        })
        };
    let why = move || {
        let text = match refused.get()? {
            NotNow::NobodyNamed => words.not_now_nobody,
            NotNow::NoSuchMove(_) => words.not_now,
        };
        Some(view! { <p class="field-error"><Icon name=IconName::Warning />{text}</p> })
    };
    view! {
        <div role="status">{why}</div>
        <ActionRow>{next}{back}</ActionRow>
    }
}

/// Asks to answer the indicator again once its rectification is closed.
#[component]
fn AnswerAgain(one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let found = Memo::new(move |_| {
        let indicator: ItemId = one.with(|one| {
            let one = one.as_ref().filter(|one| one.closed_on.is_some())?;
            one.indicator().cloned()
        })?;
        let standing = state.outcome.with(|outcome| {
            let result = outcome.as_ref()?.indicator(&indicator)?;
            Some(result.standing)
        })?;
        Some((indicator, standing))
    });
    move || {
        let (indicator, standing) = found.get()?;
        if standing == Standing::Met {
            let kind = NoticeKind::Good;
            return Some(view! { <Notice kind=kind text=words.answered_again_text /> }.into_any());
        }
        Some(
            view! {
                <Notice
                    kind=NoticeKind::Warning
                    title=words.answer_again
                    text=words.answer_again_text
                >
                    <StandingMark standing=standing />
                    <ButtonLink
                        label=words.to_indicator
                        href=Route::Indicator(indicator).to_string()
                    />
                </Notice>
            }
            .into_any(),
        )
    }
}

/// Where it comes from, with the way there.
#[component]
fn OriginLine(one: Kept) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.rectifications;
    let origin = Memo::new(move |_| one.with(|one| one.as_ref().map(|one| one.origin.clone())));
    move || {
        let origin = origin.get()?;
        let line = state
            .pack
            .with(|pack| origin_words(&origin, pack.as_deref(), texts, language));
        let source = match &origin {
            Origin::Indicator(id) => Some((words.to_indicator, Route::Indicator(id.clone()))),
            Origin::Signal(id, _) => Some((words.to_signal, Route::Mechanism(id.clone()))),
            Origin::WalkThrough(_) | Origin::Review | Origin::Other => None,
        };
        let link = source.map(|(label, route)| {
            view! { <ButtonLink label=label href=route.to_string() weight=Weight::Quiet /> }
        });
        Some(view! { <div class="row"><span class="soft">{line}</span>{link}</div> })
    }
}

/// Who sees to it: a post with one tap, or whatever the user writes.
#[component]
fn Who(id: Uuid, one: Kept) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.rectifications;
    let who = read(one, |one| one.who.clone());
    let write = move |pace: Pace, text: String| {
        state.edit_rectification(id, pace, move |one| one.who = text);
    };
    // The posts stay as long as the field is as the user found it, so that nothing moves under the
    // hand.
    let offered = RwSignal::new(who.with_untracked(String::is_empty));
    let posts = move || {
        offered.get().then(|| {
            let posts = Role::ALL.map(|role| {
                let name = texts.duties.role(role);
                let choose = Callback::new(move |()| {
                    write(Pace::Now, name.to_owned());
                    offered.set(false);
                });
                view! { <Button label=name on_press=choose /> }
            });
            view! { <div class="row">{posts.collect_view()}</div> }
        })
    };
    view! {
        <div class="stack-tight">
            <TextField
                label=words.who
                hint=words.who_hint
                value=who
                on_input=Callback::new(move |text: String| write(Pace::typed("who"), text))
                on_commit=Callback::new(move |_: String| state.flush())
            />
            {posts}
        </div>
    }
}

/// Until when, with the two limits that are usual.
#[component]
fn Until(id: Uuid, one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let until = read(one, |one| one.until);
    let write = move |day: Option<CivilDate>| {
        state.edit_rectification(id, Pace::Now, move |one| one.until = day);
    };
    let limits = move || state.today().map(Rectification::usual_limits);
    let month = Callback::new(move |()| write(limits().map(|[month, _]| month)));
    let quarter = Callback::new(move |()| write(limits().map(|[_, quarter]| quarter)));
    let open = Memo::new(move |_| until.get().is_none());
    view! {
        <div class="stack-tight">
            <DateField label=words.until value=until on_change=Callback::new(write) />
            <Show when=move || open.get()>
                <div class="row">
                    <Button label=words.until_month on_press=month />
                    <Button label=words.until_quarter on_press=quarter />
                </div>
            </Show>
        </div>
    }
}

/// The dates of the steps that were made, for those entered afterwards.
#[component]
fn Dates(id: Uuid, one: Kept) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let found = read(one, |one| Some(one.found_on));
    let change_found = Callback::new(move |day: Option<CivilDate>| {
        if let Some(day) = day {
            state.edit_rectification(id, Pace::Now, move |one| one.found_on = day);
        }
    });
    let of = move |name: &'static str, part: fn(&mut Rectification) -> &mut Option<CivilDate>| {
        let day = read(one, move |one| *part(&mut one.clone()));
        let made = Memo::new(move |_| day.get().is_some());
        let change = Callback::new(move |day: Option<CivilDate>| {
            // To empty the field takes no step back: there is a button for that.
            if let Some(day) = day {
                state.edit_rectification(id, Pace::Now, move |one| *part(one) = Some(day));
            }
        });
        view! {
            <Show when=move || made.get()>
                <DateField
                    label=name
                    value=day
                    on_change=change
                    remark=still_to_come(state, day)
                />
            </Show>
        }
    };
    view! {
        <Disclosure summary=words.dates>
            <DateField
                label=words.state_found
                value=found
                on_change=change_found
                remark=still_to_come(state, found)
            />
            {of(words.state_assigned, |one| &mut one.assigned_on)}
            {of(words.state_resolved, |one| &mut one.resolved_on)}
            {of(words.state_closed, |one| &mut one.closed_on)}
        </Disclosure>
    }
}
