//! The files of the built-in packs (内置标准包的文件): which there are, and which of them come with
//! the first module of the app.
//!
//! Villages are by far the most: their pack comes by position, put together when the app is built,
//! its long texts after the rest. The JSON of it, which has English and the mechanisms that few
//! switch on, comes later where the app is split, and the files of the other types with a part of
//! their own. Not here: putting a pack together (`composition`), and reading it by position
//! (`positional`).

use super::organization_type::{OrganizationType, organization_types};
#[cfg(feature = "split")]
use std::sync::OnceLock;

/// Embeds a file of `standards/` as the build script wrote it.
macro_rules! embedded {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/standards/", $name, ".json"))
    };
}

/// Embeds one half of the pack of villages by position, as the build tool had it written.
#[cfg(feature = "split")]
macro_rules! by_position {
    ($half:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/positional/village.", $half))
    };
}

/// Whether the files for this type are here; if not, they come with [`take_in_others`].
pub fn is_here(organization: OrganizationType) -> bool {
    comes_by_position(organization) || taken_in(organization.file()).is_some()
}

/// Whether the pack of this type comes by position.
pub(super) fn comes_by_position(organization: OrganizationType) -> bool {
    organization == OrganizationType::FIRST
}

/// The pack that comes by position, without its long texts.
#[cfg(feature = "split")]
pub(super) fn brief_by_position() -> &'static [u8] {
    by_position!("brief")
}

/// The long texts of the pack that comes by position.
#[cfg(feature = "split")]
pub(super) fn texts_by_position() -> &'static [u8] {
    by_position!("texts")
}

/// The hash of a built-in pack of this id in this version, as [`hash`](super::hash) takes it of the
/// whole; `None` if there is none. It is written down, since taking it asks for all that the pack
/// says in both languages, and a page that shows it would load that at its start.
pub fn hash_of_built_in(pack: &str, version: &str) -> Option<&'static str> {
    let lines = include_str!("../../standards/hashes.txt").lines();
    let mut rows = lines.map(|line| line.split(' '));
    rows.find_map(|mut row| {
        let is_it = row.next() == Some(pack) && row.next() == Some(version);
        is_it.then(|| row.next())?
    })
}

/// Whether the built-in packs have a mechanism of this name that comes later and whose cards others
/// may see. It is known without reading what comes later, since a page that says what goes out
/// would load all of it.
pub fn is_shown_later(mechanism: &str) -> bool {
    let shown = include_str!(concat!(env!("OUT_DIR"), "/standards/shown_later.txt"));
    shown.lines().any(|one| one == mechanism)
}

/// Takes in the files of all types. It refers to them, so it is called from a later part alone.
pub fn take_in_others() {
    #[cfg(feature = "split")]
    OTHERS.get_or_init(|| other);
}

/// The text of a file, in both languages, if it is here.
pub(super) fn whole(name: &str) -> Option<&'static str> {
    Some(match name {
        "village" => embedded!("village"),
        "rules" => embedded!("shared/rules"),
        "core" => embedded!("shared/core"),
        "five_stars" => embedded!("shared/five_stars"),
        "records" => embedded!("shared/records"),
        "duties" => embedded!("shared/duties"),
        "mechanisms" => embedded!("shared/mechanisms"),
        "outside_offices" => embedded!("shared/outside_offices"),
        "villages_and_communities" => embedded!("shared/villages_and_communities"),
        _ => return taken_in(name),
    })
}

/// The text of a file that a pack names under `later`, in both languages: mechanisms that are off
/// at first, and the sources that they alone cite. No start runs this, so that none waits for them.
pub(super) fn later(name: &str) -> Option<&'static str> {
    Some(match name {
        "rules_of_other_types" => embedded!("shared/rules_of_other_types"),
        "acts" => embedded!("later/acts"),
        "appraisal" => embedded!("later/appraisal"),
        "governance" => embedded!("later/governance"),
        "year_lists" => embedded!("later/year_lists"),
        "community_duties" => embedded!("later/community_duties"),
        "office_work" => embedded!("later/office_work"),
        "places" => embedded!("later/places"),
        "communities" => embedded!("later/communities"),
        "offices" => embedded!("later/offices"),
        "firms" => embedded!("later/firms"),
        "institutions" => embedded!("later/institutions"),
        "villages" => embedded!("later/villages"),
        "associations" => embedded!("later/associations"),
        _ => return None,
    })
}

/// Declares a function that finds the pack of each type that does not come first.
macro_rules! of_types {
    (
        first { $($first:tt)* }
        assessed { $($(#[$of_assessed:meta])* $assessed:ident $assessed_file:literal;)+ }
        leading { $($(#[$of_leading:meta])* $leading:ident $leading_file:literal;)+ }
    ) => {
        fn of_type(name: &str) -> Option<&'static str> {
            Some(match name {
                $($assessed_file => embedded!($assessed_file),)+
                $($leading_file => embedded!($leading_file),)+
                _ => return None,
            })
        }
    };
}

organization_types!(of_types);

/// What the packs of the other types are made of besides.
fn other(name: &str) -> Option<&'static str> {
    Some(match name {
        "rules_of_other_types" | "year_lists" => return later(name),
        "five_goods" => embedded!("shared/five_goods"),
        "units" => embedded!("shared/units"),
        "office_levels" => embedded!("shared/office_levels"),
        _ => return of_type(name),
    })
}

#[cfg(feature = "split")]
static OTHERS: OnceLock<fn(&str) -> Option<&'static str>> = OnceLock::new();

#[cfg(feature = "split")]
fn taken_in(name: &str) -> Option<&'static str> {
    OTHERS.get().and_then(|other| other(name))
}

#[cfg(not(feature = "split"))]
fn taken_in(name: &str) -> Option<&'static str> {
    other(name)
}
