//! What handouts are made of (材料的依据), gathered from the workspace: a period as others may see
//! it, and what it amounts to.
//!
//! Not here: what is left out (`exchange::for_others`), and what stands in a handout (`handout`).

use super::sending::{for_others, for_others_with_year};
use super::standards::hash_as_written;
use super::versions::issued_for;
use super::workspace::Workspace;
use crate::assessment::judge_with_ledger;
use crate::duty::{Circumstances, RecordingSince};
use crate::exchange::for_others::OwnPart;
use crate::exchange::{Document, ShortCode};
use crate::handout::Material;
use crate::ledger::Ledger;
use crate::period::CivilDate;
use crate::sorted_set::SortedSet;
use uuid::Uuid;

/// How much of the ledger goes into a handout (台账范围).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What the period is judged by (到本期末).
    Period,
    /// The whole year of the period (全年).
    Year,
}

/// What handouts of a period are made of, with the own parts that the user takes in. `None` if the
/// period is not on this device, or its pack is not at hand.
pub fn material(
    workspace: &Workspace,
    assessment: Uuid,
    reach: Reach,
    included: &SortedSet<OwnPart>,
    today: CivilDate,
    recording_since: RecordingSince,
) -> Option<Material> {
    let mut assessment = workspace.assessments.get(&assessment)?.clone();
    let mut organization = workspace
        .organizations
        .get(&assessment.organization)?
        .clone();
    let pack = issued_for(workspace, &organization, &assessment)?;
    let period = assessment.period;
    // Whatever is looked at, the code is that of the file with the period.
    let of_period = for_others(workspace, assessment.id, included)?;
    let code = ShortCode::of_period(&of_period);
    let sent = match reach {
        Reach::Period => of_period,
        Reach::Year => for_others_with_year(workspace, assessment.id, included)?,
    };
    let mut pages = Vec::new();
    for document in sent.documents() {
        match document {
            Document::Organization(one) => organization = one,
            Document::Assessment(one) => assessment = one,
            Document::Ledger(page) => pages.push(page),
            Document::Settings(_) | Document::Standard(_) => {}
        }
    }
    assessment.period = period;
    let ledger = Ledger::of(&pages);
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
        code,
        organization,
        assessment,
        ledger,
        outcome,
        recording_since,
        today,
        language: workspace.settings.language,
    })
}
