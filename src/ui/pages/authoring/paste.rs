//! Where a table comes in: pasted, or from a file; and the drafts that are not finished.
//!
//! Not here: what is read of it (`draft`).

use super::begin::Begin;
use crate::app::state::AppState;
use crate::drafting::{Draft, Table, from_html, from_sheet, from_text};
use crate::exchange::limits;
use crate::exchange::office::Sheet;
use crate::platform::clipboard;
use crate::platform::decode::decode_gbk;
use crate::platform::file_input::read_file;
use crate::platform::office::{self, OfficeError};
use crate::text::authoring;
use crate::ui::components::{
    Button, ButtonLink, EmptyState, FileButton, LinkList, ListLink, NoteField, Notice, NoticeKind,
    Weight,
};
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

/// The page on which a standard of one's own begins.
#[component]
pub fn AuthoringPage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    move || match state.organization.with(Option::is_some) {
        true => view! { <Drafts /><Paste /><Begin /> }.into_any(),
        false => view! {
            <EmptyState text=texts.authoring.no_organization>
                <ButtonLink label=texts.me.first_organization href=Route::Start.to_string() />
            </EmptyState>
        }
        .into_any(),
    }
}

/// The drafts of this device, the latest first.
#[component]
fn Drafts() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().authoring, language());
    let drafts = Memo::new(move |_| {
        state.workspace.with(|workspace| {
            let all = workspace.standards.values().filter(|one| one.unpublished);
            let line = all.map(|one| {
                let pack = &one.pack;
                let scored = pack.stars.iter().map(|star| star.indicators.len());
                let items = pack.indicators().count() + scored.sum::<usize>();
                (one.id, say(&pack.title, language), items)
            });
            line.collect::<Vec<_>>()
        })
    });
    move || {
        let all = drafts.get();
        (!all.is_empty()).then(|| {
            let rows = all.into_iter().map(|(id, title, items)| {
                view! {
                    <ListLink
                        title=title
                        subtitle=(words.draft_line)(items)
                        href=Route::Drafting(id).to_string()
                    />
                }
                .into_any()
            });
            let rows: Vec<AnyView> = rows.collect();
            view! {
                <h2>{words.drafts}</h2>
                <LinkList>{rows}</LinkList>
            }
        })
    }
}

/// A table that comes in. It is a handle: copies speak of the same table.
#[derive(Clone, Copy)]
struct Incoming {
    table: RwSignal<Option<Table>>,
    /// Why there is none, where something came.
    fault: RwSignal<Option<&'static str>>,
    words: &'static authoring::Texts,
}

impl Incoming {
    fn take(self, found: Option<Table>, otherwise: &'static str) {
        self.fault.set(found.is_none().then_some(otherwise));
        self.table.set(found);
    }

    /// What a program copies has merged cells in its HTML form alone.
    fn paste(self, event: &web_sys::Event) {
        let html = clipboard::pasted(event, "text/html");
        let plain = clipboard::pasted(event, "text/plain").unwrap_or_default();
        let in_html = html.as_deref().and_then(from_html);
        let found = in_html.or_else(|| from_text(&plain));
        if !plain.is_empty() || found.is_some() {
            self.take(found, self.words.no_table);
        }
    }

    /// The HTML form that was pasted knows more than the text that the field shows of it.
    fn write(self, text: &str) {
        let found = from_text(text);
        if found.is_some() && self.table.with_untracked(Option::is_none) {
            self.take(found, self.words.no_table);
        }
    }

    fn read(self, files: Vec<File>) {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        spawn_local(async move {
            let bytes = read_file(&file, limits::MOST_BYTES as u64).await;
            let bytes = bytes.unwrap_or_default();
            let (found, otherwise) = match is_workbook(&bytes) {
                true => match office::read_workbook(&bytes).await {
                    Ok(sheets) => (largest(&sheets), self.words.file_unreadable),
                    Err(OfficeError::NotLoaded) => (None, self.words.not_loaded),
                    Err(_) => (None, self.words.file_unreadable),
                },
                false => (table_in(&bytes), self.words.file_unreadable),
            };
            self.take(found, otherwise);
        });
    }
}

/// The field into which a table is pasted, and the way in for files.
#[component]
fn Paste() -> impl IntoView {
    let state = AppState::expect();
    let words: &'static authoring::Texts = &texts().authoring;
    let navigation = Navigation::expect();
    let typed = RwSignal::new(String::new());
    let incoming = Incoming {
        table: RwSignal::new(None),
        fault: RwSignal::new(None),
        words,
    };
    let Incoming { table, fault, .. } = incoming;
    let write = Callback::new(move |text: String| {
        incoming.write(&text);
        typed.set(text);
    });
    let read = Callback::new(move |()| {
        let draft = table.get_untracked().map(Draft::of);
        if let Some(id) = draft.and_then(|draft| state.begin_draft(&draft)) {
            navigation.go(&Route::Drafting(id));
        }
    });
    let received = move || {
        table.with(|table| {
            let table = table.as_ref()?;
            let text = (words.pasted)(table.rows.len(), table.width());
            Some(view! { <Notice kind=NoticeKind::Good text=text /> })
        })
    };
    let faulty = move || {
        let text = fault.get()?;
        Some(view! { <Notice kind=NoticeKind::Warning text=text /> })
    };
    view! {
        <p>{words.intro}</p>
        <div on:paste=move |event| incoming.paste(&event)>
            <NoteField
                label=words.paste
                hint=words.paste_hint
                value=typed
                on_input=write
                lines=4
            />
        </div>
        <div role="status">{received}{faulty}</div>
        <Button
            label=words.read
            weight=Weight::Primary
            enabled=Signal::derive(move || table.with(Option::is_some))
            on_press=read
        />
        <FileButton
            label=words.choose_file
            accept=".xlsx,.xls,.ods,.csv,.tsv,.txt,.htm,.html"
            on_choose=Callback::new(move |files| incoming.read(files))
        />
    }
}

/// Whether a file begins as a workbook does: those of today are archives, those of old have a mark
/// of their own.
fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// The largest table of a workbook.
fn largest(sheets: &[Sheet]) -> Option<Table> {
    let place = |one: u32| usize::try_from(one).unwrap_or(usize::MAX);
    let tables = sheets.iter().filter_map(|sheet| {
        let merged = sheet.merged.iter().map(|cells| {
            let down = place(cells.first_row)..=place(cells.last_row);
            (down, place(cells.first_column)..=place(cells.last_column))
        });
        from_sheet(&sheet.rows, merged)
    });
    tables.max_by_key(|table| table.rows.len())
}

/// The table in a file: text of either encoding, or a page.
fn table_in(bytes: &[u8]) -> Option<Table> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => decode_gbk(bytes).ok()?,
    };
    from_html(&text).or_else(|| from_text(&text))
}
