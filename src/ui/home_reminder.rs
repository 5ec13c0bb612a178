//! What the home page reminds of (首页提醒), in one line with its button, and the way to put the app on
//! the home screen (添加到桌面).
//!
//! Not here: when it is time (`app::reminding`), and what the browser offers (`platform::install`).

use super::components::{Button, ButtonLink, Notice, Weight};
use super::devices::Devices;
use super::route::Route;
use super::speech::texts;
use crate::app::reminding::{Reminder, reminder};
use crate::app::state::AppState;
use crate::platform::install;
use crate::review::{side_by_side, waiting};
use leptos::prelude::*;

/// Whether the browser offers to put the app on the home screen; it follows the browser.
fn offered() -> RwSignal<bool> {
    let offered = RwSignal::new(install::is_offered());
    // A browser that refuses the listener has no such offer.
    let hears = install::on_change(move || {
        let _ = offered.try_set(install::is_offered());
    });
    let hears = StoredValue::new_local(hears.ok());
    on_cleanup(move || hears.dispose());
    offered
}

/// What whoever checked found and the organisation has not replied to, if there is such a thing.
#[component]
fn ReviewNotice() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().review);
    let count = Memo::new(move |_| {
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period))?;
        let (pack, outcome) = state.pack_in_force.get().zip(state.outcome.get())?;
        let count = state
            .ledger
            .with(|ledger| waiting(&side_by_side(&pack, &outcome, ledger, period), ledger));
        (count > 0).then_some(count)
    });
    move || {
        count.get().map(|count| {
            view! {
                <Notice text=(words.waiting)(count)>
                    <ButtonLink label=words.look href=Route::Review.to_string() />
                </Notice>
            }
        })
    }
}

/// One thing to think of, and a review that came in; nothing most of the time.
#[component]
pub fn HomeReminder() -> impl IntoView {
    view! {
        <ReviewNotice />
        <OneReminder />
    }
}

/// One thing to think of.
#[component]
fn OneReminder() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().help);
    let offered = offered();
    let due = Memo::new(move |_| {
        let now_ms = state.now_ms();
        let can_install = offered.get();
        state
            .workspace
            .with(|workspace| reminder(workspace, now_ms, can_install))
    });
    let later = Callback::new(move |()| offered.set(false));
    let ask = Callback::new(move |()| install::ask());
    move || {
        let text = match due.get()? {
            Reminder::NoBackupFor(days) => (words.backup_days)(days),
            Reminder::ChangedSinceBackup(count) => (words.backup_changes)(count),
            Reminder::HomeScreen => {
                return Some(
                    view! {
                        <Notice text=words.install_text>
                            <Button label=words.install on_press=ask />
                            <Button
                                label=words.install_later
                                weight=Weight::Quiet
                                on_press=later
                            />
                        </Notice>
                    }
                    .into_any(),
                );
            }
        };
        Some(
            view! {
                <Notice text=text>
                    <ButtonLink label=words.backup_now href=Route::Backup.to_string() />
                </Notice>
            }
            .into_any(),
        )
    }
}

/// How the app comes to the home screen: by the browser's own offer where it makes one, and else in
/// words.
#[component]
pub fn Install() -> impl IntoView {
    let words = &texts().help;
    let offered = offered();
    let surroundings = Devices::expect().surroundings();
    let ask = Callback::new(move |()| install::ask());
    move || {
        if surroundings.standalone {
            return view! { <p>{words.installed}</p> }.into_any();
        }
        if offered.get() {
            return view! {
                <p>{words.install_text}</p>
                <Button label=words.install on_press=ask />
            }
            .into_any();
        }
        let how = match surroundings.apple_mobile {
            true => words.install_apple,
            false => words.install_android,
        };
        view! { <p>{how}</p> }.into_any()
    }
}
