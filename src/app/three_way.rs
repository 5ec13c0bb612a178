//! Two changes of the same document put together by what both started from (三方合并).
//!
//! Where only one of them changed a field, its change stands. So nothing is lost when two tabs
//! change different things, and taking a step back leaves alone what came after it from elsewhere.
//! Not here: two versions without a common beginning (`exchange::merge`), and which kind of
//! document goes by which of these (`kinds`).

mod ledger;

pub use crate::three_versions::Precedence;
pub use ledger::{entries as ledger_entries, pages};

use crate::assessment::{Answer, Assessment, LocalSettings, Organization};
use crate::exchange::{Settings, StoredStandard};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::{Facts, ItemId};
use crate::three_versions::{members as entries, pick};

/// Puts two changes of one answer together, field by field. The time is theirs.
pub fn answers(base: &Answer, ours: &Answer, theirs: &Answer, precedence: Precedence) -> Answer {
    // Where a value comes from belongs to the value, and of when a note is to the note.
    let value = |answer: &Answer| (answer.value.clone(), answer.carried_from);
    let note = |answer: &Answer| (answer.note.clone(), answer.note_as_of);
    let (value, carried_from) = pick(&value(base), &value(ours), &value(theirs), precedence);
    let (note, note_as_of) = pick(&note(base), &note(ours), &note(theirs), precedence);
    Answer {
        value,
        carried_from,
        note,
        note_as_of,
        reason: pick(&base.reason, &ours.reason, &theirs.reason, precedence),
        evidence: pick(&base.evidence, &ours.evidence, &theirs.evidence, precedence),
        changed_at: theirs.changed_at,
        extra: pick(&base.extra, &ours.extra, &theirs.extra, precedence),
    }
}

/// Puts two changes of the settings together, field by field.
pub fn settings(base: &Settings, ours: &Settings, theirs: &Settings, by: Precedence) -> Settings {
    Settings {
        current_organization: pick(
            &base.current_organization,
            &ours.current_organization,
            &theirs.current_organization,
            by,
        ),
        theme: pick(&base.theme, &ours.theme, &theirs.theme, by),
        elder: pick(&base.elder, &ours.elder, &theirs.elder, by),
        language: pick(&base.language, &ours.language, &theirs.language, by),
        last_export_confirmed_at: pick(
            &base.last_export_confirmed_at,
            &ours.last_export_confirmed_at,
            &theirs.last_export_confirmed_at,
            by,
        ),
        last_export_made_at: pick(
            &base.last_export_made_at,
            &ours.last_export_made_at,
            &theirs.last_export_made_at,
            by,
        ),
        signing_key: pick(
            &base.signing_key,
            &ours.signing_key,
            &theirs.signing_key,
            by,
        ),
        seen_keys: entries(&base.seen_keys, &ours.seen_keys, &theirs.seen_keys, by),
        seen_reviewers: entries(
            &base.seen_reviewers,
            &ours.seen_reviewers,
            &theirs.seen_reviewers,
            by,
        ),
        changed_at: theirs.changed_at,
        extra: pick(&base.extra, &ours.extra, &theirs.extra, by),
    }
}

/// Puts two changes of one organisation together, field by field. The times are theirs.
pub fn organizations(
    base: &Organization,
    ours: &Organization,
    theirs: &Organization,
    by: Precedence,
) -> Organization {
    Organization {
        id: theirs.id,
        name: pick(&base.name, &ours.name, &theirs.name, by),
        organization_type: pick(
            &base.organization_type,
            &ours.organization_type,
            &theirs.organization_type,
            by,
        ),
        facts: facts(&base.facts, &ours.facts, &theirs.facts, by),
        term_end: pick(&base.term_end, &ours.term_end, &theirs.term_end, by),
        pack: pick(&base.pack, &ours.pack, &theirs.pack, by),
        local: local(&base.local, &ours.local, &theirs.local, by),
        example: pick(&base.example, &ours.example, &theirs.example, by),
        created_at: theirs.created_at,
        changed_at: theirs.changed_at,
        extra: pick(&base.extra, &ours.extra, &theirs.extra, by),
    }
}

/// Puts two changes of one loaded pack together: the pack is one field.
pub fn standards(
    base: &StoredStandard,
    ours: &StoredStandard,
    theirs: &StoredStandard,
    by: Precedence,
) -> StoredStandard {
    StoredStandard {
        pack: pick(&base.pack, &ours.pack, &theirs.pack, by),
        draft: pick(&base.draft, &ours.draft, &theirs.draft, by),
        unpublished: pick(
            &base.unpublished,
            &ours.unpublished,
            &theirs.unpublished,
            by,
        ),
        extra: pick(&base.extra, &ours.extra, &theirs.extra, by),
        ..theirs.clone()
    }
}

