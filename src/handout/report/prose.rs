//! The paragraph of the report (情况综述), in plain official prose, short enough for a message in a
//! chat.
//!
//! It says what the tables say, and nothing more. Not here: the tables.

use super::{duties, lacking};
use crate::assessment::{BasicState, BasicsState, Standing, StarState};
use crate::handout::material::Material;
use crate::standard::Label;
use crate::text::list;

/// How many characters the paragraph has at most: what a chat shows without folding it.
pub const LONGEST: usize = 299;

/// How many names are said of a list; fewer where the paragraph would become too long.
const MOST_NAMES: usize = 3;

/// The paragraph, of [`LONGEST`] characters at most. Where names are long it says fewer of them,
/// and then leaves out what matters least.
pub fn paragraph(material: &Material) -> String {
    for names in (0..=MOST_NAMES).rev() {
        let text = material.language.of(["", " "]);
        let text = sentences(material, names, true).join(text);
        if text.chars().count() <= LONGEST {
            return text;
        }
    }
    let mut sentences = sentences(material, 0, false);
    let between = material.language.of(["", " "]);
    loop {
        let text = sentences.join(between);
        if text.chars().count() <= LONGEST || sentences.len() <= 1 {
            return text.chars().take(LONGEST).collect();
        }
        sentences.pop();
    }
}

/// The sentences, what matters most first. `with_titles` says the names of the organisation and of
/// the pack.
fn sentences(material: &Material, names: usize, with_titles: bool) -> Vec<String> {
    if material.pack.is_list_alone() {
        let of_list = [
            Some(opening(material, with_titles)),
            Some(duties::sentence(material)),
            rectifications(material),
        ];
        return of_list.into_iter().flatten().collect();
    }
    let all = [
        Some(opening(material, with_titles)),
        basics(material, names),
        stars(material, names),
        lacking(material, names),
        rectifications(material),
        vetoes(material),
    ];
    all.into_iter().flatten().collect()
}

fn opening(material: &Material, with_titles: bool) -> String {
    let (texts, words) = (material.texts(), &material.texts().report);
    let period = (texts.facts.quarter)(material.assessment.period);
    match with_titles {
        true => (words.prose_opening)(
            material.name(),
            material.language.say(&material.pack.title).to_owned(),
            period,
        ),
        false => (words.prose_opening_bare)(period),
    }
}

