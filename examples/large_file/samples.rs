//! The large file: organisations of all the types, each with as many periods, answered as a person
//! answers.
//!
//! Not here: any measuring.

use uuid::Uuid;
use wuxing::assessment::{
    Answer, AnswerValue, Assessment, Evidence, Organization, PackReference, Verdict, VetoAnswer,
};
use wuxing::exchange::{Document, ExportError, export};
use wuxing::period::Quarter;
use wuxing::standard::{self, Facts, ItemId, OrganizationType, StandardPack};

/// 2026-11-21T08:15:30.123Z.
const NOW: i64 = 1_795_248_930_123;

/// How many items of each period are answered.
const ANSWERS: usize = 13;

/// So many organisations with so many periods each.
pub fn documents(organizations: u128, periods: u128) -> Vec<Document> {
    let packs: Vec<StandardPack> = OrganizationType::ALL
        .into_iter()
        .filter_map(|kind| standard::built_in(kind).ok())
        .collect();
    let mut documents = Vec::new();
    for number in 0..organizations {
        let Some(pack) = packs.get(number as usize % packs.len()) else {
            continue;
        };
        let reference = PackReference {
            id: pack.id.clone(),
            version: pack.version.clone(),
            hash: standard::hash(pack).unwrap_or_default(),
        };
        let organization = organization(number, pack.organization);
        let id = organization.id;
        documents.push(Document::Organization(organization));
        for period in 0..periods {
            let quarter = Quarter::new(2016 + period as i32 / 4, period as u8 % 4 + 1);
            let Some(quarter) = quarter else { continue };
            documents.push(Document::Assessment(Assessment {
                summary: None,
                id: id_of(1, number * periods + period),
                organization: id,
                period: quarter,
                pack: reference.clone(),
                answers: answers(pack, period as usize).into_iter().collect(),
                retired: Default::default(),
                example: false,
                created_at: NOW - 900_000,
                extra: Default::default(),
            }));
        }
    }
    documents
}

/// An exported file with these documents.
///
/// # Errors
/// Why it cannot be made.
pub fn file(documents: &[Document]) -> Result<String, ExportError> {
    export::everything(documents, NOW, "0.1.0")
}

/// The same documents, in which one answer of each period was given earlier and otherwise.
pub fn a_little_older(documents: &[Document]) -> Vec<Document> {
    let mut documents = documents.to_vec();
    for document in &mut documents {
        if let Document::Assessment(assessment) = document
            && let Some(answer) = assessment.answers.values_mut().next()
        {
            answer.value = Some(AnswerValue::Verdict(Verdict::Unmet));
            answer.changed_at -= 1_000_000;
        }
    }
    documents
}

fn organization(number: u128, organization_type: OrganizationType) -> Organization {
    Organization {
        id: id_of(0, number),
        name: format!("平潮镇第 {number} 村党总支"),
        organization_type,
        facts: Facts {
            full_members: Some(23),
            members: Some(25),
            ..Facts::default()
        },
        term_end: "2028-06-30".parse().ok(),
        pack: None,
        local: Default::default(),
        example: false,
        created_at: NOW - 1_000_000,
        changed_at: NOW - 500_000,
        extra: Default::default(),
    }
}

fn answers(pack: &StandardPack, period: usize) -> Vec<(ItemId, Answer)> {
    let verdicts = pack.indicators().map(|one| {
        let value = AnswerValue::Verdict(Verdict::Met);
        (one.id.clone(), value)
    });
    let bands = pack.stars.iter().flat_map(|star| &star.indicators);
    let bands = bands.filter_map(|one| {
        let band = one.bands.first()?;
        Some((one.id.clone(), AnswerValue::Band(band.score)))
    });
    let vetoes = pack
        .vetoes
        .iter()
        .map(|one| (one.id.clone(), AnswerValue::Veto(VetoAnswer::Clear)));
    let all: Vec<_> = verdicts.chain(bands).chain(vetoes).collect();
    let step = (all.len() / ANSWERS).max(1);
    let chosen = all.into_iter().step_by(step).take(ANSWERS);
    let answered = chosen.enumerate().map(|(place, (id, value))| {
        let mut answer = Answer::of(value, NOW - 4_000);
        if (place + period).is_multiple_of(4) {
            answer.note = "两委会议 3 次，见记录本\n群众反映的 2 件事都有回音".to_owned();
            answer.evidence = vec![Evidence {
                name: "会议记录".to_owned(),
                place: "档案柜 2 层".to_owned(),
                date: "2026-09-12".parse().ok(),
            }];
        }
        (id, answer)
    });
    answered.collect()
}

/// An id as a phone makes them: ordered by time, but not in the order of the file.
fn id_of(kind: u128, number: u128) -> Uuid {
    let scattered = (number * 2_654_435_761) % (1 << 32);
    Uuid::from_u128(
        0x0190_163d_0000_7000_8000_0000_0000_0000 + (scattered << 80) + (kind << 40) + number,
    )
}
