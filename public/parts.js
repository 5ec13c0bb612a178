// Loads the parts of the app that the first paint does not need. The build puts this above
// wasm-bindgen's script and the start, and fills in which parts there are; the three are one file.
//
// Nothing of a failure is kept: the next wish for the part tries again from the start.

// The files that each part consists of.
const PARTS = {"/*PARTS*/": []};

// A connection that says nothing for so long has failed, and the person is told.
const PATIENCE_MS = 30000;

// Files that came and were something else, or half of it: the browser's own cache may have kept them.
const doubtful = new Set();

// By file: the promise of its instance. A file must never be instantiated twice, because that
// would set back what its code has kept in memory.
const instances = new Map();

// What the app's module imports: for each part a function that loads it and calls back. It calls
// back in any case, since the app waits for it.
const loaders = {};
for (const [part, files] of Object.entries(PARTS)) {
  loaders["__wasm_split_load_" + part] = async (callback, data) => {
    let loaded = true;
    try {
      await Promise.all(files.map(instance));
    } catch (error) {
      console.warn(error);
      loaded = false;
    }
    // Answers the module that is running, and does not start another.
    wasm_bindgen.initSync().__indirect_function_table.get(callback)(data, loaded);
  };
}

// wasm-bindgen's script asks for what it does not bring itself in this way.
function require() {
  return loaders;
}

function instance(file) {
  if (!instances.has(file)) {
    const made = instantiate(file);
    instances.set(file, made);
    made.catch(() => {
      instances.delete(file);
      doubtful.add(file);
    });
  }
  return instances.get(file);
}

async function instantiate(file) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const response = await readFile(file, stop.signal);
    if (!response.ok) {
      throw new Error(`${file}: ${response.status} ${response.statusText}`);
    }
    const module = await response.arrayBuffer();
    return await WebAssembly.instantiate(module, { __wasm_split: wasm_bindgen.initSync() });
  } finally {
    clearTimeout(timer);
  }
}

// On a site a file lies beside this one. In the single file it is gzip in base64 inside the page,
// because a page opened from a file may not fetch anything.
async function readFile(file, signal) {
  const embedded = document.getElementById(file);
  if (!embedded) {
    const cache = doubtful.has(file) ? "no-cache" : "default";
    return fetch(new URL(file, import.meta.url), { cache, credentials: "same-origin", signal });
  }
  const compressed = Uint8Array.from(atob(embedded.textContent.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
}
