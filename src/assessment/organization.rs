//! The organisation (组织) that assesses itself: its name, its type and the few facts that decide
//! what applies.
//!
//! Not here: anybody's name. Persons appear nowhere in the data.

use super::local::LocalSettings;
use crate::duty::RecordingSince;
use crate::period::CivilDate;
use crate::standard::{Facts, OrganizationType};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// An organisation on this device (组织).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organization {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: Uuid,
    /// Its name as the user writes it; may be empty.
    #[serde(default)]
    pub name: String,
    /// Its type.
    pub organization_type: OrganizationType,
    /// The facts that decide what applies.
    #[serde(default)]
    pub facts: Facts,
    /// The end of the term of office (届满日), where it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_end: Option<CivilDate>,
    /// The id of the pack it is held against; the built-in one of its type where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<String>,
    /// The user's own changes to the pack (本地设置).
    #[serde(default)]
    pub local: LocalSettings,
    /// Whether it is the built-in example (示例).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// When it was entered, in UTC milliseconds.
    pub created_at: i64,
    /// When it was last changed, in UTC milliseconds.
    pub changed_at: i64,
    /// Fields of a later version, kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Organization {
    /// Notes that what differs from `before` was changed at `now_ms`. Duties of the user's own that
    /// were changed are from then on as old as the organisation.
    pub fn stamp_changes(&mut self, before: &Self, now_ms: i64) {
        if self.local.own_duties != before.local.own_duties {
            self.local.own_duties_as_of = None;
        }
        if self != before {
            self.changed_at = now_ms;
        }
    }

    /// The day on which it was entered, in UTC plus `offset_minutes`: from then on its records are
    /// kept here. Of an instant that no date can be made of, the ledger counts as begun long ago.
    pub fn recording_since(&self, offset_minutes: i32) -> RecordingSince {
        let day = CivilDate::at_instant(self.created_at, offset_minutes);
        RecordingSince(day.unwrap_or(CivilDate::EARLIEST))
    }
}

#[cfg(test)]
mod tests {
    use super::super::local::OwnDuty;
    use super::*;
    use crate::period::Frequency;
    use crate::standard::Role;

    #[test]
    fn duties_that_were_left_out_are_known_once_she_writes_some() {
        let received = Organization {
            id: Uuid::from_u128(1),
            name: "新坝村".to_owned(),
            organization_type: OrganizationType::Village,
            facts: Facts::default(),
            term_end: None,
            pack: None,
            local: LocalSettings {
                own_duties_as_of: Some(0),
                ..LocalSettings::default()
            },
            example: false,
            created_at: 1,
            changed_at: 2,
            extra: Map::new(),
        };
        let changed = |change: fn(&mut Organization)| {
            let mut one = received.clone();
            change(&mut one);
            one.stamp_changes(&received, 9);
            (one.changed_at, one.local.own_duties_as_of)
        };
        assert_eq!(changed(|_| {}), (2, Some(0)));
        assert_eq!(changed(|one| one.name.clear()), (9, Some(0)));
        let own = |one: &mut Organization| {
            let duty = OwnDuty {
                title: "走访".to_owned(),
                goal: String::new(),
                measure: String::new(),
                milestone: String::new(),
                role: Role::Secretary,
                frequency: Frequency::Month,
                since: None,
            };
            one.local.own_duties.insert("OWN-1".into(), duty);
        };
        assert_eq!(changed(own), (9, None));
    }
}
