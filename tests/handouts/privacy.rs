//! Nothing that is for the user's eyes alone stands in a handout, unless the user takes it in.

use crate::shown::shown;
use crate::world::{example_village, material_of, organization};
use wuxing::app::material::Reach;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::{Answer, AnswerValue, VetoAnswer};
use wuxing::exchange::for_others::OwnPart;
use wuxing::handout::book::book;
use wuxing::handout::duty_list::{Layout, duty_list};
use wuxing::handout::report::{Extent, report};
use wuxing::handout::{hand_over_list, rectification_list, statement};
use wuxing::sorted_set::SortedSet;

const NOTE: &str = "只有我知道的备注";

/// The example village with a note beside every answer, and the first veto present.
fn with_secrets() -> (Workspace, String) {
    let mut all = example_village();
    let kind = organization(&all).organization_type;
    let pack = wuxing::standard::built_in(kind).unwrap();
    let veto = pack.vetoes.first().unwrap();
    for assessment in all.assessments.values_mut() {
        for answer in assessment.answers.values_mut() {
            answer.note = NOTE.to_owned();
        }
        let present = Answer::of(AnswerValue::Veto(VetoAnswer::Present), 5);
        assessment.answers.insert(veto.id.clone(), present);
    }
    (all, veto.title.zh.clone())
}

fn everything(all: &Workspace, included: &SortedSet<OwnPart>) -> String {
    let period = material_of(all, Reach::Period, included);
    let year = material_of(all, Reach::Year, included);
    let handouts = [
        report(&period, Extent::Full, None),
        statement::statement(&year),
        book(&year, None),
        rectification_list::rectification_list(&year),
        duty_list(&year, Layout::Persons, None),
        hand_over_list::hand_over_list(&year),
    ];
    handouts.iter().map(shown).collect()
}

#[test]
fn what_is_private_stays_out_unless_it_is_taken_in() {
    let (all, veto) = with_secrets();
    let code_name = "25 步";
    let without = everything(&all, &SortedSet::default());
    assert!(!without.contains(NOTE));
    assert!(!without.contains(&veto), "{veto}");
    assert!(!without.contains(code_name));
    // What is left out is not said to be clear: it counts as not looked at.
    assert!(without.contains("一票否决事项尚有 1 条未核对"), "{without}");

    let vetoes = [OwnPart::Vetoes].into_iter().collect();
    let with_vetoes = everything(&all, &vetoes);
    assert!(with_vetoes.contains(&veto));
    assert!(!with_vetoes.contains(NOTE));
}

#[test]
fn notes_stand_in_no_handout_even_where_the_file_has_them() {
    let (all, _) = with_secrets();
    let all_parts = [OwnPart::Notes, OwnPart::Vetoes].into_iter().collect();
    assert!(!everything(&all, &all_parts).contains(NOTE));
}
