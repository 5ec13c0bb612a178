// Starts the app. The build puts parts.js and wasm-bindgen's script, which defines `wasm_bindgen`,
// above these lines; the three are one file. A failure here brings up the rescue page of boot.js.

// By this boot.js knows that the file came.
window.wuxingBegins = true;

// boot.js has turned away a browser below the floor; its page stays.
if (document.documentElement.dataset.state !== "unsupported") {
  try {
    await wasm_bindgen({ module_or_path: readFile("wuxing.wasm") });
  } catch (error) {
    // Safari tells nobody of a module that fails after an `await`.
    window.wuxingRescue(error);
    throw error;
  }
}
