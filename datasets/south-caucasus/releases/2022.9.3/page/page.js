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

// Where did it happen? A map on a canvas: countries from the base map, a circle for the events near each other.
"use strict";
(() => {
  const {element, plural} = window.newsledger;
  const LIMIT = 85;
  const CELL = 18; // pixels in which events are drawn as one circle
  const rad = Math.PI / 180;
  const up = (lat) => Math.log(Math.tan(Math.PI / 4 + Math.max(-LIMIT, Math.min(LIMIT, lat)) * rad / 2)) / rad;
  const down = (y) => (2 * Math.atan(Math.exp(y * rad)) - Math.PI / 2) / rad;

  // TopoJSON to rings of projected points; a negative index is an arc taken backwards.
  function earth(topology) {
    const {scale, translate} = topology.transform;
    const arcs = topology.arcs.map((steps) => {
      let x = 0, y = 0;
      return steps.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], up((y += dy) * scale[1] + translate[1])]);
    });
    const ring = (indices) => Float64Array.from(indices.flatMap((index, n) => {
      const arc = index >= 0 ? arcs[index] : [...arcs[~index]].reverse();
      return (n ? arc.slice(1) : arc).flat();
    }));
    return topology.objects.countries.geometries.filter((shape) => shape.arcs).map((shape) => ({
      name: shape.properties.name,
      rings: (shape.type === "MultiPolygon" ? shape.arcs.flat() : shape.arcs).map(ring),
    }));
  }

  function finer(detail) {
    return detail.countries.map(({name, polygons}) => ({
      name,
      rings: polygons.flat().map((steps) => {
        let x = 0, y = 0;
        return Float64Array.from(steps, (step, n) => (n % 2 ? up((y += step) / 1000) : (x += step) / 1000));
      }),
    }));
  }

  function measured(countries) {
    for (const country of countries) {
      country.boxes = country.rings.map((ring) => {
        const box = [Infinity, Infinity, -Infinity, -Infinity];
        for (let n = 0; n < ring.length; n += 2) {
          box[0] = Math.min(box[0], ring[n]); box[2] = Math.max(box[2], ring[n]);
          box[1] = Math.min(box[1], ring[n + 1]); box[3] = Math.max(box[3], ring[n + 1]);
        }
        return box;
      });
      let most = 0;
      for (const ring of country.rings) {
        let area = 0, x = 0, y = 0;
        for (let n = 0; n + 3 < ring.length; n += 2) {
          const cross = ring[n] * ring[n + 3] - ring[n + 2] * ring[n + 1];
          area += cross; x += (ring[n] + ring[n + 2]) * cross; y += (ring[n + 1] + ring[n + 3]) * cross;
        }
        if (Math.abs(area) > most) {
          most = Math.abs(area);
          country.label = [x / (3 * area), y / (3 * area)];
        }
      }
      country.width = Math.max(...country.boxes.map((box) => box[2] - box[0]));
    }
    return countries;
  }

  class EventMap {
    constructor(canvas, store, act) {
      this.canvas = canvas;
      this.store = store;
      this.act = act;
      this.rows = new Uint32Array(0);
      this.chosen = -1;
      const base = window.newsledger.arrived.get("basemap/0");
      this.coarse = measured(earth(base.world));
      this.fine = base.detail ? measured(finer(base.detail)) : [];
      this.fineBox = base.detail?.box ?? null;
      this.y = Float64Array.from(store.lat, up);
      this.view = {x: 0, y: 0, scale: 2};
      this.circles = [];
      this.tip = canvas.parentElement.querySelector(".tip");
      this.listen();
      new ResizeObserver(() => { this.resize(); if (!this.fitted) this.fit(); this.draw(); }).observe(canvas);
    }

    resize() {
      const {canvas} = this;
      this.ratio = window.devicePixelRatio || 1;
      this.width = canvas.clientWidth;
      this.height = canvas.clientHeight;
      canvas.width = Math.round(this.width * this.ratio);
      canvas.height = Math.round(this.height * this.ratio);
    }

    show(rows) {
      this.rows = rows;
      this.draw();
    }

    choose(row) {
      this.chosen = row;
      if (row >= 0 && !Number.isNaN(this.store.lon[row])) {
        const [x, y] = this.pixel(this.store.lon[row], this.y[row]);
        if (x < 20 || y < 20 || x > this.width - 20 || y > this.height - 20) {
          this.view.x = this.store.lon[row];
          this.view.y = this.y[row];
        }
      }
      this.draw();
    }

    fit(rows = this.rows) {
      let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
      for (const row of rows) {
        const x = this.store.lon[row], y = this.y[row];
        if (Number.isNaN(x) || Number.isNaN(y)) continue;
        west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y);
      }
      if (!this.width || !this.height) return;
      if (west > east) [west, south, east, north] = [-170, up(-56), 180, up(75)];
      const scale = Math.min(this.width / Math.max((east - west) * 1.25, 1.5),
        this.height / Math.max((north - south) * 1.25, 1.5));
      this.view = {x: (west + east) / 2, y: (south + north) / 2, scale: Math.max(this.width / 360, scale)};
      this.fitted = true;
      this.draw();
    }

    zoom(factor, px = this.width / 2, py = this.height / 2) {
      const {view} = this;
      const scale = Math.max(this.width / 500, Math.min(20000, view.scale * factor));
      view.x += (px - this.width / 2) * (1 / view.scale - 1 / scale);
      view.y -= (py - this.height / 2) * (1 / view.scale - 1 / scale);
      view.scale = scale;
      this.draw();
    }

    pan(dx, dy) {
      this.view.x -= dx / this.view.scale;
      this.view.y += dy / this.view.scale;
      this.view.x = Math.max(-180, Math.min(180, this.view.x));
      this.view.y = Math.max(up(-80), Math.min(up(84), this.view.y));
      this.draw();
    }

    pixel(x, y) {
      return [(x - this.view.x) * this.view.scale + this.width / 2, (this.view.y - y) * this.view.scale + this.height / 2];
    }

    draw() {
      if (!this.waiting) {
        this.waiting = true;
        requestAnimationFrame(() => { this.waiting = false; this.paint(); });
      }
    }

    paint() {
      if (!this.width || !this.height) return;
      const context = this.canvas.getContext("2d");
      const style = getComputedStyle(this.canvas);
      const ink = (name) => style.getPropertyValue(name).trim();
      context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      context.fillStyle = ink("--sea");
      context.fillRect(0, 0, this.width, this.height);
      this.land(context, this.coarse, ink);
      if (this.fineBox && this.view.scale > 12) {
        const [west, south, east, north] = this.fineBox;
        const [left, bottom] = this.pixel(west, up(south));
        const [right, top] = this.pixel(east, up(north));
        context.save();
        context.beginPath();
        context.rect(left + 1, top + 1, right - left - 2, bottom - top - 2);
        context.clip();
        context.fillStyle = ink("--sea");
        context.fillRect(left, top, right - left, bottom - top);
        this.land(context, this.fine, ink);
        context.restore();
      }
      this.names(context, ink);
      this.dots(context, ink);
    }

    land(context, countries, ink) {
      const {scale, x, y} = this.view;
      const w = this.width / scale / 2, h = this.height / scale / 2;
      const skip = scale > 100 ? 0 : 0.6 / scale;
      context.beginPath();
      for (const country of countries) {
        country.rings.forEach((ring, n) => {
          const box = country.boxes[n];
          if (box[2] < x - w || box[0] > x + w || box[3] < y - h || box[1] > y + h) return;
          if (box[2] - box[0] < skip && box[3] - box[1] < skip) return;
          let lastX = Infinity, lastY = Infinity;
          for (let p = 0; p < ring.length; p += 2) {
            if (Math.abs(ring[p] - lastX) < skip && Math.abs(ring[p + 1] - lastY) < skip) continue;
            const px = (ring[p] - x) * scale + this.width / 2, py = (y - ring[p + 1]) * scale + this.height / 2;
            if (lastX === Infinity) context.moveTo(px, py); else context.lineTo(px, py);
            lastX = ring[p]; lastY = ring[p + 1];
          }
          context.closePath();
        });
      }
      context.fillStyle = ink("--land");
      context.fill("evenodd");
      context.strokeStyle = ink("--border");
      context.lineWidth = 0.8;
      context.stroke();
    }

    names(context, ink) {
      context.font = "500 11px system-ui, sans-serif";
      context.textAlign = "center";
      context.fillStyle = ink("--faint");
      for (const {name, label, width} of this.coarse) {
        if (!label || width * this.view.scale < name.length * 7) continue;
        const [px, py] = this.pixel(...label);
        context.fillText(name.toUpperCase(), px, py);
      }
    }

    // Events of one cell are one circle; cells are anchored to the earth, so that circles do not jump when moved.
    bins() {
      const {scale} = this.view;
      const bins = new Map();
      const {lon} = this.store;
      const types = this.store.texts.event_type.codes;
      const [left, right] = [this.view.x - this.width / scale / 2 - 1 / scale * 30, this.view.x + this.width / scale / 2 + 1 / scale * 30];
      const [low, high] = [this.view.y - this.height / scale / 2 - 1 / scale * 30, this.view.y + this.height / scale / 2 + 1 / scale * 30];
      for (const row of this.rows) {
        const x = lon[row], y = this.y[row];
        if (!(x >= left && x <= right && y >= low && y <= high)) continue;
        const key = Math.floor((x + 180) * scale / CELL) * 1e7 + Math.floor((y + 200) * scale / CELL);
        let bin = bins.get(key);
        if (!bin) bins.set(key, bin = {n: 0, x: 0, y: 0, row, types: new Map(), box: [x, y, x, y]});
        bin.n++; bin.x += x; bin.y += y;
        bin.types.set(types[row], (bin.types.get(types[row]) ?? 0) + 1);
        bin.box[0] = Math.min(bin.box[0], x); bin.box[1] = Math.min(bin.box[1], y);
        bin.box[2] = Math.max(bin.box[2], x); bin.box[3] = Math.max(bin.box[3], y);
      }
      return [...bins.values()].sort((a, b) => b.n - a.n || a.row - b.row);
    }

    dots(context, ink) {
      const {colours} = this.store.about;
      const names = this.store.texts.event_type.values;
      const bins = this.bins();
      const most = bins.length ? bins[0].n : 1;
      this.circles = bins.map((bin) => {
        const [px, py] = this.pixel(bin.x / bin.n, bin.y / bin.n);
        const [type] = [...bin.types].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
        return {...bin, px, py, r: 4.8 + Math.min(1.1 * Math.sqrt(bin.n - 1), 9 * Math.sqrt(bin.n / most)), colour: colours[names[type]] ?? "#777777"};
      });
      context.lineWidth = 1;
      context.strokeStyle = ink("--halo");
      for (const {px, py, r, colour} of this.circles) {
        context.globalAlpha = 0.8;
        context.fillStyle = colour;
        context.beginPath();
        context.arc(px, py, r, 0, 2 * Math.PI);
        context.fill();
        context.globalAlpha = 1;
        context.stroke();
      }
      this.places(context, ink);
      if (this.chosen >= 0 && !Number.isNaN(this.store.lon[this.chosen])) {
        const [px, py] = this.pixel(this.store.lon[this.chosen], this.y[this.chosen]);
        context.lineWidth = 2.5;
        context.strokeStyle = ink("--ink");
        context.beginPath();
        context.arc(px, py, 10, 0, 2 * Math.PI);
        context.stroke();
      }
    }

    places(context, ink) {
      const few = this.circles.length > 150 ? [] : this.circles;
      const taken = few.map(({px, py, r}) => [px - r, py - r, px + r, py + r]);
      const named = new Set();
      context.font = "12px system-ui, sans-serif";
      context.textAlign = "left";
      context.lineJoin = "round";
      for (const {px, py, r, row} of this.circles.slice(0, 60)) {
        if (named.size === 16) break;
        const words = this.store.text("location", row).slice(0, 40);
        if (named.has(words)) continue;
        const width = context.measureText(words).width;
        const room = [px + r + 3, px - r - width - 6].map((left) => [left, py - 8, left + width + 2, py + 7])
          .find((one) => one[0] > 0 && one[2] < this.width && one[1] > 0 && one[3] < this.height
            && !taken.some((t) => one[0] < t[2] && one[2] > t[0] && one[1] < t[3] && one[3] > t[1]));
        if (!room) continue;
        taken.push(room);
        named.add(words);
        context.lineWidth = 3;
        context.strokeStyle = ink("--halo");
        context.strokeText(words, room[0] + 1, py + 4);
        context.fillStyle = ink("--ink");
        context.fillText(words, room[0] + 1, py + 4);
      }
    }

    at(px, py) {
      let best = null, near = 14;
      for (const circle of this.circles) {
        const away = Math.hypot(circle.px - px, circle.py - py) - circle.r;
        if (away < near) { near = away; best = circle; }
      }
      return near < 8 ? best : null;
    }

    tell(circle) {
      if (!circle) { this.tip.hidden = true; return; }
      const {store} = this;
      const where = store.text("location", circle.row);
      const words = circle.n === 1
        ? `${store.text("sub_event_type", circle.row)}, ${where}, ${window.newsledger.isoOf(store.day[circle.row])}`
        : `${plural(circle.n, "event")} at or near ${where}`;
      this.tip.replaceChildren(element("span", {}, words));
      this.tip.hidden = false;
      this.tip.style.left = `${Math.max(0, Math.min(circle.px + 12, this.width - 220))}px`;
      this.tip.style.top = `${Math.max(0, circle.py - 34)}px`;
    }

    listen() {
      const {canvas} = this;
      const held = new Map();
      let moved = 0, apart = 0;
      const spot = (event) => [event.offsetX, event.offsetY];
      const spread = () => {
        const [a, b] = [...held.values()];
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
      };
      canvas.addEventListener("pointerdown", (event) => {
        canvas.setPointerCapture(event.pointerId);
        held.set(event.pointerId, spot(event));
        moved = 0;
        if (held.size === 2) apart = spread();
      });
      canvas.addEventListener("pointermove", (event) => {
        const [x, y] = spot(event);
        const last = held.get(event.pointerId);
        if (!last) { this.tell(this.at(x, y)); return; }
        held.set(event.pointerId, [x, y]);
        if (held.size === 2) {
          const now = spread();
          const [a, b] = [...held.values()];
          if (apart) this.zoom(now / apart, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
          apart = now;
          moved = 100;
        } else {
          moved += Math.abs(x - last[0]) + Math.abs(y - last[1]);
          if (moved > 4) { this.tell(null); this.pan(x - last[0], y - last[1]); }
        }
      });
      const release = (event) => {
        held.delete(event.pointerId);
        if (event.type !== "pointerup" || moved > 4) return;
        const circle = this.at(...spot(event));
        if (circle) this.act(circle);
      };
      canvas.addEventListener("pointerup", release);
      canvas.addEventListener("pointercancel", release);
      canvas.addEventListener("pointerleave", () => this.tell(null));
      canvas.addEventListener("wheel", (event) => {
        event.preventDefault();
        this.zoom(Math.exp(-event.deltaY / 300), ...spot(event));
      }, {passive: false});
      canvas.addEventListener("keydown", (event) => {
        const keys = {ArrowLeft: () => this.pan(60, 0), ArrowRight: () => this.pan(-60, 0), ArrowUp: () => this.pan(0, 60),
          ArrowDown: () => this.pan(0, -60), "+": () => this.zoom(1.5), "=": () => this.zoom(1.5), "-": () => this.zoom(1 / 1.5),
          0: () => this.fit()};
        if (keys[event.key] && !event.ctrlKey && !event.metaKey) { event.preventDefault(); keys[event.key](); }
      });
    }
  }

  // The box of a circle in degrees, a little wider, as the filter takes it.
  const boxOf = ({box}) => [box[0] - 1e-5, down(box[1]) - 1e-5, box[2] + 1e-5, down(box[3]) + 1e-5];
  Object.assign(window.newsledger, {EventMap, boxOf});
})();

