//! Editing a standard in place: what each edit does, and the way back to the original.
//!
//! Not here: edits of any kind in any order (`any_edits`).

use uuid::Uuid;
use wuxing::assessment::verification;
use wuxing::drafting::editing::{
    Against, DutyForm, EffectKind, ItemForm, PartKind, PartOf, Snag, add_grade, add_item, add_part,
    against, against_award, against_part, begun_from, bring_back, bring_back_part, form_of,
    in_tenths, items_of, mended, move_to_part, next_version, part_of, parts, parts_for,
    put_grade_limit, put_part_numbers, remove_grade, remove_item, remove_part, removed_items,
    removed_parts, rename_grade, rename_part, restore, restore_award, restore_part, snags,
    write_form,
};
use wuxing::period::Frequency;
use wuxing::standard::{
    Certainty, ItemId, OrganizationType, Responsibility, Role, ScoredBy, StandardPack, VetoEffect,
    Window, built_in, built_in_in_chinese, validate,
};

pub fn village() -> StandardPack {
    built_in_in_chinese(OrganizationType::Village).unwrap()
}

pub fn original() -> StandardPack {
    in_tenths(&village())
}

pub fn begun() -> StandardPack {
    begun_from(&village(), "local.0190163d8694739baea5966c26f8ad91")
}

fn sound(pack: &StandardPack) -> StandardPack {
    let pack = mended(pack, Some(&original()));
    assert_eq!(validate(&pack), []);
    assert_eq!(verification::verify(&pack), []);
    pack
}

/// The ids of everything that is asked or to be done.
pub fn ids(pack: &StandardPack) -> Vec<ItemId> {
    let all = parts(pack).into_iter();
    all.flat_map(|part| items_of(pack, &part)).collect()
}

#[test]
fn a_copy_says_what_the_original_says() {
    for kind in OrganizationType::ALL {
        for read in [built_in_in_chinese, built_in] {
            let original = read(kind).unwrap();
            let edited = begun_from(&original, "local.test");
            let original = in_tenths(&original);
            let pack = mended(&edited, Some(&original));
            assert_eq!(validate(&pack), [], "{kind:?}");
            assert_eq!(ids(&pack), ids(&original), "{kind:?}");
            assert_eq!(pack.basics, original.basics, "{kind:?}");
            assert_eq!(pack.stars, original.stars, "{kind:?}");
            assert_eq!(pack.checklist, original.checklist, "{kind:?}");
            for id in ids(&pack) {
                assert_eq!(against(&pack, &original, &id), Against::Same, "{id}");
            }
        }
    }
}

#[test]
fn what_is_rewritten_rests_on_the_place_and_comes_back_by_one_step() {
    let (mut edited, original) = (begun(), original());
    let id = ItemId::from("ORG-01");
    let mut form = form_of(&edited, &id).unwrap();
    form.title = "按时换届".to_owned();
    form.frequency = Some(Frequency::Year);
    write_form(&mut edited, &id, &form);
    assert_eq!(against(&edited, &original, &id), Against::Changed);
    let pack = sound(&edited);
    let (_, one) = pack.indicator(&id).unwrap();
    assert_eq!(
        (one.sources.as_slice(), one.certainty),
        (&["OWN".to_owned()][..], Certainty::LocalExample)
    );
    restore(&mut edited, &original, &id);
    assert_eq!(against(&edited, &original, &id), Against::Same);
    assert_eq!(sound(&edited).basics, original.basics);
}

#[test]
fn what_is_taken_out_comes_back_where_it_stood() {
    let (mut edited, original) = (begun(), original());
    let second = items_of(&original, &parts(&original)[0])[1].clone();
    remove_item(&mut edited, &second);
    assert_eq!(
        removed_items(&edited, &original),
        std::slice::from_ref(&second)
    );
    sound(&edited);
    bring_back(&mut edited, &original, &second);
    assert_eq!(ids(&edited), ids(&original));
    for part in parts(&original) {
        remove_part(&mut edited, &part);
        sound(&edited);
        bring_back_part(&mut edited, &original, &part);
    }
    assert_eq!(ids(&edited), ids(&original));
    assert!(removed_parts(&edited, &original).is_empty());
    // An item whose part is gone brings it along.
    let part = parts(&original)[0].clone();
    remove_part(&mut edited, &part);
    bring_back(&mut edited, &original, &second);
    assert_eq!(items_of(&edited, &part), [second]);
}

