//! Puts the files of the site together: which files there are, how they are called and when a
//! browser loads them. All in memory; nothing is written here.
//!
//! Every address is relative, so that the folder works under any path of any static host.

use super::office::{OFFICE_MODULE, OFFICE_SCRIPT};
use super::page;
use super::service_worker;
use super::sources::Sources;
use super::starts::Starts;
use super::wasm::{Compiled, MAIN_MODULE};
use anyhow::{Result, bail};
use sha2::{Digest, Sha256};

/// When a browser loads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// Before the app can be seen where it is started in one of these ways: it counts for the size
    /// budget of each.
    AtStart(Starts),
    /// After it and unasked: the rest and the parts of the app.
    Background,
    /// When the user asks for what few ask for.
    OnDemand,
    /// Afterwards, or only on some devices.
    LazyPart,
}

/// Whether names change with the content, so that a host may let browsers keep files for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// `app.js`.
    Plain,
    /// `app-0123456789ab.js`.
    Hashed,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFile {
    /// The path below the root of the site, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// When it is loaded.
    pub loaded: Loaded,
}

/// Puts the site together.
///
/// # Errors
/// When `index.html` or `start.js` does not name a file that it must load.
pub fn assemble(sources: &Sources, compiled: &Compiled, naming: Naming) -> Result<Vec<SiteFile>> {
    let modules = modules(compiled, naming);
    let finished = |plain: &str| {
        let module = modules.iter().find(|module| module.plain == plain);
        module.map_or_else(|| plain.to_owned(), |module| module.finished.clone())
    };
    let app = page::app_script(sources, compiled, finished)?;
    let preload = page::preload_script(sources, compiled, finished)?;
    let assets = [
        (MAIN_MODULE, finished(MAIN_MODULE), compiled.wasm.clone()),
        (
            "app.js",
            name(naming, "app", "js", app.as_bytes()),
            app.into_bytes(),
        ),
        named(naming, "boot.js", &sources.boot_script),
        named(naming, "style.css", &sources.style),
    ];
    let names: Vec<(&str, &str)> = assets
        .iter()
        .map(|(plain, finished, _)| (*plain, finished.as_str()))
        .collect();
    let page = page::site(sources, &preload, &names)?;
    let repair = page::repair(sources)?;

    let mut files = vec![file(
        "index.html",
        page.clone().into_bytes(),
        Loaded::AtStart(Starts::ALL),
    )];
    for (_, path, bytes) in assets {
        files.push(SiteFile {
            path,
            bytes,
            loaded: Loaded::AtStart(Starts::ALL),
        });
    }
    for module in modules.iter().filter(|one| one.plain != MAIN_MODULE) {
        files.push(file(&module.finished, module.bytes.to_vec(), module.loaded));
    }
    files.push(file("repair.html", repair.into_bytes(), Loaded::LazyPart));
    for (path, bytes) in &sources.others {
        files.push(file(path, bytes.clone(), Loaded::LazyPart));
    }
    refuse_missing_files(&page, &files)?;
    let script = service_worker::fill_in(&sources.service_worker, &files)?;
    files.push(file(
        "service-worker.js",
        script.into_bytes(),
        Loaded::LazyPart,
    ));
    Ok(files)
}

/// A module, or the script of one, under its plain and its finished name.
struct Module<'a> {
    plain: &'a str,
    finished: String,
    bytes: &'a [u8],
    loaded: Loaded,
}

/// The modules of the app, with the finished name of each.
fn modules(compiled: &Compiled, naming: Naming) -> Vec<Module<'_>> {
    let later = compiled.later.iter();
    let office = compiled.office.iter().flat_map(|office| {
        let script = (OFFICE_SCRIPT, office.script.as_bytes());
        [(OFFICE_MODULE, office.wasm.as_slice()), script]
    });
    let first = Loaded::AtStart(Starts::ALL);
    std::iter::once((MAIN_MODULE, compiled.wasm.as_slice(), first))
        .chain(later.map(|one| (one.name.as_str(), one.bytes.as_slice(), one.loaded)))
        .chain(office.map(|(plain, bytes)| (plain, bytes, Loaded::OnDemand)))
        .map(|(plain, bytes, loaded)| {
            let (stem, ending) = plain.split_once('.').unwrap_or((plain, ""));
            let finished = name(naming, stem, ending, bytes);
            Module {
                plain,
                finished,
                bytes,
                loaded,
            }
        })
        .collect()
}

fn named<'a>(naming: Naming, plain: &'a str, source: &str) -> (&'a str, String, Vec<u8>) {
    let (stem, extension) = plain.split_once('.').unwrap_or((plain, ""));
    (
        plain,
        name(naming, stem, extension, source.as_bytes()),
        source.as_bytes().to_vec(),
    )
}

fn file(path: &str, bytes: Vec<u8>, loaded: Loaded) -> SiteFile {
    SiteFile {
        path: path.to_owned(),
        bytes,
        loaded,
    }
}

fn name(naming: Naming, stem: &str, extension: &str, bytes: &[u8]) -> String {
    match naming {
        Naming::Plain => format!("{stem}.{extension}"),
        Naming::Hashed => format!("{stem}-{}.{extension}", fingerprint([bytes])),
    }
}

