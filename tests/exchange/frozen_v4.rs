//! What files of version 4 say, which brought what standards of one's own need: tenths of points,
//! deductions, points that are put in, weights, and the answers to these.
//!
//! Not here: what version 3 had already (`frozen_v3`), and what holds for the files of every
//! version (`frozen`).

use crate::frozen::{VERSION_4, assessments, standards};
use wuxing::assessment::AnswerValue;
use wuxing::standard::{PointsUnit, ScoredBy, VetoEffect};

#[test]
fn answers_are_kept_in_tenths_and_as_counts() {
    let opened = VERSION_4.backup();
    let all = assessments(&opened);
    let value = |id: &str| all[1].value(&id.into()).cloned();
    assert_eq!(value("S-01"), Some(AnswerValue::BandTenths(305)));
    assert_eq!(value("S-02"), Some(AnswerValue::Deductions(vec![2, 1])));
    assert_eq!(value("S-03"), Some(AnswerValue::BandTenths(155)));
    assert_eq!(value("S-04"), Some(AnswerValue::Band(70)), "whole points");
}

#[test]
fn a_standard_says_how_it_scores_and_where_it_comes_from() {
    let opened = VERSION_4.backup();
    let pack = &standards(&opened)[0].pack;
    assert_eq!(pack.points_unit, PointsUnit::Tenths);
    let ways = pack.stars[0].indicators.iter().map(|one| one.scored_by());
    let ways: Vec<ScoredBy> = ways.collect();
    let expected = [ScoredBy::Bands, ScoredBy::Deductions, ScoredBy::Entered];
    assert_eq!(ways, expected);
    let weights: Vec<_> = pack.stars.iter().map(|star| star.weight_percent).collect();
    assert_eq!(weights, [Some(80), Some(20)]);
    assert_eq!(pack.vetoes[1].effect, VetoEffect::GradeAtBest(1));
    let original = pack.begun_from.as_ref().map(|one| one.id.as_str());
    assert_eq!(original, Some("wuxing.village"));
}
