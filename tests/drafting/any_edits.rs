//! Editing a standard in place: whatever is done to it, it opens, its ids are unique, what it was
//! begun from keeps its ids, and the way back leads to the original.

use super::editing::{begun, ids, original};
use proptest::prelude::*;
use uuid::Uuid;
use wuxing::drafting::editing::{
    Against, Case, Direction, EffectKind, FREQUENCIES, PartKind, PartOf, add_grade, add_item,
    add_part, against, against_award, against_part, bring_back, bring_back_part, form_of, mended,
    move_item, move_part, move_to_part, next_version, part_of, parts, put_grade_limit,
    put_part_numbers, remove_grade, remove_item, remove_part, removed_parts, rename_grade,
    rename_part, restore, restore_award, restore_part, write_form,
};
use wuxing::exchange::{Document, NoForeignEncoding, export, open};
use wuxing::standard::{
    ItemId, Responsibility, Role, ScoredBy, StandardPack, VetoEffect, Window, hash, validate,
};

/// One edit, by numbers that are taken for a part or an item each time.
#[derive(Clone, Debug)]
enum Edit {
    AddPart(u8),
    AddItem(usize),
    MovePart(usize, bool),
    RemovePart(usize),
    BringBackPart(usize),
    RenamePart(usize, String),
    RestorePart(usize),
    Numbers(usize, Option<u32>, Option<u32>),
    Move(usize, bool),
    MoveToPart(usize, usize),
    Remove(usize),
    BringBack(usize),
    Restore(usize),
    Write(usize, String, Vec<(String, u32)>, u8, u32),
    Duty(usize, usize, String, u32, Option<(u8, u8)>),
    Effect(usize, usize),
    AddGrade,
    RemoveGrade(usize),
    Grade(usize, String, u32),
    FirstStar(Option<usize>),
    AllStarsSum(Option<u32>),
    RestoreAward,
    NextVersion,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let place = 0_usize..200;
    let text = "[ 一二三]{0,3}";
    let points = prop_oneof![0_u32..400, Just(0), Just(u32::MAX)];
    let cases = prop::collection::vec((text, points.clone()), 0..4);
    let number = prop::option::of(0_u32..2_000);
    let months = prop::option::of((any::<u8>(), any::<u8>()));
    let how_often = prop_oneof![0_u32..5, Just(u32::MAX)];
    let edit = prop_oneof![
        (0_u8..3).prop_map(Edit::AddPart),
        place.clone().prop_map(Edit::AddItem),
        (place.clone(), any::<bool>()).prop_map(|(at, up)| Edit::MovePart(at, up)),
        place.clone().prop_map(Edit::RemovePart),
        place.clone().prop_map(Edit::BringBackPart),
        (place.clone(), text).prop_map(|(at, text)| Edit::RenamePart(at, text)),
        (place.clone(), number.clone(), number.clone())
            .prop_map(|(at, pass, weight)| Edit::Numbers(at, pass, weight)),
        (place.clone(), any::<bool>()).prop_map(|(at, up)| Edit::Move(at, up)),
        (place.clone(), place.clone()).prop_map(|(at, to)| Edit::MoveToPart(at, to)),
        place.clone().prop_map(Edit::RestorePart),
        (place.clone(), place.clone()).prop_map(|(at, kind)| Edit::Effect(at, kind)),
        (place.clone(), place.clone(), text, how_often, months)
            .prop_map(|(at, kind, text, times, months)| Edit::Duty(at, kind, text, times, months)),
        Just(Edit::AddGrade),
        place.clone().prop_map(Edit::RemoveGrade),
        (place.clone(), text, 0_u32..120)
            .prop_map(|(at, name, percent)| Edit::Grade(at, name, percent)),
        prop::option::of(place.clone()).prop_map(Edit::FirstStar),
        number.clone().prop_map(Edit::AllStarsSum),
        Just(Edit::RestoreAward),
        place.clone().prop_map(Edit::Remove),
        place.clone().prop_map(Edit::BringBack),
        place.clone().prop_map(Edit::Restore),
        (place, text, cases, any::<u8>(), points)
            .prop_map(|(at, text, cases, way, points)| Edit::Write(at, text, cases, way, points)),
        Just(Edit::NextVersion),
    ];
    prop::collection::vec(edit, 0..25)
}

