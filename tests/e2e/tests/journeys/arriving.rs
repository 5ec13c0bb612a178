//! A file always arrives (发出去，收进来): whatever the share sheet answers, in parts through a chat, as
//! codes through a camera, and several at once.
//!
//! Not here: what of a period goes out (`leaving`), and one file that comes back (`first_start`).

use crate::branch::{begins_a_village, deletes_everything, is_told_that_it_is_saved};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use wuxing_e2e::edition;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "arriving: whatever the share sheet answers",
        whatever_the_share_sheet_answers,
    ),
    Journey::in_all(
        "arriving: parts come through a chat",
        parts_come_through_a_chat,
    ),
    Journey::in_all(
        "arriving: codes come through a camera",
        codes_come_through_a_camera,
    ),
    Journey::in_all(
        "arriving: a folder and a name are chosen",
        a_folder_and_a_name_are_chosen,
    ),
];

/// A share sheet that answers what the story says, and keeps what it was given.
const SHARE_SHEET: &str = "\
window.shared = [];
window.answer = 'ok';
window.refused = [];
const named = (name, value) =>
  Object.defineProperty(navigator, name, { configurable: true, value });
named('canShare', (data) =>
  data.files.every((file) => !window.refused.includes(file.name.split('.').pop())));
named('share', async (data) => {
  const [file] = data.files;
  window.shared.push([file.name, file.type, await file.text()]);
  switch (window.answer) {
    case 'ok': return;
    case 'abort': throw new DOMException('closed', 'AbortError');
    case 'refused': throw new DOMException('no such type', 'NotAllowedError');
    case 'odd': throw new TypeError('what is this');
    default: return new Promise(() => {});
  }
});
";

