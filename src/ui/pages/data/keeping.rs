//! Where the data live, how safe they are there, and how much room they take.
//!
//! Not here: what to do about it (`export`), and damaged data (`trouble`).

use crate::app::state::AppState;
use crate::platform::surroundings::DataPlace;
use crate::storage::SaveState;
use crate::storage::usage::ESTIMATED_ROOM;
use crate::ui::components::{Button, Notice, NoticeKind, SaveNotice};
use crate::ui::devices::Devices;
use crate::ui::sentences::save_notice;
use crate::ui::speech::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// From this share of the room on, the user is told to make room, in percent.
const NEARLY_FULL_PERCENT: u8 = 80;

/// What the browser answered when it was asked whether it keeps the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Promise {
    Asking,
    Given,
    Refused,
    Unknown,
}

/// That the data are not safe where they live, where they are not. What is so can be read under the
/// fold.
#[component]
pub fn Unsafe() -> impl IntoView {
    let (state, here) = (AppState::expect(), Devices::expect().surroundings());
    move || {
        let place = here.data_place(state.storage_unavailable.get());
        let kind = NoticeKind::of_danger(true);
        let text = place_words(place);
        place
            .is_unsafe()
            .then(|| view! { <Notice kind=kind text=text /> })
    }
}

/// Where the data live, in words.
fn place_words(place: DataPlace) -> &'static str {
    let words = &texts().data;
    match place {
        DataPlace::Nowhere => words.where_nowhere,
        DataPlace::InApp => words.where_in_app,
        DataPlace::ForgottenAfterAWeek => words.where_ios,
        DataPlace::File => words.where_file,
        DataPlace::HomeScreen => words.where_app,
        DataPlace::Browser => words.where_browser,
    }
}

/// Where the data live, and how safe they are there.
#[component]
pub fn Keeping() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.data;
    let here = Devices::expect().surroundings();
    let place = move || {
        let place = here.data_place(state.storage_unavailable.get());
        let text = place_words(place);
        view! { <Notice kind=NoticeKind::of_danger(place.is_unsafe()) text=text /> }
    };
    let last_save = move || match state.save_state.get() {
        SaveState::Idle => words.saved_idle.to_owned(),
        SaveState::Saving => words.saving.to_owned(),
        SaveState::Saved => words.saved.to_owned(),
        other => match save_notice(&other, state.usage(), texts) {
            SaveNotice::SavedSmaller { reason, .. } | SaveNotice::NotSaved { reason } => reason,
            SaveNotice::Idle | SaveNotice::Saving | SaveNotice::Saved => words.saving.to_owned(),
        },
    };
    view! {
        <h2>{words.where_title}</h2>
        {place}
        <dl class="card facts">
            <div>
                <dt>{words.last_save}</dt>
                <dd>{last_save}</dd>
            </div>
            <Kept />
            <Room />
        </dl>
    }
}

/// Whether the browser has promised to keep the data.
#[component]
fn Kept() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let devices = Devices::expect();
    let promise = RwSignal::new(Promise::Asking);
    let take = move |answer: Option<bool>| {
        promise.set(match answer {
            Some(true) => Promise::Given,
            Some(false) => Promise::Refused,
            None => Promise::Unknown,
        });
    };
    // The answer can change while the page is open, when the app asks after the first save.
    Effect::new(move |_| {
        state.persistent.track();
        spawn_local(async move { take(devices.is_persistent().await) });
    });
    let ask = Callback::new(move |()| {
        spawn_local(async move {
            let answer = devices.request_persistence().await;
            state.persistent.set(answer);
            take(answer);
        });
    });
    let text = move || match promise.get() {
        Promise::Asking => words.keeping_asking,
        Promise::Given => words.keeping_yes,
        Promise::Refused => words.keeping_no,
        Promise::Unknown => words.keeping_unknown,
    };
    view! {
        <div>
            <dt>{words.keeping}</dt>
            <dd>
                {text}
                <Show when=move || promise.get() == Promise::Refused>
                    <Button label=words.keeping_ask on_press=ask />
                </Show>
            </dd>
        </div>
    }
}

/// How much room is used.
#[component]
fn Room() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let usage = Memo::new(move |_| {
        // What is stored changes after every save; nothing else says so.
        state.save_state.track();
        state.workspace.track();
        state
            .with_saver(|saver| saver.usage(ESTIMATED_ROOM))
            .flatten()
    });
    let content = move || match usage.get() {
        None => view! { <span>{words.room_unknown}</span> }.into_any(),
        Some(usage) => {
            let percent = usage.percent();
            let used = (words.room_characters)(usage.ours + usage.others);
            let text = (words.room_used)(used, u32::from(percent));
            view! {
                <span class="progress-line">
                    <progress
                        aria-label=words.room
                        max="100"
                        value=percent.max(1).to_string()
                    ></progress>
                    <span>{text}</span>
                </span>
                {(percent >= NEARLY_FULL_PERCENT).then(|| {
                    let text = match usage.is_filled_by_others() {
                        true => (words.room_others)((words.room_characters)(usage.others)),
                        false => words.room_nearly_full.to_owned(),
                    };
                    view! { <Notice kind=NoticeKind::Warning text=text /> }
                })}
            }
            .into_any()
        }
    };
    view! {
        <div>
            <dt>{words.room}</dt>
            <dd>{content}</dd>
        </div>
    }
}
