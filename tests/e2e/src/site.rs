//! A small static server for one journey (站点): it can be stopped and started again at the same
//! address, can serve another folder, can answer with something else, and remembers every request.
//! To measure by, it hands out the brotli form of a file, as the hosts do for which `cargo xtask
//! dist` writes these forms.
//!
//! Not here: what is answered to what (`answer`), and other editions of the app to serve
//! (`edition`).

mod answer;

pub use answer::Instead;

use answer::{Served, Wrong};
use anyhow::Result;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use wuxing_browser::server::Server;

/// A site on a free port of this machine.
pub struct Site {
    address: SocketAddr,
    below: String,
    shared: Arc<Mutex<Shared>>,
    server: Option<Server>,
}

struct Shared {
    served: Served,
    requests: Vec<String>,
}

impl Site {
    /// Serves a folder at the root of the site.
    ///
    /// # Errors
    /// When no port is free.
    pub fn serve(folder: &Path) -> Result<Self> {
        Self::serve_below("/", folder)
    }

    /// Serves a folder below a path such as `/some/deep/folder/`; all else is not found.
    ///
    /// # Errors
    /// When no port is free.
    pub fn serve_below(below: &str, folder: &Path) -> Result<Self> {
        Self::of(Served::of(folder, below), below)
    }

    /// Serves a folder at the root of the site, with the brotli form of a file to who takes it.
    ///
    /// # Errors
    /// When no port is free.
    pub fn serve_compressed(folder: &Path) -> Result<Self> {
        let mut served = Served::of(folder, "/");
        served.is_compressed = true;
        Self::of(served, "/")
    }

    fn of(served: Served, below: &str) -> Result<Self> {
        let shared = Arc::new(Mutex::new(Shared {
            served,
            requests: Vec::new(),
        }));
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let mut site = Self {
            address,
            below: below.to_owned(),
            shared,
            server: None,
        };
        site.start()?;
        Ok(site)
    }

    /// The address of the app.
    pub fn address(&self) -> String {
        format!("{}{}", self.origin(), self.below)
    }

    /// The address of a page, such as `#/assess`.
    pub fn page(&self, route: &str) -> String {
        format!("{}{route}", self.address())
    }

    /// The only place that a page of this site may speak with.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops answering, as a network that is gone.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// Answers again at the same address.
    ///
    /// # Errors
    /// When somebody else has taken the port meanwhile.
    pub fn start(&mut self) -> Result<()> {
        let shared = Arc::clone(&self.shared);
        let server = Server::start(self.address, move |request| {
            let mut shared = lock(&shared);
            shared.requests.push(request.target.clone());
            let answer = shared.served.answer_to(request);
            drop(shared);
            answer.with_headers("Cache-Control: no-cache\r\n")
        })?;
        self.address = server.address();
        self.server = Some(server);
        Ok(())
    }

    /// Serves another folder from now on: another edition of the app.
    pub fn serve_instead(&self, folder: &Path) {
        lock(&self.shared).served.folder = folder.to_owned();
    }

    /// From now on every request whose path ends so is answered with an error of the server.
    pub fn fail(&self, path_end: &str) {
        self.answers(path_end, Instead::Error);
    }

    /// From now on every request whose path ends so is answered with something else.
    pub fn answers(&self, path_end: &str, instead: Instead) {
        self.is_wrong(path_end, instead, 0, usize::MAX);
    }

    /// The next request whose path ends so is answered with something else, and no later one.
    pub fn answers_once(&self, path_end: &str, instead: Instead) {
        self.is_wrong(path_end, instead, 0, 1);
    }

    /// The next request whose path ends so is answered as it should be, and no later one.
    pub fn answers_from_the_second_time(&self, path_end: &str, instead: Instead) {
        self.is_wrong(path_end, instead, 1, usize::MAX);
    }

    /// Everything is answered again.
    pub fn mend(&self) {
        lock(&self.shared).served.wrong.clear();
    }

    /// From now on what is not there is answered with the page of the app, or no longer.
    pub fn has_a_page_for_everything(&self, has: bool) {
        lock(&self.shared).served.has_a_page_for_everything = has;
    }

    fn is_wrong(&self, path_end: &str, instead: Instead, right_before: usize, times: usize) {
        lock(&self.shared).served.wrong.push(Wrong {
            path_end: path_end.to_owned(),
            instead,
            right_before,
            times,
        });
    }

    /// Every path that was asked for so far.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared).requests.clone()
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    #[test]
    fn it_serves_what_is_below_its_path_and_nothing_else() {
        fn check(path: &str, expected: &str) {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("index.html"), "page").unwrap();
            std::fs::create_dir(folder.path().join("sub")).unwrap();
            std::fs::write(folder.path().join("sub/a.js"), "script").unwrap();
            let mut site = Site::serve_below("/deep/", folder.path()).unwrap();
            site.fail("broken.js");
            site.stop();
            assert!(TcpStream::connect(site.address).is_err());
            site.start().unwrap();
            let mut stream = TcpStream::connect(site.address).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            let status = answer.split(' ').nth(1).unwrap();
            let body = answer.split("\r\n\r\n").nth(1).unwrap();
            assert_eq!(format!("{status} {body}"), expected);
            assert_eq!(site.requests(), [path]);
        }

        check("/deep/", "200 page");
        check("/deep/index.html", "200 page");
        check("/deep/sub/a.js?x=1", "200 script");
        check("/", "404 not found");
        check("/deep/../index.html", "404 not found");
        check("/deep/broken.js", "503 not now");
        check("/deep", "200 page");
    }

    #[test]
    fn brotli_is_for_those_who_take_it() {
        fn check(path: &str, header: &str, expected: &str) {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("index.html"), "plain").unwrap();
            std::fs::write(folder.path().join("index.html.br"), "small").unwrap();
            std::fs::write(folder.path().join("icon.png"), "picture").unwrap();
            let site = Site::serve_compressed(folder.path()).unwrap();
            let mut stream = TcpStream::connect(site.address).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\n{header}\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            let is_encoded = answer.contains("Content-Encoding: br\r\n");
            let body = answer.split("\r\n\r\n").nth(1).unwrap();
            assert_eq!(format!("{is_encoded} {body}"), expected);
        }

        check("/", "Accept-Encoding: gzip, br", "true small");
        check("/index.html?x", "accept-encoding: br", "true small");
        check("/", "Accept-Encoding: gzip", "false plain");
        check("/icon.png", "Accept-Encoding: br", "false picture");
        check("/../index.html", "Accept-Encoding: br", "false not found");
    }
}
