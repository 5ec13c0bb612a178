//! Other editions of the finished app (其他版本): a newer one, and ones in which the browser breaks
//! its promises.
//!
//! Not here: serving them (`site`). They are copies; the app itself is never touched.

use crate::kept_files;
use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What is visibly different in the newer edition. Both words have as many bytes, since the old one
/// stands inside the compiled module.
pub const OLD_WORD: &str = "查完就知道能得几颗星";
/// See [`OLD_WORD`].
pub const NEW_WORD: &str = "新版能告诉你得几颗星";

/// The browser refuses localStorage, as with all site data forbidden, and knows no IndexedDB.
const REFUSING: &str = "\
Object.defineProperty(window, 'localStorage', { configurable: true, get() {
  throw new DOMException('The operation is insecure.', 'SecurityError');
} });
Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });
";

/// IndexedDB takes every request and never answers, as some browsers do after an update.
const HANGING: &str = "\
IDBFactory.prototype.open = function () { return new EventTarget(); };
const never = EventTarget.prototype;
for (const name of ['onsuccess', 'onerror', 'onupgradeneeded', 'onblocked']) {
  if (name in never) continue;
  Object.defineProperty(never, name, { configurable: true, writable: true, value: null });
}
";

/// The browser knows no IndexedDB, as some do in private windows.
const WITHOUT_JOURNAL: &str = "\
Object.defineProperty(window, 'indexedDB', { configurable: true, value: undefined });
";

/// Every write to IndexedDB waits for another that takes a third of a second, as on a slow phone.
const SLOW_JOURNAL: &str = "\
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (stores, mode, options) {
  if (mode === 'readwrite') {
    const store = begin.call(this, stores, mode).objectStore('journal');
    const until = performance.now() + 300;
    const again = () => performance.now() < until && (store.get('nothing').onsuccess = again);
    again();
  }
  return begin.call(this, stores, mode, options);
};
";

/// Files with such names are asked for when they are let go.
const FILES_WAIT: &str = "\
const ask = window.fetch.bind(window);
const gone = new Promise((go) => { window.letPartsCome = go; });
window.partsAsked = 0;
window.fetch = async (...request) => {
  if (/KIND-[^/]*\\.wasm/.test(String(request[0]?.url ?? request[0]))) {
    window.partsAsked += 1;
    await gone;
  }
  return ask(...request);
};
";

/// The next words that the app puts on the page stop it, as an engine does that loses its way.
pub const STOPS_AT_NEXT_WORDS: &str = "\
const real = Document.prototype.createTextNode;
Document.prototype.createTextNode = function () {
  Document.prototype.createTextNode = real;
  throw new WebAssembly.RuntimeError('Out of bounds memory access');
};
";

/// The same at the next start.
const STOPS_NEXT_START: &str = "\
window.stopNextStart = () => sessionStorage.setItem('stop', 'once');
if (sessionStorage.getItem('stop')) {
  sessionStorage.removeItem('stop');
  STOP
}
";

/// The database is being made for longer than the app waits for it at the start.
const DATABASE_WAITS: &str = "\
const making = indexedDB.open('wuxing', 1);
making.onupgradeneeded = () => {
  const store = making.result.createObjectStore('waiting');
  const until = performance.now() + 4000;
  const again = () => performance.now() < until
    ? (store.get('nothing').onsuccess = again)
    : making.transaction.abort();
  again();
};
making.onerror = (event) => event.preventDefault();
making.onsuccess = () => making.result.close();
";

/// The database is open a second and a half after it was asked for, as on a phone that is busy.
const DATABASE_OPENS_LATE: &str = "\
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...named) {
  const request = open.apply(this, named);
  Object.defineProperty(request, 'onsuccess', { set(told) {
    request.addEventListener('success', (event) =>
      setTimeout(() => told.call(request, event), 1500));
  } });
  return request;
};
";

/// Nothing is drawn, as in a tab behind others.
const UNSEEN: &str = "window.requestAnimationFrame = () => 1;\n";

/// A copy of the app whose browser has no journal.
///
/// # Errors
/// When it cannot be written.
pub fn without_journal(site: &Path) -> Result<TempDir> {
    with_script(site, WITHOUT_JOURNAL)
}

