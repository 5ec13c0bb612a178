//! The titles of the pages (页面标题), as the table of routes says.
//!
//! Not here: the words themselves (`text`, `standards`).

use super::duty_words::{duty_title, record_title};
use super::route::table::routes;
use super::route::{Route, cards_on_paper};
use super::speech::{item_name, say};
use crate::app::state::AppState;
use crate::handout::HandoutKind;
use crate::period::Month;
use crate::standard::{ItemId, StandardPack};
use crate::text::{Language, Texts};
use crate::visible_text::first_line;
use leptos::prelude::*;
use uuid::Uuid;

/// How much of what the user wrote stands as a title, in characters.
const LONGEST_TITLE: usize = 24;

/// Finds the titles that are no text of the interface. Each of its functions is named in the table
/// of routes, takes what the page is about, and answers `None` where there is no such thing.
struct Titles {
    state: AppState,
    texts: &'static Texts,
    language: Language,
}

/// A title, by where it comes from.
enum Title {
    /// A text of the interface.
    Text(&'static str),
    /// What was found; `None` where there is no such thing.
    Found(Option<String>),
}

/// The title in a row of the table.
macro_rules! title_of_row {
    ($titles:ident, [$($argument:ident)?] title $area:ident . $text:ident) => {
        Title::Text($titles.texts.$area.$text)
    };
    ($titles:ident, [$argument:ident] titled $title:ident) => {
        Title::Found($titles.$title($argument))
    };
}

macro_rules! titles_of_pages {
    ($(
        $part:ident($pages:ident) { $(
            $(#[$about:meta])*
            $route:ident $(($argument:ident: $kind:ty $(, always $always:literal)?))?
            $address:literal =>
                $(tab $tab:ident,)?
                $(below $above:ident $(($above_argument:expr))?,)?
                $(stands $alone:ident,)?
                $(title $area:ident . $text:ident,)?
                $(titled $title:ident,)?
                page $module:ident :: $page:ident;
        )* }
    )*) => {
        /// The title of a page.
        pub fn page_title(route: &Route, state: AppState, language: Language) -> String {
            let texts = language.texts();
            let titles = Titles { state, texts, language };
            #[allow(unused_variables, reason = "most titles do not depend on the page's argument")]
            let found = match route {
                $($(
                    Route::$route $(($argument))? => title_of_row!(
                        titles,
                        [$($argument)?] $(title $area . $text)? $(titled $title)?
                    ),
                )*)*
                Route::Unknown => Title::Found(None),
            };
            match found {
                Title::Text(text) => text.to_owned(),
                Title::Found(found) => found.unwrap_or_else(|| texts.me.unknown_page.to_owned()),
            }
        }
    };
}

routes!(titles_of_pages);

// Each is apart (`ui::apart`), since a page has one title of all these.
impl Titles {
    #[inline(never)]
    fn basic(&self, key: &str) -> Option<String> {
        self.of_pack(|pack| Some(say(&pack.basic(key)?.title, self.language)))
    }

    #[inline(never)]
    fn star(&self, key: &str) -> Option<String> {
        self.of_pack(|pack| Some(say(&pack.star(key)?.title, self.language)))
    }

    #[inline(never)]
    fn indicator(&self, id: &ItemId) -> Option<String> {
        self.of_pack(|pack| Some(item_name(pack, id, self.language)))
    }

    #[inline(never)]
    fn month(&self, month: &Month) -> Option<String> {
        Some((self.texts.duties.month_title)(
            month.year(),
            month.number(),
        ))
    }

    #[inline(never)]
    fn year(&self, year: &i32) -> Option<String> {
        Some((self.texts.duties.year_title)(*year))
    }

    /// The name of a duty, also of one of the user's own.
    #[inline(never)]
    fn duty(&self, id: &ItemId) -> Option<String> {
        let named = self.state.pack_in_force.with(|pack| {
            let duty = pack.as_ref()?.checklist.duty(id)?;
            Some(duty_title(duty, self.language))
        });
        Some(named.unwrap_or_else(|| self.texts.duties.duty.to_owned()))
    }

    /// What was recorded.
    #[inline(never)]
    fn record(&self, id: &Uuid) -> Option<String> {
        let named = self.state.pack_in_force.with(|pack| {
            let ledger = self.state.ledger.get();
            let record = ledger.records.get(id)?;
            let checklist = &pack.as_ref()?.checklist;
            Some(record_title(checklist, record, self.language))
        });
        Some(named.unwrap_or_else(|| self.texts.duties.record.to_owned()))
    }

    #[inline(never)]
    fn mechanism(&self, id: &ItemId) -> Option<String> {
        self.of_pack(|pack| Some(say(&pack.checklist.mechanism(id)?.title, self.language)))
    }

    /// A card has the title of its matter, and until it has one, that of its mechanism.
    #[inline(never)]
    fn card(&self, id: &Uuid) -> Option<String> {
        let card = self.state.ledger.with(|ledger| {
            let card = ledger.cards.get(id)?;
            Some((
                first_line(&card.title, LONGEST_TITLE),
                card.mechanism.clone(),
            ))
        });
        let (matter, mechanism) = card?;
        match matter.is_empty() {
            true => self.mechanism(&mechanism),
            false => Some(matter),
        }
    }

    /// A rectification has the title of its problem.
    #[inline(never)]
    fn rectification(&self, id: &Uuid) -> Option<String> {
        let problem = self.state.ledger.with(|ledger| {
            let one = ledger.rectifications.get(id)?;
            Some(first_line(&one.problem, LONGEST_TITLE))
        });
        let named = problem.filter(|problem| !problem.is_empty());
        Some(named.unwrap_or_else(|| self.texts.rectifications.one_title.to_owned()))
    }

    /// A handout has the name of its kind.
    #[inline(never)]
    fn handout(&self, key: &str) -> Option<String> {
        let kind = HandoutKind::of_key(key)?;
        Some(kind.title(self.texts).to_owned())
    }

    /// What stands on the cards of a mechanism has its name.
    #[inline(never)]
    fn cards_on_paper(&self, of: &str) -> Option<String> {
        self.mechanism(&cards_on_paper(of).0)
    }

    fn of_pack(&self, find: impl FnOnce(&StandardPack) -> Option<String>) -> Option<String> {
        let pack = self.state.pack;
        pack.with(|pack| pack.as_ref().and_then(|pack| find(pack)))
    }
}
