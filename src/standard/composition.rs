//! How packs come into being: the built-in ones are put together from shared fragments, those that
//! a user loads stand alone.
//!
//! Not here: whether a pack makes sense (`validation`).
//!
//! A file of `standards/` may say `"extends": ["rules", "core"]`. The named fragments of
//! `standards/shared/` are laid one over the other, the file itself last: objects merge member by
//! member; arrays whose elements carry an `id` or a `key` merge by it, new elements at the end;
//! everything else is replaced. In the end the rules that nothing cites are dropped.
//!
//! Under `"only"` a file names what it takes over of that and of what comes later, by id; without
//! it, all of it. What a type of organisation is never asked stands in no pack of it.
//!
//! Under `"later"` it names fragments of `standards/later/` that are laid over all of this last:
//! mechanisms that are off at first, and what they cite. A pack that is only shown does without
//! them until something asks for one; the pack as it is written always has them.

use super::organization_type::OrganizationType;
use super::pack::StandardPack;
use super::pack_files;
use super::positional::{self, Misread, Positional};
use crate::canonical::{self, CanonicalError};
use crate::sorted_set::SortedSet;
use crate::typed_json::{self, Misfit};
use serde_json::Value;

/// Why a text is no standard pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The text is not JSON.
    #[error("not JSON at line {line}, column {column}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// The JSON does not have the shape of a pack.
    #[error("not a standard pack at {place}: {reason}")]
    Shape {
        /// Where it departs from the shape, for example `basics[0].indicators[2].frequency`.
        place: String,
        /// What was expected there, in the words of the parser.
        reason: String,
    },
    /// The files of a built-in pack are in a part of the app that is still to be loaded.
    #[error("not loaded yet: {name}")]
    NotHere {
        /// The name of its file.
        name: &'static str,
    },
    /// A built-in pack extends a fragment that does not exist.
    #[error("no such fragment: {name}")]
    UnknownFragment {
        /// The name of the fragment.
        name: String,
    },
    /// The pack by position is not that of this build.
    #[error(transparent)]
    Misread(#[from] Misread),
    /// The pack has no canonical form, so it has no hash.
    #[error(transparent)]
    NoCanonicalForm(#[from] CanonicalError),
}

/// The pack that is built in for this type of organisation (内置标准包), in both languages.
///
/// # Errors
///
/// [`PackError::NotHere`] while its files are still to be loaded. Otherwise only if the files of
/// `standards/` are at fault; a test reads all of them.
pub fn built_in(organization: OrganizationType) -> Result<StandardPack, PackError> {
    shaped(composed(own(organization)?, true)?)
}

/// The same pack for showing it in Chinese: what it says in English may be missing, so that a start
/// in Chinese does without, and so may the examples that prove it. So are the mechanisms that come
/// later, whose cards nothing but their own pages shows. Its hash and its file are those of
/// [`built_in`].
///
/// # Errors
///
/// As for [`built_in`].
pub fn built_in_in_chinese(organization: OrganizationType) -> Result<StandardPack, PackError> {
    match pack_files::comes_by_position(organization) {
        true => Ok(positional::read(halves::brief()?, Some(halves::texts()?))?),
        false => without_later(organization),
    }
}

/// The same pack without its English, with the mechanisms that come later: what is taken over into
/// a pack of the user's own takes less room on the device.
///
/// # Errors
///
/// As for [`built_in`].
pub fn built_in_in_chinese_with_later(
    organization: OrganizationType,
) -> Result<StandardPack, PackError> {
    let mut pack = composed(own(organization)?, true)?;
    drop_english(&mut pack);
    shaped(pack)
}

/// The same pack in Chinese without its rules and long texts (criteria, measures, papers) where
/// they are apart, which are empty then: as much of it as home shows, so that a start there does
/// without the rest. Whatever is reckoned by it comes out the same.
///
/// # Errors
///
/// As for [`built_in`].
pub fn built_in_in_brief(organization: OrganizationType) -> Result<StandardPack, PackError> {
    match pack_files::comes_by_position(organization) {
        true => Ok(positional::read(halves::brief()?, None)?),
        false => without_later(organization),
    }
}

/// The pack that comes by position, written so; for the build tool.
///
/// # Errors
///
/// As for [`built_in`].
pub fn by_position() -> Result<Positional, PackError> {
    Ok(positional::write(&without_later(OrganizationType::FIRST)?)?)
}

/// Reads a pack that a user loads. It stands alone: it cannot extend anything.
///
/// # Errors
///
/// [`PackError::Syntax`] where the text is not JSON, [`PackError::Shape`] where it is not a pack;
/// both name the place.
pub fn parse(text: &str) -> Result<StandardPack, PackError> {
    shaped(json(text)?)
}

/// The SHA-256 of a pack's canonical JSON, as 64 hexadecimal digits: the same for the same
/// content, whatever the order and the white space of the file that it came from.
///
/// # Errors
///
/// [`PackError::Shape`] or [`PackError::NoCanonicalForm`] if the pack cannot be written as JSON
/// with integers alone, which no [`StandardPack`] can bring about.
pub fn hash(pack: &StandardPack) -> Result<String, PackError> {
    let value = typed_json::value_of(pack).map_err(|error| PackError::Shape {
        place: String::new(),
        reason: error.to_string(),
    })?;
    Ok(canonical::sha256_hex(&canonical::write(&value)?))
}

/// Where the app is split, the build tool has written the halves beforehand.
#[cfg(feature = "split")]
mod halves {
    use super::{PackError, pack_files};

    pub(super) fn brief() -> Result<&'static [u8], PackError> {
        Ok(pack_files::brief_by_position())
    }

    pub(super) fn texts() -> Result<&'static [u8], PackError> {
        Ok(pack_files::texts_by_position())
    }
}

