// Begins: what is done before the app, and what waits for its failures.

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
// An offer to put the app on the home screen may come before the app runs; `platform::install`
// passes it on.
window.addEventListener("beforeinstallprompt", function (event) {
  event.preventDefault();
  window.wuxingInstall = event;
});
watchStart();
