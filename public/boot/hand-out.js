// What the rescue page is made of, and how the raw data gets out of it: as a file, or as text.

function element(name, className, text) {
  var made = document.createElement(name);
  made.className = className || "";
  made.textContent = text || "";
  return made;
}

// A button in both languages.
function button(label, action) {
  var made = element("button", "rescue-button", label.join(" "));
  made.type = "button";
  made.onclick = action;
  return made;
}

// A text in the language that is set.
function spoken(both) {
  return both[root.lang === "en" ? 1 : 0];
}

// The lines in Chinese, and under them all of it in English, with the title.
function lines(page, texts, title) {
  var english = [title];
  for (var index = 0; index < texts.length; index += 1) {
    page.appendChild(element("p", "rescue-line", texts[index][0]));
    english.push(texts[index][1]);
  }
  var inEnglish = element("p", "rescue-english", english.join(" "));
  inEnglish.lang = "en";
  page.appendChild(inEnglish);
}

// What is said about a tap.
function status(page) {
  var said = element("p", "rescue-said");
  said.setAttribute("role", "status");
  page.appendChild(said);
  return function (text) {
    said.textContent = spoken(text);
  };
}

// With the minute of this place, such as 20261127-2315.
function fileName() {
  var now = new Date();
  var here = new Date(now - now.getTimezoneOffset() * 60000).toISOString();
  return "wuxing-rescue-" + here.slice(0, 16).replace(/[-:]/g, "").replace("T", "-") + ".txt";
}

function download(text) {
  var address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  var anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = fileName();
  document.body.appendChild(anchor);
  anchor.click();
  document.body.removeChild(anchor);
  window.setTimeout(function () {
    URL.revokeObjectURL(address);
  }, 60000);
}

function copy(field, done) {
  function bySelection() {
    field.focus();
    field.select();
    field.setSelectionRange(0, field.value.length);
    try {
      done(document.execCommand("copy"));
    } catch (ignored) {
      done(false);
    }
  }
  if (navigator.clipboard && navigator.clipboard.writeText) {
    navigator.clipboard.writeText(field.value).then(function () {
      done(true);
    }, bySelection);
  } else {
    bySelection();
  }
}

// A version of the app that fails at every start must not be the only one that ever starts: a
// newer one that waits takes over with the person's tap on reload.
function reload() {
  var reloaded = false;
  function now() {
    if (!reloaded) {
      reloaded = true;
      window.location.reload();
    }
  }
  window.setTimeout(now, 3000);
  try {
    navigator.serviceWorker.getRegistration().then(function (registration) {
      if (!registration || !registration.waiting) {
        now();
        return;
      }
      navigator.serviceWorker.addEventListener("controllerchange", now);
      registration.waiting.postMessage({ type: "activate" });
    }, now);
  } catch (ignored) {
    now();
  }
}
