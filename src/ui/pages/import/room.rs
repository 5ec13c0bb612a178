//! A file that does not fit is refused before it is tried (放不下): how much room it takes, how much
//! there is, and the choice of the organisations that are to be imported.
//!
//! Not here: the reckoning (`app::import_room`).

use super::working::WorkedOut;
use crate::app::import_room::{ImportRoom, Share};
use crate::sorted_set::SortedSet;
use crate::storage::Usage;
use crate::ui::components::{Notice, NoticeKind, Tick, tick_text};
use crate::ui::naming::shown_name;
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// Which organisations of a file are left out. It is a handle: copies speak of the same choice.
#[derive(Clone, Copy)]
pub struct Choosing {
    worked_out: RwSignal<Option<Arc<WorkedOut>>>,
    left_out: RwSignal<SortedSet<Uuid>>,
    /// How much room was left when it was worked out, in UTF-16 units, where not all of it fits.
    left: RwSignal<Option<u64>>,
}

impl Choosing {
    /// A choice among the organisations of what is being worked out.
    pub fn of(worked_out: RwSignal<Option<Arc<WorkedOut>>>) -> Self {
        Self {
            worked_out,
            left_out: RwSignal::default(),
            left: RwSignal::new(None),
        }
    }

    /// Begins with all of them where they fit, or where nobody can measure the store, and else with
    /// as many as fit.
    pub fn begin(self, room: &ImportRoom, usage: Option<Usage>) {
        let left = usage.map(Usage::left);
        let left = left.filter(|left| !room.fits(&SortedSet::default(), *left));
        self.left.set(left);
        let left_out = left.map(|left| room.too_much_for(left));
        self.left_out.set(left_out.unwrap_or_default());
    }

    /// The organisations that are left out.
    pub fn left_out(self) -> SortedSet<Uuid> {
        self.left_out.get_untracked()
    }

    /// Whether what is chosen fits, and anything is.
    pub fn can_be_imported(self) -> bool {
        let Some(left) = self.left.get() else {
            return true;
        };
        self.look(|room, left_out| {
            let chosen = room.shares().len() - left_out.iter().count();
            chosen > 0 && room.fits(left_out, left)
        })
        .unwrap_or(false)
    }

    fn look<Seen>(self, look: impl FnOnce(&ImportRoom, &SortedSet<Uuid>) -> Seen) -> Option<Seen> {
        self.worked_out.with(|worked_out| {
            let worked_out = worked_out.as_ref()?;
            Some(
                self.left_out
                    .with(|left_out| look(&worked_out.room, left_out)),
            )
        })
    }
}

/// Why not all of it can be imported, and which of it is to be; nothing where all of it fits.
#[component]
pub fn Room(choosing: Choosing) -> impl IntoView {
    let (words, size) = (&texts().files, texts().data.room_characters);
    move || {
        let left = choosing.left.get()?;
        let worked_out = choosing.worked_out.get()?;
        let needed = worked_out.room.needed(&SortedSet::default());
        let shares = worked_out.room.shares();
        let some_fit = shares.len() > 1;
        let to_do = match some_fit {
            true => words.too_large_choose,
            false => words.too_large_make_room,
        };
        let ticks = shares.iter().cloned().map(|share| {
            view! { <OneShare share=share choosing=choosing /> }
        });
        let ticks = ticks.collect_view();
        let chosen = move || {
            choosing.look(|room, left_out| {
                let all = room.shares().len();
                let chosen = all - left_out.iter().count();
                let needed = size(room.needed(left_out));
                (words.chosen_organizations)(chosen, all, needed, size(left))
            })
        };
        Some(view! {
            <Notice
                kind=NoticeKind::Warning
                title=words.too_large_title
                text=format!("{}{to_do}", (words.too_large)(size(needed), size(left)))
            />
            {some_fit.then(|| view! {
                <fieldset class="stack-tight">
                    <legend>{words.choose_organizations}</legend>
                    <p class="hint" role="status">{chosen}</p>
                    {ticks}
                    <p class="hint">{words.too_large_make_room}</p>
                </fieldset>
            })}
        })
    }
}

/// One organisation, to be imported or left out.
#[component]
fn OneShare(share: Share, choosing: Choosing) -> impl IntoView {
    let texts = texts();
    let Share {
        organization,
        name,
        units,
    } = share;
    let name = shown_name(&name.unwrap_or_default(), texts);
    let units = u64::try_from(units).unwrap_or(0);
    let size = (texts.files.takes_about)((texts.data.room_characters)(units));
    let on = Signal::derive(move || {
        choosing
            .left_out
            .with(|left_out| !left_out.contains(&organization))
    });
    let change = Callback::new(move |on: bool| {
        choosing.left_out.update(|left_out| {
            let _ = match on {
                true => left_out.remove(&organization),
                false => left_out.insert(organization),
            };
        });
    });
    view! {
        <Tick on=on on_change=change>
            {tick_text(name, size)}
        </Tick>
    }
}
