//! Memory (内存): as much of it as the app usually needs is asked for once, before anything else.
//!
//! Otherwise it grows in many small steps, at each of which every view of it in JavaScript is made
//! anew. It does not keep WebKit from stopping the app now and then, as was hoped: that was seen
//! with it as well (`public/gate.js` has the app open again). Not here: what is kept in it.

use std::hint::black_box;

/// How much, in bytes. The example, which has a whole year, comes to 4.5 MB in Chromium with all
/// its pages opened one after the other; twice that leaves room for a busier one.
const USUAL: usize = 8 * 1024 * 1024;

/// Has the memory grow to what is usual. Where there is less, it grows as before.
#[inline(always)]
pub fn reserve() {
    let mut room = Vec::<u8>::new();
    let is_there = room.try_reserve_exact(USUAL).is_ok();
    // Given back at once, it stays with the allocator, which gives nothing back to the browser.
    black_box((is_there, room));
}