/// A copy of the app whose browser writes slowly to its journal.
///
/// # Errors
/// When it cannot be written.
pub fn with_slow_journal(site: &Path) -> Result<TempDir> {
    with_script(site, SLOW_JOURNAL)
}

/// A copy of the app that is never drawn.
///
/// # Errors
/// When it cannot be written.
pub fn behind_other_tabs(site: &Path) -> Result<TempDir> {
    with_script(site, UNSEEN)
}

/// A copy of the app whose browser refuses to keep anything.
///
/// # Errors
/// When it cannot be written.
pub fn with_storage_refused(site: &Path) -> Result<TempDir> {
    with_script(site, REFUSING)
}

/// A copy of the app whose browser never answers to the journal.
///
/// # Errors
/// When it cannot be written.
pub fn with_journal_hanging(site: &Path) -> Result<TempDir> {
    with_script(site, HANGING)
}

/// A copy of the app whose parts wait on their way until the page calls `letPartsCome()`.
///
/// # Errors
/// When it cannot be written.
pub fn with_parts_on_their_way(site: &Path) -> Result<TempDir> {
    with_script(site, &FILES_WAIT.replace("KIND", "part"))
}

/// A copy of the app whose rest, which the first page does without, waits in the same way.
///
/// # Errors
/// When it cannot be written.
pub fn with_rest_on_its_way(site: &Path) -> Result<TempDir> {
    with_script(site, &FILES_WAIT.replace("KIND", "rest"))
}

/// A copy of the app whose rest waits in the same way, and which an engine stops while it starts
/// after `stopNextStart()` was called.
///
/// # Errors
/// When it cannot be written.
pub fn stopped_while_it_starts(site: &Path) -> Result<TempDir> {
    let script =
        FILES_WAIT.replace("KIND", "rest") + &STOPS_NEXT_START.replace("STOP", STOPS_AT_NEXT_WORDS);
    with_script(site, &script)
}

/// A copy of the app whose rest waits in the same way, and whose database comes late.
///
/// # Errors
/// When it cannot be written.
pub fn with_rest_and_database_on_their_way(site: &Path) -> Result<TempDir> {
    let script = FILES_WAIT.replace("KIND", "rest") + DATABASE_WAITS;
    with_script(site, &script)
}

/// A copy of the app whose rest waits in the same way, and whose database is slow to open.
///
/// # Errors
/// When it cannot be written.
pub fn with_rest_on_its_way_and_slow_database(site: &Path) -> Result<TempDir> {
    let script = FILES_WAIT.replace("KIND", "rest") + DATABASE_OPENS_LATE;
    with_script(site, &script)
}

/// A copy of the app as a later build would be: another version, another name of the module, and
/// one visible sentence changed.
///
/// # Errors
/// When it cannot be written, or the app is not put together as expected.
pub fn newer(site: &Path) -> Result<TempDir> {
    let copy = copy_of(site)?;
    let holds_word = |name: &String| -> Result<bool> {
        let bytes = fs::read(copy.path().join(name))?;
        let old = OLD_WORD.as_bytes();
        Ok(bytes.windows(old.len()).any(|part| part == old))
    };
    let mut module = None;
    for name in files_below(copy.path())? {
        if name.ends_with(".wasm") && holds_word(&name)? {
            module = Some(name);
        }
    }
    let module = module.with_context(|| format!("a module says 「{OLD_WORD}」"))?;
    let renamed = match module.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/newer-{name}"),
        None => format!("newer-{module}"),
    };
    let bytes = fs::read(copy.path().join(&module))?;
    fs::write(copy.path().join(&renamed), with_new_word(&bytes)?)?;
    fs::remove_file(copy.path().join(&module))?;
    for name in files_below(copy.path())? {
        let kinds = [".html", ".js", ".webmanifest"];
        if !kinds.iter().any(|kind| name.ends_with(kind)) {
            continue;
        }
        let path = copy.path().join(&name);
        let before = fs::read_to_string(&path)?;
        let mut text = with_hashes_renewed(&before, before.replace(&module, &renamed));
        if name == "service-worker.js" {
            text = with_other_version(&text)?;
        }
        fs::write(path, text)?;
    }
    kept_files::renew(copy.path())?;
    Ok(copy)
}