// When did it happen? Bars per day, week, month, quarter or year, stacked by type; dragging chooses days.
"use strict";
(() => {
  const {isoOf, element} = window.newsledger;
  const DAY = 86400000, LEFT = 44, RIGHT = 8, TOP = 8, BOTTOM = 22;

  const steps = {
    day: [75, (day) => day, (day) => day + 1],
    week: [80, (day) => day - (((day + 3) % 7) + 7) % 7, (day) => day + 7],
    month: [150, (day) => first(day, 1), (day) => later(day, 1)],
    quarter: [150, (day) => first(day, 3), (day) => later(day, 3)],
    year: [Infinity, (day) => first(day, 12), (day) => later(day, 12)],
  };
  function first(day, months) {
    const date = new Date(day * DAY);
    return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months, 1) / DAY;
  }
  function later(day, months) {
    const date = new Date(day * DAY);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY;
  }

  class Timeline {
    constructor(canvas, store, act) {
      Object.assign(this, {canvas, store, act, rows: new Uint32Array(0), from: null, to: null, drag: null});
      let low = Infinity, high = -Infinity;
      for (const day of store.day) { low = Math.min(low, day); high = Math.max(high, day); }
      this.bars = [];
      for (const [unit, [most, start, next]] of Object.entries(steps)) {
        this.unit = unit;
        this.bars = [];
        for (let day = start(low); day <= high && this.bars.length <= most; day = next(day)) this.bars.push(day);
        if (this.bars.length <= most) break;
      }
      this.end = this.bars.length ? steps[this.unit][2](this.bars.at(-1)) : 0;
      this.barOf = new Map();
      this.listen();
      new ResizeObserver(() => this.draw()).observe(canvas);
    }

    bar(day) {
      let low = 0, high = this.bars.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.bars[middle] <= day) low = middle; else high = middle - 1;
      }
      return low;
    }

    show(rows, from, to) {
      Object.assign(this, {rows, from, to});
      const kinds = this.store.texts.event_type;
      const width = kinds.values.length;
      this.counts = new Uint32Array(this.bars.length * width);
      for (const row of rows) this.counts[this.bar(this.store.day[row]) * width + kinds.codes[row]]++;
      this.draw();
    }

    draw() {
      if (!this.waiting) {
        this.waiting = true;
        requestAnimationFrame(() => { this.waiting = false; this.paint(); });
      }
    }

    x(index) { return LEFT + index * (this.width - LEFT - RIGHT) / Math.max(this.bars.length, 12); }

    paint() {
      const {canvas} = this;
      const ratio = window.devicePixelRatio || 1;
      this.width = canvas.clientWidth;
      const height = canvas.clientHeight;
      if (!this.width || !this.counts) return;
      canvas.width = Math.round(this.width * ratio);
      canvas.height = Math.round(height * ratio);
      const context = canvas.getContext("2d");
      const style = getComputedStyle(canvas);
      const ink = (name) => style.getPropertyValue(name).trim();
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, this.width, height);
      const kinds = this.store.texts.event_type.values;
      const totals = this.bars.map((_, bar) => {
        let sum = 0;
        for (let kind = 0; kind < kinds.length; kind++) sum += this.counts[bar * kinds.length + kind];
        return sum;
      });
      const tall = Math.max(1, ...totals);
      const room = height - TOP - BOTTOM;
      context.font = "11px system-ui, sans-serif";
      context.textAlign = "right";
      for (const value of new Set([0, Math.floor(tall / 2), tall])) {
        const y = TOP + room * (1 - value / tall);
        context.fillStyle = ink("--grid");
        context.fillRect(LEFT, y, this.width - LEFT - RIGHT, 1);
        context.fillStyle = ink("--faint");
        context.fillText(value.toLocaleString("en"), LEFT - 6, y + 4);
      }
      const wide = Math.max(0.7, this.x(1) - this.x(0) - 1);
      this.bars.forEach((day, bar) => {
        const out = (this.from !== null && this.ends(bar) <= this.from) || (this.to !== null && day > this.to);
        context.globalAlpha = out ? 0.25 : 1;
        let y = TOP + room;
        kinds.forEach((kind, n) => {
          const high = this.counts[bar * kinds.length + n] / tall * room;
          if (!high) return;
          y -= high;
          context.fillStyle = this.store.about.colours[kind] ?? "#777777";
          context.fillRect(this.x(bar), y, wide, high);
        });
      });
      context.globalAlpha = 1;
      this.dates(context, ink, height);
      if (this.drag) {
        context.fillStyle = ink("--select");
        context.fillRect(Math.min(...this.drag), TOP, Math.abs(this.drag[0] - this.drag[1]), room);
      }
    }

    ends(bar) { return bar + 1 < this.bars.length ? this.bars[bar + 1] : this.end; }

    dates(context, ink, height) {
      context.fillStyle = ink("--faint");
      context.textAlign = "left";
      const cut = {day: 10, week: 10, month: 7, quarter: 7, year: 4}[this.unit];
      let free = 0;
      this.bars.forEach((day, bar) => {
        const x = this.x(bar), words = isoOf(day).slice(0, cut), width = context.measureText(words).width;
        if (x < free || x + width > this.width) return;
        context.fillText(words, x, height - 6);
        free = x + width + 24;
      });
    }

    day(x, end) {
      const index = (x - LEFT) / Math.max(1e-9, this.x(1) - this.x(0));
      const bar = Math.max(0, Math.min(this.bars.length - 1, Math.floor(index)));
      return end ? this.ends(bar) - 1 : this.bars[bar];
    }

    listen() {
      const {canvas} = this;
      canvas.addEventListener("pointerdown", (event) => {
        canvas.setPointerCapture(event.pointerId);
        this.drag = [event.offsetX, event.offsetX];
      });
      canvas.addEventListener("pointermove", (event) => {
        if (!this.drag) return;
        this.drag[1] = event.offsetX;
        this.draw();
      });
      canvas.addEventListener("pointerup", () => {
        if (!this.drag || !this.bars.length) return;
        const [low, high] = [Math.min(...this.drag), Math.max(...this.drag)];
        this.drag = null;
        this.act(this.day(low, false), this.day(high, true));
      });
      canvas.addEventListener("pointercancel", () => { this.drag = null; this.draw(); });
    }

    // The same numbers as a table, for those who cannot see the bars.
    table(body) {
      const kinds = this.store.texts.event_type.values;
      const rows = this.bars.map((day, bar) => [day, kinds.map((_, n) => this.counts[bar * kinds.length + n])])
        .filter(([, counts]) => counts.some(Boolean));
      body.replaceChildren(
        element("thead", {}, element("tr", {}, element("th", {scope: "col"}, `from (one ${this.unit})`),
          ...kinds.map((kind) => element("th", {scope: "col"}, kind)))),
        element("tbody", {}, ...rows.map(([day, counts]) => element("tr", {}, element("th", {scope: "row"}, isoOf(day)),
          ...counts.map((n) => element("td", {}, String(n))))))
      );
    }
  }

  Object.assign(window.newsledger, {Timeline});
})();

