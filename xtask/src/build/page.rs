//! Fills in the pages: `index.html` gets names of files for the site and the files themselves for
//! the single file, `repair.html` its style and script.
//!
//! The pages have no placeholders. The build finds the addresses that the page really uses and
//! replaces them, and refuses a page where one is missing.

use super::office::{OFFICE_MODULE, OFFICE_SCRIPT};
use super::script;
use super::sources::Sources;
use super::wasm::{Compiled, MAIN_MODULE};
use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;

const SITE_ONLY: (&str, &str) = ("<!-- site only -->", "<!-- end of site only -->");
const STYLE_LINK: &str = "<link rel=\"stylesheet\" href=\"style.css\">";
const BOOT_SCRIPT: &str = "<script src=\"boot.js\"></script>";
const PRELOAD_SCRIPT: &str = "<script src=\"preload.js\"></script>";
const MISSING_FILES_SCRIPT: &str = "<script src=\"missing-files.js\"></script>";
const REPAIR_SCRIPT: &str = "<script src=\"repair.js\"></script>";
const OWN_SCRIPTS: &str = "script-src 'self'";
const APP_SCRIPT: &str = "<script type=\"module\" src=\"app.js\"></script>";
const PARTS: &str = "{\"/*PARTS*/\": []}";
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The script of the app: the loaders of the modules, the gate, wasm-bindgen's script, then the
/// start. They name the files of the modules, each by what `finished` makes of its plain name.
///
/// # Errors
/// When the start or the loader of office files does not name its module, the loader of the others
/// has no place for the parts, or wasm-bindgen writes another script than it used to.
pub fn app_script(
    sources: &Sources,
    compiled: &Compiled,
    finished: impl Fn(&str) -> String,
) -> Result<String> {
    let loader = with_parts("parts.js", &sources.parts_script, compiled, &finished)?;
    let start = replace_address(
        &sources.start_script,
        MAIN_MODULE,
        &finished(MAIN_MODULE),
        "public/start.js",
    )?;
    let mut office = sources.office_script.clone();
    for plain in [OFFICE_MODULE, OFFICE_SCRIPT] {
        office = replace_address(&office, plain, &finished(plain), "public/office.js")?;
    }
    let app = script::with_gate(&compiled.glue)?;
    let (needed, gate) = (&sources.needed_script, &sources.gate_script);
    Ok(format!(
        "{needed}\n{loader}\n{office}\n{gate}\n{app}\n{start}"
    ))
}

/// The script inside the site's page that asks at once for the modules that the start needs.
///
/// # Errors
/// When it has no place for the parts.
pub fn preload_script(
    sources: &Sources,
    compiled: &Compiled,
    finished: impl Fn(&str) -> String,
) -> Result<String> {
    let preload = with_parts("preload.js", &sources.preload_script, compiled, finished)?;
    Ok(format!("{}\n{preload}", sources.needed_script))
}

/// A script with the finished names of the files of each part, by its name in `public/`.
fn with_parts(
    name: &str,
    script: &str,
    compiled: &Compiled,
    finished: impl Fn(&str) -> String,
) -> Result<String> {
    let parts: BTreeMap<&str, Vec<String>> = compiled
        .parts
        .iter()
        .map(|(part, files)| {
            let files = files.iter().map(|file| finished(file)).collect();
            (part.as_str(), files)
        })
        .collect();
    let list = serde_json::to_string(&parts)?;
    match script.split_once(PARTS) {
        Some((before, after)) => Ok(format!("{before}{list}{after}")),
        None => bail!("public/{name} has no {PARTS}"),
    }
}

/// The page of the site, with the finished name of each file in the place of its plain name. Two
/// scripts stand inside, allowed by their hashes: the one that asks for modules in the first
/// moment, and the one that notices missing files.
///
/// # Errors
/// When the page does not name one of them.
pub fn site(sources: &Sources, preload: &str, names: &[(&str, &str)]) -> Result<String> {
    let mut page = sources.page.clone();
    for (plain, finished) in names {
        page = replace_address(&page, plain, finished, "index.html")?;
    }
    let mut allowed = OWN_SCRIPTS.to_owned();
    for (name, link, script) in [
        ("preload.js", PRELOAD_SCRIPT, preload),
        (
            "missing-files.js",
            MISSING_FILES_SCRIPT,
            &sources.missing_files_script,
        ),
    ] {
        let script = safe_inside_page(name, script)?;
        page = replace_once(&page, link, &format!("<script>{script}</script>"))?;
        allowed += &format!(" '{}'", policy_hash(&script));
    }
    Ok(without_comments(&replace_once(
        &page,
        OWN_SCRIPTS,
        &allowed,
    )?))
}

/// The page that downloads the app anew. It needs no other file: those may be what is broken.
///
/// # Errors
/// When it lacks one of its parts, or its script has text that would end it early.
pub fn repair(sources: &Sources) -> Result<String> {
    let script = safe_inside_page("repair.js", &sources.repair_script)?;
    let style = safe_inside_page("style.css", &sources.style)?;
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'",
        policy_hash(&script),
        policy_hash(&style),
    );
    let page = without_comments(&replace_policy(&sources.repair_page, &policy)?);
    let page = replace_once(&page, STYLE_LINK, &format!("<style>{style}</style>"))?;
    replace_once(&page, REPAIR_SCRIPT, &format!("<script>{script}</script>"))
}

