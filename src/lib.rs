//! Self-assessment of a grassroots Party branch: the five basics, the five stars, and the reasons.

pub mod assessment;
pub mod canonical;
pub mod effects;
pub mod exchange;
pub mod period;
pub mod standard;
pub mod storage;
#[cfg(feature = "ui")]
pub mod platform;
