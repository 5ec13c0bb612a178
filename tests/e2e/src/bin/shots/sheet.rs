//! A sheet with the pictures of many pages, small and side by side (总览图): an HTML page on which
//! each leads to the whole picture, and a picture of that page.
//!
//! Not here: what is on the pictures.

use super::{has_a_screen_of, screenshot};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use wuxing_e2e::journey::address_of;
use wuxing_e2e::person::Person;
use wuxing_e2e::routes;

/// How wide the sheet is, in pixels, and the most that it may be long: no browser draws more.
const WIDTH: u32 = 2400;
const LONGEST: u32 = 16_000;

/// What is beyond this many pixels of a small picture is cut off; the whole one is a click away.
const STYLE: &str = "\
body { margin: 16px; background: #777; font: 13px sans-serif; }
main { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start; }
figure { margin: 0; width: 224px; background: #fff; }
img { display: block; width: 100%; max-height: 640px; object-fit: cover; object-position: top; }
figcaption { padding: 4px; overflow-wrap: anywhere; }
";

/// A sheet that is being filled.
pub struct Sheet {
    folder: PathBuf,
    name: String,
    figures: String,
}

impl Sheet {
    /// An empty sheet; its pictures go into a folder of its name.
    ///
    /// # Errors
    /// When that cannot be made.
    pub fn new(folder: &Path, name: &str) -> Result<Self> {
        fs::create_dir_all(folder.join(name))?;
        Ok(Self {
            folder: folder.canonicalize()?,
            name: name.to_owned(),
            figures: String::new(),
        })
    }

    /// Adds the picture of a page.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, route: &str, picture: &[u8]) -> Result<()> {
        let file = format!("{}.png", routes::as_file_name(route));
        fs::write(self.folder().join(&file), picture)?;
        self.show(route, &file);
        Ok(())
    }

    /// The folder of its pictures.
    pub fn folder(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// Shows a picture that is in the folder of its pictures, with these words below it.
    pub fn show(&mut self, words: &str, file: &str) {
        let file = format!("{}/{file}", self.name);
        self.figures += &format!(
            "<figure><a href=\"{file}\"><img src=\"{file}\" alt=\"\"></a>\
             <figcaption>{words}</figcaption></figure>\n"
        );
    }

    /// Writes the sheet and takes a picture of it in a tab of its own; returns where that is.
    ///
    /// # Errors
    /// When it cannot be written, or the browser refuses.
    pub fn finish(self, person: &Person) -> Result<PathBuf> {
        let page = self.folder.join(format!("{}.html", self.name));
        let (name, figures) = (&self.name, &self.figures);
        let text = format!(
            "<!doctype html>\n<meta charset=\"utf-8\">\n<title>{name}</title>\n\
             <style>\n{STYLE}</style>\n<main>\n{figures}</main>\n"
        );
        fs::write(&page, text)?;
        let session = &person.browser.session;
        let before = session.tab()?;
        let tab = session.new_tab("tab")?;
        person.switches_to(&tab)?;
        session.open(&address_of(&page))?;
        has_a_screen_of(person, WIDTH, 200)?;
        let height = person.runs("return document.documentElement.scrollHeight;", &[])?;
        let height = u32::try_from(height.as_u64().unwrap_or(0))?;
        has_a_screen_of(person, WIDTH, height.clamp(200, LONGEST))?;
        let picture = page.with_extension("png");
        fs::write(&picture, screenshot(person)?)?;
        session.close_tab()?;
        person.switches_to(&before)?;
        Ok(picture)
    }
}
