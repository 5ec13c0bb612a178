//! Mounts the app. Nothing else happens here.

#[cfg(target_arch = "wasm32")]
fn main() {
    wuxing::ui::mount::start();
}

/// The app has no other home than the browser; elsewhere there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
