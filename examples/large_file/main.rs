//! Measures how long a very large file (大文件) takes to be opened, previewed and imported, natively:
//! `cargo run --release --no-default-features --example large_file`.
//!
//! The file is made with the app's own types: a hundred organisations with forty periods each,
//! about 13 MB. What is done in steps is done in steps here, too, and the longest of them is told:
//! in a browser, where the same code takes two to three times as long, none may take a tenth of a
//! second. [`samples`] makes the file, [`device`] is the device that it is imported into. Not here:
//! any test. Nothing fails because something is slow.

#![allow(clippy::print_stdout, reason = "The table is what it is for.")]
#![allow(
    clippy::disallowed_methods,
    reason = "It measures, so it reads the clock."
)]

mod device;
mod samples;

use device::Device;
use std::error::Error;
use std::time::{Duration, Instant};
use wuxing::app::sync::room_needed;
use wuxing::exchange::opening::Opening;
use wuxing::exchange::plan::{Plan, Planning};
use wuxing::exchange::{Document, Opened};

fn main() -> Result<(), Box<dyn Error>> {
    let documents = samples::documents(100, 40);
    let text = samples::file(&documents)?;
    let megabytes = text.len() as f64 / 1e6;
    println!("{} documents, {megabytes:.1} MB", documents.len());
    println!("{:<44}{:>12}{:>20}", "", "all", "longest step");
    let opened = opened("opened", text)?;
    let older = samples::a_little_older(&documents);
    let plan = planned("previewed, nothing here yet", &[], &opened);
    planned("previewed, all of it here", &documents, &opened);
    let merging = planned("previewed, older versions here", &older, &opened);
    let started = Instant::now();
    let needed = room_needed(plan.to_write().map(|one| &one.document));
    line("its room in the store", started.elapsed(), None);
    println!("    {needed} UTF-16 units");
    for (what, room) in [
        ("imported, room for all of it", None),
        ("imported, 5 MB of room", Some(5_242_880)),
    ] {
        imported(what, &Device::with_room(room), to_write(&plan))?;
    }
    let device = Device::with_room(None);
    imported("imported, older versions", &device, older)?;
    imported("imported, merged with them", &device, to_write(&merging))
}

fn opened(what: &str, text: String) -> Result<Opened, Box<dyn Error>> {
    let mut steps = Steps::default();
    let mut opening = steps.take(|| Opening::of_text(text))?;
    loop {
        if let Some(opened) = steps.take(|| opening.step())? {
            steps.tell(what);
            return Ok(opened);
        }
    }
}

fn planned(what: &str, existing: &[Document], opened: &Opened) -> Plan {
    let mut steps = Steps::default();
    let mut planning = steps.take(|| Planning::of(existing.to_vec(), Default::default()));
    loop {
        if let Some(plan) = steps.take(|| planning.step(&opened.documents)) {
            steps.tell(what);
            return plan;
        }
    }
}

fn imported(what: &str, device: &Device, documents: Vec<Document>) -> Result<(), Box<dyn Error>> {
    let mut steps = Steps::default();
    device.import(documents, &mut steps)?;
    steps.tell(what);
    Ok(())
}

fn to_write(plan: &Plan) -> Vec<Document> {
    plan.to_write().map(|one| one.document.clone()).collect()
}

/// How long steps took.
#[derive(Default)]
pub struct Steps {
    all: Duration,
    longest: Duration,
}

impl Steps {
    /// Takes a step.
    pub fn take<Value>(&mut self, step: impl FnOnce() -> Value) -> Value {
        let started = Instant::now();
        let value = step();
        let took = started.elapsed();
        self.all += took;
        self.longest = self.longest.max(took);
        value
    }

    fn tell(&self, what: &str) {
        line(what, self.all, Some(self.longest));
    }
}

fn line(what: &str, all: Duration, longest: Option<Duration>) {
    let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
    let longest = longest.map(ms).unwrap_or_default();
    println!("{what:<44}{:>12}{longest:>20}", ms(all));
}
