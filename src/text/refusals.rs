//! Why a file was refused, and what to know about one that was not, as sentences: what happened,
//! and what to do.
//!
//! Not here: the words (`files`), the faults inside packs (`pack_faults`), and that nothing was
//! changed, which the page says in every case.

use super::causes::{Reader, cause, is_fraction};
use super::files::Texts;
use super::places::place_in_words;
use super::{Language, list, pack_faults};
use crate::exchange::sealing::SealFault;
use crate::exchange::{ImportError, ImportIssue, Kind, SyntaxFault};
use crate::period::CivilDate;

/// Why something was refused, for a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, with the place.
    pub what: String,
    /// What to do.
    pub to_do: &'static str,
    /// The faults one by one, where there are several.
    pub faults: Vec<String>,
}

/// A refusal in words.
pub fn refusal(error: &ImportError, language: Language) -> Refusal {
    let words = &language.texts().files;
    let place = |place: &str| place_in_words(place, language);
    let at = |at: &str, cause: String| (words.wrong_shape)(place(at), cause);
    let of_pack = |faults: Vec<String>, id: &str, to_do| Refusal {
        what: (words.pack_faulty)(id.to_owned(), faults.len()),
        to_do,
        faults,
    };
    let (what, to_do) = match error {
        ImportError::TooLarge { bytes, .. } => (
            (words.file_too_large)(bytes / 1_000_000),
            words.todo_right_file,
        ),
        ImportError::Empty => (words.empty.to_owned(), words.todo_resend),
        ImportError::NotText => (words.not_text.to_owned(), words.todo_right_file),
        ImportError::OfficeDocument => (words.office_document.to_owned(), words.todo_original),
        ImportError::TooDeep { most } => ((words.too_deep)(*most), words.todo_right_file),
        ImportError::Damaged { line } => ((words.damaged)(*line), words.todo_send_again),
        ImportError::EncodedTwice => (words.encoded_twice.to_owned(), words.todo_send_again),
        ImportError::NothingOfOurs => (words.nothing_of_ours.to_owned(), words.todo_right_file),
        ImportError::WebPage { of_this_app } => {
            let page = if *of_this_app {
                words.this_app
            } else {
                words.web_page
            };
            (page.to_owned(), words.todo_right_file)
        }
        ImportError::SeveralFiles { files } => {
            ((words.several_files)(files.len()), words.todo_one_by_one)
        }
        ImportError::NotJson {
            line,
            column,
            fault,
        } => syntax(*fault, *line, *column, words),
        ImportError::AnotherProgram { found: None } => {
            (words.another_program.to_owned(), words.todo_right_file)
        }
        ImportError::AnotherProgram { found: Some(found) } => (
            (words.another_program_named)(found.clone()),
            words.todo_right_file,
        ),
        ImportError::NothingInside { kind, instead } => {
            let named = instead.iter().map(|name| place(name));
            let instead = list(named, language);
            let what =
                (words.nothing_inside)(kind_name(*kind, words, &language.texts().review), instead);
            (what, words.todo_resend)
        }
        ImportError::NewerVersion { found, known } => {
            ((words.newer_version)(*found, *known), words.todo_update)
        }
        ImportError::UnknownKind { found } => {
            ((words.unknown_kind)(found.clone()), words.todo_update)
        }
        ImportError::WrongShape { place, problem } => (
            at(place, cause(problem, language, Reader::Secretary)),
            words.todo_resend,
        ),
        ImportError::OutOfRange {
            place,
            found,
            lowest,
            highest,
        } => (
            at(place, (words.out_of_range)(*found, *lowest, *highest)),
            words.todo_resend,
        ),
        ImportError::TextTooLong {
            place,
            characters,
            most,
        } => (
            at(place, (words.text_too_long)(*characters, *most)),
            words.todo_resend,
        ),
        ImportError::Sealed { .. } => {
            let words = &language.texts().sealing;
            (words.is_sealed.to_owned(), words.todo_passphrase)
        }
        ImportError::SealBroken(fault) => seal(fault, language),
        ImportError::UnknownPack { id } => ((words.unknown_pack)(id.clone()), words.todo_pack),
        ImportError::UnknownOrganization { .. } => {
            (words.unknown_organization.to_owned(), words.todo_resend)
        }
        ImportError::PackMisshapen { id, faults } => {
            let halves = faults.iter().any(|fault| is_fraction(&fault.problem));
            let to_do = if halves {
                words.todo_author_half
            } else {
                words.todo_author_shape
            };
            let sentences = faults
                .iter()
                .map(|fault| pack_faults::of_shape(fault, language));
            return of_pack(sentences.collect(), id.as_deref().unwrap_or("?"), to_do);
        }
        ImportError::PackFaulty { id, faults } => {
            let sentences = faults
                .iter()
                .map(|fault| pack_faults::sentence(fault, language));
            return of_pack(sentences.collect(), id, words.todo_author);
        }
        ImportError::PackExamplesDiffer { id, faults } => {
            let sentences = faults
                .iter()
                .map(|fault| pack_faults::of_example(fault, language));
            return Refusal {
                what: (words.pack_examples)(id.clone(), faults.len()),
                ..of_pack(sentences.collect(), id, words.todo_author)
            };
        }
    };
    Refusal {
        what,
        to_do,
        faults: Vec::new(),
    }
}

