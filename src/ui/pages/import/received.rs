//! What came of each file (逐份结果): how many were opened and refused, each of these with why, and the
//! parts that have come so far.
//!
//! Not here: what taking them over would change (`preview`).

use super::opener::Opener;
use super::source::signature_in_words;
use crate::app::intake::{Contents, Name, Outcome, Refused, Report};
use crate::exchange::archive::{ArchiveFault, MOST_FILES};
use crate::exchange::chat_parts::{PartFault, PartSet, SetFault};
use crate::text::refusals::{Refusal, issue, kind_name, refusal};
use crate::text::{Language, list};
use crate::ui::components::{Button, Disclosure, Notice, NoticeKind, Weight};
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// How many files of one outcome are listed.
const LISTED: usize = 200;

/// How many issues of one file are named.
const ISSUES_NAMED: usize = 5;

/// How many missing parts are named.
const MISSING_NAMED: usize = 12;

/// What came of several files: first what was refused, then what there is a question about, and
/// folded what was opened.
#[component]
pub fn Reports(reports: Arc<Vec<Report>>) -> impl IntoView {
    let (words, language) = (&texts().receiving, language());
    let counted = |is_it: fn(&Outcome) -> bool| {
        let all = reports.iter();
        all.filter(|one| is_it(&one.outcome)).count()
    };
    let good = counted(|one| matches!(one, Outcome::Good(_)));
    let doubtful = counted(|one| matches!(one, Outcome::Doubtful(..)));
    let refused = counted(|one| matches!(one, Outcome::Refused(_)));
    let text = match (good + doubtful, refused) {
        (0, _) => words.nothing_opened,
        (_, 0) => "",
        _ => words.refused_rest,
    };
    let title = (words.counts)(good, doubtful, refused);
    let rows = |is_it: fn(&Outcome) -> bool| {
        let rows = reports
            .iter()
            .filter(|one| is_it(&one.outcome))
            .take(LISTED);
        rows.map(|one| view! { <Row report=one.clone() language=language /> })
            .collect_view()
    };
    let troubled = rows(|one| matches!(one, Outcome::Refused(_) | Outcome::Doubtful(..)));
    let opened: Vec<Report> = reports
        .iter()
        .filter(|one| matches!(one.outcome, Outcome::Good(_)))
        .take(LISTED)
        .cloned()
        .collect();
    view! {
        <Notice kind=NoticeKind::of_danger(refused > 0) title=title text=text />
        {(doubtful + refused > 0).then(|| view! { <ul class="file-reports">{troubled}</ul> })}
        {(!opened.is_empty()).then(|| view! {
            <Disclosure summary=words.all_good>
                <ul class="file-reports">
                    {opened.iter().cloned().map(|one| view! {
                        <Row report=one language=language />
                    }).collect_view()}
                </ul>
            </Disclosure>
        })}
    }
}

/// One file, with its mark, and why.
#[component]
fn Row(report: Report, language: Language) -> impl IntoView {
    let words = &texts().receiving;
    let Report { name, outcome } = report;
    let (icon, tone, word) = match outcome {
        Outcome::Good(_) => (IconName::Check, "tone-met", words.good),
        Outcome::Doubtful(..) => (IconName::Info, "tone-partly", words.doubtful),
        Outcome::Refused(_) => (IconName::Cross, "tone-unmet", words.refused),
    };
    let signature = match &outcome {
        Outcome::Good(contents) | Outcome::Doubtful(contents, _) => {
            signature_in_words(&contents.signed).map(|(_, text)| text)
        }
        Outcome::Refused(_) => None,
    };
    let lines = match outcome {
        Outcome::Good(contents) => vec![contents_in_words(&contents, language)],
        Outcome::Doubtful(contents, issues) => {
            let named = |id: &crate::standard::ItemId| id.to_string();
            let issues = issues.iter().take(ISSUES_NAMED);
            let issues = issues.map(|one| issue(one, language, named));
            let mut lines: Vec<String> = std::iter::once(contents_in_words(&contents, language))
                .chain(issues)
                .collect();
            if lines.len() == 1 {
                lines.push(words.lost.to_owned());
            }
            lines
        }
        Outcome::Refused(why) => {
            let Refusal { what, to_do, .. } = refused_in_words(&why, language);
            vec![format!("{what}{to_do}")]
        }
    };
    let lines = lines
        .into_iter()
        .chain(signature)
        .map(|line| view! { <span class="small">{line}</span> });
    let lines = lines.collect_view();
    view! {
        <li>
            <span class=format!("file-mark {tone}")>
                <Icon name=icon />
                <span>{word}</span>
            </span>
            <strong>{name_in_words(&name, language)}</strong>
            {lines}
        </li>
    }
}

