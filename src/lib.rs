//! Self-assessment of a grassroots Party branch: the five basics, the five stars, and the reasons.

pub mod period;
pub mod standard;
