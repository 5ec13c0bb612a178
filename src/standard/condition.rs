//! The few facts of an organisation (组织属性) and the conditions that packs build on them.
//!
//! Not here: the organisation itself, which also has a name and a history.

use serde::{Deserialize, Serialize};

/// What kind of institution it is (事业单位类别).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InstitutionKind {
    /// A primary or secondary school (中小学).
    School,
    /// A university or college (高校).
    University,
    /// A hospital (医院).
    Hospital,
}

/// The form of an organisation (组织形式): what it is among the Party's organisations at the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrganizationForm {
    /// A branch (党支部).
    Branch,
    /// A general branch, with branches below it (党总支).
    GeneralBranch,
    /// A Party committee, with branches below it (党委); not to be confused with the committee of a
    /// branch (支委会).
    PartyCommittee,
}

impl OrganizationForm {
    /// All three forms, from the smallest to the largest. Every type of organisation has them.
    pub const ALL: [Self; 3] = [Self::Branch, Self::GeneralBranch, Self::PartyCommittee];
}

/// The facts that decide what applies (属性), each of which the user may leave open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Facts {
    /// What it is: a branch, a general branch or a Party committee (组织形式).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<OrganizationForm>,
    /// How many full members (正式党员数) it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_members: Option<u32>,
    /// How many members in all (党员总数), probationary ones included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<u32>,
    /// How many Party groups (党小组数) it is divided into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<u32>,
    /// Whether it has a branch committee (是否设支委会); asked of branches alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub committee: Option<bool>,
    /// Which kind of institution it is (事业单位类别); asked of institutions alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<InstitutionKind>,
}

/// One fact as a number, so that every condition reads alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Full members (正式党员数).
    FullMembers,
    /// All members (党员总数).
    Members,
    /// Party groups (党小组数).
    Groups,
    /// 1 with a branch committee (支委会), 0 without.
    Committee,
    /// 1 for a branch (党支部), 0 for another form.
    Branch,
    /// 1 for a general branch (党总支), 0 for another form.
    GeneralBranch,
    /// 1 for a Party committee (党委), 0 for another form.
    PartyCommittee,
    /// 1 for a primary or secondary school (中小学), 0 for another institution.
    School,
    /// 1 for a university (高校), 0 for another institution.
    University,
    /// 1 for a hospital (医院), 0 for another institution.
    Hospital,
}

/// A condition on the facts (适用条件). An unknown fact makes a comparison false, so that nothing
/// is hidden because a number was not given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// The fact is known and at least this number.
    AtLeast(Fact, u32),
    /// The fact is known and at most this number.
    AtMost(Fact, u32),
    /// The fact was not given.
    Unknown(Fact),
    /// All of these hold.
    All(Vec<Condition>),
    /// One of these holds.
    Any(Vec<Condition>),
}

impl Facts {
    /// The number of a fact, or `None` if it was not given.
    pub fn number(&self, fact: Fact) -> Option<u32> {
        let is = |kind| {
            self.institution
                .map(|institution| u32::from(institution == kind))
        };
        let has_form = |form| self.form.map(|own| u32::from(own == form));
        match fact {
            Fact::FullMembers => self.full_members,
            Fact::Members => self.members,
            Fact::Groups => self.groups,
            Fact::Committee => self.committee.map(u32::from),
            Fact::Branch => has_form(OrganizationForm::Branch),
            Fact::GeneralBranch => has_form(OrganizationForm::GeneralBranch),
            Fact::PartyCommittee => has_form(OrganizationForm::PartyCommittee),
            Fact::School => is(InstitutionKind::School),
            Fact::University => is(InstitutionKind::University),
            Fact::Hospital => is(InstitutionKind::Hospital),
        }
    }

    /// A fact as it is best said: which form the organisation has, and not which it does not have.
    fn plainly(&self, fact: Fact, number: u32) -> (Fact, u32) {
        let about_form = matches!(
            fact,
            Fact::Branch | Fact::GeneralBranch | Fact::PartyCommittee
        );
        match self.form.filter(|_| about_form) {
            Some(OrganizationForm::Branch) => (Fact::Branch, 1),
            Some(OrganizationForm::GeneralBranch) => (Fact::GeneralBranch, 1),
            Some(OrganizationForm::PartyCommittee) => (Fact::PartyCommittee, 1),
            None => (fact, number),
        }
    }
}

