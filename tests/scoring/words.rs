//! How tests write what came out.

use wuxing::assessment::{
    BasicState, Basis, IndicatorResult, ScoredBasis, ScoredResult, Standing, StarState, WayToStar,
};
use wuxing::standard::ItemId;

/// The word for a standing.
pub fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Met => "met",
        Standing::Partly => "partly",
        Standing::Unmet => "unmet",
        Standing::Unchecked => "unchecked",
        Standing::NotApplicable => "not applicable",
        Standing::NotDue => "not due",
        Standing::Off => "off",
    }
}

/// The word for the state of a basic.
pub fn basic_word(state: BasicState) -> &'static str {
    match state {
        BasicState::Met => "met",
        BasicState::MetSoFar => "met so far",
        BasicState::Unmet => "unmet",
        BasicState::Incomplete => "incomplete",
        BasicState::NothingDue => "nothing due",
    }
}

/// The word for the state of a star.
pub fn star_word(state: StarState) -> &'static str {
    match state {
        StarState::Won => "won",
        StarState::NotWon => "not won",
        StarState::Incomplete => "incomplete",
        StarState::NotDue => "not due",
        StarState::Frozen => "frozen",
        StarState::Named => "named",
        StarState::NotApplicable => "not applicable",
    }
}

/// Ids joined by spaces, for comparing.
pub fn joined<'a>(ids: impl IntoIterator<Item = &'a ItemId>) -> String {
    ids.into_iter()
        .map(|id| id.0.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// How an indicator stands, and why.
pub fn indicator_words(result: &IndicatorResult) -> String {
    let basis = match &result.basis {
        Basis::Open => "open".to_owned(),
        Basis::Answered => "answered".to_owned(),
        Basis::Carried(period) => format!("carried from {period}"),
        Basis::Counted { done, due, own_due } => {
            format!("{done} of {due}{}", if *own_due { " (own)" } else { "" })
        }
        Basis::Ledger(found) => {
            let (done, due, records) = (found.done, found.due, found.by.len());
            format!("{done} of {due} (from {records} records)")
        }
        Basis::Facts(facts) => format!("{facts:?}"),
        Basis::TermRunsUntil(end) => format!("term runs until {end}"),
        Basis::TermExpired(end) => format!("term expired {end}"),
    };
    format!("{}, {basis}", standing_word(result.standing))
}

/// The points of a scored indicator, and where they come from.
pub fn scored_words(result: &ScoredResult) -> String {
    let points = result.points.map(|points| points.to_string());
    let points = points.unwrap_or_else(|| format!("up to {}", result.within_reach));
    let mut words = match &result.basis {
        ScoredBasis::Open => format!("{points}, open"),
        ScoredBasis::NotDue => format!("{points}, not due"),
        ScoredBasis::Answered => format!("{points}, answered"),
        ScoredBasis::Derived => format!("{points}, derived"),
        ScoredBasis::Overridden => {
            format!("{points}, overridden from {}", result.derived.unwrap())
        }
        ScoredBasis::Limited { chosen } => format!("{points}, limited from {chosen}"),
        ScoredBasis::Awaiting(open) => format!("{points}, awaiting {}", joined(open)),
    };
    if !result.held_back_by.is_empty() {
        words = format!("{words}, held back by {}", joined(&result.held_back_by));
    }
    words
}

/// The shortest way to a star; `?` marks what is only to be answered.
pub fn way_words(way: Option<&WayToStar>) -> String {
    match way {
        None => "none needed".to_owned(),
        Some(WayToStar::OutOfReach) => "out of reach".to_owned(),
        Some(WayToStar::RuledOutBy(vetoes)) => format!("ruled out by {}", joined(vetoes)),
        Some(WayToStar::Fewest(steps)) => {
            let steps = steps.iter().map(|step| {
                let open = if step.open { "?" } else { "" };
                let mut words = format!("{}+{}{open}", step.id, step.gain);
                if !step.through.is_empty() {
                    words = format!("{words} through {}", joined(&step.through));
                }
                words
            });
            steps.collect::<Vec<_>>().join(", ")
        }
    }
}
