//! What a period other than the open one amounts to (别期的结果), by the standard that it was answered
//! against.
//!
//! Not here: the open period, whose outcome is part of the state (`app`).

use crate::app::state::AppState;
use crate::app::versions::with_packs;
use crate::assessment::{Assessment, Outcome, judge_with_ledger};
use crate::standard::StandardPack;
use leptos::prelude::*;
use std::sync::Arc;

/// What an assessment of the open organisation amounts to by today; `present` is the pack of the
/// open period. `None` where its pack is not here.
pub fn outcome_of(
    state: AppState,
    assessment: &Assessment,
    present: &Arc<StandardPack>,
) -> Option<Outcome> {
    let outcome = state.with_known(|organization, known| {
        let found = state
            .workspace
            .with(|workspace| with_packs(workspace, organization, [assessment], present).pop());
        let (_, pack) = found?;
        Some(judge_with_ledger(&pack, organization, assessment, known))
    });
    outcome.flatten()
}
