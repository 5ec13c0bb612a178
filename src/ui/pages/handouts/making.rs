//! Making a handout into a picture, a Word document or an Excel workbook, which takes a moment
//! (生成).
//!
//! Not here: what is shown of it (`made`), and the making itself (`platform`).

use crate::exchange::chat_parts::{Carrier, cut_file};
use crate::exchange::file_name;
use crate::exchange::office::OfficeFault;
use crate::handout::form::FormMaking;
use crate::handout::{Handout, HandoutForm, picture};
use crate::platform::PlatformError;
use crate::platform::canvas::Canvas;
use crate::platform::office::{self, OfficeError};
use crate::platform::sharing::HandedFile;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How far the making is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Making {
    /// Nothing was asked for.
    #[default]
    Nothing,
    /// This form is being made.
    OnItsWay(HandoutForm),
    /// These files were made, one or several pictures.
    Made(Arc<Vec<Made>>),
    /// What makes this form could not be downloaded.
    NotLoaded(HandoutForm),
    /// It does not fit into this form.
    TooLarge,
    /// It could not be made.
    Failed,
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub file: HandedFile,
    /// Of a picture, the address by which the page shows it, and its width and height in pixels.
    pub shown: Option<(String, u32, u32)>,
    /// Whether a file of the app goes along in it.
    pub carries_data: bool,
}

/// Makes a form of a handout. `data` makes the file of the app that goes along in a workbook. What
/// an earlier tap has asked for is not shown any more.
pub fn make(
    form: HandoutForm,
    handout: Handout,
    data: Option<Callback<(), Option<String>>>,
    making: RwSignal<Making>,
) {
    making.set(Making::OnItsWay(form));
    spawn_local(async move {
        let made = match form.makes() {
            FormMaking::Picture => {
                let drawn = pictures(form, &handout).await;
                drawn.map_err(OfficeError::Failed)
            }
            FormMaking::Word => office::word(&handout)
                .await
                .map(|bytes| one(form, &handout, bytes, false)),
            FormMaking::Workbook => {
                let data = data.and_then(|make| make.run(()));
                let carried = data.and_then(|data| cut_file(&data, Carrier::Message));
                let carried = carried.unwrap_or_default();
                let bytes = office::workbook(&handout, &carried).await;
                bytes.map(|bytes| one(form, &handout, bytes, !carried.is_empty()))
            }
            FormMaking::Text(write) => {
                let bytes = write(&handout).into_bytes();
                Ok(one(form, &handout, bytes, false))
            }
            FormMaking::Page | FormMaking::Print => Ok(Vec::new()),
        };
        // The user may have gone, or asked for another form.
        if making.try_get_untracked() != Some(Making::OnItsWay(form)) {
            return;
        }
        making.set(match made {
            Ok(made) => Making::Made(Arc::new(made)),
            Err(OfficeError::NotLoaded) => Making::NotLoaded(form),
            Err(OfficeError::Refused(OfficeFault::TooLarge)) => Making::TooLarge,
            Err(OfficeError::Refused(_) | OfficeError::Failed(_)) => Making::Failed,
        });
    });
}

fn one(form: HandoutForm, handout: &Handout, bytes: Vec<u8>, carries_data: bool) -> Vec<Made> {
    vec![Made {
        file: file(form, &handout.file_name, bytes),
        shown: None,
        carries_data,
    }]
}

async fn pictures(form: HandoutForm, handout: &Handout) -> Result<Vec<Made>, PlatformError> {
    let canvas = Canvas::new()?;
    let pieces = picture::pieces(handout, &canvas);
    let count = pieces.len();
    let mut made = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        let drawn = canvas.draw(piece).await?;
        let title = match count {
            1 => handout.file_name.clone(),
            _ => format!("{} {}", handout.file_name, place + 1),
        };
        made.push(Made {
            file: file(form, &title, drawn.png),
            shown: Some((drawn.address, drawn.width, drawn.height)),
            carries_data: false,
        });
    }
    Ok(made)
}

fn file(form: HandoutForm, title: &str, bytes: Vec<u8>) -> HandedFile {
    HandedFile {
        name: file_name::handout(title, form.ending().unwrap_or_default()),
        media_type: form.media_type().unwrap_or_default(),
        bytes,
    }
}
