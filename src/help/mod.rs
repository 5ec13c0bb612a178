//! What helps to understand and to find (帮助): hard words with their meaning, the English of what
//! packs say in Chinese alone, and the search.
//!
//! All of it is pure. Not here: the sentences of the interface (`text`), and the pages that show
//! this (`ui`).

pub mod english;
pub mod glossary;
pub mod initials;
pub mod offered;
pub mod search;
