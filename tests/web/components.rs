//! The pieces of the interface as the person meets them: what a field does while she writes in it,
//! and where the focus goes.
//!
//! Not here: how they look (the journeys) and what pages make of them.

use crate::page::{Page, Shared, fire, let_go_of, next_task, type_into, wait};
use js_sys::Function;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use wuxing::assessment::{Evidence, Verdict};
use wuxing::ui::components::{
    AnswerButtons, Dialog, EvidenceList, Selection, Sheet, TextField, UndoBar, verdict_choices,
};

#[wasm_bindgen_test]
async fn a_field_is_never_rewritten_while_the_person_is_in_it() {
    let kept = RwSignal::new("旧".to_owned());
    let page = Page::of(move || view! { <TextField label="名称" value=kept /> });
    let field = page.input("input");
    tick().await;
    assert_eq!(field.value(), "旧");

    kept.set("外面改的".to_owned());
    tick().await;
    assert_eq!(field.value(), "外面改的", "nobody was in it");

    field.focus().unwrap();
    kept.set("又一次".to_owned());
    tick().await;
    assert_eq!(field.value(), "外面改的", "she was in it");

    field.blur().unwrap();
    assert_eq!(field.value(), "又一次", "it is shown when she leaves");
}

#[wasm_bindgen_test]
async fn what_is_typed_is_taken_at_once_but_not_in_the_middle_of_a_composition() {
    let (taken, committed) = (
        Shared::<Vec<String>>::default(),
        Shared::<Vec<String>>::default(),
    );
    let (take, commit) = (taken.clone(), committed.clone());
    let page = Page::of(move || {
        view! {
            <TextField
                label="备注"
                value=""
                on_input=Callback::new(move |text| take.push(text))
                on_commit=Callback::new(move |text| commit.push(text))
            />
        }
    });
    let field = page.input("input");
    field.focus().unwrap();
    type_into(&field, "hui", true);
    assert_eq!(taken.all(), [""; 0], "the composition is not finished");
    field.set_value("会");
    fire(&field, "compositionend");
    assert_eq!(taken.all(), ["会"]);
    type_into(&field, "会议", false);
    assert_eq!(taken.all(), ["会", "会议"]);
    assert_eq!(committed.all(), [""; 0]);
    field.blur().unwrap();
    assert_eq!(
        committed.all(),
        ["会议"],
        "leaving commits even where no change was told"
    );
}

#[wasm_bindgen_test]
async fn pressing_the_chosen_answer_again_takes_it_back_and_the_focus_stays() {
    let chosen = RwSignal::new(None::<Verdict>);
    let page = Page::of(move || {
        let choose = move |verdict| chosen.set(Some(verdict));
        let selection = Selection::new(verdict_choices(), move || chosen.get(), choose);
        let clear = Callback::new(move |()| chosen.set(None));
        view! { <AnswerButtons legend="党员大会" selection=selection on_clear=clear /> }
    });
    tick().await;
    // The second of the four.
    let second = page.input(".answer:nth-of-type(2) input");
    second.focus().unwrap();
    page.click(".answer:nth-of-type(2) input");
    tick().await;
    assert_eq!(chosen.get_untracked(), Some(Verdict::Partly));
    assert!(!second.title().is_empty(), "it says how it is taken back");
    // Many tap twice what they mean once.
    page.click(".answer:nth-of-type(2) input");
    tick().await;
    assert_eq!(chosen.get_untracked(), Some(Verdict::Partly));
    wait(800).await;
    page.click(".answer:nth-of-type(2) input");
    tick().await;
    assert_eq!(chosen.get_untracked(), None);
    assert!(page.find("input:checked").is_none());
    assert_eq!(
        document().active_element(),
        page.find(".answer:nth-of-type(2) input")
    );
    // By the keyboard, too.
    page.click(".answer:nth-of-type(3) input");
    tick().await;
    assert_eq!(chosen.get_untracked(), Some(Verdict::Unmet));
    let_go_of(&page.input(".answer:nth-of-type(3) input"), " ");
    tick().await;
    assert_eq!(chosen.get_untracked(), None);
    assert!(page.find("input:checked").is_none());
}

