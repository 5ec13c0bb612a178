//! The few facts of an organisation as a form (组织情况): name, form, numbers, committee, end of
//! term. The start asks them first, and the profile lets them be changed.
//!
//! Not here: the type of the organisation, which is chosen once, and where the facts are kept.

use super::components::{
    AnswerButtons, Choice, DateField, Notice, NoticeKind, NumberField, Selection, TextField,
};
use super::day_remarks::far_ahead;
use super::speech::texts;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::period::CivilDate;
use crate::standard::{Facts, InstitutionKind, OrganizationForm, OrganizationType};
use leptos::prelude::*;

const INSTITUTIONS: [InstitutionKind; 3] = [
    InstitutionKind::School,
    InstitutionKind::University,
    InstitutionKind::Hospital,
];

/// What the form shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The name as it is written; may be empty.
    pub name: String,
    /// The facts.
    pub facts: Facts,
    /// The end of the term of office (届满日).
    pub term_end: Option<CivilDate>,
}

/// The form as its fields see it: they read from it, and each changes its own part.
#[derive(Clone, Copy)]
struct Form {
    profile: Signal<Profile>,
    on_change: Callback<(Profile, Pace)>,
}

impl Form {
    fn change(self, pace: Pace, edit: impl FnOnce(&mut Profile)) {
        let mut changed = self.profile.get_untracked();
        edit(&mut changed);
        self.on_change.run((changed, pace));
    }

    fn read<Value: Send + Sync + 'static>(self, read: fn(&Profile) -> Value) -> Signal<Value> {
        Signal::derive(move || self.profile.with(read))
    }
}

/// The form. Every field may stay empty.
#[component]
pub fn ProfileForm(
    /// The type of the organisation, which decides what is asked and what an example looks like. Of
    /// one that is no branch the name alone is asked.
    organization_type: OrganizationType,
    /// What is known.
    #[prop(into)]
    profile: Signal<Profile>,
    /// Takes all of it after every change, with how soon it is to be kept.
    #[prop(into)]
    on_change: Callback<(Profile, Pace)>,
    /// Called when a text is finished.
    #[prop(default = Callback::new(|()| ()), into)]
    on_commit: Callback<()>,
) -> impl IntoView {
    let names = &texts().facts;
    let form = Form { profile, on_change };
    let is_institution = organization_type == OrganizationType::Institution;
    // What has branches below it is asked with other hints, and not whether there is a 支委会.
    let above_branches = Memo::new(move |_| {
        let own = profile.with(|profile| profile.facts.form);
        own.is_some_and(|own| own != OrganizationForm::Branch)
    });
    view! {
        <TextField
            label=names.name
            hint=names.name_example(organization_type)
            value=form.read(|profile| profile.name.clone())
            on_input=Callback::new(move |name| {
                form.change(Pace::typed("name"), |profile| profile.name = name);
            })
            on_commit=Callback::new(move |_| on_commit.run(()))
        />
        {is_institution.then(|| view! { <InstitutionChoice form=form /> })}
        {(!organization_type.leads())
            .then(|| {
                view! {
                    <FormChoice form=form />
                    {move || view! { <Numbers form=form above_branches=above_branches.get() /> }}
                    <TermEnd form=form />
                }
            })}
    }
}

/// When the term of office ends (届满日).
#[component]
fn TermEnd(form: Form) -> impl IntoView {
    let names = &texts().facts;
    view! {
        <DateField
            label=names.term_end
            hint=names.term_hint
            value=form.read(|profile| profile.term_end)
            on_change=Callback::new(move |day| {
                form.change(Pace::Now, |profile| profile.term_end = day);
            })
            remark=far_ahead(AppState::expect(), form.read(|profile| profile.term_end))
        />
    }
}

/// How many members and groups there are, and whether there is a branch committee.
#[component]
fn Numbers(form: Form, above_branches: bool) -> impl IntoView {
    let names = &texts().facts;
    let put = move |name: &'static str, set: fn(&mut Facts, Option<u32>)| {
        Callback::new(move |number| {
            form.change(Pace::typed(name), |profile| set(&mut profile.facts, number));
        })
    };
    let (full_members_hint, members_hint) = if above_branches {
        (names.full_members_hint_above, names.members_hint_above)
    } else {
        (names.full_members_hint, names.members_hint)
    };
    let doubtful = move || {
        let facts = form.profile.with(|profile| profile.facts);
        let more = facts.full_members? > facts.members?;
        more.then(|| view! { <Notice kind=NoticeKind::Warning text=names.more_full_than_all /> })
    };
    view! {
        <NumberField
            label=names.full_members
            hint=full_members_hint
            value=form.read(|profile| profile.facts.full_members)
            on_change=put("full_members", |facts, number| facts.full_members = number)
        />
        <NumberField
            label=names.members
            hint=members_hint
            value=form.read(|profile| profile.facts.members)
            on_change=put("members", |facts, number| facts.members = number)
        />
        {doubtful}
        <NumberField
            label=names.groups
            hint=names.groups_hint
            value=form.read(|profile| profile.facts.groups)
            on_change=put("groups", |facts, number| facts.groups = number)
        />
        {(!above_branches).then(|| view! { <CommitteeChoice form=form /> })}
    }
}

/// A branch, a general branch or a Party committee (支部、总支、党委).
#[component]
fn FormChoice(form: Form) -> impl IntoView {
    let names = &texts().facts;
    let choices = OrganizationForm::ALL.map(|one| (one, names.form(one)));
    one_of(
        names.form,
        names.form_hint,
        choices,
        form.read(|profile| profile.facts.form),
        move |own| form.change(Pace::Now, |profile| profile.facts.form = own),
    )
}

/// Which kind of institution it is (单位类别).
#[component]
fn InstitutionChoice(form: Form) -> impl IntoView {
    let names = &texts().facts;
    one_of(
        names.institution_kind,
        "",
        INSTITUTIONS.map(|kind| (kind, names.institution(kind))),
        form.read(|profile| profile.facts.institution),
        move |kind| form.change(Pace::Now, |profile| profile.facts.institution = kind),
    )
}

/// Whether there is a branch committee (支委会).
#[component]
fn CommitteeChoice(form: Form) -> impl IntoView {
    let names = &texts().facts;
    one_of(
        names.committee,
        names.committee_hint,
        [(true, names.committee_yes), (false, names.committee_no)],
        form.read(|profile| profile.facts.committee),
        move |known| form.change(Pace::Now, |profile| profile.facts.committee = known),
    )
}

/// One of a few values, which can be taken back.
fn one_of<Value, const COUNT: usize>(
    label: &'static str,
    hint: &'static str,
    values: [(Value, &'static str); COUNT],
    chosen: Signal<Option<Value>>,
    put: impl Fn(Option<Value>) + Copy + Send + Sync + 'static,
) -> impl IntoView
where
    Value: Copy + PartialEq + Send + Sync + 'static,
{
    let choices = values.map(|(value, word)| Choice::plain(value, word));
    let selection = Selection::new(choices, move || chosen.get(), move |value| put(Some(value)));
    view! {
        <div class="stack-tight">
            <p class="label">{label}</p>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <AnswerButtons
                legend=label
                selection=selection
                on_clear=Callback::new(move |()| put(None))
            />
        </div>
    }
}
