//! Showing a native dialog as its owner says (显示与收起).
//!
//! Not here: what is in it (`dialog`, `sheet`).

use leptos::html;
use leptos::prelude::*;

/// Shows a dialog while `open` holds, and takes it away when it no longer does; `after` is called
/// when it was taken away.
pub fn show_as(
    open: Signal<bool>,
    node: NodeRef<html::Dialog>,
    after: impl Fn() + Send + Sync + 'static,
) {
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if wanted && !dialog.open() {
            // A dialog that cannot be shown as modal is shown plainly rather than not at all.
            if dialog.show_modal().is_err() {
                dialog.show();
            }
        } else if !wanted && dialog.open() {
            dialog.close();
            after();
        }
    });
}
