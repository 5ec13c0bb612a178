//! What a camera sees, and what is in a picture of the album (镜头、相册): as pixels, and by the
//! browser's own reader of codes where it has one.
//!
//! Not here: what codes say, and reading them from pixels (`exchange::qr`).

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlVideoElement, ImageBitmap};

use super::{PlatformError, asking};

/// The longest side of what a camera sees, in pixels: enough for a code that fills half of it, and
/// little enough for a slow phone to read it several times a second.
const LONGEST_SIDE_OF_CAMERA: u32 = 800;

/// The longest side of a picture of the album, in pixels.
const LONGEST_SIDE_OF_PICTURE: u32 = 1_600;

/// Pixels, row by row, each with red, green, blue and how opaque it is, from 0 to 255.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pixels {
    /// How many there are in a row.
    pub width: usize,
    /// All of them.
    pub colours: Vec<u8>,
}

/// A camera that is on. It goes off when this is dropped.
pub struct Camera {
    stream: JsValue,
    video: HtmlVideoElement,
    canvas: HtmlCanvasElement,
    reader: Option<JsValue>,
}

impl Camera {
    /// Turns the camera at the back of the device on, or any other where there is none, and shows
    /// in `video` what it sees. The user is asked by the browser.
    ///
    /// # Errors
    /// [`PlatformError::Denied`] if the user or a setting does not allow it, and another error if
    /// there is no camera.
    pub async fn open(video: HtmlVideoElement) -> Result<Self, PlatformError> {
        let devices = asking::of_navigator("mediaDevices").ok_or(PlatformError::Unavailable)?;
        let wanted = wanted().map_err(|thrown| PlatformError::of(&thrown))?;
        let stream = asking::ask(&devices, "getUserMedia", &Array::of1(&wanted)).await?;
        let camera = Self {
            stream,
            video,
            canvas: canvas().map_err(|thrown| PlatformError::of(&thrown))?,
            reader: reader(),
        };
        let shown = Reflect::set(&camera.video, &"srcObject".into(), &camera.stream);
        shown.map_err(|thrown| PlatformError::of(&thrown))?;
        asking::ask(&camera.video, "play", &Array::new()).await?;
        Ok(camera)
    }

    /// The codes that the browser's own reader finds now; `None` if it has none, or none that
    /// works.
    pub async fn codes(&mut self) -> Option<Vec<String>> {
        let reader = self.reader.as_ref()?;
        match asking::ask(reader, "detect", &Array::of1(&self.video)).await {
            Ok(found) => {
                let found = Array::from(&found);
                let texts = found.iter().filter_map(|code| {
                    let text = Reflect::get(&code, &"rawValue".into()).ok()?;
                    text.as_string()
                });
                Some(texts.collect())
            }
            Err(_) => {
                // On many phones it is there in name alone.
                self.reader = None;
                None
            }
        }
    }

    /// What the camera sees now; `None` if it does not say.
    pub fn pixels(&self) -> Option<Pixels> {
        let (width, height) = (self.video.video_width(), self.video.video_height());
        let size = fitted(width, height, LONGEST_SIDE_OF_CAMERA)?;
        let draw = |context: &CanvasRenderingContext2d| {
            context.draw_image_with_html_video_element_and_dw_and_dh(
                &self.video,
                0.0,
                0.0,
                f64::from(size.0),
                f64::from(size.1),
            )
        };
        drawn(&self.canvas, size, draw).ok()
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        let tracks: Option<Function> = Reflect::get(&self.stream, &"getTracks".into())
            .ok()
            .and_then(|method| method.dyn_into().ok());
        let tracks = tracks.and_then(|tracks| tracks.call0(&self.stream).ok());
        for track in Array::from(&tracks.unwrap_or_default()).iter() {
            let stop = Reflect::get(&track, &"stop".into());
            let stop = stop.ok().and_then(|stop| stop.dyn_into::<Function>().ok());
            // A camera that does not go off by itself goes off with the page.
            let _ = stop.map(|stop| stop.call0(&track));
        }
        let _ = Reflect::set(&self.video, &"srcObject".into(), &JsValue::NULL);
    }
}

/// The pixels of a picture in a file.
///
/// # Errors
/// When it is no picture that the browser knows.
pub async fn pixels_of_file(file: &File) -> Result<Pixels, PlatformError> {
    let of = |thrown: JsValue| PlatformError::of(&thrown);
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    let asked: Promise = window.create_image_bitmap_with_blob(file).map_err(of)?;
    let picture: ImageBitmap = JsFuture::from(asked).await.map_err(of)?.unchecked_into();
    let size = fitted(picture.width(), picture.height(), LONGEST_SIDE_OF_PICTURE);
    let size = size.ok_or(PlatformError::Unavailable)?;
    let draw = |context: &CanvasRenderingContext2d| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(
            &picture,
            0.0,
            0.0,
            f64::from(size.0),
            f64::from(size.1),
        )
    };
    drawn(&canvas().map_err(of)?, size, draw).map_err(of)
}

/// The same shape with no side longer than `longest`; `None` if there is nothing.
fn fitted(width: u32, height: u32, longest: u32) -> Option<(u32, u32)> {
    let side = width.max(height);
    if width == 0 || height == 0 {
        return None;
    }
    let fitted = |length: u32| match side > longest {
        true => (u64::from(length) * u64::from(longest) / u64::from(side)).max(1),
        false => u64::from(length),
    };
    Some((
        u32::try_from(fitted(width)).ok()?,
        u32::try_from(fitted(height)).ok()?,
    ))
}

fn drawn(
    canvas: &HtmlCanvasElement,
    (width, height): (u32, u32),
    draw: impl FnOnce(&CanvasRenderingContext2d) -> Result<(), JsValue>,
) -> Result<Pixels, JsValue> {
    canvas.set_width(width);
    canvas.set_height(height);
    let options = Object::new();
    Reflect::set(&options, &"willReadFrequently".into(), &true.into())?;
    let context = canvas.get_context_with_context_options("2d", &options)?;
    let context: CanvasRenderingContext2d = context.ok_or(JsValue::NULL)?.dyn_into()?;
    draw(&context)?;
    let data = context.get_image_data(0.0, 0.0, f64::from(width), f64::from(height))?;
    Ok(Pixels {
        width: usize::try_from(width).unwrap_or(0),
        colours: data.data().0,
    })
}

fn canvas() -> Result<HtmlCanvasElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let canvas = document.ok_or(JsValue::NULL)?.create_element("canvas")?;
    canvas.dyn_into().map_err(JsValue::from)
}

/// The camera that is asked for.
fn wanted() -> Result<JsValue, JsValue> {
    let at_the_back = Object::new();
    Reflect::set(&at_the_back, &"ideal".into(), &"environment".into())?;
    let wide = Object::new();
    Reflect::set(&wide, &"ideal".into(), &1_280.into())?;
    let video = Object::new();
    Reflect::set(&video, &"facingMode".into(), &at_the_back)?;
    Reflect::set(&video, &"width".into(), &wide)?;
    let wanted = Object::new();
    Reflect::set(&wanted, &"video".into(), &video)?;
    Reflect::set(&wanted, &"audio".into(), &false.into())?;
    Ok(wanted.into())
}

/// The browser's own reader of codes, if it has one.
fn reader() -> Option<JsValue> {
    let window = web_sys::window()?;
    let kind = Reflect::get(&window, &"BarcodeDetector".into()).ok()?;
    let options = Object::new();
    Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
    let kind: Function = kind.dyn_into().ok()?;
    Reflect::construct(&kind, &Array::of1(&options)).ok()
}
