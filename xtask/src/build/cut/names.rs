//! Shortens the names under which the first module and wasm-bindgen's script know each other's
//! functions (缩短名字). As wasm-bindgen writes them they end in sixteen digits that no compression
//! makes smaller, a few hundred times over.

use super::parts::read;
use anyhow::{Result, bail};
use walrus::ImportKind;

/// What wasm-bindgen calls its script in the imports of the module, and we.
const SCRIPT: (&str, &str) = ("./wuxing_bg.js", "script");

/// The first module and the script with short names for what the module takes from the script.
///
/// # Errors
/// When the script does not define what the module takes from it.
pub fn shorten(first: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut module = read(first)?;
    let mut glue = glue.to_owned();
    let imports = module.imports.iter_mut();
    let functions = imports.filter(|import| {
        import.module == SCRIPT.0 && matches!(import.kind, ImportKind::Function(_))
    });
    for (place, import) in functions.enumerate() {
        let short = short_name(place);
        let defined = format!(" {}: function(", import.name);
        if glue.matches(&defined).count() != 1 {
            bail!("wasm-bindgen's script must define {} once", import.name);
        }
        glue = glue.replace(&defined, &format!(" {short}: function("));
        import.name = short;
        SCRIPT.1.clone_into(&mut import.module);
    }
    let key = format!("\"{}\":", SCRIPT.0);
    if glue.matches(&key).count() != 1 {
        bail!("wasm-bindgen's script must offer its functions once under {key}");
    }
    glue = glue.replace(&key, &format!("\"{}\":", SCRIPT.1));
    Ok((module.emit_wasm(), glue))
}

/// `a`, `b`, …, `z`, `a1`, `b1`, …
fn short_name(place: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let letter = char::from(LETTERS[place % 26]);
    match place / 26 {
        0 => letter.to_string(),
        more => format!("{letter}{more}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use walrus::Module;

    fn module(names: &[&str]) -> Vec<u8> {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        for name in names {
            let (function, _) = module.add_import_func(SCRIPT.0, name, kind);
            module.exports.add(name, function);
        }
        module.emit_wasm()
    }

    #[test]
    fn both_sides_have_the_same_names() {
        let first = module(&[
            "__wbg_abort_75a93bc755ef5425",
            "__wbg_abort_0123456789abcdef",
        ]);
        let glue = "x = { __wbg_abort_75a93bc755ef5425: function() {},\n \
                    __wbg_abort_0123456789abcdef: function(arg0) {} };\n\
                    y = { \"./wuxing_bg.js\": x };";
        let (first, glue) = shorten(&first, glue).expect("both fit each other");
        let expected = "x = { a: function() {},\n b: function(arg0) {} };\ny = { \"script\": x };";
        assert_eq!(glue, expected);
        let first = Module::from_buffer(&first).expect("is a module");
        let names: Vec<_> = first.imports.iter().map(|one| &one.name[..]).collect();
        assert_eq!(names, ["a", "b"]);
    }

    #[test]
    fn a_script_that_lacks_something_is_refused() {
        assert!(shorten(&module(&["a_b"]), "y = { \"./wuxing_bg.js\": x };").is_err());
        assert!(shorten(&module(&[]), "").is_err());
    }

    #[test]
    fn no_name_is_given_twice() {
        let names: BTreeSet<String> = (0..2_000).map(short_name).collect();
        assert_eq!(names.len(), 2_000);
    }
}
