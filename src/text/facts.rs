//! The names of organisation types, facts, frequencies, periods and certainty.
//!
//! Not here: the names of indicators and stars, which are data of the packs.

use super::plural::counted;
use crate::period::{CivilDate, Frequency, Quarter};
use crate::standard::{Certainty, Fact, InstitutionKind, OrganizationForm, OrganizationType};

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
    type_leading_group: &'static str = "机关党组", "Leading Party group of an office";
    type_town_committee: &'static str = "镇（街道）党（工）委", "Party committee of a town or sub-district";
    line_village: &'static str = "村党支部、党总支、党委", "The Party organisation of a village";
    line_community: &'static str = "居委会所在的社区党组织", "The Party organisation of a residents' community";
    line_office: &'static str = "党委、政府部门和群团机关", "Departments of Party and government, mass organisations";
    line_state_enterprise: &'static str = "国有独资、控股企业和下属单位", "State-owned and state-controlled companies and their units";
    line_institution: &'static str = "中小学、高校、公立医院等", "Schools, universities, public hospitals and the like";
    line_private_firm: &'static str = "民营、外资等企业", "Private, foreign and other firms";
    line_social_organization: &'static str = "协会、商会、基金会、民办机构", "Associations, chambers, foundations, private non-profit bodies";
    line_leading_group: &'static str = "党组（党委）自己的责任清单，不查五基", "Its own list of responsibilities; no basics";
    line_town_committee: &'static str = "镇街自己的责任清单，不查五基", "Its own list of responsibilities; no basics";
    name: &'static str = "组织名称", "Name of the organisation";
    example_village: &'static str = "例如：某某村党总支。可以空着。", "For example: General branch of … village. May stay empty.";
    example_community: &'static str = "例如：某某社区党委。可以空着。", "For example: Party committee of … community. May stay empty.";
    example_office: &'static str = "例如：某某局机关第一党支部。可以空着。", "For example: First branch of the … bureau. May stay empty.";
    example_state_enterprise: &'static str = "例如：某某公司第一党支部。可以空着。", "For example: First branch of … company. May stay empty.";
    example_institution: &'static str = "例如：某某学校党支部、某某医院内科党支部。可以空着。", "For example: Party branch of … school. May stay empty.";
    example_private_firm: &'static str = "例如：某某有限公司党支部。可以空着。", "For example: Party branch of … Ltd. May stay empty.";
    example_social_organization: &'static str = "例如：某某协会党支部。可以空着。", "For example: Party branch of … association. May stay empty.";
    example_leading_group: &'static str = "例如：某某局党组。可以空着。", "For example: Leading Party group of the … bureau. May stay empty.";
    example_town_committee: &'static str = "例如：某某镇党委、某某街道党工委。可以空着。", "For example: Party committee of … town. May stay empty.";
    institution_kind: &'static str = "单位类别", "Kind of institution";
    institution_school: &'static str = "中小学", "School";
    institution_university: &'static str = "高校", "University";
    institution_hospital: &'static str = "医院", "Hospital";
    form: &'static str = "组织形式", "Form of the organisation";
    form_hint: &'static str = "选了就按这一级的规定问；可以不选", "With it you are asked by the rules of your own kind; may stay open";
    form_branch: &'static str = "党支部", "Party branch";
    form_general_branch: &'static str = "党总支", "General branch";
    form_party_committee: &'static str = "党委", "Party committee";
    full_members: &'static str = "正式党员数", "Full members";
    members: &'static str = "党员总数", "Members in all";
    full_members_hint: &'static str = "少于 7 人可以不设支委会；决定支部怎样设置", "Fewer than seven need no committee; decides how the branch is set up";
    full_members_hint_above: &'static str = "下属支部合起来", "Of all branches below together";
    members_hint: &'static str = "正式党员加预备党员", "Full and probationary members together";
    members_hint_above: &'static str = "正式党员加预备党员，下属支部合起来", "Full and probationary members of all branches below together";
    more_full_than_all: &'static str = "正式党员比党员总数还多，请看一下。", "There are more full members than members in all. Please check.";
    groups_hint: &'static str = "没有划党小组就填 0", "0 if there are none";
    groups: &'static str = "党小组数", "Party groups";
    committee: &'static str = "设支委会吗", "Is there a branch committee?";
    committee_hint: &'static str = "不设支委会，支委会的指标就不问", "Without a committee nothing about it is asked";
    committee_yes: &'static str = "设支委会", "There is one";
    committee_no: &'static str = "不设", "There is none";
    fact_full_members: fn(u32) -> String = |n| format!("正式党员 {n} 人"), |n| counted(n, "full member", "full members");
    fact_members: fn(u32) -> String = |n| format!("党员 {n} 人"), |n| counted(n, "member", "members");
    fact_groups: fn(u32) -> String = |n| if n == 0 { "没有划党小组".to_owned() } else { format!("党小组 {n} 个") },
        |n| if n == 0 { "no Party groups".to_owned() } else { counted(n, "Party group", "Party groups") };
    fact_committee: fn(u32) -> String = |n| if n == 0 { "不设支委会".to_owned() } else { "设支委会".to_owned() },
        |n| if n == 0 { "no branch committee".to_owned() } else { "a branch committee".to_owned() };
    fact_branch: fn(u32) -> String = |n| if n == 0 { "不是党支部".to_owned() } else { "是党支部".to_owned() },
        |n| if n == 0 { "not a Party branch".to_owned() } else { "a Party branch".to_owned() };
    fact_general_branch: fn(u32) -> String = |n| if n == 0 { "不是党总支".to_owned() } else { "是党总支".to_owned() },
        |n| if n == 0 { "not a general branch".to_owned() } else { "a general branch".to_owned() };
    fact_party_committee: fn(u32) -> String = |n| if n == 0 { "不是党委".to_owned() } else { "是党委".to_owned() },
        |n| if n == 0 { "not a Party committee".to_owned() } else { "a Party committee".to_owned() };
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
    frequency_certainty: fn(&str) -> String = |mark| format!("频次：{mark}"), |mark| format!("How often: {mark}");
    term_end: &'static str = "届满日", "End of term";
    term_hint: &'static str = "填了，换届那一条自动判断；到期前 12 个月起提醒", "With it, the item about elections answers itself, and you are reminded twelve months ahead";
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
            OrganizationType::LeadingGroup => self.type_leading_group,
            OrganizationType::TownCommittee => self.type_town_committee,
        }
    }

    /// Who belongs to an organisation type, in one line.
    pub fn who_belongs_to(&self, organization_type: OrganizationType) -> &'static str {
        match organization_type {
            OrganizationType::Village => self.line_village,
            OrganizationType::Community => self.line_community,
            OrganizationType::Office => self.line_office,
            OrganizationType::StateEnterprise => self.line_state_enterprise,
            OrganizationType::Institution => self.line_institution,
            OrganizationType::PrivateFirm => self.line_private_firm,
            OrganizationType::SocialOrganization => self.line_social_organization,
            OrganizationType::LeadingGroup => self.line_leading_group,
            OrganizationType::TownCommittee => self.line_town_committee,
        }
    }

    /// What the name of an organisation of this type may look like.
    pub fn name_example(&self, organization_type: OrganizationType) -> &'static str {
        match organization_type {
            OrganizationType::Village => self.example_village,
            OrganizationType::Community => self.example_community,
            OrganizationType::Office => self.example_office,
            OrganizationType::StateEnterprise => self.example_state_enterprise,
            OrganizationType::Institution => self.example_institution,
            OrganizationType::PrivateFirm => self.example_private_firm,
            OrganizationType::SocialOrganization => self.example_social_organization,
            OrganizationType::LeadingGroup => self.example_leading_group,
            OrganizationType::TownCommittee => self.example_town_committee,
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

    /// The name of a form of organisation.
    pub fn form(&self, form: OrganizationForm) -> &'static str {
        match form {
            OrganizationForm::Branch => self.form_branch,
            OrganizationForm::GeneralBranch => self.form_general_branch,
            OrganizationForm::PartyCommittee => self.form_party_committee,
        }
    }

    /// A fact with its number, as it stands in a reason.
    pub fn fact(&self, fact: Fact, number: u32) -> String {
        match fact {
            Fact::FullMembers => (self.fact_full_members)(number),
            Fact::Members => (self.fact_members)(number),
            Fact::Groups => (self.fact_groups)(number),
            Fact::Committee => (self.fact_committee)(number),
            Fact::Branch => (self.fact_branch)(number),
            Fact::GeneralBranch => (self.fact_general_branch)(number),
            Fact::PartyCommittee => (self.fact_party_committee)(number),
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
}
