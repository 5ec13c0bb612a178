// Starts the app. The build puts parts.js, gate.js and wasm-bindgen's script, as the function
// `newApp`, above these lines; all are one file. A failure here brings up the rescue page of boot.js.

// By this boot.js knows that the file came.
window.wuxingBegins = true;

const FIRST = "wuxing.wasm";

// Only on the page with which the app usually opens, and in Chinese, is it known what the start needs.
function neededAtStart() {
  const usual = ["", "#", "#/"].includes(window.location.hash);
  if (!usual || document.documentElement.lang === "en") {
    return ["stored", "rest"];
  }
  return holdsData() ? ["stored"] : [];
}

function holdsData() {
  try {
    return Object.keys(window.localStorage).some(
      (key) => key.startsWith("wuxing:") && key !== "wuxing:look"
    );
  } catch {
    return false;
  }
}

async function begin(needed) {
  const life = newLife();
  try {
    const files = needed.flatMap((part) => PARTS[part] ?? []);
    const others = untilThere(() => Promise.all(files.map(compiled)));
    const first = await compiled(FIRST);
    await others;
    life.exports = await newApp(life)({ module_or_path: first });
    await Promise.all(needed.map((part) => join(part, life)));
    complete = needed.includes("rest") || !PARTS.rest;
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
