//! The pages of records (记录): the list of a year, and one record.
//!
//! Not here: what a record counts for (`duty`, `assessment`).

mod counting;
mod list;
mod numbers;
mod part;
mod record;

pub use list::RecordsPage;
pub use record::RecordPage;
