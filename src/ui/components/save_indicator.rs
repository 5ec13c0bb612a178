//! Whether what was entered is safe (保存状态): a word in the header, with the reason below where
//! there is one.
//!
//! On a page with a way back the word has the room of the longest of the usual ones from the
//! start: a longer one beside a title in large type gave the title a second line, and everything
//! that was to be tapped moved. Not here: what may be promised when (`storage`).

use super::button::{Button, Weight};
use super::standing_mark::Tone;
use super::words;
use crate::ui::apart::apart;
use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// What the user is told about saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveNotice {
    /// Nothing was changed yet.
    #[default]
    Idle,
    /// It is being written.
    Saving,
    /// It is written and survives a killed browser.
    Saved,
    /// It is written, and this smaller promise is all that can be made.
    SavedSmaller {
        /// Why, and what to do.
        reason: String,
        /// Whether an export is called for now; then it is open and offers one.
        export: bool,
    },
    /// It is not written; the edit is safe as long as the page stays open.
    NotSaved {
        /// Why, and what to do.
        reason: String,
    },
}

/// Says whether what was entered is safe.
#[component]
pub fn SaveIndicator(
    /// What to say.
    #[prop(into)]
    notice: Signal<SaveNotice>,
    /// Exports everything at once; offered where nothing could be saved.
    #[prop(into)]
    on_export: Callback<()>,
) -> impl IntoView {
    let words = words();
    let line = move |icon, word: &'static str| {
        view! {
            <span class="save-word">
                <Icon name=icon />
                <span prop:textContent=word></span>
            </span>
        }
    };
    let content = move || match notice.get() {
        SaveNotice::Idle => ().into_any(),
        SaveNotice::Saving => line(IconName::Ring, words.saving_saving).into_any(),
        SaveNotice::Saved => line(IconName::Check, words.saving_saved).into_any(),
        SaveNotice::SavedSmaller { reason, export } => apart(|| {
            view! {
                <details class="save-details" open=export>
                    <summary>{line(IconName::Info, words.saving_saved_smaller)}</summary>
                    <p>{reason}</p>
                    {export.then(|| view! {
                        <Button
                            label=words.button_export_now
                            icon=IconName::Export
                            on_press=on_export
                        />
                    })}
                </details>
            }
            .into_any()
        }),
        SaveNotice::NotSaved { reason } => apart(|| {
            view! {
                {line(IconName::Warning, words.saving_not_saved)}
                <p>{reason}</p>
                <Button
                    label=words.button_export_now
                    icon=IconName::Export
                    weight=Weight::Primary
                    on_press=on_export
                />
            }
            .into_any()
        }),
    };
    let class = move || {
        let (tone, wide) = match notice.get() {
            SaveNotice::Idle | SaveNotice::Saving => (Tone::Quiet, ""),
            SaveNotice::Saved => (Tone::Met, ""),
            SaveNotice::SavedSmaller { .. } => (Tone::Partly, ""),
            SaveNotice::NotSaved { .. } => (Tone::Unmet, " save-wide"),
        };
        format!("save {}{wide}", tone.class())
    };
    view! {
        <div role="status" class=class data-words=usual_words(notice)>
            {content}
        </div>
    }
}

/// The words whose room is kept, a line each. Once less was promised, each answer leads there and
/// back again.
fn usual_words(notice: Signal<SaveNotice>) -> impl Fn() -> String {
    let words = words();
    let is_smaller = Memo::new(move |before: Option<&bool>| {
        let is_smaller = matches!(notice.get(), SaveNotice::SavedSmaller { .. });
        is_smaller || before == Some(&true)
    });
    move || {
        let smaller = is_smaller.get().then_some(words.saving_saved_smaller);
        let usual = [words.saving_saving, words.saving_saved].into_iter();
        usual.chain(smaller).collect::<Vec<&str>>().join("\n")
    }
}
