//! Editing a standard in place: what each edit does, and the way back to the original.
//!
//! Not here: duties (`editing_duties`), grades and vetoes (`editing_awards`), and edits of any kind
//! in any order (`any_edits`).

use uuid::Uuid;
use wuxing::assessment::verification;
use wuxing::drafting::editing::{
    Against, PartKind, PartOf, Snag, add_item, add_part, against, begun_from, bring_back,
    bring_back_part, form_of, in_tenths, items_of, mended, move_to_part, next_version, part_of,
    parts, put_part_numbers, remove_item, remove_part, removed_items, removed_parts, restore,
    snags, write_form,
};
use wuxing::period::Frequency;
use wuxing::standard::{
    Certainty, ItemId, OrganizationType, ScoredBy, StandardPack, built_in, built_in_in_chinese,
    validate,
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

pub fn sound(pack: &StandardPack) -> StandardPack {
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
