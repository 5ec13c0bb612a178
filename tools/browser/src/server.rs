//! A small HTTP server for this machine (服务器): one thread a connection, one request a connection.
//! It is no server for the public.
//!
//! Not here: what is answered to what.

use crate::media_type;
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// A server that runs until it is stopped or dropped.
pub struct Server {
    address: SocketAddr,
    is_stopping: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Such as `GET`.
    pub method: String,
    /// The path with its query, such as `/icons/icon.svg?x=1`.
    pub target: String,
    /// Whether who asks takes brotli.
    pub takes_brotli: bool,
}

/// An answer of the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The line of the status, such as `200 OK`.
    pub status: &'static str,
    /// The media type.
    pub kind: &'static str,
    /// Further headers, each with its end of line.
    pub further: String,
    /// What is in it.
    pub body: Vec<u8>,
}

impl Server {
    /// Answers requests to this address; port 0 takes any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(
        address: SocketAddr,
        answer: impl Fn(&Request) -> Answer + Send + Sync + 'static,
    ) -> Result<Self> {
        let listener = TcpListener::bind(address)
            .with_context(|| format!("{address} cannot be listened on"))?;
        let address = listener.local_addr()?;
        let is_stopping = Arc::new(AtomicBool::new(false));
        let (stops, answer) = (Arc::clone(&is_stopping), Arc::new(answer));
        let accepting = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stops.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let answer = Arc::clone(&answer);
                // A browser that goes away in the middle is no error of the server.
                std::thread::spawn(move || serve(stream, &*answer).ok());
            }
        });
        Ok(Self {
            address,
            is_stopping,
            accepting: Some(accepting),
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits for as long as it runs.
    pub fn wait(&mut self) {
        if let Some(accepting) = self.accepting.take() {
            // It ends with the process; a panic inside has been printed already.
            let _ = accepting.join();
        }
    }

    /// Stops answering, as a network that is gone.
    pub fn stop(&mut self) {
        if self.accepting.is_none() {
            return;
        }
        self.is_stopping.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a caller.
        let _ = TcpStream::connect(self.address);
        self.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Request {
    /// The path without its query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// What the query says under a name, as it is written.
    pub fn query(&self, name: &str) -> Option<&str> {
        let (_, query) = self.target.split_once('?')?;
        let mut members = query.split('&').filter_map(|one| one.split_once('='));
        members.find_map(|(key, value)| (key == name).then_some(value))
    }

    fn read(stream: &TcpStream) -> std::io::Result<Option<Self>> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        let mut words = first.split(' ').map(str::to_owned);
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Ok(None);
        };
        let mut takes_brotli = false;
        while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
            let line = line.to_ascii_lowercase();
            if let Some(encodings) = line.strip_prefix("accept-encoding:") {
                takes_brotli = encodings.split(',').any(|one| one.trim() == "br");
            }
        }
        Ok(Some(Self {
            method,
            target,
            takes_brotli,
        }))
    }
}

impl Answer {
    /// With nothing special about it.
    pub fn of(status: &'static str, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            kind,
            further: String::new(),
            body: body.into(),
        }
    }

    /// The same with further headers, each with its end of line.
    pub fn with_headers(mut self, headers: &str) -> Self {
        self.further.push_str(headers);
        self
    }

    /// That there is no such thing.
    pub fn missing() -> Self {
        Self::of("404 Not Found", "text/plain", "not found")
    }

    /// A file of a folder, by its path below it, unless that leads out of the folder. A folder
    /// means its page.
    pub fn file(folder: &Path, path: &str) -> Option<Self> {
        let path = path.trim_start_matches('/');
        let is_inside = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !is_inside {
            return None;
        }
        let mut file = folder.join(path);
        if file.is_dir() {
            file = file.join("index.html");
        }
        let body = std::fs::read(&file).ok()?;
        Some(Self::of(
            "200 OK",
            media_type::of(&file.to_string_lossy()),
            body,
        ))
    }

    fn write(&self, request: &Request, mut stream: TcpStream) -> std::io::Result<()> {
        write!(
            stream,
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}Connection: close\r\n\r\n",
            self.status,
            self.kind,
            self.body.len(),
            self.further,
        )?;
        if request.method != "HEAD" {
            stream.write_all(&self.body)?;
        }
        stream.flush()
    }
}

fn serve(stream: TcpStream, answer: &impl Fn(&Request) -> Answer) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    match Request::read(&stream)? {
        Some(request) => answer(&request).write(&request, stream),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::net::Ipv4Addr;

    #[test]
    fn a_request_is_answered_until_the_server_is_stopped() {
        fn check(sent: &str, expected: &str) {
            let any_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
            let mut server = Server::start(any_port, |request| {
                let after = request.query("after").unwrap_or("nothing");
                let brotli = request.takes_brotli;
                let said = format!("{} {} {after} {brotli}", request.method, request.path());
                Answer::of("200 OK", "text/plain", said)
            });
            let server = server.as_mut().unwrap();
            let mut stream = TcpStream::connect(server.address()).unwrap();
            write!(stream, "{sent}\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            assert_eq!(answer.split("\r\n\r\n").nth(1), Some(expected), "{sent}");
            server.stop();
            assert!(TcpStream::connect(server.address()).is_err());
        }

        check("GET /a HTTP/1.1", "GET /a nothing false");
        check("GET /a?b=c&after=7 HTTP/1.1", "GET /a 7 false");
        check(
            "GET / HTTP/1.1\r\nAccept-Encoding: gzip, br",
            "GET / nothing true",
        );
        check("HEAD / HTTP/1.1", "");
    }

    #[test]
    fn paths_stay_inside_the_folder() {
        fn check(path: &str, expected: Option<&str>) {
            let folder = tempfile::tempdir().unwrap();
            let site = folder.path().join("site");
            std::fs::create_dir_all(site.join("icons")).unwrap();
            std::fs::write(folder.path().join("secret"), "secret").unwrap();
            std::fs::write(site.join("index.html"), "page").unwrap();
            std::fs::write(site.join("icons/icon.svg"), "icon").unwrap();
            let body = Answer::file(&site, path).map(|answer| answer.body);
            assert_eq!(
                body,
                expected.map(|body| body.as_bytes().to_vec()),
                "{path}"
            );
        }

        check("/", Some("page"));
        check("/index.html", Some("page"));
        check("/icons/icon.svg", Some("icon"));
        check("//icons/icon.svg", Some("icon"));
        check("/none.js", None);
        check("/icons", None);
        check("/../secret", None);
        check("/icons/../../secret", None);
    }
}