/// The share sheet takes the file, is closed, refuses its kind, throws, or never answers; or there
/// is none: each time she is told what to do next.
fn whatever_the_share_sheet_answers(stage: &Stage) -> Result<()> {
    let edition = edition::with_script_file(&stage.programs.site, "sheet.js", SHARE_SHEET)?;
    let site = Site::serve(edition.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;

    goes_to_sending(&secretary, "ok", &[])?;
    secretary.taps_button("发给别人")?;
    secretary.sees("已交给手机的分享")?;
    secretary.takes_a_picture("shared")?;
    let (name, text) = shared(&secretary)?;
    ensure!(name.ends_with("季度.json"), "{name} is shared");
    let file: Value = serde_json::from_str(&text).context("what is shared is JSON")?;
    ensure!(file["kind"] == "assessment", "what is shared is the period");

    goes_to_sending(&secretary, "abort", &[])?;
    secretary.taps_button("发给别人")?;
    secretary.sees("没有发出，什么也没变")?;

    // What is refused only when it is tried goes as another kind with the next tap.
    goes_to_sending(&secretary, "refused", &[])?;
    secretary.taps_button("发给别人")?;
    secretary.sees("不让分享这种文件")?;
    secretary.runs("window.answer = 'ok';", &[])?;
    secretary.taps_button("发给别人")?;
    secretary.sees("已交给手机的分享")?;
    let (name, as_text) = shared(&secretary)?;
    ensure!(name.ends_with(".txt"), "{name} is shared");
    serde_json::from_str::<Value>(&as_text).context("the text is the file")?;

    // What is refused from the start is not tried.
    goes_to_sending(&secretary, "ok", &["json", "txt"])?;
    secretary.taps_button("发给别人")?;
    secretary.sees("已交给手机的分享")?;
    let (name, page) = shared(&secretary)?;
    ensure!(
        name.ends_with(".html") && page.contains("WUXINGU"),
        "{name}: {page}"
    );

    goes_to_sending(&secretary, "odd", &["txt", "html"])?;
    secretary.taps_button("发给别人")?;
    secretary.sees("不让分享文件")?;
    secretary.sees_button("发给别人")?;

    goes_to_sending(&secretary, "never", &[])?;
    secretary.taps_button("发给别人")?;
    secretary.sees("没看到分享面板？")?;
    secretary.takes_a_picture("no-answer")?;
    secretary.unfolds_first("换个办法")?;
    secretary.sees("分段复制")?;

    goes_to_sending(&secretary, "ok", &["json", "txt", "html"])?;
    secretary.taps_button("发给别人")?;
    secretary.sees("已开始下载")?;

    // The page that was shared is taken back by the import.
    secretary.goes_to("#/me/import")?;
    secretary.puts("或粘贴文字", &page)?;
    secretary.taps_button("打开这段文字")?;
    secretary.sees("这些内容这里都有了")
}

fn goes_to_sending(secretary: &Person, answer: &str, refused: &[&str]) -> Result<()> {
    let set = "window.answer = arguments[0]; window.refused = arguments[1];";
    secretary.goes_to("#/result")?;
    secretary.runs(set, &[json!(answer), json!(refused)])?;
    let period = secretary.addresses()?;
    let period = period
        .iter()
        .find(|address| address.contains("#/me/export/"));
    let period = period.context("the result leads to sending")?;
    let at = period.find('#').unwrap_or(0);
    secretary.goes_to(&period[at..])?;
    secretary.sees_button("发给别人")
}

/// The name and the text of what was shared last.
fn shared(secretary: &Person) -> Result<(String, String)> {
    let last = secretary.runs("return window.shared.at(-1);", &[])?;
    let text = |place: usize| last[place].as_str().map(str::to_owned);
    text(0).zip(text(2)).context("nothing was shared")
}

/// A backup goes through a chat in parts: they are pasted in the wrong order, one of them twice,
/// with names and times around them.
fn parts_come_through_a_chat(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;
    let messages = copies_parts(&secretary)?;
    ensure!(
        messages
            .iter()
            .all(|message| message.chars().count() < 1_800),
        "a chat takes less than that"
    );
    secretary.takes_a_picture("copied")?;
    begins_anew(&secretary)?;

    secretary.goes_to("#/me/import")?;
    let (first, others) = messages.split_first().context("there is no part")?;
    for message in others.iter().rev().chain(others) {
        pastes(
            &secretary,
            &format!("李四 2026/11/28 10:23\n{message}\n收到[微笑]"),
        )?;
        secretary.sees("还缺第")?;
    }
    if !others.is_empty() {
        secretary.sees("这一段已经收到过了")?;
        secretary.takes_a_picture("one-is-missing")?;
        // Cut off, it is told, and what came before is kept.
        pastes(&secretary, &first.chars().take(900).collect::<String>())?;
        secretary.sees("这一段不完整")?;
        secretary.sees("还缺第 1 段")?;
    }
    pastes(&secretary, first)?;
    imports(&secretary)?;
    secretary.goes_to("#/")?;
    secretary.sees("红旗村党总支")
}

/// Copies a backup in parts, and returns them as they are on the clipboard.
fn copies_parts(secretary: &Person) -> Result<Vec<String>> {
    secretary.goes_to("#/me/backup")?;
    secretary.runs(
        "window.copied = []; Object.defineProperty(navigator, 'clipboard', { configurable: true, \
         value: { writeText: async (text) => { window.copied.push(text); } } });",
        &[],
    )?;
    secretary.unfolds_first("更多办法")?;
    secretary.taps_button("分段复制 压缩成")?;
    secretary.sees("编号")?;
    for number in 1..=30 {
        if secretary.reads("都复制过了")? {
            break;
        }
        let one = secretary.reads("复制这一段")?;
        let label = match one {
            true => "复制这一段".to_owned(),
            false => format!("复制第 {number} 段"),
        };
        secretary.taps_button(&label)?;
        secretary.sees("去粘贴发出")?;
        secretary.waits("nothing is copied", || {
            let copied = secretary.runs("return window.copied.length;", &[])?;
            Ok(copied.as_u64() == Some(number))
        })?;
    }
    let copied = secretary.runs("return window.copied;", &[])?;
    serde_json::from_value(copied).context("texts were copied")
}

/// A period goes as codes from the screen of one phone to the camera of another.
fn codes_come_through_a_camera(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;
    secretary.goes_to("#/result")?;
    secretary.taps_link("导出这一期")?;
    secretary.unfolds_first("换个办法")?;
    secretary.taps_button("二维码")?;
    secretary.sees("镜头对准这里")?;
    secretary.takes_a_picture("code")?;
    let codes = secretary.runs(ALL_CODES, &[])?;
    ensure!(
        codes.as_array().is_some_and(|all| !all.is_empty()),
        "no code is shown: {codes}"
    );
    begins_anew(&secretary)?;

    secretary.goes_to("#/me/import")?;
    secretary.runs(CAMERA, &[codes])?;
    secretary.taps_button("扫二维码")?;
    secretary.waits_long("the codes are not read", || {
        let names = secretary.names_of("heading")?;
        Ok(names.iter().any(|name| name == "导入预览"))
    })?;
    secretary.takes_a_picture("scanned")?;
    let is_off = "return window.camera.getTracks().every((one) => one.readyState === 'ended');";
    secretary.waits("the camera stays on", || {
        Ok(secretary.runs(is_off, &[])? == Value::Bool(true))
    })?;
    secretary.taps_button("导入")?;
    secretary.sees("导入好了")?;

    // Without a camera she is told what else there is.
    secretary.taps_button("再打开一个文件")?;
    secretary.runs(
        "navigator.mediaDevices.getUserMedia = \
         async () => { throw new DOMException('no', 'NotAllowedError'); };",
        &[],
    )?;
    secretary.taps_button("扫二维码")?;
    secretary.sees("没有得到用镜头的允许")?;
    secretary.takes_a_picture("no-camera")?;
    secretary.taps_button("不扫了")?;
    secretary.sees_button("打开这段文字")
}

/// The paths and sizes of all codes, by pressing 「下一张」 until the first comes again.
const ALL_CODES: &str = "\
const seen = new Map();
const next = [...document.querySelectorAll('button')]
  .find((one) => one.textContent.includes('下一张'));
const look = () => {
  const code = document.querySelector('svg.code');
  seen.set(code.getAttribute('aria-label'),
    [code.getAttribute('viewBox').split(' ')[2], code.querySelector('path').getAttribute('d')]);
};
return (async () => {
  for (let step = 0; step < 70; step += 1) {
    look();
    next?.click();
    await new Promise((done) => setTimeout(done, 20));
  }
  return [...seen.values()];
})();
";

/// A camera before which the codes of another phone come by, on a grey desk.
const CAMERA: &str = "\
const codes = arguments[0];
const canvas = document.createElement('canvas');
canvas.width = 960;
canvas.height = 720;
const context = canvas.getContext('2d');
let number = 0;
const draw = () => {
  const [side, path] = codes[number % codes.length];
  number += 1;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#777';
  context.fillRect(0, 0, 960, 720);
  context.translate(180, 50);
  context.rotate(0.03);
  context.scale(600 / side, 600 / side);
  context.fillStyle = '#eee';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#222';
  context.fill(new Path2D(path));
};
draw();
setInterval(draw, 400);
window.camera = canvas.captureStream(25);
Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: {
  getUserMedia: async () => window.camera,
} });
";

