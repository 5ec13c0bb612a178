//! Where the organisation stands, in one sentence (一句话).
//!
//! Home and the result say the same. Not here: how that is found out (`assessment::Situation`).

use crate::assessment::{BasicsReached, Situation, StarsReached, ToAllStars};
use crate::standard::StandardPack;
use crate::text::{Language, Texts};
use crate::ui::speech::say;
use leptos::prelude::*;

/// Where the organisation stands. It breaks between its clauses first, wherever a line ends.
pub fn sentence(situation: &Situation, pack: &StandardPack, language: Language) -> AnyView {
    let (clauses, sign) = (
        clauses(situation, pack, language),
        language.texts().home.and,
    );
    let last = clauses.len().saturating_sub(1);
    let clauses = clauses.into_iter().enumerate().map(|(index, clause)| {
        let sign = if index < last { sign } else { "" };
        let space = (sign.trim_end() != sign).then_some(" ");
        view! {
            <span class="unbroken">{clause}{sign.trim_end()}</span>
            {space}
        }
    });
    clauses.collect_view().into_any()
}

fn clauses(situation: &Situation, pack: &StandardPack, language: Language) -> Vec<String> {
    let texts = language.texts();
    let words = &texts.home;
    match situation {
        Situation::ListAlone => vec![words.list_alone.to_owned()],
        Situation::Untouched { musts: 0, all } => vec![(words.untouched)(*all)],
        Situation::Untouched { musts, .. } => vec![(words.untouched_musts)(*musts)],
        Situation::Open {
            left,
            musts_met: Some(musts),
            ..
        } => vec![(words.musts_met)(*musts), (words.left)(*left)],
        Situation::Open { left, stars, .. } => {
            let then = match stars {
                true if !pack.calls_them_stars() => words.left_decides_parts,
                true => words.left_decides_stars,
                false => words.left_decides_basics,
            };
            vec![(words.left)(*left), then.to_owned()]
        }
        Situation::Vetoed { basics: true } if !pack.calls_them_five_basics() => {
            let name = say(&pack.names.basics, language);
            vec![(words.vetoed_basics_named)(name)]
        }
        Situation::Vetoed { basics: true } => vec![words.vetoed_basics.to_owned()],
        Situation::Vetoed { basics: false } if !pack.calls_them_stars() => {
            vec![words.vetoed_parts.to_owned()]
        }
        Situation::Vetoed { basics: false } => vec![words.vetoed_stars.to_owned()],
        Situation::Unmet { basics, stars } => {
            let named = basics.first().and_then(|key| pack.basic(key));
            let unmet = match (&basics[..], named) {
                ([_], Some(basic)) => (words.unmet_one)(say(&basic.title, language)),
                _ if pack.calls_them_five_basics() => (words.unmet)(basics.len()),
                _ => (words.parts_unmet)(basics.len()),
            };
            with_stars(unmet, *stars, pack, texts)
        }
        Situation::Reached { basics, stars } => {
            let reached = match basics {
                Some(_) if !pack.calls_them_five_basics() => {
                    let name = say(&pack.names.basics, language);
                    return with_stars((words.basics_met_named)(name), *stars, pack, texts);
                }
                Some(BasicsReached::Met) => texts.result.basics_met,
                Some(BasicsReached::MetSoFar) => texts.result.basics_met_so_far,
                None => texts.result.basics_nothing_due,
            };
            with_stars(reached.to_owned(), *stars, pack, texts)
        }
    }
}

fn with_stars(
    basics: String,
    stars: Option<StarsReached>,
    pack: &StandardPack,
    texts: &Texts,
) -> Vec<String> {
    let words = &texts.home;
    let mut parts = vec![basics];
    let Some(StarsReached {
        counted,
        of,
        to_all,
    }) = stars
    else {
        return parts;
    };
    let one = if pack.calls_them_stars() {
        words.stars
    } else {
        words.parts
    };
    match to_all {
        ToAllStars::Won if !pack.calls_them_stars() => parts.push((words.parts_all)(of)),
        ToAllStars::Won => parts.push((words.stars_all)(of)),
        ToAllStars::Points(points) => {
            parts.push(one(counted));
            let points = pack.points(points);
            parts.push(match pack.calls_them_stars() {
                true => (words.stars_missing)(of, points),
                false => (words.parts_missing)(points),
            });
        }
        ToAllStars::Unknown => parts.push(one(counted)),
    }
    parts
}
