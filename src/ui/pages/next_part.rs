//! The link at the end of a basic and of a star, which leads to what is looked at next (下一步).
//!
//! Not here: what comes after what, which the pack says.

use crate::standard::NextPart;
use crate::ui::components::{ButtonLink, Weight};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The link to what is looked at next.
pub fn next_link(next: NextPart<'_>) -> AnyView {
    let (words, language) = (&texts().assess, language());
    let (title, route) = match next {
        NextPart::Basic(basic) => (say(&basic.title, language), Route::Basic(basic.key.clone())),
        NextPart::Star(star) => (say(&star.title, language), Route::Star(star.key.clone())),
        NextPart::Extras => (words.extras_title.to_owned(), Route::Extras),
        NextPart::Result => {
            let href = Route::Result.to_string();
            let label = words.to_result;
            return view! { <ButtonLink label=label href=href weight=Weight::Primary /> }
                .into_any();
        }
    };
    let label = (words.next)(title);
    view! { <ButtonLink label=label href=route.to_string() weight=Weight::Primary /> }.into_any()
}
