//! A static host (静态托管) that hands out the brotli form of a file to a browser that takes it, as
//! the hosts do for which `cargo xtask dist` writes these forms.
//!
//! Not here: failing on purpose and other editions of the app; the journeys' own `site` does that.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use wuxing_e2e::site::kind_of;

/// A folder on a free port of this machine, until it is stopped or dropped.
pub struct Host {
    /// What it serves.
    pub folder: PathBuf,
    address: SocketAddr,
    is_stopping: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

/// What a request is answered with.
struct Answer {
    kind: &'static str,
    encoding: &'static str,
    body: Vec<u8>,
}

impl Host {
    /// Serves a folder.
    ///
    /// # Errors
    /// When no port is free.
    pub fn serve(folder: &Path) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
        let address = listener.local_addr()?;
        let is_stopping = Arc::new(AtomicBool::new(false));
        let (served, stops) = (folder.to_owned(), Arc::clone(&is_stopping));
        Ok(Self {
            folder: folder.to_owned(),
            address,
            is_stopping,
            accepting: Some(std::thread::spawn(move || {
                accept(&listener, &served, &stops);
            })),
        })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Stops answering for good, as a network that is gone.
    pub fn stop(&mut self) {
        let Some(accepting) = self.accepting.take() else {
            return;
        };
        self.is_stopping.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a caller.
        let _ = TcpStream::connect(self.address);
        let _ = accepting.join();
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}

fn accept(listener: &TcpListener, folder: &Path, is_stopping: &AtomicBool) {
    for stream in listener.incoming() {
        if is_stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let folder = folder.to_owned();
        // A browser that goes away in the middle is no error of the host.
        std::thread::spawn(move || answer(stream, &folder).ok());
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    let mut takes_brotli = false;
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        let line = line.to_ascii_lowercase();
        if let Some(encodings) = line.strip_prefix("accept-encoding:") {
            takes_brotli = encodings.split(',').any(|one| one.trim() == "br");
        }
    }
    let Some(target) = request.split(' ').nth(1) else {
        return Ok(());
    };
    let Some(answer) = find(folder, target, takes_brotli) else {
        return stream.write_all(
            b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        );
    };
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\n{}Content-Length: {}\r\n\
         Vary: Accept-Encoding\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        answer.kind,
        answer.encoding,
        answer.body.len()
    )?;
    stream.write_all(&answer.body)?;
    stream.flush()
}

fn find(folder: &Path, target: &str, takes_brotli: bool) -> Option<Answer> {
    let name = target.split('?').next()?.strip_prefix('/')?;
    let name = if name.is_empty() { "index.html" } else { name };
    let path = Path::new(name);
    if !path
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let compressed = takes_brotli
        .then(|| std::fs::read(folder.join(format!("{name}.br"))).ok())
        .flatten();
    let (encoding, body) = match compressed {
        Some(body) => ("Content-Encoding: br\r\n", body),
        None => ("", std::fs::read(folder.join(path)).ok()?),
    };
    Some(Answer {
        kind: kind_of(name),
        encoding,
        body,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn brotli_is_for_those_who_take_it() {
        fn check(path: &str, header: &str, expected: &str) {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("index.html"), "plain").unwrap();
            std::fs::write(folder.path().join("index.html.br"), "small").unwrap();
            std::fs::write(folder.path().join("icon.png"), "picture").unwrap();
            let mut host = Host::serve(folder.path()).unwrap();
            let mut stream = TcpStream::connect(host.address).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\n{header}\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            let is_encoded = answer.contains("Content-Encoding: br\r\n");
            let body = answer.split("\r\n\r\n").nth(1).unwrap();
            assert_eq!(format!("{is_encoded} {body}"), expected);
            host.stop();
            assert!(TcpStream::connect(host.address).is_err());
        }

        check("/", "Accept-Encoding: gzip, br", "true small");
        check("/index.html?x", "Accept-Encoding: br", "true small");
        check("/", "Accept-Encoding: gzip", "false plain");
        check("/icon.png", "Accept-Encoding: br", "false picture");
        check("/../index.html", "Accept-Encoding: br", "false ");
    }
}
