//! The names of organisation types, facts, frequencies, periods and certainty.
//!
//! Not here: the names of indicators and stars, which are data of the packs.

use crate::period::{CivilDate, Frequency, Quarter};
use crate::standard::{Certainty, Fact, InstitutionKind, OrganizationType};

/// The months in English, the first first.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

texts! {
    type_village: &'static str = "村", "Village";
    type_community: &'static str = "城市社区", "Urban community";
    type_office: &'static str = "机关", "Office";
    type_state_enterprise: &'static str = "国有企业", "State-owned enterprise";
    type_institution: &'static str = "学校、医院等事业单位", "School, hospital or other institution";
    type_private_firm: &'static str = "非公企业", "Private firm";
    type_social_organization: &'static str = "社会组织", "Social organisation";
    institution_kind: &'static str = "单位类别", "Kind of institution";
    institution_school: &'static str = "中小学", "School";
    institution_university: &'static str = "高校", "University";
    institution_hospital: &'static str = "医院", "Hospital";
    full_members: &'static str = "正式党员数", "Full members";
    members: &'static str = "党员总数", "Members in all";
    groups: &'static str = "党小组数", "Party groups";
    committee: &'static str = "设支委会吗", "Is there a branch committee?";
    committee_yes: &'static str = "设支委会", "There is one";
    committee_no: &'static str = "不设", "There is none";
    fact_full_members: fn(u32) -> String = |n| format!("正式党员 {n} 人"), |n| format!("{n} full members");
    fact_members: fn(u32) -> String = |n| format!("党员 {n} 人"), |n| format!("{n} members");
    fact_groups: fn(u32) -> String = |n| if n == 0 { "没有划党小组".to_owned() } else { format!("党小组 {n} 个") },
        |n| if n == 0 { "no Party groups".to_owned() } else { format!("{n} Party groups") };
    fact_committee: fn(u32) -> String = |n| if n == 0 { "不设支委会".to_owned() } else { "设支委会".to_owned() },
        |n| if n == 0 { "no branch committee".to_owned() } else { "a branch committee".to_owned() };
    fact_kind: fn(u32) -> String = |_| "单位类别".to_owned(), |_| "the kind of institution".to_owned();
    frequency_month: &'static str = "每月", "Every month";
    frequency_quarter: &'static str = "每季", "Every quarter";
    frequency_half_year: &'static str = "每半年", "Every half-year";
    frequency_year: &'static str = "每年", "Every year";
    frequency_term: &'static str = "每届", "Every term";
    frequency_event: &'static str = "有事项时", "When it comes up";
    quarter: fn(Quarter) -> String = |q| format!("{} 年{}", q.year(), quarter_name(q)),
        |q| format!("Q{} {}", q.number(), q.year());
    day: fn(CivilDate, i32) -> String = |day, this_year| if day.year() == this_year {
        format!("{} 月 {} 日", day.month(), day.day())
    } else {
        format!("{} 年 {} 月 {} 日", day.year(), day.month(), day.day())
    }, |day, this_year| {
        let month = ENGLISH_MONTHS.get(usize::from(day.month()).saturating_sub(1)).unwrap_or(&"");
        if day.year() == this_year { format!("{} {month}", day.day()) } else { format!("{} {month} {}", day.day(), day.year()) }
    };
    certainty_source_document: &'static str = "出自原文", "In the source documents";
    certainty_verified: &'static str = "已核实", "Verified";
    certainty_article_pending: &'static str = "已核实（条款号待核）", "Verified, article pending";
    certainty_local_example: &'static str = "地方做法", "Local example";
    certainty_common_practice: &'static str = "通行做法（待核）", "Common practice, unverified";
    certainty_suggestion: &'static str = "建议", "A suggestion";
    meaning_source_document: &'static str = "这套做法的原文里有。", "It stands in the documents that this standard comes from.";
    meaning_verified: &'static str = "内容对照资料核实过。", "It was held against what the rule says.";
    meaning_article_pending: &'static str = "看到了内容，是第几条还没核对。", "The content was seen, the number of the article was not.";
    meaning_local_example: &'static str = "是某个地方的做法，不是全国规定。", "It is the practice of one place, not a national rule.";
    meaning_common_practice: &'static str = "各地常这样做，没有看到原文。", "It is common practice; no text was seen.";
    meaning_suggestion: &'static str = "是本标准的建议，不出自哪个文件。", "It is a suggestion of this standard and the rule of no document.";
    frequency_certainty: fn(&str) -> String = |mark| format!("频次：{mark}"), |mark| format!("How often: {mark}");
    term_end: &'static str = "届满日", "End of term";
}

/// A quarter as documents write it (第一季度), without its year.
pub fn quarter_name(quarter: Quarter) -> &'static str {
    match quarter.number() {
        1 => "第一季度",
        2 => "第二季度",
        3 => "第三季度",
        _ => "第四季度",
    }
}

impl Texts {
    /// The name of an organisation type.
    pub fn organization_type(&self, organization_type: OrganizationType) -> &'static str {
        match organization_type {
            OrganizationType::Village => self.type_village,
            OrganizationType::Community => self.type_community,
            OrganizationType::Office => self.type_office,
            OrganizationType::StateEnterprise => self.type_state_enterprise,
            OrganizationType::Institution => self.type_institution,
            OrganizationType::PrivateFirm => self.type_private_firm,
            OrganizationType::SocialOrganization => self.type_social_organization,
        }
    }

    /// The name of a kind of institution.
    pub fn institution(&self, kind: InstitutionKind) -> &'static str {
        match kind {
            InstitutionKind::School => self.institution_school,
            InstitutionKind::University => self.institution_university,
            InstitutionKind::Hospital => self.institution_hospital,
        }
    }

    /// A fact with its number, as it stands in a reason.
    pub fn fact(&self, fact: Fact, number: u32) -> String {
        match fact {
            Fact::FullMembers => (self.fact_full_members)(number),
            Fact::Members => (self.fact_members)(number),
            Fact::Groups => (self.fact_groups)(number),
            Fact::Committee => (self.fact_committee)(number),
            Fact::School | Fact::University | Fact::Hospital => (self.fact_kind)(number),
        }
    }

    /// The name of a frequency.
    pub fn frequency(&self, frequency: Frequency) -> &'static str {
        match frequency {
            Frequency::Month => self.frequency_month,
            Frequency::Quarter => self.frequency_quarter,
            Frequency::HalfYear => self.frequency_half_year,
            Frequency::Year => self.frequency_year,
            Frequency::Term => self.frequency_term,
            Frequency::Event => self.frequency_event,
        }
    }

    /// How sure a source is.
    pub fn certainty(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::SourceDocument => self.certainty_source_document,
            Certainty::Verified => self.certainty_verified,
            Certainty::ArticlePending => self.certainty_article_pending,
            Certainty::LocalExample => self.certainty_local_example,
            Certainty::CommonPractice => self.certainty_common_practice,
            Certainty::Suggestion => self.certainty_suggestion,
        }
    }

    /// What a mark of certainty means, in one sentence.
    pub fn certainty_meaning(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::SourceDocument => self.meaning_source_document,
            Certainty::Verified => self.meaning_verified,
            Certainty::ArticlePending => self.meaning_article_pending,
            Certainty::LocalExample => self.meaning_local_example,
            Certainty::CommonPractice => self.meaning_common_practice,
            Certainty::Suggestion => self.meaning_suggestion,
        }
    }
}