/// The addresses of files that a page names.
pub fn addresses(page: &str) -> Vec<&str> {
    let after = |attribute| page.split(attribute).skip(1);
    let values = after(" href=\"").chain(after(" src=\""));
    values
        .filter_map(|rest| rest.split_once('"'))
        .map(|(address, _)| address)
        .collect()
}

/// The page with everything inside: style and scripts as they are, the modules as gzip in base64
/// in blocks that browsers do not run. A policy with the hash of each part allows them alone.
///
/// # Errors
/// When `index.html` lacks one of the parts, or a script has text that would end it early.
pub fn single_file(sources: &Sources, compiled: &Compiled) -> Result<String> {
    let app = app_script(sources, compiled, str::to_owned)?;
    let boot = safe_inside_page("boot.js", &sources.boot_script)?;
    let app = safe_inside_page("app.js", &app)?;
    let style = safe_inside_page("style.css", &sources.style)?;
    let mut scripts = vec![app];
    // At the end of the body, so that the person sees the page while the rest is being read.
    let mut end = embedded(MAIN_MODULE, &compiled.wasm)?;
    for module in &compiled.later {
        end += &embedded(&module.name, &module.bytes)?;
    }
    if let Some(office) = &compiled.office {
        end += &embedded(OFFICE_MODULE, &office.wasm)?;
        scripts.push(safe_inside_page(OFFICE_SCRIPT, &office.script)?);
    }
    let mut allowed = policy_hash(&boot);
    for script in &scripts {
        end += &format!("<script type=\"module\">{script}</script>\n");
        allowed += &format!("' '{}", policy_hash(script));
    }
    end += "</body>";
    let policy = format!(
        "default-src 'none'; script-src '{allowed}' 'wasm-unsafe-eval'; style-src '{}'; \
         img-src data:; base-uri 'none'; form-action 'none'",
        policy_hash(&style),
    );
    let page = without_site_only(&sources.page)?;
    let page = without_comments(&replace_policy(&page, &policy)?);
    let page = replace_once(&page, STYLE_LINK, &format!("<style>{style}</style>"))?;
    let page = replace_once(&page, BOOT_SCRIPT, &format!("<script>{boot}</script>"))?;
    let page = replace_once(&page, &format!("{APP_SCRIPT}\n"), "")?;
    replace_once(&page, "</body>", &end)
}

/// Compresses as well as gzip can.
///
/// # Errors
/// Never in practice: writing into memory does not fail.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// A module in a block that browsers do not run, under its name.
fn embedded(name: &str, module: &[u8]) -> Result<String> {
    let module = STANDARD.encode(gzip(module)?);
    Ok(format!(
        "<script type=\"application/octet-stream\" id=\"{name}\">{module}</script>\n"
    ))
}

fn replace_address(text: &str, plain: &str, finished: &str, file: &str) -> Result<String> {
    let quoted = format!("\"{plain}\"");
    if !text.contains(&quoted) {
        bail!("{file} does not load {plain}");
    }
    Ok(text.replace(&quoted, &format!("\"{finished}\"")))
}

fn replace_once(page: &str, part: &str, replacement: &str) -> Result<String> {
    match page.split_once(part) {
        Some((before, after)) if !after.contains(part) => {
            Ok(format!("{before}{replacement}{after}"))
        }
        _ => bail!("the page must have exactly one `{}`", part.trim()),
    }
}

fn replace_policy(page: &str, policy: &str) -> Result<String> {
    let Some((before, value)) = page.split_once(POLICY) else {
        bail!("the page must have `{POLICY}…`");
    };
    let after = value.split_once('"').map_or("", |(_, after)| after);
    Ok(format!("{before}{POLICY}{policy}\"{after}"))
}

fn without_site_only(page: &str) -> Result<String> {
    let mut kept = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(SITE_ONLY.0) {
        let Some((_, after)) = after.split_once(SITE_ONLY.1) else {
            bail!("index.html has `{}` without `{}`", SITE_ONLY.0, SITE_ONLY.1);
        };
        kept.push_str(before);
        rest = after.trim_start();
    }
    Ok(kept + rest)
}

fn without_comments(page: &str) -> String {
    let mut parts = page.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        let after = part.split_once("-->").map_or("", |(_, after)| after);
        // The line break behind a comment goes with it.
        kept + after.strip_prefix('\n').unwrap_or(after)
    })
}

/// Text as it may stand inside a script or style element. A closing tag inside a string is
/// written so that the page does not end there; an opening comment has no such spelling.
fn safe_inside_page(name: &str, source: &str) -> Result<String> {
    if source.contains("<!--") {
        bail!("{name} has `<!--`, which cannot stand inside a page");
    }
    Ok(source
        .replace("</script", "<\\/script")
        .replace("</style", "<\\/style"))
}

fn policy_hash(source: &str) -> String {
    format!(
        "sha256-{}",
        STANDARD.encode(Sha256::digest(source.as_bytes()))
    )
}

#[cfg(test)]
mod tests;
