//! What comes next once nothing of a page is open any longer (下一页): the next page with something
//! that is open, and in the end the result.
//!
//! Not here: which that is (`Outcome::next_stop`).

use crate::app::state::AppState;
use crate::assessment::{NextStop, OpenPart, Part};
use crate::ui::answering::PageAction;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// Where to go on after this part, or from the beginning, and the button that leads there.
pub fn action_to(state: AppState, after: Option<Part>) -> Memo<(NextStop, PageAction)> {
    let (words, language) = (&texts().assess, language());
    Memo::new(move |_| {
        let result = || PageAction::Page(Route::Result, words.to_result.to_owned());
        let found = state.pack_in_force.get().zip(state.outcome.get());
        let Some((pack, outcome)) = found else {
            return (NextStop::Result, result());
        };
        let part = after.as_ref().map(|part| match part {
            Part::Basic(key) => OpenPart::Basic(key),
            Part::Star(key) => OpenPart::Star(key),
        });
        let stop = outcome.next_stop(&pack, part);
        let action = match &stop {
            NextStop::Basic(key) => {
                let basic = pack.basic(key);
                let name = basic.map_or_else(String::new, |one| say(&one.title, language));
                PageAction::Page(Route::Basic(key.clone()), (words.next)(name))
            }
            NextStop::Star(key) => {
                let star = pack.star(key);
                let name = star.map_or_else(String::new, |one| say(&one.title, language));
                PageAction::Page(Route::Star(key.clone()), (words.next)(name))
            }
            NextStop::Vetoes => {
                PageAction::Page(Route::Extras, (words.next)(words.extras_title.to_owned()))
            }
            NextStop::Result => result(),
        };
        (stop, action)
    })
}