// The events as a grid of which only the rows in sight exist, so that a hundred thousand scroll as ten do.
"use strict";
(() => {
  const {element, isoOf} = window.newsledger;
  const MORE = 6; // rows beyond the sight, so that a fast scroll shows no gap
  const COLUMNS = [
    ["Date", (store, row) => store.day[row]],
    ["Event", (store, row) => store.text("sub_event_type", row)],
    ["Actors", (store, row) => store.text("actor1", row)],
    ["Place", (store, row) => `${store.text("country", row)}, ${store.text("location", row)}`],
    ["Fatalities", (store, row) => store.fatalities[row]],
    ["Id", (store, row) => row],
  ];

  class Grid {
    constructor(root, store, act) {
      Object.assign(this, {root, store, act, rows: new Uint32Array(0), active: 0, chosen: -1, sorted: 0, down: true});
      this.head = root.querySelector("[data-head]");
      this.view = root.querySelector("[data-view]");
      this.body = root.querySelector("[data-rows]");
      this.head.append(element("div", {role: "row", class: "row", "aria-rowindex": 1},
        ...COLUMNS.map(([name], n) => {
          const button = element("button", {type: "button"}, name);
          button.addEventListener("click", () => this.sort(n));
          return element("div", {role: "columnheader", class: "cell"}, button);
        })));
      this.view.addEventListener("scroll", () => this.draw(), {passive: true});
      this.view.addEventListener("keydown", (event) => this.key(event));
      this.body.addEventListener("click", (event) => {
        const line = event.target.closest("[data-index]");
        if (line && !event.target.closest("a")) this.pick(Number(line.dataset.index));
      });
      new ResizeObserver(() => this.draw()).observe(this.view);
    }

    get height() { return this.measured ??= this.measure(); }

    measure() {
      const high = parseFloat(getComputedStyle(this.root).getPropertyValue("--row"));
      return Number.isFinite(high) ? high : 44;
    }

    show(rows) {
      this.rows = this.order(rows);
      this.active = 0;
      this.root.setAttribute("aria-rowcount", rows.length + 1);
      this.view.scrollTop = 0;
      this.draw();
    }

    order(rows) {
      const key = COLUMNS[this.sorted][1];
      const keys = new Map();
      const turn = this.down ? -1 : 1;
      const numbers = typeof key(this.store, 0) === "number";
      if (this.store.size && !numbers) for (const row of rows) keys.set(row, key(this.store, row));
      const value = numbers ? (row) => key(this.store, row) : (row) => keys.get(row);
      return Uint32Array.from(rows).sort((a, b) => {
        const x = value(a), y = value(b);
        return (x < y ? -turn : x > y ? turn : 0) || a - b;
      });
    }

    sort(column) {
      this.down = this.sorted === column ? !this.down : column === 0 || column === 4;
      this.sorted = column;
      [...this.head.querySelectorAll("[role=columnheader]")].forEach((cell, n) => {
        if (n === column) cell.setAttribute("aria-sort", this.down ? "descending" : "ascending");
        else cell.removeAttribute("aria-sort");
      });
      this.show(this.rows);
    }

    draw() {
      this.measured = this.measure();
      const {height} = this;
      this.body.style.height = `${this.rows.length * height}px`;
      const first = Math.max(0, Math.floor(this.view.scrollTop / height) - MORE);
      const last = Math.min(this.rows.length, Math.ceil((this.view.scrollTop + this.view.clientHeight) / height) + MORE);
      const focused = this.body.contains(document.activeElement);
      const lines = [];
      for (let index = first; index < last; index++) lines.push(this.line(index));
      this.body.replaceChildren(...lines);
      if (focused) this.body.querySelector("[tabindex='0']")?.focus({preventScroll: true});
    }

    line(index) {
      const {store} = this;
      const row = this.rows[index];
      const actors = [store.text("actor1", row), store.text("actor2", row)].filter(Boolean).join(" · ");
      const place = [store.text("location", row), store.text("country", row)].filter(Boolean).join(", ");
      const dot = element("span", {class: "dot", "aria-hidden": true});
      dot.style.background = store.about.colours[store.text("event_type", row)] ?? "#777777";
      const cells = [[isoOf(store.day[row])], [dot, store.text("sub_event_type", row)], [actors], [place],
        [String(store.fatalities[row])], [store.ids[row]]];
      const line = element("div", {role: "row", class: "row", "aria-rowindex": index + 2, "data-index": index,
        tabindex: index === this.active ? 0 : -1, "aria-selected": row === this.chosen ? "true" : "false"},
        ...cells.map((cell, n) => element("div", {role: "gridcell", class: `cell c${n}`}, ...cell)));
      line.style.top = `${index * this.height}px`;
      return line;
    }

    move(index) {
      this.active = Math.max(0, Math.min(this.rows.length - 1, index));
      const top = this.active * this.height;
      if (top < this.view.scrollTop) this.view.scrollTop = top;
      const bottom = top + this.height + this.head.offsetHeight - this.view.clientHeight;
      if (bottom > this.view.scrollTop) this.view.scrollTop = bottom;
      this.draw();
      this.body.querySelector("[tabindex='0']")?.focus({preventScroll: true});
    }

    key(event) {
      const page = Math.max(1, Math.floor(this.view.clientHeight / this.height) - 1);
      const to = {ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + page,
        PageUp: this.active - page, Home: 0, End: this.rows.length - 1}[event.key];
      if (to !== undefined) { event.preventDefault(); this.move(to); }
      if ((event.key === "Enter" || event.key === " ") && event.target.closest("[data-index]")) {
        event.preventDefault();
        this.pick(this.active);
      }
    }

    pick(index) {
      this.active = index;
      this.act(this.rows[index]);
    }

    choose(row) {
      this.chosen = row;
      const index = row < 0 ? -1 : this.rows.indexOf(row);
      if (index >= 0) {
        this.active = index;
        const top = index * this.height;
        if (top < this.view.scrollTop || top + this.height + this.head.offsetHeight > this.view.scrollTop + this.view.clientHeight) {
          this.view.scrollTop = Math.max(0, top - this.view.clientHeight / 2);
        }
      }
      this.draw();
    }

    focus() { this.body.querySelector("[tabindex='0']")?.focus({preventScroll: true}); }
  }

  Object.assign(window.newsledger, {Grid});
})();

