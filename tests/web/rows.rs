//! Rows and pictures: what leads on, and what is not drawn where there is nothing to draw.

use crate::page::Page;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;
use wuxing::assessment::{Progress, StarState};
use wuxing::standard::PointsUnit;
use wuxing::ui::components::{LinkList, ListButton, StarMark, StarPart, StarsPicture};

#[wasm_bindgen_test]
async fn a_row_that_leads_on_is_a_button_and_not_a_radio() {
    let pressed = RwSignal::new(0);
    let page = Page::of(move || {
        let press = Callback::new(move |()| pressed.update(|times| *times += 1));
        view! {
            <LinkList>
                <ListButton title="村" subtitle="村党支部、党总支、党委" on_press=press />
            </LinkList>
        }
    });
    let button = page.find("button[type=button]").expect("there is a button");
    // What is read aloud is what is seen, the title first.
    assert_eq!(button.get_attribute("aria-label"), None);
    assert_eq!(
        button.text_content().as_deref().map(str::trim),
        Some("村 村党支部、党总支、党委")
    );
    assert!(page.find("input").is_none(), "arrow keys would choose it");
    page.click("button");
    tick().await;
    assert_eq!(pressed.get_untracked(), 1);
}

/// Where a type has no stars, an empty white box stood on the home page.
#[wasm_bindgen_test]
async fn without_stars_there_is_no_picture_of_them() {
    let parts = RwSignal::new(Vec::<StarPart>::new());
    let page = Page::of(move || view! { <StarsPicture label="支部评星" parts=parts /> });
    assert_eq!(page.count("stars"), 0);
    parts.set(vec![star(StarState::Named)]);
    tick().await;
    assert_eq!(page.count("stars"), 0, "a name alone shows nothing");
    parts.set(vec![star(StarState::Won)]);
    tick().await;
    assert_eq!((page.count("stars"), page.count("star-word")), (1, 1));
}

/// A star that is only named looked as if 「只列名称」 were how it stands.
#[wasm_bindgen_test]
async fn a_star_that_is_only_named_has_no_mark() {
    let page = Page::of(move || {
        let parts = vec![star(StarState::Named), star(StarState::Won)];
        view! {
            <StarsPicture label="四强争创" parts=Signal::stored(parts) />
            <StarMark state=StarState::Named />
        }
    });
    assert_eq!((page.count("star-name"), page.count("star-word")), (2, 1));
    assert_eq!(page.count("mark"), 0, "nor has it one in a list");
}

fn star(state: StarState) -> StarPart {
    StarPart {
        name: "政治功能强".to_owned(),
        href: String::new(),
        state,
        progress: Progress::default(),
        short_by: None,
        score: PointsUnit::default().of(0),
        maximum: PointsUnit::default().of(0),
        pass: PointsUnit::default().of(0),
    }
}
