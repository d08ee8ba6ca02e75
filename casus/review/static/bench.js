"use strict";
/* Marks words for a form, and one key for each button. Without it every form still works: words are typed as they stand. */
(function () {
  let marked = null; /* the latest words marked, kept until a form takes them */

  const one = (selector, root) => (root || document).querySelector(selector);
  const points = (text) => Array.from(text).length;

  /* Offsets are code points of the report's text; the DOM counts UTF-16 units. */
  function offset(node, at) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const run = element.closest(".t");
    if (!run) return null;
    const range = document.createRange();
    range.selectNodeContents(run);
    range.setEnd(node, at);
    return Number(run.dataset.start) + points(range.toString());
  }

  /* The first and last run that a selection touches; numbers and margins in between are no text. */
  function chosen() {
    const selection = window.getSelection();
    const text = document.getElementById("text");
    if (!text || !selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const runs = Array.from(text.querySelectorAll(".t")).filter((run) => range.intersectsNode(run));
    if (!runs.length) return null;
    const first = runs[0];
    const last = runs[runs.length - 1];
    const start = first.contains(range.startContainer) ? offset(range.startContainer, range.startOffset) : Number(first.dataset.start);
    const end = last.contains(range.endContainer)
      ? offset(range.endContainer, range.endOffset)
      : Number(last.dataset.start) + points(last.textContent);
    const words = runs.map((run) => {
      const inside = document.createRange();
      inside.selectNodeContents(run);
      if (run.contains(range.startContainer)) inside.setStart(range.startContainer, range.startOffset);
      if (run.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
      return inside.toString();
    }).join("");
    return start !== null && end !== null && start < end ? { start, end, words, report: text.dataset.report } : null;
  }

  function fill(form, mark) {
    const words = one("[data-words]", form);
    const report = one('[name="report"]', form);
    if (!words || (report && report.value !== mark.report)) return;
    words.value = mark.words.trim();
    one('[name="start"]', form).value = mark.start;
    one('[name="end"]', form).value = mark.end;
    const follow = one("[data-follow]", form);
    if (follow) {
      follow.value = mark.words.trim().slice(0, 200);
      follow.dispatchEvent(new Event("marked"));
    }
    marked = null;
  }

  function take() {
    const mark = chosen();
    if (!mark) return;
    const form = one("form[data-marks]");
    if (form) fill(form, mark);
    else marked = mark;
  }

  document.addEventListener("mouseup", () => setTimeout(take, 0));
  document.addEventListener("touchend", () => setTimeout(take, 50));
  document.addEventListener("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") take();
  });
  /* Words typed by hand are found by the server. */
  document.addEventListener("input", (event) => {
    if (!event.target.matches || !event.target.matches("[data-words]")) return;
    const form = event.target.closest("form");
    one('[name="start"]', form).value = "";
    one('[name="end"]', form).value = "";
  });

  /* Single keys; they can be switched off. */
  const single = () => localStorage.getItem("casus-keys") !== "off";
  const typing = (target) => target.closest && target.closest("input, textarea, select, [contenteditable]");

  function press(name) {
    const found = one('main [data-key="' + CSS.escape(name) + '"]');
    if (found) found.click();
    return Boolean(found);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return;
    if (event.key === "Escape") {
      press("Escape");
      return;
    }
    if (typing(event.target) || !single()) return;
    const note = one('[data-focus="' + CSS.escape(event.key) + '"]');
    if (event.key === "?") one("#keys").showModal();
    else if (event.key === "q") one('nav a[href="/"]').click();
    else if (note) note.focus();
    else if (event.key === "u" && !one('main [data-key="u"]')) one("#undo").requestSubmit();
    else if (!press(event.key)) return;
    event.preventDefault();
  });

  /* A new page: the field to fill, else the heading's place, has the focus; the words in view are the event's. */
  function arrive() {
    const help = document.getElementById("help");
    if (help) help.onclick = () => one("#keys").showModal();
    const box = document.getElementById("single");
    if (box) {
      box.checked = single();
      box.onchange = () => localStorage.setItem("casus-keys", box.checked ? "on" : "off");
    }
    const text = document.getElementById("text");
    const here = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const mine = here && text && text.contains(here) ? here : one("#text .mine");
    if (text && mine && text.scrollHeight > text.clientHeight) {
      text.scrollTop += mine.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    }
    const form = one("form[data-marks]");
    if (form && marked) fill(form, marked);
    const first = one("main [autofocus]");
    if (first) first.focus({ preventScroll: !form });
  }

  document.addEventListener("DOMContentLoaded", arrive);
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target !== document.body) return;
    arrive();
    if (!one("main [autofocus]") && one("#main")) one("#main").focus({ preventScroll: true });
  });
})();