#[wasm_bindgen_test]
async fn an_empty_paper_is_not_told_and_removing_one_leaves_the_others_as_they_are() {
    let paper = |name: &str| Evidence {
        name: name.to_owned(),
        ..Evidence::default()
    };
    let kept = RwSignal::new(vec![paper("一"), paper("二")]);
    let told = Shared::<Vec<usize>>::default();
    let tell = told.clone();
    let page = Page::of(move || {
        let change = Callback::new(move |rows: Vec<Evidence>| {
            tell.push(rows.len());
            kept.set(rows);
        });
        view! { <EvidenceList rows=kept on_change=change /> }
    });
    tick().await;
    page.click(".evidence > .button");
    tick().await;
    assert_eq!(page.count("paper"), 3);
    assert_eq!(told.all(), [0_usize; 0]);
    type_into(&page.input(".paper:nth-of-type(3) input"), "三", false);
    tick().await;
    assert_eq!(
        kept.get_untracked(),
        [paper("一"), paper("二"), paper("三")]
    );
    page.click(".paper .button");
    tick().await;
    assert_eq!(kept.get_untracked(), [paper("二"), paper("三")]);
    assert_eq!(page.input(".paper input").value(), "二");
    assert_eq!(page.count("paper"), 2);
}

#[wasm_bindgen_test]
async fn a_dialog_opens_as_modal_and_tells_when_it_is_left() {
    let open = RwSignal::new(false);
    let page = Page::of(move || {
        let close = Callback::new(move |()| open.set(false));
        view! { <Dialog open=open title="删除？" on_close=close><button>"删除"</button></Dialog> }
    });
    tick().await;
    assert!(page.find("dialog[open]").is_none());
    open.set(true);
    tick().await;
    assert!(page.find("dialog:modal button").is_some());
    // What Escape does.
    Function::new_with_args("dialog", "dialog.close()")
        .call1(&JsValue::NULL, &page.find("dialog").unwrap())
        .unwrap();
    next_task().await;
    assert!(!open.get_untracked());
    assert!(page.find("button").is_none());
}

#[wasm_bindgen_test]
async fn a_sheet_keeps_the_focus_and_gives_it_back() {
    let open = RwSignal::new(false);
    let page = Page::of(move || {
        let close = Callback::new(move |()| open.set(false));
        view! {
            <button class="opens">"记一次"</button>
            <Sheet open=open title="党员大会" on_close=close>
                <input type="text" />
            </Sheet>
        }
    });
    tick().await;
    page.input("button.opens").focus().unwrap();
    open.set(true);
    tick().await;
    assert_eq!(
        document().active_element(),
        page.find("dialog:modal h2"),
        "the title is read first, and no keyboard comes up"
    );
    page.input("dialog input").focus().unwrap();
    tick().await;
    assert!(page.find(".sheet-tall").is_some());
    page.click(".sheet-close");
    next_task().await;
    assert!(!open.get_untracked());
    assert!(page.find("dialog[open]").is_none());
    assert_eq!(document().active_element(), page.find("button.opens"));
}

#[wasm_bindgen_test]
async fn the_undo_bar_waits_while_something_lies_over_the_page_and_goes_with_the_page() {
    let (deed, waits) = (RwSignal::new(None::<String>), RwSignal::new(true));
    let page = Page::of(move || {
        view! { <UndoBar deed=deed on_undo=Callback::new(|()| ()) waits=waits /> }
    });
    tick().await;
    deed.set(Some("已记".to_owned()));
    tick().await;
    assert!(page.find(".undo").is_none(), "it would lie under the sheet");
    waits.set(false);
    tick().await;
    assert!(page.find(".undo").is_some(), "it is told afterwards");
    waits.set(true);
    tick().await;
    assert!(page.find(".undo").is_none());
    waits.set(false);
    tick().await;
    assert!(page.find(".undo").is_none(), "and once");
}

#[wasm_bindgen_test]
async fn the_undo_bar_shows_every_new_deed_and_none_from_before() {
    let deed = RwSignal::new(Some("打开之前".to_owned()));
    let undone = Shared::<Vec<()>>::default();
    let undo = undone.clone();
    let page = Page::of(move || {
        view! { <UndoBar deed=deed on_undo=Callback::new(move |()| undo.push(())) /> }
    });
    tick().await;
    assert!(page.find(".undo").is_none());
    deed.set(Some("已答".to_owned()));
    tick().await;
    assert!(page.find(".undo").is_some());
    page.click(".undo button");
    assert_eq!(undone.all().len(), 1);
    page.click(".undo button:last-child");
    tick().await;
    assert!(page.find(".undo").is_none(), "it was closed");
    deed.set(Some("已答".to_owned()));
    tick().await;
    assert!(
        page.find(".undo").is_some(),
        "the same deed once more is a new one"
    );
    deed.set(None);
    tick().await;
    assert!(page.find(".undo").is_none());
}
