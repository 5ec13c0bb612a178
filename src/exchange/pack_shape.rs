//! The shape of a standard pack (标准包的格式): every place that is not as it should be, so that its
//! author mends all of them at once.
//!
//! `typed_json` names the first such place alone. So what it names is put right in a copy, with
//! what stands at the same place of a built-in pack, and the copy is read again. Not here: whether
//! a pack of the right shape makes sense (`standard::validation`).

use super::fault::ImportError;
use crate::standard::{OrganizationType, StandardPack, built_in};
use crate::typed_json::{self, Misfit};
use serde_json::Value;

/// How many places are named at most; a hopeless pack has thousands.
const MOST_FAULTS: usize = 100;

/// A JSON value as a pack.
///
/// # Errors
/// [`ImportError::PackMisshapen`] with every place that has another shape.
pub(super) fn read(value: &Value) -> Result<StandardPack, ImportError> {
    let faults = match typed_json::read::<StandardPack>(value) {
        Ok(pack) => return Ok(pack),
        Err(first) => misfits(value.clone(), first),
    };
    let id = value.get("id").and_then(Value::as_str);
    Err(ImportError::PackMisshapen {
        id: id.map(|id| id.chars().take(80).collect()),
        faults,
    })
}

/// The first misfit and all others.
fn misfits(mut copy: Value, first: Misfit) -> Vec<Misfit> {
    let packs = OrganizationType::ALL.into_iter().filter_map(|one| {
        let pack = built_in(one).ok()?;
        typed_json::value_of(&pack).ok()
    });
    let sound: Vec<Value> = packs.collect();
    let mut next = Some(first);
    let mut found: Vec<Misfit> = Vec::new();
    while let Some(misfit) = next.take_if(|_| found.len() < MOST_FAULTS) {
        if found.contains(&misfit) {
            break;
        }
        let mended = mend(&mut copy, &misfit, &sound);
        found.push(misfit);
        if mended.is_some() {
            next = typed_json::read::<StandardPack>(&copy).err();
        }
    }
    found
}

/// Puts right what a misfit names; `None` if that cannot be done.
fn mend(copy: &mut Value, misfit: &Misfit, sound: &[Value]) -> Option<()> {
    let mut path = path(&misfit.place);
    let missing = misfit.problem.strip_prefix("missing field `");
    if let Some((name, _)) = missing.and_then(|rest| rest.split_once('`')) {
        path.push(Step::Member(name));
    }
    let example = sound.iter().find_map(|pack| at_same_place(pack, &path));
    let is_known = !misfit.problem.starts_with("unknown field");
    let (last, before) = path.split_last()?;
    let parent = before.iter().try_fold(copy, |value, step| step.of(value))?;
    match (last, parent, example.filter(|_| is_known)) {
        (Step::Member(name), Value::Object(members), Some(example)) => {
            members.insert((*name).to_owned(), example.clone());
        }
        (Step::Member(name), Value::Object(members), None) => {
            members.remove(*name)?;
        }
        (Step::Element(index), Value::Array(elements), Some(example)) => {
            *elements.get_mut(*index)? = example.clone();
        }
        _ => return None,
    }
    Some(())
}

/// A step into JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step<'a> {
    Member(&'a str),
    Element(usize),
}

impl Step<'_> {
    fn of(self, value: &mut Value) -> Option<&mut Value> {
        match self {
            Self::Member(name) => value.get_mut(name),
            Self::Element(index) => value.get_mut(index),
        }
    }
}

/// The steps of a place such as `stars[0].indicators[2].maximum`.
fn path(place: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for part in place.split('.').filter(|part| !part.is_empty()) {
        let (name, elements) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !name.is_empty() {
            steps.push(Step::Member(name));
        }
        let indices = elements
            .split(['[', ']'])
            .filter_map(|one| one.parse().ok());
        steps.extend(indices.map(Step::Element));
    }
    steps
}

/// What stands in a sound pack where these steps lead, whichever elements of its lists they are.
fn at_same_place<'a>(value: &'a Value, path: &[Step<'_>]) -> Option<&'a Value> {
    match path.split_first() {
        None => Some(value),
        Some((Step::Member(name), rest)) => at_same_place(value.get(name)?, rest),
        Some((Step::Element(_), rest)) => {
            let mut elements = value.as_array()?.iter();
            elements.find_map(|element| at_same_place(element, rest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn village() -> Value {
        typed_json::value_of(&built_in(OrganizationType::Village).unwrap()).unwrap()
    }

    #[test]
    fn every_place_of_another_shape_is_named_once() {
        fn check(change: impl FnOnce(&mut Value), expected: &[(&str, &str)]) {
            let mut pack = village();
            change(&mut pack);
            let found = match read(&pack) {
                Ok(_) => Vec::new(),
                Err(ImportError::PackMisshapen { id, faults }) => {
                    assert_eq!(id.as_deref(), Some("wuxing.village"));
                    faults
                }
                Err(other) => unreachable!("{other:?}"),
            };
            assert_eq!(found.len(), expected.len(), "{found:#?}");
            for (fault, (place, problem)) in found.iter().zip(expected) {
                assert_eq!(fault.place, *place, "{fault}");
                assert!(fault.problem.contains(problem), "{fault}");
            }
        }

        check(|_| {}, &[]);
        check(
            |pack| {
                pack["basics"][0]["indicators"][0]["frequency"] = json!("每季");
                pack["basics"][0]["indicators"][1]["certainty"].take();
                pack["basics"][1]["colour"] = json!("red");
                pack["stars"][0]["maximum"] = json!(-5);
                pack["stars"][1]["indicators"][0]["bands"][0]["score"] = json!(2.5);
                pack["title"] = json!("标准");
                pack["verified_on"] = json!("2026/11/27");
                drop(pack.as_object_mut().unwrap().remove("award"));
            },
            &[
                ("basics[0].indicators[0].frequency", "unknown variant"),
                ("basics[0].indicators[1].certainty", "invalid type"),
                ("basics[1].colour", "unknown field"),
                ("stars[0].maximum", "-5"),
                ("stars[1].indicators[0].bands[0].score", "floating point"),
                ("title", "struct Label"),
                ("verified_on", "not a date"),
                ("", "missing field `award`"),
            ],
        );
        check(
            |pack| {
                for indicator in pack["basics"][0]["indicators"].as_array_mut().unwrap() {
                    drop(indicator.as_object_mut().unwrap().remove("sources"));
                }
                pack["basics"][0]["indicators"]
                    .as_array_mut()
                    .unwrap()
                    .truncate(3);
            },
            &[
                ("basics[0].indicators[0]", "missing field `sources`"),
                ("basics[0].indicators[1]", "missing field `sources`"),
                ("basics[0].indicators[2]", "missing field `sources`"),
            ],
        );
    }

    #[test]
    fn what_is_hopeless_comes_to_an_end() {
        for value in [
            json!(null),
            json!([]),
            json!({}),
            json!({"id": 1, "stars": {"a": []}, "basics": [1, 2, {"a.b": 1}]}),
            json!({"examples": vec![0; 5_000]}),
        ] {
            assert!(matches!(
                read(&value),
                Err(ImportError::PackMisshapen { faults, .. })
                    if !faults.is_empty() && faults.len() <= MOST_FAULTS
            ));
        }
    }
}
