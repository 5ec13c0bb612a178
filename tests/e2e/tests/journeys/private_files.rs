//! A file that is kept private (口令、签名): it opens by its passphrase alone, and who imports sees by
//! which key it is signed.
//!
//! Not here: files as they are (`first_start`, `ledger_files`).

use crate::branch::{begins_a_village, deletes_everything, is_told_that_it_is_saved, outcome};
use anyhow::{Result, ensure};
use wuxing_e2e::busy_branch::imports;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all(
        "private files: a backup opens by its passphrase",
        a_backup_opens_by_its_passphrase,
    ),
    Journey::in_all("private files: a key is known again", a_key_is_known_again),
];

/// She backs up with a passphrase, loses everything, types the passphrase wrong and then right, and
/// has all of it again.
fn a_backup_opens_by_its_passphrase(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    let before = outcome(&secretary)?;
    secretary.goes_to("#/me/backup")?;
    secretary.ticks("加口令")?;
    // Nothing goes out unsealed while the tick is set.
    ensure!(
        !secretary
            .names_of("button")?
            .contains(&"复制文字".to_owned())
    );
    secretary.writes("口令", "短")?;
    secretary.taps_button("加密")?;
    secretary.sees("太短，至少 6 个字")?;
    secretary.puts("口令", "新坝2026")?;
    secretary.writes("口令提示（可不填）", "村名加年份")?;
    secretary.takes_a_picture("passphrase")?;
    secretary.taps_button("加密")?;
    secretary.waits_long("nothing was sealed", || secretary.reads("已加密，可以发了"))?;
    secretary.taps_button("复制文字")?;
    secretary.sees("已复制")?;

    deletes_everything(&secretary)?;
    secretary.reloads()?;
    secretary.goes_to("#/me/import")?;
    secretary.pastes_what_was_copied("或粘贴文字")?;
    secretary.taps_button("打开这段文字")?;
    secretary.sees_heading("这份文件加了口令")?;
    secretary.sees("口令提示：村名加年份")?;
    secretary.writes("口令", "新坝2025")?;
    secretary.taps_button("打开")?;
    secretary.waits_long("the wrong passphrase is taken", || {
        secretary.reads("看看大小写、输入法")
    })?;
    secretary.takes_a_picture("wrong passphrase")?;
    secretary.puts("口令", "　新坝２０２６")?;
    secretary.taps_button("打开")?;
    secretary.waits_long("it does not open", || secretary.reads("导入预览"))?;
    secretary.taps_button("导入")?;
    secretary.sees("导入好了")?;
    is_told_that_it_is_saved(&secretary)?;
    let after = outcome(&secretary)?;
    ensure!(after == before, "{after} instead of {before}");
    Ok(())
}

/// She signs what she sends. Whoever imports it sees the key for the first time, then the same
/// again, and is warned of another one and of none.
fn a_key_is_known_again(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let (secretary, colleague) = (stage.person()?, stage.person()?);
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    let unsigned = what_she_sends(&secretary)?;
    makes_a_key(&secretary)?;
    let signed = what_she_sends(&secretary)?;
    drops_her_key(&secretary)?;
    makes_a_key(&secretary)?;
    let by_another = what_she_sends(&secretary)?;

    colleague.opens(&site.address())?;
    sees_of(&colleague, &signed, "第一次见到这把钥匙")?;
    imports(&colleague, &signed)?;
    colleague.goes_to("#/help")?;
    colleague.sees_heading("帮助")?;
    sees_of(&colleague, &signed, "和上次是同一把钥匙")?;
    sees_of(&colleague, &by_another, "和上次不是同一把钥匙")?;
    sees_of(&colleague, &unsigned, "这次没有，上次有")?;
    let changed = signed.replace("红旗村党总支", "红星村党总支");
    sees_of(&colleague, &changed, "签名以后内容被改过")
}

fn what_she_sends(secretary: &Person) -> Result<String> {
    secretary.goes_to("#/result")?;
    secretary.taps_link("导出这一期")?;
    secretary.taps_button("预览要发的内容")?;
    secretary.sees("校验短码")?;
    secretary.reads_field("会发出的内容")
}

fn makes_a_key(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/me/data")?;
    secretary.sees_button("高级")?;
    secretary.unfolds_everything()?;
    secretary.taps_button("做一把签名钥匙")?;
    secretary.sees("发给别人的文件会签名")
}

fn drops_her_key(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/me/data")?;
    secretary.sees_button("高级")?;
    secretary.unfolds_everything()?;
    secretary.taps_button("不再签名，删掉钥匙")?;
    secretary.sees_button("做一把签名钥匙")
}

fn sees_of(colleague: &Person, file: &str, words: &str) -> Result<()> {
    colleague.goes_to("#/me/import")?;
    colleague.puts("或粘贴文字", file)?;
    colleague.taps_button("打开这段文字")?;
    colleague.sees_heading("导入预览")?;
    colleague.sees(words)?;
    // The next file is opened on a page that is made anew.
    colleague.goes_to("#/help")?;
    colleague.sees_heading("帮助")
}
