//! Fields for numbers and dates: what is taken, what changes nothing, and what is said about it.
//!
//! Not here: what a number is (`typed_number`), and fields of text (`components`).

use crate::page::{Page, Shared, type_into};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;
use wuxing::period::CivilDate;
use wuxing::typed_number::Unit;
use wuxing::ui::components::{CountEntry, DateField, NumberField};

#[wasm_bindgen_test]
async fn a_number_is_taken_as_people_type_it_and_stepped_while_the_field_has_the_focus() {
    let kept = RwSignal::new(Some(3));
    let page = Page::of(move || {
        let change = Callback::new(move |number| kept.set(number));
        view! { <NumberField label="实几次" value=kept on_change=change stepper=true most=12 /> }
    });
    let field = page.input("input");
    tick().await;
    field.focus().unwrap();
    page.click("button:last-of-type");
    assert_eq!(
        (kept.get_untracked(), field.value()),
        (Some(4), "4".to_owned())
    );
    type_into(&field, "１２", false);
    assert_eq!(kept.get_untracked(), Some(12));
    page.click("button:last-of-type");
    assert_eq!(
        kept.get_untracked(),
        Some(12),
        "no further than the largest"
    );
}

#[wasm_bindgen_test]
async fn regression_what_is_no_number_changes_nothing_and_the_field_says_so() {
    // 12345 was kept as 1234, 1.5 as 1 and 5/8 as 5: the part before the first wrong sign.
    async fn check(typed: &str, why: &str) {
        let kept = RwSignal::new(Some(20));
        let page = Page::of(move || {
            let change = Callback::new(move |number| kept.set(number));
            view! { <NumberField label="正式党员数" value=kept on_change=change /> }
        });
        let field = page.input("input");
        tick().await;
        field.focus().unwrap();
        for end in 1..=typed.len() {
            type_into(&field, &typed[..end], false);
        }
        tick().await;
        assert_eq!(kept.get_untracked(), Some(20), "{typed}");
        assert_eq!(field.value(), typed, "it stays to be mended");
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
        field.blur().unwrap();
        tick().await;
        assert_eq!(
            (kept.get_untracked(), field.value()),
            (Some(20), "20".to_owned())
        );
        let said = page.find("[role=status]").unwrap().text_content().unwrap();
        assert_eq!(said, format!("「{typed}」没有记下：{why}。仍是 20。"));
        assert_eq!(field.get_attribute("aria-invalid"), None);
    }

    check("12345", "最多填 9999").await;
    check("1.5", "这里只填整数").await;
    check("5/8", "请只填数字，例如 3").await;
    check("0x10", "请只填数字，例如 3").await;
}

#[wasm_bindgen_test]
async fn an_emptied_field_changes_nothing_until_it_is_left() {
    let kept = RwSignal::new(Some(5));
    let told = Shared::<Vec<Option<u32>>>::default();
    let tell = told.clone();
    let page = Page::of(move || {
        let change = Callback::new(move |number| {
            tell.push(number);
            kept.set(number);
        });
        view! { <NumberField label="实几次" value=kept on_change=change /> }
    });
    let field = page.input("input");
    tick().await;
    field.focus().unwrap();
    type_into(&field, "", false);
    type_into(&field, "4", false);
    field.blur().unwrap();
    assert_eq!(told.all(), [Some(4)], "never nothing in between");
    field.focus().unwrap();
    type_into(&field, "", false);
    field.blur().unwrap();
    assert_eq!(told.all(), [Some(4), None]);
}

#[wasm_bindgen_test]
async fn hours_are_typed_and_shown_in_halves() {
    let kept = RwSignal::new(Some(2));
    let page = Page::of(move || {
        let change = Callback::new(move |number| kept.set(number));
        view! { <NumberField label="学时" value=kept on_change=change unit=Unit::Halves /> }
    });
    let field = page.input("input");
    tick().await;
    assert_eq!(field.value(), "1");
    field.focus().unwrap();
    for text in ["1", "1.", "1.5"] {
        type_into(&field, text, false);
    }
    field.blur().unwrap();
    assert_eq!(
        (kept.get_untracked(), field.value()),
        (Some(3), "1.5".to_owned())
    );
}

#[wasm_bindgen_test]
async fn regression_an_own_number_due_is_not_lost_while_it_is_corrected() {
    // Who corrects a number empties the field first; that took the own number back.
    let own = RwSignal::new(Some(6));
    let page = Page::of(move || {
        let change = Callback::new(move |number| own.set(number));
        view! { <NumberField label="应开次数" value=own on_change=change least=1 always=true /> }
    });
    let field = page.input("input");
    tick().await;
    assert_eq!(field.value(), "6");
    field.focus().unwrap();
    type_into(&field, "", false);
    tick().await;
    assert_eq!(own.get_untracked(), Some(6));
    type_into(&field, "0", false);
    field.blur().unwrap();
    tick().await;
    assert_eq!(
        (own.get_untracked(), field.value()),
        (Some(6), "6".to_owned())
    );
}

#[wasm_bindgen_test]
async fn a_count_is_answered_as_due_by_one_button() {
    let done = RwSignal::new(None);
    let page = Page::of(move || {
        let change = Callback::new(move |number| done.set(number));
        view! {
            <CountEntry
                legend="党员大会"
                done=done
                all=Signal::stored(3_u32)
                on_done=change
            />
        }
    });
    tick().await;
    page.click(".count-all");
    tick().await;
    assert_eq!(done.get_untracked(), Some(3));
    assert_eq!(page.input("input").value(), "3");
}

#[wasm_bindgen_test]
async fn regression_a_day_of_a_year_that_cannot_be_meant_is_not_taken() {
    // A year of six digits, typed by hand, was kept as 8123.
    let day = |text: &str| text.parse::<CivilDate>().unwrap();
    let kept = RwSignal::new(Some(day("2028-12-31")));
    let page = Page::of(move || {
        let change = Callback::new(move |day| kept.set(day));
        view! { <DateField label="届满日" value=kept on_change=change /> }
    });
    let field = page.input("input");
    tick().await;
    assert_eq!(
        (field.min(), field.max()),
        ("2000-01-01".to_owned(), "2199-12-31".to_owned())
    );
    field.focus().unwrap();
    for typed in ["0002-12-31", "8123-02-02", "81231-02-02"] {
        type_into(&field, typed, false);
        assert_eq!(kept.get_untracked(), Some(day("2028-12-31")), "{typed}");
    }
    field.blur().unwrap();
    tick().await;
    assert_eq!(field.value(), "2028-12-31");
    let said = page.find("[role=status]").unwrap().text_content().unwrap();
    assert_eq!(said, "年份要在 2000 到 2199 之间，没有记下。");
    field.focus().unwrap();
    type_into(&field, "2027-06-30", false);
    assert_eq!(kept.get_untracked(), Some(day("2027-06-30")));
    type_into(&field, "", false);
    assert_eq!(kept.get_untracked(), None, "to empty it takes the day away");
}
