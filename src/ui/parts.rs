//! The parts of the app that come after the first paint (分块加载): which there are, what is in
//! them, and how far they are.
//!
//! Not here: where they begin (`split_points`), and what stands there until one has come
//! (`lazy_part`).

use super::answering::RunEnd;
use super::navigation::OnSheet;
use super::route::{PageInAuthoringPart, PageInFilesPart, PageInHandoutsPart, PageInPagesPart};
use crate::app::state::AppState;
use crate::assessment::Standing;
use crate::exchange::Document;
use crate::standard::{ItemId, OrganizationType, ScoredIndicator};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::time::Duration;

/// How long after the first paint the parts are fetched, in milliseconds: a first tap goes first.
const AFTER_FIRST_PAINT_MS: u64 = 600;

/// A part of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The built-in packs of all types but the most frequent, and their examples.
    Packs,
    /// The pages that are not for the first visit, and the example village.
    Pages,
    /// What takes files in and hands them out.
    Files,
    /// What is handed out to be read, signed or hung up (材料).
    Handouts,
    /// What reads codes through a camera.
    Scanner,
    /// The pages on which a standard of one's own is made.
    Authoring,
}

impl Part {
    /// The parts that are fetched before anything asks for them, in this order. What is seldom
    /// opened comes when it is: the worker keeps it on the device as well.
    const AHEAD: [Self; 4] = [Self::Pages, Self::Packs, Self::Files, Self::Handouts];
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

/// Where the parts begin. What loads them and shows what is in them knows all pages, and pages know
/// the parts: so it is handed in, and nothing here knows a page.
#[derive(Clone, Copy)]
pub struct SplitPoints {
    /// Loads a part.
    pub load: fn(Part, AppState) -> Loading<Result<(), NotLoaded>>,
    /// The view of what is wanted, whose part is here; `None` if it is not, after all.
    pub view: fn(Wanted) -> Option<AnyView>,
    /// Makes the documents of the example of a type.
    pub example: fn(AppState, OrganizationType) -> Loading<Result<MadeUp, NotLoaded>>,
}

/// What is there once a part has come.
pub type Loading<Value> = Pin<Box<dyn Future<Output = Value>>>;

/// Documents that are made up (示例); `None` if they cannot be made today.
pub type MadeUp = Option<Vec<Document>>;

/// A part could not be loaded now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

/// How far the parts are. It is a handle: copies speak of the same parts.
#[derive(Clone, Copy)]
pub struct Parts {
    packs: RwSignal<Arrival>,
    pages: RwSignal<Arrival>,
    files: RwSignal<Arrival>,
    handouts: RwSignal<Arrival>,
    scanner: RwSignal<Arrival>,
    authoring: RwSignal<Arrival>,
    split_points: SplitPoints,
}

impl Parts {
    /// The parts that begin there, none of which has been asked for.
    pub fn new(split_points: SplitPoints) -> Self {
        Self {
            packs: RwSignal::default(),
            pages: RwSignal::default(),
            files: RwSignal::default(),
            handouts: RwSignal::default(),
            scanner: RwSignal::default(),
            authoring: RwSignal::default(),
            split_points,
        }
    }

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
            arrival.set(match (self.split_points.load)(part, state).await {
                Ok(()) => Arrival::Here,
                Err(NotLoaded) => Arrival::Failed,
            });
        });
    }

    /// Has the parts that are opened most loaded once the user has had a moment with the first
    /// page, so that later ones open at once, without a network too.
    pub fn prefetch_idle(self, state: AppState) {
        let fetch = move || {
            Part::AHEAD
                .into_iter()
                .for_each(|part| self.want(part, state))
        };
        set_timeout(fetch, Duration::from_millis(AFTER_FIRST_PAINT_MS));
    }

    /// The view of what is wanted, whose part is here; `None` if it is not, after all.
    pub fn view(self, wanted: Wanted) -> Option<AnyView> {
        (self.split_points.view)(wanted)
    }

    /// The documents of the example of a type.
    ///
    /// # Errors
    /// When the part with the example cannot be loaded now.
    pub async fn example_documents(
        self,
        state: AppState,
        kind: OrganizationType,
    ) -> Result<MadeUp, NotLoaded> {
        (self.split_points.example)(state, kind).await
    }

    fn signal(self, part: Part) -> RwSignal<Arrival> {
        match part {
            Part::Packs => self.packs,
            Part::Pages => self.pages,
            Part::Files => self.files,
            Part::Handouts => self.handouts,
            Part::Scanner => self.scanner,
            Part::Authoring => self.authoring,
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
    /// A page of [`Part::Handouts`].
    InHandouts(PageInHandoutsPart),
    /// What is in [`Part::Scanner`].
    InScanner(Scanning),
    /// A page of [`Part::Authoring`].
    InAuthoring(PageInAuthoringPart),
}

/// Codes that are looked for (扫码).
#[derive(Clone, Copy, Debug)]
pub struct Scanning {
    /// Takes the text of a code; says whether all is here by now.
    pub on_text: Callback<String, bool>,
    /// Is told when the user stops.
    pub on_stop: Callback<()>,
    /// How many have come, in words; empty while none has.
    pub progress: Signal<String>,
}

/// What there is in [`Part::Pages`].
#[derive(Clone, Debug)]
pub enum InPages {
    /// A page.
    Page(PageInPagesPart),
    /// What is folded under an indicator, by its id.
    More(ItemId),
    /// How a scored indicator is answered that has no bands: deductions, or points put in.
    OtherScoring(Box<ScoredIndicator>),
    /// The way from an indicator to its rectification: what stands in it, and how it stands now.
    Rectify(ItemId, String, Signal<Option<Standing>>),
    /// The way from a counted indicator to its first record.
    RecordOne(ItemId),
    /// What was found before the open period and is not closed.
    FromBefore,
    /// What stands before a text, and the text with its hard words, which open what they mean.
    Explained(String, String),
    /// What the hard word that was opened means.
    Meaning,
    /// What the home page reminds of: a backup, or the home screen.
    HomeReminder,
    /// The end of a run through a page.
    End(RunEnd),
    /// What is entered over the page.
    Sheet(OnSheet),
}

impl Wanted {
    /// The part that it is in.
    pub fn part(&self) -> Part {
        match self {
            Self::Packs => Part::Packs,
            Self::InPages(_) => Part::Pages,
            Self::InFiles(_) => Part::Files,
            Self::InHandouts(_) => Part::Handouts,
            Self::InScanner(_) => Part::Scanner,
            Self::InAuthoring(_) => Part::Authoring,
        }
    }

    /// Whether it only stands beside something that is complete without it.
    pub fn stands_beside(&self) -> bool {
        match self {
            Self::InPages(wanted) => !matches!(
                wanted,
                InPages::Page(_) | InPages::More(_) | InPages::OtherScoring(_) | InPages::Sheet(_)
            ),
            Self::Packs
            | Self::InFiles(_)
            | Self::InHandouts(_)
            | Self::InScanner(_)
            | Self::InAuthoring(_) => false,
        }
    }
}
