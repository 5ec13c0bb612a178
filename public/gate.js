// All that enters the app from outside (a tap, a timer, an answer of the browser) comes through
// here, because until its last module is there the app may not run just anything: a function that
// is not there yet stops it in the middle of what it does.
//
// Until the first page stands, the app runs as far as it can, and what the person does waits. If
// it meets a function that is not there, that start is given up and made anew with all modules:
// a start reads, and what it writes survives being cut off at any point. From the moment when the
// page stands until the last module is there everything waits, in order. So nothing is entered
// that could not be saved, and nothing is half done.

// How long a tap waits before the person is told why.
const TELL_AFTER_MS = 300;
const TRY_AGAIN_AFTER_MS = 5000;
// How long after it stands a page is painted, and how long none takes to stand.
const PAINTED_AFTER_MS = 50;
const STANDS_AFTER_MS = 3000;
const NOT_AGAIN_WITHIN_MS = 60000;
// What WebKit says of such a stop, and no engine of a function that is not there.
const IS_STOP = /memory access/i;

// Whether every module is there that the app consists of, apart from its parts, but with the part
// of which the start has run something.
let complete = false;
// What waits, in the order in which it came.
let waiting = [];
let replaying = false;
// When the engine stopped the app last.
let stoppedAt = -Infinity;

// From one start of the app to the next, which has these modules when it begins. What an earlier
// one still hears of is dropped.
function newLife(needed) {
  const page = [...document.body.childNodes];
  return { needed, over: false, depth: 0, exports: null, holds: [], joined: new Map(), page };
}

// A function of the app as the browser may call it. What the app has let go of by the time that its
// turn comes is not called: in an app that is complete it would have been taken away before the
// tap.
function entry(call, life) {
  const entering = (...args) => enter(call, life, args);
  entering._wbg_cb_unref = () => {
    call.isLetGo = true;
    call._wbg_cb_unref();
  };
  return entering;
}

function enter(call, life, args) {
  if (life.over) {
    giveBack(args[0]);
    return undefined;
  }
  // What the app has let go of may still be called: an answer that nobody waits for any longer.
  if (call.isLetGo) {
    return undefined;
  }
  // What the app itself sets off while it runs is part of what it does.
  if (life.depth === 0 && mustWait(args)) {
    wait(call, life, args);
    return undefined;
  }
  life.depth += 1;
  try {
    return call(...args);
  } catch (error) {
    if (!life.over && isStopOfEngine(error)) {
      startAfterStop(life, error);
    } else if (!life.over && isMissing(error)) {
      startAnew(life, error, NO_PART);
    }
    if (life.over && life.depth === 1) {
      return undefined;
    }
    throw error;
  } finally {
    life.depth -= 1;
  }
}

// Whether the app may have stopped because something is not there yet. Where it has said itself
// that it failed, the rescue page stands and stays.
function isMissing(error) {
  const failed = document.documentElement.dataset.state === "rescue";
  return !complete && !failed && error instanceof WebAssembly.RuntimeError;
}

// WebKit has been seen to stop a sound app, one start in thirty or so under load: with an access
// out of bounds in the middle of drawing, at no place of its own, whether its memory grew meanwhile
// or not. What was saved is on the device, so the app begins again. What stops it a second time
// within a minute may do so for ever: the rescue page stands then, or all modules are waited for.
function isStopOfEngine(error) {
  const { state } = document.documentElement.dataset;
  // An app that stands and lacks nothing may be stopped in other words as well.
  const lacksNothing = state === "ready" && complete;
  const isStop = lacksNothing || (state !== "rescue" && IS_STOP.test(error.message));
  if (!isStop || !(error instanceof WebAssembly.RuntimeError)) {
    return false;
  }
  const before = stoppedAt;
  stoppedAt = performance.now();
  return stoppedAt - before > NOT_AGAIN_WITHIN_MS;
}

// A start that was stopped lacks nothing, so it does not wait for the rest. Once the page stood,
// the person is told, since what the very tap that was stopped has entered may be lost.
function startAfterStop(life, error) {
  if (document.documentElement.dataset.state === "ready") {
    startAnew(life, error, NO_PART).then(tellOfStop);
  } else {
    startAnew(life, error, life.needed);
  }
}

// A database that is being made when its start is given up must not stay half made: the next start
// makes it.
function giveBack(event) {
  if (event instanceof Event && event.type === "upgradeneeded") {
    event.target.transaction.abort();
  }
}

function mustWait([event]) {
  if (complete) {
    return replaying && isOfPage(event);
  }
  // What a database says can be taken up only while it says it.
  const stands = document.documentElement.dataset.state === "ready";
  return stands ? !isOfDatabase(event) : isOfPage(event);
}

function isOfDatabase(event) {
  return event instanceof Event && String(event.target).startsWith("[object IDB");
}

