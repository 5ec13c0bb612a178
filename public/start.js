// Starts the app. The build puts needed.js, parts.js, gate.js and wasm-bindgen's script, as the
// function `newApp`, above these lines; all are one file. A failure here brings up the rescue page
// of boot.js.

// By this boot.js knows that the file came.
window.wuxingBegins = true;

const FIRST = "wuxing.wasm";

async function begin(needed) {
  const life = newLife(needed);
  const page = window.location.hash;
  try {
    const files = needed.flatMap((part) => PARTS[part] ?? []);
    const others = untilThere(() => Promise.all(files.map(compiled)));
    const first = await compiled(FIRST);
    await others;
    life.exports = await newApp(life)({ module_or_path: first });
    await Promise.all(needed.map((part) => join(part, life)));
    complete = needed.includes("rest") || !PARTS.rest;
    life.holds = complete ? [] : [PART_OF_PAGE[page] ?? []].flat();
    enter(life.exports.__wbindgen_start, life, []);
    await becomeComplete(life);
  } catch (error) {
    // Safari tells nobody of a module that fails after an `await`.
    window.wuxingRescue(error);
    throw error;
  }
}

// boot.js has turned away a browser below the floor; its page stays.
if (document.documentElement.dataset.state !== "unsupported") {
  await begin(neededAtStart());
}
