//! Files as chats, mails and other programs hand them on, each with the sentence that its reader
//! gets. Every one of them was once answered by a sentence that was untrue or no help.

use crate::samples::{assessment, id, organization, period_file};
use std::fs;
use std::path::Path;
use wuxing::exchange::{
    ForeignEncoding, ImportError, ImportIssue, Kind, Language, SCHEMA_VERSION, open, open_text,
};
use wuxing::text::refusals::{issue, refusal};

/// Makes something of any bytes, as GBK nearly does.
struct Anything;

impl ForeignEncoding for Anything {
    fn decode_gbk(&self, bytes: &[u8]) -> Option<String> {
        Some(String::from_utf8_lossy(bytes).into_owned())
    }
}

fn bytes_of(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/odd");
    fs::read(folder.join(name)).unwrap()
}

/// What is said of a file that is refused.
#[track_caller]
fn refused(bytes: &[u8]) -> Vec<String> {
    let error = open(bytes, &Anything).unwrap_err();
    let english = refusal(&error, Language::English);
    let texts = [&english.what, english.to_do].map(str::to_owned);
    for text in texts.iter().chain(&english.faults) {
        assert!(text.ends_with('.') && !text.contains('。'), "{text}");
    }
    let chinese = refusal(&error, Language::Chinese);
    let said = [chinese.what, chinese.to_do.to_owned()];
    said.into_iter().chain(chinese.faults).collect()
}

#[test]
fn what_is_refused_is_told_why_and_what_to_do() {
    #[track_caller]
    fn check(name: &str, what: &str, to_do: &str) {
        assert_eq!(refused(&bytes_of(name)), [what, to_do], "{name}");
    }

    let again = "请对方把文件重发一次，直接发，不要先打开另存。";
    check("cesu8.json", "文件传坏了，从第 16 行起有坏字。", again);
    check(
        "one-byte-damaged-utf8-read-as-gbk.json",
        "文件传坏了，从第 40 行起有坏字。",
        again,
    );
    check(
        "utf8-one-bad-byte-ascii.json",
        "文件传坏了，从第 41 行起有坏字。",
        again,
    );
    check(
        "utf8-one-bad-byte-even.json",
        "文件传坏了，从第 12 行起有坏字。",
        again,
    );
    check(
        "nul-bytes-inside.json",
        "文件传坏了，从第 12 行起有坏字。",
        again,
    );
    check(
        "latin1-bytes.json",
        "文件传坏了，从第 12 行起有坏字。",
        again,
    );
    let garbled = "文件里的汉字成了乱码：它被别的程序用另一种编码另存过。";
    check("latin1-mojibake.json", garbled, again);

    let file = "请对方直接发文件，不要复制文字。";
    let signs = |line: usize| {
        format!(
            "第 {line} 行起，标点被换成了别的（比如引号变成了“ ”），多半是输入法或聊天软件换的。"
        )
    };
    check("smart-quotes.json", &signs(2), file);
    check("curly-quotes.json", &signs(2), file);
    check("fullwidth-braces.json", &signs(1), file);
    check("html-escaped.txt", &signs(2), file);
    check(
        "raw-newline-in-string.json",
        "第 16 行第 23 个字符处，一段文字断成了两行，多半是邮件或聊天软件折的行。",
        file,
    );
    check(
        "line-wrapped-80.json",
        "第 40 行第 71 个字符处，一段文字断成了两行，多半是邮件或聊天软件折的行。",
        file,
    );

    let whole = "请把整段文字全选复制，或让对方把文件重发一次。";
    check(
        "gbk-truncated.json",
        "内容不完整，到第 51 行就断了。可能没发全、没复制全或没下载完。",
        whole,
    );
    for (name, line, column) in [
        ("json5-comments.json", 4, 3),
        ("single-quotes.json", 2, 3),
        ("json-in-json-string.json", 1, 3),
    ] {
        let what = format!("第 {line} 行第 {column} 个字符不合格式，内容可能被改过。");
        check(name, &what, whole);
    }

    let right = "请选这个应用导出的文件。备份的名字以「五基五星」开头。";
    check(
        "html-login.json",
        "这是一个网页，里面没有数据：可能是登录页，或汇报单被别的程序另存过。",
        right,
    );
    check("url-encoded.txt", "这里面没有这个应用导出的内容。", right);

    let resend = "请对方重新导出一份再发。";
    for (name, what) in [
        (
            "exponent.json",
            "第 1 份自评 · ORG-01 · 修改时间：数字写得不对，要写成 3 这样的整数。",
        ),
        (
            "huge2.json",
            "第 1 个组织 · 组织情况 · 正式党员数：数字太大。",
        ),
        (
            "negative.json",
            "第 1 个组织 · 组织情况 · 正式党员数：不能是负数。",
        ),
        ("number-1e999.json", "第 39 行第 27 个字符：数字太大。"),
        (
            "number-u32plus1.json",
            "自评 · ACT-01 · 次数 · 已开次数：数字太大。",
        ),
        ("kind-missing.json", "缺少「文件种类」。"),
        (
            "kind-wrong-backup.json",
            "文件写明是「全部备份」，里面却不是，有的是：自评、组织。",
        ),
        (
            "kind-wrong-standard.json",
            "文件写明是「标准包」，里面却不是，有的是：自评、组织。",
        ),
        (
            "payload-empty-backup.json",
            "这份「全部备份」里面什么也没有。",
        ),
        ("payload-missing.json", "缺少「内容」。"),
        ("zero-width-inside-key.json", "缺少「内容」。"),
        ("version-missing.json", "缺少「版本」。"),
        (
            "version-float.json",
            "版本：写成了「2.0」，要写成 2 这样的数字。",
        ),
        (
            "version-string.json",
            "版本：写成了「\"2\"」，要写成 2 这样的数字。",
        ),
        (
            "version-minus1.json",
            "版本：写成了「-1」，要写成 2 这样的数字。",
        ),
    ] {
        check(name, what, resend);
    }
    for name in [
        "number-1.0.json",
        "number-1e2.json",
        "number-minus-zero.json",
    ] {
        let what = "自评 · ACT-01 · 次数 · 已开次数：数字写得不对，要写成 3 这样的整数。";
        check(name, what, resend);
    }
    let newer = format!("文件是新版本写的（格式 4294967298），这里只认到格式 {SCHEMA_VERSION}。");
    check(
        "version-u32plus.json",
        &newer,
        "请刷新页面更新应用，再打开。",
    );
}

