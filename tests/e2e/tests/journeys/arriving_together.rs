//! Several files at once (一次收几份): each is told, sealed ones ask for their passphrase, and one
//! import takes in what could be opened.
//!
//! Not here: by which ways a file comes (`arriving`).

use crate::arriving::imports;
use crate::branch::{begins_a_village, deletes_everything, is_told_that_it_is_saved};
use anyhow::Result;
use serde_json::json;
use std::fs;
use std::path::Path;
use wuxing_e2e::busy_branch::exported;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::root;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "arriving: several files are one import",
        several_files_are_one_import,
    ),
    Journey::in_all(
        "arriving: a sealed file among others",
        a_sealed_file_among_others,
    ),
];

/// Several files at once, one of them an archive, one a picture, one cut off: each is told, and one
/// import takes in what could be opened.
fn several_files_are_one_import(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let (secretary, backup) = with_a_backup(stage, &site)?;
    secretary.reloads()?;

    let folder = tempfile::tempdir()?;
    let archive = fs::read(root().join("tests/fixtures/archives/folder.zip"))?;
    let half: String = backup.chars().take(400).collect();
    let files: [(&str, &[u8]); 4] = [
        ("红旗村.json", backup.as_bytes()),
        ("传坏了.txt", half.as_bytes()),
        ("各村上报.zip", &archive),
        ("旧的.rar", b"Rar!\x1A\x07\x01\0"),
    ];
    let all = written(&files, folder.path())?;
    secretary.goes_to("#/me/import")?;
    secretary.takes_a_picture("ways-in")?;
    secretary.chooses_file("选择文件", all.as_ref())?;
    secretary.sees_heading("导入预览")?;
    secretary.sees("拒收 3")?;
    for told in [
        "传坏了.txt",
        "内容不完整",
        "旧的.rar",
        "这种压缩包",
        "照片.jpg",
        "红旗村党总支",
    ] {
        secretary.sees(told)?;
    }
    secretary.takes_a_picture("told")?;
    imports(&secretary)?;
    // One step back takes all of it back.
    secretary.taps_button("撤销")?;
    secretary.goes_to("#/me")?;
    secretary.sees_no("红旗村党总支")?;

    // A folder that is dropped is all that is in it, however deep.
    secretary.goes_to("#/me/import")?;
    secretary.sees("可以拖进来")?;
    secretary.runs(DROPS_A_FOLDER, &[json!(backup)])?;
    secretary.sees_heading("导入预览")?;
    secretary.sees("拒收 1")?;
    secretary.sees("照片.jpg")?;
    secretary.sees("红旗村党总支")
}

/// Drops a folder with a picture and a folder with a file in it, as browsers hand them over: what
/// is in a folder comes in portions.
const DROPS_A_FOLDER: &str = "\
const file = (name, content) => ({
  isFile: true, isDirectory: false, file: (done) => done(new File([content], name)),
});
const folder = (...inside) => ({
  isFile: false, isDirectory: true, createReader: () => {
    const portions = [...inside.map((one) => [one]), []];
    return { readEntries: (done) => done(portions.shift()) };
  },
});
const picture = new Uint8Array([255, 216, 255, 225, 19, 69]);
const dropped = folder(file('照片.jpg', picture), folder(file('红旗村.json', arguments[0])));
const event = new Event('drop', { bubbles: true, cancelable: true });
Object.defineProperty(event, 'dataTransfer', {
  value: { files: null, items: [{ webkitGetAsEntry: () => dropped }] },
});
document.querySelector('main textarea').dispatchEvent(event);
";

/// Of several files two are sealed: each asks for its passphrase by its name, one is left, and the
/// others go on.
fn a_sealed_file_among_others(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let (secretary, backup) = with_a_backup(stage, &site)?;
    let folder = tempfile::tempdir()?;
    let sealed = fs::read(root().join("tests/fixtures/file-sealed-1.json"))?;
    let files: [(&str, &[u8]); 3] = [
        ("红旗村.json", backup.as_bytes()),
        ("新坝村.json", &sealed),
        ("看不了的.json", &sealed),
    ];
    let all = written(&files, folder.path())?;
    let choose = || -> Result<()> {
        secretary.goes_to("#/")?;
        secretary.goes_to("#/me/import")?;
        secretary.chooses_file("选择文件", all.as_ref())?;
        secretary.sees_heading("这份文件加了口令")?;
        secretary.sees("新坝村.json")
    };
    choose()?;
    secretary.takes_a_picture("asked")?;
    secretary.taps_button("跳过这一份")?;
    secretary.sees("看不了的.json")?;
    secretary.taps_button("跳过这一份")?;
    secretary.sees_heading("导入预览")?;
    secretary.sees("拒收 2")?;

    // One passphrase opens all that were sealed with it.
    choose()?;
    secretary.writes("口令", "新坝2026")?;
    secretary.taps_button("打开")?;
    secretary.waits_long("they do not open", || secretary.reads("导入预览"))?;
    secretary.sees_no("拒收")?;
    imports(&secretary)
}

/// Somebody who has nothing on the device, and the backup of the village that was there.
fn with_a_backup(stage: &Stage, site: &Site) -> Result<(Person, String)> {
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;
    let backup = exported(&secretary)?.to_string();
    deletes_everything(&secretary)?;
    Ok((secretary, backup))
}

/// Writes files into a folder, and returns their paths, one a line.
fn written(files: &[(&str, &[u8])], folder: &Path) -> Result<String> {
    let mut all = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::write(&path, bytes)?;
        all.push(path.display().to_string());
    }
    Ok(all.join("\n"))
}
