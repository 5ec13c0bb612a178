//! The name and the origin of a draft that is edited.
//!
//! Not here: its version and its day (`publish`).

use super::editing::Editing;
use crate::app::commands::Pace;
use crate::standard::{Label, StandardPack};
use crate::ui::components::{Disclosure, TextField};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The head, folded.
#[component]
pub(super) fn EditedHead(editing: Editing) -> impl IntoView {
    let words = &texts().authoring;
    let text = move |name: &'static str, get: Reading, put: Writing| {
        let kept = Signal::derive(move || {
            let pack = editing.pack.get();
            pack.map(|pack| get(&pack)).unwrap_or_default()
        });
        let write = Callback::new(move |text: String| {
            editing.change(Pace::typed_at("head", name), |pack| put(pack, text));
        });
        view! { <TextField label=name value=kept on_input=write /> }
    };
    view! {
        <Disclosure summary=words.head>
            <div class="stack">
                {text(words.name, |pack| pack.title.zh.clone(), |pack, text| {
                    pack.title = Label::chinese(text);
                })}
                {text(words.issuer, |pack| pack.issuer.zh.clone(), |pack, text| {
                    pack.issuer = Label::chinese(text);
                })}
                {text(words.made_for, made_for, |pack, text| {
                    pack.made_for = Some(Label::chinese(text));
                })}
                {text(words.published_in, published_in, |pack, text| {
                    pack.published_in = Some(text);
                })}
            </div>
        </Disclosure>
    }
}

type Reading = fn(&StandardPack) -> String;
type Writing = fn(&mut StandardPack, String);

fn made_for(pack: &StandardPack) -> String {
    pack.made_for
        .as_ref()
        .map(|text| text.zh.clone())
        .unwrap_or_default()
}

fn published_in(pack: &StandardPack) -> String {
    pack.published_in.clone().unwrap_or_default()
}
