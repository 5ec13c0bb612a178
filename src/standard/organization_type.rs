//! The types of organisations (组织类型), a row each, in the order in which they are offered.
//!
//! A row says what the type is called in the code and which file in `standards/` its pack is; its
//! example is under the same name in `standards/example/`. Which types there are, their packs and
//! their examples follow from the table. Not here: what a type is called on pages (`text::facts`).

use serde::{Deserialize, Serialize};

/// Hands the rows to a macro: the type that comes with the first module of the app, the others
/// that are held against the five basics, and those that lead others.
macro_rules! organization_types {
    ($take:ident) => {
        $take! {
            first {
                /// A village (村).
                Village "village";
            }
            assessed {
                /// An urban community (城市社区).
                Community "community";
                /// An office of the Party or the state (机关).
                Office "office";
                /// A state-owned enterprise (国有企业).
                StateEnterprise "state_enterprise";
                /// A school, hospital or other public institution (学校医院等事业单位).
                Institution "institution";
                /// A private firm (非公企业).
                PrivateFirm "private_firm";
                /// A social organisation (社会组织).
                SocialOrganization "social_organization";
            }
            leading {
                /// The leading Party group of an office (党组), which is no branch.
                LeadingGroup "leading_group";
                /// The Party (working) committee of a town or sub-district (镇（街道）党（工）委),
                /// which is no branch.
                TownCommittee "town_committee";
            }
        }
    };
}

pub(crate) use organization_types;

macro_rules! declared {
    (
        first { $(#[$of_first:meta])* $first:ident $first_file:literal; }
        assessed { $($(#[$of_assessed:meta])* $assessed:ident $assessed_file:literal;)+ }
        leading { $($(#[$of_leading:meta])* $leading:ident $leading_file:literal;)+ }
    ) => {
        /// The kind of an organisation (组织类型).
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum OrganizationType {
            $(#[$of_first])*
            $first,
            $($(#[$of_assessed])* $assessed,)+
            $($(#[$of_leading])* $leading,)+
        }

        impl OrganizationType {
            /// The type that comes with the first module of the app.
            pub(crate) const FIRST: Self = Self::$first;

            /// How many of them, from the first on, are held against the five basics; those after
            /// them keep a list of responsibilities alone.
            const ASSESSED: usize = [$first_file, $($assessed_file),+].len();

            /// How many there are.
            pub const COUNT: usize = Self::ASSESSED + [$($leading_file),+].len();

            /// All types, in the order in which they are offered.
            pub const ALL: [Self; Self::COUNT] =
                [Self::$first, $(Self::$assessed,)+ $(Self::$leading,)+];

            /// The name of its files in `standards/`.
            pub(crate) fn file(self) -> &'static str {
                match self {
                    Self::$first => $first_file,
                    $(Self::$assessed => $assessed_file,)+
                    $(Self::$leading => $leading_file,)+
                }
            }
        }
    };
}

organization_types!(declared);

impl OrganizationType {
    /// The types that are held against the five basics (基层党组织).
    pub fn assessed() -> &'static [Self] {
        Self::ALL.split_at(Self::ASSESSED).0
    }

    /// The types that lead others and keep a list of responsibilities alone (上级党组织).
    pub fn leading() -> &'static [Self] {
        Self::ALL.split_at(Self::ASSESSED).1
    }

    /// Whether it leads others, and is no branch (上级党组织).
    pub fn leads(self) -> bool {
        Self::leading().contains(&self)
    }
}
