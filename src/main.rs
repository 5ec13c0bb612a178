//! Mounts the app. Nothing else happens here.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    leptos::mount::mount_to_body(|| view! { <main><h1>"五基五星自评"</h1></main> });
}

/// The app has no other home than the browser; elsewhere there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
