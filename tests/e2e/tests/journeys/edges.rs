//! What a browser need not have: each is missing, refuses, throws, gives something else, or never
//! answers. The app stands all the same, saves, and hands out its text, or says that it cannot.
//!
//! Not here: what is kept, once it has been kept (`broken_storage`).

use crate::branch::begins_a_village;
use anyhow::{Context, Result, ensure};
use wuxing_e2e::edition;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey {
    takes_minutes: true,
    ..Journey::in_all("edges: never bring it down", never_bring_it_down)
}];

const SAVED: &str = "已保存";
const SAVED_SMALLER: &str = "已存，请看说明";
const NOT_SAVED: &str = "没有保存成功";

const COPIED: &str = "已复制";
const COPY_BY_HAND: &str = "浏览器不让自动复制";

/// What is broken, how, and what she is told of saving and of copying. `None` if copying has
/// nothing to do with it; one of several where it is for the browser to say.
struct Row {
    edge: &'static str,
    script: &'static str,
    saving: &'static str,
    copying: Option<&'static [&'static str]>,
    /// Whether the first thing she sees is that earlier content is being looked for.
    is_kept_waiting: bool,
}

const fn harmless(edge: &'static str, script: &'static str) -> Row {
    Row {
        edge,
        script,
        saving: SAVED,
        copying: Some(&[COPIED]),
        is_kept_waiting: false,
    }
}

const fn with_saving(edge: &'static str, script: &'static str, saving: &'static str) -> Row {
    Row {
        edge,
        script,
        saving,
        copying: None,
        is_kept_waiting: false,
    }
}

const NO_COPYING: &str = "document.execCommand = () => false;\n\
Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });";

