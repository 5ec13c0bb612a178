//! The papers that show something (佐证材料): name, where it is kept, date. Never a photo.
//!
//! Not here: looking at the papers. The list only says where they are.

use super::date_field::DateField;
use super::text_field::TextField;
use super::words;
use crate::assessment::Evidence;
use crate::exchange::limits::PAPER_YEARS;
use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// The papers of one answer, which can be written, added and taken away.
#[component]
pub fn EvidenceList(
    /// The papers as they are kept.
    #[prop(into)]
    rows: Signal<Vec<Evidence>>,
    /// Takes the whole list at every change. A new, empty row is told only once it has something.
    #[prop(into)]
    on_change: Callback<Vec<Evidence>>,
) -> impl IntoView {
    let words = words();
    // Empty rows are the list's own: they are nothing to keep before something is in them.
    let shown = RwSignal::new(rows.get_untracked());
    Effect::new(move |_| {
        let kept = rows.get();
        if written(&shown.get_untracked()) != kept {
            shown.set(kept);
        }
    });
    let tell = move || on_change.run(written(&shown.get_untracked()));
    let how_many = Memo::new(move |_| shown.with(Vec::len));
    let add = move |_| shown.update(|rows| rows.push(Evidence::default()));
    view! {
        <fieldset class="evidence">
            <legend>{words.evidence_label}</legend>
            <p class="hint">{words.evidence_hint}</p>
            <For each=move || 0..how_many.get() key=|place| *place let:place>
                <Paper place=place rows=shown on_change=Callback::new(move |()| tell()) />
            </For>
            <button type="button" class="button" on:click=add>
                <Icon name=IconName::Plus />
                <span>{words.evidence_add}</span>
            </button>
        </fieldset>
    }
}

/// The rows in which something stands.
fn written(rows: &[Evidence]) -> Vec<Evidence> {
    rows.iter()
        .filter(|row| **row != Evidence::default())
        .cloned()
        .collect()
}

/// One paper.
#[component]
fn Paper(place: usize, rows: RwSignal<Vec<Evidence>>, on_change: Callback<()>) -> impl IntoView {
    let words = words();
    let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
    let read = move |part: fn(&Evidence) -> String| {
        Signal::derive(move || rows.with(|rows| rows.get(place).map(part).unwrap_or_default()))
    };
    let write = move |change: &dyn Fn(&mut Evidence)| {
        rows.update(|rows| {
            if let Some(row) = rows.get_mut(place) {
                change(row);
            }
        });
        on_change.run(());
    };
    let remove = move |_| {
        rows.update(|rows| {
            if place < rows.len() {
                rows.remove(place);
            }
        });
        on_change.run(());
    };
    view! {
        <div class="paper" role="group" aria-label=(words.evidence_row)(number)>
            <TextField
                label=words.evidence_name
                value=read(|row| row.name.clone())
                on_input=move |text: String| write(&|row| row.name.clone_from(&text))
            />
            <TextField
                label=words.evidence_place
                value=read(|row| row.place.clone())
                on_input=move |text: String| write(&|row| row.place.clone_from(&text))
            />
            <DateField
                label=words.evidence_date
                value=Signal::derive(move || {
                    rows.with(|rows| rows.get(place).and_then(|row| row.date))
                })
                on_change=move |day| write(&|row| row.date = day)
                years=PAPER_YEARS
            />
            <button type="button" class="button button-quiet" on:click=remove>
                <Icon name=IconName::Bin />
                <span>{words.evidence_remove}</span>
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_rows_are_not_kept() {
        let paper = |name: &str| Evidence {
            name: name.to_owned(),
            ..Evidence::default()
        };
        let rows = [Evidence::default(), paper("会议记录"), Evidence::default()];
        assert_eq!(written(&rows), [paper("会议记录")]);
        assert_eq!(written(&[]), []);
    }
}