/// Where it is not, they are written at first use, so that what is tested is read as what is
/// shipped.
#[cfg(not(feature = "split"))]
mod halves {
    use super::{PackError, Positional, by_position};
    use std::sync::OnceLock;

    static WRITTEN: OnceLock<Result<Positional, PackError>> = OnceLock::new();

    fn written() -> Result<&'static Positional, PackError> {
        WRITTEN
            .get_or_init(by_position)
            .as_ref()
            .map_err(Clone::clone)
    }

    pub(super) fn brief() -> Result<&'static [u8], PackError> {
        written().map(|halves| &*halves.brief)
    }

    pub(super) fn texts() -> Result<&'static [u8], PackError> {
        written().map(|halves| &*halves.texts)
    }
}

/// The pack of a type without the mechanisms that come later.
fn without_later(organization: OrganizationType) -> Result<StandardPack, PackError> {
    shaped(composed(own(organization)?, false)?)
}

/// The file of a type.
fn own(organization: OrganizationType) -> Result<Value, PackError> {
    let name = organization.file();
    json(pack_files::whole(name).ok_or(PackError::NotHere { name })?)
}

/// A pack file laid over the fragments that it extends, and below those that come `later`, which
/// may be left out.
fn composed(mut own: Value, with_later: bool) -> Result<Value, PackError> {
    let [extends, after, only] =
        ["extends", "later", "only"].map(|member| take_names(&mut own, member));
    let mut pack = Value::Object(serde_json::Map::new());
    lay_fragments(&mut pack, &extends, pack_files::whole)?;
    merge(&mut pack, own);
    if with_later {
        lay_fragments(&mut pack, &after, pack_files::later)?;
    }
    if !only.is_empty() {
        keep_only(&mut pack, &only);
    }
    drop_uncited_rules(&mut pack);
    Ok(pack)
}

/// Takes a list of names out of a pack file.
fn take_names(own: &mut Value, member: &str) -> Vec<String> {
    let members = own.as_object_mut();
    let taken = members.and_then(|members| members.remove(member));
    let names = taken.as_ref().and_then(Value::as_array).into_iter();
    let names = names.flatten().filter_map(Value::as_str);
    names.map(str::to_owned).collect()
}

