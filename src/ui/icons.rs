//! The icons (图标), as one sprite and a component that shows one of them.
//!
//! Not here: any meaning. An icon always stands beside a word and is hidden from screen readers.

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
    /// A calendar: falls due.
    Calendar,
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
            Self::Calendar => "#i-calendar",
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

/// All icons and the shapes of the pictures, once in the page. It draws nothing by itself.
#[component]
pub fn IconSprite() -> impl IntoView {
    view! {
        <svg class="unseen" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="hatch" width="4" height="8" />
                </pattern>
                <path id="star" d="M24 3.6l6.3 12.9 14.2 2-10.3 9.9 2.5 14.1L24 35.8l-12.7 6.7 2.5-14.1L3.5 18.5l14.2-2z" />
            </defs>
            <symbol id="i-check" viewBox="0 0 24 24"><path d="M4 12.5l5.5 5.5L20 6.5" /></symbol>
            <symbol id="i-half" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" /><path fill="currentColor" stroke="none" d="M12 3a9 9 0 0 0 0 18z" /></symbol>
            <symbol id="i-cross" viewBox="0 0 24 24"><path d="M5.5 5.5l13 13m0-13l-13 13" /></symbol>
            <symbol id="i-dash" viewBox="0 0 24 24"><path d="M5 12h14" /></symbol>
            <symbol id="i-ring" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" /></symbol>
            <symbol id="i-lock" viewBox="0 0 24 24"><rect x="4.5" y="10.5" width="15" height="10" rx="2" /><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" /></symbol>
            <symbol id="i-home" viewBox="0 0 24 24"><path d="M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z" /></symbol>
            <symbol id="i-assess" viewBox="0 0 24 24"><path d="M9 4.5h6m-7-1h8v3H8zM8 5H5v16h14V5h-3M8.5 14l2.5 2.5 4.5-5" /></symbol>
            <symbol id="i-list" viewBox="0 0 24 24"><path d="M9.5 6H20M9.5 12H20M9.5 18H20M4.5 6h.5M4.5 12h.5M4.5 18h.5" /></symbol>
            <symbol id="i-person" viewBox="0 0 24 24"><circle cx="12" cy="8" r="4" /><path d="M4 20.5c1-5 4-6.5 8-6.5s7 1.5 8 6.5" /></symbol>
            <symbol id="i-back" viewBox="0 0 24 24"><path d="M15 5l-7 7 7 7" /></symbol>
            <symbol id="i-forward" viewBox="0 0 24 24"><path d="M9 5l7 7-7 7" /></symbol>
            <symbol id="i-down" viewBox="0 0 24 24"><path d="M5 9l7 7 7-7" /></symbol>
            <symbol id="i-plus" viewBox="0 0 24 24"><path d="M12 5v14M5 12h14" /></symbol>
            <symbol id="i-minus" viewBox="0 0 24 24"><path d="M5 12h14" /></symbol>
            <symbol id="i-warning" viewBox="0 0 24 24"><path d="M12 3.5L22 20.500H2zM12 10v4.500M12 17.500v.1" /></symbol>
            <symbol id="i-info" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" /><path d="M12 11v5.500M12 7.500v.1" /></symbol>
            <symbol id="i-undo" viewBox="0 0 24 24"><path d="M8 4L3.5 8.5 8 13M4 8.500h9.500a6 6 0 0 1 0 12H8" /></symbol>
            <symbol id="i-export" viewBox="0 0 24 24"><path d="M12 3v12m-5-5l5 5 5-5M4 16v4.500h16V16" /></symbol>
            <symbol id="i-import" viewBox="0 0 24 24"><path d="M12 15V3M7 8l5-5 5 5M4 16v4.500h16V16" /></symbol>
            <symbol id="i-copy" viewBox="0 0 24 24"><rect x="8.5" y="8.5" width="12" height="12" rx="2" /><path d="M15.5 8.500v-5h-12v12h5" /></symbol>
            <symbol id="i-print" viewBox="0 0 24 24"><path d="M7 9V3.500h10V9M7 17H3.500V9h17v8H17M7 14.500h10v6H7z" /></symbol>
            <symbol id="i-bin" viewBox="0 0 24 24"><path d="M4 6.500h16M9 6.500V3.500h6v3M6 6.500l1 14h10l1-14M10 10.500v6M14 10.500v6" /></symbol>
            <symbol id="i-pen" viewBox="0 0 24 24"><path d="M4 20l1-4.500L16.5 4 20 7.5 8.5 19zM14 6.500l3.5 3.5" /></symbol>
            <symbol id="i-link" viewBox="0 0 24 24"><path d="M10 14a4 4 0 0 0 5.7 0l3.5-3.500a4 4 0 0 0-5.7-5.700L12 6.300M14 10a4 4 0 0 0-5.7 0l-3.5 3.500a4 4 0 0 0 5.7 5.700l1.5-1.5" /></symbol>
            <symbol id="i-calendar" viewBox="0 0 24 24"><rect x="3.5" y="5" width="17" height="15.5" rx="2" /><path d="M3.5 10h17M8 3v4M16 3v4" /></symbol>
        </svg>
    }
}
