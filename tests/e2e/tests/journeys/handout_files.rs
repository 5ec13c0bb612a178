//! A handout leaves as a picture, as Word and as Excel (材料的文件), and is opened again by programs
//! that were not written here.
//!
//! Not here: how it leaves otherwise.

use anyhow::{Context, Result, ensure};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use wuxing_e2e::busy_branch;
use wuxing_e2e::busy_year::VILLAGE;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::office_program::{Printed, prints};
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, root};
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all("handout files: leaves as Word", leaves_as_word),
    Journey::in_all("handout files: leaves as Excel", leaves_as_excel),
    Journey::in_all("handout files: leaves as a picture", leaves_as_a_picture),
    Journey {
        engines: &[Engine::Chromium, Engine::Firefox],
        tried_in: &[Engine::Webkit],
        ..Journey::in_all(
            "handout files: every picture arrives",
            every_picture_arrives,
        )
    },
    Journey::in_all("handout files: can be tried again", can_be_tried_again),
    Journey::in_all(
        "handout files: what was saved anew says so",
        what_was_saved_anew_says_so,
    ),
];

/// The report as Word says in LibreOffice all that it says on the page, on few sheets of paper.
fn leaves_as_word(stage: &Stage) -> Result<()> {
    let (_site, secretary) = sees_the_report(stage)?;
    let cells = cells(&secretary)?;
    secretary.taps_button("Word")?;
    let file = keeps_the_file(&secretary)?;
    secretary.takes_a_picture("word")?;
    let Some(printed) = opened(stage, &file)? else {
        return Ok(());
    };
    holds_all(&printed, &cells)?;
    let number = format!("1/{}", printed.pages);
    ensure!(printed.text.contains(&number), "no page has a number");
    ensure!(printed.pages <= 3, "it takes {} pages", printed.pages);
    Ok(())
}

/// The report as Excel says all that it says on the page, and is the data as well: whoever imports
/// it has what is here already.
fn leaves_as_excel(stage: &Stage) -> Result<()> {
    let (_site, secretary) = sees_the_report(stage)?;
    let mut cells = cells(&secretary)?;
    let summary = "return document.querySelector('.handout p:not([class])').textContent;";
    let summary = secretary.runs(summary, &[])?;
    cells.push(summary.as_str().context("there is a summary")?.to_owned());
    secretary.taps_button("Excel")?;
    secretary.waits_long("no file was made", || secretary.reads("做好了"))?;
    secretary.sees("对方用本工具能导入")?;
    let file = keeps_the_file(&secretary)?;
    if let Some(printed) = opened(stage, &file)? {
        holds_all(&printed, &cells)?;
        ensure!(!printed.text.contains("WUXINGU"), "the data is printed");
    }
    secretary.goes_to("#/me/import")?;
    secretary.chooses_file("选择文件", &file)?;
    secretary.waits_long("it is not the data", || secretary.reads("没有变化"))
}

/// The report as a picture stands on the page, to be pressed long, and is a PNG that says
/// something.
fn leaves_as_a_picture(stage: &Stage) -> Result<()> {
    let (_site, secretary) = sees_the_report(stage)?;
    secretary.taps_button("图片")?;
    secretary.waits_long("no picture is there", || secretary.reads("长按图片"))?;
    let shown = "const all = [...document.querySelectorAll('img.handout-picture')];\
                 return all.length > 0 && all.every((one) =>\
                 one.complete && one.naturalWidth === 1080 && one.alt !== '');";
    secretary.waits("a picture is not shown", || {
        Ok(secretary.runs(shown, &[])?.as_bool() == Some(true))
    })?;
    secretary.taps_button("存到手机")?;
    let file = secretary.gets_a_file()?;
    secretary.takes_a_picture("picture")?;
    let decoder = png::Decoder::new(BufReader::new(File::open(file)?));
    let mut reader = decoder.read_info()?;
    let size = reader.output_buffer_size().context("a size")?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels)?;
    ensure!(frame.width == 1080, "it is {} wide", frame.width);
    ensure!(
        (600..=4000).contains(&frame.height),
        "it is {} high",
        frame.height
    );
    let colours = frame.color_type.samples();
    let dark = |pixel: &&[u8]| pixel.iter().take(3).all(|part| *part < 100);
    let count = pixels.chunks_exact(colours).filter(dark).count();
    let all = pixels.len() / colours;
    // Letters take some of the paper, and not most of it.
    ensure!(
        count > all / 200 && count < all / 3,
        "{count} of {all} pixels are dark"
    );
    ensure!(pixels.first() == Some(&255), "the paper is not white");
    Ok(())
}

