//! What is said of the parts of a standard, by what it calls them: stars and five basics (五星、五基),
//! or parts that are enough and parts that are met (部分).
//!
//! Not here: why one part stands as it does (`reason_words`).

use super::{Language, list};
use crate::assessment::{AllStars, Threshold};
use crate::standard::{Label, Points, StandardPack, Star, VetoEffect};

fn name_of(label: &Label, language: Language) -> String {
    language.say(label).to_owned()
}

/// How many items the two kinds of parts have, by name.
pub fn items_counted(pack: &StandardPack, language: Language) -> String {
    let texts = language.texts();
    let basics = pack.indicators().count();
    let scored = pack.stars.iter().map(|star| star.indicators.len()).sum();
    if pack.calls_them_five_basics() && pack.calls_them_stars() {
        return (texts.standard.counts)(basics, scored);
    }
    let all = [(&pack.names.basics, basics), (&pack.names.stars, scored)];
    let all = all.into_iter().filter(|(_, count)| *count > 0);
    let all = all.map(|(name, count)| (texts.other_names.items_of)(name_of(name, language), count));
    list(all, language)
}

/// What a veto does where there is such a case.
pub fn veto_effect(effect: &VetoEffect, pack: &StandardPack, language: Language) -> String {
    let texts = language.texts();
    let (words, others) = (&texts.assess, &texts.other_names);
    let (stars, five) = (pack.calls_them_stars(), pack.calls_them_five_basics());
    match effect {
        VetoEffect::FreezeAllStars if stars => words.veto_effect_all.to_owned(),
        VetoEffect::FreezeAllStars => others.effect_all.to_owned(),
        VetoEffect::FreezeStars(keys) => {
            let stars = keys.iter().filter_map(|key| pack.star(key));
            let names = stars.map(|star| name_of(&star.title, language));
            (words.veto_effect_stars)(list(names, language))
        }
        VetoEffect::AtMostStars(most) if stars => (words.veto_effect_limit)(*most),
        VetoEffect::AtMostStars(most) => (others.effect_limit)(*most),
        VetoEffect::BasicsUnmet if five => words.veto_effect_basics.to_owned(),
        VetoEffect::BasicsUnmet => (others.effect_basics)(name_of(&pack.names.basics, language)),
        VetoEffect::GradeAtBest(place) => {
            let place = usize::try_from(*place).ok();
            let grade = place.and_then(|place| pack.award.grades.get(place));
            let name = grade.map(|grade| name_of(&grade.title, language));
            (words.veto_effect_grade)(name.unwrap_or_default())
        }
    }
}

/// What the vetoes of a pack do, in one line.
pub fn vetoes_hint(pack: &StandardPack, language: Language) -> String {
    let texts = language.texts();
    let words = &texts.assess;
    let touch_basics = pack
        .vetoes
        .iter()
        .any(|veto| veto.effect == VetoEffect::BasicsUnmet);
    match (pack.vetoes_touch_stars(), touch_basics) {
        (true, _) if pack.calls_them_stars() => words.vetoes_hint.to_owned(),
        (true, _) => words.vetoes_hint_parts.to_owned(),
        (false, true) if pack.calls_them_five_basics() => words.vetoes_hint_basics.to_owned(),
        (false, true) => (words.vetoes_hint_named)(name_of(&pack.names.basics, language)),
        (false, false) => words.vetoes_hint_grade.to_owned(),
    }
}

/// How many points a part has, and how many are enough.
pub fn points_of_part(star: &Star, pack: &StandardPack, language: Language) -> String {
    let texts = language.texts();
    let line = match pack.calls_them_stars() {
        true => texts.standard.star_line,
        false => texts.other_names.part_line,
    };
    let pass = star.pass.unwrap_or(pack.award.star_pass);
    line(pack.points(star.maximum), pack.points(pass))
}

/// What speaks to a part without points.
pub fn related(names: String, pack: &StandardPack, language: Language) -> String {
    let texts = language.texts();
    match pack.calls_them_five_basics() {
        true => (texts.standard.related)(names),
        false => (texts.other_names.related)(names),
    }
}

/// That a part has no points, and the heading of what speaks to it.
pub fn named_alone(pack: &StandardPack, language: Language) -> (&'static str, &'static str) {
    let texts = language.texts();
    let (words, others) = (&texts.assess, &texts.other_names);
    match pack.calls_them_five_basics() {
        true => (words.named_hint, words.named_related),
        false => (others.named_hint, others.named_related),
    }
}

