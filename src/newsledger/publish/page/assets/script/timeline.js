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
