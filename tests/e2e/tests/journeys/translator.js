// Stands in for the page translation of a browser: it puts every text into an element of its own,
// now and whenever the page changes, and leaves alone what asks for that, unless `window.isDeaf`.
(() => {
  const NEVER = new Set(["SCRIPT", "STYLE", "TEXTAREA", "NOSCRIPT", "TITLE", "OPTION"]);
  const done = new WeakSet();
  function translate(node) {
    const parent = node.parentElement;
    if (!parent || !node.nodeValue.trim() || done.has(node) || NEVER.has(parent.tagName)) return;
    if (!window.isDeaf && parent.closest("[translate=no], .notranslate")) return;
    const translated = document.createTextNode(node.nodeValue);
    done.add(translated);
    done.add(node);
    const inner = document.createElement("font");
    const outer = document.createElement("font");
    inner.append(translated);
    outer.append(inner);
    node.replaceWith(outer);
  }
  function walk(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(translate);
  }
  window.translated = () => document.querySelectorAll("font").length;
  walk(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType === Node.TEXT_NODE) translate(node);
        else if (node.nodeType === Node.ELEMENT_NODE) walk(node);
      }
      if (change.type === "characterData") translate(change.target);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
})();