#[test]
fn all_of_a_duty_is_rewritten_and_comes_back() {
    let (mut edited, original) = (begun(), original());
    let duties = &original.checklist.duties;
    let yearly = duties.iter().find(|one| one.window.is_some()).unwrap();
    let id = yearly.id.clone();
    let rewritten: [fn(&mut DutyForm); 9] = [
        |duty| duty.role = Role::GroupLeader,
        |duty| duty.responsibility = Some(Responsibility::Charge),
        |duty| duty.level = "lower".to_owned(),
        |duty| duty.measure = "逐户走访".to_owned(),
        |duty| duty.milestone = "春耕以前".to_owned(),
        |duty| duty.times = 3,
        |duty| duty.begin_in(Some(2)),
        |duty| duty.window = None,
        |duty| duty.enabled = !duty.enabled,
    ];
    for rewrite in rewritten {
        let mut form = form_of(&edited, &id).unwrap();
        rewrite(form.duty.as_mut().unwrap());
        write_form(&mut edited, &id, &form);
        assert_eq!(against(&edited, &original, &id), Against::Changed);
        let pack = sound(&edited);
        assert_eq!(form_of(&pack, &id), Some(form));
        let duty = pack.checklist.duty(&id).unwrap();
        assert_eq!(duty.sources, ["OWN"]);
        restore(&mut edited, &original, &id);
        assert_eq!(against(&edited, &original, &id), Against::Same);
    }
    assert_eq!(sound(&edited).checklist, original.checklist);
}

#[test]
fn what_a_duty_cannot_be_is_put_right() {
    fn check(write: fn(&mut ItemForm), expected: (u32, Option<(u8, u8)>)) {
        let mut edited = begun();
        let mut duties = edited.checklist.duties.iter();
        let yearly = duties.find(|one| one.window.is_some()).unwrap();
        let id = yearly.id.clone();
        let mut form = form_of(&edited, &id).unwrap();
        write(&mut form);
        write_form(&mut edited, &id, &form);
        let pack = sound(&edited);
        let duty = pack.checklist.duty(&id).unwrap();
        let window = duty.window.map(|one| (one.from, one.to));
        assert_eq!((duty.times, window), expected);
    }
    fn put(form: &mut ItemForm, times: u32, from: u8, to: u8) {
        let duty = form.duty.as_mut().unwrap();
        duty.times = times;
        duty.window = Some(Window { from, to });
    }
    check(|form| put(form, 0, 3, 5), (1, Some((3, 5))));
    check(|form| put(form, 2, 0, 5), (2, Some((1, 5))));
    check(|form| put(form, 2, 13, 5), (2, Some((12, 12))));
    check(|form| put(form, 2, 4, 3), (2, Some((4, 4))));
    check(|form| put(form, 2, 11, 99), (2, Some((11, 15))));
    check(
        |form| {
            put(form, 2, 4, 6);
            form.frequency = Some(Frequency::Quarter);
        },
        (2, None),
    );
}

#[test]
fn a_duty_that_goes_takes_along_what_it_filled() {
    let mut edited = begun();
    for part in parts(&edited) {
        if matches!(part, PartOf::Duties(_)) {
            remove_part(&mut edited, &part);
        }
    }
    let pack = sound(&edited);
    assert!(pack.checklist.duties.is_empty());
    assert!(pack.indicators().all(|one| {
        one.filled_by
            .as_ref()
            .and_then(|fact| fact.duty())
            .is_none()
    }));
}

