//! Editing grades and vetoes of a standard in place.

use crate::editing::{begun, original, sound};
use wuxing::drafting::editing::{
    Against, EffectKind, Snag, add_grade, against, against_award, bring_back, form_of,
    next_version, put_grade_limit, remove_grade, remove_item, rename_grade, restore, restore_award,
    snags, write_form,
};
use wuxing::standard::{StandardPack, VetoEffect};

/// The names and limits of the grades.
fn grades(pack: &StandardPack) -> Vec<(&str, u32)> {
    let all = pack.award.grades.iter();
    all.map(|one| (one.title.zh.as_str(), one.at_least))
        .collect()
}

/// What the first veto does.
fn effect(pack: &StandardPack) -> VetoEffect {
    pack.vetoes[0].effect.clone()
}

/// The copy of a village with three grades, the worst of which the first veto leaves.
fn graded() -> StandardPack {
    let mut edited = begun();
    while edited.award.grades.len() > 1 {
        remove_grade(&mut edited, 0);
    }
    rename_grade(&mut edited, 0, "一般");
    for (name, percent) in [("优秀", 90), ("良好", 75)] {
        add_grade(&mut edited);
        let place = edited.award.grades.len() - 2;
        rename_grade(&mut edited, place, name);
        put_grade_limit(&mut edited, place, percent);
    }
    edited.vetoes[0].effect = VetoEffect::GradeAtBest(2);
    edited
}

#[test]
fn grades_are_put_in_order_and_vetoes_go_on_naming_theirs() {
    let mut edited = graded();
    assert_eq!(grades(&edited), [("优秀", 90), ("良好", 75), ("一般", 0)]);
    assert_eq!(against_award(&edited, &original()), Against::Changed);
    add_grade(&mut edited);
    assert_eq!(effect(&edited), VetoEffect::GradeAtBest(3));
    assert!(snags(&edited).contains(&Snag::GradesInNoOrder));
    // Without a limit it is left out; the veto names 「一般」 as before.
    let pack = sound(&edited);
    assert_eq!(grades(&pack), [("优秀", 90), ("良好", 75), ("一般", 0)]);
    assert_eq!(effect(&pack), VetoEffect::GradeAtBest(2));

    rename_grade(&mut edited, 2, "示范");
    put_grade_limit(&mut edited, 2, 95);
    let pack = sound(&edited);
    let in_order = [("示范", 95), ("优秀", 90), ("良好", 75), ("一般", 0)];
    assert_eq!(grades(&pack), in_order);
    assert_eq!(effect(&pack), VetoEffect::GradeAtBest(3));
    assert_eq!(pack.award.sources, ["OWN".to_owned()]);

    remove_grade(&mut edited, 3);
    assert_eq!(
        grades(&sound(&edited)),
        [("优秀", 90), ("良好", 75), ("示范", 0)]
    );
    assert_eq!(effect(&edited), VetoEffect::GradeAtBest(2));
    restore_award(&mut edited, &original());
    assert_eq!(sound(&edited).award, original().award);
    assert_eq!(against_award(&edited, &original()), Against::Same);
}

#[test]
fn a_veto_of_the_version_before_names_the_same_grade_again() {
    let before = sound(&graded());
    let mut edited = next_version(&before);
    let id = edited.vetoes[0].id.clone();
    remove_grade(&mut edited, 0);
    assert_eq!(effect(&edited), VetoEffect::GradeAtBest(1));
    remove_item(&mut edited, &id);
    bring_back(&mut edited, &before, &id);
    assert_eq!(effect(&edited), VetoEffect::GradeAtBest(1));
    restore_award(&mut edited, &before);
    assert_eq!(effect(&edited), VetoEffect::GradeAtBest(2));
    assert_eq!(against(&edited, &before, &id), Against::Same);
}

#[test]
fn a_veto_is_rewritten_like_any_item() {
    let (mut edited, original) = (begun(), original());
    let id = edited.vetoes[0].id.clone();
    let mut form = form_of(&edited, &id).unwrap();
    form.effect = Some(EffectKind::SomeParts.begun(&edited));
    write_form(&mut edited, &id, &form);
    assert_eq!(snags(&edited), [Snag::VetoOnNothing(id.clone())]);
    assert_eq!(against(&edited, &original, &id), Against::Changed);
    let key = edited.stars[1].key.clone();
    form.effect = Some(VetoEffect::FreezeStars(vec![key.clone()]));
    write_form(&mut edited, &id, &form);
    assert_eq!(effect(&sound(&edited)), VetoEffect::FreezeStars(vec![key]));
    restore(&mut edited, &original, &id);
    assert_eq!(sound(&edited).vetoes, original.vetoes);
}
