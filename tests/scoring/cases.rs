//! Random cases for the properties: the seven built-in packs and a scheme of a county,
//! organisations, periods, local changes and answers, sensible and absurd.

use crate::scheme::scheme;
use crate::world::{assessment, organization};
use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::LazyLock;
use wuxing::assessment::{
    Answer, AnswerValue, Assessment, LocalSettings, Organization, Outcome, Threshold, Verdict,
    VetoAnswer, judge,
};
use wuxing::period::CivilDate;
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{
    AnswerKind, Facts, InstitutionKind, ItemId, OrganizationForm, OrganizationType, ScoredBy,
    StandardPack, built_in,
};

/// A pack, an organisation, and what it answered.
#[derive(Clone, Debug)]
pub struct Case {
    /// The pack, with or without a first star.
    pub pack: StandardPack,
    /// Who answered.
    pub organization: Organization,
    /// What was answered.
    pub assessment: Assessment,
}

impl Case {
    /// What it amounts to.
    pub fn outcome(&self) -> Outcome {
        judge(&self.pack, &self.organization, &self.assessment)
    }

    /// The same case with another answer.
    pub fn with(&self, id: &ItemId, value: AnswerValue) -> Self {
        let mut other = self.clone();
        other
            .assessment
            .answers
            .insert(id.clone(), Answer::of(value, 1));
        other
    }
}

fn verdict() -> impl Strategy<Value = AnswerValue> {
    const ALL: &[Verdict] = &[
        Verdict::Unmet,
        Verdict::Partly,
        Verdict::Met,
        Verdict::NotApplicable,
    ];
    select(ALL).prop_map(AnswerValue::Verdict)
}

fn veto() -> impl Strategy<Value = AnswerValue> {
    const ALL: &[VetoAnswer] = &[VetoAnswer::Clear, VetoAnswer::Present, VetoAnswer::Unclear];
    select(ALL).prop_map(AnswerValue::Veto)
}

/// A number as people write it, or the highest there is.
fn number() -> impl Strategy<Value = u32> {
    prop_oneof![8 => 0_u32..25, 1 => Just(u32::MAX), 1 => any::<u32>()]
}

fn count() -> impl Strategy<Value = AnswerValue> {
    (number(), prop::option::weighted(0.2, number()))
        .prop_map(|(done, due)| AnswerValue::Count { done, due })
}

/// Any value at all, of any kind.
fn absurd() -> impl Strategy<Value = AnswerValue> {
    let bonus = prop::collection::vec(number(), 0..9).prop_map(AnswerValue::Bonus);
    let deductions = prop::collection::vec(number(), 0..5).prop_map(AnswerValue::Deductions);
    prop_oneof![
        verdict(),
        veto(),
        count(),
        number().prop_map(AnswerValue::Band),
        number().prop_map(AnswerValue::BandTenths),
        deductions,
        bonus
    ]
}

/// Values that fit each item of the pack; the rates say how often it is answered at all.
fn fitting(pack: &StandardPack) -> Vec<(ItemId, BoxedStrategy<AnswerValue>)> {
    let indicators = pack.indicators().map(|one| {
        let values = match one.answer {
            AnswerKind::Verdict => verdict().boxed(),
            AnswerKind::Count { .. } => prop_oneof![4 => count(), 1 => verdict()].boxed(),
        };
        (one.id.clone(), values)
    });
    let scored = pack
        .stars
        .iter()
        .flat_map(|star| &star.indicators)
        .map(|one| {
            let unit = pack.points_unit;
            let points = move |points| AnswerValue::of_points(unit.of(points));
            let values = match one.scored_by() {
                ScoredBy::Bands => {
                    let all: Vec<u32> = one.bands.iter().map(|band| band.score).collect();
                    select(all).prop_map(points).boxed()
                }
                ScoredBy::Entered => (0..=one.maximum).prop_map(points).boxed(),
                ScoredBy::Deductions => prop::collection::vec(number(), one.deductions.len())
                    .prop_map(AnswerValue::Deductions)
                    .boxed(),
            };
            (one.id.clone(), values)
        });
    // A present veto freezes most of what could be looked at, so that it is rare.
    let vetoes = pack.vetoes.iter().map(|one| {
        let answers = prop_oneof![
            12 => Just(VetoAnswer::Clear),
            2 => Just(VetoAnswer::Unclear),
            1 => Just(VetoAnswer::Present),
        ];
        (one.id.clone(), answers.prop_map(AnswerValue::Veto).boxed())
    });
    let bonuses = pack.bonuses.iter().map(|one| {
        let counts = prop::collection::vec(number(), 0..=one.options.len());
        (one.id.clone(), counts.prop_map(AnswerValue::Bonus).boxed())
    });
    indicators
        .chain(scored)
        .chain(vetoes)
        .chain(bonuses)
        .collect()
}

fn facts() -> impl Strategy<Value = Facts> {
    use prop::option::of;
    const KINDS: &[InstitutionKind] = &[
        InstitutionKind::School,
        InstitutionKind::University,
        InstitutionKind::Hospital,
    ];
    let kind = of(select(KINDS));
    (
        of(select(OrganizationForm::ALL.as_slice())),
        of(number()),
        of(number()),
        of(0_u32..4),
        of(any::<bool>()),
        kind,
    )
        .prop_map(
            |(form, full_members, members, groups, committee, institution)| Facts {
                form,
                full_members,
                members,
                groups,
                committee,
                institution,
            },
        )
}

