// Looks at a page as a person does: by role and by the name that is to be read or heard.
// The body of a function: the first argument names what to look for, the others say which.
// White space in names does not count, since Chinese has none and markup brings some.

const ROLES = {
  button:
    "button, summary, input[type=button], input[type=submit], input[type=reset], [role=button]",
  link: "a[href], [role=link]",
  radio: "input[type=radio], [role=radio]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  field:
    "input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=reset], " +
    "[type=hidden]), " +
    "textarea, [role=textbox], [role=spinbutton]",
  file: "input[type=file]",
  choice: "select",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  group: "fieldset, [role=group], [role=radiogroup]",
  card: "article, section[aria-labelledby]",
  item: "li, [role=listitem]",
  status: "output, [role=status], [role=alert], [aria-live=polite], [aria-live=assertive]",
};

// A page on its way has no body yet, and says nothing.
const words = () => document.body?.innerText ?? "";

const squeeze = (text) => (text ?? "").replace(/\s+/g, "");

function isShown(element) {
  return element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
}

// What an element says, with the names of pictures and without what is decoration.
function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true" || node.hidden) return "";
  if (/^(script|style|template|select|textarea)$/i.test(node.tagName)) return "";
  const label = node.getAttribute("aria-label");
  if (label) return label;
  if (node.tagName === "IMG") return node.alt;
  return [...node.childNodes].map(textOf).join("");
}

function nameOf(element) {
  const references = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const named = references.map((id) => document.getElementById(id)).filter(Boolean);
  if (named.length > 0) return named.map(textOf).join(" ");
  const label = element.getAttribute("aria-label");
  if (label) return label;
  if (element.labels?.length > 0) return [...element.labels].map(textOf).join(" ");
  const kind = element.tagName;
  if (kind === "FIELDSET") return textOf(element.querySelector(":scope > legend") ?? element);
  if (kind === "INPUT" && /^(button|submit|reset)$/.test(element.type)) return element.value;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(kind)) return element.title || element.placeholder || "";
  return textOf(element) || element.title;
}

// Behind an open dialog nothing can be reached.
function reachable() {
  const dialogs = document.querySelectorAll("dialog:modal");
  return dialogs[dialogs.length - 1] ?? document.body ?? document.documentElement;
}

function all(role, within) {
  return [...(within ?? reachable()).querySelectorAll(ROLES[role])].filter(isShown);
}

// A whole name is meant before the beginning of one, and that before a part.
function named(elements, name) {
  const wanted = squeeze(name);
  const names = elements.map((element) => squeeze(nameOf(element)));
  const whole = elements.filter((_, index) => names[index] === wanted);
  if (whole.length > 0) return whole;
  const begins = elements.filter((_, index) => names[index].startsWith(wanted));
  if (begins.length > 0) return begins;
  return elements.filter((_, index) => names[index].includes(wanted));
}

// A person taps the words beside a radio button, not the ring.
function targetOf(element) {
  const isTick = /^(radio|checkbox)$/.test(element.type ?? "");
  const target = isTick ? (element.closest("label") ?? element.labels?.[0] ?? element) : element;
  target.scrollIntoView({ block: "center", behavior: "instant" });
  return target;
}

function describe(element) {
  const name = nameOf(element).replace(/\s+/g, " ").trim();
  const state = element.checked ? " (checked)" : element.disabled ? " (disabled)" : "";
  return name + state;
}

// The radio buttons of a group, without those of a group inside of it.
function radiosOf(group) {
  return all("radio", group).filter((radio) => radio.closest(ROLES.group) === group);
}

