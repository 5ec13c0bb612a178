//! What stands below the table (附注): where it was measured, what else the machine did, and every
//! single time, so that a reader sees how far they scatter.
//!
//! Not here: the table and its budgets (`report`).

use crate::ledger::RECORDS;
use crate::report::Measurements;
use crate::starts::{ROUNDS, SLOWDOWN};
use crate::taps::TAPS;
use wuxing_e2e::browser::PHONE;
use wuxing_e2e::person::Person;

/// Where it was measured.
pub struct Surroundings {
    /// The browser and its version.
    pub browser: String,
    /// How many questions the floor asks.
    pub questions: u64,
    /// How many programs wanted the processor, before and after.
    pub load: [String; 2],
}

/// The browser as it names itself.
pub fn browser_of(person: &Person) -> String {
    let capabilities = &person.browser.session.capabilities;
    let version = capabilities["browserVersion"].as_str().unwrap_or("?");
    format!("Chromium {version}")
}

/// How many programs wanted the processor in the last minute, where the system tells.
pub fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}

/// All notes.
pub fn text(measured: &Measurements, surroundings: &Surroundings) -> String {
    let Surroundings {
        browser,
        questions,
        load: [before, after],
    } = surroundings;
    let starts = &measured.starts;
    format!(
        "The ratio is to what the budget names: a number, the floor, or the app's own local start.\n\
         The floor is one hand-written page with {questions} questions of four radio buttons.\n\
         Medians of {ROUNDS} starts with nothing kept by the browser, and of {TAPS} taps; the most \
         elements has {longest}.\n\
         A busy year is {documents} documents, each in two slots; {RECORDS} records were made by a tap.\n\
         {browser}, headless, {width} by {height}, processor slowed {SLOWDOWN} times; {machine}, \
         load {before} before and {after} after.\n\
         {disturbance}\n\
         every start and tap, in ms:\n\
         local          app {local_app}, floor {local_floor}\n\
         weak network   app {weak_app}, floor {weak_floor}\n\
         no network     app {no_network}\n\
         taps           app {taps_app}\n\
         \x20              floor {taps_floor}\n\
         busy year      starts {busy_starts}; taps {busy_taps}; bytes {busy_bytes}",
        documents = measured.busy_year.documents,
        busy_starts = each(&measured.busy_year.starts),
        busy_taps = each(&measured.busy_year.taps),
        busy_bytes = each_number(&measured.busy_year.bytes),
        longest = measured.nodes.app.route,
        width = PHONE.0,
        height = PHONE.1,
        machine = machine(),
        disturbance = disturbance(&surroundings.load, processors()),
        local_app = each(&starts.local.app),
        local_floor = each(&starts.local.floor),
        weak_app = each(&starts.weak_network.app),
        weak_floor = each(&starts.weak_network.floor),
        no_network = each(&starts.no_network),
        taps_app = each(&measured.taps.app),
        taps_floor = each(&measured.taps.floor),
    )
}

/// The processors as the system names them.
fn machine() -> String {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let name = name.map_or(std::env::consts::ARCH, |(_, name)| name);
    format!("{} × {name}", processors())
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A line of its own when programs had to wait for a processor; the bench alone keeps about one at
/// work.
fn disturbance(load: &[String; 2], processors: usize) -> &'static str {
    let is_busy = |load: &String| load.parse().is_ok_and(|load: f64| load > processors as f64);
    if load.iter().any(is_busy) {
        "The machine was busy with other things: times are longer and scatter more than they would.\n"
    } else {
        ""
    }
}

fn each_number(numbers: &[u64]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
    numbers.join(" ")
}

fn each(times: &[f64]) -> String {
    let times: Vec<String> = times.iter().map(|time| format!("{time:.0}")).collect();
    times.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_machine_is_said() {
        fn check(load: [&str; 2], processors: usize, expected: bool) {
            let load = load.map(str::to_owned);
            let said = disturbance(&load, processors);
            assert_eq!(said.starts_with("The machine was busy"), expected);
        }

        check(["0.5", "1.9"], 2, false);
        check(["8.25", "1.0"], 2, true);
        check(["1.0", "2.1"], 2, true);
        check(["8.25", "8.25"], 16, false);
        check(["", ""], 2, false);
    }
}
