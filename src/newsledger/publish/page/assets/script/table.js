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
