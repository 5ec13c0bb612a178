//! How long the app and the floor take to start (启动): from this machine, over a weak network, and
//! with no network at all.
//!
//! Every start is that of a browser that has just been started itself, so that nothing of an
//! earlier one is left in its memory. Its profile is new too, except where there is no network:
//! there the service worker of an earlier visit answers.
//!
//! Not here: what the times are held against (`report`).

use crate::Pair;
use crate::host::Host;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;
use std::time::Duration;
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, Programs};

/// How often each start is measured.
pub const ROUNDS: usize = 5;

/// How many times slower than this machine the phone is.
pub const SLOWDOWN: u32 = 4;

/// What a browser does for itself after its own start is over by then.
const SETTLED: Duration = Duration::from_millis(1_500);

/// Tells when the page says that it can be used and two frames of that have been painted, in
/// milliseconds since the navigation began.
const NOTE_WHEN_READY: &str = "\
window.benchReady = new Promise((tell) => {
  const watch = new MutationObserver(() => {
    if (document.documentElement?.dataset.state !== 'ready') return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now())));
  });
  watch.observe(document, { attributes: true, attributeFilter: ['data-state'], subtree: true });
});
";

const WHEN_READY: &str = "\
const done = arguments[arguments.length - 1];
(window.benchReady ?? Promise.reject()).then(done, () => done(null));
";

/// A worker that is active has kept the whole version.
const WHEN_KEPT: &str = "\
const done = arguments[arguments.length - 1];
navigator.serviceWorker.ready.then(() => done(true));
";

/// The times of all starts, in milliseconds, in the order of the rounds.
#[derive(Clone, Debug, Default)]
pub struct Starts {
    /// From this machine.
    pub local: Pair<Vec<f64>>,
    /// At 1.6 Mbit/s, with 150 ms before each answer.
    pub weak_network: Pair<Vec<f64>>,
    /// Of the app alone, after an earlier visit, with no network.
    pub no_network: Vec<f64>,
}

/// A way over which a page comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Network {
    Local,
    Weak,
}

/// Measures all starts.
///
/// # Errors
/// When a browser does not start or a page does not come up.
pub fn measure(programs: &Programs, floor: &Path) -> Result<Starts> {
    let mut starts = Starts::default();
    let mut visitor = Visitor::new(programs)?;
    for round in 0..ROUNDS {
        // Whoever came first in the last round comes second in this one.
        let app_first = round % 2 == 0;
        for network in [Network::Local, Network::Weak] {
            for is_app in [app_first, !app_first] {
                let folder = if is_app { &programs.site } else { floor };
                let time = first_visit(programs, folder, network)?;
                let times = match network {
                    Network::Local => &mut starts.local,
                    Network::Weak => &mut starts.weak_network,
                };
                if is_app {
                    times.app.push(time);
                } else {
                    times.floor.push(time);
                }
            }
        }
        starts.no_network.push(visitor.starts_with_no_network()?);
        println!("    Round {} of {ROUNDS} is over.", round + 1);
    }
    Ok(starts)
}

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

/// How long it takes from the call for a page until it can be used, in milliseconds.
///
/// # Errors
/// When the page does not come up.
pub fn time_to_start(person: &Person, address: &str) -> Result<f64> {
    let session = &person.browser.session;
    session.chromium("Page.enable", &json!({}))?;
    let note = json!({"source": NOTE_WHEN_READY});
    session.chromium("Page.addScriptToEvaluateOnNewDocument", &note)?;
    slow_down(person)?;
    std::thread::sleep(SETTLED);
    session.open(address)?;
    let time = session.execute_and_wait(WHEN_READY, &[])?;
    time.as_f64()
        .with_context(|| format!("{address} does not say when it is ready"))
}

fn first_visit(programs: &Programs, folder: &Path, network: Network) -> Result<f64> {
    let host = Host::serve(folder)?;
    let person = Person::new(Engine::Chromium, programs, "bench")?;
    if network == Network::Weak {
        let session = &person.browser.session;
        session.chromium("Network.enable", &json!({}))?;
        // Bytes a second.
        let conditions = json!({"offline": false, "latency": 150,
            "downloadThroughput": 200_000, "uploadThroughput": 200_000});
        session.chromium("Network.emulateNetworkConditions", &conditions)?;
    }
    time_to_start(&person, &host.address())
}

/// A person whose phone has kept the app, at a place with no network.
struct Visitor {
    person: Person,
    address: String,
}

impl Visitor {
    fn new(programs: &Programs) -> Result<Self> {
        let mut host = Host::serve(&programs.site)?;
        let person = Person::new(Engine::Chromium, programs, "bench")?;
        let address = host.address();
        person.opens(&address)?;
        let session = &person.browser.session;
        session.execute_and_wait(WHEN_KEPT, &[])?;
        host.stop();
        Ok(Self { person, address })
    }

    fn starts_with_no_network(&mut self) -> Result<f64> {
        self.person.closes_and_opens_her_browser()?;
        let time = time_to_start(&self.person, &self.address)?;
        // It must not stand in the way of what is measured next.
        self.person.browser.session.open("about:blank")?;
        Ok(time)
    }
}