const ROWS: &[Row] = &[
    harmless(
        "service worker: missing",
        "delete Navigator.prototype.serviceWorker;",
    ),
    harmless(
        "service worker: may not be looked at",
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', {\
           get() { throw new DOMException('no', 'SecurityError'); } });",
    ),
    harmless(
        "service worker: refuses",
        "ServiceWorkerContainer.prototype.register =\
           () => Promise.reject(new DOMException('no', 'SecurityError'));",
    ),
    harmless(
        "service worker: throws",
        "ServiceWorkerContainer.prototype.register = () => { throw new TypeError('no'); };",
    ),
    harmless(
        "service worker: gives nothing",
        "ServiceWorkerContainer.prototype.register = () => Promise.resolve(undefined);",
    ),
    harmless(
        "service worker: gives no promise",
        "ServiceWorkerContainer.prototype.register = () => undefined;",
    ),
    harmless(
        "service worker: never answers",
        "ServiceWorkerContainer.prototype.register = () => new Promise(() => {});",
    ),
    harmless(
        "promise to keep data: missing",
        "delete Navigator.prototype.storage;",
    ),
    harmless(
        "promise to keep data: refuses",
        "for (const name of ['persist', 'persisted', 'estimate'])\
           StorageManager.prototype[name] = () => Promise.reject(new TypeError('no'));",
    ),
    harmless(
        "promise to keep data: throws",
        "for (const name of ['persist', 'persisted', 'estimate'])\
           StorageManager.prototype[name] = () => { throw new TypeError('no'); };",
    ),
    harmless(
        "promise to keep data: gives nothing",
        "for (const name of ['persist', 'persisted', 'estimate'])\
           StorageManager.prototype[name] = () => undefined;",
    ),
    harmless(
        "promise to keep data: never answers",
        "for (const name of ['persist', 'persisted', 'estimate'])\
           StorageManager.prototype[name] = () => new Promise(() => {});",
    ),
    harmless(
        "clipboard: missing",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });",
    ),
    harmless(
        "clipboard: cannot write",
        "Object.defineProperty(Navigator.prototype, 'clipboard', { value: {} });",
    ),
    harmless(
        "clipboard: refuses",
        "Clipboard.prototype.writeText =\
           () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
    ),
    harmless(
        "clipboard: throws",
        "Clipboard.prototype.writeText = () => { throw new TypeError('no'); };",
    ),
    Row {
        // Whether a busy browser still remembers the tap when the wait is over.
        copying: Some(&[COPIED, COPY_BY_HAND]),
        ..harmless(
            "clipboard: never answers",
            "Clipboard.prototype.writeText = () => new Promise(() => {});",
        )
    },
    Row {
        copying: Some(&[COPY_BY_HAND]),
        ..harmless("clipboard: no way at all", NO_COPYING)
    },
    with_saving(
        "localStorage: missing",
        "Object.defineProperty(window, 'localStorage', { value: null });",
        SAVED_SMALLER,
    ),
    with_saving(
        "localStorage: may not be looked at",
        "Object.defineProperty(window, 'localStorage', {\
           get() { throw new DOMException('no', 'SecurityError'); } });",
        SAVED_SMALLER,
    ),
    with_saving(
        "localStorage: refuses every write",
        "Storage.prototype.setItem =\
           () => { throw new DOMException('no', 'QuotaExceededError'); };",
        SAVED_SMALLER,
    ),
    with_saving(
        "localStorage: forgets every write",
        "Storage.prototype.setItem = () => undefined;",
        SAVED_SMALLER,
    ),
    with_saving(
        "IndexedDB: missing",
        "Object.defineProperty(window, 'indexedDB', { value: undefined });",
        SAVED_SMALLER,
    ),
    with_saving(
        "IndexedDB: throws",
        "IDBFactory.prototype.open =\
           () => { throw new DOMException('no', 'SecurityError'); };",
        SAVED_SMALLER,
    ),
    Row {
        is_kept_waiting: true,
        ..with_saving(
            "IndexedDB: never answers",
            "IDBFactory.prototype.open = () => new EventTarget();",
            SAVED_SMALLER,
        )
    },
    with_saving(
        "all site data: blocked",
        "Object.defineProperty(window, 'localStorage', {\
           get() { throw new DOMException('no', 'SecurityError'); } });\
         IDBFactory.prototype.open =\
           () => { throw new DOMException('no', 'SecurityError'); };\
         delete Navigator.prototype.storage;\
         ServiceWorkerContainer.prototype.register =\
           () => Promise.reject(new DOMException('no', 'SecurityError'));",
        NOT_SAVED,
    ),
];

/// Each of them, one after the other: never the rescue page.
fn never_bring_it_down(stage: &Stage) -> Result<()> {
    let secretary = stage.person()?;
    let mut failures = Vec::new();
    for row in ROWS {
        if let Err(error) = stands(stage, &secretary, row) {
            failures.push(format!("{}: {error:#}", row.edge));
        }
    }
    ensure!(failures.is_empty(), "{}", failures.join("\n    "));
    Ok(())
}

fn stands(stage: &Stage, secretary: &Person, row: &Row) -> Result<()> {
    let broken = edition::with_script_file(&stage.programs.site, "broken.js", row.script)?;
    let site = Site::serve(broken.path())?;
    secretary.opens(&site.address())?;
    ensure!(
        !secretary.reads("有数据没能打开")?,
        "there is nothing that could not be opened"
    );
    if row.is_kept_waiting {
        secretary.taps_button("不等了，从头开始")?;
    }
    begins_a_village(secretary)?;
    secretary
        .sees_status(row.saving)
        .context("what she is told of saving")?;
    secretary.goes_to("#/me/data")?;
    ensure!(
        !secretary.reads("来自备份")?,
        "there is no copy that it could come from"
    );
    if let Some(copying) = row.copying {
        secretary.goes_to("#/me/backup")?;
        secretary.taps_button("复制文字")?;
        let is_told = || {
            copying
                .iter()
                .try_fold(false, |told, words| Ok(told || secretary.reads(words)?))
        };
        secretary.waits("she is not told of copying", is_told)?;
    }
    // What fails a little later fails here.
    secretary.goes_to("#/me")?;
    secretary.waits_for_the_app()
}
