//! Where the parts of the app begin (分块入口).
//!
//! Every function that is declared here with `split_point!` is where a part begins: what only such
//! functions reach goes into their part, what the start reaches as well stays in the main module.
//! Not here: what is needed to open the data, to answer and to save. That must never depend on
//! something that may not come. How far the parts are is in `parts`.

use super::answering::{FromBefore, More, OtherScoring, RecordOne, Rectify};
use super::apart::apart;
use super::home_reminder::HomeReminder;
use super::meaning::{ExplainedText, Meaning};
use super::pages::{EndOfRun, OnSheetView, Scanner};
use super::parts::{InPages, Loading, MadeUp, NotLoaded, Part, Scanning, SplitPoints, Wanted};
use super::route::{PageInAuthoringPart, PageInFilesPart, PageInHandoutsPart};
use crate::app::example_files::{self, ExampleFiles};
use crate::app::state::AppState;
use crate::app::{example, example_matters};
use crate::standard::OrganizationType;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Where the parts begin, for [`super::parts::Parts`].
pub const SPLIT_POINTS: SplitPoints = SplitPoints {
    load,
    view,
    example: example_documents,
};

/// Declares a function of a part, and on the wish what only loads its part. Both are asynchronous,
/// and fail while the part cannot be loaded. Where the module is not split, all is there at once.
macro_rules! split_point {
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

split_point!(
    pages loaded by load_pages,
    fn view_in_pages_part(wanted: InPages) -> AnyView {
        match wanted {
            InPages::Page(page) => page.view(),
            InPages::More(id) => apart(move || view! { <More id=id /> }.into_any()),
            InPages::OtherScoring(indicator) => {
                apart(move || view! { <OtherScoring indicator=*indicator /> }.into_any())
            }
            InPages::Rectify(id, problem, standing) => apart(move || {
                view! { <Rectify indicator=id problem=problem standing=standing /> }.into_any()
            }),
            InPages::RecordOne(id) => apart(move || view! { <RecordOne id=id /> }.into_any()),
            InPages::FromBefore => apart(|| view! { <FromBefore /> }.into_any()),
            InPages::Explained(before, text) => {
                apart(move || view! { <ExplainedText before=before text=text /> }.into_any())
            }
            InPages::Meaning => apart(|| view! { <Meaning /> }.into_any()),
            InPages::HomeReminder => apart(|| view! { <HomeReminder /> }.into_any()),
            InPages::End(of) => apart(move || view! { <EndOfRun of=of /> }.into_any()),
            InPages::Sheet(what) => apart(move || view! { <OnSheetView what=what /> }.into_any()),
        }
    }
);

split_point!(
    packs,
    fn bring_packs(state: AppState) -> () {
        state.take_in_packs();
    }
);

split_point!(
    files loaded by load_files,
    fn page_in_files_part(page: PageInFilesPart) -> AnyView {
        page.view()
    }
);

split_point!(
    handouts loaded by load_handouts,
    fn page_in_handouts_part(page: PageInHandoutsPart) -> AnyView {
        page.view()
    }
);

split_point!(
    scanner loaded by load_scanner,
    fn view_in_scanner_part(scanning: Scanning) -> AnyView {
        view! { <Scanner scanning=scanning /> }.into_any()
    }
);

split_point!(
    authoring loaded by load_authoring,
    fn page_in_authoring_part(page: PageInAuthoringPart) -> AnyView {
        page.view()
    }
);

split_point!(
    pages,
    fn example_village(state: AppState) -> MadeUp {
        example_now(state, example_files::village())
    }
);

split_point!(
    packs,
    fn example_of_type(state: AppState, kind: OrganizationType) -> MadeUp {
        state.take_in_packs();
        example_now(state, example_files::of(kind))
    }
);

/// The documents of an example as they are now.
fn example_now(state: AppState, files: ExampleFiles) -> MadeUp {
    let now_ms = state.now_ms();
    let bare = |now| example::documents(files, now, now_ms, || state.new_id());
    let whole =
        |(bare, today)| example_matters::added_to(bare, files, today, now_ms, || state.new_id());
    let bare = state.this_quarter().and_then(bare);
    bare.zip(state.today()).map(whole)
}

fn load(part: Part, state: AppState) -> Loading<Result<(), NotLoaded>> {
    Box::pin(async move {
        let loaded = match part {
            Part::Packs => bring_packs(state).await,
            Part::Pages => load_pages().await,
            // A file may be of any type.
            Part::Files => match bring_packs(state).await {
                Ok(()) => load_files().await,
                failed => failed,
            },
            Part::Handouts => load_handouts().await,
            Part::Scanner => load_scanner().await,
            Part::Authoring => load_authoring().await,
        };
        loaded.map_err(|_| NotLoaded)
    })
}

fn view(wanted: Wanted) -> Option<AnyView> {
    match wanted {
        // What needs the packs takes this place by itself.
        Wanted::Packs => Some(().into_any()),
        Wanted::InPages(wanted) => at_once(view_in_pages_part(wanted)),
        Wanted::InFiles(page) => at_once(page_in_files_part(page)),
        Wanted::InHandouts(page) => at_once(page_in_handouts_part(page)),
        Wanted::InScanner(scanning) => at_once(view_in_scanner_part(scanning)),
        Wanted::InAuthoring(page) => at_once(page_in_authoring_part(page)),
    }
}

fn example_documents(
    state: AppState,
    kind: OrganizationType,
) -> Loading<Result<MadeUp, NotLoaded>> {
    Box::pin(async move {
        let made = match kind {
            OrganizationType::Village => example_village(state).await,
            _ => example_of_type(state, kind).await,
        };
        made.map_err(|_| NotLoaded)
    })
}

/// The value of a function whose part is here. A page is made where it will stand, and cannot be
/// waited for.
fn at_once<Value>(asked: impl Future<Output = Result<Value, SplitLoaderError>>) -> Option<Value> {
    match pin!(asked).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value.ok(),
        Poll::Pending => None,
    }
}
