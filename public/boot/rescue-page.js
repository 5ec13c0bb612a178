// The page that comes in the place of the app. Styles are in style/rescue.css.

var replaced = false;
var repairing = false;

function reloadPart(page) {
  var made = button(TEXTS.reload, reload);
  made.className += " rescue-reload";
  page.appendChild(made);
  repairPart(page);
}

// The site can be downloaded anew; the single file has no other.
function repairPart(page) {
  if (!window.wuxingRepair) {
    return;
  }
  page.appendChild(
    button(TEXTS.download_again, function () {
      say(TEXTS.downloading);
      window.wuxingRepair(function () {
        say(TEXTS.not_downloaded);
      }, true);
    })
  );
  var say = status(page);
}

// The buttons and the text of the raw data; they appear once it is known that there is any.
function rawDataPart(page) {
  var part = element("section");
  part.hidden = true;
  page.appendChild(part);
  readEverything(function (raw, anything) {
    if (!anything) {
      return;
    }
    var field = element("textarea", "rescue-text");
    field.readOnly = true;
    field.rows = 6;
    field.setAttribute("aria-label", TEXTS.raw_data.join(" "));
    field.value = raw;
    part.appendChild(element("h2", "rescue-heading", spoken(TEXTS.raw_data)));
    part.appendChild(element("p", "rescue-line", spoken(TEXTS.raw_about)));
    part.appendChild(
      button(TEXTS.save, function () {
        try {
          download(raw);
          say(TEXTS.handed_over);
        } catch (ignored) {
          say(TEXTS.cannot_save);
        }
      })
    );
    part.appendChild(
      button(TEXTS.copy, function () {
        copy(field, function (copied) {
          say(copied ? TEXTS.copied : TEXTS.not_copied);
        });
      })
    );
    var say = status(part);
    part.appendChild(field);
    part.hidden = false;
  });
}

function whenBodyIsThere(action) {
  if (document.body && document.readyState !== "loading") {
    action();
  } else {
    document.addEventListener("DOMContentLoaded", action);
  }
}

function replaceBody(state, title, texts, message, canReload) {
  if (replaced) {
    return;
  }
  replaced = true;
  root.setAttribute("data-state", state);
  whenBodyIsThere(function () {
    var body = document.body;
    body.textContent = "";
    var page = element("main", "rescue");
    var heading = element("h1", "rescue-title", title[0]);
    heading.tabIndex = -1;
    page.appendChild(heading);
    lines(page, texts, title[1]);
    if (canReload) {
      reloadPart(page);
    }
    rawDataPart(page);
    var details = element("details", "rescue-details");
    details.appendChild(element("summary", "rescue-summary", TEXTS.details.join(" ")));
    details.appendChild(element("pre", "rescue-message", message + "\n" + navigator.userAgent));
    page.appendChild(details);
    body.appendChild(page);
    heading.focus();
  });
}

function showUnsupported(missing) {
  replaceBody(
    "unsupported",
    TEXTS.too_old,
    [TEXTS.too_old_update, TEXTS.too_old_wechat, TEXTS.too_old_kept],
    "Missing: " + missing.join(", "),
    false
  );
}

function showRescue(message) {
  replaceBody(
    "rescue",
    TEXTS.stopped,
    [
      TEXTS.stopped_kept,
      window.wuxingRepair ? TEXTS.stopped_download : TEXTS.stopped_reload,
      TEXTS.stopped_keep
    ],
    message,
    true
  );
}

// A file that is not what it should be is downloaded anew, once; where that is in vain, the rescue
// page comes.
function repairOrRescue(message) {
  if (replaced || repairing) {
    return;
  }
  if (!window.wuxingRepair) {
    showRescue(message);
    return;
  }
  repairing = true;
  window.wuxingRepair(function () {
    repairing = false;
    showRescue(message);
  });
}
