//! Long work in turns with the browser (分段处理): a few milliseconds of steps, then whatever the user
//! did meanwhile, then the next steps.
//!
//! Not here: the steps, and saying how far they are.

use leptos::prelude::set_timeout;
use std::ops::ControlFlow;
use std::time::Duration;

/// How long the steps of one turn may take, in milliseconds: a tap is answered before anybody
/// notices that it waited.
const ONE_TURN_MS: i64 = 25;

/// Takes steps until one breaks off, the first of them at once. A step that does not says how far
/// the work is; after each turn `rest` is told, and the browser has its own.
pub fn take_turns<Progress: 'static>(
    now_ms: impl Fn() -> i64 + 'static,
    mut step: impl FnMut() -> ControlFlow<(), Progress> + 'static,
    rest: impl Fn(Progress) + 'static,
) {
    if let ControlFlow::Continue(progress) = one_turn(&now_ms, &mut step) {
        rest(progress);
        set_timeout(move || take_turns(now_ms, step, rest), Duration::ZERO);
    }
}

/// Takes steps for as long as one turn may last. Says whether there is more to do; the browser is
/// to have its own before that.
pub fn take_a_turn(now_ms: &impl Fn() -> i64, mut step: impl FnMut() -> bool) -> bool {
    let mut once = || match step() {
        true => ControlFlow::Continue(()),
        false => ControlFlow::Break(()),
    };
    one_turn(now_ms, &mut once).is_continue()
}

fn one_turn<Progress>(
    now_ms: &impl Fn() -> i64,
    step: &mut impl FnMut() -> ControlFlow<(), Progress>,
) -> ControlFlow<(), Progress> {
    let since = now_ms();
    loop {
        let progress = step()?;
        // A clock that is set back ends the turn, too.
        if !(0..ONE_TURN_MS).contains(&(now_ms() - since)) {
            return ControlFlow::Continue(progress);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_turn_ends_when_its_time_is_up() {
        fn check(step_ms: i64, all: usize, expected: usize) {
            let (now_ms, steps) = (Cell::new(1_000), Cell::new(0));
            let mut step = || {
                now_ms.set(now_ms.get() + step_ms);
                steps.set(steps.get() + 1);
                match steps.get() == all {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                }
            };
            let ended = one_turn(&|| now_ms.get(), &mut step).is_break();
            assert_eq!((steps.get(), ended), (expected, expected == all));
        }

        check(1, 5, 5);
        check(1, 100, 25);
        check(10, 100, 3);
        check(500, 100, 1);
        check(-1, 100, 1);
        check(0, 1_000, 1_000);
    }
}
