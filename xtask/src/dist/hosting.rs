//! Ready files for common hosts: `_headers` for Netlify and Cloudflare Pages, `nginx.conf` and
//! `htaccess` for Apache. They say what the page cannot say of itself, how long each file may be
//! kept, and that what is not there is not there.
//!
//! Not here: putting the site on a host; README says where each of them goes.

use crate::build::SiteFile;
use anyhow::Result;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// What goes with every file. The page's own policy has all but the first, which a page may not say
/// of itself: that no other page may show it in a frame.
const ALWAYS: [(&str, &str); 3] = [
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
];

/// The name of such a file changes with its content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Whatever keeps the file asks whether there is another one.
const ASK_FIRST: &str = "no-cache";

/// A host's own file, under the name by which it stands in `dist/hosting/`.
pub struct HostFile {
    /// The name.
    pub name: &'static str,
    /// What is in it.
    pub text: String,
}

/// The files for a site.
pub fn files(site: &[SiteFile]) -> [HostFile; 3] {
    [
        HostFile {
            name: "_headers",
            text: headers(site),
        },
        HostFile {
            name: "nginx.conf",
            text: nginx(),
        },
        HostFile {
            name: "htaccess",
            text: apache(),
        },
    ]
}

/// Writes the files for a site into a folder.
///
/// # Errors
/// When the disk refuses.
pub fn write(folder: &Path, site: &[SiteFile]) -> Result<()> {
    fs::create_dir_all(folder)?;
    for file in files(site) {
        fs::write(folder.join(file.name), file.text)?;
    }
    Ok(())
}

/// Whether the name of a file changes with its content.
fn is_hashed(path: &str) -> bool {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, digits)| {
        digits.len() == 12 && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// One rule for all, and one for how long each file is kept: of two rules that set the same, some
/// hosts send both.
fn headers(site: &[SiteFile]) -> String {
    let mut text = "# Netlify, Cloudflare Pages: into the folder of the site, which must be the \
                    root of its host.\n/*\n"
        .to_owned();
    for (name, value) in ALWAYS {
        // Writing into a string does not fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    let paths = site.iter().map(|file| file.path.as_str());
    for path in std::iter::once("").chain(paths) {
        let kept = if is_hashed(path) { FOR_EVER } else { ASK_FIRST };
        let _ = writeln!(text, "/{path}\n  Cache-Control: {kept}");
    }
    text
}

fn nginx() -> String {
    let always: String = ALWAYS
        .iter()
        .map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n"))
        .collect();
    format!(
        "# nginx: into the `server` block. Change the two paths; `root` is the folder in which\n\
         # the folder of the site lies.\n\
         location = /wuxing {{ return 301 /wuxing/; }}\n\
         location /wuxing/ {{\n\
         \x20   root /var/www;\n\
         \x20   index index.html;\n\
         \x20   # What is not there is answered with 404, never with the page.\n\
         \x20   try_files $uri $uri/index.html =404;\n\
         \x20   types {{\n\
         \x20       text/html html; text/css css; text/javascript js; application/wasm wasm;\n\
         \x20       application/manifest+json webmanifest; image/svg+xml svg; image/png png;\n\
         \x20   }}\n\
         \x20   gzip_static on;\n\
         {always}\
         \x20   add_header Cache-Control \"{ASK_FIRST}\";\n\
         \x20   location ~ \"-[0-9a-f]{{12}}\\.[a-z]+$\" {{\n\
         \x20       root /var/www;\n\
         {}\
         \x20       add_header Cache-Control \"{FOR_EVER}\";\n\
         \x20   }}\n\
         }}\n",
        always.replace("    add_header", "        add_header"),
    )
}

fn apache() -> String {
    let always: String = ALWAYS
        .iter()
        .map(|(name, value)| format!("  Header always set {name} \"{value}\"\n"))
        .collect();
    format!(
        "# Apache: into the folder of the site, as .htaccess. The host must allow FileInfo and\n\
         # Options there. What is not there is answered with 404 as long as no rule above\n\
         # rewrites it.\n\
         Options -Indexes\n\
         AddType application/wasm .wasm\n\
         AddType application/manifest+json .webmanifest\n\
         AddType text/javascript .js\n\
         <IfModule mod_headers.c>\n\
         {always}\
         \x20 Header set Cache-Control \"{ASK_FIRST}\"\n\
         \x20 <FilesMatch \"-[0-9a-f]{{12}}\\.[a-z]+$\">\n\
         \x20   Header set Cache-Control \"{FOR_EVER}\"\n\
         \x20 </FilesMatch>\n\
         </IfModule>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::{Loaded, Starts};

    fn site() -> Vec<SiteFile> {
        let file = |path: &str, loaded| SiteFile {
            path: path.to_owned(),
            bytes: Vec::new(),
            loaded,
        };
        vec![
            file("index.html", Loaded::AtStart(Starts::ALL)),
            file("app-0123456789ab.js", Loaded::AtStart(Starts::ALL)),
            file("part-pages-0123456789ab.wasm", Loaded::Background),
            file("icons/icon-192.png", Loaded::LazyPart),
            file("repair.html", Loaded::LazyPart),
            file("service-worker.js", Loaded::LazyPart),
        ]
    }

    #[test]
    fn a_name_that_changes_with_the_content_is_known() {
        let check = |path, expected| assert_eq!(is_hashed(path), expected, "{path}");
        check("app-0123456789ab.js", true);
        check("part-pages-0123456789ab.wasm", true);
        check("app.js", false);
        check("icons/icon-192.png", false);
        check("service-worker.js", false);
        check("repair.html", false);
    }

    #[test]
    fn every_host_sends_what_the_page_cannot_say_of_itself() {
        for file in files(&site()) {
            for (name, value) in ALWAYS {
                let both = file.text.lines().find(|line| line.contains(name));
                let line = both.unwrap_or_default();
                assert!(line.contains(value), "{}: {name}: {line}", file.name);
            }
            assert!(file.text.contains(ASK_FIRST), "{}", file.name);
            assert!(file.text.contains(FOR_EVER), "{}", file.name);
        }
    }

    #[test]
    fn only_what_never_changes_is_kept_for_ever() {
        let text = headers(&site());
        let check = |path: &str, kept: &str| {
            let rule = format!("\n/{path}\n  Cache-Control: {kept}\n");
            assert!(text.contains(&rule), "{path}: {text}");
        };
        check("app-0123456789ab.js", FOR_EVER);
        check("part-pages-0123456789ab.wasm", FOR_EVER);
        for path in ["", "index.html", "repair.html", "service-worker.js"] {
            check(path, ASK_FIRST);
        }
    }
}
