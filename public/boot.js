// Runs before everything else and without any of the app's code, in plain ES5, so that it runs
// where the app cannot: it applies the remembered look, turns away browsers below the floor, and
// shows the rescue page when the app fails. The rescue page reads localStorage and the journal
// itself; the form it saves is that of `storage::rescue`. Styles are in style/rescue.css.
(function () {
  "use strict";

  var root = document.documentElement;
  var STORE_PREFIX = "wuxing:";
  var LOOK_KEY = "wuxing:look";
  var DATABASE = "wuxing";
  var JOURNAL = "journal";
  var START_PATIENCE_MS = 20000;
  var JOURNAL_PATIENCE_MS = 3000;

  // Uses reference types, bulk memory, sign extension and saturating conversions: what the app's
  // module is compiled with.
  var MODULE_OF_THE_FLOOR = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 28, 1, 26, 0,
    208, 111, 26, 65, 0, 65, 0, 65, 0, 252, 11, 0, 65, 0, 192, 26, 67, 0, 0, 0, 0, 252, 0, 26, 11
  ];

  var replaced = false;
  var repairing = false;

  // ---- The look ---------------------------------------------------------------------------

  function applyLook() {
    var look = {};
    try {
      look = JSON.parse(window.localStorage.getItem(LOOK_KEY)) || {};
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

  // ---- The floor --------------------------------------------------------------------------

  function missingFeatures() {
    var missing = [];
    function need(name, test) {
      var there = false;
      try {
        there = test();
      } catch (ignored) {
        there = false;
      }
      if (!there) {
        missing.push(name);
      }
    }
    need("globalThis", function () {
      return typeof globalThis === "object";
    });
    need("WebAssembly", function () {
      return typeof WebAssembly === "object" && typeof WebAssembly.instantiate === "function";
    });
    need("WebAssembly features", function () {
      return WebAssembly.validate(new Uint8Array(MODULE_OF_THE_FLOOR));
    });
    need("script modules", function () {
      return "noModule" in document.createElement("script");
    });
    need("dialog", function () {
      return typeof HTMLDialogElement === "function";
    });
    need("findLast", function () {
      return typeof Array.prototype.findLast === "function";
    });
    need("DecompressionStream", function () {
      return typeof DecompressionStream === "function";
    });
    return missing;
  }

  // ---- What is stored, verbatim -----------------------------------------------------------

  function readStore(raw) {
    try {
      var store = window.localStorage;
      for (var index = 0; index < store.length; index += 1) {
        var key = store.key(index);
        if (key.indexOf(STORE_PREFIX) === 0) {
          raw.local_storage[key] = store.getItem(key);
        }
      }
    } catch (error) {
      raw.unreadable.push("local storage: " + error);
    }
  }

  function readJournal(raw, done) {
    var answered = false;
    function answer(problem) {
      if (answered) {
        return;
      }
      answered = true;
      if (problem) {
        raw.unreadable.push("journal: " + problem);
      }
      done();
    }
    window.setTimeout(function () {
      answer("no answer");
    }, JOURNAL_PATIENCE_MS);
    try {
      var opening = window.indexedDB.open(DATABASE);
      opening.onupgradeneeded = function () {
        // There is no journal. An empty database made here would be in the app's way.
        opening.transaction.abort();
      };
      opening.onerror = function (event) {
        event.preventDefault();
        answer("cannot be opened");
      };
      opening.onsuccess = function () {
        try {
          var database = opening.result;
          var reading = database.transaction(JOURNAL, "readonly").objectStore(JOURNAL).getAll();
          reading.onsuccess = function () {
            raw.journal = reading.result;
            database.close();
            answer();
          };
          reading.onerror = function () {
            answer("cannot be read");
          };
        } catch (error) {
          answer(String(error));
        }
      };
    } catch (error) {
      answer(String(error));
    }
  }

  function readEverything(done) {
    var raw = {
      format: "wuxing-rescue",
      version: 1,
      local_storage: {},
      journal: null,
      unreadable: []
    };
    readStore(raw);
    readJournal(raw, function () {
      var records = raw.journal ? raw.journal.length : 0;
      var documents = 0;
      for (var key in raw.local_storage) {
        if (key !== LOOK_KEY) {
          documents += 1;
        }
      }
      done(JSON.stringify(raw, null, 2), documents + records > 0);
    });
  }

  // ---- Building blocks --------------------------------------------------------------------

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text) {
      made.appendChild(document.createTextNode(text));
    }
    return made;
  }

  function button(text, className, action) {
    var made = element("button", "rescue-button " + className, text);
    made.type = "button";
    made.onclick = action;
    return made;
  }

  function fileName() {
    function two(number) {
      return (number < 10 ? "0" : "") + number;
    }
    var now = new Date();
    var day = now.getFullYear() + two(now.getMonth() + 1) + two(now.getDate());
    return "wuxing-rescue-" + day + "-" + two(now.getHours()) + two(now.getMinutes()) + ".txt";
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
      var copied = false;
      try {
        copied = document.execCommand("copy");
      } catch (ignored) {
        copied = false;
      }
      done(copied);
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

  // The site can be downloaded anew; the single file has no other.
  function repairPart(page) {
    if (!window.wuxingRepair) {
      return;
    }
    var said = element("p", "rescue-said");
    said.setAttribute("role", "status");
    page.appendChild(
      button("重新下载应用（数据不动）Download again", "rescue-repair", function () {
        said.textContent = "正在下载…";
        window.wuxingRepair(function () {
          said.textContent = "现在下载不到，可能没有网络。什么都没有改，请过一会儿再试。";
        }, true);
      })
    );
    page.appendChild(said);
  }

  // The buttons and the text of the raw data; they appear once it is known that there is any.
  function rawDataPart(page) {
    var part = element("section", "rescue-data");
    part.hidden = true;
    page.appendChild(part);
    readEverything(function (text, anything) {
      if (!anything) {
        return;
      }
      var field = element("textarea", "rescue-text");
      field.readOnly = true;
      field.rows = 6;
      field.setAttribute("aria-label", "原始数据 Raw data");
      field.value = text;
      var said = element("p", "rescue-said");
      said.setAttribute("role", "status");
      part.appendChild(element("h2", "rescue-heading", "原始数据"));
      part.appendChild(
        element(
          "p",
          "rescue-line",
          "这里是你填写过的全部内容，以后可以用它恢复。发给别人之前，请想一想对方该不该看到。"
        )
      );
      part.appendChild(
        button("保存原始数据 Save", "rescue-save", function () {
          try {
            download(text);
            said.textContent = "已交给浏览器保存。如果没有看到文件，请用「复制文字」。";
          } catch (ignored) {
            said.textContent = "这个浏览器不能保存文件，请用「复制文字」。";
          }
        })
      );
      part.appendChild(
        button("复制文字 Copy", "rescue-copy", function () {
          copy(field, function (copied) {
            said.textContent = copied
              ? "已复制。请粘贴到备忘录或文件传输助手里保存。"
              : "没有复制成功。请长按下面的文字，全选后复制。";
          });
        })
      );
      part.appendChild(said);
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

  function replaceBody(state, title, lines, english, message, canReload) {
    if (replaced) {
      return;
    }
    replaced = true;
    root.setAttribute("data-state", state);
    whenBodyIsThere(function () {
      var body = document.body;
      while (body.firstChild) {
        body.removeChild(body.firstChild);
      }
      var page = element("main", "rescue");
      var heading = element("h1", "rescue-title", title);
      heading.tabIndex = -1;
      page.appendChild(heading);
      for (var index = 0; index < lines.length; index += 1) {
        page.appendChild(element("p", "rescue-line", lines[index]));
      }
      var inEnglish = element("p", "rescue-english", english);
      inEnglish.setAttribute("lang", "en");
      page.appendChild(inEnglish);
      if (canReload) {
        page.appendChild(button("重新打开 Reload", "rescue-reload", reload));
        repairPart(page);
      }
      rawDataPart(page);
      var details = element("details", "rescue-details");
      details.appendChild(element("summary", "rescue-summary", "出错信息 Details"));
      details.appendChild(element("pre", "rescue-message", message));
      page.appendChild(details);
      body.appendChild(page);
      heading.focus();
    });
  }

  function showUnsupported(missing) {
    replaceBody(
      "unsupported",
      "这个浏览器太旧，打不开",
      [
        "请把浏览器更新到最新版，或者换一个浏览器再打开这一页：安卓手机用系统自带的新版浏览器或 Chrome、Edge，苹果手机请把系统升级到 16.4 以上。",
        "如果在微信里，请点右上角「…」，选「在浏览器打开」。苹果手机如果开着「锁定模式」，请对这个网站关闭它。",
        "以前在这里填写的内容没有被删除。"
      ],
      "This browser is too old for the app. Please update it or use another one (Chrome or Edge 97, Safari 16.4, or newer). Nothing that you entered has been deleted.",
      "Missing: " + missing.join(", ") + "\n" + navigator.userAgent,
      false
    );
  }

  function showRescue(message) {
    replaceBody(
      "rescue",
      "程序出错，停下来了",
      [
        "你的数据没有被删除，还在这台设备上。显示过「已保存」的内容都在。",
        "请点「重新打开」接着用。如果又看到这一页，" +
          (window.wuxingRepair ? "请点「重新下载应用」。还是不行，" : "") +
          "请先保存下面的原始数据，再把它和出错信息一起发给帮你维护的人。",
        "请不要清除浏览器的数据，也不要删除浏览器。"
      ],
      "The app has stopped because of an error. Your data is still on this device. Reload to go on; if this page comes back, save the raw data first. Do not clear the browser's data.",
      message + "\n" + navigator.userAgent,
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

  // ---- Errors that are ours ---------------------------------------------------------------

  function withoutHash(address) {
    return String(address || "").split("#")[0];
  }

  function ownScripts() {
    var own = [];
    var scripts = document.getElementsByTagName("script");
    for (var index = 0; index < scripts.length; index += 1) {
      // A script without an address is inlined, as in the single file. Programs that inject
      // scripts of their own into a page of the web must not bring the app down.
      if (scripts[index].src) {
        own.push(withoutHash(scripts[index].src));
      }
    }
    if (window.location.protocol === "file:") {
      own.push(withoutHash(window.location.href));
    }
    return own;
  }

  function isOwnAddress(address) {
    return address.indexOf("wasm://") === 0 || ownScripts().indexOf(withoutHash(address)) >= 0;
  }

  function isTrap(error) {
    return (
      typeof WebAssembly === "object" &&
      (error instanceof WebAssembly.RuntimeError ||
        error instanceof WebAssembly.CompileError ||
        error instanceof WebAssembly.LinkError)
    );
  }

  function isOwnStack(error) {
    var stack = String((error && error.stack) || "");
    if (/(-extension|webkit-masked-url):\/\//.test(stack)) {
      return false;
    }
    var own = ownScripts();
    for (var index = 0; index < own.length; index += 1) {
      if (stack.indexOf(own[index]) >= 0) {
        return true;
      }
    }
    return stack.indexOf("wasm://") >= 0 || stack.indexOf(".wasm") >= 0;
  }

  function isStarting() {
    return root.getAttribute("data-state") !== "ready";
  }

  // Whether a file may be at fault that did not come, or came as something else or half of it. A
  // trap and a lack of memory are no fault of a file; what the app says of itself is a text.
  function isOfAFile(error) {
    var isTrapped = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
    return error instanceof Error && !(error instanceof RangeError) && !isTrapped;
  }

  // An error of our own brings up the rescue page, or first mends what has not even started.
  function failed(error, message) {
    if (isStarting() && isOfAFile(error)) {
      repairOrRescue(message);
    } else if (!repairing) {
      showRescue(message);
    }
  }

  function words(error, otherwise) {
    if (error && error.stack) {
      var stack = String(error.stack);
      var said = String(error);
      return stack.indexOf(said) >= 0 ? stack : said + "\n" + stack;
    }
    return String(error || otherwise);
  }

  function onError(event) {
    var target = event.target;
    if (target && target !== window && target.tagName) {
      if (target.tagName === "SCRIPT" && isStarting() && isOwnAddress(target.src)) {
        repairOrRescue("Could not load " + target.src);
      }
      return;
    }
    var message = String(event.message || "");
    if (message.indexOf("ResizeObserver loop") >= 0) {
      return;
    }
    if (isTrap(event.error) || isOwnAddress(event.filename || "")) {
      var where = event.filename + ":" + event.lineno + ":" + event.colno;
      failed(event.error, words(event.error, message + " " + where));
    }
  }

  function onRejection(event) {
    var reason = event.reason;
    // A refusal of the browser (a clipboard, a notification) is no failure of the app.
    var refusal = typeof DOMException === "function" && reason instanceof DOMException;
    if (isTrap(reason) || (!refusal && isOwnStack(reason))) {
      failed(reason, words(reason, "unhandled rejection"));
    } else if (isStarting() && reason instanceof TypeError && !reason.stack) {
      // Some browsers give a failed download of the app's own module no stack.
      failed(reason, words(reason, "unhandled rejection"));
    }
  }

  // ---- A start that takes long ------------------------------------------------------------

  function watchStart() {
    window.setTimeout(function () {
      if (replaced || !isStarting() || !document.body) {
        return;
      }
      var panel = element("aside", "rescue rescue-slow");
      panel.setAttribute("role", "status");
      panel.appendChild(element("p", "rescue-line", "打开得比平时慢，可能是网络不好。可以再等等，也可以重新打开。你的数据还在这台设备上。"));
      var inEnglish = element("p", "rescue-english", "This takes longer than usual. You can wait or reload; your data is still on this device.");
      inEnglish.setAttribute("lang", "en");
      panel.appendChild(inEnglish);
      panel.appendChild(button("重新打开 Reload", "rescue-reload", reload));
      repairPart(panel);
      rawDataPart(panel);
      document.body.appendChild(panel);
      var watch = window.setInterval(function () {
        if (replaced || !isStarting()) {
          window.clearInterval(watch);
          if (panel.parentNode) {
            panel.parentNode.removeChild(panel);
          }
        }
      }, 250);
    }, START_PATIENCE_MS);
  }

  applyLook();
  var missing = missingFeatures();
  if (missing.length > 0) {
    showUnsupported(missing);
    return;
  }
  // The app's panic hook calls this first, with a text; the trap that follows finds the page
  // replaced. The start script calls it with an error.
  window.wuxingRescue = function (message) {
    failed(message, words(message, "no message"));
  };
  window.addEventListener("error", onError, true);
  window.addEventListener("unhandledrejection", onRejection);
  window.addEventListener("load", function () {
    // A script that came empty is no error. In the single file it stands inside the page.
    if (isStarting() && !window.wuxingBegins && window.wuxingRepair) {
      repairOrRescue("The script of the app is empty");
    }
  });
  watchStart();
})();
