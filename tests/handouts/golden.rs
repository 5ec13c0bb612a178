//! Every handout of the example village, and the long ones of a busy year, as texts that stay the
//! same.
//!
//! `UPDATE_EXPECT=1 cargo test --no-default-features --test handouts` writes them anew; read the
//! difference before you commit it.

use crate::drawn::drawn;
use crate::shown::shown;
use crate::world::{busy_village, example_village, item, plain_material};
use expect_test::expect_file;
use wuxing::app::material::Reach;
use wuxing::exchange::Language;
use wuxing::handout::book::book;
use wuxing::handout::duty_list::{Layout, duty_list};
use wuxing::handout::meeting::{Meeting, ballot, minutes, notice};
use wuxing::handout::report::{Extent, report};
use wuxing::handout::{
    Handout, Material, blank_form, hand_over_list, rectification_list, statement,
};
use wuxing::ledger::RecordOf;
use wuxing::standard::Role;

macro_rules! check {
    ($name:literal, $handout:expr) => {
        let handout: Handout = $handout;
        expect_file![concat!("../golden/handouts/", $name, ".txt")].assert_eq(&shown(&handout));
        write_page($name, &handout);
    };
}

/// Writes the page of a handout where the environment asks for it, to be looked at, and its
/// description, of which `office/tests/written.rs` makes the other forms.
fn write_page(name: &str, handout: &Handout) {
    if let Ok(folder) = std::env::var("WUXING_PAGES") {
        let page = wuxing::handout::html::page(handout, None);
        std::fs::write(format!("{folder}/{name}.html"), page).unwrap();
        let description = serde_json::to_string(handout).unwrap();
        std::fs::write(format!("{folder}/{name}.json"), description).unwrap();
        for (place, piece) in drawn(handout).into_iter().enumerate() {
            std::fs::write(format!("{folder}/{name}-{}.svg", place + 1), piece).unwrap();
        }
    }
}

fn of_example(reach: Reach) -> Material {
    plain_material(&example_village(), reach, Language::Chinese)
}

/// The last general meeting of a year, as it was recorded.
fn general_meeting(material: &Material) -> Meeting {
    let kind = RecordOf::Kind(item("general_meeting"));
    let records = material.ledger.records.values();
    let last = records
        .filter(|one| one.of == kind && !one.line.is_empty())
        .max_by_key(|one| one.held_on);
    Meeting::of(last.unwrap()).unwrap()
}

#[test]
fn the_reports_of_the_example() {
    let material = of_example(Reach::Period);
    check!("report-short", report(&material, Extent::Short, None));
    check!("report-full", report(&material, Extent::Full, None));
    let english = plain_material(&example_village(), Reach::Period, Language::English);
    check!(
        "report-short-english",
        report(&english, Extent::Short, None)
    );
}

#[test]
fn the_sheets_of_the_example() {
    let material = of_example(Reach::Year);
    check!("statement", statement::statement(&material));
    check!("book", book(&material, None));
    check!(
        "rectifications",
        rectification_list::rectification_list(&material)
    );
    check!(
        "duties-by-month",
        duty_list(&material, Layout::Months, None)
    );
    let secretary = Some(Role::Secretary);
    check!(
        "duties-of-secretary",
        duty_list(&material, Layout::Persons, secretary)
    );
    check!("blank-form", blank_form::blank_form(&material));
    check!("hand-over", hand_over_list::hand_over_list(&material));
}

#[test]
fn the_sheets_of_a_meeting() {
    let material = of_example(Reach::Year);
    let held = general_meeting(&material);
    check!("notice", notice(&material, &held));
    check!("minutes", minutes(&material, &held));
    check!("ballot", ballot(&material, &held));
    let ahead = Meeting {
        record: None,
        ..held
    };
    check!("notice-ahead", notice(&material, &ahead));
    check!("minutes-ahead", minutes(&material, &ahead));
    check!("ballot-ahead", ballot(&material, &ahead));
}

#[test]
fn the_report_of_a_busy_year() {
    let material = plain_material(&busy_village(), Reach::Period, Language::Chinese);
    check!("report-busy", report(&material, Extent::Full, None));
}

/// The other sheets of a busy year are long: they are looked at, and not compared.
#[test]
fn the_sheets_of_a_busy_year_are_written_to_be_looked_at() {
    let material = plain_material(&busy_village(), Reach::Year, Language::Chinese);
    let of_period = plain_material(&busy_village(), Reach::Period, Language::Chinese);
    for (name, handout) in [
        ("busy-report-short", report(&of_period, Extent::Short, None)),
        ("busy-book", book(&material, None)),
        (
            "busy-rectifications",
            rectification_list::rectification_list(&material),
        ),
        ("busy-hand-over", hand_over_list::hand_over_list(&material)),
        (
            "busy-duties-by-person",
            duty_list(&material, Layout::Persons, None),
        ),
    ] {
        write_page(name, &handout);
    }
}
