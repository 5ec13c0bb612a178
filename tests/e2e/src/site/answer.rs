//! What a site answers (回答): the file that was asked for, or what real servers say in its place.
//!
//! Not here: the connection (`super`).

use std::path::{Path, PathBuf};
use wuxing_browser::media_type;
use wuxing_browser::server::{Answer, Request};

const LOGIN: &str = "/log-in-here";
const LOGIN_PAGE: &str = "<!doctype html><title>WLAN</title><h1>请先登录</h1>";

/// What real servers, their caches and what stands between say in the place of a file.
#[derive(Clone, Debug)]
pub enum Instead {
    /// An error of the server.
    Error,
    /// That there is no such file.
    Missing,
    /// The page of the app, as many hosts do for whatever they do not know.
    Page,
    /// The page of somebody else, where one has to log in first.
    Login,
    /// The way to that page.
    SentToLogin,
    /// The first half.
    Half,
    /// Nothing, and that all is well.
    Nothing,
    /// This page.
    OldPage(Vec<u8>),
}

/// Paths that end so are answered otherwise, some times or for ever.
pub struct Wrong {
    /// The end of the path.
    pub path_end: String,
    /// What is answered.
    pub instead: Instead,
    /// How many requests are answered rightly before.
    pub right_before: usize,
    /// How many requests are answered so.
    pub times: usize,
}

/// What is served, and what is answered otherwise.
pub struct Served {
    /// Where the files are.
    pub folder: PathBuf,
    /// What is answered otherwise; the first that fits counts.
    pub wrong: Vec<Wrong>,
    /// Whether the page of the app is the answer to everything that is not there.
    pub has_a_page_for_everything: bool,
    /// Whether who takes brotli gets it, where a file has such a form beside it.
    pub is_compressed: bool,
    below: String,
}

impl Served {
    /// A folder below a path, with the right answer to everything.
    pub fn of(folder: &Path, below: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            wrong: Vec::new(),
            has_a_page_for_everything: false,
            is_compressed: false,
            below: below.to_owned(),
        }
    }

    /// The answer to a request.
    pub fn answer_to(&mut self, request: &Request) -> Answer {
        let path = request.path();
        if path == LOGIN {
            return Answer::of("200 OK", media_type::of(".html"), LOGIN_PAGE);
        }
        // Opened without its slash, the folder is the page all the same, as some hosts have it.
        let name = if path == self.below.trim_end_matches('/') {
            ""
        } else {
            match path.strip_prefix(&self.below) {
                Some(name) => name,
                None => return Answer::missing(),
            }
        };
        let right = right_answer(name, self, request.takes_brotli);
        match instead_of(path, self) {
            Some(instead) => wrong_answer(instead, right, self),
            None => right,
        }
    }
}

fn right_answer(name: &str, served: &Served, takes_brotli: bool) -> Answer {
    if served.is_compressed
        && takes_brotli
        && let Some(answer) = compressed(name, &served.folder)
    {
        return answer;
    }
    match Answer::file(&served.folder, name) {
        Some(answer) => answer,
        None if served.has_a_page_for_everything => page(served),
        None => Answer::missing(),
    }
}

/// The brotli form of a file, where there is one beside it.
fn compressed(name: &str, folder: &Path) -> Option<Answer> {
    let name = if name.is_empty() { "index.html" } else { name };
    let form = Answer::file(folder, &format!("{name}.br"))?;
    let form = Answer {
        kind: media_type::of(name),
        ..form
    };
    Some(form.with_headers("Content-Encoding: br\r\nVary: Accept-Encoding\r\n"))
}

fn page(served: &Served) -> Answer {
    let page = std::fs::read(served.folder.join("index.html")).unwrap_or_default();
    Answer::of("200 OK", media_type::of(".html"), page)
}

/// What this request is to be answered with, if it is not the right thing.
fn instead_of(path: &str, served: &mut Served) -> Option<Instead> {
    let mut wrongs = served.wrong.iter_mut();
    let wrong = wrongs.find(|wrong| path.ends_with(wrong.path_end.as_str()) && wrong.times > 0)?;
    if wrong.right_before > 0 {
        wrong.right_before -= 1;
        return None;
    }
    wrong.times -= 1;
    Some(wrong.instead.clone())
}

fn wrong_answer(instead: Instead, right: Answer, served: &Served) -> Answer {
    match instead {
        Instead::Error => Answer::of("503 Service Unavailable", "text/plain", "not now"),
        Instead::Missing => Answer::missing(),
        Instead::Page => page(served),
        Instead::Login => Answer::of("200 OK", media_type::of(".html"), LOGIN_PAGE),
        Instead::SentToLogin => {
            Answer::of("302 Found", "text/plain", "").with_headers("Location: /log-in-here\r\n")
        }
        Instead::Half => Answer {
            body: right.body[..right.body.len() / 2].to_vec(),
            ..right
        },
        Instead::Nothing => Answer {
            body: Vec::new(),
            ..right
        },
        Instead::OldPage(body) => Answer::of("200 OK", media_type::of(".html"), body),
    }
}
