// Asks for the modules that this start needs while the page is still being read: one wait on the
// network less than if the script of the app asked for them. The build puts this behind needed.js
// into the page of the site. Not here: waiting for them, and what happens when one does not come.
(function () {
  // By part of the app, the files that it consists of.
  var PARTS = {"/*PARTS*/": []};
  var asked = [];
  neededAtStart().forEach(function (part) {
    (PARTS[part] || []).forEach(function (file) {
      if (asked.indexOf(file) !== -1) {
        return;
      }
      asked.push(file);
      var link = document.createElement("link");
      link.rel = "preload";
      link.as = "fetch";
      link.type = "application/wasm";
      link.crossOrigin = "anonymous";
      link.href = file;
      document.head.appendChild(link);
    });
  });
})();
