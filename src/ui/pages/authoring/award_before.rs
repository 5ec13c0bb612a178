//! What the original says of grades, prerequisites and lines, and the way back to it.
//!
//! Not here: changing them (`award`), and what it says of an item (`original`).

use super::changed_from::ChangedFrom;
use super::editing::Editing;
use crate::drafting::editing::{Against, restore_award};
use crate::standard::StandardPack;
use crate::text::Language;
use crate::ui::speech::{language, say};
use leptos::prelude::*;

/// What the original says, where something was changed.
#[component]
pub(super) fn AwardBefore(editing: Editing, against: Memo<Against>) -> impl IntoView {
    let language = language();
    let lines = move || {
        let original = editing.original.get();
        let lines = original.map(|original| said(&original, language));
        let row = |line: String| view! { <li>{line}</li> };
        lines.into_iter().flatten().map(row).collect_view()
    };
    let back = editing.restoring(restore_award);
    view! {
        <Show when=move || against.get() != Against::Same>
            <ChangedFrom on_restore=back>
                <ul class="reasons">{lines}</ul>
            </ChangedFrom>
        </Show>
    }
}

/// Grades, prerequisites and lines of a pack, a line each.
fn said(pack: &StandardPack, language: Language) -> Vec<String> {
    let texts = language.texts();
    let (words, judged) = (&texts.editing, &texts.standard);
    let labelled = |label: &str, value: String| (texts.me.labelled)(label, &value);
    let grades = pack.award.grades.iter();
    let grades =
        grades.map(|grade| (judged.rule_grade)(say(&grade.title, language), grade.at_least));
    let mut lines: Vec<String> = grades.collect();
    if pack.stars.len() > 1 {
        let first = pack.award.first_star.as_ref();
        let first = first.and_then(|key| pack.star(key));
        let name = first.map(|star| say(&star.title, language));
        let name = name.unwrap_or_else(|| words.first_part_none.to_owned());
        lines.push(labelled(words.first_part, name));
        let sum = pack.award.all_stars_sum;
        lines.extend(sum.map(|sum| labelled(words.sum_besides, pack.points(sum).to_string())));
    }
    if !pack.basics.is_empty() {
        let numbers = [
            (words.line_met, pack.judgement.basic_met_percent),
            (words.line_partly, pack.judgement.partly_weight_percent),
        ];
        lines.extend(numbers.map(|(label, percent)| labelled(label, percent.to_string())));
    }
    lines
}