/// What the self-check came to, in a sentence or two.
pub(in crate::handout) fn result(material: &Material) -> String {
    if material.pack.is_list_alone() {
        return duties::sentence(material);
    }
    let said = [basics(material, MOST_NAMES), stars(material, MOST_NAMES)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    said.join(material.language.of(["", " "]))
}

/// How many indicators are due and met, and which basics are not. `None` where all that is asked
/// has points.
fn basics(material: &Material, names: usize) -> Option<String> {
    if material.pack.basics.is_empty() {
        return None;
    }
    let words = &material.texts().report;
    let outcome = &material.outcome;
    let count = |standing| {
        let basics = outcome.basics.iter();
        basics.map(|basic| basic.count(standing)).sum::<usize>()
    };
    let due = outcome
        .basics
        .iter()
        .map(|one| one.counted())
        .sum::<usize>();
    if due == 0 {
        return Some(words.prose_nothing_due.to_owned());
    }
    let name = || basics_name(material);
    let counts = (words.prose_counts)(
        name(),
        due,
        count(Standing::Met),
        [
            count(Standing::Partly),
            count(Standing::Unmet),
            count(Standing::Unchecked),
        ],
    );
    let of = |state| {
        let found = outcome.basics.iter().filter(|one| one.state == state);
        let titles = found.filter_map(|one| material.pack.basic(&one.key));
        let titles = titles.map(|one| material.language.say(&one.title).to_owned());
        named(titles.collect(), names, material)
    };
    let whole = match outcome.basics_state {
        // What is met by its share may have items that are not.
        BasicsState::Met | BasicsState::MetSoFar => {
            let is_by_share = count(Standing::Met) < due;
            let day = outcome.basics_state == BasicsState::MetSoFar;
            let day = day.then(|| super::as_of(material)).flatten();
            (words.prose_basics_met)(name(), day, is_by_share)
        }
        BasicsState::NothingDue => words.prose_nothing_due.to_owned(),
        BasicsState::Unmet if !outcome.basics_vetoed_by.is_empty() => {
            (words.prose_basics_vetoed)(name())
        }
        BasicsState::Unmet => (words.prose_basics_unmet)(of(BasicState::Unmet)),
        BasicsState::Incomplete => (words.prose_basics_open)(of(BasicState::Incomplete)),
    };
    Some(format!("{counts}{whole}"))
}

/// What the parts without points are called: the five basics, or by the pack's own name.
fn basics_name(material: &Material) -> String {
    match material.pack.calls_them_five_basics() {
        true => material.texts().report.prose_five_basics.to_owned(),
        false => own_name(&material.pack.names.basics, material),
    }
}

fn own_name(name: &Label, material: &Material) -> String {
    material.language.say(name).to_owned()
}

/// The points, and which stars are won. `None` where no points are published.
fn stars(material: &Material, names: usize) -> Option<String> {
    let words = &material.texts().report;
    let outcome = &material.outcome;
    if outcome.sum_maximum == 0 {
        return None;
    }
    let won = outcome
        .stars
        .iter()
        .filter(|one| one.state == StarState::Won);
    let titles = won.filter_map(|one| material.pack.star(&one.key));
    let titles: Vec<String> = titles
        .map(|one| material.language.say(&one.title).to_owned())
        .collect();
    // Where a disqualifier lets fewer count, the names of all would say too much.
    let is_limited = outcome.stars_counted < outcome.stars_won;
    let said = match is_limited || titles.len() > names {
        true => String::new(),
        false => list(titles, material.language),
    };
    let pack = &material.pack;
    let (name, won) = match pack.calls_them_stars() {
        true => (words.prose_five_stars.to_owned(), words.prose_stars_won),
        false => (own_name(&pack.names.stars, material), words.prose_parts_won),
    };
    let score = (words.prose_stars)(
        name,
        pack.points(outcome.sum),
        pack.points(outcome.sum_maximum),
        won(outcome.stars_counted, said),
    );
    let number = |state: StarState| {
        let stars = outcome.stars.iter();
        stars.filter(|one| one.state == state).count()
    };
    let rest = (words.prose_rest)(
        pack.calls_them_stars(),
        number(StarState::Frozen),
        number(StarState::Incomplete),
        number(StarState::NotDue),
    );
    Some(score + &rest)
}

/// What falls short. `None` while not everything was looked at and nothing was found.
fn lacking(material: &Material, names: usize) -> Option<String> {
    let words = &material.texts().report;
    let lacking = lacking::names(material);
    if lacking.is_empty() {
        let left = material.outcome.progress(&material.pack).left();
        return (left == 0).then(|| words.prose_nothing_lacking.to_owned());
    }
    Some((words.prose_lacking)(named(lacking, names, material)))
}

/// How many rectifications there are, and how they stand. `None` if there are none.
fn rectifications(material: &Material) -> Option<String> {
    let words = &material.texts().report;
    let all = material.ledger.rectifications.values();
    let of_period = all.filter(|one| super::rectifications::is_of_period(one, material));
    let (mut all, mut closed, mut overdue) = (0, 0, 0);
    for one in of_period {
        all += 1;
        closed += usize::from(one.closed_on.is_some());
        overdue += usize::from(one.is_overdue(material.today));
    }
    (all > 0).then(|| (words.prose_rectifications)(all, closed, overdue))
}

/// How many disqualifiers were not looked at. `None` if all were.
fn vetoes(material: &Material) -> Option<String> {
    let words = &material.texts().report;
    let open = material.outcome.vetoes_open();
    (open > 0).then(|| (words.vetoes_open)(open))
}

/// The first of these names, with how many there are where more are not said.
fn named(all: Vec<String>, names: usize, material: &Material) -> String {
    let words = &material.texts().report;
    let count = all.len();
    if names == 0 {
        return (words.prose_number)(count);
    }
    let said = list(all.into_iter().take(names), material.language);
    match count > names {
        true => (words.prose_and_more)(said, count),
        false => said,
    }
}
