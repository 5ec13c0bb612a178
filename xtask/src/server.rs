//! Serves a folder on this machine: keeps nothing in the browser's cache, and can tell open pages
//! to reload. Answering requests at all is the matter of `tools/browser`.

use anyhow::{Context, Result};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;
use wuxing_browser::media_type;
use wuxing_browser::server::{Answer, Request, Server};

/// A server that runs until it is dropped.
pub struct StaticServer {
    /// Where it listens.
    pub address: SocketAddr,
    server: Server,
}

impl StaticServer {
    /// Serves a folder on 127.0.0.1; port 0 takes any free one. With `reloads`, every page gets
    /// a script that reloads it.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: PathBuf, port: u16, reloads: Option<Arc<Reloads>>) -> Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let server = Server::start(address, move |request| {
            respond(&folder, request, reloads.as_deref())
                .with_headers("Cache-Control: no-store\r\n")
        })
        .with_context(|| {
            format!("port {port} of 127.0.0.1 cannot be used; choose another with --port")
        })?;
        Ok(Self {
            address: server.address(),
            server,
        })
    }

    /// Waits for as long as the server runs.
    pub fn wait(mut self) {
        self.server.wait();
    }
}

/// Counts the builds of the served folder, so that open pages learn of a new one.
#[derive(Default)]
pub struct Reloads {
    builds: Mutex<u64>,
    changed: Condvar,
}

impl Reloads {
    /// Announces a new build.
    pub fn announce(&self) {
        *self.builds.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    fn current(&self) -> u64 {
        *self.builds.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is a build after `known`, or for half a minute. Says which it was.
    fn wait_after(&self, known: u64) -> bool {
        let builds = self.builds.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .changed
            .wait_timeout_while(builds, Duration::from_secs(30), |builds| *builds == known);
        waited.is_ok_and(|(builds, _)| *builds != known)
    }
}

/// The script of a page that is being watched. It asks, and the answer comes when there is news.
const RELOAD_SCRIPT: &str = "\
(function ask() {
  fetch('reload?after=BUILD').then(function (answer) {
    if (answer.status === 205) location.reload(); else ask();
  }, function () { setTimeout(ask, 1000); });
})();
";

fn respond(folder: &Path, request: &Request, reloads: Option<&Reloads>) -> Answer {
    if let Some(reloads) = reloads {
        match request.path() {
            "/reload" => {
                let known = request.query("after").and_then(|after| after.parse().ok());
                let is_new = known.is_some_and(|known| reloads.wait_after(known));
                let status = if is_new {
                    "205 Reset Content"
                } else {
                    "204 No Content"
                };
                return Answer::of(status, "text/plain", "");
            }
            "/reload.js" => {
                let script = RELOAD_SCRIPT.replace("BUILD", &reloads.current().to_string());
                return Answer::of("200 OK", media_type::of(".js"), script);
            }
            _ => {}
        }
    }
    let Some(mut answer) = Answer::file(folder, request.path()) else {
        return Answer::missing();
    };
    if reloads.is_some() && answer.kind.starts_with("text/html") {
        let script = "<script src=\"reload.js\" defer></script>\n</head>";
        answer.body = String::from_utf8_lossy(&answer.body)
            .replace("</head>", script)
            .into_bytes();
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_a_watched_page_gets_the_script() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::write(folder.path().join("index.html"), "<head></head>").expect("can be written");
        let request = Request {
            method: "GET".to_owned(),
            target: "/".to_owned(),
            takes_brotli: false,
        };
        let body = |reloads: Option<&Reloads>| {
            let answer = respond(folder.path(), &request, reloads);
            String::from_utf8(answer.body).expect("is text")
        };
        assert_eq!(body(None), "<head></head>");
        assert!(body(Some(&Reloads::default())).contains("reload.js"));
    }

    #[test]
    fn a_page_of_an_older_build_is_told_at_once() {
        let reloads = Reloads::default();
        reloads.announce();
        assert!(reloads.wait_after(0));
    }
}