// Why does this row say what it says? One event with its reports, their evidence, quotes and history.
"use strict";
(() => {
  const {element, link, isoOf, plural} = window.newsledger;
  const TIME = {1: "the day is known", 2: "known to the week", 3: "known to the month"};
  const PLACE = {1: "the place itself", 2: "near the place, or a small area", 3: "a larger region"};
  const WHERE = {derived: "worked out", record: "given with the article", text: "text", title: "title"};

  function facts(store, row) {
    const n = store.numbers;
    const low = n.fatalities_low[row], high = n.fatalities_high[row];
    const range = low === high ? "" : ` (${low} to ${high})`;
    const actor = (side) => [store.text(`actor${side}`, row), store.text(`assoc_actor_${side}`, row)]
      .filter(Boolean).join("; with ");
    const area = ["location", "admin2", "admin1", "country"].map((c) => store.text(c, row)).filter(Boolean);
    const point = Number.isNaN(store.lat[row]) ? "" : `${store.lat[row].toFixed(4)}, ${store.lon[row].toFixed(4)}`;
    return [
      ["Date", `${isoOf(store.day[row])}, ${TIME[n.time_precision[row]] ?? ""}`],
      ["Type", `${store.text("event_type", row)}: ${store.text("sub_event_type", row)}`],
      ["Actor 1", actor(1)], ["Actor 2", actor(2)],
      ["Place", [...new Set(area)].join(", ")],
      ["Coordinates", point && `${point}, ${PLACE[n.geo_precision[row]] ?? ""}`],
      ["Fatalities", `${n.fatalities[row]}${range}`],
      ["Injuries", n.injuries[row] === null ? "" : String(n.injuries[row])],
      ["Civilian targeting", store.text("civilian_targeting", row)],
      ["Status", store.text("status", row)], ["Tags", store.text("tags", row)],
      ["Confidence", (store.confidence[row] / 1000).toFixed(2)],
      ["Told by", `${plural(n.n_reports[row], "report")} of ${plural(n.n_sources[row], "source")}`],
      ["First release", store.text("first_release", row)],
      ["Last changed in", store.text("last_changed_release", row)],
    ].filter(([, value]) => value !== "");
  }

  function quoted([before, text, after, marks]) {
    const letters = Array.from(text); // offsets count code points
    const parts = [];
    let last = 0;
    for (const [start, end] of marks) {
      parts.push(letters.slice(last, start).join(""), element("mark", {}, letters.slice(start, end).join("")));
      last = end;
    }
    parts.push(letters.slice(last).join(""));
    return element("blockquote", {}, before ? "… " : "", ...parts, after ? " …" : "");
  }

  function report({strings, evidence}, values) {
    const [id, article, source, published, url, rule, status, claimant] = values.slice(0, 8).map((n) => strings[n]);
    const [fatalities, , quote, first, count] = values.slice(8);
    const read = Array.from({length: count}, (_, n) => ["field", "value", "part", "start", "end", "rule"]
      .map((column) => evidence[column][first + n]));
    const rows = read.map(([field, value, part, start, end, by]) => element("tr", {},
      element("th", {scope: "row"}, strings[field]), element("td", {}, strings[value]),
      element("td", {}, start < 0 ? WHERE[strings[part]] ?? strings[part] : `${WHERE[strings[part]] ?? strings[part]} ${start}–${end}`),
      element("td", {}, element("code", {}, strings[by]))));
    return element("section", {class: "report"},
      element("h4", {}, link(url, source), `, ${published}`),
      quote ? quoted(quote) : null,
      element("p", {class: "small"}, "Rule ", element("code", {}, rule), ` · ${status}`,
        claimant ? ` by ${claimant}` : "", ` · ${plural(fatalities, "fatality").replace(/ys$/, "ies")} reported · article `,
        element("code", {}, article), " · report ", element("code", {}, id)),
      element("details", {},
        element("summary", {}, `Evidence: ${plural(count, "value")}`),
        element("div", {class: "wide", tabindex: 0, role: "region", "aria-label": `Evidence of report ${id}`},
          element("table", {}, element("thead", {}, element("tr", {}, ...["Field", "Value", "Read from", "Rule"].map((h) =>
            element("th", {scope: "col"}, h)))), element("tbody", {}, ...rows)))));
  }

  function past(strings, changes) {
    if (!changes.length) return element("p", {}, "Nothing of this event has changed since its first release.");
    return element("ul", {}, ...changes.map((change) => {
      const [release, field, old, now, kind, reason] = change.map((n) => strings[n]);
      const what = kind === "changed" ? `${field}: ${old || "empty"} → ${now || "empty"}` : `event ${kind}`;
      return element("li", {}, `${release}: ${what}${reason ? ` (${reason})` : ""}`);
    }));
  }

  // Fills `panel` with one event; what has to be loaded comes a moment later.
  async function show(panel, store, row) {
    const title = element("h2", {tabindex: -1}, `${store.ids[row]} · ${store.text("sub_event_type", row)}`);
    const note = element("p", {class: "note"}, "");
    const proof = element("div", {"aria-live": "polite"}, element("p", {}, "Loading the evidence…"));
    panel.replaceChildren(title, note,
      element("dl", {}, ...facts(store, row).flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
      element("h3", {}, "Reports and evidence"), proof,
      element("p", {class: "small"}, element("a", {href: `#event=${encodeURIComponent(store.ids[row])}`}, "Link to this event")));
    panel.dataset.row = row;
    title.focus({preventScroll: true});
    try {
      const [words, file] = await Promise.all([store.note(row), store.proof(row)]);
      if (panel.dataset.row !== String(row)) return;
      note.textContent = words;
      proof.replaceChildren(...file.reports.map((one) => report(file, one)),
        element("h3", {}, "History"), past(file.strings, file.history));
    } catch (problem) {
      proof.replaceChildren(element("p", {role: "alert"}, `The file with the evidence is not there: ${problem.message}`));
    }
  }

  Object.assign(window.newsledger, {showProof: show});
})();
