//! 导入: opening a file or pasted text, what it would change, and why something was refused.
//!
//! Not here: export and the rest of the data page (`data`), and the faults of packs
//! (`pack_faults`).

texts! {
    intro: &'static str = "打开别人发来的文件，或粘贴复制来的文字。写入之前，先给你看会改什么。", "Open a file you were sent, or paste copied text. You see what would change before anything is written.";
    choose_file: &'static str = "选择文件", "Choose a file";
    choose_file_hint: &'static str = ".json 或 .txt 都可以。微信里的文件，先点「…」用其他应用打开或保存到手机。", ".json or .txt. Save a file from a chat to the device first.";
    paste_label: &'static str = "或粘贴文字", "Or paste text";
    paste_hint: &'static str = "在微信里长按那段文字，全选、复制，再粘贴到这里", "Copy the whole message in the chat and paste it here";
    open_text: &'static str = "打开这段文字", "Open this text";
    reading: &'static str = "正在打开…", "Opening…";
    refused_title: &'static str = "没能打开", "It could not be opened";
    unchanged: &'static str = "没有改动任何数据。", "Nothing was changed.";
    detail: &'static str = "给懂技术的人看", "For a technician";
    preview_title: &'static str = "会改什么", "What would change";
    preview_hint: &'static str = "还没有写入。看过再点「导入」。", "Nothing is written yet. Look, then tap Import.";
    source_exported: fn(String) -> String = |day| format!("导出于 {day}"), |day| format!("Exported on {day}");
    source_app: fn(String) -> String = |app| format!("应用版本 {app}"), |app| format!("App version {app}");
    kind_assessment: &'static str = "一期自评", "One assessment";
    kind_backup: &'static str = "全部备份", "A full backup";
    kind_standard: &'static str = "标准包", "A standard";
    kind_rescue: &'static str = "原始数据", "Raw data";
    document_settings: &'static str = "设置（字号、深浅色、语言）", "Settings (type size, theme, language)";
    document_organization: fn(String) -> String = |name| format!("组织：{name}"), |name| format!("Organisation: {name}");
    document_assessment: fn(String) -> String = |period| format!("自评：{period}"), |period| format!("Assessment: {period}");
    document_standard: fn(String) -> String = |title| format!("标准包：{title}"), |title| format!("Standard: {title}");
    change_new: &'static str = "新的", "New";
    change_same: &'static str = "没有变化", "The same";
    change_merges: &'static str = "两份合在一起", "Put together";
    change_replaces: &'static str = "文件里的较新，换成它", "The file has the newer one";
    change_keeps: &'static str = "这里的较新，保留", "Yours is newer and stays";
    same_question: fn(String) -> String = |name| format!("和这里的「{name}」是同一个组织吗？"), |name| format!("Is it the same as “{name}” here?");
    same_hint: &'static str = "是同一个就合在一起，不会变成两个。", "If so, they are put together and do not become two.";
    same_yes: &'static str = "是同一个", "The same";
    same_no: &'static str = "不是", "Another one";
    merge_added: fn(usize) -> String = |n| format!("补进 {n} 条"), |n| format!("{n} added");
    merge_theirs: fn(usize) -> String = |n| format!("用文件里的 {n} 条（较新）"), |n| format!("{n} from the file (newer)");
    merge_ours: fn(usize) -> String = |n| format!("保留这里的 {n} 条（较新）"), |n| format!("{n} of yours stay (newer)");
    differences: fn(usize) -> String = |n| format!("两边不一样的 {n} 条，逐条看"), |n| format!("{n} that differ, one by one");
    ours: &'static str = "这里", "Here";
    theirs: &'static str = "文件里", "In the file";
    keeps_ours: &'static str = "留这里的（较新）", "yours stays (newer)";
    keeps_theirs: &'static str = "用文件里的（较新）", "the file's is taken (newer)";
    counted: fn(u32) -> String = |n| format!("做了 {n} 次"), |n| format!("done {n} times");
    no_answer: &'static str = "没有回答", "no answer";
    with_note: &'static str = "有备注", "with a note";
    with_papers: fn(usize) -> String = |n| format!("佐证 {n} 份"), |n| if n == 1 { "1 paper".to_owned() } else { format!("{n} papers") };
    issues_title: &'static str = "请先看一眼", "Please look at this first";
    all_same: &'static str = "这些内容这里都有了，不用导入。", "All of this is here already; there is nothing to import.";
    import: &'static str = "导入", "Import";
    cancel: &'static str = "不导入", "Do not import";
    done_title: &'static str = "导入好了", "Imported";
    done_text: &'static str = "觉得不对，可以点「撤销」。", "If it is not right, tap Undo.";
    done_open: fn(String) -> String = |name| format!("打开{name}"), |name| format!("Open {name}");
    done_home: &'static str = "去首页看看", "Go to the home page";
    done_choose_pack: &'static str = "去选用这个标准包", "Choose this standard";
    another: &'static str = "再打开一个文件", "Open another file";
    rescue_lost: fn(usize) -> String = |n| format!("其中 {n} 份打不开，没有导入。"), |n| format!("{n} of it could not be opened and is left out.");
    more_lines: fn(usize) -> String = |n| format!("还有 {n} 条"), |n| format!("and {n} more");
    file_too_large: fn(usize) -> String = |n| format!("文件有 {n} MB，太大了。这个应用写的文件不会超过 30 MB，可能选错了文件。"), |n| format!("The file has {n} MB. This app never writes more than 30 MB; it may be the wrong file.");
    file_unreadable: &'static str = "浏览器读不到这个文件。它可能被移走了，或者还没下载完。", "The browser cannot read the file. It may have been moved, or not be downloaded yet.";

    empty: &'static str = "文件是空的。", "It is empty.";
    not_text: &'static str = "这不是文字文件，可能是图片、压缩包或 Word、Excel 文件。", "It is not a text file; perhaps a picture, an archive or an office document.";
    too_deep: fn(usize) -> String = |n| format!("里面一层套一层，超过了 {n} 层，不是这个应用写的。"), |n| format!("It is nested more than {n} deep and was not written by this app.");
    cut_off: fn(usize) -> String = |line| format!("内容不完整，到第 {line} 行就断了。可能没发全、没复制全或没下载完。"), |line| format!("It ends too early, in line {line}. It may not have been sent, copied or downloaded whole.");
    not_json: fn(usize, usize) -> String = |line, column| format!("第 {line} 行第 {column} 个字符不合格式，内容可能被改过。"), |line, column| format!("Line {line}, character {column} is not as it should be; the text may have been changed.");
    nothing_of_ours: &'static str = "这里面没有这个应用导出的内容。", "There is nothing in it that this app exported.";
    another_program: &'static str = "这是别的程序的文件，不是五基五星自评的。", "This is a file of another program.";
    another_program_named: fn(String) -> String = |name| format!("这是别的程序的文件（{name}），不是五基五星自评的。"), |name| format!("This is a file of another program ({name}).");
    newer_version: fn(u64, u32) -> String = |found, known| format!("文件是新版本写的（格式 {found}），这里只认到格式 {known}。"), |found, known| format!("A newer version wrote it (format {found}); this one knows formats up to {known}.");
    unknown_kind: fn(String) -> String = |kind| format!("不认识这种文件：{kind}。"), |kind| format!("Unknown kind of file: {kind}.");
    wrong_shape: fn(String, String) -> String = |place, cause| if place.is_empty() { format!("{cause}。") } else { format!("{place}：{cause}。") }, |place, cause| if place.is_empty() { format!("{cause}.") } else { format!("{place}: {cause}.") };
    out_of_range: fn(i64, i64, i64) -> String = |found, low, high| format!("数字 {found} 不对，应在 {low} 到 {high} 之间"), |found, low, high| format!("{found} is not between {low} and {high}");
    text_too_long: fn(usize, usize) -> String = |n, most| format!("文字有 {n} 个字，最多 {most} 个"), |n, most| format!("{n} characters; {most} are the most");
    unknown_pack: fn(String) -> String = |id| format!("它用的标准包「{id}」这里没有，文件里也没带。"), |id| format!("It uses the standard “{id}”, which is neither here nor in the file.");
    unknown_organization: &'static str = "文件里的自评和组织对不上，是两个组织的。", "The assessment in the file belongs to another organisation than the one beside it.";
    pack_faulty: fn(String, usize) -> String = |id, n| format!("标准包「{id}」有 {n} 处不对，不能用。"), |id, n| format!("The standard “{id}” has {n} faults and cannot be used.");
    pack_examples: fn(String, usize) -> String = |id, n| format!("标准包「{id}」自带的样例有 {n} 处算出来和它写的不一样，不能用。"), |id, n| format!("{n} examples of the standard “{id}” come out otherwise than it says.");

    todo_resend: &'static str = "请对方重新导出一份再发。", "Ask for a new export.";
    todo_whole: &'static str = "请把整段文字全选复制，或让对方把文件重发一次。", "Copy the whole text, or ask for the file again.";
    todo_right_file: &'static str = "请选这个应用导出的文件，名字以「五基五星」开头。", "Choose a file exported by this app; its name begins with 五基五星.";
    todo_update: &'static str = "请刷新页面更新应用，再打开。", "Reload the page to update the app, then open it again.";
    todo_pack: &'static str = "请对方把标准包也发来，先导入标准包。", "Ask for the standard as well and import it first.";
    todo_author: &'static str = "请把下面这些发给写标准包的人改。", "Send what is listed below to the author of the standard.";

    cause_missing: fn(String) -> String = |name| format!("缺少「{name}」"), |name| format!("“{name}” is missing");
    cause_unknown_field: fn(String) -> String = |name| format!("多了不认识的「{name}」"), |name| format!("“{name}” is not known");
    cause_unknown_value: fn(String) -> String = |name| format!("不认识的取值「{name}」"), |name| format!("unknown value “{name}”");
    cause_type: &'static str = "内容的类型不对", "the content is of the wrong type";
    cause_type_of: fn(&str, &str) -> String = |expected, found| format!("应是{expected}，写的是{found}"), |expected, found| format!("expected {expected}, found {found}");
    type_text: &'static str = "文字", "a text";
    type_number: &'static str = "数字", "a number";
    type_yes_or_no: &'static str = "是或否", "yes or no";
    type_nothing: &'static str = "空", "nothing";
    type_list: &'static str = "列表", "a list";
    type_group: &'static str = "一组内容", "a group";
    cause_date: fn(String) -> String = |text| format!("「{text}」不是日期"), |text| format!("“{text}” is no date");
    cause_quarter: fn(String) -> String = |text| format!("「{text}」不是季度"), |text| format!("“{text}” is no quarter");
    cause_fraction: &'static str = "有小数，这里只用整数", "there is a fraction where only whole numbers are used";
    cause_id: &'static str = "编号不对", "the id is not right";
    cause_other: &'static str = "内容不合格式", "the content is not as it should be";

    issue_checksum: &'static str = "校验不符：文件导出后被人改过。内容能打开，请核对后再决定。", "The checksum does not fit: the file was changed after its export. Check it before you decide.";
    issue_no_checksum: &'static str = "文件没有校验值，看不出有没有被改过。", "There is no checksum, so nobody can tell whether it was changed.";
    issue_retired: fn(String) -> String = |items| format!("标准里已没有这些条目：{items}。回答移到「已停用」，仍留着。"), |items| format!("No longer in the standard: {items}. Their answers are kept as retired.");
    issue_does_not_fit: fn(String) -> String = |item| format!("{item} 的回答和题目对不上，留着但不计。"), |item| format!("The answer to {item} does not fit its question; it is kept and does not count.");
    issue_band: fn(String, u32) -> String = |item, n| format!("{item} 没有 {n} 分这一档，按低一档计。"), |item, n| format!("{item} has no band of {n} points; the next lower one counts.");
    issue_unlikely: fn(String, u32) -> String = |place, n| format!("{place}：{n} 这个数大得少见，请核对。"), |place, n| format!("{place}: {n} is unlikely; please check.");
    issue_version: fn(String, String) -> String = |answered, at_hand| format!("当时用的标准是 {answered} 版，这里是 {at_hand} 版。"), |answered, at_hand| format!("It was answered against version {answered}; here is version {at_hand}.");
    issue_pack_missing: fn(String) -> String = |id| format!("有一份自评用的标准包「{id}」不在里面，先按内置标准看。"), |id| format!("The standard “{id}” of one assessment is missing; the built-in one is used.");
    issue_no_organization: &'static str = "有一份自评找不到它的组织，留着，但看不到。", "One assessment has no organisation; it is kept but not shown.";
    issue_pack_doubtful: fn(String) -> String = |id| format!("备份里的标准包「{id}」有毛病，留着，请不要选用。"), |id| format!("The standard “{id}” in the backup has faults; it is kept, but do not choose it.");
    issue_unknown_part: fn(String) -> String = |name| format!("文件里的「{name}」这里不认识，没有带过来。"), |name| format!("The part “{name}” is not known here and is left out.");
    issue_not_kept: fn(String) -> String = |place| format!("{place}：这一项这里不认识，没有带过来。"), |place| format!("{place}: not known here and left out.");
}
