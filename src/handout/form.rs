//! As what a handout leaves (材料的样式): its file ending, and what browsers call such a file.
//!
//! Not here: how each is made, and how it is handed over (`ui`).

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

    /// The ending of a file of this form; `None` if it leaves as no file.
    pub fn ending(self) -> Option<&'static str> {
        match self {
            Self::Picture => Some("png"),
            Self::Word => Some("docx"),
            Self::Excel => Some("xlsx"),
            Self::Page => Some("html"),
            Self::Text | Self::Print => None,
        }
    }

    /// What browsers call a file of this form; `None` if it leaves as no file.
    pub fn media_type(self) -> Option<&'static str> {
        match self {
            Self::Picture => Some("image/png"),
            Self::Word => {
                Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            }
            Self::Excel => {
                Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            }
            Self::Page => Some("text/html"),
            Self::Text | Self::Print => None,
        }
    }
}
