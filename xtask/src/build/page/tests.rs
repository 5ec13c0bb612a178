//! What the finished pages must have, and must not.

use super::*;
use crate::build::Loaded;
use crate::build::cut::LaterModule;
use crate::build::office::Office;

fn sources() -> Sources {
    Sources {
        page: include_str!("../../../../index.html").to_owned(),
        style: "p{}".to_owned(),
        boot_script: "var end = '</script>';".to_owned(),
        missing_files_script: "var missing;".to_owned(),
        needed_script: "var needed;".to_owned(),
        preload_script: "var early = {\"/*PARTS*/\": []};".to_owned(),
        repair_page: include_str!("../../../../public/repair.html").to_owned(),
        repair_script: "var repair;".to_owned(),
        parts_script: "const parts = {\"/*PARTS*/\": []};".to_owned(),
        gate_script: "const gate = 0;".to_owned(),
        office_script: "bring(\"office.wasm\", \"office-module.js\");".to_owned(),
        start_script: "load(\"wuxing.wasm\");".to_owned(),
        service_worker: String::new(),
        others: Vec::new(),
    }
}

fn compiled() -> Compiled {
    Compiled {
        wasm: b"\0asm".to_vec(),
        glue: crate::build::script::glue_for_tests(),
        later: vec![LaterModule {
            name: "part-pages.wasm".to_owned(),
            bytes: b"\0asm".to_vec(),
            loaded: Loaded::Background,
        }],
        parts: [("pages".to_owned(), vec!["part-pages.wasm".to_owned()])].into(),
        office: Some(Office {
            wasm: b"\0asm".to_vec(),
            script: "var office;".to_owned(),
        }),
    }
}

fn finished() -> String {
    single_file(&sources(), &compiled()).expect("index.html is complete")
}

#[test]
fn what_the_start_needs_is_asked_for_inside_the_page_of_the_site_alone() {
    let finished_name = |plain: &str| format!("finished-{plain}");
    let preload = preload_script(&sources(), &compiled(), finished_name);
    let preload = preload.expect("has a place for the parts");
    assert_eq!(
        preload,
        "var needed;\nvar early = {\"pages\":[\"finished-part-pages.wasm\"]};"
    );
    let page = site(&sources(), &preload, &[]).expect("index.html is complete");
    for script in [preload.as_str(), "var missing;"] {
        assert!(page.contains(&format!("<script>{script}</script>")));
        assert!(page.contains(&policy_hash(script)));
    }
    assert!(!finished().contains("var early"));
}

#[test]
fn the_single_file_loads_nothing() {
    let page = finished();
    assert!(!page.contains("src=\""), "{page}");
    assert!(!page.contains("href=\""), "{page}");
    assert_eq!(page.matches("</script>").count(), 6, "{page}");
}

#[test]
fn every_module_is_inside_under_the_name_by_which_it_is_asked_for() {
    let page = finished();
    for name in ["wuxing.wasm", "part-pages.wasm", "office.wasm"] {
        assert!(page.contains(&format!("id=\"{name}\"")), "{name}");
    }
    assert!(page.contains("const parts = {\"pages\":[\"part-pages.wasm\"]};"));
}

#[test]
fn the_policy_allows_what_is_inside_and_no_more() {
    let page = finished();
    for (start, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
        let inside = page
            .split_once(start)
            .and_then(|(_, rest)| rest.split_once(end));
        let (inside, _) = inside.expect("the element is there");
        assert!(page.contains(&policy_hash(inside)));
    }
    assert!(!page.contains("'self'"));
    assert!(!page.contains("unsafe-inline"));
}

#[test]
fn what_is_for_the_site_only_goes() {
    let check = |page: &str, expected: &str| {
        assert_eq!(without_site_only(page).expect("is balanced"), expected);
    };
    check("a", "a");
    check("a<!-- site only -->b<!-- end of site only -->\nc", "ac");
    check(
        "<!-- site only -->1<!-- end of site only -->a<!-- site only -->2<!-- end of site only -->",
        "a",
    );
    assert!(without_site_only("<!-- site only -->").is_err());
}

#[test]
fn comments_are_for_the_repository() {
    let check = |page: &str, expected: &str| assert_eq!(without_comments(page), expected);
    check("a", "a");
    check("<!-- 1 -->\na<!-- 2\n -->\n<b>", "a<b>");
}

#[test]
fn addresses_are_found_in_links_and_scripts() {
    let page = "<link rel=\"icon\" href=\"a.svg\" type=\"b\"><script src=\"c.js\"></script>";
    assert_eq!(addresses(page), ["a.svg", "c.js"]);
}

#[test]
fn the_page_of_the_site_allows_the_scripts_inside_it_by_their_hashes() {
    let page = site(&sources(), "var early;", &[("boot.js", "boot-0.js")])
        .expect("index.html is complete");
    assert!(page.contains("<script>var missing;</script>"), "{page}");
    let [early, missing] = ["var early;", "var missing;"].map(policy_hash);
    let allowed = format!("script-src 'self' '{early}' '{missing}'");
    assert!(page.contains(&allowed), "{page}");
    assert!(page.contains("<script src=\"boot-0.js\">"), "{page}");
    assert!(addresses(&page).contains(&"repair.html"), "{page}");
    assert!(!page.contains("unsafe-inline"));
}

#[test]
fn the_page_that_repairs_needs_no_file() {
    let page = repair(&sources()).expect("repair.html is complete");
    assert_eq!(addresses(&page), ["./?again=back"]);
    for inside in ["var repair;", "p{}"] {
        assert!(page.contains(inside), "{inside}");
        assert!(page.contains(&policy_hash(inside)), "{inside}");
    }
    // By this the app knows that it is this page which the server has.
    assert!(page.contains("data-repair"), "{page}");
}
