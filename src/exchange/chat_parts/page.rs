//! A page for a browser with a whole file in it as one part (网页里的数据), for devices that share no
//! other kind of file.
//!
//! Not here: pages that are made to be read (`handout`).

use super::{Carrier, cut};

/// A page that says `title` and `what_to_do` and holds the text of a file; `None` if the file
/// cannot be cut.
pub fn page_around(text: &str, title: &str, what_to_do: &str) -> Option<String> {
    let parts = cut(text, Carrier::File)?;
    let letters = parts.first()?.letters();
    let (title, what_to_do) = (escaped(title), escaped(what_to_do));
    Some(format!(
        "<!doctype html>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <h1>{title}</h1>\n<p>{what_to_do}</p>\n\
         <textarea readonly rows=\"8\">{letters}</textarea>\n"
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::{Collection, find};
    use super::*;

    #[test]
    fn the_file_comes_out_of_the_page_again() {
        let page = page_around("{\"a\": \"五基\"}", "<b>村 & 组", "打开").unwrap();
        assert!(page.contains("&lt;b&gt;村 &amp; 组") && !page.contains("<b>"));
        let mut collection = Collection::default();
        for part in find(&page) {
            collection.take(part.unwrap());
        }
        let all: Vec<_> = collection
            .take_complete()
            .into_iter()
            .map(|one| one.1)
            .collect();
        assert_eq!(all, [Ok("{\"a\": \"五基\"}".to_owned())]);
    }
}
