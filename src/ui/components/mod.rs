//! The pieces that pages are made of. They take plain values, signals and callbacks, and say what
//! they say in the language that the app provides as a context.
//!
//! Each has its own file here and its own sheet in `style/`, found by the same name. Not here: the
//! state of the app. A component that needs it is a page.

mod answer_buttons;
mod basics_picture;
mod button;
mod choice_row;
mod count_entry;
mod date_field;
mod dialog;
mod disclosure;
mod empty_state;
mod evidence_list;
mod file_button;
mod fold_list;
mod held_input;
mod identity_warning;
mod indicator_card;
mod list_link;
mod modal;
mod note_field;
mod notice;
mod number_field;
mod progress_line;
mod save_indicator;
mod search_field;
mod search_link;
mod select;
mod selection;
mod sheet;
mod shell;
mod source_list;
mod standing_mark;
mod stars_picture;
mod switch;
mod text_field;
mod tick;
mod tile;
mod undo_bar;

pub use answer_buttons::{AnswerButtons, AnswerLayout, verdict_choices};
pub use basics_picture::{BasicPart, BasicsPicture};
pub use button::{ActionRow, Button, ButtonLink, Weight};
pub use choice_row::ChoiceRow;
pub use count_entry::CountEntry;
pub use date_field::{DateField, DateInput};
pub use dialog::Dialog;
pub use disclosure::Disclosure;
pub use empty_state::EmptyState;
pub use evidence_list::EvidenceList;
pub use file_button::FileButton;
pub use fold_list::{FoldList, FoldRow};
pub use held_input::HeldInput;
pub use indicator_card::{DerivedNote, IndicatorCard};
pub use list_link::{LinkList, ListButton, ListLink, ShownBeside, mark_of_shown};
pub use note_field::NoteField;
pub use notice::{Notice, NoticeKind, NoticeLine};
pub use number_field::NumberField;
pub use progress_line::{ProgressHead, ProgressLine};
pub use save_indicator::{SaveIndicator, SaveNotice};
pub use search_field::SearchField;
pub use search_link::SearchLink;
pub use select::{Select, SelectField};
pub use selection::{Choice, Face, Selection};
pub use sheet::{Sheet, SheetActions};
pub use shell::{BackLink, Shell, Whose, focus_page_title};
pub use source_list::SourceList;
pub use standing_mark::{BasicMark, Mark, StandingMark, StarMark, Tone};
pub use stars_picture::{StarPart, StarsPicture};
pub use switch::Switch;
pub use text_field::TextField;
pub use tick::{Tick, tick_text};
pub use tile::Tile;
pub use undo_bar::UndoBar;

use crate::text::{Language, common};
use leptos::prelude::use_context;
use std::cell::Cell;

/// The words of the pieces in the language of the context.
///
/// They are read once, when a piece is made: the app makes everything anew when the language
/// changes, which happens so seldom that no text has to listen for it.
pub fn words() -> &'static common::Texts {
    &use_context::<Language>().unwrap_or_default().texts().common
}

thread_local! {
    static IDS_GIVEN: Cell<u32> = const { Cell::new(0) };
}

/// A new id for an element, so that labels find their fields.
fn fresh_id(kind: &str) -> String {
    IDS_GIVEN.with(|given| {
        given.set(given.get() + 1);
        format!("{kind}-{}", given.get())
    })
}
