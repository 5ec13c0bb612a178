//! Sets what was measured beside what it may and is meant to come to (报告), in plain text.
//!
//! Not here: measuring, how a line is told (`table`), and what stands below the table (`notes`). A
//! bar that is not kept is said, with by how much; the room that a busy year takes is the one that
//! fails, since it is the same on every machine.

use crate::Beside;
use crate::import::{Import, Step};
use crate::ledger::BusyYear;
use crate::notes::{self, Surroundings};
use crate::page::Network;
use crate::starts::{Page, Starts};
use crate::table::{Held, Line, Table, Unit};
use wuxing_e2e::person::Effort;

/// Milliseconds from a tap until it is painted, at worst: bar and aim.
const WORST_TAP: Held = Held::AFigure(100.0, 50.0);
/// Times the floor: bar and aim.
const USUAL_TAP: Held = Held::TimesTheFloor(1.5, 1.0);
/// Seconds until a large file is previewed, and until it is taken over: bar and aim.
const IMPORT: Held = Held::AFigure(3.0, 1.0);
/// Milliseconds for which the page answers nothing meanwhile, at worst: bar and aim.
const IMPORT_TASK: Held = Held::AFigure(100.0, 50.0);
/// Elements on the longest page: bar and aim.
const NODES: Held = Held::AFigure(1_000.0, 880.0);

/// Characters of localStorage, of the five million that browsers give.
const MOST_CHARACTERS: f64 = 300_000.0;
/// The same, as it is meant to be.
const AIMED_CHARACTERS: f64 = 250_000.0;
/// Bytes: one page of the ledger, and what is written about it.
const BYTES_OF_A_TAP: Held = Held::AFigure(8_000.0, 8_000.0);

/// All that was measured; times are in milliseconds.
pub struct Measurements {
    /// How long the starts took, and what came for them.
    pub starts: Starts,
    /// How long the taps took.
    pub taps: Beside<Vec<f64>>,
    /// Elements: of the app on its longest page.
    pub nodes: Beside<u64>,
    /// What a busy year costs.
    pub busy_year: BusyYear,
    /// What a large import costs.
    pub import: Import,
    /// What a quarter as the one before takes, and the must-items from nothing.
    pub efforts: [Effort; 2],
}

/// The whole report.
pub fn text(measured: &Measurements, surroundings: &Surroundings) -> String {
    let table = Table(lines(measured));
    format!("{table}\n{}", notes::text(measured, surroundings))
}

/// Whether a busy year takes no more room than it may.
///
/// # Errors
/// When it takes more, with how much.
pub fn is_kept_in_room(busy: &BusyYear) -> anyhow::Result<()> {
    anyhow::ensure!(
        busy.characters as f64 <= MOST_CHARACTERS,
        "a busy year takes {} characters of localStorage, and {MOST_CHARACTERS} are the most",
        busy.characters
    );
    Ok(())
}

fn lines(measured: &Measurements) -> Vec<Line> {
    let mut lines: Vec<Line> = [Page::FirstStart, Page::Home, Page::MustItems]
        .map(|page| bytes_line(&measured.starts, page))
        .to_vec();
    for network in [Network::Local, Network::Weak, Network::None] {
        lines.extend(Page::OF_THE_APP.map(|page| start_line(&measured.starts, page, network)));
    }
    lines.extend(tap_lines("tap to paint", &measured.taps));
    let busy = &measured.busy_year;
    let taps_of_the_year = Beside {
        app: busy.taps.clone(),
        floor: measured.taps.floor.clone(),
        peer: None,
    };
    lines.extend(tap_lines("busy year, tap to paint", &taps_of_the_year));
    lines.extend(import_lines(&measured.import));
    let nodes = &measured.nodes;
    lines.push(Line {
        floor: Some(nodes.floor as f64),
        peer: nodes.peer.map(|nodes| nodes as f64),
        ..counted("elements on the longest page", nodes.app, NODES)
    });
    let room = Held::AFigure(MOST_CHARACTERS, AIMED_CHARACTERS);
    lines.push(counted("busy year, characters kept", busy.characters, room));
    let most_written = busy.bytes.iter().copied().max().unwrap_or(0);
    lines.push(Line {
        unit: Unit::Bytes,
        ..counted("busy year, one tap writes", most_written, BYTES_OF_A_TAP)
    });
    lines.extend(effort_lines(&measured.efforts));
    lines
}

