//! Files from outside: what opens, what is refused and how, what comes back as it went out, and
//! what happens where two versions meet.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod frozen;
mod frozen_v1;
mod frozen_v2;
mod frozen_v3;
mod frozen_v4;
mod generated;
mod hostile;
mod inventory;
mod kept_with_issues;
mod ledgers;
mod ledgers_merged;
mod meaning;
mod merge_laws;
mod merging;
mod odd_files;
mod page_data;
mod parts;
mod planning;
mod planning_properties;
mod reviews;
mod round_trip;
mod samples;
mod sealed;
mod sending;
mod sending_device;
mod sending_properties;
mod short_codes;
mod signed;
mod stamps;
