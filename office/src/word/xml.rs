//! Elements of a document (XML): a tree of names, attributes and text, and the text of it.
//!
//! Not here: which elements a document has.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element.
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Inside>,
}

/// What is in an element.
enum Inside {
    Element(Element),
    Text(String),
}

/// An element of this name, with nothing in it.
pub fn element(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        inside: Vec::new(),
    }
}

/// An element that says one value.
pub fn value(name: &'static str, value: impl ToString) -> Element {
    element(name).with("w:val", value)
}

impl Element {
    /// The same with one more attribute.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// The same with one more element in it, behind the others.
    pub fn holding(mut self, one: Element) -> Self {
        self.inside.push(Inside::Element(one));
        self
    }

    /// The same with more elements in it, behind the others.
    pub fn holding_all(mut self, all: impl IntoIterator<Item = Element>) -> Self {
        self.inside.extend(all.into_iter().map(Inside::Element));
        self
    }

    /// The same with a text in it.
    pub fn saying(mut self, text: &str) -> Self {
        self.inside.push(Inside::Text(legal(text)));
        self
    }

    /// The text of a file with this element.
    pub fn into_file(self) -> String {
        let mut writer = Writer::new(Vec::new());
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        // Writing into memory does not fail.
        let _ = writer.write_event(Event::Decl(declaration));
        self.write(&mut writer);
        String::from_utf8(writer.into_inner()).unwrap_or_default()
    }

    fn write(self, writer: &mut Writer<Vec<u8>>) {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, legal(value).as_str()));
        }
        if self.inside.is_empty() {
            let _ = writer.write_event(Event::Empty(start));
            return;
        }
        let _ = writer.write_event(Event::Start(start));
        for inside in self.inside {
            match inside {
                Inside::Element(element) => element.write(writer),
                Inside::Text(text) => {
                    let _ = writer.write_event(Event::Text(BytesText::new(&text)));
                }
            }
        }
        let _ = writer.write_event(Event::End(BytesEnd::new(self.name)));
    }
}

/// A text without the characters that no XML may have; Word calls a file with one of them damaged.
fn legal(text: &str) -> String {
    let is_illegal = |character: char| {
        let is_break = matches!(character, '\t' | '\n');
        (character < ' ' && !is_break) || matches!(character, '\u{fffe}' | '\u{ffff}')
    };
    text.chars().filter(|one| !is_illegal(*one)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let check = |text: &str, expected: &str| {
            let file = element("w:t").saying(text).into_file();
            let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
            assert_eq!(file, format!("{head}<w:t>{expected}</w:t>"), "{text:?}");
        };
        check("支部", "支部");
        check("<a> & \"b\"", "&lt;a&gt; &amp; &quot;b&quot;");
        check("a\u{1}\u{1f}\u{ffff}b", "ab");
    }
}
