// Searches the codebook: shows the entries that have all the words, and marks the words in them.
"use strict";
(() => {
  const MOST_MARKS = 2000;
  const form = document.getElementById("search");
  const count = document.getElementById("count");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const kinds = [...document.querySelectorAll(".kind")];
  const parts = [...document.querySelectorAll(".part")];
  const entries = [...document.querySelectorAll(".entry")].map((element) => ({
    element,
    kind: element.closest(".kind").id,
    words: fold(`${element.closest(".part").dataset.words ?? ""} ${element.textContent}`),
  }));

  function wordsOf(text) { return fold(text).split(/\s+/).filter(Boolean); }

  function search() {
    const words = wordsOf(form.text.value), kind = form.kind.value;
    const all = !words.length && !kind;
    let shown = 0;
    for (const entry of entries) {
      const here = (!kind || entry.kind === kind) && words.every((word) => entry.words.includes(word));
      entry.element.hidden = !here;
      if (here) shown++;
    }
    for (const part of parts) {
      if (!part.classList.contains("entry")) part.hidden = !all && !part.querySelector(".entry:not([hidden])");
    }
    for (const one of kinds) one.hidden = !all && !one.querySelector(".entry:not([hidden])");
    document.body.classList.toggle("searched", !all);
    count.textContent = all ? `${entries.length.toLocaleString("en")} entries` :
      `${shown.toLocaleString("en")} of ${entries.length.toLocaleString("en")} entries`;
    document.getElementById("none").hidden = shown > 0;
    mark(words);
  }

  // Marks words where they stand; a browser without the Highlight API shows the entries unmarked.
  function mark(words) {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    const ranges = [];
    const longer = words.filter((word) => word.length > 1);
    if (!longer.length) return;
    for (const {element} of entries) {
      if (element.hidden) continue;
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() && ranges.length < MOST_MARKS) {
        const node = texts.currentNode, text = node.data.toLowerCase();
        for (const word of longer) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  // An address is a place in the codebook, or `#search=words`, which can be passed on.
  function toAddress() {
    const text = form.text.value.trim();
    if (text) history.replaceState(null, "", `#search=${encodeURIComponent(text)}`);
    else if (location.hash.startsWith("#search=")) history.replaceState(null, "", "#");
  }

  function fromAddress() {
    let hash = location.hash.slice(1);
    try { hash = decodeURIComponent(hash); } catch { /* an address that somebody cut short */ }
    if (hash.startsWith("search=")) {
      form.text.value = hash.slice("search=".length);
      search();
      return;
    }
    const target = hash && document.getElementById(hash);
    if (target && (target.hidden || target.closest("[hidden]"))) { clear(); target.scrollIntoView(); }
  }

  function clear() {
    form.reset();
    search();
  }

  if (window.matchMedia("(max-width: 860px)").matches) {
    for (const list of document.querySelectorAll(".contents details")) list.open = false;
  }
  form.hidden = false;
  form.addEventListener("input", () => { search(); toAddress(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", fromAddress);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing) { event.preventDefault(); form.text.focus(); }
    if (event.key === "Escape" && typing) { event.preventDefault(); clear(); toAddress(); }
  });
  search();
  fromAddress();
  document.documentElement.dataset.ready = "yes";
})();