#[test]
fn what_is_not_finished_is_told_and_still_opens() {
    let mut edited = begun();
    let part = add_part(&mut edited, PartKind::Star, "本县重点", Uuid::from_u128(7));
    let id = add_item(&mut edited, &part, Uuid::from_u128(8)).unwrap();
    assert_eq!(
        snags(&edited),
        [Snag::Unnamed(id.clone()), Snag::NoPoints(id.clone())]
    );
    sound(&edited);
    let mut form = form_of(&edited, &id).unwrap();
    form.title = "河长巡河".to_owned();
    form.scored_by = Some(ScoredBy::Bands);
    form.cases = [("每月一次", 5), ("每季一次", 25)]
        .map(|(when, points)| wuxing::drafting::editing::Case {
            when: when.to_owned(),
            points,
        })
        .to_vec();
    write_form(&mut edited, &id, &form);
    assert_eq!(snags(&edited), [Snag::BandsInNoOrder(id.clone())]);
    let pack = sound(&edited);
    let (star, one) = pack.scored(&id).unwrap();
    assert_eq!(
        (star.maximum, one.maximum, one.bands[0].when.zh.as_str()),
        (25, 25, "每季一次")
    );
    // Weights count once all are there.
    let PartOf::Star(key) = part else {
        unreachable!()
    };
    put_part_numbers(&mut edited, &key, None, Some(Some(20)));
    assert!(snags(&edited).contains(&Snag::Weights { sum: 20 }));
    assert!(
        sound(&edited)
            .stars
            .iter()
            .all(|star| star.weight_percent.is_none())
    );
}

#[test]
fn the_next_version_goes_on_from_the_one_before() {
    let first = sound(&begun());
    let next = next_version(&first);
    assert_eq!((&next.id, ids(&next)), (&first.id, ids(&first)));
    let begun_from = next.begun_from.clone().unwrap();
    assert_eq!(begun_from.id, village().id);
    // One that was begun from nothing is held against the version before.
    let alone = StandardPack {
        begun_from: None,
        ..first
    };
    let next = next_version(&alone);
    assert_eq!(
        next.begun_from.map(|one| (one.id, one.version)),
        Some((alone.id, alone.version))
    );
}

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

#[test]
fn a_category_of_duties_is_added_filled_renamed_and_removed() {
    let (mut edited, original) = (begun(), original());
    let part = add_part(
        &mut edited,
        PartKind::Duties,
        "本县重点",
        Uuid::from_u128(7),
    );
    let new = add_item(&mut edited, &part, Uuid::from_u128(8)).unwrap();
    let old = original.checklist.duties[0].id.clone();
    assert!(parts_for(&edited, &old).contains(&part));
    move_to_part(&mut edited, &old, &part);
    assert_eq!(items_of(&edited, &part), [new.clone(), old.clone()]);
    assert_eq!(against(&edited, &original, &old), Against::Changed);
    let pack = sound(&edited);
    assert_eq!(
        pack.checklist.duty(&old).unwrap().sources,
        ["OWN".to_owned()]
    );
    restore(&mut edited, &original, &old);
    assert_eq!(items_of(&edited, &part), [new]);
    remove_part(&mut edited, &part);
    assert_eq!(sound(&edited).checklist, original.checklist);

    let first = PartOf::Duties(original.checklist.categories[0].key.clone());
    rename_part(&mut edited, &first, "党建责任");
    assert_eq!(against_part(&edited, &original, &first), Against::Changed);
    let renamed = &sound(&edited).checklist.categories[0];
    assert_eq!(renamed.certainty, Certainty::LocalExample);
    restore_part(&mut edited, &original, &first);
    assert_eq!(sound(&edited).checklist, original.checklist);
}

#[test]
fn a_standard_without_a_checklist_can_get_one() {
    let mut edited = StandardPack {
        checklist: Default::default(),
        begun_from: None,
        ..begun()
    };
    edited.stars.clear();
    edited.groupings.clear();
    let part = add_part(&mut edited, PartKind::Duties, "责任", Uuid::from_u128(7));
    let id = add_item(&mut edited, &part, Uuid::from_u128(8)).unwrap();
    let pack = mended(&edited, None);
    assert_eq!(validate(&pack), []);
    assert_eq!(pack.checklist.duties[0].id, id);
}

#[test]
fn items_move_among_parts_of_their_kind_alone() {
    let mut edited = begun();
    let [one, other] = [0, 1].map(|place| PartOf::Star(edited.stars[place].key.clone()));
    let id = items_of(&edited, &one)[0].clone();
    let sum = edited.stars[1].maximum + edited.stars[0].indicators[0].maximum;
    let basic = PartOf::Basic(edited.basics[0].key.clone());
    move_to_part(&mut edited, &id, &basic);
    assert_eq!(part_of(&edited, &id), Some(one));
    move_to_part(&mut edited, &id, &other);
    assert_eq!(items_of(&edited, &other).last(), Some(&id));
    assert_eq!(sound(&edited).stars[1].maximum, sum);
}
