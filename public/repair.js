// Downloads the app anew: looks whether the server has a whole one, and only then drops the service
// worker and the kept files of this folder, and goes back to the app. In plain ES5. It touches
// nothing of the person's: no key of localStorage and no database. The build puts it into
// repair.html.
(function () {
  "use strict";

  var LOOK_KEY = "wuxing:look";
  var folder = new URL("./", window.location.href);
  // The name of the caches as in service-worker.js.
  var prefix = "wuxing " + folder.pathname + " ";
  var said = document.getElementById("said");
  var retry = document.getElementById("retry");

  function applyLook() {
    try {
      var look = JSON.parse(window.localStorage.getItem(LOOK_KEY)) || {};
      if (look.theme === "light" || look.theme === "dark") {
        document.documentElement.setAttribute("data-theme", look.theme);
      }
      if (look.elder === true) {
        document.documentElement.setAttribute("data-elder", "true");
      }
    } catch (ignored) {
      // Without a readable cache the page looks as it does at first.
    }
  }

  // "reload" brings what the browser's own cache has up to date, too.
  function ask(address) {
    return window.fetch(address, { cache: "reload" }).then(function (answer) {
      if (!answer.ok) {
        throw new Error(address + ": " + answer.status);
      }
      return answer;
    });
  }

  function isPage(answer) {
    return /html/.test(answer.headers.get("Content-Type") || "");
  }

  // Fails unless the server has the app's page, and all files that the page names. Many hosts
  // answer with a page where a file is missing.
  function lookForTheWholeApp(address) {
    return ask(address)
      .then(function (answer) {
        return answer.text();
      })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        var named = page.querySelectorAll("script[src], link[href]");
        if (!page.getElementById("boot") || named.length === 0) {
          throw new Error("another page");
        }
        return Promise.all(
          Array.prototype.map.call(named, function (one) {
            var file = one.getAttribute("src") || one.getAttribute("href");
            return ask(file).then(function (answer) {
              if (isPage(answer)) {
                throw new Error(file + " is a page");
              }
              return answer.arrayBuffer();
            });
          })
        );
      });
  }

  function dropWorker() {
    if (!navigator.serviceWorker) {
      return null;
    }
    return navigator.serviceWorker.getRegistrations().then(function (all) {
      return Promise.all(
        all.map(function (one) {
          return one.scope === folder.href ? one.unregister() : null;
        })
      );
    });
  }

  function dropFiles() {
    if (!window.caches) {
      return null;
    }
    return window.caches.keys().then(function (names) {
      return Promise.all(
        names.map(function (name) {
          return name.indexOf(prefix) === 0 ? window.caches.delete(name) : null;
        })
      );
    });
  }

  function mend() {
    var address = "./?again=" + Date.now();
    retry.hidden = true;
    said.textContent = "正在下载…";
    // The usual address as well, so that an old page does not stay in the browser's own cache.
    ask("./")
      .then(null, function () {
        return null;
      })
      .then(function () {
        return lookForTheWholeApp(address);
      })
      .then(dropWorker)
      .then(dropFiles)
      .then(function () {
        window.location.replace(address + window.location.hash);
      })
      .then(null, function (error) {
        window.console.warn(error);
        said.textContent =
          "现在下载不到完整的应用，可能没有网络，或者网站正在更新。什么都没有改，请过一会儿再试。";
        retry.hidden = false;
      });
  }

  applyLook();
  retry.onclick = mend;
  mend();
})();
