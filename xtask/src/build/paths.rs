//! Takes out of what is shipped where on this machine it was built (构建路径): the compiler writes the
//! paths of sources into the places of panics.

use std::env;
use std::path::PathBuf;

/// Overwrites, in a module, the folder in which cargo keeps the sources of dependencies. What
/// remains of a path names the dependency and the file. The length stays, since the module says
/// elsewhere how long each text is.
pub fn without_machine(module: &mut [u8]) {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    if let Some(home) = home {
        let sources = home.join("registry").join("src");
        overwrite(module, sources.to_string_lossy().as_bytes());
    }
}

fn overwrite(module: &mut [u8], path: &[u8]) {
    let mut from = 0;
    while let Some(found) = module[from..]
        .windows(path.len())
        .position(|part| part == path)
    {
        let end = from + found + path.len();
        module[from + found..end].fill(b'/');
        from = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_path_goes() {
        fn check(module: &str, expected: &str) {
            let mut found = module.as_bytes().to_vec();
            overwrite(&mut found, b"/home/me");
            assert_eq!(String::from_utf8_lossy(&found), expected);
        }
        check("", "");
        check("src/lib.rs", "src/lib.rs");
        check("a/home/me/b.rs/home/me", "a/////////b.rs////////");
        check("/home/m", "/home/m");
    }
}
