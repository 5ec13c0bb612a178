//! One start of one page (启动): how long it takes from the call until it can be used, and how much
//! has come by then.
//!
//! Not here: which pages are started, and how often (`starts`).

use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::time::Duration;
use wuxing_e2e::person::Person;

/// How many times slower than this machine the phone is.
pub const SLOWDOWN: u32 = 4;

/// What a browser does for itself after its own start is over by then.
const SETTLED: Duration = Duration::from_millis(1_500);

/// When a page can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usable {
    /// It says so itself, and no part of it is on its way.
    WhenItSaysSo,
    /// The same, and a question stands on it.
    WithQuestions,
    /// Questions stand on it and nothing has changed for a while: for pages that say nothing.
    WhenItRests,
}

/// A way over which a page comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Network {
    /// From this machine.
    Local,
    /// At 1.6 Mbit/s, with 150 ms before each answer.
    Weak,
    /// From what an earlier visit left on the device.
    None,
}

/// What a start came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// From the call until it could be used and two frames of that were painted.
    pub milliseconds: f64,
    /// What had come by then, compressed as it came.
    pub bytes: u64,
}

/// `IS_USABLE` is one of the conditions below.
const NOTE_WHEN_READY: &str = "\
window.benchReady = new Promise((tell) => {
  const watch = new MutationObserver(() => {
    if (!(IS_USABLE)) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now())));
  });
  watch.observe(document, {
    attributes: true, attributeFilter: ['data-state', 'aria-busy'], childList: true, subtree: true,
  });
});
";

const SAYS_SO: &str = "document.documentElement?.dataset.state === 'ready' \
    && !document.querySelector('main [aria-busy=\"true\"]')";

/// An item that was answered before stands as one line.
const HAS_QUESTIONS: &str = "document.querySelector('input[type=radio], main .answered')";

/// Tells when the last change was painted.
const NOTE_WHEN_AT_REST: &str = "\
window.benchReady = new Promise((tell) => {
  let changed = 0;
  const note = () => { changed = performance.now(); };
  new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(note))).observe(
    document, { attributes: true, characterData: true, childList: true, subtree: true });
  const asking = setInterval(() => {
    const asks = document.querySelector('input[type=radio], [role=radio]');
    if (!asks || performance.now() - changed < 1500) return;
    clearInterval(asking);
    tell(changed);
  }, 100);
});
";

/// Files that are named twice, to be preloaded and to be used, have come once.
const WHEN_READY: &str = "\
const done = arguments[arguments.length - 1];
(window.benchReady ?? Promise.reject()).then((time) => {
  const came = new Map();
  for (const kind of ['navigation', 'resource']) {
    for (const file of performance.getEntriesByType(kind)) {
      if (file.responseEnd > time) continue;
      came.set(file.name, Math.max(file.encodedBodySize, came.get(file.name) ?? 0));
    }
  }
  done([time, [...came.values()].reduce((sum, bytes) => sum + bytes, 0)]);
}, () => done(null));
";

/// Makes the browser as slow as a phone's, as long as its tab is open.
///
/// # Errors
/// When it refuses.
pub fn slow_down(person: &Person) -> Result<()> {
    let rate = json!({"rate": SLOWDOWN});
    let session = &person.browser.session;
    session
        .chromium("Emulation.setCPUThrottlingRate", &rate)
        .map(drop)
}

/// Opens a page in a browser that has just been started, on a processor as slow as a phone's.
///
/// # Errors
/// When the page does not come up.
pub fn start(person: &Person, address: &str, usable: Usable, network: Network) -> Result<Start> {
    let session = &person.browser.session;
    session.chromium("Page.enable", &json!({}))?;
    let source = match usable {
        Usable::WhenItRests => NOTE_WHEN_AT_REST.to_owned(),
        Usable::WhenItSaysSo => NOTE_WHEN_READY.replace("IS_USABLE", SAYS_SO),
        Usable::WithQuestions => {
            NOTE_WHEN_READY.replace("IS_USABLE", &format!("{SAYS_SO} && {HAS_QUESTIONS}"))
        }
    };
    let note = json!({"source": source});
    session.chromium("Page.addScriptToEvaluateOnNewDocument", &note)?;
    if network == Network::Weak {
        session.chromium("Network.enable", &json!({}))?;
        // Bytes a second.
        let conditions = json!({"offline": false, "latency": 150,
            "downloadThroughput": 200_000, "uploadThroughput": 200_000});
        session.chromium("Network.emulateNetworkConditions", &conditions)?;
    }
    slow_down(person)?;
    std::thread::sleep(SETTLED);
    session.open(address)?;
    let answer = session.execute_and_wait(WHEN_READY, &[])?;
    let milliseconds = answer[0].as_f64();
    let start = Start {
        milliseconds: milliseconds
            .with_context(|| format!("{address} does not say when it is ready"))?,
        bytes: answer[1].as_u64().context("a number of bytes")?,
    };
    ensure!(
        start.milliseconds > 0.0,
        "{address} was ready before it was called"
    );
    // It must not stand in the way of what is measured next.
    session.open("about:blank")?;
    Ok(start)
}