#[test]
fn texts_without_a_file_are_told_so() {
    #[track_caller]
    fn check(text: &str, what: &str) {
        assert_eq!(refused(text.as_bytes())[0], what, "{text}");
    }

    let nothing = "这里面没有这个应用导出的内容。";
    check("2026年12月台账见附件", nothing);
    check("true", nothing);
    check("false 是什么意思？", nothing);
    check("none: 1\nname: 支部\n", nothing);
    check("null", nothing);
    check("- 支部: 新坝\n  人数: 3\n", nothing);
    check("收到{好的}", nothing);
    check(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<title>五基五星自评</title>\n<script>{\"a\":1}</script>",
        "这是应用本身，不是数据。",
    );
    check(
        "\"payload\": {\"organization\": {\"name\": \"新坝村\"}},\n  \"sha256\": \"0\"\n}",
        "开头缺了一段，可能没有复制全。",
    );
}

#[test]
fn what_opens_says_what_to_look_at() {
    #[track_caller]
    fn check(name: &str, issues: &[&str]) {
        let opened = open(&bytes_of(name), &Anything).unwrap();
        // The standard goes on, and the files stay as they are.
        let version = |one: &&ImportIssue| matches!(one, ImportIssue::OtherPackVersion { .. });
        let said = opened.issues.iter().filter(|one| !version(one));
        let said = said.map(|one| issue(one, Language::Chinese, ToString::to_string));
        assert_eq!(said.collect::<Vec<_>>(), issues, "{name}");
        assert!(!opened.documents.is_empty());
    }

    // Braces in a nickname before the file, and in the chat behind it.
    check("brace-nickname.txt", &[]);
    check("wechat-with-brace-after.txt", &[]);
    check("wechat-forward.txt", &[]);
    // The same file twice is one file.
    check("two-concatenated.json", &[]);
    check("array-of-two.json", &[]);
    check(
        "lone-surrogate-escape.json",
        &[
            "校验不符：文件导出后被人改过，或传坏了。内容能打开，请核对后再决定。",
            "有 1 个字是坏的（多半是表情），换成了「\u{FFFD}」。",
        ],
    );
    check(
        "date-9999.json",
        &["自评 · ORG-01 · 第 1 份佐证 · 日期：9999-12-31 这个日期少见，请核对。"],
    );
    check(
        "term-end-9999.json",
        &["组织 · 届满日：9999-12-31 这个日期少见，请核对。"],
    );
    check(
        "packs/bare-pack-without-the-envelope.json",
        &["文件没有校验值，看不出有没有被改过。"],
    );
    check("packs/ok.json", &[]);
}

#[test]
fn several_files_in_one_text_are_opened_one_by_one() {
    let file = |organization_id: u128, name: &str| {
        let one = assessment(organization_id + 10, id(organization_id), "2026Q3");
        let whose = organization(organization_id, name);
        period_file(&whose, &one, &[], None).unwrap()
    };
    let (first, second) = (file(1, "新坝村"), file(2, "旧坝村"));
    for text in [
        format!("{first}\n{second}"),
        format!("[{first},\n{second}]"),
        format!("张{{三}}：{first}\n李四：{second}\n收到"),
        format!("{first}{second}{first}"),
    ] {
        let said = refused(text.as_bytes());
        assert_eq!(said, ["里面有 2 份文件。", "请一份一份打开。"]);
        let Err(ImportError::SeveralFiles { files }) = open_text(&text) else {
            unreachable!("{text}");
        };
        assert_eq!(files, [first.clone(), second.clone()]);
        for file in &files {
            assert_eq!(open_text(file).unwrap().kind, Kind::Assessment);
        }
    }
}

/// What the author of a pack reads.
#[test]
fn the_faults_of_a_pack_are_all_told_to_its_author() {
    #[track_caller]
    fn check(name: &str, to_do: &str, faults: &[&str]) {
        let said = refused(&bytes_of(&format!("packs/{name}.json")));
        let count = faults.len();
        let what = format!("标准包「local.bzh-100」有 {count} 处不对，不能用。");
        assert_eq!(said[..2], [what, to_do.to_owned()], "{name}");
        assert_eq!(said[2..], *faults, "{name}");
    }

    let sense = "请编这套标准的人照下面改。";
    let shape = "请编这套标准的人照下面改；改好再打开，可能还会查出别的。";
    let half = "请编这套标准的人照下面改。分值只用整数：有小数的，写 \"points_unit\": \"tenths\"，全部分值（满分、得星线、各档、加分）都乘 10。";
    check(
        "chinese-frequency",
        shape,
        &[
            "第 1 个基 · 第 1 条 · 频次（basics[0].indicators[0].frequency）：\
           不认识的取值「每季」，可以是 month、quarter、half_year、year、term、event。",
        ],
    );
    check(
        "organization-misspelt",
        shape,
        &[
            "组织（organization）：不认识的取值「enterprise」，可以是 village、community、office、\
           state_enterprise、institution、private_firm、social_organization、leading_group、\
           town_committee。",
        ],
    );
    check(
        "unknown-certainty",
        shape,
        &[
            "第 1 颗星 · 核实情况（stars[0].certainty）：不认识的取值「official」，可以是 \
           source_document、verified、article_pending、local_example、common_practice、suggestion。",
        ],
    );
    check(
        "date-with-slash",
        shape,
        &["核对日期（verified_on）：「2026/11/27」不是日期，要写成 2026-06-30 这样。"],
    );
    check(
        "negative-points",
        shape,
        &[
            "第 1 颗星 · 第 1 条 · 第 3 档 · 分值（stars[0].indicators[0].bands[2].score）：不能是负数。",
        ],
    );
    check(
        "half-points",
        half,
        &[
            "第 1 颗星 · 第 2 条 · 第 2 档 · 分值（stars[0].indicators[1].bands[1].score）：\
           有小数，这里只用整数。",
        ],
    );
    check("missing-basics", shape, &["缺少「基（basics）」。"]);
    check(
        "missing-certainty",
        shape,
        &["第 1 颗星（stars[0]）：缺少「核实情况（certainty）」。"],
    );
    check(
        "title-as-plain-text",
        shape,
        &["名称（title）：文字要写成 {\"zh\": \"…\"}。"],
    );
    check(
        "unknown-member",
        shape,
        &[
            "第 1 颗星 · 第 1 条（stars[0].indicators[0]）：多了不认识的「分值」，这里可以写 id、title、\
           maximum、question、bands、deductions、least、entered、evidence、derivation、local_line、\
           sources、certainty。",
        ],
    );
    check(
        "version-number",
        shape,
        &["版本（version）：应是文字，写的是数字。"],
    );
    check(
        "veto-text-effect",
        shape,
        &[
            "第 1 个否决项 · 效果（vetoes[0].effect）：不认识的取值「取消评优」，可以是 \
           freeze_all_stars、freeze_stars、at_most_stars、basics_unmet、grade_at_best。",
        ],
    );
    check(
        "bands-ascending",
        sense,
        &[
            "第 1 颗星 · 第 1 条 · 第 2 档（B1）：分档要从高到低：0 之后是 2。",
            "第 1 颗星 · 第 1 条 · 第 3 档（B1）：分档要从高到低：2 之后是 4。",
            "第 1 颗星 · 第 1 条 · 第 1 档（B1）：最高一档不是满分 4。",
        ],
    );
    check(
        "no-pass-line",
        sense,
        &[
            "第 1 颗星 · 得星线（banzi）：得星线 80 高于满分 16。",
            "第 2 颗星 · 得星线（shi）：得星线 80 高于满分 6。",
        ],
    );
}
