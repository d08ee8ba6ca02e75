"use strict";
/* Opens the sentence of a mark, filters events, switches the theme. Without it the page loses none of its content. */
(function () {
  const root = document.documentElement;
  const pane = document.getElementById("pane");
  const body = document.getElementById("pane-body");
  const heading = document.getElementById("pane-h");
  const wide = window.matchMedia("(min-width: 75rem)");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const closer = document.getElementById("close");
  const hint = body.firstElementChild;
  const CITED = ["Publisher", "Published", "Address", "SHA-256"];
  let opener = null;

  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* Marks: offsets are code points of the report's text; the DOM counts UTF-16 units. */
  function sentenceOf(link) {
    return document.querySelector(".s" + link.getAttribute("href"));
  }

  function span(link) {
    return link.dataset.at.split("-").map(Number);
  }

  function parts(sentence, start, end) {
    const points = Array.from(sentence.querySelector(".t").textContent);
    const offset = Number(sentence.dataset.o);
    const from = Math.max(start - offset, 0);
    const to = Math.max(Math.min(end - offset, points.length), from);
    return [points.slice(0, from), points.slice(from, to), points.slice(to)].map((p) => p.join(""));
  }

  /* Characters that turn or hide text are shown by their code, as elsewhere on the page. */
  function seen(text) {
    return text.replace(/[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, (c) => {
      return "[U+" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") + "]";
    });
  }

  function shown(sentence, here, start, end) {
    const run = element("span", sentence === here ? "here" : "");
    const number = element("span", "n", sentence.querySelector(".n").textContent);
    const [before, words, after] = parts(sentence, start, end).map(seen);
    run.append(number, before);
    if (words) run.append(element("mark", "hit", words));
    run.append(after + " ");
    return run;
  }

  function backs(sentence) {
    const number = sentence.querySelector(".n").textContent;
    const rows = sentence.closest(".par").querySelectorAll(".margin li");
    return Array.from(rows).find((row) => row.querySelector(".n").textContent === number);
  }

  /* A title is the report's own words: it keeps its quotation marks. */
  function headline(sheet) {
    const title = sheet.querySelector("h3 q");
    const name = sheet.querySelector("h3 .num").textContent + " ";
    return name + (title ? "“" + title.textContent + "”" : sheet.querySelector("h3 .unknown").textContent);
  }

  function fill(link) {
    const sentence = sentenceOf(link);
    const sheet = sentence.closest(".sheet");
    const [start, end] = span(link);
    const from = element("p", "from", headline(sheet));
    const context = element("p", "context");
    for (const line of sentence.closest(".par").querySelectorAll(".s")) {
      context.append(shown(line, sentence, start, end));
    }
    const jump = element("a", "", "Go to it in the full text");
    jump.href = link.getAttribute("href");
    jump.addEventListener("click", () => {
      unfoldTo(sentence);
      mark(sentence, start, end);
    });
    const way = element("p", "jump");
    way.append(jump, " ", citing(link, sheet));
    body.replaceChildren(from, context, ...also(sentence), way);
    if (opener) opener.classList.remove("open");
    opener = link;
    link.classList.add("open");
    closer.hidden = false;
  }

  function plainly(cell) {
    const copy = cell.cloneNode(true);
    for (const note of copy.querySelectorAll(".note")) note.remove();
    return copy.textContent.trim();
  }

  /* Words, report, sentence, hash: what a footnote needs. Where the clipboard is closed, the line is shown to be copied by hand. */
  function citing(link, sheet) {
    const [start, end] = span(link);
    const [, words] = parts(sentenceOf(link), start, end);
    const rows = Array.from(sheet.querySelectorAll(".meta div"), (row) => [row.firstElementChild.textContent, plainly(row.lastElementChild)]);
    const from = rows.filter(([name, value]) => CITED.includes(name) && value !== "not known").map(([name, value]) => (name === "SHA-256" ? name + " " : "") + value);
    const title = sheet.querySelector("h3 q");
    if (title) from.unshift("“" + title.textContent + "”");
    const line = "“" + words + "” (" + [...from, "sentence " + link.hash.split("-s")[1]].join(", ") + ")";
    const button = element("button", "plain", "Copy a citation");
    button.type = "button";
    button.addEventListener("click", () => {
      const done = () => { button.textContent = "Copied"; };
      const failed = () => { button.replaceWith(element("span", "cite", line)); };
      if (navigator.clipboard) navigator.clipboard.writeText(line).then(done, failed);
      else failed();
    });
    return button;
  }

  function open(link) {
    fill(link);
    pane.hidden = false;
    pane.scrollTop = 0;
    heading.focus({ preventScroll: true });
    const hit = body.querySelector(".hit");
    if (hit) hit.scrollIntoView({ block: "nearest" });
  }

  function also(sentence) {
    const row = backs(sentence);
    if (!row) return [];
    const line = element("p", "backs", "Rests on this sentence: ");
    for (const to of row.querySelectorAll(".to")) {
      line.append(to.cloneNode(true), " ");
    }
    return [line];
  }

  /* Marks the exact words in the full text, where the browser can do so without touching the text. */
  function mark(sentence, start, end) {
    if (!("highlights" in CSS)) return;
    const offset = Number(sentence.dataset.o);
    const range = new Range();
    const from = place(sentence, start - offset);
    const to = place(sentence, end - offset);
    range.setStart(from.node, from.at);
    range.setEnd(to.node, to.at);
    CSS.highlights.set("words", new Highlight(range));
  }

  function place(sentence, points) {
    const walker = document.createTreeWalker(sentence.querySelector(".t"), NodeFilter.SHOW_TEXT);
    let left = Math.max(points, 0);
    let node = walker.nextNode();
    for (;;) {
      const characters = Array.from(node.data);
      const next = walker.nextNode();
      if (left <= characters.length || !next) {
        return { node: node, at: characters.slice(0, left).join("").length };
      }
      left -= characters.length;
      node = next;
    }
  }

  function close() {
    body.replaceChildren(hint);
    closer.hidden = true;
    pane.hidden = !wide.matches;
    if (opener) {
      opener.classList.remove("open");
      opener.focus({ preventScroll: true });
    }
    opener = null;
  }

  document.querySelectorAll(".val").forEach((value, n) => {
    value.lastElementChild.id = "why" + n;
    value.firstElementChild.setAttribute("aria-describedby", "why" + n);
  });

  /* Reasons open by pointer and focus alone; a tap holds one open, and Escape or a tap elsewhere shuts it. */
  function shut(but) {
    for (const held of document.querySelectorAll(".val.shown")) if (held !== but) held.classList.remove("shown");
  }
  document.addEventListener("click", (event) => {
    const value = event.target.closest(".val > button");
    const inside = event.target.closest(".val");
    shut(inside);
    if (value) value.parentElement.classList.add("shown");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    shut(null);
    for (const open of document.querySelectorAll(".val:hover, .val:focus-within")) open.classList.add("shut");
  });
  for (const leave of ["pointerout", "focusout"]) {
    document.addEventListener(leave, (event) => {
      const left = event.target.closest(".val");
      if (left && !left.contains(event.relatedTarget)) left.classList.remove("shut");
    });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ev[data-at]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !sentenceOf(link)) return;
    event.preventDefault();
    open(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener) close();
  });
  closer.addEventListener("click", close);

  function unfoldTo(target) {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
  const texts = document.getElementById("unfold");
  if (texts) {
    texts.hidden = false;
    texts.addEventListener("click", () => {
      const folds = Array.from(document.querySelectorAll("#reports .full"));
      const opening = folds.some((fold) => !fold.open);
      for (const fold of folds) fold.open = opening;
      texts.textContent = opening ? "Fold all texts" : "Open all texts";
    });
  }

  /* A link to a card opens the folds it lies in. */
  function unfold() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    unfoldTo(target);
    if (!wide.matches && target.classList.contains("s")) pane.hidden = true;
    target.scrollIntoView({ block: "start" });
  }
  window.addEventListener("hashchange", unfold);

  /* Filter */
  const filters = document.getElementById("filters");
  const cards = Array.from(document.querySelectorAll("#events .card"));
  /* What a card says of itself, as it prints it. */
  const reported = new Map(Array.from(document.querySelectorAll("#reports .sheet"), (sheet) => ["R" + sheet.id.slice(1), headline(sheet)]));
  const SAID = { who: ".who .val > button", where: ".where .val > button:not(.unknown)", by: ".voices > li > b" };
  const known = new Map();
  function listed(card, key) {
    if (!known.has(key)) known.set(key, new Map());
    const kept = known.get(key);
    if (!kept.has(card)) kept.set(card, said(card, key));
    return kept.get(card);
  }
  function said(card, key) {
    if (key === "type") return [card.dataset.type];
    if (key === "in") return Array.from(new Set(Array.from(card.querySelectorAll(".tell .ref"), (a) => a.textContent.split(" ")[0])));
    const found = Array.from(card.querySelectorAll(SAID[key]), (b) => b.textContent);
    return Array.from(new Set(key === "where" ? found.flatMap((text) => text.split(", ")) : found));
  }

  function dated(card, since, until) {
    if (!since && !until) return true;
    const first = card.dataset.from || card.dataset.to;
    const last = card.dataset.to || card.dataset.from;
    return Boolean(first) && (!since || last >= since) && (!until || first <= until);
  }

  /* One list for each thing the cards differ in, the commonest first. */
  function pick(key, name) {
    const counts = new Map();
    for (const card of cards) for (const one of listed(card, key)) counts.set(one, (counts.get(one) || 0) + 1);
    if (counts.size < 2) return;
    const list = element("select");
    list.dataset.key = key;
    list.append(new Option("any", ""));
    const ranked = Array.from(counts).sort((a, b) => key === "in" ? a[0].slice(1) - b[0].slice(1) : b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [one, times] of ranked) list.append(new Option((key === "in" ? reported.get(one) || one : one) + " (" + times + ")", one));
    const row = element("label", "", name + " ");
    row.append(list);
    document.getElementById("picks").append(row, " ");
  }

  function filter() {
    const chosen = Array.from(filters.querySelectorAll("[aria-pressed=true]"), (b) => b.dataset.filter);
    const picked = Array.from(filters.querySelectorAll("select")).filter((s) => s.value);
    const [since, until] = ["from", "to"].map((id) => document.getElementById(id).value);
    const words = document.getElementById("find").value.trim().toLocaleLowerCase("en");
    let kept = 0;
    for (const card of cards) {
      const fits = !chosen.length || chosen.includes(card.dataset.status);
      card.hidden = !(fits && picked.every((s) => listed(card, s.dataset.key).includes(s.value)) && dated(card, since, until) && (!words || card.textContent.toLocaleLowerCase("en").includes(words)));
      kept += card.hidden ? 0 : 1;
    }
    for (const fold of document.querySelectorAll("#events .group, #events .layer")) {
      fold.hidden = !fold.querySelector(".card:not([hidden])");
    }
    const all = kept === cards.length;
    document.getElementById("found").textContent = all ? "" : kept + " of " + cards.length + " shown";
    document.getElementById("all").hidden = all;
  }
  if (filters) {
    filters.hidden = false;
    [["type", "type"], ["who", "actor or target"], ["where", "place"], ["by", "source"], ["in", "report"]].forEach(([key, name]) => pick(key, name));
    document.getElementById("all").addEventListener("click", () => {
      filters.reset();
      for (const button of filters.querySelectorAll("[aria-pressed=true]")) button.setAttribute("aria-pressed", "false");
      filter();
    });
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("input", filter);
    filters.addEventListener("click", (event) => {
      const button = event.target.closest("[data-filter]");
      if (!button) return;
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }

  /* Theme, remembered only while the page is open */
  const theme = document.getElementById("theme");
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  }
  function nameTheme() {
    theme.textContent = isDark() ? "Light" : "Dark";
    theme.setAttribute("aria-label", "Switch to the " + (isDark() ? "light" : "dark") + " theme");
  }
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  dark.addEventListener("change", nameTheme);
  nameTheme();

  /* Folded parts are printed too, but for what only repeats or explains: that is where somebody opened it. */
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = Array.from(document.querySelectorAll("details:not([open]):not(.aside)"));
    for (const fold of folded) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });

  function room() {
    if (wide.matches) pane.hidden = false;
    else if (!pane.contains(document.activeElement)) pane.hidden = true;
  }
  root.classList.add("js");
  wide.addEventListener("change", room);
  room();
  const first = document.querySelector("main a.ev[data-at]");
  if (wide.matches && first && sentenceOf(first)) fill(first);
  unfold();
})();
