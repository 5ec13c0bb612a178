//! The name of the standard, who issued it, and from when on a part is reached.
//!
//! Not here: its version (`publish`).

use super::draft::Drafting;
use crate::app::commands::Pace;
use crate::drafting::{Head, PASS_WHERE_NOTHING_IS_SAID, standard_title};
use crate::ui::components::{Disclosure, NumberField, TextField};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The head, folded: what the table says is taken without it.
#[component]
pub(super) fn HeadFields(drafting: Drafting) -> impl IntoView {
    let words = &texts().authoring;
    let put_in = move |of: fn(&mut Head) -> &mut String| {
        Signal::derive(move || {
            let mut head = drafting.draft.with(|draft| draft.head.clone());
            std::mem::take(of(&mut head))
        })
    };
    // What the table is called need not be written again.
    let title = Signal::derive(move || {
        let head = drafting.draft.with(|draft| draft.head.clone());
        drafting
            .reading
            .with(|reading| standard_title(&head, reading))
    });
    let text = move |name: &'static str, kept, of: fn(&mut Head) -> &mut String| {
        let write = Callback::new(move |text: String| {
            drafting.change(Pace::typed_at("draft", name), |draft| {
                *of(&mut draft.head) = text
            });
        });
        view! { <TextField label=name value=kept on_input=write /> }
    };
    let line =
        move |name: &'static str, of: fn(&mut Head) -> &mut String| text(name, put_in(of), of);
    let pass = Signal::derive(move || drafting.draft.with(|draft| draft.head.pass_percent));
    let put = Callback::new(move |percent: Option<u32>| {
        drafting.change(Pace::typed("pass"), |draft| {
            draft.head.pass_percent = percent
        });
    });
    let is_scored = Memo::new(move |_| drafting.reading.with(|reading| reading.is_scored()));
    view! {
        <Disclosure summary=words.head>
            <div class="stack">
                {text(words.name, title, |head| &mut head.title)}
                {line(words.issuer, |head| &mut head.issuer)}
                {line(words.made_for, |head| &mut head.made_for)}
                {line(words.published_in, |head| &mut head.published_in)}
                <Show when=move || is_scored.get()>
                    <NumberField
                        label=words.pass
                        hint=(words.pass_hint)(PASS_WHERE_NOTHING_IS_SAID)
                        value=pass
                        on_change=put
                        least=1
                        most=100
                    />
                </Show>
            </div>
        </Disclosure>
    }
}