fn pastes(secretary: &Person, text: &str) -> Result<()> {
    secretary.puts("或粘贴文字", text)?;
    secretary.taps_button("打开这段文字")
}

/// Takes in what the preview shows.
pub fn imports(secretary: &Person) -> Result<()> {
    secretary.sees_heading("导入预览")?;
    secretary.taps_button("导入")?;
    secretary.sees("导入好了")?;
    is_told_that_it_is_saved(secretary)
}

fn begins_anew(secretary: &Person) -> Result<()> {
    deletes_everything(secretary)?;
    secretary.reloads()
}

/// A dialog in which a folder and a name are chosen, which answers what the story says.
const SAVE_DIALOG: &str = "\
window.saved = [];
window.showSaveFilePicker = async (options) => {
  if (window.answer === 'abort') throw new DOMException('closed', 'AbortError');
  if (window.answer === 'refused') throw new DOMException('not there', 'NotAllowedError');
  const file = [options.suggestedName, ''];
  return {
    createWritable: async () => ({
      write: async (bytes) => { file[1] += new TextDecoder().decode(bytes); },
      close: async () => { window.saved.push(file); },
    }),
  };
};
";

/// 另存为 writes where she chose, says so when she closed the dialog, and when the browser may not
/// write there; where there is no such dialog, it is not offered.
fn a_folder_and_a_name_are_chosen(stage: &Stage) -> Result<()> {
    let edition = edition::with_script_file(&stage.programs.site, "dialog.js", SAVE_DIALOG)?;
    let site = Site::serve(edition.path())?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;
    for (answer, told) in [
        ("abort", "没有存，什么也没变"),
        ("refused", "浏览器不让写到那里"),
        ("ok", "已写到你选的地方"),
    ] {
        secretary.goes_to("#/")?;
        secretary.goes_to("#/me/backup")?;
        secretary.runs("window.answer = arguments[0];", &[json!(answer)])?;
        secretary.unfolds_first("更多办法")?;
        secretary.taps_button("另存为")?;
        secretary.sees(told)?;
    }
    let saved = secretary.runs("return window.saved;", &[])?;
    let [name, text] = [&saved[0][0], &saved[0][1]].map(|one| one.as_str().unwrap_or_default());
    ensure!(
        saved.as_array().map(Vec::len) == Some(1) && name.ends_with(".json"),
        "{saved} is written"
    );
    let file: Value = serde_json::from_str(text).context("what is written is the file")?;
    ensure!(file["kind"] == "backup", "it is the backup");

    secretary.goes_to("#/")?;
    secretary.runs("window.showSaveFilePicker = undefined;", &[])?;
    secretary.goes_to("#/me/backup")?;
    secretary.unfolds_first("更多办法")?;
    secretary.sees_no("另存为")
}
