//! A small static server for this machine: it hands out a folder, keeps nothing in the browser's
//! cache, and can tell open pages to reload. It is no server for the public.

use crate::media_type;
use anyhow::{Context, Result, anyhow};
use rouille::{Request, Response, Server};
use std::fs;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// A server that runs until it is dropped.
pub struct StaticServer {
    /// Where it listens.
    pub address: SocketAddr,
    stop: Sender<()>,
    thread: Option<JoinHandle<()>>,
}

impl StaticServer {
    /// Serves a folder on 127.0.0.1; port 0 takes any free one. With `reloads`, every page gets
    /// a script that reloads it.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: PathBuf, port: u16, reloads: Option<Arc<Reloads>>) -> Result<Self> {
        let server = Server::new(("127.0.0.1", port), move |request| {
            respond(&folder, request, reloads.as_deref())
                .with_additional_header("Cache-Control", "no-store")
        })
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| {
            format!("port {port} of 127.0.0.1 cannot be used; choose another with --port")
        })?;
        let address = server.server_addr();
        let (thread, stop) = server.stoppable();
        Ok(Self {
            address,
            stop,
            thread: Some(thread),
        })
    }

    /// Waits for as long as the server runs.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // It ends with the process; a panic inside has been printed already.
            let _ = thread.join();
        }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        // When the thread has ended already there is nobody left to tell.
        let _ = self.stop.send(());
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

fn respond(folder: &Path, request: &Request, reloads: Option<&Reloads>) -> Response {
    let address = request.url();
    if let Some(reloads) = reloads {
        match address.as_str() {
            "/reload" => {
                let known = request
                    .get_param("after")
                    .and_then(|after| after.parse().ok());
                let is_new = known.is_some_and(|known| reloads.wait_after(known));
                return Response::empty_204().with_status_code(if is_new { 205 } else { 204 });
            }
            "/reload.js" => {
                let script = RELOAD_SCRIPT.replace("BUILD", &reloads.current().to_string());
                return Response::from_data("text/javascript; charset=utf-8", script);
            }
            _ => {}
        }
    }
    let Some(file) = file_for(folder, &address) else {
        return Response::empty_404();
    };
    let Ok(mut bytes) = fs::read(&file) else {
        return Response::empty_404();
    };
    let media_type = media_type::of(&file.to_string_lossy());
    if reloads.is_some() && media_type.starts_with("text/html") {
        let script = "<script src=\"reload.js\" defer></script>\n</head>";
        bytes = String::from_utf8_lossy(&bytes)
            .replace("</head>", script)
            .into_bytes();
    }
    Response::from_data(media_type, bytes)
}

/// The file that an address means, unless it points out of the folder.
fn file_for(folder: &Path, address: &str) -> Option<PathBuf> {
    let relative = Path::new(address.trim_start_matches('/'));
    if !relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let path = folder.join(relative);
    Some(if path.is_dir() {
        path.join("index.html")
    } else {
        path
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_folder() {
        check("/app.js", Some("/site/app.js"));
        check("/icons/icon.svg", Some("/site/icons/icon.svg"));
        check("//app.js", Some("/site/app.js"));
        check("/../secret", None);
        check("/icons/../../secret", None);
    }

    #[test]
    fn a_folder_means_its_page() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let expected = Some(folder.path().join("index.html"));
        assert_eq!(file_for(folder.path(), "/"), expected);
    }

    #[test]
    fn only_a_watched_page_gets_the_script() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::write(folder.path().join("index.html"), "<head></head>").expect("can be written");
        let request = Request::fake_http("GET", "/", Vec::new(), Vec::new());
        let body = |reloads: Option<&Reloads>| {
            let (mut reader, _) = respond(folder.path(), &request, reloads)
                .data
                .into_reader_and_size();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut reader, &mut text).expect("is text");
            text
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

    fn check(address: &str, expected: Option<&str>) {
        assert_eq!(
            file_for(Path::new("/site"), address),
            expected.map(PathBuf::from)
        );
    }
}
