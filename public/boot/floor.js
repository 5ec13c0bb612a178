// Says what a browser lacks that the app cannot do without.

// Uses reference types, bulk memory, sign extension and saturating conversions: what the app's
// module is compiled with.
var MODULE_OF_THE_FLOOR = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 28, 1, 26, 0,
  208, 111, 26, 65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 0, 192, 26, 67, 0, 0, 0, 0, 252, 0, 26, 11
];

function missingFeatures() {
  var missing = [];
  function need(name, test) {
    try {
      if (test()) {
        return;
      }
    } catch (ignored) {
      // What throws is not there.
    }
    missing.push(name);
  }
  need("globalThis", function () {
    return typeof globalThis === "object";
  });
  need("WebAssembly", function () {
    return typeof WebAssembly === "object" && typeof WebAssembly.instantiate === "function";
  });
  need("WebAssembly features", function () {
    return WebAssembly.validate(new Uint8Array(MODULE_OF_THE_FLOOR));
  });
  need("script modules", function () {
    return "noModule" in document.createElement("script");
  });
  need("dialog", function () {
    return typeof HTMLDialogElement === "function";
  });
  need("findLast", function () {
    return typeof Array.prototype.findLast === "function";
  });
  need("DecompressionStream", function () {
    return typeof DecompressionStream === "function";
  });
  return missing;
}