// Events of the page, as against answers of the browser to what the app has asked.
function isOfPage(event) {
  return event instanceof Event && (event.target instanceof Node || event.target === window);
}

// What the person would miss.
function isDoneByPerson({ args: [event] }) {
  return event instanceof Event && event.isTrusted && /^(click|input|change)$/.test(event.type);
}

function wait(call, life, args) {
  const one = { call, life, args };
  waiting.push(one);
  if (isDoneByPerson(one)) {
    setTimeout(tell, TELL_AFTER_MS);
  }
}

// Some browsers refuse even to be asked for the worker, where site data are forbidden.
function isServedByWorker() {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    return false;
  }
}

// Brings the last modules, and then does what has waited.
async function becomeComplete(life) {
  // What a worker keeps on the device comes at once, and would stand in the way of the first page.
  if (isServedByWorker()) {
    await painted();
  }
  await untilThere(() => Promise.all(NO_PART.concat(life.holds).map((part) => join(part, life))));
  if (life.over) {
    return;
  }
  complete = true;
  replaying = true;
  while (waiting.length > 0) {
    const { call, life, args } = waiting.shift();
    const target = args[0]?.target;
    // A second tap may have waited on what the first one has taken away.
    if (!(target instanceof Node) || target.isConnected) {
      try {
        enterNow(call, life, args);
      } catch (error) {
        reportError(error);
      }
    }
    await new Promise((next) => setTimeout(next));
  }
  replaying = false;
}

// Until the first page stands and is painted, or something keeps it from that.
function painted() {
  return new Promise((done) => {
    const soon = () => setTimeout(done, PAINTED_AFTER_MS);
    if (document.documentElement.dataset.state) {
      soon();
      return;
    }
    const watch = new MutationObserver(() => {
      watch.disconnect();
      soon();
    });
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-state"] });
    setTimeout(done, STANDS_AFTER_MS);
  });
}

function enterNow(call, life, args) {
  life.depth += 1;
  try {
    return life.over || call.isLetGo ? undefined : call(...args);
  } finally {
    life.depth -= 1;
  }
}

// With these modules, once this life has ended. What it has shown goes.
function startAnew(life, error, needed) {
  life.over = true;
  document.documentElement.dataset.startedAnew = String(error.stack).slice(0, 300);
  waiting = waiting.filter((one) => one.life !== life);
  for (const node of [...document.body.childNodes]) {
    if (!life.page.includes(node)) {
      node.remove();
    }
  }
  return begin(needed);
}

// ---- What the person is told --------------------------------------------------------------

let notice = null;
let tryNow = () => {};

// What is wished for, however often it takes.
async function untilThere(wish) {
  for (;;) {
    try {
      const there = await wish();
      tellNothing();
      return there;
    } catch (error) {
      console.warn(error);
      tellOfFailure();
      await anotherTry();
    }
  }
}

function anotherTry() {
  return new Promise((again) => {
    tryNow = again;
    setTimeout(again, TRY_AGAIN_AFTER_MS);
    window.addEventListener("online", again, { once: true });
  });
}

function tell() {
  if (!complete && notice === null && waiting.some(isDoneByPerson)) {
    show(
      "还有一部分没下载完。你点的、写的都记下了，下载完马上就办。",
      "The rest is still being downloaded. What you tap and write is kept and done as soon as it " +
        "is here."
    );
  }
}

function tellOfFailure() {
  tellNothing();
  show(
    "其余部分没能下载，可能是网络不好。会自动再试；你点的、写的都记下了。",
    "The rest could not be downloaded. It is tried again; what you tap and write is kept.",
    ["再试一次 Try again", () => tryNow()],
    ["重新打开 Reload", () => window.location.reload()]
  );
}

function tellOfStop() {
  tellNothing();
  show(
    "刚才停了一下，已经重新打开。存过的都在；请看看刚点的、刚写的还在不在。",
    "The app was stopped and has opened again. What was saved is here; please see whether what " +
      "you tapped and wrote last is.",
    ["知道了 OK", tellNothing]
  );
}

function tellNothing() {
  notice?.remove();
  notice = null;
}

function show(line, english, ...actions) {
  notice = document.createElement("div");
  notice.className = "rest-notice";
  notice.setAttribute("role", "status");
  const lines = [
    [line, "rescue-line", "zh-CN"],
    [english, "rescue-english", "en"],
  ];
  for (const [text, name, language] of lines) {
    const paragraph = document.createElement("p");
    paragraph.className = name;
    paragraph.lang = language;
    paragraph.textContent = text;
    notice.append(paragraph);
  }
  for (const [text, action] of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rescue-button";
    button.textContent = text;
    button.onclick = action;
    notice.append(button);
  }
  document.body.append(notice);
}

// What waits is lost with the page.
window.addEventListener("beforeunload", (event) => {
  if (waiting.some(isDoneByPerson)) {
    event.preventDefault();
  }
});
