//! The standard pack that comes of a draft (成包). Whatever the draft, it is a sound pack.
//!
//! Not here: recognising what the table says (`reading`).

use super::beside::{bonuses, grades_in, vetoes};
use super::draft::{Draft, Head};
use super::found::{Found, Reading, Section};
use super::scoring::Way;
use crate::period::{CivilDate, Frequency};
use crate::standard::{
    AnswerKind, AwardRule, Band, Basic, Certainty, Checklist, Deduction, Grade, Indicator, ItemId,
    Judgement, Label, OrganizationType, PartNames, PointsUnit, Rule, ScoredIndicator, StandardPack,
    Star,
};

/// From how many percent of its points on a part is reached where neither the table nor the user
/// says so; the pack marks it as a suggestion.
pub const PASS_WHERE_NOTHING_IS_SAID: u32 = 60;

/// The id of the only source, which is the table itself.
const SOURCE: &str = "R1";

/// The pack of a draft. `id` and `version` are its own, `day` is when it is issued.
pub fn pack_of(
    draft: &Draft,
    reading: &Reading,
    id: &str,
    version: &str,
    organization: OrganizationType,
    day: CivilDate,
) -> StandardPack {
    let head = &draft.head;
    let title = standard_title(head, reading);
    let grades = grades_in(draft);
    let said = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let issuer = said(&head.issuer).unwrap_or_else(|| "本地".to_owned());
    StandardPack {
        id: id.to_owned(),
        version: version.to_owned(),
        title: label(&title),
        issuer: label(&issuer),
        scope: label(&said(&head.made_for).unwrap_or_else(|| issuer.clone())),
        disclaimer: label("自查参考，以本地正式文件为准"),
        verified_on: day,
        organization,
        points_unit: PointsUnit::Tenths,
        made_for: said(&head.made_for).map(|text| label(&text)),
        published_in: said(&head.published_in),
        issued_on: Some(day),
        begun_from: None,
        theme: None,
        names: PartNames {
            basics: label("基本要求"),
            stars: label("考核项目"),
        },
        groupings: Vec::new(),
        rules: vec![Rule {
            id: SOURCE.to_owned(),
            document: title,
            article: None,
            gist: said(&head.published_in).unwrap_or_else(|| "照本地下发的表录入。".to_owned()),
            certainty: Certainty::LocalExample,
            effective_from: None,
        }],
        judgement: Judgement {
            count_partly_percent: 80,
            basic_met_percent: 80,
            partly_weight_percent: 50,
            certainty: Certainty::Suggestion,
        },
        basics: basics(id, reading),
        stars: stars(id, draft, reading, &grades),
        stars_note: None,
        bonuses: bonuses(id, reading),
        vetoes: vetoes(id, reading, &grades),
        award: award(&grades),
        checklist: Checklist::default(),
        examples: Vec::new(),
    }
}

pub(in crate::drafting) fn label(text: &str) -> Label {
    Label::chinese(text)
}

