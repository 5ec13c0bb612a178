// Keeps one whole version of the app on the device, so that it opens without a network.
//
// A version is installed whole or not at all, waits until the person says so (or until no page of
// the old one is open), and only then takes the place of the old one. The build fills in the two
// values below. Not here: any data of the person; that lives in localStorage and IndexedDB.
"use strict";

const VERSION = "/*VERSION*/";
const FILES = ["/*FILES*/"];

// Several apps may share one origin, each in a folder of its own, so the folder is in the name.
const PREFIX = "wuxing " + new URL(self.registration.scope).pathname + " ";
const CACHE = PREFIX + VERSION;

const page = new URL("./", self.registration.scope).href;
const own = new Set(FILES.map((file) => new URL(file, self.registration.scope).href));

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(deleteOldVersions());
});

self.addEventListener("message", (event) => {
  if (event.data && event.data.type === "activate") {
    self.skipWaiting();
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = withoutQuery(request.url);
  if (request.method !== "GET") {
    return;
  }
  if (request.mode === "navigate" && isPage(address)) {
    event.respondWith(fromVersion(page, request));
  } else if (own.has(address)) {
    event.respondWith(fromVersion(address, request));
  }
  // Everything else, other origins among it, is the browser's business.
});

// `addAll` fails as a whole if one file fails, and "reload" passes by the browser's own cache, in
// which an old file may wait. What a failed installation left is removed, so that it is not taken
// for a whole version.
async function install() {
  try {
    const cache = await caches.open(CACHE);
    await cache.addAll([...own].map((address) => new Request(address, { cache: "reload" })));
  } catch (error) {
    if (!(await isInUse())) {
      await caches.delete(CACHE);
    }
    throw error;
  }
}

// Whether a worker with this very version is serving pages already: the same build under a worker
// script that differs.
async function isInUse() {
  const cache = await caches.open(CACHE);
  const whole = await Promise.all([...own].map((address) => find(cache, address)));
  return Boolean(self.registration.active) && whole.every(Boolean);
}

async function deleteOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The first version of all serves the page that brought it; a later one was waited for.
  await self.clients.claim();
}

// The whole version answers. Only where the browser has thrown the cache away is the network asked,
// and nothing it says is kept: a version is never a mixture.
async function fromVersion(address, request) {
  const cache = await caches.open(CACHE);
  const kept = await find(cache, address);
  if (kept) {
    return withoutRedirect(kept);
  }
  return fetch(request);
}

// The files of a version are found by their address alone, whatever the host says they vary by.
function find(cache, address) {
  return cache.match(address, { ignoreVary: true });
}

// A browser refuses a navigation whose answer has been redirected on the way, as hosts do that
// send "./" on to another address.
function withoutRedirect(response) {
  if (!response.redirected) {
    return response;
  }
  const { body, headers, status, statusText } = response;
  return new Response(body, { headers, status, statusText });
}

function withoutQuery(address) {
  const url = new URL(address);
  url.search = "";
  url.hash = "";
  return url.href;
}

// The page is asked for as the folder or by its name.
function isPage(address) {
  return address === page || address === page + "index.html";
}
