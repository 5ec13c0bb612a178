// Stands inside the page itself, before all files, in plain ES5: it notices that a file of the page
// did not come, or that something else came in its place, and leads to repair.html, which downloads
// the app anew. It does so once, and only where that page is there to be opened; otherwise the
// reload would go round in circles, or end at the browser's own error page. Not here: what can be
// told apart once boot.js runs; that is for boot.js.
(function () {
  "use strict";

  // repair.html leads back with this in the address.
  var again = /[?&]again=/.test(window.location.search);
  var leaving = false;

  if (again) {
    try {
      var place = window.location;
      window.history.replaceState(window.history.state, "", place.pathname + place.hash);
    } catch (ignored) {
      // The address is longer than it need be.
    }
  }

  // A folder that is opened without its slash: every relative address leads beside it.
  function withSlash() {
    var path = window.location.pathname;
    var last = path.slice(path.lastIndexOf("/") + 1);
    return last && last.indexOf(".") < 0 ? path + "/?again=1" + window.location.hash : "";
  }

  // Goes to repair.html; calls `otherwise` where that cannot be, or where it has been in vain and
  // the person has not asked for it (`asked`).
  window.wuxingRepair = function (otherwise, asked) {
    if (leaving) {
      return;
    }
    if (!window.fetch || (again && !asked)) {
      otherwise();
      return;
    }
    leaving = true;
    // Past all caches: without a network there is nothing to be downloaded, and what is here may
    // do.
    window
      .fetch("repair.html", { cache: "reload" })
      .then(function (answer) {
        return answer.ok ? answer.text() : "";
      })
      .then(function (text) {
        if (text.indexOf("data-repair") < 0) {
          throw new Error("no repair.html");
        }
        window.location.replace("repair.html" + window.location.hash);
      })
      .then(null, function () {
        leaving = false;
        if (!again && withSlash()) {
          window.location.replace(withSlash());
        } else {
          otherwise();
        }
      });
  };

  function isStarting() {
    return !document.documentElement.hasAttribute("data-state");
  }

  // What could not be mended: the line in the page that offers to try again comes at once.
  function say() {
    document.documentElement.setAttribute("data-lacks", "files");
  }

  // Scripts that other programs put into the page must not bring the app down.
  function isOfThisFolder(address) {
    var here = window.location.href.split(/[?#]/)[0];
    var folder = here.slice(0, here.lastIndexOf("/") + 1);
    return address.indexOf(folder) === 0 && address !== here;
  }

  window.addEventListener(
    "error",
    function (event) {
      var target = event.target || window;
      var style = target.rel === "stylesheet" ? target.href : "";
      // A page in the place of a script is an error inside that script.
      var script = target.src || event.filename || "";
      // From boot.js on, that is who judges scripts.
      var isOurs = isOfThisFolder(style) || (!window.wuxingRescue && isOfThisFolder(script));
      if (isStarting() && isOurs) {
        window.wuxingRepair(say);
      }
    },
    true
  );
  // A file that came empty is no error. By now boot.js has run, and nothing of the app has.
  document.addEventListener("readystatechange", function () {
    if (document.readyState === "interactive" && isStarting() && !window.wuxingRescue) {
      window.wuxingRepair(say);
    }
  });
  // Nor is, in some browsers, a page in the place of the style.
  window.addEventListener("load", function () {
    var state = document.documentElement.getAttribute("data-state") || "ready";
    var style = window.getComputedStyle(document.documentElement);
    if (state === "ready" && !style.getPropertyValue("--paper")) {
      window.wuxingRepair(say);
    }
  });
})();
