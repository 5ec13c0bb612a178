//! The ways in which the app starts (启动方式), and sets of them: what is loaded before its page stands
//! differs from one to the other.
//!
//! Not here: which function runs at which of them (`start_profile`), and which module has what
//! (`cut`).

use std::fmt;

/// A way in which the app starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Start {
    /// The very first one, with nothing on the device.
    First,
    /// At home, with data on the device.
    Home,
    /// At a page of questions, with data.
    Questions,
    /// At another page that is often opened, with data.
    Opened,
    /// With a standard of the user's own (本县的标准) on the device: beside one of the three with data,
    /// of which it needs all as well.
    Own,
}

impl Start {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::First,
        Self::Home,
        Self::Questions,
        Self::Opened,
        Self::Own,
    ];

    /// The word for it in names of files and in `public/needed.js`.
    pub fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Home => "home",
            Self::Questions => "questions",
            Self::Opened => "opened",
            Self::Own => "own",
        }
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Some of the ways in which the app starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Starts(u8);

impl Starts {
    /// All of them.
    pub const ALL: Self = Self(0b1_1111);

    /// These.
    pub fn of(starts: &[Start]) -> Self {
        Self(starts.iter().fold(0, |bits, one| bits | one.bit()))
    }

    /// Whether this one is among them.
    pub fn has(self, start: Start) -> bool {
        self.0 & start.bit() != 0
    }

    /// Those that are here or there.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are here and there.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether all of the others are among them.
    pub fn includes(self, other: Self) -> bool {
        self.or(other) == self
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Start> {
        Start::ALL.into_iter().filter(move |one| self.has(*one))
    }
}

/// Their words with a hyphen between them.
impl fmt::Display for Starts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = self.iter().map(Start::word).collect();
        formatter.write_str(&words.join("-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_starts_are_sets() {
        let all = (0..32).map(Starts);
        for one in all.clone() {
            let listed: Vec<Start> = one.iter().collect();
            assert_eq!(Starts::of(&listed), one);
            assert_eq!(one.count() as usize, listed.len());
            assert_eq!(one.is_empty(), listed.is_empty());
            for other in all.clone() {
                let both = one.or(other);
                assert!(both.includes(one) && both.includes(other));
                assert!(one.includes(one.and(other)));
                assert_eq!(one.includes(other), one.and(other) == other);
            }
        }
        assert_eq!(Starts::ALL.to_string(), "first-home-questions-opened-own");
    }
}
