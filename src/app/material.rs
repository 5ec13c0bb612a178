//! What handouts are made of (材料的依据), gathered from the workspace: a period as others may see
//! it, and what it amounts to.
//!
//! Not here: what is left out (`exchange::for_others`), and what stands in a handout (`handout`).

use super::sending::for_others;
use super::standards::{hash_as_written, issued};
use super::workspace::Workspace;
use crate::assessment::judge_with_ledger;
use crate::duty::{Circumstances, RecordingSince};
use crate::exchange::Document;
use crate::exchange::for_others::OwnPart;
use crate::handout::Material;
use crate::ledger::Ledger;
use crate::period::CivilDate;
use crate::sorted_set::SortedSet;
use uuid::Uuid;

/// What handouts of a period are made of, with the own parts that the user takes in. `None` if the
/// period is not on this device, or its pack is not at hand.
pub fn material(
    workspace: &Workspace,
    assessment: Uuid,
    included: &SortedSet<OwnPart>,
    today: CivilDate,
    recording_since: RecordingSince,
) -> Option<Material> {
    let (mut organization, mut assessment_sent, mut pages) = (None, None, Vec::new());
    for document in for_others(workspace, assessment, included)?.documents() {
        match document {
            Document::Organization(one) => organization = Some(one),
            Document::Assessment(one) => assessment_sent = Some(one),
            Document::Ledger(page) => pages.push(page),
            Document::Settings(_) | Document::Standard(_) => {}
        }
    }
    let (organization, assessment) = (organization?, assessment_sent?);
    let ledger = Ledger::of(&pages);
    let own = workspace.organizations.get(&organization.id)?;
    let pack = issued(workspace, own)?;
    let known = Circumstances {
        facts: &organization.facts,
        term_end: organization.term_end,
        ledger: &ledger,
        recording_since,
        today,
    };
    let outcome = judge_with_ledger(&pack, &organization, &assessment, &known);
    Some(Material {
        pack_hash: hash_as_written(workspace, &pack).unwrap_or_default(),
        pack: organization.local.applied_to(&pack),
        organization,
        assessment,
        ledger,
        outcome,
        recording_since,
        today,
        language: workspace.settings.language,
    })
}
