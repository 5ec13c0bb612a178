//! Editing a standard in place: whatever is done to it, it opens, its ids are unique, and what it
//! was begun from keeps its ids.

use proptest::prelude::*;
use uuid::Uuid;
use wuxing::assessment::verification;
use wuxing::drafting::editing::{
    Against, Direction, PartKind, PartOf, Snag, add_item, add_part, against, begun_from,
    bring_back, bring_back_part, form_of, in_tenths, items_of, mended, move_item, move_part,
    next_version, part_of, parts, put_part_numbers, remove_item, remove_part, removed_items,
    removed_parts, rename_part, restore, snags, write_form,
};
use wuxing::exchange::{Document, NoForeignEncoding, export, open};
use wuxing::period::Frequency;
use wuxing::standard::{
    Certainty, ItemId, OrganizationType, ScoredBy, StandardPack, built_in, built_in_in_chinese,
    hash, validate,
};

fn village() -> StandardPack {
    built_in_in_chinese(OrganizationType::Village).unwrap()
}

fn original() -> StandardPack {
    in_tenths(&village())
}

fn begun() -> StandardPack {
    begun_from(&village(), "local.0190163d8694739baea5966c26f8ad91")
}

fn sound(pack: &StandardPack) -> StandardPack {
    let pack = mended(pack, Some(&original()));
    assert_eq!(validate(&pack), []);
    assert_eq!(verification::verify(&pack), []);
    pack
}

/// The ids of everything that is asked or to be done.
fn ids(pack: &StandardPack) -> Vec<ItemId> {
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

/// One edit, by numbers that are taken for a part or an item each time.
#[derive(Clone, Debug)]
enum Edit {
    AddPart(bool),
    AddItem(usize),
    MovePart(usize, bool),
    RemovePart(usize),
    BringBackPart(usize),
    RenamePart(usize, String),
    Numbers(usize, Option<u32>, Option<u32>),
    Move(usize, bool),
    Remove(usize),
    BringBack(usize),
    Restore(usize),
    Write(usize, String, Vec<(String, u32)>, u8, u32),
    NextVersion,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let place = 0_usize..200;
    let text = "[ 一二三]{0,3}";
    let points = prop_oneof![0_u32..400, Just(0), Just(u32::MAX)];
    let cases = prop::collection::vec((text, points.clone()), 0..4);
    let number = prop::option::of(0_u32..2_000);
    let edit = prop_oneof![
        any::<bool>().prop_map(Edit::AddPart),
        place.clone().prop_map(Edit::AddItem),
        (place.clone(), any::<bool>()).prop_map(|(at, up)| Edit::MovePart(at, up)),
        place.clone().prop_map(Edit::RemovePart),
        place.clone().prop_map(Edit::BringBackPart),
        (place.clone(), text).prop_map(|(at, text)| Edit::RenamePart(at, text)),
        (place.clone(), number.clone(), number)
            .prop_map(|(at, pass, weight)| Edit::Numbers(at, pass, weight)),
        (place.clone(), any::<bool>()).prop_map(|(at, up)| Edit::Move(at, up)),
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
        Edit::AddPart(scored) => {
            let kind = if *scored {
                PartKind::Star
            } else {
                PartKind::Basic
            };
            add_part(pack, kind, "新", fresh);
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
            let Some(id) = one_of(&items, *at) else {
                return;
            };
            let Some(mut form) = form_of(pack, &id) else {
                return;
            };
            form.title.clone_from(text);
            form.text.clone_from(text);
            form.points = form.points.map(|_| *points);
            form.cap = Some(*points);
            form.must = form.must.map(|must| !must);
            form.evidence = vec![text.clone()];
            form.frequency = form.frequency.map(|_| match way % 6 {
                0 => Frequency::Month,
                1 => Frequency::Term,
                2 => Frequency::Event,
                3 => Frequency::HalfYear,
                4 => Frequency::Quarter,
                _ => Frequency::Year,
            });
            form.scored_by = form.scored_by.map(|_| match way % 3 {
                0 => ScoredBy::Bands,
                1 => ScoredBy::Deductions,
                _ => ScoredBy::Entered,
            });
            let cases = cases
                .iter()
                .map(|(when, points)| wuxing::drafting::editing::Case {
                    when: when.clone(),
                    points: *points,
                });
            form.cases = cases.collect();
            write_form(pack, &id, &form);
        }
        Edit::NextVersion => *pack = next_version(&mended(pack, Some(original))),
    }
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
        }
        let text = export::standard(&pack, 1, "test").unwrap();
        let opened = open(text.as_bytes(), &NoForeignEncoding).unwrap();
        let read = opened.documents.into_iter().find_map(|one| match one {
            Document::Standard(own) => Some(own.pack),
            _ => None,
        });
        prop_assert_eq!(read, Some(pack));
    }
}
