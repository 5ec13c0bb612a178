//! What the user sees: one file a page, one file a component.
//!
//! - [`root`]: the frame and the page of the present address ([`route`]).
//! - [`pages`]: one file a page; [`answering`]: the forms they share.
//! - [`parts`]: what is loaded after the first paint; [`lazy_part`]: what stands there until then;
//!   `split_points`: where the parts begin.
//! - [`components`]: the pieces, which know nothing of the app's state.
//! - `bar`: what the bar and the window say; `large_type`: the switch in it at the first start.
//! - [`duty_words`]: what duties, days and records are called; [`naming`]: what organisations are.
//! - `deed_words`: what can be taken back, in words.
//! - [`navigation`]: which page is open; [`update`]: whether a new version waits.
//! - [`trail`]: the way by which the user came; `places`: how a page looks when it is left.
//! - [`recording`]: recording something over the page.
//! - [`explained`]: hard words that open what they mean; [`meaning`]: what they mean.
//! - [`searched_for`]: what was searched for; [`home_reminder`]: what the home page reminds of.
//! - [`devices`]: the browser's edges as pages need them; [`pictures`]: outcomes as pictures.
//! - [`must_line`]: the must-items in one line.
//! - [`profile_form`]: the facts of an organisation, at the start and later.
//! - [`mount`]: joins the state to the browser.
//! - `situation_words`: where the organisation stands, in one sentence.
//! - [`speech`], [`sentences`], [`titles`]: texts in the language that is set.
//! - `turns`: long work in turns with the browser.
//!
//! Not here: what an answer amounts to (`assessment`) or how it is kept (`storage`).

pub mod answering;
pub mod apart;
mod bar;
mod clock_notice;
pub mod components;
mod day_remarks;
mod deed_words;
pub mod devices;
pub mod explained;
pub mod home_reminder;
pub mod icons;
mod large_type;
pub mod lazy_part;
mod list_beside;
pub mod meaning;
pub mod mount;
pub mod must_line;
pub mod naming;
pub mod navigation;
pub mod pages;
pub mod parts;
pub mod pictures;
mod places;
pub mod profile_form;
pub mod recording;
pub mod root;
pub mod route;
pub mod searched_for;
pub mod sentences;
mod situation_words;
pub mod speech;
mod split_points;
pub mod titles;
pub mod trail;
mod turns;
pub mod update;

pub use crate::text::{basis_words, duty_words};
