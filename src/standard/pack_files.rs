//! The files of the built-in packs (内置标准包的文件): which there are, and which of them come with
//! the first module of the app.
//!
//! Villages are by far the most; the files of the other types come with a later part where the app
//! is split, and so does the English of all: most phones never show it. Not here: putting a pack
//! together from them (`composition`).

use super::condition::OrganizationType;
#[cfg(feature = "split")]
use std::sync::OnceLock;

/// Embeds a file of `standards/` as the build script wrote it.
macro_rules! embedded {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/standards/", $name, ".json"))
    };
}

/// Whether the files for this type are here; if not, they come with [`take_in_others`].
pub fn is_here(organization: OrganizationType) -> bool {
    chinese(name_of(organization)).is_some()
}

/// Takes in the files of all types. It refers to them, so it is called from a later part alone.
pub fn take_in_others() {
    #[cfg(feature = "split")]
    OTHERS.get_or_init(|| other);
}

/// The name of the pack file of a type.
pub(super) fn name_of(organization: OrganizationType) -> &'static str {
    match organization {
        OrganizationType::Village => "village",
        OrganizationType::Community => "community",
        OrganizationType::Office => "office",
        OrganizationType::StateEnterprise => "state_enterprise",
        OrganizationType::Institution => "institution",
        OrganizationType::PrivateFirm => "private_firm",
        OrganizationType::SocialOrganization => "social_organization",
    }
}

/// The text of a file in Chinese, if it is here. Those of the other types hold both languages.
pub(super) fn chinese(name: &str) -> Option<&'static str> {
    of_villages(name).or_else(|| taken_in(name))
}

/// What the pack of villages is made of, in Chinese.
fn of_villages(name: &str) -> Option<&'static str> {
    Some(match name {
        "village" => embedded!("chinese/village"),
        "rules" => embedded!("chinese/shared/rules"),
        "core" => embedded!("chinese/shared/core"),
        "five_stars" => embedded!("chinese/shared/five_stars"),
        "records" => embedded!("chinese/shared/records"),
        "duties" => embedded!("chinese/shared/duties"),
        "mechanisms" => embedded!("chinese/shared/mechanisms"),
        "outside_offices" => embedded!("chinese/shared/outside_offices"),
        "villages_and_communities" => embedded!("chinese/shared/villages_and_communities"),
        _ => return None,
    })
}

/// What English adds to a file that is here in Chinese alone.
pub(super) fn english(name: &str) -> Option<&'static str> {
    Some(match name {
        "village" => embedded!("english/village"),
        "rules" => embedded!("english/shared/rules"),
        "core" => embedded!("english/shared/core"),
        "five_stars" => embedded!("english/shared/five_stars"),
        "records" => embedded!("english/shared/records"),
        "duties" => embedded!("english/shared/duties"),
        "mechanisms" => embedded!("english/shared/mechanisms"),
        "outside_offices" => embedded!("english/shared/outside_offices"),
        "villages_and_communities" => embedded!("english/shared/villages_and_communities"),
        _ => return None,
    })
}

/// What the packs of the other types are made of besides.
fn other(name: &str) -> Option<&'static str> {
    Some(match name {
        "community" => embedded!("community"),
        "office" => embedded!("office"),
        "state_enterprise" => embedded!("state_enterprise"),
        "institution" => embedded!("institution"),
        "private_firm" => embedded!("private_firm"),
        "social_organization" => embedded!("social_organization"),
        "rules_of_other_types" => embedded!("shared/rules_of_other_types"),
        "five_goods" => embedded!("shared/five_goods"),
        "units" => embedded!("shared/units"),
        _ => return None,
    })
}

#[cfg(feature = "split")]
static OTHERS: OnceLock<fn(&str) -> Option<&'static str>> = OnceLock::new();

#[cfg(feature = "split")]
fn taken_in(name: &str) -> Option<&'static str> {
    OTHERS.get().and_then(|other| other(name))
}

#[cfg(not(feature = "split"))]
fn taken_in(name: &str) -> Option<&'static str> {
    other(name)
}