fn one_of<T: Clone>(all: &[T], place: usize) -> Option<T> {
    all.get(place.checked_rem(all.len())?).cloned()
}

fn apply(pack: &mut StandardPack, original: &StandardPack, edit: &Edit, fresh: Uuid) {
    let direction = |up: bool| if up { Direction::Up } else { Direction::Down };
    let (all, items) = (parts(pack), ids(pack));
    match edit {
        Edit::AddPart(kind) => {
            let kinds = [PartKind::Basic, PartKind::Star, PartKind::Duties];
            add_part(pack, kinds[usize::from(*kind)], "新", fresh);
        }
        Edit::AddItem(at) => drop(one_of(&all, *at).map(|part| add_item(pack, &part, fresh))),
        Edit::MovePart(at, up) => {
            one_of(&all, *at)
                .into_iter()
                .for_each(|part| move_part(pack, &part, direction(*up)));
        }
        Edit::RemovePart(at) => one_of(&all, *at)
            .iter()
            .for_each(|part| remove_part(pack, part)),
        Edit::BringBackPart(at) => {
            let gone = removed_parts(pack, original);
            one_of(&gone, *at)
                .iter()
                .for_each(|part| bring_back_part(pack, original, part));
        }
        Edit::RenamePart(at, text) => {
            one_of(&all, *at)
                .iter()
                .for_each(|part| rename_part(pack, part, text));
        }
        Edit::Numbers(at, pass, weight) => {
            if let Some(PartOf::Star(key)) = one_of(&all, *at) {
                put_part_numbers(pack, &key, Some(*pass), Some(*weight));
            }
        }
        Edit::Move(at, up) => {
            one_of(&items, *at)
                .iter()
                .for_each(|id| move_item(pack, id, direction(*up)));
        }
        Edit::Remove(at) => one_of(&items, *at)
            .iter()
            .for_each(|id| remove_item(pack, id)),
        Edit::BringBack(at) => {
            let gone: Vec<ItemId> = ids(original)
                .into_iter()
                .filter(|id| part_of(pack, id).is_none())
                .collect();
            one_of(&gone, *at)
                .iter()
                .for_each(|id| bring_back(pack, original, id));
        }
        Edit::Restore(at) => one_of(&items, *at)
            .iter()
            .for_each(|id| restore(pack, original, id)),
        Edit::Write(at, text, cases, way, points) => {
            if let Some(id) = one_of(&items, *at) {
                rewrite(pack, &id, (text, cases, *way, *points));
            }
        }
        Edit::MoveToPart(at, to) => {
            if let (Some(id), Some(part)) = (one_of(&items, *at), one_of(&all, *to)) {
                move_to_part(pack, &id, &part);
            }
        }
        Edit::RestorePart(at) => one_of(&all, *at)
            .iter()
            .for_each(|part| restore_part(pack, original, part)),
        Edit::Effect(at, kind) => put_effect(pack, *at, *kind),
        Edit::Duty(at, kind, text, times, months) => {
            rewrite_duty(pack, *at, *kind, text, (*times, *months));
        }
        Edit::AddGrade => add_grade(pack),
        Edit::RemoveGrade(at) => remove_grade(pack, *at % pack.award.grades.len()),
        Edit::Grade(at, name, percent) => {
            let place = *at % pack.award.grades.len();
            rename_grade(pack, place, name);
            put_grade_limit(pack, place, *percent);
        }
        Edit::FirstStar(at) => {
            let star = at.and_then(|at| one_of(&pack.stars, at));
            pack.award.first_star = star.map(|star| star.key);
        }
        Edit::AllStarsSum(sum) => pack.award.all_stars_sum = *sum,
        Edit::RestoreAward => restore_award(pack, original),
        Edit::NextVersion => *pack = next_version(&mended(pack, Some(original))),
    }
}

