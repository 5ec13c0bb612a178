//! Editing the duties of a standard in place: what they say, their categories, and a checklist
//! where there was none.

use crate::editing::{begun, original, sound};
use uuid::Uuid;
use wuxing::drafting::editing::{
    Against, DutyForm, ItemForm, PartKind, PartOf, add_item, add_part, against, against_part,
    form_of, items_of, mended, move_to_part, parts, parts_for, remove_part, rename_part, restore,
    restore_part, write_form,
};
use wuxing::period::Frequency;
use wuxing::standard::{Certainty, Responsibility, Role, StandardPack, Window, validate};

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
