//! Answering the open assessment (作答): a verdict or a number by a tap, words as they are typed.
//!
//! Not here: what the answers amount to (`assessment`).

use super::Pace;
use crate::app::session::{Host, Session};
use crate::app::undo::Deed;
use crate::app::watched::Watched;
use crate::assessment::{Answer, AnswerValue, Assessment, Evidence, Summary};
use crate::exchange::DocumentKey;
use crate::standard::ItemId;

impl<H: Host> Session<H> {
    /// Answers an item of the open assessment, or takes the answer back.
    pub fn answer(&self, id: &ItemId, value: Option<AnswerValue>) {
        self.edit_answer(id, Deed::Answered(id.clone()), Pace::Shown, move |answer| {
            answer.value = value;
            answer.carried_from = None;
        });
    }

    /// Answers several items at once, for example all vetoes with 「无」.
    pub fn answer_many(&self, values: Vec<(ItemId, AnswerValue)>) {
        let deed = Deed::AnsweredMany(values.len());
        self.edit_open(deed, Pace::Now, move |assessment, now_ms| {
            for (id, value) in values {
                let answer = assessment.answers.entry(id).or_default();
                answer.value = Some(value);
                answer.carried_from = None;
                answer.changed_at = now_ms;
            }
        });
    }

    /// Writes the note of an item.
    pub fn write_note(&self, id: &ItemId, text: String) {
        let pace = Pace::typed("note");
        self.edit_answer(id, Deed::Wrote(id.clone()), pace, move |answer| {
            answer.write_note(text);
        });
    }

    /// Writes why an item was answered otherwise than it follows.
    pub fn write_reason(&self, id: &ItemId, text: String) {
        let write = move |answer: &mut Answer| answer.reason = text;
        self.edit_answer(id, Deed::Wrote(id.clone()), Pace::typed("reason"), write);
    }

    /// Writes the summary of the open period; an empty text goes back to the one that writes
    /// itself.
    pub fn write_summary(&self, text: String) {
        let pace = Pace::typed("summary");
        self.edit_open(Deed::WroteSummary, pace, move |assessment, now_ms| {
            let before = assessment.summary.as_ref().map_or("", |one| &one.text);
            if before != text {
                assessment.summary = Some(Summary {
                    changed_at: now_ms,
                    text,
                });
            }
        });
    }

    /// Writes the papers of an item.
    pub fn write_evidence(&self, id: &ItemId, evidence: Vec<Evidence>) {
        let before = self.open_assessment_id().and_then(|open| {
            self.workspace.look(|workspace| {
                let answer = workspace.assessments.get(&open)?.answers.get(id)?;
                Some(answer.evidence.clone())
            })
        });
        let pace = typed_in_papers(&before.unwrap_or_default(), &evidence);
        let write = move |answer: &mut Answer| answer.evidence = evidence;
        self.edit_answer(id, Deed::Wrote(id.clone()), pace, write);
    }

    fn edit_answer(&self, id: &ItemId, deed: Deed, pace: Pace, change: impl FnOnce(&mut Answer)) {
        let id = id.clone();
        self.edit_open(deed, pace, move |assessment, now_ms| {
            let before = assessment.answers.get(&id).cloned();
            let mut answer = before.clone().unwrap_or_default();
            change(&mut answer);
            // An answer never given and not given now leaves no trace.
            if before.is_none() && answer.is_empty() {
                return;
            }
            if before.as_ref() != Some(&answer) {
                answer.changed_at = now_ms;
                assessment.answers.insert(id, answer);
            }
        });
    }

    fn edit_open(&self, deed: Deed, pace: Pace, change: impl FnOnce(&mut Assessment, i64)) {
        let Some(id) = self.open_assessment_id() else {
            return;
        };
        let keys = [DocumentKey::Assessment(id)];
        self.edit(Some(deed), &keys, pace, |workspace, now_ms| {
            if let Some(assessment) = workspace.assessments.get_mut(&id) {
                change(assessment, now_ms);
            }
        });
    }
}

/// In which field of which paper something was typed. A paper that was added or taken away is a
/// step of its own.
fn typed_in_papers(before: &[Evidence], after: &[Evidence]) -> Pace {
    let papers = before.iter().zip(after).enumerate();
    let mut changed = papers.filter(|(_, (old, new))| old != new);
    match (changed.next(), before.len() == after.len()) {
        (Some((number, (old, new))), true) => {
            let field = match (old.name != new.name, old.place != new.place) {
                (true, _) => "paper's name",
                (_, true) => "paper's place",
                _ => "paper's date",
            };
            Pace::typed_at(field, number)
        }
        _ => Pace::Now,
    }
}