/// Twelve hexadecimal digits that change with the content.
pub fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher
        .finalize()
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A page that names a file that is not there would show itself with an error on the console.
fn refuse_missing_files(page: &str, files: &[SiteFile]) -> Result<()> {
    let is_there = |address: &str| files.iter().any(|file| file.path == address);
    match page::addresses(page)
        .into_iter()
        .find(|address| !is_there(address))
    {
        Some(missing) => bail!("index.html names {missing}, which is not in public/"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::cut::LaterModule;
    use crate::build::office::Office;

    fn sources() -> Sources {
        Sources {
            page: "<head>\
                   <meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">\
                   <!-- site only --><script src=\"preload.js\"></script>\
                   <script src=\"missing-files.js\"></script>\
                   <link href=\"icons/icon.svg\"><!-- end of site only -->\
                   <link rel=\"preload\" href=\"wuxing.wasm\">\
                   <link rel=\"stylesheet\" href=\"style.css\">\
                   <script src=\"boot.js\"></script>\
                   <script type=\"module\" src=\"app.js\"></script></head><body></body>"
                .to_owned(),
            style: "a{}".to_owned(),
            boot_script: "var boot;".to_owned(),
            missing_files_script: "var missing;".to_owned(),
            needed_script: "var needed;".to_owned(),
            preload_script: "var parts = {\"/*PARTS*/\": []};".to_owned(),
            repair_page: "<meta http-equiv=\"Content-Security-Policy\" content=\"x\">\
                          <link rel=\"stylesheet\" href=\"style.css\">\
                          <script src=\"repair.js\"></script>"
                .to_owned(),
            repair_script: "var repair;".to_owned(),
            parts_script: "const parts = {\"/*PARTS*/\": []};".to_owned(),
            gate_script: "const gate = 0;".to_owned(),
            office_script: "bring(\"office.wasm\", \"office-module.js\");".to_owned(),
            start_script: "load(\"wuxing.wasm\");".to_owned(),
            service_worker: "const files = {\"/*FILES*/\": []}; const version = \"/*VERSION*/\";"
                .to_owned(),
            others: vec![("icons/icon.svg".to_owned(), b"<svg/>".to_vec())],
        }
    }

    fn compiled() -> Compiled {
        Compiled {
            wasm: b"\0asm".to_vec(),
            glue: crate::build::script::glue_for_tests(),
            later: vec![LaterModule {
                name: "part-pages.wasm".to_owned(),
                bytes: b"\0asm later".to_vec(),
                loaded: Loaded::Background,
            }],
            parts: [("pages".to_owned(), vec!["part-pages.wasm".to_owned()])].into(),
            office: Some(Office {
                wasm: b"\0asm office".to_vec(),
                script: "var office;".to_owned(),
            }),
        }
    }

    fn site(sources: &Sources, naming: Naming) -> Vec<SiteFile> {
        assemble(sources, &compiled(), naming).expect("the test page is complete")
    }

    fn text<'a>(files: &'a [SiteFile], prefix: &str) -> &'a str {
        let file = files
            .iter()
            .find(|file| file.path.starts_with(prefix))
            .expect("file is there");
        std::str::from_utf8(&file.bytes).expect("file is text")
    }

    #[test]
    fn plain_names_are_those_of_the_sources() {
        let files = site(&sources(), Naming::Plain);
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let expected = [
            "index.html",
            "wuxing.wasm",
            "app.js",
            "boot.js",
            "style.css",
            "part-pages.wasm",
            "office.wasm",
            "office-module.js",
            "repair.html",
            "icons/icon.svg",
            "service-worker.js",
        ];
        assert_eq!(paths, expected);
    }

    #[test]
    fn a_hashed_name_stands_wherever_the_file_is_used() {
        let files = site(&sources(), Naming::Hashed);
        for file in files.iter().filter(|file| file.path.contains('-')) {
            let user = match file.loaded {
                Loaded::AtStart(Starts::ALL) => text(&files, "index.html"),
                _ => text(&files, "app-"),
            };
            if file.path != "service-worker.js" {
                let users = [user, text(&files, "service-worker")];
                assert!(
                    users.iter().all(|user| user.contains(&file.path)),
                    "{}",
                    file.path
                );
            }
        }
        let wasm = files
            .iter()
            .find(|file| file.path.ends_with(".wasm"))
            .expect("has a module");
        assert!(text(&files, "app-").contains(&wasm.path));
        assert!(!text(&files, "index.html").contains("\"app.js\""));
    }

    #[test]
    fn the_version_changes_with_any_file() {
        let original = text(&site(&sources(), Naming::Plain), "service-worker").to_owned();
        let same = text(&site(&sources(), Naming::Plain), "service-worker").to_owned();
        assert_eq!(original, same);
        let mut changed = sources();
        changed.others[0].1 = b"<svg></svg>".to_vec();
        assert_ne!(
            original,
            text(&site(&changed, Naming::Plain), "service-worker")
        );
        for kept in [
            "./",
            "wuxing.wasm",
            "part-pages.wasm",
            "office.wasm",
            "repair.html",
        ] {
            assert!(original.contains(&format!("\"{kept}\":[")), "{kept}");
        }
    }

    #[test]
    fn a_page_that_forgets_a_file_is_refused() {
        let mut incomplete = sources();
        incomplete.page = incomplete.page.replace("boot.js", "other.js");
        assert!(assemble(&incomplete, &compiled(), Naming::Plain).is_err());
    }
}