/// What is said of a sealed file that no passphrase opens, and what to do.
fn seal(fault: &SealFault, language: Language) -> (String, &'static str) {
    let words = &language.texts().sealing;
    let files = &language.texts().files;
    match fault {
        SealFault::Newer { .. } => (words.seal_newer.to_owned(), files.todo_update),
        SealFault::CutOff { .. } => (words.seal_cut_off.to_owned(), files.todo_whole),
        SealFault::Damaged => (words.seal_damaged.to_owned(), files.todo_send_again),
        SealFault::NotTaken => (words.seal_not_taken.to_owned(), files.todo_resend),
    }
}

/// What is said of a text that stops being JSON, and what to do.
fn syntax(fault: SyntaxFault, line: usize, column: usize, words: &Texts) -> (String, &'static str) {
    match fault {
        SyntaxFault::CutOff => ((words.cut_off)(line), words.todo_whole),
        SyntaxFault::HeadMissing => (words.head_missing.to_owned(), words.todo_whole),
        SyntaxFault::LineBroken => ((words.line_broken)(line, column), words.todo_send_file),
        SyntaxFault::ControlCharacter => (
            (words.control_character)(line, column),
            words.todo_send_again,
        ),
        SyntaxFault::Punctuation => ((words.punctuation)(line), words.todo_send_file),
        SyntaxFault::NumberTooLarge => ((words.syntax_too_large)(line, column), words.todo_resend),
        SyntaxFault::Other => ((words.not_json)(line, column), words.todo_whole),
    }
}

/// What a kind of file is called.
pub fn kind_name(kind: Kind, words: &Texts, review: &super::review::Texts) -> &'static str {
    match kind {
        Kind::Assessment => words.kind_assessment,
        Kind::Backup => words.kind_backup,
        Kind::Standard => words.kind_standard,
        Kind::Review => review.kind,
    }
}

