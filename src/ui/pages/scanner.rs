//! Scanning codes (扫二维码): what the camera sees, how many have come, and a picture of a code where
//! there is no camera.
//!
//! Not here: the camera (`platform`), reading codes (`exchange::qr`), and what they amount to,
//! which whoever opened this is told.

use crate::exchange::chat_parts;
use crate::exchange::qr::{Picture, read};
use crate::platform::PlatformError;
use crate::platform::asking::pause;
use crate::platform::camera::{Camera, Pixels, pixels_of_file};
use crate::ui::components::{ActionRow, Button, FileButton, Notice, NoticeKind};
use crate::ui::parts::Scanning;
use crate::ui::speech::texts;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{File, HtmlVideoElement};

/// How long the phone rests between two looks, in milliseconds.
const BETWEEN_LOOKS_MS: i32 = 80;

/// How far the camera is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    Asking,
    Looking,
    Denied,
    Missing,
}

/// What was seen last, where it is nothing that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Odd {
    /// A code that is not of this app.
    Foreign,
    /// A picture without a code.
    NoCode,
}

/// What the camera sees, until all is here or the user stops.
#[component]
pub fn Scanner(scanning: Scanning) -> impl IntoView {
    let words = &texts().receiving;
    let sight = RwSignal::new(Sight::Asking);
    let odd = RwSignal::new(None::<Odd>);
    let video = NodeRef::<html::Video>::new();
    Effect::new(move |_| {
        if let Some(video) = video.get() {
            spawn_local(look(video, scanning, sight, odd));
        }
    });
    let trouble = move || match sight.get() {
        Sight::Denied => Some(words.scan_denied),
        Sight::Missing => Some(words.scan_missing),
        Sight::Asking | Sight::Looking => None,
    };
    let now = move || match (sight.get(), scanning.progress.get()) {
        (Sight::Asking, _) => words.scan_asking.to_owned(),
        (_, progress) if !progress.is_empty() => progress,
        (Sight::Looking, _) => words.scan_waiting.to_owned(),
        _ => String::new(),
    };
    let is_on = move || trouble().is_none();
    view! {
        <h2>{words.scan_title}</h2>
        <Show when=is_on>
            <p>{words.scan_intro}</p>
        </Show>
        <video
            node_ref=video
            class="camera"
            hidden=move || !is_on()
            aria-label=words.scan_camera
            playsinline=true
            muted=true
        ></video>
        {move || trouble().map(|text| view! { <Notice kind=NoticeKind::Warning text=text /> })}
        <p class="code-number" role="status">{now}</p>
        <Oddity odd=odd />
        <ActionRow>
            <PictureButton scanning=scanning odd=odd />
            <Button label=words.scan_stop on_press=scanning.on_stop />
        </ActionRow>
    }
}

/// What was seen and is nothing that was looked for.
#[component]
fn Oddity(odd: RwSignal<Option<Odd>>) -> impl IntoView {
    let words = &texts().receiving;
    move || {
        let text = match odd.get()? {
            Odd::Foreign => words.scan_foreign,
            Odd::NoCode => words.scan_picture_none,
        };
        Some(view! { <Notice kind=NoticeKind::Warning text=text /> })
    }
}

/// The button for pictures of codes.
#[component]
fn PictureButton(scanning: Scanning, odd: RwSignal<Option<Odd>>) -> impl IntoView {
    let words = &texts().receiving;
    let choose = Callback::new(move |files: Vec<File>| {
        spawn_local(async move {
            for file in files {
                let pixels = pixels_of_file(&file).await.unwrap_or_default();
                let texts = codes(&pixels);
                if texts.is_empty() {
                    let _ = odd.try_set(Some(Odd::NoCode));
                }
                if take(texts, scanning, odd) {
                    return;
                }
            }
        });
    });
    view! {
        <FileButton label=words.scan_picture accept="image/*" several=true on_choose=choose />
    }
}

/// Looks through the camera again and again, until all is here or the page is left.
async fn look(
    video: HtmlVideoElement,
    scanning: Scanning,
    sight: RwSignal<Sight>,
    odd: RwSignal<Option<Odd>>,
) {
    let mut camera = match Camera::open(video).await {
        Ok(camera) => camera,
        Err(error) => {
            let why = match error {
                PlatformError::Denied => Sight::Denied,
                _ => Sight::Missing,
            };
            let _ = sight.try_set(why);
            return;
        }
    };
    // A signal of a page that was left takes nothing.
    let is_left = || sight.try_get_untracked().is_none();
    let _ = sight.try_set(Sight::Looking);
    let mut last = Vec::new();
    while !is_left() {
        let texts = match camera.codes().await {
            Some(texts) => texts,
            None => camera
                .pixels()
                .map(|pixels| codes(&pixels))
                .unwrap_or_default(),
        };
        if is_left() {
            return;
        }
        if !texts.is_empty() && texts != last {
            last.clone_from(&texts);
            if take(texts, scanning, odd) {
                return;
            }
        }
        pause(BETWEEN_LOOKS_MS).await;
    }
}

fn codes(pixels: &Pixels) -> Vec<String> {
    read(&Picture::of_colours(pixels.width, &pixels.colours))
}

/// Hands on what was read. Says whether all is here by now.
fn take(texts: Vec<String>, scanning: Scanning, odd: RwSignal<Option<Odd>>) -> bool {
    for text in texts {
        let is_foreign = chat_parts::find(&text).is_empty();
        let _ = odd.try_set(is_foreign.then_some(Odd::Foreign));
        if !is_foreign && scanning.on_text.try_run(text) == Some(true) {
            return true;
        }
    }
    false
}