/// Taps and characters of the two errands.
fn effort_lines(efforts: &[Effort; 2]) -> Vec<Line> {
    let held = [Held::AFigure(30.0, 25.0), Held::AFigure(20.0, 20.0)];
    let names = ["a quarter as the one before", "must-items from nothing"];
    let each = efforts.iter().zip(names).zip(held);
    each.flat_map(|((effort, name), held)| {
        let characters = Held::AFigure(0.0, 0.0);
        [
            counted(&format!("{name}, taps"), effort.taps, held),
            counted(&format!("{name}, typed"), effort.characters, characters),
        ]
    })
    .collect()
}

/// What comes until a page can be used.
fn bytes_line(starts: &Starts, page: Page) -> Line {
    let bytes = |page| starts.bytes(page).map(|bytes| bytes as f64);
    let held = match page {
        Page::FirstStart => Held::AFigure(160_000.0, 110_000.0),
        Page::Home => Held::AFigure(250_000.0, 150_000.0),
        Page::MustItems => Held::AFigure(450_000.0, 350_000.0),
        _ => Held::Free,
    };
    Line {
        what: format!("loads until ready, {}", page.name()),
        app: bytes(page).unwrap_or(f64::NAN),
        floor: bytes(Page::Floor),
        peer: bytes(Page::Peer),
        unit: Unit::Bytes,
        held,
    }
}

/// Without a network there is nothing to hold a start against but the floor with one.
fn start_line(starts: &Starts, page: Page, network: Network) -> Line {
    let way = match network {
        Network::Local => "local",
        Network::Weak => "1.6 Mbit/s and 150 ms",
        Network::None => "no network",
    };
    let beside = match network {
        Network::None => Network::Local,
        there => there,
    };
    let held = match (page, network) {
        (Page::FirstStart, Network::Local) => Held::TimesTheFloor(1.2, 1.1),
        (Page::MustItems, Network::Local) => Held::TimesTheFloor(1.4, 1.2),
        (Page::BusyYear, Network::Local) => Held::TimesTheFloor(2.5, 1.5),
        (Page::FirstStart, Network::Weak) => Held::TimesTheFloor(2.5, 2.0),
        (Page::MustItems, Network::Weak) => Held::TimesTheFloor(4.0, 3.0),
        (Page::FirstStart | Page::Home, Network::None) => Held::TimesTheFloor(0.6, 0.5),
        _ => Held::Free,
    };
    let of_the_peer = starts.times(Page::Peer, network);
    Line {
        what: format!("ready, {way}, {}", page.name()),
        app: median(&starts.times(page, network)),
        floor: Some(median(&starts.times(Page::Floor, beside))),
        peer: (!of_the_peer.is_empty()).then(|| median(&of_the_peer)),
        unit: Unit::Milliseconds,
        held,
    }
}

fn tap_lines(what: &str, taps: &Beside<Vec<f64>>) -> [Line; 2] {
    let line = |which: &str, of: fn(&[f64]) -> f64, held| Line {
        what: format!("{what}, {which}"),
        app: of(&taps.app),
        floor: Some(of(&taps.floor)),
        peer: taps.peer.as_deref().map(of),
        unit: Unit::Milliseconds,
        held,
    };
    [
        line("median", median, USUAL_TAP),
        line("worst", worst, WORST_TAP),
    ]
}

fn import_lines(import: &Import) -> [Line; 4] {
    let line = |what: &str, app, unit, held| Line {
        what: format!(
            "import of {:.1} MB, {what}",
            import.bytes as f64 / 1_000_000.0
        ),
        app,
        floor: None,
        peer: None,
        unit,
        held,
    };
    let [preview, imported] = [import.preview, import.import];
    let seconds = |what, step: Step| line(what, step.seconds, Unit::Seconds, IMPORT);
    let longest = |what, step: Step| line(what, step.longest_task, Unit::Milliseconds, IMPORT_TASK);
    [
        seconds("preview", preview),
        longest("preview, longest task", preview),
        seconds("import", imported),
        longest("import, longest task", imported),
    ]
}