/// What the standard is called: as it was put in, as the table says, or else as none is.
pub fn standard_title(head: &Head, reading: &Reading) -> String {
    let own = head.title.trim();
    let title = (!own.is_empty())
        .then_some(own)
        .or(reading.title.as_deref());
    title
        .unwrap_or("本地考核标准")
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// The id of an indicator: its place among the rows, which stays when another row is corrected. The
/// end of the pack's id goes before it, so that no answer is taken for one to another standard.
pub(super) fn item_id(pack: &str, found: &Found) -> ItemId {
    let from = pack
        .char_indices()
        .rev()
        .nth(3)
        .map_or(0, |(place, _)| place);
    let end = pack[from..].to_uppercase();
    ItemId(format!("{end}-{:03}", found.row + 1))
}

pub(super) fn sources() -> Vec<String> {
    vec![SOURCE.to_owned()]
}

/// Whether an indicator is asked without points.
fn is_verdict(found: &Found) -> bool {
    found.points.is_none() || found.way == Some(Way::Verdict)
}

fn of_part(reading: &Reading, place: usize) -> impl Iterator<Item = &Found> {
    reading.found.iter().filter(move |one| one.part == place)
}

/// The parts with what is asked without points.
fn basics(id: &str, reading: &Reading) -> Vec<Basic> {
    let asked = reading.parts.iter().enumerate();
    let asked = asked.filter(|(_, part)| part.section == Section::Asked);
    let basics = asked.filter_map(|(place, part)| {
        let own = of_part(reading, place).filter(|one| is_verdict(one));
        let indicators: Vec<Indicator> = own.map(|one| indicator(id, one)).collect();
        (!indicators.is_empty()).then(|| Basic {
            key: format!("basic_{}", place + 1),
            title: label(named(&part.title, "基本要求")),
            indicators,
        })
    });
    basics.collect()
}

fn named<'a>(title: &'a str, otherwise: &'a str) -> &'a str {
    if title.is_empty() { otherwise } else { title }
}

fn indicator(id: &str, found: &Found) -> Indicator {
    let details = found.details.join(" · ");
    let criterion = match details.is_empty() {
        true => found.criterion.clone(),
        false => format!("{}（{details}）", found.criterion),
    };
    let said = frequency_in(&found.deadline).or_else(|| frequency_in(&found.criterion));
    Indicator {
        id: item_id(id, found),
        title: label(&found.title),
        criterion: label(&criterion),
        variants: Vec::new(),
        evidence: found.evidence.clone(),
        frequency: said.unwrap_or(Frequency::Year),
        frequency_certainty: said.is_none().then_some(Certainty::Suggestion),
        must: false,
        enabled: true,
        answer: AnswerKind::Verdict,
        not_applicable_when: None,
        answered_by: None,
        filled_by: None,
        sources: sources(),
        certainty: Certainty::LocalExample,
    }
}

/// How often something is to be done, as a text says it; `None` if it does not.
pub(super) fn frequency_in(text: &str) -> Option<Frequency> {
    let words = [
        ("每月", Frequency::Month),
        ("每季", Frequency::Quarter),
        ("季度", Frequency::Quarter),
        ("半年", Frequency::HalfYear),
        ("届", Frequency::Term),
        ("随时", Frequency::Event),
        ("及时", Frequency::Event),
        ("每年", Frequency::Year),
        ("全年", Frequency::Year),
        ("年底", Frequency::Year),
        ("年度", Frequency::Year),
        ("长期", Frequency::Year),
        ("常年", Frequency::Year),
        ("月底前", Frequency::Year),
    ];
    let found = words.iter().find(|(word, _)| text.contains(word));
    found.map(|(_, frequency)| *frequency)
}

/// The parts with points. Weights are kept where all have one and they come to a hundred.
fn stars(id: &str, draft: &Draft, reading: &Reading, grades: &[(u32, String)]) -> Vec<Star> {
    let sum: u32 = reading.parts.iter().filter_map(|part| part.weight).sum();
    let asked = reading.parts.iter().enumerate();
    let asked = asked.filter(|(_, part)| part.section == Section::Asked);
    let lowest = grades
        .iter()
        .rev()
        .find(|(from, _)| *from > 0)
        .map(|(from, _)| *from);
    let percent = draft
        .head
        .pass_percent
        .or(lowest)
        .unwrap_or(PASS_WHERE_NOTHING_IS_SAID)
        .min(100);
    let stars = asked.filter_map(|(place, part)| {
        let own = of_part(reading, place).filter(|one| !is_verdict(one));
        let indicators: Vec<ScoredIndicator> = own.map(|one| scored(id, one)).collect();
        let maximum = indicators
            .iter()
            .map(|one| one.maximum)
            .fold(0, u32::saturating_add);
        (!indicators.is_empty()).then(|| Star {
            key: format!("part_{}", place + 1),
            title: label(named(&part.title, "考核项目")),
            maximum,
            pass: Some(maximum.saturating_mul(percent).div_ceil(100).min(maximum)),
            weight_percent: part.weight,
            indicators,
            related: Vec::new(),
            not_applicable_when: None,
            sources: sources(),
            certainty: Certainty::LocalExample,
        })
    });
    let mut stars: Vec<Star> = stars.collect();
    if sum != 100 || stars.iter().any(|star| star.weight_percent.is_none()) {
        stars.iter_mut().for_each(|star| star.weight_percent = None);
    }
    stars
}

fn scored(id: &str, found: &Found) -> ScoredIndicator {
    let maximum = found.points.unwrap_or(0);
    let way = found.way.unwrap_or_else(|| found.scoring.way());
    let (bands, deductions) = match way {
        Way::Bands => (bands(found, maximum), Vec::new()),
        Way::Deductions => (Vec::new(), deductions(found, maximum)),
        Way::Entered | Way::Verdict => (Vec::new(), Vec::new()),
    };
    ScoredIndicator {
        id: item_id(id, found),
        title: label(&found.title),
        maximum,
        question: (found.criterion != found.title).then(|| label(&found.criterion)),
        entered: bands.is_empty() && deductions.is_empty(),
        bands,
        deductions,
        least: 0,
        evidence: found.evidence.clone(),
        derivation: None,
        local_line: None,
        sources: sources(),
        certainty: Certainty::LocalExample,
    }
}

/// The bands, the best of which gives all points; where the text names none, all of it or nothing.
fn bands(found: &Found, maximum: u32) -> Vec<Band> {
    let band = |when: &str, score: u32| Band {
        score,
        when: label(when),
        reached_by: None,
    };
    let named = &found.scoring.bands;
    let is_whole = named.first().is_some_and(|(_, score)| *score == maximum);
    if !is_whole || !named.is_sorted_by(|better, worse| better.1 > worse.1) {
        return vec![band("做到", maximum), band("没有做到", 0)];
    }
    let mut bands: Vec<Band> = named
        .iter()
        .map(|(when, score)| band(when, *score))
        .collect();
    if bands.last().is_some_and(|last| last.score > 0) {
        bands.push(band("都不是", 0));
    }
    bands
}

/// What takes points off; where the text names nothing, one case that takes all.
fn deductions(found: &Found, maximum: u32) -> Vec<Deduction> {
    let one = |title: &str, points: u32| Deduction {
        title: label(title),
        points,
        cap: found
            .scoring
            .most
            .filter(|most| *most < maximum && *most > 0),
    };
    let named = found.scoring.deductions.iter();
    let named = named.map(|(case, points)| one(case, points.unwrap_or(maximum)));
    let named: Vec<Deduction> = named.filter(|deduction| deduction.points > 0).collect();
    match named.is_empty() {
        true => vec![one("没有做到", maximum)],
        false => named,
    }
}

fn award(grades: &[(u32, String)]) -> AwardRule {
    let grade = |(at_least, title): &(u32, String)| Grade {
        at_least: *at_least,
        title: label(title),
    };
    let named = !grades.is_empty();
    let unnamed = [(0, "未定等次".to_owned())];
    let grades = if named { grades } else { &unnamed };
    AwardRule {
        star_pass: 0,
        all_stars_sum: None,
        first_star: None,
        grades: grades.iter().map(grade).collect(),
        sources: if named { sources() } else { Vec::new() },
        certainty: if named {
            Certainty::LocalExample
        } else {
            Certainty::Suggestion
        },
    }
}
