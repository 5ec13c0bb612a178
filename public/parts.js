// Brings the modules of the app and joins them to the one that is running. The build puts
// needed.js, this, gate.js, wasm-bindgen's script and start.js into one file, and fills in which
// modules there are.
//
// Nothing of a failure is kept: the next wish for a module tries again from the start.

// By part of the app, the files that it consists of. Under "first", "home", "questions", "opened",
// "own" and "rest" stands what belongs to no part: what the very first start runs beyond the first
// module, one at home with data, one at a page of questions, one at another page that is often
// opened, each of these with a standard of the user's own, and all that a start does without. A
// file stands under each start that loads it. A development build is one module and has none of
// them.
const PARTS = {"/*PARTS*/": []};

// A connection that says nothing for so long has failed, and the person is told.
const PATIENCE_MS = 30000;

// Files that came and were something else, or half of it: the browser's own cache may have kept
// them.
const doubtful = new Set();

// By file, the promise of its compiled module.
const modules = new Map();

function compiled(file) {
  if (!modules.has(file)) {
    const coming = compile(file);
    modules.set(file, coming);
    coming.catch(() => {
      modules.delete(file);
      doubtful.add(file);
    });
  }
  return modules.get(file);
}

async function compile(file) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const response = await readFile(file, stop.signal);
    if (!response.ok) {
      throw new Error(`${file}: ${response.status} ${response.statusText}`);
    }
    // Some hosts do not say what a module is, and a browser compiles on the way only what is said
    // to be one.
    if (response.headers.get("Content-Type") === "application/wasm") {
      return await WebAssembly.compileStreaming(response);
    }
    return await WebAssembly.compile(await response.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}

// Joins the files of a part to a running app. A file must never be joined twice, because that
// would set back what its code has kept in memory.
function join(part, life) {
  return Promise.all((PARTS[part] ?? []).map((file) => joined(file, life)));
}

function joined(file, life) {
  if (!life.joined.has(file)) {
    const coming = compiled(file).then((module) =>
      WebAssembly.instantiate(module, { first: life.exports })
    );
    life.joined.set(file, coming);
    coming.catch(() => life.joined.delete(file));
  }
  return life.joined.get(file);
}

// What the app imports: for each part a function that loads it and calls back. It calls back in
// any case, since the app waits for it. A start that holds as much of the part as it runs goes on
// with that; the part itself comes with the last modules, before anything else is done (gate.js).
function partLoaders(life) {
  const loaders = {};
  for (const part of Object.keys(PARTS)) {
    loaders["__wasm_split_load_" + part] = async (callback, data) => {
      let loaded = true;
      try {
        await (life.holds.includes(part) && !complete ? null : join(part, life));
      } catch (error) {
        console.warn(error);
        loaded = false;
      }
      const answer = (...said) => life.exports.__indirect_function_table.get(callback)(...said);
      enter(answer, life, [data, loaded]);
    };
  }
  return loaders;
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
