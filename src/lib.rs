//! Self-assessment of a grassroots Party branch: the five basics, the five stars, and the reasons.
//!
//! The modules in reading order:
//!
//! - [`period`]: quarters, frequencies, dates; [`canonical`]: one way to write JSON for checksums;
//!   [`typed_json`]: one way from JSON to types and back; [`typed_number`]: numbers as people type
//!   them; [`visible_text`]: names without what nobody sees;
//!   [`order`], [`sorted_map`], [`sorted_set`]: lists, maps and sets in order, with little code;
//!   [`three_versions`]: two changes of the same thing put together, field by field;
//!   [`effects`]: the clock and the ids, as traits.
//! - [`standard`]: what is asked. [`assessment`]: what was answered and what it amounts to.
//! - [`ledger`]: what was done: records, rectifications, cards. [`rectification`]: problems found,
//!   handed over, solved. [`duty`]: what falls due, and what is done. [`review`]: what whoever
//!   checks found, beside what the organisation says.
//! - [`exchange`]: files, and the one door in. [`storage`]: what is kept on the device.
//! - [`app`]: the state of the running app. [`text`]: every string of the interface. [`help`]: hard
//!   words, and the search.
//! - [`drafting`]: from a table that a place issued to a standard pack.
//! - [`handout`]: what leaves to be read, signed or hung up.
//! - `platform`: the browser's edges. `ui`: what the user sees.
//!
//! **The layer rule.** `ui → app → {storage, exchange} → {duty, assessment, review} → ledger →
//! rectification → {standard, period}`; `text`
//! is used by `ui`; `platform` implements traits of the lower layers. Leptos and everything of the
//! browser hang on the feature `ui`: what is built without it has no browser, no clock and no
//! randomness in it.

// What a phone loads has neither tests nor schemas, and is looked through without them.
#![cfg_attr(
    any(test, feature = "schema"),
    allow(
        clippy::disallowed_methods,
        reason = "tests sort and read as they like, and so does what derives schemas"
    )
)]

pub mod app;
pub mod assessment;
pub mod canonical;
pub mod drafting;
pub mod duty;
pub mod effects;
pub mod exchange;
pub mod handout;
pub mod help;
pub mod ledger;
pub mod order;
pub mod period;
#[cfg(feature = "ui")]
pub mod platform;
pub mod rectification;
pub mod review;
#[cfg(feature = "schema")]
pub mod schema;
pub mod sorted_map;
pub mod sorted_set;
pub mod standard;
pub mod storage;
pub mod text;
pub mod three_versions;
pub mod typed_json;
pub mod typed_number;
#[cfg(feature = "ui")]
pub mod ui;
pub mod visible_text;
