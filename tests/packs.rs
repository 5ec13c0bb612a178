//! The built-in packs run through the engine: their own examples come out as they say, and an
//! example that does not is found.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use wuxing::assessment::verification::{build, verify};
use wuxing::assessment::{Standing, judge};
use wuxing::standard::{
    AnswerKind, ExampleAnswer, ItemId, OrganizationType, SourceVerdict, StandardPack, built_in,
};

#[test]
fn the_examples_of_every_pack_come_out_as_it_says() {
    for &organization in OrganizationType::assessed() {
        let pack = built_in(organization).unwrap();
        assert!(pack.examples.len() >= 2, "{}: too few examples", pack.id);
        assert_eq!(verify(&pack), [], "{}", pack.id);
    }
}

#[test]
fn the_examples_look_at_every_basic_and_every_star() {
    for organization in OrganizationType::ALL {
        let pack = built_in(organization).unwrap();
        let expected: Vec<_> = pack.examples.iter().map(|one| &one.expected).collect();
        for basic in &pack.basics {
            let seen = expected
                .iter()
                .any(|one| one.basics.contains_key(&basic.key));
            assert!(seen, "{}: no example looks at {}", pack.id, basic.key);
        }
        for star in &pack.stars {
            let seen = expected.iter().any(|one| one.stars.contains_key(&star.key));
            assert!(seen, "{}: no example looks at {}", pack.id, star.key);
        }
    }
}

#[test]
fn an_example_that_comes_out_otherwise_is_found() {
    fn check(change: impl Fn(&mut StandardPack), expected: &[&str]) {
        let mut pack = built_in(OrganizationType::Village).unwrap();
        pack.examples.truncate(1);
        pack.examples[0].name = "it".to_owned();
        change(&mut pack);
        let found: Vec<String> = verify(&pack).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    fn expect(pack: &mut StandardPack) -> &mut wuxing::standard::Expected {
        &mut pack.examples[0].expected
    }

    check(|_| {}, &[]);
    check(
        |pack| drop(expect(pack).basics.insert("nothing".into(), "met".into())),
        &["example it: basic nothing: expected met, found nothing of this name"],
    );
    check(
        |pack| drop(expect(pack).stars.insert("nothing".into(), "won".into())),
        &["example it: star nothing: expected won, found nothing of this name"],
    );
    check(
        |pack| expect(pack).scores.extend([("nothing".to_owned(), 5)]),
        &["example it: score of nothing: expected 5, found nothing of this name"],
    );
    check(
        |pack| expect(pack).bonus = Some(99),
        &["example it: bonus points: expected 99, found 0"],
    );
    check(
        |pack| {
            let word = ExampleAnswer::Word("perhaps".into());
            pack.examples[0].answers.insert("VT1".into(), word);
        },
        &[concat!(
            "example it: answer to VT1: expected clear, present or unclear, ",
            r#"found Word("perhaps")"#
        )],
    );
}

#[test]
fn words_that_do_not_fit_their_item_are_refused() {
    fn check(id: &str, answer: ExampleAnswer, expected: Result<(), &str>) {
        let mut pack = built_in(OrganizationType::Village).unwrap();
        let mut example = pack.examples.remove(0);
        example.answers = [(ItemId::from(id), answer.clone())].into();
        let found = build(&pack, &example).map(drop);
        let found = found.map_err(|faults| faults[0].expected.clone());
        assert_eq!(found, expected.map_err(str::to_owned), "{id} {answer:?}");
    }

    let word = |text: &str| ExampleAnswer::Word(text.to_owned());
    let verdicts = Err("met, partly, unmet, not_applicable or unchecked");
    check("ORG-01", word("met"), Ok(()));
    check("ORG-01", word("unchecked"), Ok(()));
    check("ORG-01", word("clear"), verdicts);
    check(
        "ORG-01",
        ExampleAnswer::Points(5),
        Err("a verdict or a count"),
    );
    check("ACT-01", ExampleAnswer::Numbers(vec![3]), Ok(()));
    check("ACT-01", ExampleAnswer::Numbers(vec![3, 4]), Ok(()));
    check(
        "ACT-01",
        ExampleAnswer::Numbers(vec![]),
        Err("[done] or [done, due]"),
    );
    check("VB1", ExampleAnswer::Points(18), Ok(()));
    let scored = "the points of a band, or how often each deduction happened";
    check("VB1", word("met"), Err(scored));
    check("VT1", word("present"), Ok(()));
    check("VT1", word("met"), Err("clear, present or unclear"));
    check(
        "VT1",
        ExampleAnswer::Points(1),
        Err("clear, present or unclear"),
    );
    check("BN2", ExampleAnswer::Numbers(vec![0, 1, 2]), Ok(()));
    check("BN2", word("met"), Err("a list of counts"));
}

#[test]
fn regression_an_example_of_a_pack_with_absurd_numbers_is_judged() {
    let mut pack = built_in(OrganizationType::Village).unwrap();
    let indicators = pack
        .basics
        .iter_mut()
        .flat_map(|basic| &mut basic.indicators);
    for indicator in indicators.filter(|one| !one.answer.is_verdict()) {
        indicator.answer = AnswerKind::Count { times: u32::MAX };
    }
    for otherwise in [
        SourceVerdict::Met,
        SourceVerdict::Partly,
        SourceVerdict::Unmet,
    ] {
        let mut example = pack.examples[0].clone();
        example.otherwise = Some(otherwise);
        example.answers.clear();
        let (organization, assessment) = build(&pack, &example).unwrap();
        let outcome = judge(&pack, &organization, &assessment);
        let meeting = outcome.indicator(&ItemId::from("ACT-01")).unwrap();
        let expected = match otherwise {
            SourceVerdict::Met => Standing::Met,
            SourceVerdict::Partly => Standing::Partly,
            SourceVerdict::Unmet => Standing::Unmet,
        };
        assert_eq!(meeting.standing, expected);
    }
}