fn counted(what: &str, app: u64, held: Held) -> Line {
    Line {
        what: what.to_owned(),
        app: app as f64,
        floor: None,
        peer: None,
        unit: Unit::Number,
        held,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Start;

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
    fn every_line_is_held_against_its_own_bar() {
        fn check(change: impl FnOnce(&mut Measurements), line: &str, expected: &str) {
            let mut measured = at_every_aim();
            change(&mut measured);
            let surroundings = Surroundings {
                browser: "Chromium 1".to_owned(),
                questions: 3,
                rounds: 1,
                peer: None,
                longest_page: "#/".to_owned(),
                load: ["0".to_owned(), "0".to_owned()],
            };
            let text = text(&measured, &surroundings);
            let found = text.lines().find(|one| one.starts_with(line)).unwrap();
            assert!(found.ends_with(expected), "{found}");
        }
        fn slower(
            page: Page,
            network: Network,
            milliseconds: f64,
        ) -> impl FnOnce(&mut Measurements) {
            move |measured| {
                for _ in 0..2 {
                    measured.starts.note(page, network, start(milliseconds, 0));
                }
            }
        }

        for what in [
            "loads until ready, first start",
            "loads until ready, home with data",
            "loads until ready, must page",
            "ready, local, first start",
            "ready, local, must page",
            "ready, local, busy year",
            "ready, 1.6 Mbit/s and 150 ms, first start",
            "ready, 1.6 Mbit/s and 150 ms, must page",
            "ready, no network, first start",
            "ready, no network, home with data",
            "tap to paint, median",
            "tap to paint, worst",
            "busy year, tap to paint, median",
            "busy year, tap to paint, worst",
            "import of 13.0 MB, preview ",
            "import of 13.0 MB, preview, longest task",
            "import of 13.0 MB, import ",
            "import of 13.0 MB, import, longest task",
            "elements on the longest page",
            "busy year, characters kept",
            "busy year, one tap writes",
        ] {
            check(|_| (), what, "reaches its aim");
        }
        check(
            slower(Page::FirstStart, Network::Local, 120.0),
            "ready, local, first start",
            "within its bar",
        );
        check(
            slower(Page::MustItems, Network::Weak, 440.0),
            "ready, 1.6 Mbit/s and 150 ms, must page",
            "over by 10 %",
        );
        check(
            |all| all.taps.app.extend([1.0, 1.0, 101.0]),
            "tap to paint, worst",
            "over by 1 %",
        );
        check(
            |all| all.busy_year.bytes.push(8_800),
            "busy year, one tap writes",
            "over by 10 %",
        );
        check(|all| all.nodes.app = 900, "elements on", "within its bar");
        check(
            |all| all.import.import.seconds = 6.0,
            "import of 13.0 MB, import ",
            "over by 100 %",
        );
        check(
            |all| all.import.preview.longest_task = 90.0,
            "import of 13.0 MB, preview, longest task",
            "within its bar",
        );
    }

    #[test]
    fn a_year_that_takes_too_much_room_fails() {
        assert!(is_kept_in_room(&at_every_aim().busy_year).is_ok());
        let more = BusyYear {
            characters: MOST_CHARACTERS as u64 + 1,
            ..BusyYear::default()
        };
        assert!(is_kept_in_room(&more).is_err());
    }

    fn start(milliseconds: f64, bytes: u64) -> Start {
        Start {
            milliseconds,
            bytes,
        }
    }

    fn at_every_aim() -> Measurements {
        let mut starts = Starts::default();
        for (page, network, milliseconds, bytes) in [
            (Page::Floor, Network::Local, 100.0, 3_000),
            (Page::Floor, Network::Weak, 100.0, 3_000),
            (Page::FirstStart, Network::Local, 110.0, 0),
            (Page::FirstStart, Network::Weak, 200.0, 110_000),
            (Page::FirstStart, Network::None, 50.0, 0),
            (Page::MustItems, Network::Local, 120.0, 0),
            (Page::MustItems, Network::Weak, 300.0, 350_000),
            (Page::Home, Network::Weak, 200.0, 150_000),
            (Page::Home, Network::None, 50.0, 0),
            (Page::BusyYear, Network::Local, 150.0, 0),
        ] {
            starts.note(page, network, start(milliseconds, bytes));
        }
        let at_its_aim = Step {
            seconds: 1.0,
            longest_task: 50.0,
        };
        Measurements {
            starts,
            taps: Beside {
                app: vec![30.0],
                floor: vec![30.0],
                peer: None,
            },
            nodes: Beside {
                app: 880,
                floor: 1_352,
                peer: None,
            },
            busy_year: BusyYear {
                characters: 250_000,
                documents: 1,
                taps: vec![30.0],
                bytes: vec![8_000],
            },
            import: Import {
                bytes: 13_000_000,
                preview: at_its_aim,
                import: at_its_aim,
                is_taken: true,
            },
            efforts: [Effort::default(); 2],
        }
    }
}
