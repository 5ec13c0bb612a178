//! The paragraph of the report: always short enough for a chat, in every language.

use crate::world::{busy_village, example_village, plain_material};
use proptest::prelude::*;
use wuxing::app::material::Reach;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::{Answer, AnswerValue, Verdict, VetoAnswer};
use wuxing::exchange::Language;
use wuxing::handout::Block;
use wuxing::handout::report::prose::{LONGEST, paragraph};
use wuxing::handout::report::{Extent, report};
use wuxing::standard::{ItemId, OrganizationType, StandardPack, built_in};

/// A value that fits an item, by a random number.
fn value(pack: &StandardPack, id: &ItemId, number: u32) -> Option<AnswerValue> {
    let verdicts = [
        Verdict::Met,
        Verdict::Partly,
        Verdict::Unmet,
        Verdict::NotApplicable,
    ];
    let vetoes = [VetoAnswer::Clear, VetoAnswer::Present, VetoAnswer::Unclear];
    let at = usize::try_from(number).unwrap();
    if pack.veto(id).is_some() {
        return Some(AnswerValue::Veto(vetoes[at % vetoes.len()]));
    }
    if let Some((_, scored)) = pack.scored(id) {
        let band = &scored.bands[at % scored.bands.len()];
        return Some(AnswerValue::Band(band.score));
    }
    let (_, indicator) = pack.indicator(id)?;
    Some(match indicator.answer.is_verdict() {
        true => AnswerValue::Verdict(verdicts[at % verdicts.len()]),
        false => AnswerValue::Count {
            done: number,
            due: None,
        },
    })
}

/// A workspace whose organisation has this type and name, answered by these numbers in turn.
fn answered(mut all: Workspace, kind: OrganizationType, name: &str, numbers: &[u32]) -> Workspace {
    let pack = built_in(kind).unwrap();
    for organization in all.organizations.values_mut() {
        organization.organization_type = kind;
        organization.name = name.to_owned();
    }
    for assessment in all.assessments.values_mut() {
        assessment.answers = Default::default();
        let mut turn = numbers.iter().cycle();
        for id in pack.item_ids() {
            // One in five is left open.
            let number = *turn.next().unwrap();
            if number % 5 != 4
                && let Some(value) = value(&pack, &id, number)
            {
                assessment.answers.insert(id, Answer::of(value, 2));
            }
        }
    }
    all
}

#[test]
fn the_paragraph_of_the_example() {
    let all = example_village();
    let said = paragraph(&plain_material(&all, Reach::Period, Language::Chinese));
    assert!(said.contains("自查"), "{said}");
    assert!(said.chars().count() <= LONGEST, "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_paragraph_is_always_short_enough(
        kind in 0..OrganizationType::ALL.len(),
        name in ".{0,200}",
        numbers in prop::collection::vec(0..40_u32, 1..60),
        busy in any::<bool>(),
    ) {
        let all = if busy { busy_village() } else { example_village() };
        let all = answered(all, OrganizationType::ALL[kind], &name, &numbers);
        for language in Language::ALL {
            let said = paragraph(&plain_material(&all, Reach::Period, language));
            prop_assert!(said.chars().count() <= LONGEST, "{}", said);
            prop_assert!(!said.is_empty());
        }
    }
}

/// What leads others is assessed by nothing: its report tells how its list stands, and has no empty
/// table of the basics.
#[test]
fn the_report_of_a_list_alone_tells_of_its_duties() {
    let all = answered(
        example_village(),
        OrganizationType::TownCommittee,
        "某镇党委",
        &[],
    );
    let material = plain_material(&all, Reach::Period, Language::Chinese);
    let said = paragraph(&material);
    assert!(said.contains("本年度责任清单共 9 项"), "{said}");
    let whole = format!("{:?}", report(&material, Extent::Short, None));
    assert!(
        whole.contains("责任清单办理情况") && whole.contains("书记负总责"),
        "{whole}"
    );
    assert!(
        !whole.contains("五基达标情况") && !whole.contains("未达标项"),
        "{whole}"
    );
}

/// However much is to be put right, the short report stays one to be signed on two pages: it lists
/// what presses most, and says how many there are besides.
#[test]
fn the_short_report_says_how_much_it_does_not_list() {
    let village = busy_village();
    let material = plain_material(&village, Reach::Period, Language::Chinese);
    let rows = |extent| {
        let blocks = report(&material, extent, None).blocks.into_iter();
        let mut tables = blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table.rows.len()),
            _ => None,
        });
        tables.next_back().unwrap()
    };
    let (short, full) = (rows(Extent::Short), rows(Extent::Full));
    assert_eq!(short, 12);
    assert!(full > short, "{full} in all");
    let said = format!("另有 {} 件，见整改台账。", full - short);
    let says_so = report(&material, Extent::Short, None)
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Paragraph { text, .. } if *text == said));
    assert!(says_so, "{said}");
}
