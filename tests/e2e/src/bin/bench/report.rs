//! Sets what was measured beside the budgets (报告), in plain text.
//!
//! Not here: measuring, and what stands below the table (`notes`). A budget that is not kept is
//! said, with by how much; the room that a busy year takes is the one that fails, since it is the
//! same on every machine.

use crate::Pair;
use crate::ledger::BusyYear;
use crate::notes::{self, Surroundings};
use crate::starts::Starts;
use crate::weight::Page;
use std::fmt::Write;
use wuxing_e2e::audit::MOST_NODES;

/// Everything that the first paint loads, in bytes of brotli.
const MOST_BYTES: f64 = 220_000.0;
/// Times the floor.
const SLOWEST_LOCAL: f64 = 2.0;
/// Times the floor.
const SLOWEST_WEAK_NETWORK: f64 = 2.5;
/// Times the floor.
const SLOWEST_TAP: f64 = 1.5;
/// Milliseconds.
const WORST_TAP: f64 = 100.0;
/// Times the app's own start from this machine.
const SLOWEST_NO_NETWORK: f64 = 1.3;

/// Characters of localStorage, of the five million that browsers give.
const MOST_CHARACTERS: u64 = 300_000;
/// Bytes: one page of the ledger, and what is written about it.
const MOST_BYTES_OF_A_TAP: f64 = 8_000.0;

/// All that was measured; times are in milliseconds.
pub struct Measurements {
    /// What the first paint loads.
    pub bytes: Pair<u64>,
    /// How long the starts took.
    pub starts: Starts,
    /// How long the taps took.
    pub taps: Pair<Vec<f64>>,
    /// The longest page.
    pub nodes: Pair<Page>,
    /// What a busy year costs.
    pub busy_year: BusyYear,
}

/// A line of the table.
struct Line {
    what: &'static str,
    app: String,
    beside: String,
    /// By how many times what it is held against the app is larger.
    ratio: f64,
    /// The largest ratio that is within the budget.
    most: f64,
    budget: String,
}

/// The whole report.
pub fn text(measured: &Measurements, surroundings: &Surroundings) -> String {
    let mut text = format!(
        "{:<31} {:>12} {:>10} {:>7}  {:<16} {}\n",
        "", "app", "floor", "ratio", "budget", "verdict"
    );
    for line in lines(measured) {
        let verdict = if line.ratio <= line.most {
            "within"
        } else {
            "over"
        };
        // Writing into a string does not fail.
        let _ = writeln!(
            text,
            "{:<31} {:>12} {:>10} {:>6.2}×  {:<16} {verdict}",
            line.what, line.app, line.beside, line.ratio, line.budget
        );
    }
    text + "\n" + &notes::text(measured, surroundings)
}

/// Whether a busy year takes no more room than it may.
///
/// # Errors
/// When it takes more, with how much.
pub fn is_kept_in_room(busy: &BusyYear) -> anyhow::Result<()> {
    anyhow::ensure!(
        busy.characters <= MOST_CHARACTERS,
        "a busy year takes {} characters of localStorage, and {MOST_CHARACTERS} are the most",
        busy.characters
    );
    Ok(())
}

fn lines(measured: &Measurements) -> Vec<Line> {
    let mut lines = lines_of_the_assessment(measured);
    lines.extend(lines_of_a_busy_year(measured));
    lines
}

fn lines_of_a_busy_year(measured: &Measurements) -> Vec<Line> {
    let busy = &measured.busy_year;
    let most_written = busy.bytes.iter().copied().max().unwrap_or(0);
    vec![
        Line {
            what: "busy year: room it takes",
            app: format!("{} chars", busy.characters),
            beside: String::new(),
            ratio: busy.characters as f64 / MOST_CHARACTERS as f64,
            most: 1.0,
            budget: format!("{MOST_CHARACTERS} chars"),
        },
        beside_floor(
            "busy year: ready, local",
            &busy.starts,
            &measured.starts.local.floor,
            SLOWEST_LOCAL,
        ),
        beside_floor(
            "busy year: tap to paint, median",
            &busy.taps,
            &measured.taps.floor,
            SLOWEST_TAP,
        ),
        worst_tap(
            "busy year: tap to paint, worst",
            &busy.taps,
            &measured.taps.floor,
        ),
        Line {
            what: "busy year: one tap writes",
            app: kilobytes(most_written),
            beside: String::new(),
            ratio: most_written as f64 / MOST_BYTES_OF_A_TAP,
            most: 1.0,
            budget: "8.0 kB".to_owned(),
        },
    ]
}

