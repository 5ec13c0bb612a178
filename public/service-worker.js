// Keeps one whole version of the app on the device, so that it opens without a network.
//
// A version is installed whole or not at all, waits until the person says so (or until no page of
// the old one is open), and only then takes the place of the old one. Every file is compared with
// what the build made before it is kept: a server may answer with a login page, with the page of
// the app in the place of a missing file, or with what it had yesterday. The build fills in the two
// values below. Not here: any data of the person; that lives in localStorage and IndexedDB.
"use strict";

const VERSION = "/*VERSION*/";

// By path: the media type and the SHA-256 of the content, in base64.
const FILES = {"/*FILES*/": []};

// Several apps may share one origin, each in a folder of its own, so the folder is in the name.
const PREFIX = "wuxing " + new URL(self.registration.scope).pathname + " ";
const CACHE = PREFIX + VERSION;

const addressOf = (path) => new URL(path, self.registration.scope).href;
const page = addressOf("./");
const repair = addressOf("repair.html");
const own = new Map(Object.entries(FILES).map(([path, file]) => [addressOf(path), file]));

// What a host may have sent with the page, the kept page says by itself.
const HEADERS_OF_PAGES = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

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
  // repair.html asks past all caches, this one among them.
  if (request.method !== "GET" || request.cache === "reload") {
    return;
  }
  if (address === repair) {
    event.respondWith(fromNetworkFirst(event));
  } else if (request.mode === "navigate" && isPage(address)) {
    event.respondWith(fromVersion(page, event));
  } else if (own.has(address)) {
    event.respondWith(fromVersion(address, event));
  }
  // Everything else, other origins among it, is the browser's business.
});

// One file that does not come as it was built fails the installation as a whole. The browser tries
// again with the next visit. What was right is kept for that, and nobody takes it for a version:
// only a worker that has been installed whole serves from this cache.
async function install() {
  const addresses = [...own.keys()];
  // All of them are awaited, so that none is written after the installation has failed.
  const done = await Promise.allSettled(addresses.map(bring));
  const failed = addresses.filter((_, index) => done[index].status === "rejected");
  if (failed.length > 0) {
    throw new Error("not as it was built: " + failed.join(", "));
  }
}

// Puts a file into the cache of this version: from any version that has it already, or else from
// the network.
async function bring(address) {
  const file = own.get(address);
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  for (const name of versions) {
    const bytes = await verified(await find(await caches.open(name), address), file);
    if (bytes) {
      return keep(address, file, bytes);
    }
  }
  const bytes = await fromNetwork(address, file);
  if (!bytes) {
    throw new Error(address);
  }
  return keep(address, file, bytes);
}

// The bytes of a file as the build made it; nothing if the server has something else. The browser's
// own cache may have what the page has just loaded. What does not fit is asked for past that cache
// and, with the query, past those of the host.
async function fromNetwork(address, file) {
  return (
    (await verified(await fetch(address), file)) ||
    (await verified(await fetch(address + "?version=" + VERSION, { cache: "no-store" }), file))
  );
}

// The bytes of an answer that is what the build made; nothing of any other.
async function verified(response, [, sha256]) {
  if (!response || !response.ok) {
    return null;
  }
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest)) === sha256 ? bytes : null;
}

// What is kept has the headers of the build and none of the host's: a wrong media type would keep
// a script from running, and a browser refuses a page that was redirected on its way.
async function keep(address, file, bytes) {
  const cache = await caches.open(CACHE);
  await cache.put(address, answer(file, bytes));
}

function answer([type], bytes) {
  const headers = { "Content-Type": type };
  return new Response(bytes, {
    headers: type.startsWith("text/html") ? { ...headers, ...HEADERS_OF_PAGES } : headers,
  });
}

async function deleteOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The first version of all serves the page that brought it; a later one was waited for.
  await self.clients.claim();
}

// The whole version answers. What the browser has thrown out of its cache comes from the network
// and is put back. Where the network has something else by now, a page from there belongs to a
// whole version of its own; a file from there would make a mixture.
async function fromVersion(address, event) {
  const file = own.get(address);
  const kept = await find(await caches.open(CACHE), address);
  if (kept) {
    return kept;
  }
  const bytes = await fromNetwork(address, file);
  if (bytes) {
    event.waitUntil(keep(address, file, bytes.slice(0)));
    return answer(file, bytes);
  }
  return address === page ? fetch(event.request) : Response.error();
}

// The page that mends the app must never be an old one where there is a network.
async function fromNetworkFirst(event) {
  try {
    const asked = await fetch(event.request, { cache: "no-store" });
    if (asked.ok) {
      return asked;
    }
  } catch {
    // Without a network the kept one says so.
  }
  return fromVersion(repair, event);
}

// The files of a version are found by their address alone, whatever the host says they vary by.
function find(cache, address) {
  return cache.match(address, { ignoreVary: true });
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
