//! The parts of the app that come after the first paint (分块加载): which there are, what is in
//! them, and how far they are.
//!
//! Every function that is declared here with `later!` is where a part begins: what only such
//! functions reach goes into their part, what the start reaches as well stays in the main module.
//! Not here: what is needed to open the data, to answer and to save. That must never depend on
//! something that may not come.

use super::answering::{FromBefore, More, RecordOne, Rectify};
use super::route::{PageInFilesPart, PageInPagesPart};
use crate::app::state::AppState;
use crate::app::{example, example_matters};
use crate::assessment::Standing;
use crate::exchange::Document;
use crate::standard::ItemId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// How long after the first paint the parts are fetched, in milliseconds: a first tap goes first.
const AFTER_FIRST_PAINT_MS: u64 = 600;

/// Declares a function of a part, and on the wish what only loads its part. Both are asynchronous,
/// and fail while the part cannot be loaded. Where the module is not split, all is there at once.
macro_rules! later {
    (
        $part:ident $(loaded by $load:ident)?,
        fn $name:ident($($argument:ident: $kind:ty),*) -> $value:ty $body:block
    ) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(
            $part,
            wasm_split_path = leptos::wasm_split,
            $(preload($load),)?
            fallible
        )]
        fn $name($($argument: $kind),*) -> Result<$value, SplitLoaderError> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        async fn $name($($argument: $kind),*) -> Result<$value, SplitLoaderError> {
            Ok($body)
        }

        $(
            #[cfg(not(feature = "split"))]
            async fn $load() -> Result<(), SplitLoaderError> {
                Ok(())
            }
        )?
    };
}

later!(
    pages loaded by load_pages,
    fn view_in_pages_part(wanted: InPages) -> AnyView {
        match wanted {
            InPages::Page(page) => page.view(),
            InPages::More(id) => view! { <More id=id /> }.into_any(),
            InPages::Rectify(id, problem, standing) => {
                view! { <Rectify indicator=id problem=problem standing=standing /> }.into_any()
            }
            InPages::RecordOne(id) => view! { <RecordOne id=id /> }.into_any(),
            InPages::FromBefore => view! { <FromBefore /> }.into_any(),
        }
    }
);

later!(
    packs,
    fn bring_packs(state: AppState) -> () {
        state.take_in_packs();
    }
);

later!(
    files loaded by load_files,
    fn page_in_files_part(page: PageInFilesPart) -> AnyView {
        page.view()
    }
);

later!(
    pages,
    fn made_up_village(state: AppState) -> Option<Vec<Document>> {
        let now_ms = state.now_ms();
        let bare = |now| example::documents(now, now_ms, || state.new_id());
        let whole =
            |(bare, today)| example_matters::added_to(bare, today, now_ms, || state.new_id());
        let bare = state.this_quarter().and_then(bare);
        bare.zip(state.today()).map(whole)
    }
);

/// The documents of the example village; nothing if it cannot be made today.
///
/// # Errors
/// When the part with the example cannot be loaded now.
pub async fn example_documents(state: AppState) -> Result<Option<Vec<Document>>, SplitLoaderError> {
    made_up_village(state).await
}

/// A part of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The built-in packs of all types but the most frequent.
    Packs,
    /// The pages that are not for the first visit, and the example.
    Pages,
    /// What takes files in and hands them out.
    Files,
}

impl Part {
    /// Every part, in the order in which they are fetched.
    const ALL: [Self; 3] = [Self::Pages, Self::Packs, Self::Files];

    async fn load(self, state: AppState) -> Result<(), SplitLoaderError> {
        match self {
            Self::Packs => bring_packs(state).await,
            Self::Pages => load_pages().await,
            Self::Files => {
                // A file may be of any type.
                bring_packs(state).await?;
                load_files().await
            }
        }
    }
}

/// How far a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// Nobody has asked for it yet.
    #[default]
    NotAsked,
    /// It is on its way.
    OnItsWay,
    /// It is here.
    Here,
    /// It could not be loaded.
    Failed,
}

/// How far the parts are. It is a handle: copies speak of the same parts.
#[derive(Clone, Copy, Default)]
pub struct Parts {
    packs: RwSignal<Arrival>,
    pages: RwSignal<Arrival>,
    files: RwSignal<Arrival>,
}

impl Parts {
    /// The parts around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// How far a part is.
    pub fn arrival(self, part: Part) -> Arrival {
        self.signal(part).get()
    }

    /// Has a part loaded, unless it is here or on its way.
    pub fn want(self, part: Part, state: AppState) {
        let arrival = self.signal(part);
        if matches!(arrival.get_untracked(), Arrival::OnItsWay | Arrival::Here) {
            return;
        }
        arrival.set(Arrival::OnItsWay);
        spawn_local(async move {
            arrival.set(match part.load(state).await {
                Ok(()) => Arrival::Here,
                Err(_) => Arrival::Failed,
            });
        });
    }

    /// Has all parts loaded once the person has had a moment with the first page, so that later
    /// ones open at once, without a network too.
    pub fn fetch_in_peace(self, state: AppState) {
        let fetch = move || {
            Part::ALL
                .into_iter()
                .for_each(|part| self.want(part, state))
        };
        set_timeout(fetch, Duration::from_millis(AFTER_FIRST_PAINT_MS));
    }

    fn signal(self, part: Part) -> RwSignal<Arrival> {
        match part {
            Part::Packs => self.packs,
            Part::Pages => self.pages,
            Part::Files => self.files,
        }
    }
}

/// What is shown as soon as its part is here.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// The packs, without which the open page has nothing to say.
    Packs,
    /// A page, or a piece of one, of [`Part::Pages`].
    InPages(InPages),
    /// A page of [`Part::Files`].
    InFiles(PageInFilesPart),
}

/// What there is in [`Part::Pages`].
#[derive(Clone, Debug)]
pub enum InPages {
    /// A page.
    Page(PageInPagesPart),
    /// What is folded under an indicator, by its id.
    More(ItemId),
    /// The way from an indicator to its rectification: what stands in it, and how it stands now.
    Rectify(ItemId, String, Signal<Option<Standing>>),
    /// The way from a counted indicator to its first record.
    RecordOne(ItemId),
    /// What was found before the open period and is not closed.
    FromBefore,
}

impl Wanted {
    /// The part that it is in.
    pub fn part(&self) -> Part {
        match self {
            Self::Packs => Part::Packs,
            Self::InPages(_) => Part::Pages,
            Self::InFiles(_) => Part::Files,
        }
    }

    /// Whether it only stands beside something that is complete without it.
    pub fn stands_beside(&self) -> bool {
        match self {
            Self::InPages(wanted) => match wanted {
                InPages::Rectify(..) | InPages::RecordOne(_) | InPages::FromBefore => true,
                InPages::Page(_) | InPages::More(_) => false,
            },
            Self::Packs | Self::InFiles(_) => false,
        }
    }

    /// The view, whose part is here; `None` if it is not, after all.
    pub fn view(self) -> Option<AnyView> {
        match self {
            // What needs the packs takes this place by itself.
            Self::Packs => Some(().into_any()),
            Self::InPages(wanted) => at_once(view_in_pages_part(wanted)),
            Self::InFiles(page) => at_once(page_in_files_part(page)),
        }
    }
}

/// The value of a function whose part is here. A page is made where it will stand, and cannot be
/// waited for.
fn at_once<Value>(asked: impl Future<Output = Result<Value, SplitLoaderError>>) -> Option<Value> {
    match pin!(asked).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value.ok(),
        Poll::Pending => None,
    }
}
