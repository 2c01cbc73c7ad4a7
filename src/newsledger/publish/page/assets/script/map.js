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
