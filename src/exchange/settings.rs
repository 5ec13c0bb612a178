//! The settings (设置) of the app on one device.
//!
//! Not here: what a user changed in a standard pack; that belongs to their organisation.

use super::language::Language;
use crate::sorted_map::SortedMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// The settings of the app on one device (设置).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Settings {
    /// The organisation that is open (当前组织), if one was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub current_organization: Option<Uuid>,
    /// Light or dark (深浅色).
    pub theme: Theme,
    /// Larger type and larger targets (长辈模式).
    pub elder: bool,
    /// The language of the interface (语言).
    pub language: Language,
    /// When the user last said that an export had arrived (上次导出已确认), UTC milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_export_confirmed_at: Option<i64>,
    /// When an export was last handed out (上次导出), UTC milliseconds; it may not have arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_export_made_at: Option<i64>,
    /// The secret part of the key by which this device signs files (签名钥匙), if one was made. It
    /// goes into backups and into nothing that is for others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signing_key: Option<String>,
    /// By which key a file of each organisation was signed when one was last taken over (见过的钥匙).
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "SortedMap<String, String>"))]
    pub seen_keys: SortedMap<Uuid, String>,
    /// By which key a review of each organisation was signed when one was last taken over (见过的审核方
    /// 钥匙).
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "SortedMap<String, String>"))]
    pub seen_reviewers: SortedMap<Uuid, String>,
    /// When any of this was last changed, in UTC milliseconds.
    pub changed_at: i64,
    /// Fields of a later version, kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Light or dark (深浅色).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the device has it (跟随系统).
    #[default]
    System,
    /// Light (浅色).
    Light,
    /// Dark (深色).
    Dark,
}
