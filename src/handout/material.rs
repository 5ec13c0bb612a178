//! What handouts are made of (材料的依据): one period of an organisation as others may see it, the
//! pack, and what it amounts to.
//!
//! Not here: leaving out what is for the user's eyes alone (`exchange::for_others`), and gathering
//! all this from the device (`app`).

use super::description::{Block, Handout, Orientation};
use crate::assessment::{Assessment, Organization, Outcome};
use crate::duty::{Circumstances, RecordingSince};
use crate::exchange::ShortCode;
use crate::ledger::{Found, Ledger};
use crate::period::CivilDate;
use crate::review::reviews_of;
use crate::standard::{ItemId, StandardPack};
use crate::text::{Language, Texts};
use crate::visible_text::isolated;

/// What handouts are made of (材料的依据).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    /// The organisation, as others may see it.
    pub organization: Organization,
    /// The assessment of the period, as others may see it.
    pub assessment: Assessment,
    /// What was recorded, as others may see it.
    pub ledger: Ledger,
    /// The pack, with the user's own changes.
    pub pack: StandardPack,
    /// The SHA-256 of the pack as it was issued, in hex.
    pub pack_hash: String,
    /// The short code (校验短码) of the period as others may see it: that of its file.
    pub code: Option<ShortCode>,
    /// What the assessment amounts to, judged from all this.
    pub outcome: Outcome,
    /// Since when records have been kept.
    pub recording_since: RecordingSince,
    /// The day on which the handout is made.
    pub today: CivilDate,
    /// The language of the handout.
    pub language: Language,
}

impl Material {
    /// The texts in the language of the handout.
    pub(super) fn texts(&self) -> &'static Texts {
        self.language.texts()
    }

    /// The name of the organisation, or a line to write it on.
    pub(super) fn name(&self) -> String {
        match isolated(&self.organization.name) {
            name if name.is_empty() => self.texts().report.no_name.to_owned(),
            name => name,
        }
    }

    /// A handout of this organisation, with nothing at its foot.
    pub(super) fn handout(
        &self,
        title: String,
        orientation: Orientation,
        blocks: Vec<Block>,
    ) -> Handout {
        let name = self.name();
        Handout {
            file_name: format!("{name} {title}"),
            title: (self.texts().report.named)(name, title),
            subtitle: String::new(),
            orientation,
            blocks,
            foot: String::new(),
            language: self.language.page_tag().to_owned(),
        }
    }

    /// The same, of something that was found in the self-check: its foot says what that is worth.
    pub(super) fn handout_of_check(
        &self,
        title: String,
        orientation: Orientation,
        blocks: Vec<Block>,
    ) -> Handout {
        Handout {
            foot: self.texts().common.reference_only.to_owned(),
            ..self.handout(title, orientation, blocks)
        }
    }

    /// A day, with its year where that is not the one that is spoken of.
    pub(super) fn day_of_year(&self, day: CivilDate) -> String {
        (self.texts().facts.day)(day, self.assessment.period.year())
    }

    /// What whoever checked found of an item, if it was reviewed.
    pub(super) fn found(&self, item: &ItemId) -> Option<Found> {
        let reviews = reviews_of(&self.ledger, self.assessment.period);
        reviews.get(&Some(item.clone()))?.1.found
    }

    /// A day with its year.
    pub(super) fn day(&self, day: CivilDate) -> String {
        full_day(day, self.texts())
    }

    /// What is known of the organisation on the day of the handout.
    pub(super) fn circumstances(&self) -> Circumstances<'_> {
        Circumstances {
            facts: &self.organization.facts,
            term_end: self.organization.term_end,
            ledger: &self.ledger,
            recording_since: self.recording_since,
            today: self.today,
        }
    }
}

/// A day with its year, whichever year that is.
pub(super) fn full_day(day: CivilDate, texts: &Texts) -> String {
    (texts.facts.day)(day, i32::MIN)
}