fn lines_of_the_assessment(measured: &Measurements) -> Vec<Line> {
    let starts = &measured.starts;
    let app_local = median(&starts.local.app);
    let no_network = median(&starts.no_network);
    let bytes = measured.bytes;
    let nodes = Pair {
        app: measured.nodes.app.nodes,
        floor: measured.nodes.floor.nodes,
    };
    vec![
        Line {
            what: "first paint, brotli",
            app: kilobytes(bytes.app),
            beside: kilobytes(bytes.floor),
            ratio: bytes.app as f64 / MOST_BYTES,
            most: 1.0,
            budget: "220 kB".to_owned(),
        },
        beside_floor(
            "ready, local",
            &starts.local.app,
            &starts.local.floor,
            SLOWEST_LOCAL,
        ),
        beside_floor(
            "ready, 1.6 Mbit/s and 150 ms",
            &starts.weak_network.app,
            &starts.weak_network.floor,
            SLOWEST_WEAK_NETWORK,
        ),
        beside_floor(
            "tap to paint, median",
            &measured.taps.app,
            &measured.taps.floor,
            SLOWEST_TAP,
        ),
        worst_tap(
            "tap to paint, worst",
            &measured.taps.app,
            &measured.taps.floor,
        ),
        Line {
            what: "start with no network",
            app: milliseconds(no_network),
            beside: String::new(),
            ratio: no_network / app_local,
            most: SLOWEST_NO_NETWORK,
            budget: format!("{SLOWEST_NO_NETWORK}× app, local"),
        },
        Line {
            what: "elements on the longest page",
            app: nodes.app.to_string(),
            beside: nodes.floor.to_string(),
            ratio: nodes.app as f64 / MOST_NODES as f64,
            most: 1.0,
            budget: MOST_NODES.to_string(),
        },
    ]
}

fn worst_tap(what: &'static str, app: &[f64], floor: &[f64]) -> Line {
    let (app, floor) = (worst(app), worst(floor));
    Line {
        what,
        app: milliseconds(app),
        beside: milliseconds(floor),
        ratio: app / WORST_TAP,
        most: 1.0,
        budget: milliseconds(WORST_TAP),
    }
}

fn beside_floor(what: &'static str, app: &[f64], floor: &[f64], most: f64) -> Line {
    let (app, floor) = (median(app), median(floor));
    Line {
        what,
        app: milliseconds(app),
        beside: milliseconds(floor),
        ratio: app / floor,
        most,
        budget: format!("{most}× floor"),
    }
}

/// The one in the middle, or the mean of both.
fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.len() / 2;
    match (sorted.len() % 2, sorted.get(upper)) {
        (_, None) => f64::NAN,
        (1, Some(middle)) => *middle,
        (_, Some(above)) => f64::midpoint(sorted[upper - 1], *above),
    }
}

fn worst(times: &[f64]) -> f64 {
    times.iter().copied().fold(f64::NAN, f64::max)
}

fn kilobytes(bytes: u64) -> String {
    format!("{:.1} kB", bytes as f64 / 1_000.0)
}