/// When a part without points is met.
pub fn rule_of_basics(pack: &StandardPack, language: Language) -> String {
    let texts = language.texts();
    let met = pack.judgement.basic_met_percent;
    let partly = pack.judgement.partly_weight_percent;
    match pack.calls_them_five_basics() {
        true => (texts.standard.rule_basic)(met, partly),
        false => {
            let name = name_of(&pack.names.basics, language);
            (texts.other_names.rule_basic)(name, met, partly)
        }
    }
}

/// From how many points on a part is won or enough: once where it is the same for all, else for
/// each. `None` if none has points.
pub fn rule_of_points(pack: &StandardPack, language: Language) -> Option<String> {
    let texts = language.texts();
    let (words, others) = (&texts.standard, &texts.other_names);
    let (one_for_all, own) = match pack.calls_them_stars() {
        true => (words.rule_star, words.rule_stars),
        false => (others.rule_part, others.rule_parts),
    };
    let scored = pack.stars.iter().filter(|star| star.is_scored());
    let pass = |star: &Star| star.pass.unwrap_or(pack.award.star_pass);
    let first = scored.clone().next()?;
    let alike = |star: &Star| (pass(star), star.maximum) == (pass(first), first.maximum);
    if scored.clone().all(alike) {
        return Some(one_for_all(pack.points(pass(first))));
    }
    let each = scored.map(|star| {
        let name = name_of(&star.title, language);
        (words.rule_star_one)(name, pack.points(pass(star)), pack.points(star.maximum))
    });
    Some(own(list(each, language)))
}

/// What the whole needs besides, and what has to be reached first; a line each.
pub fn rules_of_the_whole(pack: &StandardPack, language: Language) -> Vec<String> {
    let texts = language.texts();
    let (words, others) = (&texts.standard, &texts.other_names);
    let (sum_rule, first_rule) = match pack.calls_them_stars() {
        true => (words.rule_sum, words.rule_first),
        false => (others.rule_sum, others.rule_first),
    };
    let sum = pack.award.all_stars_sum;
    let sum = sum.map(|sum| sum_rule(pack.points(sum)));
    let first = pack.award.first_star.as_ref();
    let first = first.and_then(|key| pack.star(key));
    let first = first.map(|star| first_rule(name_of(&star.title, language)));
    sum.into_iter().chain(first).collect()
}

/// What a threshold is for.
pub fn threshold(threshold: Threshold, pack: &StandardPack, language: Language) -> &'static str {
    let texts = language.texts();
    let (words, others) = (&texts.standard, &texts.other_names);
    let (stars, five) = (pack.calls_them_stars(), pack.calls_them_five_basics());
    match threshold {
        Threshold::CountPartlyPercent => words.threshold_count,
        Threshold::BasicMetPercent if five => words.threshold_basic,
        Threshold::BasicMetPercent => others.threshold_basic,
        Threshold::StarPass if stars => words.threshold_star,
        Threshold::StarPass => others.threshold_part,
        Threshold::AllStarsSum if stars => words.threshold_sum,
        Threshold::AllStarsSum => others.threshold_sum,
    }
}

/// What becomes of a part when one of its items is switched off.
pub fn item_off_hint(pack: &StandardPack, language: Language) -> &'static str {
    let texts = language.texts();
    match pack.calls_them_stars() {
        true => texts.standard.star_off_hint,
        false => texts.other_names.part_off_hint,
    }
}

/// The headings of two comparisons: of shares met, and of points.
pub fn compared(pack: &StandardPack, language: Language) -> (&'static str, &'static str) {
    let texts = language.texts();
    let (words, others) = (&texts.history, &texts.other_names);
    let shares = match pack.calls_them_five_basics() {
        true => words.compare_basics,
        false => others.compare_basics,
    };
    let scores = match pack.calls_them_stars() {
        true => words.compare_stars,
        false => others.compare_parts,
    };
    (shares, scores)
}

/// What must-items are.
pub fn must_hint(pack: &StandardPack, language: Language) -> &'static str {
    let texts = language.texts();
    match pack.calls_them_five_basics() {
        true => texts.assess.must_hint,
        false => texts.other_names.must_hint,
    }
}

/// That so many others are still to be looked at.
pub fn must_others(left: usize, pack: &StandardPack, language: Language) -> String {
    let texts = language.texts();
    match pack.calls_them_five_basics() {
        true => (texts.assess.must_others)(left),
        false => (texts.other_names.must_others)(left),
    }
}