/// Writes something into everything that an item has.
fn rewrite(pack: &mut StandardPack, id: &ItemId, with: (&str, &[(String, u32)], u8, u32)) {
    let (text, cases, way, points) = with;
    let Some(mut form) = form_of(pack, id) else {
        return;
    };
    form.title = text.to_owned();
    form.text = text.to_owned();
    form.points = form.points.map(|_| points);
    form.cap = Some(points);
    form.must = form.must.map(|must| !must);
    form.evidence = vec![text.to_owned()];
    let frequency = FREQUENCIES[usize::from(way) % FREQUENCIES.len()];
    form.frequency = form.frequency.map(|_| frequency);
    form.scored_by = form.scored_by.map(|_| match way % 3 {
        0 => ScoredBy::Bands,
        1 => ScoredBy::Deductions,
        _ => ScoredBy::Entered,
    });
    let cases = cases.iter().map(|(when, points)| Case {
        when: when.clone(),
        points: *points,
    });
    form.cases = cases.collect();
    write_form(pack, id, &form);
}

/// Writes something into everything that a duty alone has, months included that there are not.
fn rewrite_duty(
    pack: &mut StandardPack,
    at: usize,
    kind: usize,
    text: &str,
    (times, months): (u32, Option<(u8, u8)>),
) {
    let duties = &pack.checklist.duties;
    let ids: Vec<ItemId> = duties.iter().map(|one| one.id.clone()).collect();
    let Some(id) = one_of(&ids, at) else { return };
    let mut form = form_of(pack, &id).unwrap();
    form.frequency = one_of(&FREQUENCIES, kind / 2);
    let duty = form.duty.as_mut().unwrap();
    let levels = &pack.checklist.levels;
    duty.level = one_of(levels, kind).map_or(text.to_owned(), |level| level.key);
    duty.role = one_of(&Role::ALL, kind).unwrap();
    duty.responsibility = one_of(&Responsibility::ALL, kind).filter(|_| !at.is_multiple_of(3));
    duty.measure = text.to_owned();
    duty.milestone = text.to_owned();
    duty.times = times;
    duty.hours = duty.hours.map(|_| times);
    duty.window = months.map(|(from, to)| Window { from, to });
    if kind.is_multiple_of(2) {
        duty.begin_in(months.map(|(from, _)| from));
    }
    duty.enabled = !duty.enabled;
    write_form(pack, &id, &form);
}

/// Gives a veto another effect, of those that the standard has room for.
fn put_effect(pack: &mut StandardPack, at: usize, kind: usize) {
    let ids: Vec<ItemId> = pack.vetoes.iter().map(|one| one.id.clone()).collect();
    let Some(id) = one_of(&ids, at) else { return };
    let Some(mut form) = form_of(pack, &id) else {
        return;
    };
    let now = form.effect.as_ref().map(EffectKind::of).unwrap();
    let kind = one_of(&EffectKind::offered(pack, now), kind).unwrap();
    form.effect = Some(match kind.begun(pack) {
        VetoEffect::FreezeStars(_) => {
            let keys = pack.stars.iter().map(|star| star.key.clone());
            VetoEffect::FreezeStars(keys.take(at % 3).collect())
        }
        other => other,
    });
    write_form(pack, &id, &form);
}

/// Takes out what the original does not have, and brings back and puts back all the rest.
fn back_to(original: &StandardPack, edited: &mut StandardPack) {
    let known = parts(original);
    for part in parts(edited) {
        if !known.contains(&part) {
            remove_part(edited, &part);
        }
    }
    for id in ids(edited) {
        if part_of(original, &id).is_none() {
            remove_item(edited, &id);
        }
    }
    restore_award(edited, original);
    for part in removed_parts(edited, original) {
        bring_back_part(edited, original, &part);
    }
    for id in ids(original) {
        bring_back(edited, original, &id);
        restore(edited, original, &id);
    }
    for part in parts(original) {
        restore_part(edited, original, &part);
    }
}