/// The ledger of a busy year is some ten pictures, and one tap downloads them one after the other:
/// of more than ten in a second Chromium once dropped the rest without a word, and did so again for
/// two taps in a hurry. She taps twice, and once more when all are there. What came first is put
/// away before that: a browser that is driven from outside writes over files of the same name.
fn every_picture_arrives(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    busy_branch::begins(&secretary, &site.address(), &VILLAGE)?;
    secretary.goes_to("#/handout/ledger")?;
    secretary.taps_button("图片")?;
    secretary.waits_long("no picture is there", || secretary.reads("按顺序发"))?;
    let count = "return document.querySelectorAll('img.handout-picture').length;";
    let count = secretary.runs(count, &[])?.as_u64().unwrap_or(0);
    ensure!(count > 6, "there are {count} pictures");
    let count = usize::try_from(count)?;
    secretary.taps_button("存到手机")?;
    secretary.taps_button("存到手机")?;
    let first = secretary.gets_files(count)?;
    ensure!(
        first.len() == count,
        "{} files for {count} pictures",
        first.len()
    );
    all_arrived(&first)?;
    for file in first {
        std::fs::remove_file(file)?;
    }
    // The rest after the last one is over by then.
    std::thread::sleep(std::time::Duration::from_secs(1));
    secretary.taps_button("存到手机")?;
    all_arrived(&secretary.gets_files(count)?)
}

/// Says which of the pictures are missing, and which are none.
fn all_arrived(files: &[PathBuf]) -> Result<()> {
    for file in files {
        let decoder = png::Decoder::new(BufReader::new(File::open(file)?));
        let width = decoder.read_info()?.info().width;
        // It lies on its side.
        ensure!(width == 1920, "{} is {width} wide", file.display());
    }
    let named = |number: usize| {
        let ending = format!("-{number}.png");
        let mut files = files.iter();
        files.any(|file| file.to_string_lossy().ends_with(&ending))
    };
    let missing: Vec<usize> = (1..=files.len()).filter(|number| !named(*number)).collect();
    ensure!(missing.is_empty(), "pictures {missing:?} did not arrive");
    Ok(())
}

/// What makes Word and Excel may not come; then the page says so, and a second tap gets it.
fn can_be_tried_again(stage: &Stage) -> Result<()> {
    let (_site, secretary) = sees_the_report(stage)?;
    secretary.runs(
        "window.kept = window.fetch; window.fetch = () => Promise.reject(new Error('no network'));",
        &[],
    )?;
    secretary.taps_button("Excel")?;
    secretary.sees("没能下载，还没生成")?;
    secretary.runs("window.fetch = window.kept;", &[])?;
    secretary.taps_button("再试一次")?;
    keeps_the_file(&secretary).map(drop)
}

/// A workbook that LibreOffice has saved comes in, and the preview says what counts of it; the same
/// as Word has lost the data, and that is said.
fn what_was_saved_anew_says_so(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    let folder = root().join("office/tests/saved_anew");
    secretary.goes_to("#/me/import")?;
    secretary.chooses_file("选择文件", &folder.join("libreoffice.ods"))?;
    secretary.sees_heading("导入预览")?;
    secretary.sees("后来在表格里改的字不算")?;
    secretary.takes_a_picture("saved-anew")?;
    secretary.goes_to("#/help")?;
    secretary.goes_to("#/me/import")?;
    secretary.chooses_file("选择文件", &folder.join("libreoffice.docx"))?;
    secretary.sees("没有数据：本来就没带，或另存时丢了")?;
    secretary.takes_a_picture("lost")
}

fn sees_the_report(stage: &Stage) -> Result<(Site, Person)> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/handout/report")?;
    secretary.sees_button("Word")?;
    Ok((site, secretary))
}

/// What stands in the tables of the page.
fn cells(secretary: &Person) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('.handout td, .handout tbody th')]\
                  .map((one) => one.textContent);";
    let cells = secretary.runs(script, &[])?;
    let cells: Vec<String> = serde_json::from_value(cells)?;
    ensure!(cells.len() > 40, "the report has {} cells", cells.len());
    Ok(cells)
}

fn keeps_the_file(secretary: &Person) -> Result<std::path::PathBuf> {
    secretary.waits_long("no file was made", || secretary.reads("做好了"))?;
    secretary.taps_button("存到手机")?;
    secretary.gets_a_file()
}

fn opened(stage: &Stage, file: &Path) -> Result<Option<Printed>> {
    let printed = prints(file)?;
    if printed.is_none() {
        stage.says("no office program is here, so that the file was not opened");
    }
    Ok(printed)
}

fn holds_all(printed: &Printed, cells: &[String]) -> Result<()> {
    for cell in cells {
        let bare: String = cell.split_whitespace().collect();
        ensure!(
            printed.text.contains(&bare),
            "{cell:?} is not in it: {}",
            printed.text
        );
    }
    Ok(())
}
