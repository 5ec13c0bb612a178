//! The files of the built-in examples (示例): one organisation of each type.
//!
//! That of the village comes with the pages, those of the other types with their packs. Not here:
//! making documents of them (`example`, `example_matters`).

use crate::standard::{OrganizationType, organization_types};

/// An example as it is written down.
#[derive(Clone, Copy)]
pub struct ExampleFiles {
    /// The organisation, what was recorded, and its answers.
    pub organization: &'static str,
    /// What it is busy with.
    pub matters: &'static str,
}

/// Embeds the two files of an example as the build script wrote them.
macro_rules! embedded {
    ($name:literal) => {
        ExampleFiles {
            organization: include_str!(concat!(
                env!("OUT_DIR"),
                "/standards/example/",
                $name,
                ".json"
            )),
            matters: include_str!(concat!(
                env!("OUT_DIR"),
                "/standards/example/",
                $name,
                "_matters.json"
            )),
        }
    };
}

/// The example village.
pub fn village() -> ExampleFiles {
    embedded!("village")
}

macro_rules! of_types {
    (
        first { $(#[$of_first:meta])* $first:ident $first_file:literal; }
        assessed { $($(#[$of_assessed:meta])* $assessed:ident $assessed_file:literal;)+ }
        leading { $($(#[$of_leading:meta])* $leading:ident $leading_file:literal;)+ }
    ) => {
        /// The example of this type.
        pub fn of(organization: OrganizationType) -> ExampleFiles {
            match organization {
                OrganizationType::$first => village(),
                $(OrganizationType::$assessed => embedded!($assessed_file),)+
                $(OrganizationType::$leading => embedded!($leading_file),)+
            }
        }
    };
}

organization_types!(of_types);
