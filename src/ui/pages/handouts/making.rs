//! Making a handout into a picture, a Word document or an Excel workbook, which takes a moment
//! (生成).
//!
//! Not here: what is shown of it (`made`), and the making itself (`platform`).

use crate::exchange::file_name;
use crate::exchange::office::OfficeFault;
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
}

/// Makes a form of a handout. What an earlier tap has asked for is not shown any more.
pub fn make(form: HandoutForm, handout: Handout, making: RwSignal<Making>) {
    making.set(Making::OnItsWay(form));
    spawn_local(async move {
        let made = match form {
            HandoutForm::Picture => pictures(&handout).await.map_err(OfficeError::Failed),
            HandoutForm::Word => office::word(&handout)
                .await
                .map(|bytes| one(form, &handout, bytes)),
            HandoutForm::Excel => {
                let bytes = office::workbook(&handout).await;
                bytes.map(|bytes| one(form, &handout, bytes))
            }
            HandoutForm::Page | HandoutForm::Text | HandoutForm::Print => Ok(Vec::new()),
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

fn one(form: HandoutForm, handout: &Handout, bytes: Vec<u8>) -> Vec<Made> {
    vec![Made {
        file: file(form, &handout.file_name, bytes),
        shown: None,
    }]
}

async fn pictures(handout: &Handout) -> Result<Vec<Made>, PlatformError> {
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
            file: file(HandoutForm::Picture, &title, drawn.png),
            shown: Some((drawn.address, drawn.width, drawn.height)),
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
