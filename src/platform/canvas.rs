//! Drawing a picture in the browser (画图): how wide texts are, and a piece of a picture as a PNG, on
//! white paper whatever the theme.
//!
//! Not here: where everything stands (`handout::picture`), and handing the picture over.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, FileReader, HtmlCanvasElement};

use super::PlatformError;
use super::asking::ask;
use crate::handout::picture::{Font, Ink, Mark, Measure, Piece};

/// The fonts of phones and computers in which Chinese is read well, as in the page of a handout.
const FAMILIES: &str = "system-ui, \"PingFang SC\", \"HarmonyOS Sans SC\", MiSans, \
                        \"Noto Sans CJK SC\", \"Microsoft YaHei\", sans-serif";
/// The paper. A picture is looked at in chats and printed, whatever looks the app has.
const PAPER: &str = "#ffffff";
/// How long the browser may take to write a picture, in milliseconds.
const PATIENCE_MS: i32 = 30_000;

/// A picture as the browser has drawn it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnPicture {
    /// The bytes of a PNG.
    pub png: Vec<u8>,
    /// An address that holds all of it, for an image of the page.
    pub address: String,
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
}

/// What draws: a canvas that is in no page, and its pen.
pub struct Canvas {
    element: HtmlCanvasElement,
    pen: JsValue,
    /// How wide each character is, since the same few hundred come again and again.
    widths: RefCell<Vec<((char, Font), f64)>>,
}

impl Canvas {
    /// A canvas.
    ///
    /// # Errors
    /// When the browser has none.
    pub fn new() -> Result<Self, PlatformError> {
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.ok_or(PlatformError::Unavailable)?;
        let element = document
            .create_element("canvas")
            .map_err(|thrown| refusal(&thrown))?;
        let element: HtmlCanvasElement = element.unchecked_into();
        let pen = element
            .get_context("2d")
            .map_err(|thrown| refusal(&thrown))?;
        Ok(Self {
            pen: pen.ok_or(PlatformError::Unavailable)?.into(),
            element,
            widths: RefCell::default(),
        })
    }

    /// Draws a piece and writes it as a PNG.
    ///
    /// # Errors
    /// When the browser has not the memory for it, or fails.
    pub async fn draw(&self, piece: &Piece) -> Result<DrawnPicture, PlatformError> {
        self.put(piece).map_err(|thrown| refusal(&thrown))?;
        let blob = self.blob().await?;
        let bytes = ask(&blob, "arrayBuffer", &Array::new()).await?;
        let address = address_of(&blob).await?;
        Ok(DrawnPicture {
            png: Uint8Array::new(&bytes).to_vec(),
            address,
            width: piece.width,
            height: piece.height,
        })
    }

    fn put(&self, piece: &Piece) -> Result<(), JsValue> {
        // It also takes away what was drawn before.
        self.element.set_width(piece.width);
        self.element.set_height(piece.height);
        self.set("fillStyle", &PAPER.into())?;
        let (width, height) = (f64::from(piece.width), f64::from(piece.height));
        self.call(
            "fillRect",
            &[0.0.into(), 0.0.into(), width.into(), height.into()],
        )?;
        for mark in &piece.marks {
            match mark {
                Mark::Text {
                    x,
                    baseline,
                    text,
                    font,
                    ink,
                } => {
                    self.set("fillStyle", &colour(*ink).into())?;
                    self.set("font", &described(*font).into())?;
                    let given = [text.into(), (*x).into(), (*baseline).into()];
                    self.call("fillText", &given)?;
                }
                Mark::Box {
                    x,
                    y,
                    width,
                    height,
                    ink,
                } => {
                    self.set("fillStyle", &colour(*ink).into())?;
                    // On whole pixels, or a thin line comes out grey.
                    let given = [x.round(), y.round(), width.round(), height.round()];
                    self.call("fillRect", &given.map(JsValue::from))?;
                }
            }
        }
        Ok(())
    }

    async fn blob(&self) -> Result<Blob, PlatformError> {
        let written = Promise::new(&mut |done, _| {
            let given = Array::of2(&done, &"image/png".into());
            let method = Reflect::get(&self.element, &"toBlob".into());
            let method = method.and_then(JsCast::dyn_into::<Function>);
            if method
                .and_then(|method| method.apply(&self.element, &given))
                .is_err()
            {
                // Answered as by a browser that could not write it.
                let _ = done.call1(&JsValue::NULL, &JsValue::NULL);
            }
        });
        let blob = super::asking::in_time(&written, PATIENCE_MS).await?;
        // A browser that has not the memory for it answers with nothing.
        blob.dyn_into().map_err(|_| PlatformError::QuotaExceeded)
    }

    fn set(&self, property: &str, value: &JsValue) -> Result<(), JsValue> {
        Reflect::set(&self.pen, &property.into(), value).map(|_| ())
    }

    fn call(&self, method: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.pen, &method.into())?.dyn_into()?;
        function.apply(&self.pen, &given.iter().collect::<Array>())
    }

    fn measured(&self, text: &str, font: Font) -> Result<f64, JsValue> {
        self.set("font", &described(font).into())?;
        let measured = self.call("measureText", &[text.into()])?;
        let width = Reflect::get(&measured, &"width".into())?;
        width.as_f64().ok_or(JsValue::NULL)
    }
}

impl Measure for Canvas {
    fn width(&self, text: &str, font: Font) -> f64 {
        text.chars().map(|one| self.width_of(one, font)).sum()
    }
}

impl Canvas {
    fn width_of(&self, character: char, font: Font) -> f64 {
        let key = (character, font);
        let known = |known: &((char, Font), f64)| (known.0.0, known.0.1.size, known.0.1.bold);
        let wanted = (character, font.size, font.bold);
        let found = self.widths.borrow().binary_search_by_key(&wanted, known);
        match found {
            Ok(place) => self.widths.borrow()[place].1,
            Err(place) => {
                let text = character.encode_utf8(&mut [0; 4]).to_owned();
                // A pen that cannot measure draws nothing, either, and says so then.
                let width = self.measured(&text, font).unwrap_or(f64::from(font.size));
                self.widths.borrow_mut().insert(place, (key, width));
                width
            }
        }
    }
}

/// The address of a picture that holds all of it. The page may show images of no other kind.
async fn address_of(blob: &Blob) -> Result<String, PlatformError> {
    let reader = FileReader::new().map_err(|thrown| refusal(&thrown))?;
    let read = Promise::new(&mut |done, refused| {
        reader.set_onload(Some(&done));
        reader.set_onerror(Some(&refused));
        if let Err(thrown) = reader.read_as_data_url(blob) {
            let _ = refused.call1(&JsValue::NULL, &thrown);
        }
    });
    JsFuture::from(read)
        .await
        .map_err(|thrown| refusal(&thrown))?;
    let address = reader.result().map_err(|thrown| refusal(&thrown))?;
    address.as_string().ok_or(PlatformError::Unavailable)
}

fn described(font: Font) -> String {
    let weight = if font.bold { 700 } else { 400 };
    format!("{weight} {}px {FAMILIES}", font.size)
}

fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Full => "#1f1a17",
        Ink::Soft => "#5a5049",
        Ink::Edge => "#8a7f75",
        Ink::Shade => "#f2ede5",
    }
}

fn refusal(thrown: &JsValue) -> PlatformError {
    PlatformError::of(thrown)
}