fn facts(base: &Facts, ours: &Facts, theirs: &Facts, by: Precedence) -> Facts {
    Facts {
        form: pick(&base.form, &ours.form, &theirs.form, by),
        full_members: pick(
            &base.full_members,
            &ours.full_members,
            &theirs.full_members,
            by,
        ),
        members: pick(&base.members, &ours.members, &theirs.members, by),
        groups: pick(&base.groups, &ours.groups, &theirs.groups, by),
        committee: pick(&base.committee, &ours.committee, &theirs.committee, by),
        institution: pick(
            &base.institution,
            &ours.institution,
            &theirs.institution,
            by,
        ),
    }
}

fn local(
    base: &LocalSettings,
    ours: &LocalSettings,
    theirs: &LocalSettings,
    by: Precedence,
) -> LocalSettings {
    LocalSettings {
        switched: entries(&base.switched, &ours.switched, &theirs.switched, by),
        thresholds: entries(&base.thresholds, &ours.thresholds, &theirs.thresholds, by),
        times: entries(&base.times, &ours.times, &theirs.times, by),
        lines: entries(&base.lines, &ours.lines, &theirs.lines, by),
        duties: entries(&base.duties, &ours.duties, &theirs.duties, by),
        duties_since: entries(
            &base.duties_since,
            &ours.duties_since,
            &theirs.duties_since,
            by,
        ),
        duties_off_since: entries(
            &base.duties_off_since,
            &ours.duties_off_since,
            &theirs.duties_off_since,
            by,
        ),
        responsibilities: entries(
            &base.responsibilities,
            &ours.responsibilities,
            &theirs.responsibilities,
            by,
        ),
        mechanisms: entries(&base.mechanisms, &ours.mechanisms, &theirs.mechanisms, by),
        own_duties: entries(&base.own_duties, &ours.own_duties, &theirs.own_duties, by),
        own_duties_as_of: pick(
            &base.own_duties_as_of,
            &ours.own_duties_as_of,
            &theirs.own_duties_as_of,
            by,
        ),
    }
}

/// Puts two changes of one assessment together, answer by answer and field by field.
pub fn assessments(
    base: &Assessment,
    ours: &Assessment,
    theirs: &Assessment,
    by: Precedence,
) -> Assessment {
    let mut merged = Assessment {
        id: theirs.id,
        organization: pick(
            &base.organization,
            &ours.organization,
            &theirs.organization,
            by,
        ),
        period: pick(&base.period, &ours.period, &theirs.period, by),
        pack: pick(&base.pack, &ours.pack, &theirs.pack, by),
        answers: SortedMap::new(),
        retired: SortedMap::new(),
        summary: pick(&base.summary, &ours.summary, &theirs.summary, by),
        example: pick(&base.example, &ours.example, &theirs.example, by),
        created_at: theirs.created_at,
        extra: pick(&base.extra, &ours.extra, &theirs.extra, by),
    };
    let nothing = Answer::default();
    for id in items([base, ours, theirs]) {
        let found = [base, ours, theirs].map(|one| place(one, id));
        let [base_place, our_place, their_place] = found.map(|found| found.map(|(place, _)| place));
        let [from, ours, theirs] = found.map(|found| found.map_or(&nothing, |(_, answer)| answer));
        let answer = answers(from, ours, theirs, by);
        // An answer that is taken back leaves an empty one, which other copies are told of.
        match pick(&base_place, &our_place, &their_place, by).or(their_place) {
            Some(Place::Asked) => merged.answers.insert(id.clone(), answer),
            Some(Place::Retired) => merged.retired.insert(id.clone(), answer),
            None => None,
        };
    }
    merged
}

/// In which list of an assessment an answer stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Asked,
    Retired,
}

fn place<'a>(assessment: &'a Assessment, id: &ItemId) -> Option<(Place, &'a Answer)> {
    let asked = assessment
        .answers
        .get(id)
        .map(|answer| (Place::Asked, answer));
    asked.or_else(|| Some((Place::Retired, assessment.retired.get(id)?)))
}

fn items(of: [&Assessment; 3]) -> SortedSet<&ItemId> {
    let all = of
        .into_iter()
        .flat_map(|one| one.answers.keys().chain(one.retired.keys()));
    all.collect()
}