fn local(pack: &StandardPack) -> impl Strategy<Value = LocalSettings> + use<> {
    let ids: Vec<ItemId> = pack.item_ids().into_iter().collect();
    let id = || select(ids.clone());
    (
        btree_map(id(), any::<bool>(), 0..6),
        btree_map(
            select(Threshold::ALL.as_slice()),
            prop_oneof![1_u32..100, number()],
            0..2,
        ),
        btree_map(id(), number(), 0..3),
    )
        .prop_map(|(switched, thresholds, times)| LocalSettings {
            switched: switched.into_iter().collect(),
            thresholds: thresholds.into_iter().collect(),
            times: times.into_iter().collect(),
            ..LocalSettings::default()
        })
}

/// Read once: every case takes one of them.
static PACKS: LazyLock<SortedMap<OrganizationType, StandardPack>> = LazyLock::new(|| {
    let pack = |organization| (organization, built_in(organization).unwrap());
    OrganizationType::assessed()
        .iter()
        .copied()
        .map(pack)
        .collect()
});

/// A case of any pack; `strange` percent of the items have a value of any kind.
pub fn case(strange: u32) -> impl Strategy<Value = Case> {
    let of_pack = move |pack: StandardPack| {
        let answers: Vec<_> = fitting(&pack)
            .into_iter()
            .map(|(id, fits)| {
                let value = prop_oneof![4 => fits.prop_map(Some), 1 => Just(None)];
                let any = (0_u32..100, absurd());
                (Just(id), value, any).prop_map(move |(id, fits, (roll, any))| {
                    (id, (roll < strange).then_some(any).or(fits))
                })
            })
            .collect();
        let firsts: Vec<Option<String>> = pack
            .stars
            .iter()
            .map(|star| Some(star.key.clone()))
            .chain([None])
            .collect();
        let first = prop_oneof![2 => Just(None), 1 => select(firsts)];
        let changes = prop_oneof![1 => Just(LocalSettings::default()), 1 => local(&pack)];
        let quarter = (2000_i32..2200, 1_u8..=4);
        let term_end = prop::option::of((-400_i32..2500, 1_u8..=12));
        (answers, first, changes, facts(), quarter, term_end).prop_map(
            move |(answers, first, local, facts, (year, number), term_end)| {
                let mut pack = pack.clone();
                pack.award.first_star = first;
                let mut organization = organization(facts, "");
                organization.local = local;
                organization.term_end =
                    term_end.and_then(|(days, month)| CivilDate::new(year + days / 365, month, 1));
                let mut assessment = assessment(&format!("{year}Q{number}"), "");
                assessment.answers = answers
                    .into_iter()
                    .filter_map(|(id, value)| Some((id, Answer::of(value?, 1))))
                    .collect();
                Case {
                    pack,
                    organization,
                    assessment,
                }
            },
        )
    };
    let built_in = PACKS.iter().map(|(_, pack)| pack.clone());
    let all: Vec<StandardPack> = built_in.chain([scheme()]).collect();
    select(all).prop_flat_map(of_pack)
}

/// The next better value, if there is one: unmet, partly, met; one more done; the next band or
/// point up; one time less of each deduction; a veto away; one more of each bonus.
pub fn better(pack: &StandardPack, id: &ItemId, value: &AnswerValue) -> Option<AnswerValue> {
    Some(match value {
        AnswerValue::Verdict(Verdict::Unmet) => AnswerValue::Verdict(Verdict::Partly),
        AnswerValue::Verdict(Verdict::Partly) => AnswerValue::Verdict(Verdict::Met),
        AnswerValue::Verdict(Verdict::Met | Verdict::NotApplicable) => return None,
        AnswerValue::Count { done, due } => AnswerValue::Count {
            done: done.checked_add(1)?,
            due: *due,
        },
        AnswerValue::OwnDue(_) => return None,
        AnswerValue::Band(_) | AnswerValue::BandTenths(_) => {
            let (_, indicator) = pack.scored(id)?;
            let points = value.points_in(pack.points_unit)?;
            let up = match indicator.scored_by() {
                ScoredBy::Bands => {
                    let mut from_below = indicator.bands.iter().rev();
                    from_below.find(|band| band.score > points)?.score
                }
                ScoredBy::Entered => points.checked_add(1)?,
                ScoredBy::Deductions => return None,
            };
            AnswerValue::of_points(pack.points(up))
        }
        AnswerValue::Deductions(counts) => {
            AnswerValue::Deductions(counts.iter().map(|count| count.saturating_sub(1)).collect())
        }
        AnswerValue::Veto(VetoAnswer::Present) => AnswerValue::Veto(VetoAnswer::Unclear),
        AnswerValue::Veto(VetoAnswer::Unclear) => AnswerValue::Veto(VetoAnswer::Clear),
        AnswerValue::Veto(VetoAnswer::Clear) => return None,
        AnswerValue::Bonus(counts) => {
            AnswerValue::Bonus(counts.iter().map(|count| count.saturating_add(1)).collect())
        }
    })
}
