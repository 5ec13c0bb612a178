// Tells errors of the app from those of extensions and of what other programs put into the page.
// Only browsers that have all that the app needs come as far as this.

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
    error instanceof WebAssembly.RuntimeError ||
    error instanceof WebAssembly.CompileError ||
    error instanceof WebAssembly.LinkError
  );
}

function isOwnStack(error) {
  var stack = String((error && error.stack) || "");
  if (/(-extension|webkit-masked-url):\/\//.test(stack)) {
    return false;
  }
  return ownScripts().concat("wasm://", ".wasm").some(function (own) {
    return stack.indexOf(own) >= 0;
  });
}

function isStarting() {
  return root.getAttribute("data-state") !== "ready";
}

// Whether a file may be at fault that did not come, or came as something else or half of it. A
// trap and a lack of memory are no fault of a file; what the app says of itself is a text.
function isOfAFile(error) {
  return (
    error instanceof Error &&
    !(error instanceof RangeError) &&
    !(error instanceof WebAssembly.RuntimeError)
  );
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
  var isRefusal = reason instanceof DOMException;
  if (isTrap(reason) || (!isRefusal && isOwnStack(reason))) {
    failed(reason, words(reason, "unhandled rejection"));
  } else if (isStarting() && reason instanceof TypeError && !reason.stack) {
    // Some browsers give a failed download of the app's own module no stack.
    failed(reason, words(reason, "unhandled rejection"));
  }
}
