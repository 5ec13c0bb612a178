// Starts the app. The build puts wasm-bindgen's script, which defines `wasm_bindgen`, above these
// lines; the two are one file. A failure here brings up the rescue page of boot.js.

// On a site the module is a file beside this one. In the single file it is gzip in base64 inside
// the page, because a page opened from a file may not fetch anything.
async function readModule() {
  const embedded = document.getElementById("wuxing-module");
  if (!embedded) {
    return fetch(new URL("wuxing.wasm", import.meta.url), { credentials: "same-origin" });
  }
  const compressed = Uint8Array.from(atob(embedded.textContent.trim()), (c) => c.charCodeAt(0));
  embedded.remove();
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

// boot.js has turned away a browser below the floor; its page stays.
if (document.documentElement.dataset.state !== "unsupported") {
  try {
    await wasm_bindgen({ module_or_path: readModule() });
  } catch (error) {
    // Safari tells nobody of a module that fails after an `await`.
    window.wuxingRescue(error);
    throw error;
  }
}
