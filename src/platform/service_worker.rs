//! The service worker: registering it, hearing that a new version waits, and changing over when the
//! person says so. The page never reloads by itself.
//!
//! Not here: what it keeps and serves (`public/service-worker.js`).

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

use super::{Listener, PlatformError, asking};

/// The address of the worker, relative to the page: the app may live in any folder.
const SCRIPT: &str = "service-worker.js";

/// The registered worker.
#[derive(Clone)]
pub struct Updates {
    container: ServiceWorkerContainer,
    registration: ServiceWorkerRegistration,
}

impl Updates {
    /// Registers the worker, and calls `waiting` once whenever a whole new version is there and
    /// waits for the user. The first version of all takes over without a word.
    ///
    /// # Errors
    /// When there are no service workers here: the single file, a page without https, an in-app
    /// browser without them; or when the browser refuses.
    pub async fn register(waiting: impl Fn() + 'static) -> Result<Self, PlatformError> {
        let container = container()?;
        let registration = asking::ask(&container, "register", &Array::of1(&SCRIPT.into()))
            .await?
            // Where service workers are blocked, some answer with nothing.
            .dyn_into::<ServiceWorkerRegistration>()
            .map_err(|_| PlatformError::Unavailable)?;
        let updates = Self {
            container,
            registration,
        };
        let waiting = Rc::new(waiting);
        if updates.is_waiting() {
            waiting();
        }
        if let Some(worker) = updates.registration.installing() {
            updates.watch(&worker, waiting.clone())?;
        }
        let this = updates.clone();
        Listener::new(&updates.registration, "updatefound", move |_| {
            if let Some(worker) = this.registration.installing() {
                // A worker that cannot be watched is found at the next start.
                let _ = this.watch(&worker, waiting.clone());
            }
        })?
        .forever();
        updates.look_when_the_network_comes()?;
        Ok(updates)
    }

    /// Whether a new version is there and waits for another that serves this page.
    ///
    /// A busy WebKit tells of its states late and one by one: the first version of all already
    /// serves the page while it still seems to wait, or seems to wait for itself. Without the
    /// comparison a first visit was told of a newer version, and what stood below was pushed away
    /// while it is tapped.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        let (waiting, active) = (self.registration.waiting(), self.registration.active());
        let for_another = matches!((waiting, active), (Some(new), Some(old)) if new != old);
        for_another && self.container.controller().is_some()
    }

    /// Asks the server for a new version now; the answer comes through `waiting`.
    ///
    /// # Errors
    /// When there is no network, or the new version is not whole.
    pub async fn look_for_new(&self) -> Result<(), PlatformError> {
        asking::ask(&self.registration, "update", &Array::new())
            .await
            .map(drop)
    }

    /// Lets the waiting version take over, on the user's tap, and reloads the page once it has.
    /// Everything must have been saved before.
    ///
    /// # Errors
    /// When nothing waits, or the browser refuses.
    pub fn take_over(&self) -> Result<(), PlatformError> {
        let worker = self
            .registration
            .waiting()
            .ok_or(PlatformError::Unavailable)?;
        let reloading = Cell::new(false);
        Listener::new(&self.container, "controllerchange", move |_| {
            if !reloading.replace(true)
                && let Some(window) = web_sys::window()
            {
                // Where the reload is refused, the old page goes on; nothing is lost.
                let _ = window.location().reload();
            }
        })?
        .forever();
        let message = Object::new();
        Reflect::set(&message, &"type".into(), &"activate".into())
            .and_then(|_| worker.post_message(&message))
            .map_err(|thrown| PlatformError::of(&thrown))
    }

    /// A version that could not be fetched whole is tried again as soon as there is a network. An
    /// app on the home screen may not be started anew for weeks.
    fn look_when_the_network_comes(&self) -> Result<(), PlatformError> {
        let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
        let this = self.clone();
        let listener = Listener::new(&window, "online", move |_| {
            let this = this.clone();
            // What cannot be fetched now is tried again at the next start.
            spawn_local(async move { drop(this.look_for_new().await) });
        })?;
        listener.forever();
        Ok(())
    }

    fn watch(&self, worker: &ServiceWorker, waiting: Rc<dyn Fn()>) -> Result<(), PlatformError> {
        let (this, watched) = (self.clone(), worker.clone());
        Listener::new(worker, "statechange", move |_| {
            if watched.state() == ServiceWorkerState::Installed && this.is_waiting() {
                waiting();
            }
        })
        .map(Listener::forever)
    }
}

/// Without https there is no container, though the type says otherwise.
fn container() -> Result<ServiceWorkerContainer, PlatformError> {
    let window = web_sys::window().ok_or(PlatformError::Unavailable)?;
    let protocol = window.location().protocol();
    let from_server = protocol.is_ok_and(|protocol| protocol.starts_with("http"));
    let container = asking::of_navigator("serviceWorker").filter(|_| from_server);
    container
        .map(JsCast::unchecked_into)
        .ok_or(PlatformError::Unavailable)
}