/// What a file is called.
pub fn name_in_words(name: &Name, language: Language) -> String {
    let words = &language.texts().receiving;
    let Name { file, number, code } = name;
    let named = match (file.is_empty(), code) {
        (_, Some(code)) => (words.of_parts)(code.clone()),
        (true, None) => words.pasted.to_owned(),
        (false, None) => file.clone(),
    };
    match number {
        Some(number) => (words.numbered)(named, *number),
        None => named,
    }
}

/// What a file is and whose.
fn contents_in_words(contents: &Contents, language: Language) -> String {
    let texts = language.texts();
    let kind = match contents.kind {
        Some(kind) => kind_name(kind, &texts.files, &texts.review),
        None => texts.files.kind_rescue,
    };
    let mut parts = vec![kind.to_owned()];
    parts.extend(contents.organization.clone());
    parts.extend(contents.period.map(texts.facts.quarter));
    parts.join(" · ")
}

/// Why a file was refused, and what to do.
pub fn refused_in_words(why: &Refused, language: Language) -> Refusal {
    let (texts, words) = (language.texts(), &language.texts().receiving);
    let told = |what: &str, to_do| Refusal {
        what: what.to_owned(),
        to_do,
        faults: Vec::new(),
    };
    match why {
        Refused::Import(error) => refusal(error, language),
        Refused::Unreadable(_) => told(texts.files.file_unreadable, texts.files.todo_resend),
        Refused::Archive(fault) => archive_in_words(*fault, language),
        Refused::Part(PartFault::CutOff) => told(words.part_cut_off, words.todo_part_again),
        Refused::Part(PartFault::Damaged) => told(words.part_damaged, words.todo_part_again),
        Refused::Part(PartFault::Newer(_)) => told(words.part_newer, texts.files.todo_update),
        Refused::Contradicts { code, number } => {
            let what = (words.part_contradicts)(*number, code.clone());
            told(&what, words.todo_parts_again)
        }
        Refused::Parts(SetFault::DoNotFit | SetFault::NoText) => {
            told(words.parts_do_not_fit, words.todo_parts_again)
        }
    }
}

fn archive_in_words(fault: ArchiveFault, language: Language) -> Refusal {
    let (texts, words) = (language.texts(), &language.texts().receiving);
    let (what, to_do) = match fault {
        ArchiveFault::Damaged => (words.archive_damaged, texts.files.todo_send_again),
        ArchiveFault::Encrypted => (words.archive_encrypted, words.todo_unpack),
        ArchiveFault::AnotherWay => (words.archive_another_way, words.todo_unpack),
        ArchiveFault::AnotherKind => (words.archive_another_kind, words.todo_unpack),
        ArchiveFault::TooLarge => (words.archive_too_large, texts.files.todo_right_file),
        ArchiveFault::TooMany => {
            return Refusal {
                what: (words.archive_too_many)(MOST_FILES),
                to_do: words.todo_fewer,
                faults: Vec::new(),
            };
        }
    };
    Refusal {
        what: what.to_owned(),
        to_do,
        faults: Vec::new(),
    }
}

/// The parts that have come so far, and which are missing.
#[component]
pub fn PartsSoFar(opener: Opener) -> impl IntoView {
    let words = &texts().receiving;
    let sets = move || {
        let parts = opener.parts.get();
        let sets = parts.incomplete().map(|set| {
            let (title, text) = progress(set);
            view! { <Notice title=title text=text /> }
        });
        sets.collect_view()
    };
    let any = move || {
        opener
            .parts
            .with(|parts| parts.incomplete().next().is_some())
    };
    let drop_parts = Callback::new(move |()| opener.drop_parts());
    view! {
        <div class="stack-tight" role="status">
            {sets}
            {move || opener.came_again.get().then(|| view! {
                <p class="hint">{words.parts_known}</p>
            })}
        </div>
        <Show when=any>
            <Button label=words.parts_drop weight=Weight::Quiet on_press=drop_parts />
        </Show>
    }
}

/// How many parts have come, and which are missing.
pub fn progress(set: &PartSet) -> (String, String) {
    let words = &texts().receiving;
    let title = (words.parts_progress)(set.code(), set.come(), set.count());
    let missing = set.missing().take(MISSING_NAMED);
    let all = set.count() - set.come();
    let numbers = list(missing.map(|number| number.to_string()), language());
    let numbers = match all > MISSING_NAMED {
        true => (words.and_more)(numbers, all),
        false => numbers,
    };
    (title, (words.parts_missing)(numbers))
}

/// The same in one line; empty while nothing has come.
pub fn shortly(opener: Opener) -> String {
    let parts = opener.parts.get();
    let sets = parts.incomplete().map(|set| progress(set).0);
    sets.collect::<Vec<_>>().join(" · ")
}