/// Lays fragments on a pack, one after the other.
fn lay_fragments(
    pack: &mut Value,
    names: &[String],
    file: fn(&str) -> Option<&'static str>,
) -> Result<(), PackError> {
    for name in names {
        let fragment =
            file(name).ok_or_else(|| PackError::UnknownFragment { name: name.clone() })?;
        merge(pack, json(fragment)?);
    }
    Ok(())
}

/// Drops what is asked, done or switched on and is not among the named, and the other names under
/// which that is put together.
fn keep_only(pack: &mut Value, only: &[String]) {
    if let Some(pack) = pack.as_object_mut() {
        pack.remove("groupings");
    }
    let of_pack = ["basics", "bonuses", "vetoes"].map(|member| ["", member]);
    let of_list =
        ["duties", "records", "mechanisms", "quorums"].map(|member| ["checklist", member]);
    for [part, member] in of_pack.into_iter().chain(of_list) {
        let whole = match part {
            "" => Some(&mut *pack),
            part => pack.get_mut(part),
        };
        let elements = whole.and_then(|whole| whole.get_mut(member)?.as_array_mut());
        if let Some(elements) = elements {
            elements
                .retain(|one| identity(one).is_some_and(|id| only.iter().any(|named| named == id)));
        }
    }
}

/// Lays `over` on `base`.
fn merge(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                match base.get_mut(&key) {
                    Some(known) => merge(known, value),
                    None => {
                        base.insert(key, value);
                    }
                }
            }
        }
        (Value::Array(base), Value::Array(over))
            if base
                .iter()
                .chain(&over)
                .all(|element| identity(element).is_some()) =>
        {
            for element in over {
                match base
                    .iter_mut()
                    .find(|known| identity(known) == identity(&element))
                {
                    Some(known) => merge(known, element),
                    None => base.push(element),
                }
            }
        }
        (base, over) => *base = over,
    }
}

/// The `id` or the `key` of an element.
fn identity(element: &Value) -> Option<&str> {
    element
        .get("id")
        .or_else(|| element.get("key"))
        .and_then(Value::as_str)
}

/// Drops the rules that no item of the pack cites.
fn drop_uncited_rules(pack: &mut Value) {
    let mut cited = SortedSet::new();
    collect_sources(pack, &mut cited);
    if let Some(rules) = pack.get_mut("rules").and_then(Value::as_array_mut) {
        rules.retain(|rule| identity(rule).is_some_and(|id| cited.contains(id)));
    }
}

/// Drops the English half of every label below `value`.
fn drop_english(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if members.contains_key("zh") {
                members.remove("en");
            }
            members.values_mut().for_each(drop_english);
        }
        Value::Array(elements) => elements.iter_mut().for_each(drop_english),
        _ => {}
    }
}

/// Collects the entries of every `sources` below `value`.
fn collect_sources(value: &Value, cited: &mut SortedSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                if key == "sources" {
                    let ids = member
                        .as_array()
                        .into_iter()
                        .flatten()
                        .filter_map(Value::as_str);
                    cited.extend(ids.map(str::to_owned));
                } else {
                    collect_sources(member, cited);
                }
            }
        }
        Value::Array(elements) => {
            elements
                .iter()
                .for_each(|element| collect_sources(element, cited));
        }
        _ => {}
    }
}

/// Text to JSON.
fn json(text: &str) -> Result<Value, PackError> {
    typed_json::parse(text).map_err(|error| PackError::Syntax {
        line: error.line(),
        column: error.column(),
    })
}

/// JSON to a pack; an error names the place.
fn shaped(value: Value) -> Result<StandardPack, PackError> {
    typed_json::read(&value).map_err(|Misfit { place, problem }| PackError::Shape {
        place: if place.is_empty() {
            ".".to_owned()
        } else {
            place
        },
        reason: problem,
    })
}

#[cfg(test)]
mod tests;
