// Says which modules a start needs beyond the first one. The build puts this into the page, so that
// they are asked for in the first moment (preload.js), and into the script of the app, which waits
// for them. It is written for browsers below the floor as well: boot.js turns those away, and
// nothing may break before it has.

// All of what belongs to no part of the app, beyond the first module: what the ways in which the
// app starts run before the page stands, and all that they do without.
var NO_PART = ["first", "home", "questions", "opened", "own", "rest"];

// How the key of a standard of the user's own begins. A start with one reads it as well.
var OWN_STANDARD = "wuxing:slot:standard/";

// The pages in parts of the app that are opened most, and the part of each. A start there is
// recorded (xtask/src/profile): what it runs of the part stands in "questions" and "opened", so
// that the page does not wait for the whole part.
var PART_OF_PAGE = {
  "#/assess/must": "pages",
  "#/assess/extras": "pages",
  "#/result": "pages",
  "#/checklist": "pages",
  "#/records": "pages",
  "#/me": "pages",
  "#/me/data": "files"
};

// Only on the pages with which the app usually opens, and in Chinese, is it known what the start
// needs.
function neededAtStart() {
  var hash = window.location.hash;
  if (document.documentElement.lang === "en") {
    return NO_PART;
  }
  if (hash === "" || hash === "#" || hash === "#/") {
    return holdsData() ? ["home"].concat(ownStandard()) : ["first"];
  }
  if (hash.indexOf("#/assess") === 0 && holdsData()) {
    return ["questions"].concat(ownStandard());
  }
  if (PART_OF_PAGE[hash] && holdsData()) {
    // The page of the data works with the packs of all types.
    var packs = PART_OF_PAGE[hash] === "files" ? ["packs"] : [];
    return ["opened"].concat(ownStandard(), packs);
  }
  return NO_PART;
}

function holdsData() {
  return holds(function (key) {
    return key.indexOf("wuxing:") === 0 && key !== "wuxing:look";
  });
}

function ownStandard() {
  var isThere = holds(function (key) {
    return key.indexOf(OWN_STANDARD) === 0;
  });
  return isThere ? ["own"] : [];
}

function holds(isIt) {
  try {
    return Object.keys(window.localStorage).some(isIt);
  } catch (error) {
    return false;
  }
}
