// Applies the remembered look before anything is painted.

function applyLook() {
  var look = {};
  try {
    look = JSON.parse(window.localStorage.getItem(STORED.LOOK_KEY)) || {};
  } catch (ignored) {
    // Without a readable cache the page looks as it does at first.
  }
  if (look.theme === "light" || look.theme === "dark") {
    root.setAttribute("data-theme", look.theme);
  }
  if (look.elder === true) {
    root.setAttribute("data-elder", "true");
  }
  if (look.language === "en") {
    root.setAttribute("lang", "en");
  }
}
