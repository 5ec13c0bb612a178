//! What stands below the table (附注): where it was measured, what else the machine did, and every
//! single time, so that a reader sees how far they scatter.
//!
//! Not here: the table and its budgets (`report`).

use crate::import::{ORGANIZATIONS, PERIODS};
use crate::ledger::RECORDS;
use crate::page::SLOWDOWN;
use crate::report::Measurements;
use crate::taps::TAPS;
use std::fmt::Write;
use wuxing_e2e::browser::PHONE;
use wuxing_e2e::person::Person;

/// Where it was measured.
pub struct Surroundings {
    /// The browser and its version.
    pub browser: String,
    /// How many questions the floor asks.
    pub questions: u64,
    /// How often each start was measured.
    pub rounds: usize,
    /// The address of the peer.
    pub peer: Option<String>,
    /// The page of the app with the most elements.
    pub longest_page: String,
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
        rounds,
        peer,
        longest_page,
        load: [before, after],
    } = surroundings;
    let peer = peer.as_ref().map_or_else(String::new, |peer| {
        format!("The peer is {peer}; it is ready when it asks something and nothing changes.\n")
    });
    let outcome = if measured.import.is_taken {
        "was taken over"
    } else {
        "found no room and was refused"
    };
    let mut text = format!(
        "The ratio is to the floor, one hand-written page with {questions} questions of four \
         radio\nbuttons; without a network, to the floor with one. Medians of {rounds} starts and \
         of {TAPS}\ntaps, those of a busy year of {RECORDS}. Loaded is what had come, compressed, \
         over the weak network.\n{peer}\
         The most elements has {longest_page}. A busy year is {documents} documents, each in two \
         slots.\n\
         The import of {ORGANIZATIONS} organisations with {PERIODS} periods each {outcome}; its \
         processor is\nnot slowed.\n\
         {browser}, headless, {width} by {height}, processor slowed {SLOWDOWN} times; {machine},\n\
         load {before} before and {after} after.\n\
         {disturbance}\n\
         every start and tap, in ms:\n",
        documents = measured.busy_year.documents,
        width = PHONE.0,
        height = PHONE.1,
        machine = machine(),
        disturbance = disturbance(&surroundings.load, processors()),
    );
    let mut tell = |what: String, figures: String| {
        // Writing into a string does not fail.
        let _ = writeln!(text, "{what:<28} {figures}");
    };
    for (page, network, times) in measured.starts.all() {
        tell(format!("{}, {network:?}", page.name()), each(&times));
    }
    tell("taps, app".to_owned(), each(&measured.taps.app));
    tell("taps, floor".to_owned(), each(&measured.taps.floor));
    if let Some(taps) = &measured.taps.peer {
        tell("taps, peer".to_owned(), each(taps));
    }
    let busy = &measured.busy_year;
    tell("taps, busy year".to_owned(), each(&busy.taps));
    tell(
        "bytes written, busy year".to_owned(),
        each_number(&busy.bytes),
    );
    text.trim_end().to_owned()
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
        "The machine was busy: times are longer and scatter more than they would.\n"
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
