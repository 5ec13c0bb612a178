// Taps all over the app without reading: pages one after another, buttons, choices, fields, with
// hardly a pause. The body of a function: a seed, how many deeds, and the pages to go to. How many
// are left, and what was done last, stands in `window.hurry`.

const [seed, deeds, pages] = arguments;
const LONGEST_PAUSE_MS = 30;
const REMEMBERED = 12;
const TEXTS = ["3", "0", "村部走廊", "2026-05-04", "-1", ""];
const TAPPED =
  "a[href^='#'], button:not([disabled]), summary, " +
  "label:has(input[type=radio], input[type=checkbox])";
const WRITTEN_IN = "input:not([type=radio], [type=checkbox], [type=file]), textarea, select";

// A browser's own sheet for printing waits for a person, and holds the page while it does.
window.print = () => {};

const hurry = (window.hurry = { left: deeds, last: [] });
let canGoBack = 0;

// Mulberry32: the same seed gives the same choices.
let state = seed >>> 0;
function chance() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const any = (list) => list[Math.floor(chance() * list.length)];

function remember(deed, element) {
  const name = (element?.innerText || element?.id || "").trim().slice(0, 30);
  hurry.last.push(`${location.hash}: ${deed} ${name}`);
  hurry.last.splice(0, hurry.last.length - REMEMBERED);
}

// Behind an open dialog nothing can be reached.
function shown(selector) {
  const dialogs = document.querySelectorAll("dialog:modal");
  const reachable = dialogs[dialogs.length - 1] ?? document.body;
  return [...reachable.querySelectorAll(selector)].filter((one) => one.checkVisibility());
}

function taps() {
  const target = any(shown(TAPPED));
  remember("taps", target);
  target?.click();
}

function writes() {
  const field = any(shown(WRITTEN_IN));
  remember("writes in", field);
  if (!field) return;
  field.focus();
  field.value = field.options ? any([...field.options]).value : any(TEXTS);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (chance() < 0.5) field.dispatchEvent(new Event("change", { bubbles: true }));
}

function goes() {
  const page = any(pages);
  remember(`goes to ${page}`);
  // Going to where she is already is no step, and going back from it would leave the app.
  if (location.hash === page) return;
  location.hash = page;
  canGoBack += 1;
}

function goesBack() {
  if (canGoBack === 0) return;
  remember("goes back");
  canGoBack -= 1;
  history.back();
}

function does() {
  if (hurry.left === 0 || document.querySelector(".rescue")) return;
  hurry.left -= 1;
  const which = chance();
  if (which < 0.3) goes();
  else if (which < 0.4) goesBack();
  else if (which < 0.8) taps();
  else writes();
  setTimeout(does, chance() * LONGEST_PAUSE_MS);
}

does();