const looks = {
  // Elements of a role with a name, perhaps inside a group or card with a name.
  find(role, name, group) {
    if (!group) return named(all(role), name);
    const groups = [...named(all("group"), group), ...named(all("card"), group)];
    return [...new Set(groups.flatMap((one) => named(all(role, one), name)))];
  },

  target: targetOf,

  // Where it stands in the window: from above, from the left, and how wide and high it is.
  place(element) {
    const { top, left, width, height } = element.getBoundingClientRect();
    return [top, left, width, height];
  },

  // Opens the cards of what was answered before; how many there were.
  unfoldAnswered() {
    const folded = all("button").filter((one) => one.matches(".answered[aria-expanded=false]"));
    folded.forEach((one) => one.click());
    return folded.length;
  },

  // What there is to see, for a message that says what was there instead.
  inventory() {
    const list = (role) => {
      const names = all(role).map(describe);
      return names.length === 0 ? [] : [`  ${role}: ${names.join(" | ")}`];
    };
    const place = `on ${location.hash || location.pathname} (${document.title})`;
    const shown = ["heading", "status", "button", "link"];
    const asked = ["group", "radio", "checkbox", "field", "choice"];
    const roles = [...shown, ...asked];
    // A page that stopped tells why in a part that is folded away.
    const stopped = document.querySelector(".rescue-message")?.textContent;
    const anew = document.documentElement.dataset.startedAnew;
    const why = [
      ...(stopped ? [`  stopped by: ${stopped}`] : []),
      ...(anew ? [`  started anew after: ${anew}`] : []),
    ];
    return [place, ...why, ...roles.flatMap(list)].join("\n").slice(0, 6000);
  },

  // Every group of radio buttons that is shown: its name, the names in it, and the chosen one.
  questions() {
    return all("group")
      .map((group) => ({
        name: nameOf(group).replace(/\s+/g, " ").trim(),
        choices: radiosOf(group),
      }))
      .filter((question) => question.choices.length > 0)
      .map((question) => ({
        name: question.name,
        choices: question.choices.map((radio) => nameOf(radio).replace(/\s+/g, " ").trim()),
        chosen: question.choices.findIndex((radio) => radio.checked),
      }));
  },

  // The radio button of a group by their places among all that are shown.
  choice(question, choice) {
    const groups = all("group")
      .map(radiosOf)
      .filter((radios) => radios.length > 0);
    return groups[question]?.[choice] ?? null;
  },

  // Every group that has a field with this label: its name, and what stands in the field.
  fields(label) {
    const fields = [...new Set(all("group").flatMap((group) => named(all("field", group), label)))];
    return fields.map((field) => ({
      group: nameOf(field.closest(ROLES.group)).replace(/\s+/g, " ").trim(),
      value: field.value,
    }));
  },

  // What the page itself says, without the frame around it.
  mainText() {
    return document.querySelector("main")?.innerText ?? "";
  },

  // Every heading of the second level with the entries of the lists below it, as they are read.
  sections() {
    const parts = all("heading").filter((heading) => heading.tagName === "H2");
    const isBehind = (one, other) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    return parts.map((heading, index) => {
      const next = parts[index + 1];
      const isOfPart = (item) => isBehind(heading, item) && (!next || isBehind(item, next));
      const said = (item) => textOf(item).replace(/\s+/g, " ").trim();
      return [nameOf(heading).trim(), all("item").filter(isOfPart).map(said)];
    });
  },

  // Names of everything of a role.
  names(role) {
    return all(role).map((element) => nameOf(element).replace(/\s+/g, " ").trim());
  },

  // Addresses of everything that leads to another page of the app.
  addresses() {
    return all("link").map((link) => link.getAttribute("href"));
  },

  says(text) {
    return squeeze(words()).includes(squeeze(text));
  },

  text() {
    return words();
  },

  value(element) {
    return element.value;
  },

  isReady() {
    return document.documentElement.dataset.state === "ready";
  },

  isRescue() {
    // repair.html looks the same, and leads on by itself.
    if (document.documentElement.hasAttribute("data-repair")) return null;
    return document.querySelector(".rescue")?.innerText ?? null;
  },

  isChecked(element) {
    return element.checked === true || element.getAttribute("aria-checked") === "true";
  },

  isDisabled(element) {
    return element.disabled === true;
  },
};

const [look, ...which] = arguments;
return looks[look](...which);
