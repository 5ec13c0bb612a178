//! What is asked: the model of a standard pack (标准包), its composition from shared parts, its
//! validation, and the packs that are built in.
//!
//! Not here: what was answered and what it amounts to (`assessment`).

mod answer_kind;
mod checklist;
mod composition;
mod condition;
mod example;
mod grouping;
mod ledger_fact;
mod lookup;
mod organization_type;
mod pack;
mod pack_files;
mod points;
mod positional;
mod rule;
mod star;
mod validation;

pub use answer_kind::AnswerKind;
pub use checklist::{
    Act, Approval, Asked, Base, Candidacy, Category, Checklist, Choice, Column, ColumnKind,
    Deadline, DeadlineRule, Draft, Duty, EligibleMembers, Field, FieldKind, FiguresOf, Fulfilment,
    Level, LinkKind, Listing, Mechanism, ProblemsOf, QuorumRule, RecordKind, Responsibility, Role,
    RowsForm, Share, StepDefinition, Sum, TallyForm, Vote, Window,
};
pub use composition::{
    PackError, built_in, built_in_in_brief, built_in_in_chinese, built_in_in_chinese_with_later,
    by_position, hash, parse,
};
pub use condition::{Condition, Fact, Facts, InstitutionKind, OrganizationForm};
pub use example::{Example, ExampleAnswer, Expected};
pub use grouping::{Group, Grouping, InGroup};
pub use ledger_fact::LedgerFact;
pub use lookup::{NextPart, Wording};
pub use organization_type::OrganizationType;
pub(crate) use organization_type::organization_types;
pub use pack::{
    Basic, CriterionVariant, Indicator, ItemId, Judgement, Label, Original, PartNames,
    ProfileAnswer, StandardPack,
};
pub use pack_files::{hash_of_built_in, is_here, is_shown_later, take_in_others};
pub use points::{Points, PointsUnit};
pub use positional::{Misread, Positional};
pub use rule::{Certainty, Rule};
pub use star::{
    AwardRule, Band, Bonus, BonusOption, Deduction, Derivation, DerivationEffect, DerivationRule,
    Grade, Reach, ScoredBy, ScoredIndicator, SourceVerdict, Star, Veto, VetoEffect,
};
pub use validation::{DEEPEST_DERIVATION, FaultKind, GREATEST_NUMBER, PackFault, validate};
