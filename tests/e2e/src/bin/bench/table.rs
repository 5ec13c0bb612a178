//! The table of the report (表): one line for each thing that was measured, beside the floor, a
//! peer, what it may come to (the bar) and what it is meant to come to (the aim).
//!
//! Not here: what is measured and what the bars are (`report`).

use std::fmt;
use std::fmt::Write;

/// What a figure is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Milliseconds.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Bytes, told in thousands of them.
    Bytes,
    /// Things that are counted.
    Number,
}

/// What a figure is held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Held {
    /// Against nothing.
    Free,
    /// Against so many times the floor: bar and aim.
    TimesTheFloor(f64, f64),
    /// Against a figure in its own unit: bar and aim.
    AFigure(f64, f64),
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What was measured.
    pub what: String,
    /// Of the app; `NAN` where it could not be measured.
    pub app: f64,
    /// Of the floor, where it has any.
    pub floor: Option<f64>,
    /// Of the peer.
    pub peer: Option<f64>,
    /// What these are told in.
    pub unit: Unit,
    /// What the app's is held against.
    pub held: Held,
}

impl Line {
    /// By how many times the app takes longer than the floor. What is no time has its own bar, and
    /// says nothing beside a page that does nothing.
    fn ratio(&self) -> Option<f64> {
        let is_time = matches!(self.unit, Unit::Milliseconds | Unit::Seconds);
        self.floor.filter(|_| is_time).map(|floor| self.app / floor)
    }

    /// Whether it reaches its aim, is within its bar, or is over that and by how much.
    fn verdict(&self) -> String {
        let (found, bar, aim) = match self.held {
            Held::Free => return String::new(),
            Held::AFigure(bar, aim) => (self.app, bar, aim),
            Held::TimesTheFloor(bar, aim) => (self.ratio().unwrap_or(f64::NAN), bar, aim),
        };
        if found <= aim {
            "reaches its aim".to_owned()
        } else if found <= bar {
            "within its bar".to_owned()
        } else if found.is_nan() {
            "not measured".to_owned()
        } else {
            format!("over by {:.0} %", (found / bar - 1.0) * 100.0)
        }
    }

    fn cells(&self) -> [String; 8] {
        let told = |figure: Option<f64>| figure.map_or_else(String::new, |one| self.unit.tell(one));
        let times = |ratio: f64| format!("{ratio:.2}×");
        let [bar, aim] = match self.held {
            Held::Free => [String::new(), String::new()],
            Held::TimesTheFloor(bar, aim) => [bar, aim].map(|ratio| format!("{ratio}×")),
            Held::AFigure(bar, aim) => [bar, aim].map(|figure| self.unit.tell(figure)),
        };
        [
            self.what.clone(),
            told(Some(self.app)),
            told(self.floor),
            told(self.peer),
            self.ratio().map_or_else(String::new, times),
            bar,
            aim,
            self.verdict(),
        ]
    }
}

impl Unit {
    fn tell(self, figure: f64) -> String {
        if figure.is_nan() {
            return "–".to_owned();
        }
        match self {
            Self::Milliseconds => format!("{figure:.0} ms"),
            Self::Seconds => format!("{figure:.1} s"),
            Self::Bytes => format!("{:.1} kB", figure / 1_000.0),
            Self::Number => format!("{figure:.0}"),
        }
    }
}

/// Lines under their headings.
pub struct Table(pub Vec<Line>);

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headings = ["", "app", "floor", "peer", "ratio", "bar", "aim", "verdict"];
        let lines = self.0.iter().map(Line::cells);
        let rows: Vec<[String; 8]> = std::iter::once(headings.map(str::to_owned))
            .chain(lines)
            .collect();
        let has_peer = self.0.iter().any(|line| line.peer.is_some());
        for row in &rows {
            let mut text = String::new();
            for (column, cell) in row.iter().enumerate() {
                if column == 3 && !has_peer {
                    continue;
                }
                let lengths = rows.iter().map(|row| row[column].chars().count());
                let width = lengths.max().unwrap_or(0);
                // Words begin, and figures end, under one another.
                if column == 0 || column == row.len() - 1 {
                    write!(text, "{cell:<width$}  ")?;
                } else {
                    write!(text, "{cell:>width$}  ")?;
                }
            }
            writeln!(formatter, "{}", text.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: Line = Line {
        what: String::new(),
        app: 24.0,
        floor: Some(20.0),
        peer: None,
        unit: Unit::Milliseconds,
        held: Held::TimesTheFloor(1.5, 1.2),
    };

    #[test]
    fn bars_and_aims_are_for_the_ratio_or_for_the_figure() {
        fn check(app: f64, held: Held, expected: &str) {
            assert_eq!(Line { app, held, ..LINE }.verdict(), expected);
        }

        let times = Held::TimesTheFloor(1.5, 1.2);
        check(24.0, times, "reaches its aim");
        check(25.0, times, "within its bar");
        check(30.0, times, "within its bar");
        check(33.0, times, "over by 10 %");
        check(f64::NAN, times, "not measured");
        let figure = Held::AFigure(100.0, 50.0);
        check(50.0, figure, "reaches its aim");
        check(51.0, figure, "within its bar");
        check(150.0, figure, "over by 50 %");
        check(150.0, Held::Free, "");
    }

    #[test]
    fn a_column_is_as_wide_as_its_widest_cell() {
        fn check(lines: Vec<Line>, expected: &str) {
            assert_eq!(Table(lines).to_string(), expected);
        }

        let named = Line {
            what: "tap to paint".to_owned(),
            ..LINE
        };
        check(
            vec![named.clone()],
            "                app  floor  ratio   bar   aim  verdict\n\
             tap to paint  24 ms  20 ms  1.20×  1.5×  1.2×  reaches its aim\n",
        );
        let bytes = Line {
            what: "loads".to_owned(),
            app: 12_340.0,
            floor: None,
            peer: Some(500_000.0),
            unit: Unit::Bytes,
            held: Held::Free,
        };
        check(
            vec![named, bytes],
            "                  app  floor      peer  ratio   bar   aim  verdict\n\
             tap to paint    24 ms  20 ms            1.20×  1.5×  1.2×  reaches its aim\n\
             loads         12.3 kB         500.0 kB\n",
        );
    }
}
