//! A file of this app inside a page (网页里的数据): a handout that any phone shows, and that this app
//! takes in like the file itself.
//!
//! The text stands in a `script` element of a type that no browser runs. Not here: the rest of the
//! page (`handout::html`), and what the text means.

/// What begins the element with the file.
pub const BEGIN: &str = "<script type=\"application/json\" id=\"wuxing-data\">";

/// What ends it.
pub const END: &str = "</script>";

/// The text of a file as it can stand there: it says the same, and nothing in it ends the element
/// or begins a comment. What is written otherwise stands inside strings of the JSON alone, where
/// both ways of writing are one.
///
/// ```
/// use wuxing::exchange::page_data::inside_element;
/// assert_eq!(inside_element(r#"["</script>"]"#), r#"["\u003c/script>"]"#);
/// ```
pub fn inside_element(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// Whether a page carries a file of this app.
pub(super) fn is_carried_by(page: &str) -> bool {
    page.contains(BEGIN)
}

/// The file that a text carries as such a page does, without the rest of the page, in which
/// anything may be written; the whole text if it carries none.
pub(super) fn file_of(text: String) -> String {
    let Some((_, rest)) = text.split_once(BEGIN) else {
        return text;
    };
    let inside = rest.split_once(END).map_or(rest, |(inside, _)| inside);
    inside.to_owned()
}