impl Condition {
    /// Whether the condition holds for these facts.
    pub fn holds(&self, facts: &Facts) -> bool {
        match self {
            Self::AtLeast(fact, bound) => {
                facts.number(*fact).is_some_and(|number| number >= *bound)
            }
            Self::AtMost(fact, bound) => facts.number(*fact).is_some_and(|number| number <= *bound),
            Self::Unknown(fact) => facts.number(*fact).is_none(),
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(facts)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(facts)),
        }
    }

    /// The facts that decided that the condition holds, with their numbers, for the reasons.
    pub fn decided_by(&self, facts: &Facts) -> Vec<(Fact, u32)> {
        match self {
            Self::AtLeast(fact, _) | Self::AtMost(fact, _) => facts
                .number(*fact)
                .filter(|_| self.holds(facts))
                .map(|number| facts.plainly(*fact, number))
                .into_iter()
                .collect(),
            Self::Unknown(_) => Vec::new(),
            Self::All(conditions) | Self::Any(conditions) => conditions
                .iter()
                .filter(|condition| condition.holds(facts))
                .flat_map(|condition| condition.decided_by(facts))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_on_known_and_unknown_facts() {
        fn check(condition: &str, facts: Facts, expected: bool) {
            let condition: Condition = serde_json::from_str(condition).unwrap();
            assert_eq!(condition.holds(&facts), expected, "{condition:?} {facts:?}");
        }

        let no_committee = r#"{"any":[{"at_most":["committee",0]},
            {"all":[{"unknown":"committee"},{"at_most":["full_members",6]}]}]}"#;
        let facts = |full_members, committee| Facts {
            full_members,
            committee,
            ..Facts::default()
        };
        check(no_committee, facts(None, None), false);
        check(no_committee, facts(Some(6), None), true);
        check(no_committee, facts(Some(7), None), false);
        check(no_committee, facts(Some(6), Some(true)), false);
        check(no_committee, facts(Some(9), Some(false)), true);
        let hospital = Facts {
            institution: Some(InstitutionKind::Hospital),
            ..Facts::default()
        };
        check(r#"{"at_most":["school",0]}"#, hospital, true);
        check(r#"{"at_most":["school",0]}"#, Facts::default(), false);
        check(r#"{"at_least":["hospital",1]}"#, hospital, true);
        let general_branch = Facts {
            form: Some(OrganizationForm::GeneralBranch),
            ..Facts::default()
        };
        check(r#"{"at_least":["general_branch",1]}"#, general_branch, true);
        check(
            r#"{"at_least":["party_committee",1]}"#,
            general_branch,
            false,
        );
        check(r#"{"at_most":["branch",0]}"#, general_branch, true);
        check(r#"{"at_most":["branch",0]}"#, Facts::default(), false);
        check(r#"{"at_least":["branch",1]}"#, Facts::default(), false);
        // The reason names the form that the user has.
        let no_branch = Condition::AtMost(Fact::Branch, 0);
        let reason = vec![(Fact::GeneralBranch, 1)];
        assert_eq!(no_branch.decided_by(&general_branch), reason);
    }

    #[test]
    fn a_form_is_written_only_where_it_is_known() {
        fn check(facts: Facts, expected: &str) {
            let written = serde_json::to_string(&facts).unwrap();
            assert_eq!(written, expected);
            let read: Facts = serde_json::from_str(&written).unwrap();
            assert_eq!(read, facts);
        }

        let of = |form, committee| Facts {
            form,
            committee,
            ..Facts::default()
        };
        check(of(None, None), "{}");
        check(of(None, Some(true)), r#"{"committee":true}"#);
        check(
            of(Some(OrganizationForm::Branch), Some(false)),
            r#"{"form":"branch","committee":false}"#,
        );
        check(
            of(Some(OrganizationForm::PartyCommittee), None),
            r#"{"form":"party_committee"}"#,
        );
    }
}
