//! How a command of WebDriver gets to a browser (连接): through a driver that speaks HTTP, or to
//! Firefox itself, which knows the same commands under other names (Marionette).
//!
//! Firefox's driver, geckodriver, is in no package of Debian's, and to compile it takes minutes.
//! All that it does is to hand on what Firefox understands anyway.
//!
//! Not here: which commands there are and what they mean (`webdriver`).

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::io::{BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;
use ureq::Agent;

/// Longer than any page takes to load.
const PATIENCE: Duration = Duration::from_secs(120);

/// The longest answer that is read, in bytes; pictures are long.
const LONGEST_ANSWER: u64 = 200_000_000;

/// A command, as a driver is asked for it and as Firefox is.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    verb: Verb,
    /// The path below the session, where `{id}` stands for the element.
    path: &'static str,
    /// The name that Firefox knows it by; empty if it is never asked.
    name: &'static str,
}

#[derive(Clone, Copy, Debug)]
enum Verb {
    Get,
    Post,
    Delete,
}

impl Command {
    /// A command that asks for something.
    pub const fn get(path: &'static str, name: &'static str) -> Self {
        let verb = Verb::Get;
        Self { verb, path, name }
    }

    /// A command that does something.
    pub const fn post(path: &'static str, name: &'static str) -> Self {
        let verb = Verb::Post;
        Self { verb, path, name }
    }

    /// A command that closes something.
    pub const fn delete(path: &'static str, name: &'static str) -> Self {
        let verb = Verb::Delete;
        Self { verb, path, name }
    }
}

/// The connection to a browser.
pub enum Wire {
    /// Through a driver.
    Driver(Driver),
    /// To Firefox itself.
    Marionette(Marionette),
}

impl Wire {
    /// Has a command carried out, and hands back its value.
    ///
    /// # Errors
    /// When the browser cannot be reached or refuses.
    pub fn ask(&self, command: Command, body: Value) -> Result<Value> {
        match self {
            Self::Driver(driver) => driver.ask(command, body),
            Self::Marionette(marionette) => marionette.ask(command.name, &body),
        }
    }
}

/// A session at a driver.
pub struct Driver {
    agent: Agent,
    address: String,
}

impl Driver {
    /// Has the driver that listens on this port start its browser, and hands back what the browser
    /// says of itself.
    ///
    /// # Errors
    /// When the driver cannot be reached or the browser does not start.
    pub fn start(port: u16, capabilities: &Value) -> Result<(Self, Value)> {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let mut driver = Self {
            agent,
            address: format!("http://127.0.0.1:{port}"),
        };
        let asked = json!({"capabilities": {"alwaysMatch": capabilities}});
        let new = Command::post("session", "");
        let mut answer = driver
            .ask(new, asked)
            .context("the browser does not start")?;
        let id = answer["sessionId"].as_str();
        let id = id.context("the driver names no session")?;
        driver.address = format!("{}/session/{id}", driver.address);
        Ok((driver, answer["capabilities"].take()))
    }

    fn ask(&self, command: Command, body: Value) -> Result<Value> {
        let id = body["id"].as_str().unwrap_or_default();
        let path = command.path.replace("{id}", id);
        let address = format!("{}/{path}", self.address);
        let address = address.trim_end_matches('/');
        let answer = match command.verb {
            Verb::Get => self.agent.get(address).call()?,
            Verb::Delete => self.agent.delete(address).call()?,
            Verb::Post => self
                .agent
                .post(address)
                .header("Content-Type", "application/json")
                .send(body.to_string())?,
        };
        let body = answer.into_body();
        let text = body.into_with_config().limit(LONGEST_ANSWER);
        let text = text.read_to_string()?;
        let mut answer: Value =
            serde_json::from_str(&text).with_context(|| format!("the driver says: {text}"))?;
        refusal_in(&answer["value"])?;
        Ok(answer["value"].take())
    }
}

/// A session at Firefox itself.
pub struct Marionette(RefCell<Line>);

/// The line to Firefox, on which one command follows the other.
struct Line {
    reader: BufReader<TcpStream>,
    /// The number of the last command.
    last: u64,
}

