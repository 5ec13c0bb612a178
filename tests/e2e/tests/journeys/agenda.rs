//! The checklist as she uses it (清单): what it asks to be recorded, and the tap that records it.
//!
//! Not here: what must come of it; that is in the stories.

use anyhow::{Context, Result};
use wuxing_e2e::person::Person;

/// The words of the buttons that record something.
const RECORDS: [&str; 3] = ["记一次", "补记", "做完了"];

/// Something that the checklist asks to be recorded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The duty.
    pub title: String,
    /// The rest of its row: until when, and by whom.
    pub when: String,
    /// Whether its time is up.
    pub is_late: bool,
    /// The name of the button.
    pub button: String,
}

/// She goes to the checklist and unfolds what is folded there.
pub fn goes_to_agenda(secretary: &Person) -> Result<()> {
    secretary.goes_to("#/checklist")?;
    secretary.sees_heading("清单")?;
    secretary.unfolds_everything()
}

/// What it asks to be recorded, row by row.
pub fn asked(secretary: &Person) -> Result<Vec<Asked>> {
    let rows = secretary.names_of("item")?;
    Ok(rows.iter().filter_map(|row| asked_in(row)).collect())
}

/// Records it by one tap, and leaves what is asked about it over the list as it is.
pub fn records(secretary: &Person, asked: &Asked) -> Result<()> {
    secretary.taps_button(&asked.button)?;
    let seen = secretary.taps_button("好了");
    seen.with_context(|| format!("「{}」 records nothing", asked.button))?;
    secretary.waits("what is asked still lies over the list", || {
        let open = "return document.querySelector('dialog[open]') !== null;";
        Ok(secretary.runs(open, &[])? == false)
    })
}

/// The entries of the list of records of a year, as they are read: the present year or the one
/// before.
pub fn records_of(secretary: &Person, year: u32) -> Result<Vec<String>> {
    secretary.goes_to("#/records")?;
    secretary.sees("年的记录")?;
    if !secretary.reads(&format!("{year} 年的记录"))? {
        secretary.taps_button("上一年")?;
    }
    secretary.sees(&format!("{year} 年的记录"))?;
    secretary.unfolds_everything()?;
    let mut entries = secretary.names_of("item")?;
    // Each says its day. A month that can be folded is an item as well, and begins with its year.
    let of_month = format!("{year} 年");
    entries.retain(|entry| entry.contains(" 月 ") && !entry.starts_with(&of_month));
    Ok(entries)
}

/// A row is the title, the rest, and the button, whose name says the title again.
fn asked_in(row: &str) -> Option<Asked> {
    let (word, place) = RECORDS
        .into_iter()
        .filter_map(|word| Some((word, row.find(&format!("{word}："))?)))
        .min_by_key(|(_, place)| *place)?;
    let (before, button) = row.split_at(place);
    // Beside it may stand the way to say that it was not held.
    let button = button.split("未开展").next().unwrap_or_default().trim();
    let title = button.split('：').nth(1)?.to_owned();
    let when = before.trim().strip_prefix(&title)?.trim().to_owned();
    Some(Asked {
        is_late: word == "补记" || row.contains("未开展"),
        title,
        when,
        button: button.to_owned(),
    })
}