/// An issue in words. `item_name` says what an item is called, by its id.
pub fn issue(
    issue: &ImportIssue,
    language: Language,
    item_name: impl Fn(&crate::standard::ItemId) -> String,
) -> String {
    let words = &language.texts().files;
    match issue {
        ImportIssue::ChecksumDiffers => words.issue_checksum.to_owned(),
        ImportIssue::NoChecksum => words.issue_no_checksum.to_owned(),
        ImportIssue::CharactersReplaced { count } => (words.issue_replaced)(*count),
        ImportIssue::MoreInTheText => words.issue_more.to_owned(),
        ImportIssue::SavedAnew => words.issue_saved_anew.to_owned(),
        ImportIssue::AnswersRetired { items, .. } => {
            (words.issue_retired)(list(items.iter().map(item_name), language))
        }
        ImportIssue::AnswerDoesNotFit { item, .. } => (words.issue_does_not_fit)(item_name(item)),
        ImportIssue::UnknownBand { item, points, .. } => {
            (words.issue_band)(item_name(item), *points)
        }
        ImportIssue::UnlikelyNumber { place, number } => {
            (words.issue_unlikely)(place_in_words(place, language), *number)
        }
        ImportIssue::UnlikelyDate { place, date } => {
            (words.issue_unlikely_date)(place_in_words(place, language), date.to_string())
        }
        ImportIssue::DateToCome { place, date } => {
            (words.issue_date_to_come)(place_in_words(place, language), date.to_string())
        }
        ImportIssue::StampsMoved { stamps } => (words.issue_stamps_moved)(*stamps),
        ImportIssue::StampsAhead { stamps, latest } => {
            let day = CivilDate::at_instant(*latest, 0).map(|day| day.to_string());
            (words.issue_stamps_ahead)(*stamps, day.unwrap_or_default())
        }
        ImportIssue::OtherPackVersion {
            answered, at_hand, ..
        } => (words.issue_version)(answered.clone(), at_hand.clone()),
        ImportIssue::PackMissing { pack, .. } => (words.issue_pack_missing)(pack.clone()),
        ImportIssue::OrganizationMissing { .. } => words.issue_no_organization.to_owned(),
        ImportIssue::LedgerWithoutOrganization { .. } => words.issue_ledger_alone.to_owned(),
        ImportIssue::PackDoubtful { pack, .. } => (words.issue_pack_doubtful)(pack.clone()),
        ImportIssue::UnknownPart { name } => (words.issue_unknown_part)(name.clone()),
        ImportIssue::NotKept { place } => (words.issue_not_kept)(place_in_words(place, language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::open_text;
    use crate::standard::ItemId;
    use uuid::Uuid;

    #[test]
    fn refusals_name_the_place_and_the_cause() {
        fn check(text: &str, expected: &str) {
            let error = open_text(text).unwrap_err();
            assert_eq!(
                refusal(&error, Language::Chinese).what,
                expected,
                "{error:?}"
            );
            let english = refusal(&error, Language::English);
            assert!(english.what.ends_with('.'), "{english:?}");
            assert!(!english.to_do.is_empty());
        }

        check("", "文件是空的。");
        check("你好", "这里面没有这个应用导出的内容。");
        check("[1]", "这里面没有这个应用导出的内容。");
        check("{\"a\":1}", "这是别的程序的文件，不是五基五星自评的。");
        check(
            "{\"format\":\"word\"}",
            "这是别的程序的文件（word），不是五基五星自评的。",
        );
        check("{\"format\":\"wuxing\",\n\"version\":", {
            "内容不完整，到第 2 行就断了。可能没发全、没复制全或没下载完。"
        });
        check(
            "{\"format\" \"wuxing\"}",
            "第 1 行第 11 个字符不合格式，内容可能被改过。",
        );
        check(
            r#"{"format":"wuxing","version":7}"#,
            "文件是新版本写的（格式 7），这里只认到格式 4。",
        );
        check(
            r#"{"format":"wuxing","version":1,"kind":"duty","payload":{}}"#,
            "不认识这种文件：duty。",
        );
        check(
            r#"{"format":"wuxing","version":1,"kind":"assessment","payload":{}}"#,
            "这份「一期自评」里面什么也没有。",
        );
        check(
            r#"{"format":"wuxing","version":1,"kind":"backup","payload":{"organizations":[{"id":1}]}}"#,
            "第 1 个组织 · 编号：应是文字，写的是数字。",
        );
    }

    #[test]
    fn every_issue_has_a_sentence_in_both_languages() {
        let (assessment, item) = (Uuid::nil(), ItemId::from("ORG-01"));
        let pack = "p".to_owned();
        let issues = [
            ImportIssue::ChecksumDiffers,
            ImportIssue::NoChecksum,
            ImportIssue::CharactersReplaced { count: 2 },
            ImportIssue::MoreInTheText,
            ImportIssue::SavedAnew,
            ImportIssue::DateToCome {
                place: "payload.ledgers[0].entries.x.body.record.held_on".to_owned(),
                date: "2027-03-15".parse().unwrap(),
            },
            ImportIssue::AnswersRetired {
                assessment,
                items: vec![item.clone()],
            },
            ImportIssue::AnswerDoesNotFit {
                assessment,
                item: item.clone(),
            },
            ImportIssue::UnknownBand {
                assessment,
                item,
                points: crate::standard::Points::whole(7),
            },
            ImportIssue::UnlikelyNumber {
                place: "payload.x".to_owned(),
                number: 99_999,
            },
            ImportIssue::PackMissing {
                assessment,
                pack: pack.clone(),
            },
            ImportIssue::OrganizationMissing { assessment },
            ImportIssue::LedgerWithoutOrganization {
                organization: assessment,
                pages: 3,
            },
            ImportIssue::UnlikelyDate {
                place: "payload.ledgers[0].entries.x.body.record.held_on".to_owned(),
                date: "0202-03-15".parse().unwrap(),
            },
            ImportIssue::StampsMoved { stamps: 2 },
            ImportIssue::StampsAhead {
                stamps: 3,
                latest: 4_070_908_800_000,
            },
            ImportIssue::PackDoubtful {
                pack,
                why: Box::new(ImportError::Empty),
            },
            ImportIssue::UnknownPart {
                name: "duties".to_owned(),
            },
            ImportIssue::NotKept {
                place: "payload.assessment.x".to_owned(),
            },
        ];
        for found in issues {
            let chinese = issue(&found, Language::Chinese, ToString::to_string);
            let english = issue(&found, Language::English, ToString::to_string);
            assert!(chinese.ends_with('。'), "{chinese}");
            assert!(
                english.ends_with('.') && !english.contains('。'),
                "{english}"
            );
        }
    }
}
