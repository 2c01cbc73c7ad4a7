// Puts the page together: filters, map, timeline, table and the panel of one event.
"use strict";
(() => {
  const nl = window.newsledger;
  const {element, plural, isoOf, dayOf} = nl;
  const get = (id) => document.getElementById(id);
  const MOST_ACTORS = 2000;

  class Page {
    constructor(store) {
      this.store = store;
      this.wish = nl.nothing();
      this.panel = get("panel");
      this.form = get("filters");
      this.fields();
      this.grid = new nl.Grid(get("grid"), store, (row) => this.open(row));
      this.map = new nl.EventMap(get("map"), store, (circle) => this.circle(circle));
      this.timeline = new nl.Timeline(get("timeline"), store, (from, to) => {
        this.form.from.value = isoOf(from);
        this.form.to.value = isoOf(to);
        this.read();
      });
      get("unit").textContent = `Events per ${this.timeline.unit}`;
      this.listen();
      this.fromAddress();
    }

    fields() {
      const {store, form} = this;
      const types = get("types");
      for (const [type, count] of store.counted("event_type")) {
        const dot = element("span", {class: "dot", "aria-hidden": true});
        dot.style.background = store.about.colours[type] ?? "#777777";
        types.append(element("label", {class: "chip"}, element("input", {type: "checkbox", name: "type", value: type}), dot,
          `${type} (${count.toLocaleString("en")})`));
      }
      for (const [field, column] of [["sub", "sub_event_type"], ["country", "country"]]) {
        for (const [value, count] of store.counted(column)) {
          form[field].append(element("option", {value}, `${value} (${count.toLocaleString("en")})`));
        }
      }
      get("actors").append(...store.actors().slice(0, MOST_ACTORS).map(([name]) => element("option", {value: name})));
    }

    listen() {
      let timer = 0;
      this.form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => this.read(), 120); });
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("reset", () => setTimeout(() => { this.wish.box = null; this.read(); this.map.fit(); }, 0));
      get("unbox").addEventListener("click", () => { this.wish.box = null; this.read(); });
      get("closer").addEventListener("click", () => this.close());
      document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !get("detail").hidden) this.close();
      });
      get("zoom-in").addEventListener("click", () => this.map.zoom(1.6));
      get("zoom-out").addEventListener("click", () => this.map.zoom(1 / 1.6));
      get("zoom-fit").addEventListener("click", () => this.map.fit());
      get("numbers").addEventListener("toggle", () => this.table());
      window.addEventListener("hashchange", () => this.fromAddress());
      const redraw = () => { this.map.draw(); this.timeline.draw(); };
      window.addEventListener("themechange", redraw);
      window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    }

    async read() {
      const {form, wish} = this;
      wish.text = form.text.value;
      wish.types = new Set([...form.querySelectorAll("[name=type]:checked")].map((box) => box.value));
      wish.sub = form.sub.value;
      wish.country = form.country.value;
      wish.actor = form.actor.value.trim();
      wish.deaths = Number(form.deaths.value) || 0;
      wish.from = dayOf(form.from.value);
      wish.to = dayOf(form.to.value);
      this.apply();
      if (wish.text.trim() && !this.store.notes) {
        get("count").textContent += " Searching the notes…";
        try { await this.store.loadNotes(); this.apply(); } catch { get("count").textContent += " The notes are not there."; }
      }
      this.toAddress();
    }

    apply() {
      const {store, wish} = this;
      const rows = store.select(wish);
      const dated = wish.from !== null || wish.to !== null;
      this.grid.show(rows);
      this.map.show(rows);
      this.timeline.show(dated ? store.select(wish, false) : rows, wish.from, wish.to);
      this.table();
      const all = rows.length === store.size ? "" : ` of ${store.size.toLocaleString("en")}`;
      const dead = store.deaths(rows);
      get("count").textContent = `${rows.length.toLocaleString("en")}${all} event${store.size === 1 ? "" : "s"}, `
        + `${dead.toLocaleString("en")} ${dead === 1 ? "fatality" : "fatalities"}.`;
      get("boxed").hidden = wish.box === null;
      get("none").hidden = rows.length > 0;
      document.documentElement.dataset.ready = "yes";
    }

    table() {
      if (get("numbers").open) this.timeline.table(get("numbers-table"));
    }

    circle(circle) {
      if (circle.n === 1) { this.open(circle.row); return; }
      this.wish.box = nl.boxOf(circle);
      this.read();
    }

    open(row) {
      if (get("detail").hidden) this.back = document.activeElement;
      get("detail").hidden = false;
      document.body.classList.add("with-detail");
      this.map.choose(row);
      this.grid.choose(row);
      this.toAddress(this.store.ids[row]);
      get("detail").scrollTop = 0;
      return nl.showProof(this.panel, this.store, row);
    }

    close() {
      get("detail").hidden = true;
      document.body.classList.remove("with-detail");
      this.map.choose(-1);
      this.grid.choose(-1);
      this.toAddress("");
      this.grid.focus();
    }

    // The address holds what is wished, so that it can be passed on.
    toAddress(event = this.eventId ?? "") {
      this.eventId = event;
      const {form} = this;
      const wanted = new URLSearchParams();
      for (const name of ["text", "sub", "country", "actor", "deaths", "from", "to"]) {
        if (form[name].value) wanted.set(name, form[name].value);
      }
      for (const type of this.wish.types) wanted.append("type", type);
      if (event) wanted.set("event", event);
      const hash = `#${wanted}`;
      if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
    }

    fromAddress() {
      const wanted = new URLSearchParams(location.hash.slice(1));
      const {form} = this;
      for (const name of ["text", "sub", "country", "actor", "deaths", "from", "to"]) form[name].value = wanted.get(name) ?? "";
      const types = new Set(wanted.getAll("type"));
      for (const box of form.querySelectorAll("[name=type]")) box.checked = types.has(box.value);
      this.eventId = wanted.get("event") ?? "";
      this.read();
      const row = this.eventId ? this.store.row(this.eventId) : -1;
      if (row >= 0) this.open(row);
    }
  }

  function changes() {
    const list = nl.arrived.get("changes/0") ?? [];
    const body = get("changes");
    if (!body) return;
    body.append(...list.map(([id, field, old, now, kind, reason]) => element("tr", {},
      element("th", {scope: "row"}, kind === "removed" ? id : element("a", {href: `#event=${encodeURIComponent(id)}`}, id)),
      element("td", {}, kind === "changed" ? field : `event ${kind}`), element("td", {}, kind === "changed" ? old : ""),
      element("td", {}, kind === "changed" ? now : ""),
      element("td", {}, reason))));
  }

  function begin() {
    changes();
    const packed = nl.arrived.get("events/0"), about = nl.arrived.get("about/0");
    if (!packed || !about || !nl.arrived.has("basemap/0")) {
      get("count").textContent = "A file of this page is missing. The folder “page” must lie beside it.";
      return;
    }
    nl.page = new Page(new nl.Store(packed, about));
  }

  begin();
})();
