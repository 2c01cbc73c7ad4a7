// What the page knows: the data files as they arrive, the events as columns, and which of them a reader wants.
"use strict";
(() => {
  const arrived = new Map(); // "kind/number" -> value
  const waiting = new Map(); // "kind/number" -> [resolve, reject]
  const DAY = 86400000;

  function arrive(kind, number, value) {
    arrived.set(`${kind}/${number}`, value);
  }

  // Loads a data file once; a page opened from a disk may not fetch, but it may add a script.
  function load(kind, number, file) {
    const key = `${kind}/${number}`;
    if (arrived.has(key)) return Promise.resolve(arrived.get(key));
    if (!waiting.has(key)) {
      waiting.set(key, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = file;
        script.onload = () => (arrived.has(key) ? resolve(arrived.get(key)) : reject(new Error(file)));
        script.onerror = () => { waiting.delete(key); reject(new Error(file)); };
        document.head.append(script);
      }));
    }
    return waiting.get(key);
  }

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const dayOf = (iso) => {
    const time = Date.parse(`${iso}T00:00:00Z`);
    return Number.isNaN(time) ? null : time / DAY;
  };
  const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
  const padded = (number) => String(number).padStart(4, "0");

  class Store {
    constructor(packed, about) {
      this.about = about;
      this.ids = packed.ids;
      this.size = packed.ids.length;
      this.day = Int32Array.from(packed.day);
      this.lat = Float64Array.from(packed.lat, (v) => (v === null ? NaN : v / 10000));
      this.lon = Float64Array.from(packed.lon, (v) => (v === null ? NaN : v / 10000));
      this.numbers = packed.numbers;
      this.confidence = packed.confidence;
      this.texts = packed.texts;
      for (const column of Object.values(this.texts)) column.codes = Uint32Array.from(column.codes);
      this.fatalities = Int32Array.from(packed.numbers.fatalities);
      this.notes = null;
      this.rowOf = null;
    }

    text(column, row) {
      const {values, codes} = this.texts[column];
      return values[codes[row]];
    }

    row(id) {
      this.rowOf ??= new Map(this.ids.map((value, row) => [value, row]));
      return this.rowOf.get(id) ?? -1;
    }

    // The texts of `column` that at least one event has, most frequent first.
    counted(column) {
      const {values, codes} = this.texts[column];
      const counts = new Uint32Array(values.length);
      for (const code of codes) counts[code]++;
      return values.map((value, code) => [value, counts[code]]).filter(([value, n]) => n && value !== "")
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    }

    actors() {
      const counts = new Map();
      for (const column of ["actor1", "actor2", "assoc_actor_1", "assoc_actor_2"]) {
        for (const [value, n] of this.counted(column)) {
          for (const name of value.split("; ")) counts.set(name, (counts.get(name) ?? 0) + n);
        }
      }
      return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    }

    // Loads all notes, which the text filter searches too; they are many, so they come when first needed.
    async loadNotes() {
      if (this.notes) return;
      const files = [];
      for (let n = 0; n < this.about.noteFiles; n++) files.push(load("notes", n, `page/notes-${padded(n)}.js`));
      this.notes = (await Promise.all(files)).flat().map(fold);
    }

    async note(row) {
      const size = this.about.notesPerFile;
      const number = Math.floor(row / size);
      return (await load("notes", number, `page/notes-${padded(number)}.js`))[row % size];
    }

    async proof(row) {
      const size = this.about.proofsPerFile;
      const number = Math.floor(row / size);
      const file = await load("proof", number, `page/proof-${padded(number)}.js`);
      const [reports, history] = file.events[row % size];
      return {...file, reports, history};
    }

    // A row passes if it has every word of the text in one of its columns, and everything else that is wished.
    // `days` says whether the dates count; the timeline shows the days around the chosen ones as well.
    select(wish, days = true) {
      const tests = [];
      const chosen = (column, keep) => {
        const {values, codes} = this.texts[column];
        const kept = Uint8Array.from(values, (value) => (keep(value) ? 1 : 0));
        return (row) => kept[codes[row]] === 1;
      };
      if (wish.types.size) tests.push(chosen("event_type", (v) => wish.types.has(v)));
      if (wish.sub) tests.push(chosen("sub_event_type", (v) => v === wish.sub));
      if (wish.country) tests.push(chosen("country", (v) => v === wish.country));
      if (wish.actor) {
        const needle = fold(wish.actor);
        const parts = ["actor1", "actor2", "assoc_actor_1", "assoc_actor_2"].map((c) =>
          chosen(c, (v) => fold(v).includes(needle)));
        tests.push((row) => parts.some((part) => part(row)));
      }
      if (wish.deaths) tests.push((row) => this.fatalities[row] >= wish.deaths);
      if (wish.box) {
        const [west, south, east, north] = wish.box;
        tests.push((row) => this.lon[row] >= west && this.lon[row] <= east && this.lat[row] >= south
          && this.lat[row] <= north);
      }
      if (days && wish.from !== null) tests.push((row) => this.day[row] >= wish.from);
      if (days && wish.to !== null) tests.push((row) => this.day[row] <= wish.to);
      for (const word of fold(wish.text).split(/\s+/).filter(Boolean)) {
        const parts = Object.keys(this.texts).map((c) => chosen(c, (v) => fold(v).includes(word)));
        tests.push((row) => parts.some((part) => part(row)) || this.ids[row].toLowerCase().includes(word)
          || (this.notes !== null && this.notes[row].includes(word)));
      }
      const rows = new Uint32Array(this.size);
      let found = 0;
      for (let row = 0; row < this.size; row++) {
        if (tests.every((test) => test(row))) rows[found++] = row;
      }
      return rows.subarray(0, found);
    }

    deaths(rows) {
      let sum = 0;
      for (const row of rows) sum += this.fatalities[row];
      return sum;
    }
  }

  const nothing = () => ({text: "", types: new Set(), sub: "", country: "", actor: "", deaths: 0, from: null,
    to: null, box: null});

  // Builds an element; children are elements or texts, which are never read as markup.
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  // A link only where the address is one of the web; anything else, such as javascript:, stays text.
  function link(address, words) {
    let url = null;
    try { url = new URL(address); } catch { return document.createTextNode(words); }
    if (!/^https?:$/.test(url.protocol)) return document.createTextNode(words);
    return element("a", {href: url.href, rel: "noopener noreferrer nofollow", target: "_blank"}, words);
  }

  window.newsledger = {arrive, arrived, load, Store, nothing, element, link, fold, isoOf, dayOf, plural};
})();