/// A copy of the app into which only a part of another edition has been put: what a server has in
/// the middle of an upload.
///
/// # Errors
/// When it cannot be written.
pub fn with_files_of(site: &Path, other: &Path, names: &[&str]) -> Result<TempDir> {
    let copy = copy_of(site)?;
    for name in names {
        fs::copy(other.join(name), copy.path().join(name))?;
    }
    Ok(copy)
}

/// A copy of the app in which a script of this name runs before everything else.
///
/// # Errors
/// When it cannot be written.
pub fn with_script_file(site: &Path, name: &str, script: &str) -> Result<TempDir> {
    let copy = copy_of(site)?;
    fs::write(copy.path().join(name), script)?;
    let page = copy.path().join("index.html");
    let text = fs::read_to_string(&page)?;
    let before = text.find("<script").context("the page has a script")?;
    let (head, tail) = text.split_at(before);
    fs::write(
        page,
        format!("{head}<script src=\"{name}\"></script>\n{tail}"),
    )?;
    kept_files::renew(copy.path())?;
    Ok(copy)
}

/// Every file that the service worker of an edition keeps, except the page itself.
///
/// # Errors
/// When the folder cannot be read.
pub fn files_below(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below))? {
            let entry = entry?;
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push(format!("{name}/"));
            } else {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

fn with_script(site: &Path, script: &str) -> Result<TempDir> {
    with_script_file(site, "broken.js", script)
}

fn copy_of(site: &Path) -> Result<TempDir> {
    let copy = tempfile::tempdir()?;
    for name in files_below(site)? {
        let to = copy.path().join(&name);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(site.join(&name), to)?;
    }
    Ok(copy)
}

fn with_new_word(module: &[u8]) -> Result<Vec<u8>> {
    let (old, new) = (OLD_WORD.as_bytes(), NEW_WORD.as_bytes());
    ensure!(old.len() == new.len(), "both words have as many bytes");
    let mut changed = module.to_vec();
    let mut found = false;
    for start in 0..module.len().saturating_sub(old.len()) {
        if module[start..].starts_with(old) {
            changed[start..start + new.len()].copy_from_slice(new);
            found = true;
        }
    }
    ensure!(found, "the module says 「{OLD_WORD}」");
    Ok(changed)
}

/// A page whose policy allows its inline scripts as they are now: some of them name the modules.
fn with_hashes_renewed(before: &str, page: String) -> String {
    let hash = |script: &str| STANDARD.encode(Sha256::digest(script.as_bytes()));
    let renewed: Vec<(String, String)> = inline_scripts(before)
        .zip(inline_scripts(&page))
        .map(|(old, new)| (hash(old), hash(new)))
        .collect();
    let put = |page: String, (old, new): (String, String)| page.replace(&old, &new);
    renewed.into_iter().fold(page, put)
}

fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    let parts = page.split("<script>").skip(1);
    parts.filter_map(|part| Some(part.split_once("</script>")?.0))
}

/// The version is the text after `VERSION =`, whatever it is.
fn with_other_version(worker: &str) -> Result<String> {
    let name = worker
        .find("VERSION")
        .context("the service worker has a version")?;
    let quote = worker[name..].find('"').context("its version is a text")? + name + 1;
    Ok(format!("{}newer-{}", &worker[..quote], &worker[quote..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_edition_has_another_version_and_another_word() {
        fn check(worker: &str, expected: &str) {
            assert_eq!(with_other_version(worker).unwrap(), expected);
        }

        check("const VERSION = \"abc\";", "const VERSION = \"newer-abc\";");
        assert!(with_other_version("nothing").is_err());
        let module = format!("\0{OLD_WORD}\0").into_bytes();
        assert_eq!(
            with_new_word(&module).unwrap(),
            format!("\0{NEW_WORD}\0").into_bytes()
        );
        assert!(with_new_word(b"nothing of it").is_err());
    }
}
