//! A year of a branch where much is going on (忙的一年): every kind of record as often as it is due,
//! sixty rectifications and two hundred lines of inventories, put into an exported file as the app
//! itself would have kept them.
//!
//! The form is that of `docs/file-format.md`. Not here: bringing the file into the app; a person
//! imports it.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// How many rectifications there are.
pub const RECTIFICATIONS: usize = 60;

/// How many lines the inventories have.
pub const INVENTORY_LINES: usize = 200;

/// A kind of branch, and what it has beside what all have.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// What it is called where a branch is begun.
    pub words: &'static str,
    /// Its own kinds of records, and how often in a year.
    pub records: &'static [(&'static str, u32)],
    /// The mechanisms whose cards are the lines of its inventories.
    pub inventories: &'static [&'static str],
}

/// A village: all that comes from above is on one list.
pub const VILLAGE: Kind = Kind {
    words: "村",
    records: &[("village_openness", 12), ("village_council", 4)],
    inventories: &["entry_list"],
};

/// A community with its three inventories.
pub const COMMUNITY: Kind = Kind {
    words: "社区",
    records: &[("community_openness", 12), ("joint_council", 4)],
    inventories: &["needs", "resources", "joint_projects"],
};

/// The kinds of records that both have, and how often in a year: each group meets every month, and
/// what is due every quarter or once is done as often as that.
const RECORDS: [(&str, u32); 19] = [
    ("group_meeting", 48),
    ("committee_meeting", 12),
    ("theme_day", 12),
    ("dues", 12),
    ("consultation", 12),
    ("member_study", 12),
    ("general_meeting", 4),
    ("lecture", 4),
    ("open_affairs", 4),
    ("quarterly_check", 4),
    ("household_contact", 4),
    ("discipline_education", 4),
    ("secretary_training", 4),
    ("talk", 2),
    ("care_visit", 2),
    ("organizational_life", 1),
    ("peer_review", 1),
    ("secretary_report", 1),
    ("winter_training", 1),
];

/// Duties that it has switched on beside the usual ones. All of them are due at any time of the
/// year and done by saying so, and none of them is.
const SWITCHED_ON: [&str; 10] = [
    "D-PROG", "D-ROSTER", "D-MOBILE", "R-JJ2", "D-MUST", "R-XZ3", "D-SUCC", "D-UNFIT", "D-FUND",
    "R-JJ5",
];

/// How many bytes the app keeps free on a page for an entry of each kind, at least.
const ROOM_FOR_A_RECORD: usize = 320;
const ROOM_FOR_ALL_ELSE: usize = 650;

/// How many bytes of entries the app lets onto a page; the head of the page is the rest.
const ROOM_ON_A_PAGE: usize = 3_300;

/// A day in February 2026, in UTC milliseconds.
const AN_INSTANT: i64 = 1_770_000_000_000;

/// Puts the year into an exported file, for its first organisation. The lines of the inventories
/// are cards of the mechanisms in turn, each second one linked with the one before it.
///
/// # Errors
/// When the file is not an export of everything.
pub fn add_to(file: &mut Value, year: i32, kind: &Kind) -> Result<()> {
    let branch = file.pointer_mut("/payload/organizations/0");
    let branch = branch.context("the file has an organisation")?;
    let organization = branch["id"].clone();
    // Of two versions the one changed later stands.
    let changed_at = branch["changed_at"].as_i64().unwrap_or(AN_INSTANT);
    branch["changed_at"] = json!(changed_at + 1);
    for duty in SWITCHED_ON {
        branch["local"]["duties"][duty] = json!(true);
    }
    let mut pages = Pages::new(organization, year);
    for month in 1..=12 {
        for (place, (record_kind, times)) in RECORDS.iter().chain(kind.records).enumerate() {
            // What is done less often than every month is done in the last months of its time.
            let due = times * month / 12 - times * (month - 1) / 12;
            for again in 0..due {
                let day = 1 + (place as u32 + 7 * again) % 28;
                pages.put(record(record_kind, year, month, day), ROOM_FOR_A_RECORD);
            }
        }
    }
    for number in 0..RECTIFICATIONS {
        pages.put(rectification(number, year), ROOM_FOR_ALL_ELSE);
    }
    let mut last = None;
    for number in 0..INVENTORY_LINES {
        let mechanism = kind.inventories[number % kind.inventories.len()];
        let linked = last.take();
        let links_back = linked.is_some();
        let card = inventory_line(mechanism, number, year, linked);
        let id = pages.put(card, ROOM_FOR_ALL_ELSE);
        last = (!links_back).then_some(id);
    }
    let payload = file["payload"].as_object_mut().context("a payload")?;
    let ledgers = payload.entry("ledgers").or_insert_with(|| json!([]));
    let ledgers = ledgers.as_array_mut().context("a list of pages")?;
    ledgers.extend(pages.done);
    // It would no longer fit, and nothing has to have one.
    file.as_object_mut()
        .context("an envelope")?
        .remove("sha256");
    Ok(())
}

