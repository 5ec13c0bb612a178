//! The icons (图标): their names, and a component that shows one of them.
//!
//! Their shapes stand once in `index.html`, where the browser reads them faster than the app could
//! build them. Not here: any meaning. An icon always stands beside a word and is hidden from screen
//! readers.

use leptos::prelude::*;

/// An icon of the sprite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IconName {
    /// ✓: met, saved, won.
    Check,
    /// ◐: partly met, not finished.
    Half,
    /// ✕: unmet, not won.
    Cross,
    /// –: does not apply, not due.
    Dash,
    /// ○: not looked at yet.
    Ring,
    /// A lock: frozen.
    Lock,
    /// A house: 首页.
    Home,
    /// A page with a tick: 自评.
    Assess,
    /// A list: 清单.
    List,
    /// A person: 我的.
    Person,
    /// To the left: back.
    Back,
    /// To the right: a row opens a page.
    Forward,
    /// Downwards: a fold opens.
    Down,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// An exclamation mark in a triangle.
    Warning,
    /// The letter i in a circle.
    Info,
    /// Turned back: undo.
    Undo,
    /// Arrow into a tray: export.
    Export,
    /// Arrow out of a tray: import.
    Import,
    /// Two sheets: copy.
    Copy,
    /// A printer.
    Print,
    /// A bin.
    Bin,
    /// A pen: written by hand, overridden.
    Pen,
    /// A chain: follows from other items.
    Link,
    /// A magnifying glass: search.
    Search,
    /// A calendar: falls due.
    Calendar,
    /// A field with trees: a village.
    Village,
    /// High houses: a community.
    Community,
    /// A house with columns: an office.
    Office,
    /// A factory: a state-owned enterprise.
    Factory,
    /// A cap: a school or another institution.
    School,
    /// A briefcase: a private firm.
    Firm,
    /// Several persons: a social organisation.
    People,
}

impl IconName {
    /// The address of the icon in the sprite.
    fn address(self) -> &'static str {
        match self {
            Self::Check => "#i-check",
            Self::Half => "#i-half",
            Self::Cross => "#i-cross",
            Self::Dash => "#i-dash",
            Self::Ring => "#i-ring",
            Self::Lock => "#i-lock",
            Self::Home => "#i-home",
            Self::Assess => "#i-assess",
            Self::List => "#i-list",
            Self::Person => "#i-person",
            Self::Back => "#i-back",
            Self::Forward => "#i-forward",
            Self::Down => "#i-down",
            Self::Plus => "#i-plus",
            Self::Minus => "#i-minus",
            Self::Warning => "#i-warning",
            Self::Info => "#i-info",
            Self::Undo => "#i-undo",
            Self::Export => "#i-export",
            Self::Import => "#i-import",
            Self::Copy => "#i-copy",
            Self::Print => "#i-print",
            Self::Bin => "#i-bin",
            Self::Pen => "#i-pen",
            Self::Link => "#i-link",
            Self::Search => "#i-search",
            Self::Calendar => "#i-calendar",
            Self::Village => "#i-village",
            Self::Community => "#i-community",
            Self::Office => "#i-office",
            Self::Factory => "#i-factory",
            Self::School => "#i-school",
            Self::Firm => "#i-firm",
            Self::People => "#i-people",
        }
    }
}

/// One icon, as large as the text beside it.
#[component]
pub fn Icon(
    /// Which one.
    #[prop(into)]
    name: Signal<IconName>,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" viewBox="0 0 24 24">
            <use_ href=move || name.get().address() />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// What stands between each `before` and the next quotation mark.
    fn named<'a>(text: &'a str, before: &str) -> BTreeSet<&'a str> {
        let after = text.split(before).skip(1);
        after.filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_icon_is_in_the_page_and_no_other() {
        let page = include_str!("../../index.html");
        let names = include_str!("icons.rs").split("mod tests").next();
        let asked = named(names.unwrap_or_default(), "=> \"#");
        assert!(asked.len() > 20);
        assert_eq!(named(page, "<symbol id=\""), asked);
    }
}
