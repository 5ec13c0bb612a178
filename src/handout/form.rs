//! As what a handout leaves (材料的样式): its file ending, what browsers call such a file, what its
//! button says, and what makes it. A new form is a row here and a renderer beside it.
//!
//! Not here: what needs the browser for it, and how it is handed over (`ui`).

use super::description::Handout;
use super::plain;
use crate::text::Texts;

/// A form in which a handout leaves the phone (样式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandoutForm {
    /// A picture (图片), to be looked at in a chat.
    Picture,
    /// A Word document (Word 文档).
    Word,
    /// An Excel workbook (Excel 表格).
    Excel,
    /// A page that stands for itself (网页), with the data in it where there is any.
    Page,
    /// Text for a chat (文字).
    Text,
    /// On paper, or as a PDF by the browser (打印).
    Print,
}

impl HandoutForm {
    /// All forms, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Picture,
        Self::Word,
        Self::Excel,
        Self::Page,
        Self::Text,
        Self::Print,
    ];

    /// What is to be known of a form, all in one place.
    fn row(self) -> FormRow {
        match self {
            Self::Picture => FormRow {
                file: Some(("png", "image/png")),
                label: |texts| texts.handout_files.picture,
                makes: FormMaking::Picture,
            },
            Self::Word => FormRow {
                file: Some((
                    "docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                )),
                label: |texts| texts.handout_files.word,
                makes: FormMaking::Word,
            },
            Self::Excel => FormRow {
                file: Some((
                    "xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                )),
                label: |texts| texts.handout_files.excel,
                makes: FormMaking::Workbook,
            },
            Self::Page => FormRow {
                file: Some(("html", "text/html")),
                label: |texts| texts.handouts.send,
                makes: FormMaking::Page,
            },
            Self::Text => FormRow {
                file: None,
                label: |texts| texts.handouts.copy_text,
                makes: FormMaking::Text(plain::text),
            },
            Self::Print => FormRow {
                file: None,
                label: |texts| texts.handouts.print,
                makes: FormMaking::Print,
            },
        }
    }

    /// The ending of a file of this form; `None` if it leaves as no file.
    pub fn ending(self) -> Option<&'static str> {
        self.row().file.map(|(ending, _)| ending)
    }

    /// What browsers call a file of this form; `None` if it leaves as no file.
    pub fn media_type(self) -> Option<&'static str> {
        self.row().file.map(|(_, media_type)| media_type)
    }

    /// What the button says that makes it.
    pub fn label(self, texts: &'static Texts) -> &'static str {
        (self.row().label)(texts)
    }

    /// How it is made.
    pub fn makes(self) -> FormMaking {
        self.row().makes
    }
}

/// How a form is made (怎么生成).
#[derive(Clone, Copy, Debug)]
pub enum FormMaking {
    /// Text that a function writes: a file of it, or copied where the form leaves as no file.
    Text(fn(&Handout) -> String),
    /// The page that stands for itself, with the data in it.
    Page,
    /// Pictures that the browser draws.
    Picture,
    /// A document of the module for office files.
    Word,
    /// A workbook of that module, with the data in it.
    Workbook,
    /// The sheet of the browser for printing.
    Print,
}

struct FormRow {
    /// The ending of its file, and what browsers call it.
    file: Option<(&'static str, &'static str)>,
    label: fn(&'static Texts) -> &'static str,
    makes: FormMaking,
}
