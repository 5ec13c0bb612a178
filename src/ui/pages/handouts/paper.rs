//! A handout as it stands on paper (预览), on the screen and for the printer.
//!
//! Not here: the page of it that is handed out (`handout::html`), which has the same looks.

use crate::handout::html::LOOKS;
use crate::handout::phrases::phrases;
use crate::handout::unbroken::{Piece, pieces, with_firm_spaces};
use crate::handout::{Align, Block, Handout, Orientation, Row, RowKind, Table, Tone};
use crate::platform::style_sheet;
use leptos::html::col;
use leptos::prelude::*;
use std::cell::Cell;

/// A handout as it stands on paper.
#[component]
pub fn Paper(
    /// The handout.
    handout: Handout,
) -> impl IntoView {
    follow_looks();
    let class = match handout.orientation {
        _ if handout.is_letter() => "handout letter",
        Orientation::Portrait => "handout",
        Orientation::Landscape => "handout lying",
    };
    let joined = handout.blocks.iter().map(|block| match block {
        Block::Table(table) => Some(handout.joined(table)),
        _ => None,
    });
    let joined: Vec<Option<Table>> = joined.collect();
    let subtitle =
        (!handout.subtitle.is_empty()).then(|| view! { <p class="under">{handout.subtitle}</p> });
    let foot = (!handout.foot.is_empty()).then(|| view! { <footer>{handout.foot}</footer> });
    let title = phrases(&handout.title).into_iter().map(|phrase| {
        // The space before the next phrase stands outside of it, or the line would not be broken.
        let (words, behind) = phrase.split_at(phrase.trim_end().len());
        view! {
            <span>{words.to_owned()}</span>
            {behind.to_owned()}
        }
    });
    let blocks = handout.blocks.into_iter().zip(joined);
    view! {
        <article class=class>
            <h2>{title.collect_view()}</h2>
            {subtitle}
            {blocks.map(|(one, joined)| block(one, joined, handout.orientation)).collect_view()}
            {foot}
        </article>
    }
}

thread_local! {
    static FOLLOWS_LOOKS: Cell<bool> = const { Cell::new(false) };
}

/// The looks come with the papers: no other page has any use for them.
fn follow_looks() {
    // Without them a paper is plain, and can be read.
    if !FOLLOWS_LOOKS.replace(true) {
        let _ = style_sheet::follow(LOOKS);
    }
}

/// A block; of a table also what it is joined to.
fn block(block: Block, joined: Option<Table>, orientation: Orientation) -> AnyView {
    match block {
        Block::Heading(text) => view! { <h3>{text}</h3> }.into_any(),
        Block::Paragraph { text, tone } => {
            let class = match tone {
                Tone::Text => None,
                Tone::Strong => Some("strong"),
                Tone::Small => Some("small"),
                Tone::Address => Some("address"),
                Tone::Closing => Some("closing"),
            };
            view! { <p class=class>{text}</p> }.into_any()
        }
        Block::Facts(facts) => {
            let facts = facts.into_iter().map(|(name, value)| {
                view! {
                    <div>
                        <dt>{name}</dt>
                        <dd>{with_firm_spaces(&value)}</dd>
                    </div>
                }
            });
            view! { <dl>{facts.collect_view()}</dl> }.into_any()
        }
        Block::Table(table) => {
            let joined = joined.unwrap_or_else(|| table.clone());
            view! { <PaperTable table=table joined=joined orientation=orientation /> }.into_any()
        }
        Block::Signatures(signs) => {
            let signs = signs.into_iter().map(|sign| view! { <span>{sign}</span> });
            view! { <div class="signs">{signs.collect_view()}</div> }.into_any()
        }
        Block::Lines(count) => (0..count)
            .map(|_| view! { <div class="line"></div> })
            .collect_view()
            .into_any(),
        Block::PageBreak => view! { <div class="new-page"></div> }.into_any(),
    }
}

#[component]
fn PaperTable(table: Table, joined: Table, orientation: Orientation) -> impl IntoView {
    let caption =
        (!table.caption.is_empty()).then(|| view! { <caption>{table.caption.clone()}</caption> });
    let widths = |percents: Vec<String>| {
        let widths = percents.into_iter();
        widths
            .map(|percent| col().attr("width", percent))
            .collect_view()
    };
    let on_phone = joined.percents_on_phone().map(|percents| {
        view! { <colgroup class="on-phone">{widths(percents)}</colgroup> }
    });
    let widths = widths(joined.percents(orientation));
    let heads = table.columns.iter();
    let heads = heads.map(|column| view! { <th scope="col">{with_firm_spaces(&column.head)}</th> });
    let heads = heads.collect_view();
    let is_wide = joined.is_wide();
    let rows = table.rows.iter().map(|row| table_row(row, &table, is_wide));
    let rows = rows.collect_view();
    view! {
        <table class=is_wide.then_some("wide")>
            {caption}
            {on_phone}
            <colgroup>{widths}</colgroup>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// In a wide table each cell says what its column is, for phones, which show no heads of columns.
fn table_row(row: &Row, table: &Table, is_wide: bool) -> AnyView {
    let class = match row.kind {
        RowKind::Item => row.is_to_write_in().then_some("pen"),
        RowKind::Group => Some("group"),
        RowKind::Total => Some("total"),
    };
    let mut place = 0;
    let cells = row.cells.iter().map(|cell| {
        let column = table.columns.get(place);
        place += usize::from(cell.span.max(1));
        let span = (cell.span > 1).then(|| cell.span.to_string());
        let text = cell_text(&cell.text);
        if row.kind == RowKind::Group {
            return view! { <th colspan=span>{text}</th> }.into_any();
        }
        let class = match column.map(|column| column.align) {
            Some(Align::Middle) => Some("middle"),
            Some(Align::End) => Some("end"),
            Some(Align::Start) | None => None,
        };
        let head = column.filter(|_| is_wide).map(|column| column.head.clone());
        view! { <td class=class colspan=span data-head=head>{text}</td> }.into_any()
    });
    view! { <tr class=class>{cells.collect_view()}</tr> }.into_any()
}

/// The text of a cell. What has several pieces is one thing beside the head of its column.
fn cell_text(text: &str) -> AnyView {
    let pieces = pieces(text);
    let is_one = pieces.len() <= 1;
    let shown = pieces.into_iter().map(|piece| match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Box(text) => view! { <span class="box">{text}</span> }.into_any(),
        Piece::Choice(text) => view! { <span class="choice">{text}</span> }.into_any(),
    });
    let shown = shown.collect_view();
    match is_one {
        true => shown.into_any(),
        false => view! { <div>{shown}</div> }.into_any(),
    }
}
