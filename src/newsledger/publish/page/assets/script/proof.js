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
