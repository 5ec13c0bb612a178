//! Takes pictures of every handout in every form in which it leaves the phone (材料总览): printed, as
//! Word and Excel as an office program prints them, as a picture, and as the page that others open;
//! of the example and of a busy year. The texts for a chat stand beside them as files.
//!
//! Not here: what journeys demand of them.

use super::sheet::Sheet;
use super::{has_a_screen_of, screenshot};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use wuxing_e2e::browser::PHONE;
use wuxing_e2e::busy_branch;
use wuxing_e2e::busy_year::VILLAGE;
use wuxing_e2e::journey::address_of;
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, Programs};
use wuxing_e2e::site::Site;
use wuxing_e2e::{office_program, pdf};

/// A handout: what its files are called, its address, and what is chosen on its page.
struct Leaf {
    name: &'static str,
    address: &'static str,
    chosen: Option<(&'static str, &'static str)>,
}

const fn plain(name: &'static str, address: &'static str) -> Leaf {
    Leaf {
        name,
        address,
        chosen: None,
    }
}

const fn chosen(
    name: &'static str,
    address: &'static str,
    group: &'static str,
    choice: &'static str,
) -> Leaf {
    Leaf {
        name,
        address,
        chosen: Some((group, choice)),
    }
}

const LEAVES: [Leaf; 12] = [
    plain("report", "#/handout/report"),
    chosen(
        "report-full",
        "#/handout/report",
        "详略",
        "详表（每项指标）",
    ),
    plain("statement", "#/handout/statement"),
    plain("ledger", "#/handout/ledger"),
    plain("rectifications", "#/handout/rectifications"),
    plain("duties", "#/handout/duties"),
    chosen("duties-by-person", "#/handout/duties", "排法", "按人"),
    plain("blank", "#/handout/blank"),
    plain("notice", "#/handout/notice"),
    plain("minutes", "#/handout/minutes"),
    plain("ballot", "#/handout/ballot"),
    plain("hand-over", "#/handout/hand-over"),
];

/// Keeps what is copied instead of copying it.
const KEEPS_COPIES: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, \
     value: { writeText: async (text) => { window.copied = text; } } });";

/// Takes the pictures, with one sheet for each branch: of all handouts, or of those whose names
/// have one of these parts.
///
/// # Errors
/// When a page does not come, or a file cannot be opened.
pub fn take_pictures(
    programs: &Programs,
    site: &Site,
    folder: &Path,
    parts: &[String],
) -> Result<()> {
    let person = Person::new(Engine::Chromium, programs, "shots")?;
    person.opens(&site.address())?;
    person.taps_button("看示例")?;
    person.sees_no("看示例")?;
    of_branch(&person, folder, "handouts-example", parts)?;
    drop(person);
    let person = Person::new(Engine::Chromium, programs, "shots")?;
    busy_branch::begins(&person, &site.address(), &VILLAGE)?;
    of_branch(&person, folder, "handouts-busy", parts)
}

fn of_branch(person: &Person, folder: &Path, name: &str, parts: &[String]) -> Result<()> {
    let mut sheet = Sheet::new(folder, name)?;
    let is_asked_for =
        |leaf: &&Leaf| parts.is_empty() || parts.iter().any(|part| leaf.name.contains(&**part));
    for leaf in LEAVES.iter().filter(is_asked_for) {
        println!("    {name}: {}", leaf.name);
        take(person, &mut sheet, leaf).with_context(|| leaf.name)?;
    }
    let file = sheet.finish(person)?;
    println!("    {}", file.display());
    Ok(())
}

/// One handout in all its forms.
fn take(person: &Person, sheet: &mut Sheet, leaf: &Leaf) -> Result<()> {
    let folder = sheet.folder();
    let file = |form: &str, ending: &str| folder.join(format!("{}-{form}.{ending}", leaf.name));
    person.goes_to("#/me")?;
    person.goes_to(leaf.address)?;
    person.sees_button("Word")?;
    if let Some((group, choice)) = leaf.chosen {
        person.chooses(group, choice)?;
    }
    let printed = file("print", "pdf");
    fs::write(&printed, person.prints()?)?;
    show_pages(sheet, &printed)?;

    for (button, ending) in [("Word", "docx"), ("Excel", "xlsx")] {
        person.taps_button(button)?;
        person.waits_long("no file was made", || person.reads(&format!(".{ending}")))?;
        person.taps_button("存到手机")?;
        let made = file(&button.to_lowercase(), ending);
        keep(&person.gets_a_file()?, &made)?;
        if let Some(printed) = office_program::writes_pdf(&made, &folder)? {
            show_pages(sheet, &printed)?;
        }
    }

    person.taps_button("图片")?;
    person.waits_long("no picture is there", || person.reads("长按图片"))?;
    let count = "return document.querySelectorAll('img.handout-picture').length;";
    let count = person.runs(count, &[])?.as_u64().unwrap_or(0);
    person.taps_button("存到手机")?;
    for number in 1..=count {
        let piece = file(&format!("picture-{number}"), "png");
        keep(&person.gets_a_file()?, &piece)?;
        show(sheet, &piece);
    }

    person.runs(KEEPS_COPIES, &[])?;
    person.taps_button("复制文字")?;
    person.sees("已复制")?;
    let text = person.runs("return window.copied;", &[])?;
    fs::write(file("text", "txt"), text.as_str().unwrap_or_default())?;

    person.taps_button("发给别人")?;
    let page = file("page", "html");
    keep(&person.gets_a_file()?, &page)?;
    let picture = file("page", "png");
    fs::write(&picture, picture_of_page(person, &page)?)?;
    show(sheet, &picture);
    Ok(())
}

/// Moves a file that was downloaded to where it is to stay.
fn keep(downloaded: &Path, to: &Path) -> Result<()> {
    fs::copy(downloaded, to)?;
    Ok(fs::remove_file(downloaded)?)
}

fn show_pages(sheet: &mut Sheet, printed: &Path) -> Result<()> {
    for page in pdf::pictures(printed, &sheet.folder())? {
        show(sheet, &page);
    }
    Ok(())
}

fn show(sheet: &mut Sheet, picture: &Path) {
    let name = picture.file_name().unwrap_or_default().to_string_lossy();
    let words = PathBuf::from(name.as_ref());
    let words = words.file_stem().unwrap_or_default().to_string_lossy();
    sheet.show(&words, &name);
}

/// A page as a phone shows it that has nothing but the file.
fn picture_of_page(person: &Person, page: &Path) -> Result<Vec<u8>> {
    let session = &person.browser.session;
    let before = session.tab()?;
    let tab = session.new_tab("tab")?;
    person.switches_to(&tab)?;
    session.open(&address_of(page))?;
    has_a_screen_of(person, PHONE.0, PHONE.1)?;
    let whole = person.runs("return document.documentElement.scrollHeight;", &[])?;
    let whole = u32::try_from(whole.as_u64().unwrap_or(0))?;
    has_a_screen_of(person, PHONE.0, whole.clamp(PHONE.1, 12_000))?;
    let picture = screenshot(person)?;
    session.close_tab()?;
    person.switches_to(&before)?;
    Ok(picture)
}
