// Says so when the app takes long to come up, and goes when it stands.

function watchStart() {
  window.setTimeout(function () {
    if (replaced || !isStarting() || !document.body) {
      return;
    }
    var panel = element("aside", "rescue rescue-slow");
    panel.setAttribute("role", "status");
    lines(panel, [TEXTS.slow], "");
    reloadPart(panel);
    rawDataPart(panel);
    document.body.appendChild(panel);
    var watch = window.setInterval(function () {
      if (replaced || !isStarting()) {
        window.clearInterval(watch);
        panel.remove();
      }
    }, 250);
  }, 20000);
}
