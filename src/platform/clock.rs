//! The device's clock.
//!
//! Not here: dates and quarters (`period`).

use js_sys::Date;

use crate::effects::Clock;

/// The browser's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserClock;

#[expect(
    clippy::disallowed_methods,
    reason = "this is the adapter that the ban points to"
)]
impl Clock for BrowserClock {
    fn now_ms(&self) -> i64 {
        Date::now() as i64
    }

    fn offset_minutes(&self) -> i32 {
        -(Date::new_0().get_timezone_offset() as i32)
    }
}
