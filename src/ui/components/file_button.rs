//! A button that lets the user choose a file (选文件).
//!
//! Not here: reading it (`platform`) and what is in it (`exchange`).

use crate::ui::icons::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;
use web_sys::File;

/// A button that lets the user choose files.
#[component]
pub fn FileButton(
    /// The words on it.
    #[prop(into)]
    label: String,
    /// Takes what was chosen; never empty.
    #[prop(into)]
    on_choose: Callback<Vec<File>>,
    /// Which files the picker shows, as in the attribute `accept`; empty for all, which is right
    /// where chats rename files.
    #[prop(optional, into)]
    accept: String,
    /// Whether several can be chosen at once.
    #[prop(optional)]
    several: bool,
    /// Whether a folder is chosen, with all files in it and below.
    #[prop(optional)]
    folder: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    if folder {
        Effect::new(move |_| {
            if let Some(input) = node.get() {
                // A browser that does not know it has files chosen one by one.
                let _ = input.set_attribute("webkitdirectory", "");
            }
        });
    }
    let take = move |_| {
        let Some(input) = node.get_untracked() else {
            return;
        };
        let list = input.files();
        let files: Vec<File> = list
            .map(|list| {
                (0..list.length())
                    .filter_map(|place| list.get(place))
                    .collect()
            })
            .unwrap_or_default();
        // Emptied, so that the same file can be chosen again after it was mended.
        input.set_value("");
        if !files.is_empty() {
            on_choose.run(files);
        }
    };
    view! {
        <label class="button file-button">
            <input
                node_ref=node
                class="unseen"
                type="file"
                accept=(!accept.is_empty()).then_some(accept)
                multiple=several
                on:change=take
            />
            <Icon name=IconName::Import />
            <span>{label}</span>
        </label>
    }
}
