//! What both sides say of an item, in words.
//!
//! Not here: the words themselves (`text`).

use crate::ledger::Found;
use crate::review::{Part, Said};
use crate::standard::{ItemId, PointsUnit, StandardPack};
use crate::text::answers::veto_word;
use crate::text::{Language, Texts};
use crate::ui::speech::{item_name, say};

/// What the organisation says of an item.
pub fn said_words(said: Said, unit: PointsUnit, texts: &Texts) -> String {
    let (common, assess) = (&texts.common, &texts.assess);
    match said {
        Said::Standing(standing) => common.standing(standing).to_owned(),
        Said::Points(Some(points), most) => (assess.points)(unit.of(points), unit.of(most)),
        Said::Points(None, _) | Said::Veto(None) => common.standing_unchecked.to_owned(),
        Said::Veto(Some(answer)) => veto_word(answer, texts).to_owned(),
        Said::Nothing => String::new(),
    }
}

/// What whoever checks found.
pub fn found_words(found: Option<Found>, unit: PointsUnit, texts: &Texts) -> String {
    match found {
        Some(found) => texts
            .review
            .finding(found, |n| (texts.answers.points_of)(unit.of(n))),
        None => texts.review.not_reviewed.to_owned(),
    }
}

/// What an item is called: a veto by what it is about.
pub fn title_of(pack: &StandardPack, item: Option<&ItemId>, language: Language) -> String {
    match item {
        Some(item) => item_name(pack, item, language),
        None => language.texts().review.whole.to_owned(),
    }
}

/// What a part of the pack is called.
pub fn part_title(pack: &StandardPack, part: &Part, language: Language) -> String {
    let title = match part {
        Part::Basic(key) => pack.basic(key).map(|one| say(&one.title, language)),
        Part::Star(key) => pack.star(key).map(|one| say(&one.title, language)),
        Part::Vetoes => Some(language.texts().review.vetoes.to_owned()),
    };
    title.unwrap_or_default()
}