/// Pages that are filled one after the other.
struct Pages {
    organization: Value,
    year: i32,
    done: Vec<Value>,
    /// Bytes that are still free on the last page.
    free: usize,
    entries: u64,
}

impl Pages {
    fn new(organization: Value, year: i32) -> Self {
        Self {
            organization,
            year,
            done: Vec::new(),
            free: 0,
            entries: 0,
        }
    }

    /// Puts an entry on a page with room for it, and hands back its id.
    fn put(&mut self, body: Value, least_room: usize) -> String {
        let room = least_room.max(body.to_string().len() + 80);
        if self.free < room {
            self.done.push(json!({
                "id": id(1_000_000 + self.done.len() as u64),
                "organization": self.organization,
                "year": self.year,
                "created_at": AN_INSTANT,
                "entries": {},
            }));
            self.free = ROOM_ON_A_PAGE;
        }
        self.free = self.free.saturating_sub(room);
        self.entries += 1;
        let id = id(self.entries);
        if let Some(page) = self.done.last_mut() {
            page["entries"][&id] = json!({"body": body, "changed_at": AN_INSTANT});
        }
        id
    }
}

/// An id as the app makes them.
fn id(number: u64) -> String {
    format!("019c1a70-0000-7000-8000-{number:012x}")
}

fn record(kind: &str, year: i32, month: u32, day: u32) -> Value {
    json!({"record": {
        "of": {"kind": kind},
        "held_on": format!("{year}-{month:02}-{day:02}"),
        "numbers": {"eligible": 44, "present": 38 + day % 5},
        "line": format!("学习上级部署，商量 {month} 月几件要紧的事"),
        "place": "村部 2 号柜第 1 层",
    }})
}

fn rectification(number: usize, year: i32) -> Value {
    let month = 1 + number % 12;
    let mut one = json!({
        "origin": "other",
        "problem": format!("{month} 月巡查：党务公开栏内容没有及时更换，缺 {number} 号公示"),
        "who": "组织委员",
        "measure": "逐项核对公开目录，补贴缺的几项，留一份底",
        "until": format!("{year}-{month:02}-28"),
        "found_on": format!("{year}-{month:02}-03"),
    });
    // Of each four, one has gone each length of the way.
    let far = number % 4;
    if far > 0 {
        one["assigned_on"] = json!(format!("{year}-{month:02}-05"));
    }
    if far > 1 {
        one["resolved_on"] = json!(format!("{year}-{month:02}-20"));
        one["result"] = json!("已补齐，下月起每月 5 日前更换");
    }
    if far > 2 {
        one["closed_on"] = json!(format!("{year}-{month:02}-25"));
    }
    json!({"rectification": one})
}

fn inventory_line(mechanism: &str, number: usize, year: i32, linked: Option<String>) -> Value {
    let mut values = Map::new();
    let text = |text: String| json!({"text": text});
    values.insert(
        "content".to_owned(),
        text(format!("{number} 号楼老人多，想有人每周上门看看")),
    );
    if linked.is_none() {
        values.insert("from".to_owned(), json!({"choice": "residents"}));
    } else {
        values.insert("unit".to_owned(), text("共建单位".to_owned()));
    }
    let mut card = json!({
        "mechanism": mechanism,
        "year": year,
        "title": format!("第 {number} 条：上门照看独居老人"),
        "values": values,
    });
    if let Some(linked) = linked {
        card["links"] = json!([linked]);
    }
    json!({"card": card})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stands_on_pages_as_small_as_the_apps_own() {
        let mut file = json!({"payload": {"organizations": [{"id": "a"}]}, "sha256": "b"});
        add_to(&mut file, 2026, &COMMUNITY).unwrap();
        let pages = file["payload"]["ledgers"].as_array().unwrap();
        let entries = |page: &Value| page["entries"].as_object().unwrap().len();
        let all: usize = pages.iter().map(entries).sum();
        let records: u32 = RECORDS
            .iter()
            .chain(COMMUNITY.records)
            .map(|(_, times)| times)
            .sum();
        assert_eq!(all, records as usize + RECTIFICATIONS + INVENTORY_LINES);
        let longest = pages.iter().map(|page| page.to_string().len()).max();
        assert!(longest.unwrap() <= 3_500, "{longest:?}");
        assert!(file.get("sha256").is_none());
        assert!(add_to(&mut json!({}), 2026, &VILLAGE).is_err());
    }
}