/// How the whole stands where it needs a sum besides. `None` where it is not offered.
pub fn the_whole(
    whole: AllStars,
    needed: Points,
    pack: &StandardPack,
    language: Language,
) -> Option<String> {
    let texts = language.texts();
    let (words, others) = (&texts.result, &texts.other_names);
    let stars = pack.calls_them_stars();
    let said = match whole {
        AllStars::Won if stars => words.all_stars_won,
        AllStars::Won => others.all_won,
        AllStars::NotWon if stars => words.all_stars_not,
        AllStars::NotWon => others.all_not,
        AllStars::Incomplete if stars => words.all_stars_open,
        AllStars::Incomplete => others.all_open,
        AllStars::NotOffered => return None,
    };
    Some(said(needed))
}

/// That a veto lets fewer parts count than are reached.
pub fn limited(won: u32, most: u32, pack: &StandardPack, language: Language) -> String {
    let texts = language.texts();
    match pack.calls_them_stars() {
        true => (texts.result.stars_limited)(won, most),
        false => (texts.other_names.limited)(won, most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::{OrganizationType, VetoEffect, built_in};

    /// The standard of a village with names of its own for its parts, as a county's has them.
    fn with_other_names() -> StandardPack {
        let mut pack = built_in(OrganizationType::Village).unwrap();
        let named = |zh: &str, en: &str| Label {
            zh: zh.to_owned(),
            en: Some(en.to_owned()),
        };
        pack.names.basics = named("基本要求", "Requirements");
        pack.names.stars = named("考核项目", "Scored");
        for (place, star) in pack.stars.iter_mut().enumerate() {
            star.title = named(&format!("项目{place}"), &format!("Item {place}"));
        }
        pack
    }

    /// Everything that is said here of a pack.
    fn all(pack: &StandardPack, language: Language) -> Vec<String> {
        let point = pack.points(1_000);
        let keys = pack.stars.iter().map(|star| star.key.clone()).collect();
        let effects = [
            VetoEffect::FreezeAllStars,
            VetoEffect::FreezeStars(keys),
            VetoEffect::AtMostStars(2),
            VetoEffect::BasicsUnmet,
            VetoEffect::GradeAtBest(0),
        ];
        let mut said: Vec<String> = effects
            .iter()
            .map(|effect| veto_effect(effect, pack, language))
            .collect();
        // What the vetoes touch decides what is said of them.
        for effect in effects {
            let mut pack = pack.clone();
            pack.vetoes.truncate(1);
            pack.vetoes[0].effect = effect;
            said.push(vetoes_hint(&pack, language));
        }
        let whole = [AllStars::Won, AllStars::NotWon, AllStars::Incomplete];
        said.extend(
            whole
                .iter()
                .filter_map(|one| the_whole(*one, point, pack, language)),
        );
        said.extend(Threshold::ALL.map(|one| threshold(one, pack, language).to_owned()));
        let mut uneven = pack.clone();
        uneven.stars[0].pass = Some(1);
        uneven.award.first_star = Some(uneven.stars[0].key.clone());
        for pack in [pack, &uneven] {
            said.extend(rule_of_points(pack, language));
            said.extend(rules_of_the_whole(pack, language));
        }
        let (hint, heading) = named_alone(pack, language);
        let (shares, scores) = compared(pack, language);
        said.extend([hint, heading, shares, scores].map(str::to_owned));
        said.extend([
            items_counted(pack, language),
            points_of_part(&pack.stars[0], pack, language),
            related("A".to_owned(), pack, language),
            rule_of_basics(pack, language),
            item_off_hint(pack, language).to_owned(),
            must_hint(pack, language).to_owned(),
            must_others(2, pack, language),
            limited(3, 2, pack, language),
        ]);
        said
    }

    /// A county's parts were once called stars where nobody calls them so.
    #[test]
    fn nothing_speaks_of_stars_where_there_are_none() {
        for language in Language::ALL {
            for text in all(&with_other_names(), language) {
                let lower = text.to_lowercase();
                let is_free = !["星", "五基", "个基", "一颗", "basic", "star"]
                    .iter()
                    .any(|word| lower.contains(word));
                assert!(is_free, "{text}");
                assert!(!text.is_empty());
            }
        }
    }

    #[test]
    fn stars_and_basics_are_called_so_where_the_pack_does() {
        let pack = built_in(OrganizationType::Village).unwrap();
        let said = all(&pack, Language::Chinese).join("\n");
        for expected in [
            "五基指标",
            "如有：各星都暂不认定",
            "一颗星：80 分以上得星",
            "五星全得",
            "各星得分",
        ] {
            assert!(said.contains(expected), "{expected}: {said}");
        }
    }
}
