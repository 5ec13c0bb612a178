//! The pages of records (记录): the list of a year, and one record.
//!
//! Not here: what a record counts for (`duty`, `assessment`).

mod counting;
mod day;
mod kinds;
mod list;
mod numbers;
mod part;
mod record;
mod sheet;

pub use kinds::Kinds;
pub use list::RecordsPage;
pub use record::RecordPage;
pub use sheet::RecordSheet;
