//! Where files are chosen, a text is pasted, or codes are scanned (选文件、粘贴、扫码).
//!
//! Not here: what becomes of them (`opener`).

use super::Stage;
use super::opener::Opener;
use super::received::PartsSoFar;
use crate::exchange::limits;
use crate::platform::dropped::Dropped;
use crate::platform::file_input::can_choose_folders;
use crate::ui::components::{ActionRow, Button, FileButton, NoteField};
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

/// The ways in.
#[component]
pub(super) fn Choosing(stage: RwSignal<Stage>, opener: Opener) -> impl IntoView {
    let (words, receiving) = (&texts().files, &texts().receiving);
    let pasted = RwSignal::new(String::new());
    let choose = Callback::new(move |files: Vec<File>| opener.open_files(files));
    let open = Callback::new(move |()| opener.open_text(pasted.get_untracked()));
    let scan = Callback::new(move |()| stage.set(Stage::Scanning));
    let something = Signal::derive(move || pasted.with(|text| !text.trim().is_empty()));
    let folders = can_choose_folders().then(|| {
        view! { <FileButton label=receiving.choose_folder folder=true on_choose=choose /> }
    });
    // Without this a file that is dropped takes the place of the app.
    let over = move |event: DragEvent| event.prevent_default();
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        let data = event.data_transfer();
        let Some(dropped) = data.and_then(|data| Dropped::of(&data)) else {
            return;
        };
        spawn_local(async move {
            let files = dropped.into_files().await;
            if !files.is_empty() {
                opener.open_files(files);
            }
        });
    };
    view! {
        <div class="stack" on:dragover=over on:drop=dropped>
            <p>{words.intro}</p>
            <PartsSoFar opener=opener />
            <div class="stack-tight">
                <ActionRow>
                    <FileButton label=words.choose_file several=true on_choose=choose />
                    <Button label=receiving.scan icon=IconName::Search on_press=scan />
                    {folders}
                </ActionRow>
                <p class="hint">{receiving.drop_hint}</p>
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
        </div>
    }
}