fn milliseconds(time: f64) -> String {
    format!("{time:.0} ms")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle() {
        fn check(times: &[f64], expected: f64) {
            assert!((median(times) - expected).abs() < 1e-9, "{times:?}");
        }

        check(&[3.0, 1.0, 2.0], 2.0);
        check(&[4.0, 1.0, 2.0, 3.0], 2.5);
        check(&[7.0], 7.0);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn what_is_over_its_budget_is_said() {
        fn check(change: impl FnOnce(&mut Measurements), line: &str, expected: &str) {
            let mut measured = within();
            change(&mut measured);
            let surroundings = Surroundings {
                browser: "Chromium 1".to_owned(),
                questions: 3,
                load: ["0".to_owned(), "0".to_owned()],
            };
            let text = text(&measured, &surroundings);
            let found = text.lines().find(|one| one.starts_with(line)).unwrap();
            assert!(found.ends_with(expected), "{found}");
        }

        let weak = "ready, 1.6 Mbit/s and 150 ms";
        check(|_| (), "first paint, brotli", "220 kB           within");
        check(|all| all.bytes.app += 1, "first paint, brotli", "over");
        check(|_| (), "ready, local", "2.00×  2× floor         within");
        check(
            |all| all.starts.local.app = vec![21.0],
            "ready, local",
            "over",
        );
        check(|_| (), weak, "2.50×  2.5× floor       within");
        check(|all| all.starts.weak_network.app = vec![26.0], weak, "over");
        check(|_| (), "tap to paint, median", "within");
        check(
            |all| all.taps.app = vec![16.0],
            "tap to paint, median",
            "over",
        );
        check(|_| (), "tap to paint, worst", "within");
        let worst = |all: &mut Measurements| all.taps.app.extend([1.0, 1.0, 101.0]);
        check(
            worst,
            "tap to paint, worst",
            "101 ms      10 ms   1.01×  100 ms           over",
        );
        check(worst, "tap to paint, median", "within");
        check(
            |_| (),
            "start with no network",
            "1.30×  1.3× app, local  within",
        );
        check(
            |all| all.starts.no_network = vec![27.0],
            "start with no network",
            "over",
        );
        check(
            |_| (),
            "busy year: room it takes",
            "300000 chars     within",
        );
        check(
            |all| all.busy_year.characters += 1,
            "busy year: room it takes",
            "over",
        );
        check(|_| (), "busy year: ready, local", "within");
        check(
            |all| all.busy_year.starts = vec![21.0],
            "busy year: ready, local",
            "over",
        );
        check(|_| (), "busy year: tap to paint, median", "within");
        check(|_| (), "busy year: tap to paint, worst", "within");
        check(
            |all| all.busy_year.taps.extend([1.0, 1.0, 101.0]),
            "busy year: tap to paint, worst",
            "over",
        );
        check(
            |_| (),
            "busy year: one tap writes",
            "8.0 kB           within",
        );
        check(
            |all| all.busy_year.bytes.push(8_001),
            "busy year: one tap writes",
            "over",
        );
        check(|_| (), "elements on the longest page", "within");
        check(
            |all| all.nodes.app.nodes += 1,
            "elements on the longest page",
            "over",
        );
    }

    #[test]
    fn a_year_that_takes_too_much_room_fails() {
        assert!(is_kept_in_room(&within().busy_year).is_ok());
        let more = BusyYear {
            characters: MOST_CHARACTERS + 1,
            ..BusyYear::default()
        };
        assert!(is_kept_in_room(&more).is_err());
    }

    /// As much as every budget allows.
    fn within() -> Measurements {
        let page = |nodes| Page {
            route: "#/".to_owned(),
            nodes,
        };
        let pair = |app: f64, floor: f64| Pair {
            app: vec![app],
            floor: vec![floor],
        };
        Measurements {
            bytes: Pair {
                app: 220_000,
                floor: 6_000,
            },
            starts: Starts {
                local: pair(20.0, 10.0),
                weak_network: pair(25.0, 10.0),
                no_network: vec![26.0],
            },
            taps: pair(15.0, 10.0),
            nodes: Pair {
                app: page(1_500),
                floor: page(700),
            },
            busy_year: BusyYear {
                characters: 300_000,
                documents: 1,
                starts: vec![20.0],
                taps: vec![15.0],
                bytes: vec![8_000],
            },
        }
    }
}