impl Marionette {
    /// Connects to the Firefox that listens on this port, and hands back what it says of itself.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub fn connect(port: u16, capabilities: &Value) -> Result<(Self, Value)> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let mut line = Line {
            reader: BufReader::new(stream),
            last: 0,
        };
        // It greets before anything is asked.
        line.read()?;
        let marionette = Self(RefCell::new(line));
        let asked = json!({"capabilities": {"alwaysMatch": capabilities}});
        let mut answer = marionette.ask("WebDriver:NewSession", &asked)?;
        let capabilities = answer["capabilities"].take();
        Ok((marionette, capabilities))
    }

    /// Where scripts run from now on: in the page (`content`) or in the browser (`chrome`).
    ///
    /// # Errors
    /// When Firefox refuses.
    pub fn enter(&self, context: &str) -> Result<()> {
        let body = json!({"value": context});
        self.ask("Marionette:SetContext", &body).map(drop)
    }

    fn ask(&self, name: &str, body: &Value) -> Result<Value> {
        let mut line = self.0.borrow_mut();
        line.last += 1;
        let number = line.last;
        line.write(&json!([0, number, name, body]))?;
        // What comes later than anyone waited for it is passed over.
        let mut answer = loop {
            let answer = line.read()?;
            if answer[1] == number {
                break answer;
            }
        };
        refusal_in(&answer[2])?;
        let mut result = answer[3].take();
        // A single value comes inside an object; a window or a session does not.
        Ok(match result.get_mut("value") {
            Some(value) => value.take(),
            None => result,
        })
    }
}

impl Line {
    /// A message is its length in bytes, a colon, and JSON.
    fn write(&mut self, message: &Value) -> Result<()> {
        let message = message.to_string();
        let framed = format!("{}:{message}", message.len());
        self.reader.get_mut().write_all(framed.as_bytes())?;
        Ok(())
    }

    fn read(&mut self) -> Result<Value> {
        let mut length: u64 = 0;
        let mut letter = [0];
        loop {
            self.reader.read_exact(&mut letter)?;
            match letter[0] {
                b':' => break,
                digit @ b'0'..=b'9' => length = length * 10 + u64::from(digit - b'0'),
                other => bail!("Firefox says {other} where a length is"),
            }
            if length > LONGEST_ANSWER {
                bail!("Firefox says more than {LONGEST_ANSWER} bytes");
            }
        }
        let mut message = vec![0; usize::try_from(length)?];
        self.reader.read_exact(&mut message)?;
        Ok(serde_json::from_slice(&message)?)
    }
}

/// An error, if that is what was answered.
fn refusal_in(answer: &Value) -> Result<()> {
    let Some(error) = answer["error"].as_str() else {
        return Ok(());
    };
    let message = answer["message"].as_str().unwrap_or_default();
    let first_lines = message.lines().take(3).collect::<Vec<_>>().join(" ");
    Err(anyhow!("{error}: {first_lines}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    /// What Firefox is asked and what comes of it, where it answers so.
    fn asked(answer: &str) -> (String, Result<Value>) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let framed = |text: &str| format!("{}:{text}", text.len());
        let session = r#"[1,1,null,{"sessionId":"a","capabilities":{"browserName":"firefox"}}]"#;
        let said = framed(r#"{"marionetteProtocol":3}"#) + &framed(session) + &framed(answer);
        let firefox = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(said.as_bytes()).unwrap();
            let mut heard = String::new();
            stream.read_to_string(&mut heard).unwrap();
            heard
        });
        let (marionette, capabilities) = Marionette::connect(port, &json!({})).unwrap();
        assert_eq!(capabilities, json!({"browserName": "firefox"}));
        let answer = marionette.ask("WebDriver:Back", &json!({}));
        drop(marionette);
        (firefox.join().unwrap(), answer)
    }

    #[test]
    fn firefox_is_asked_with_lengths_and_numbers() {
        fn check(answer: &str, expected: std::result::Result<Value, &str>) {
            let (heard, found) = asked(answer);
            assert!(
                heard.ends_with(r#"25:[0,2,"WebDriver:Back",{}]"#),
                "{heard}"
            );
            match (found, expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{answer}"),
                (Err(found), Err(expected)) => assert_eq!(found.to_string(), expected, "{answer}"),
                (found, _) => panic!("{answer}: {found:?}"),
            }
        }

        check(r#"[1,2,null,{"value":null}]"#, Ok(Value::Null));
        check(r#"[1,2,null,{"value":["星"]}]"#, Ok(json!(["星"])));
        check(
            r#"[1,2,null,{"handle":"b","type":"tab"}]"#,
            Ok(json!({"handle": "b", "type": "tab"})),
        );
        check(
            r#"[1,2,{"error":"no such window","message":"gone","stacktrace":""},null]"#,
            Err("no such window: gone"),
        );
    }
}
