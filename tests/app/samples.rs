//! Documents to test with.

use crate::device::START;
use serde_json::Map;
use std::sync::LazyLock;
use uuid::Uuid;
use wuxing::assessment::{Assessment, Organization, PackReference};
use wuxing::exchange::{Document, DocumentKey, StoredStandard};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::{Facts, OrganizationType, StandardPack, built_in};

/// The organisation that most tests are about.
pub const BRANCH: Uuid = id(1);
/// Its period, and the one after it.
pub const PERIOD: Uuid = id(2);
pub const NEXT_PERIOD: Uuid = id(3);

static VILLAGE: LazyLock<StandardPack> =
    LazyLock::new(|| built_in(OrganizationType::Village).unwrap());

pub const fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_163d_8694_739b_aea5_0000_0000_0000 + number)
}

pub fn branch() -> Document {
    Document::Organization(Organization {
        id: BRANCH,
        name: "柳河村党支部".to_owned(),
        organization_type: OrganizationType::Village,
        facts: Facts {
            full_members: Some(23),
            ..Facts::default()
        },
        term_end: None,
        pack: None,
        local: Default::default(),
        example: false,
        created_at: START - 1_000,
        changed_at: START - 1_000,
        extra: Map::new(),
    })
}

pub fn period(id: Uuid, quarter: &str) -> Document {
    Document::Assessment(Assessment {
        id,
        organization: BRANCH,
        period: quarter.parse().unwrap(),
        pack: PackReference {
            id: VILLAGE.id.clone(),
            version: VILLAGE.version.clone(),
            hash: String::new(),
        },
        answers: SortedMap::new(),
        retired: SortedMap::new(),
        summary: None,
        example: false,
        created_at: START - 1_000,
        extra: Map::new(),
    })
}

/// A branch with one period.
pub fn branch_and_period() -> Vec<Document> {
    vec![branch(), period(PERIOD, "2026Q3")]
}

pub fn own_pack() -> Document {
    Document::Standard(StoredStandard {
        id: id(9),
        pack: StandardPack {
            id: "local.village".to_owned(),
            ..VILLAGE.clone()
        },
        added_at: START - 1_000,
        draft: None,
        unpublished: false,
        extra: Map::new(),
    })
}

pub fn period_key() -> DocumentKey {
    DocumentKey::Assessment(PERIOD)
}

pub fn branch_key() -> DocumentKey {
    DocumentKey::Organization(BRANCH)
}
