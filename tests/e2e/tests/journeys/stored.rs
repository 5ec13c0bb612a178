//! What the app keeps in the browser, looked at and broken from outside (存储), in the form that
//! `docs/data-safety.md` promises.
//!
//! Not here: what must come of it; that is in the stories.

use anyhow::{Context, Result};
use serde_json::json;
use wuxing_e2e::person::Person;

/// Fills localStorage to the last unit: first in large pieces, then in smaller and smaller ones.
const FILL: &str = "\
let piece = 1 << 20;
let name = 0;
while (piece >= 1) {
  try { localStorage.setItem(`filler${name}`, 'x'.repeat(piece)); name += 1; }
  catch (error) { piece = piece === 1 ? 0 : Math.floor(piece / 2); }
}
for (let length = 1; length < 8; length += 1) {
  try { localStorage.setItem('f'.repeat(length), ''); } catch (error) { break; }
}
return name;
";

const EMPTY: &str = "\
Object.keys(localStorage).filter((key) => /^f(iller\\d+|f*)$/.test(key))
  .forEach((key) => localStorage.removeItem(key));
";

/// Every slot of a kind of document: key, generation and body.
const SLOTS: &str = "\
return Object.keys(localStorage).filter((key) => key.startsWith(`wuxing:slot:${arguments[0]}`))
  .map((key) => {
    const value = localStorage.getItem(key);
    const end = value.indexOf('\\n');
    return [key, Number(value.slice(0, end).split(' ')[2]), value];
  })
  .sort((one, other) => other[1] - one[1]);
";

const DELETE_JOURNAL: &str = "\
const done = arguments[arguments.length - 1];
const deleting = indexedDB.deleteDatabase('wuxing');
deleting.onsuccess = () => done('deleted');
deleting.onerror = () => done('refused');
deleting.onblocked = () => done('blocked');
";

/// A slot of localStorage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its key.
    pub key: String,
    /// Which write it was.
    pub generation: u64,
    /// Header line and body.
    pub value: String,
}

/// Fills localStorage to the last unit.
pub fn fills_local_storage(person: &Person) -> Result<()> {
    person.runs(FILL, &[]).map(drop)
}

/// Takes out again what filled it.
pub fn makes_room(person: &Person) -> Result<()> {
    person.runs(EMPTY, &[]).map(drop)
}

/// The slots of all documents whose key begins so, the newest first.
pub fn slots(person: &Person, kind: &str) -> Result<Vec<Slot>> {
    let answer = person.runs(SLOTS, &[json!(kind)])?;
    let list = answer.as_array().context("a list of slots")?;
    list.iter()
        .map(|one| {
            Ok(Slot {
                key: one[0].as_str().context("a key")?.to_owned(),
                generation: one[1].as_u64().context("a generation")?,
                value: one[2].as_str().context("a value")?.to_owned(),
            })
        })
        .collect()
}

/// Writes a slot as if the app had done so.
pub fn writes_slot(person: &Person, key: &str, value: &str) -> Result<()> {
    person.runs(
        "localStorage.setItem(arguments[0], arguments[1]);",
        &[json!(key), json!(value)],
    )?;
    Ok(())
}

/// The keys in localStorage that begin so.
pub fn keys(person: &Person, beginning: &str) -> Result<Vec<String>> {
    let script = "return Object.keys(localStorage).filter((key) => key.startsWith(arguments[0]));";
    let answer = person.runs(script, &[json!(beginning)])?;
    let list = answer.as_array().into_iter().flatten();
    Ok(list
        .filter_map(|key| key.as_str().map(str::to_owned))
        .collect())
}

/// Takes the journal away, while no page of the app is open.
pub fn deletes_journal(person: &Person) -> Result<()> {
    let answer = person
        .browser
        .session
        .execute_and_wait(DELETE_JOURNAL, &[])?;
    anyhow::ensure!(answer == "deleted", "the journal was {answer}");
    Ok(())
}