/// The same with everything in an order of its own, since to move a thing is no change of what it
/// says.
fn in_one_order(pack: &StandardPack) -> StandardPack {
    let mut pack = pack.clone();
    pack.basics.sort_by(|one, other| one.key.cmp(&other.key));
    for basic in &mut pack.basics {
        basic.indicators.sort_by(|one, other| one.id.cmp(&other.id));
    }
    pack.stars.sort_by(|one, other| one.key.cmp(&other.key));
    for star in &mut pack.stars {
        star.indicators.sort_by(|one, other| one.id.cmp(&other.id));
    }
    pack.bonuses.sort_by(|one, other| one.id.cmp(&other.id));
    pack.vetoes.sort_by(|one, other| one.id.cmp(&other.id));
    let list = &mut pack.checklist;
    list.categories
        .sort_by(|one, other| one.key.cmp(&other.key));
    list.duties.sort_by(|one, other| one.id.cmp(&other.id));
    pack
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Whatever is done to a copy, it comes to a pack that opens from its file, whose ids are
    /// unique, and in which every id is one of the original or was never given to anything else.
    #[test]
    fn any_edits_at_all_come_to_a_sound_pack(edits in edits()) {
        let (mut edited, original) = (begun(), original());
        let known = ids(&original);
        let mut given: Vec<ItemId> = Vec::new();
        for (place, edit) in edits.iter().enumerate() {
            let before = ids(&edited);
            apply(&mut edited, &original, edit, Uuid::from_u128(1_000 + place as u128));
            for id in ids(&edited) {
                if !before.contains(&id) && !known.contains(&id) {
                    prop_assert!(!given.contains(&id), "{} was given twice", id);
                    given.push(id);
                }
            }
        }
        let pack = mended(&edited, Some(&original));
        prop_assert_eq!(validate(&pack), []);
        prop_assert!(hash(&pack).is_ok());
        let mut all = ids(&pack);
        let count = all.len();
        all.sort();
        all.dedup();
        prop_assert_eq!(all.len(), count);
        prop_assert!(all.iter().all(|id| known.contains(id) || given.contains(id)));
        // What was changed or added cites the place and nothing of the original.
        for id in &all {
            if against(&edited, &original, id) != Against::Same
                && let Some((_, one)) = pack.indicator(id)
            {
                prop_assert_eq!(&one.sources, &["OWN".to_owned()]);
            }
            if against(&edited, &original, id) != Against::Same
                && let Some(duty) = pack.checklist.duty(id)
            {
                prop_assert_eq!(&duty.sources, &["OWN".to_owned()]);
            }
        }
        let text = export::standard(&pack, 1, "test").unwrap();
        let opened = open(text.as_bytes(), &NoForeignEncoding).unwrap();
        let read = opened.documents.into_iter().find_map(|one| match one {
            Document::Standard(own) => Some(own.pack),
            _ => None,
        });
        prop_assert_eq!(read, Some(pack));
    }

    /// Whatever was done to a copy, all of it can be taken back one by one, and the original stands
    /// there again, in whatever order.
    #[test]
    fn what_was_edited_goes_back_to_the_original(edits in edits()) {
        let (mut edited, original) = (begun(), original());
        for (place, edit) in edits.iter().enumerate() {
            // A version that was brought into use has let go of what did not fit together.
            if !matches!(edit, Edit::NextVersion) {
                apply(&mut edited, &original, edit, Uuid::from_u128(1_000 + place as u128));
            }
        }
        back_to(&original, &mut edited);
        for id in ids(&original) {
            prop_assert_eq!(against(&edited, &original, &id), Against::Same, "{}", id);
        }
        for part in parts(&original) {
            prop_assert_eq!(against_part(&edited, &original, &part), Against::Same);
        }
        prop_assert_eq!(against_award(&edited, &original), Against::Same);
        let pack = in_one_order(&mended(&edited, Some(&original)));
        let expected = in_one_order(&mended(&begun(), Some(&original)));
        prop_assert_eq!(pack, expected);
    }
}
