//! What the home page reminds of (首页提醒), one thing at most: a backup, long after the last one or
//! after much was entered since, or else the home screen in the first days.
//!
//! It follows from the times of change of what is kept; nothing is counted along. Not here: making
//! a backup, and the sentences.

use super::workspace::Workspace;

/// After how many days without a backup the user is reminded.
const DAYS: i64 = 30;

/// After how many changes without a backup the user is reminded.
const CHANGES: usize = 50;

/// For how many days after the first organisation was entered the home screen is offered.
const DAYS_OF_OFFER: i64 = 7;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// What there is to be reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// There was no backup for so many days, 30 or more, and something was entered since.
    NoBackupFor(i64),
    /// So many things were entered or changed since the last backup, 50 or more.
    ChangedSinceBackup(usize),
    /// The app can be put on the home screen.
    HomeScreen,
}

/// What there is to be reminded of at this instant, in UTC milliseconds. `can_install` says whether
/// the browser offers to put the app on the home screen.
pub fn reminder(workspace: &Workspace, now_ms: i64, can_install: bool) -> Option<Reminder> {
    let of_backup = backup_reminder(workspace, now_ms);
    let own = workspace.organizations.values().filter(|one| !one.example);
    let begun_ms = own.map(|one| one.created_at).min();
    let is_new = begun_ms.is_some_and(|begun| now_ms - begun < DAYS_OF_OFFER * DAY_MS);
    of_backup.or((can_install && is_new).then_some(Reminder::HomeScreen))
}

fn backup_reminder(workspace: &Workspace, now_ms: i64) -> Option<Reminder> {
    let settings = &workspace.settings;
    // Whether the last one arrived is asked where it was made.
    let last_ms = settings
        .last_export_made_at
        .max(settings.last_export_confirmed_at);
    of_backup(last_ms, changes(workspace), now_ms)
}

/// When each answer, entry and profile of the user was last changed. The example is not the user's.
fn changes(workspace: &Workspace) -> Vec<i64> {
    let is_example = |id| {
        let organization = workspace.organizations.get(&id);
        organization.is_some_and(|one| one.example)
    };
    let own = workspace.organizations.values().filter(|one| !one.example);
    let mut changes: Vec<i64> = own.map(|one| one.changed_at).collect();
    for one in workspace.assessments.values() {
        if !is_example(one.organization) {
            changes.extend(one.answers.values().map(|answer| answer.changed_at));
        }
    }
    for page in workspace.ledgers.values() {
        if !is_example(page.organization) {
            changes.extend(page.entries.values().map(|entry| entry.changed_at));
        }
    }
    changes
}

fn of_backup(last_ms: Option<i64>, changes: Vec<i64>, now_ms: i64) -> Option<Reminder> {
    let since = changes
        .into_iter()
        .filter(|at| last_ms.is_none_or(|last| *at > last));
    let since: Vec<i64> = since.collect();
    // Without a backup the first change is where the days begin.
    let first = since.iter().min()?;
    let days = (now_ms - last_ms.unwrap_or(*first)) / DAY_MS;
    if days >= DAYS {
        Some(Reminder::NoBackupFor(days))
    } else if since.len() >= CHANGES {
        Some(Reminder::ChangedSinceBackup(since.len()))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{LocalSettings, Organization};
    use crate::standard::{Facts, OrganizationType};
    use uuid::Uuid;

    /// Changes of so many days ago, one for each number.
    fn days_ago(days: &[i64]) -> Vec<i64> {
        days.iter().map(|days| NOW_MS - days * DAY_MS).collect()
    }

    const NOW_MS: i64 = 1_795_000_000_000;

    #[test]
    fn a_backup_is_asked_for_after_thirty_days_or_fifty_changes() {
        fn check(last: Option<i64>, changes: &[i64], expected: Option<Reminder>) {
            let last_ms = last.map(|days| NOW_MS - days * DAY_MS);
            let found = of_backup(last_ms, days_ago(changes), NOW_MS);
            assert_eq!(found, expected, "{last:?} {changes:?}");
        }

        check(None, &[], None);
        check(None, &[29], None);
        check(None, &[30], Some(Reminder::NoBackupFor(30)));
        check(None, &[0, 45, 3], Some(Reminder::NoBackupFor(45)));
        // Nothing was entered since the last one.
        check(Some(40), &[45, 41], None);
        check(Some(40), &[45, 2], Some(Reminder::NoBackupFor(40)));
        check(Some(29), &[2], None);
        check(Some(1), &[0; 49], None);
        check(Some(1), &[0; 50], Some(Reminder::ChangedSinceBackup(50)));
        check(None, &[1; 60], Some(Reminder::ChangedSinceBackup(60)));
        // A change that a wrong clock put into the future is a change.
        check(Some(31), &[-5], Some(Reminder::NoBackupFor(31)));
        // A backup of the future was made while the clock was wrong; nothing can be said.
        check(Some(-10), &[5], None);
    }

    #[test]
    fn the_home_screen_is_offered_in_the_first_days_and_after_a_backup() {
        fn check(example: bool, days: i64, can_install: bool, expected: Option<Reminder>) {
            let created_at = NOW_MS - days * DAY_MS;
            let own = Organization {
                example,
                created_at,
                ..organization()
            };
            let mut workspace = Workspace::default();
            workspace.organizations.insert(own.id, own);
            let found = reminder(&workspace, NOW_MS, can_install);
            assert_eq!(found, expected, "{example} {days} {can_install}");
        }

        check(false, 0, true, Some(Reminder::HomeScreen));
        check(false, 6, true, Some(Reminder::HomeScreen));
        check(false, 7, true, None);
        check(false, 0, false, None);
        check(true, 0, true, None);
    }

    fn organization() -> Organization {
        Organization {
            id: Uuid::from_u128(1),
            name: String::new(),
            organization_type: OrganizationType::Village,
            facts: Facts::default(),
            term_end: None,
            pack: None,
            local: LocalSettings::default(),
            example: false,
            created_at: NOW_MS,
            changed_at: NOW_MS,
            extra: serde_json::Map::default(),
        }
    }
}
