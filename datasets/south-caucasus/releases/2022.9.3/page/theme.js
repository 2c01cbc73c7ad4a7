// Loaded before the page is drawn, so that a reader's choice of colours shows from the first moment.
"use strict";
(() => {
  const KEY = "newsledger-theme";
  const names = {auto: "Colours: as the system", light: "Colours: light", dark: "Colours: dark"};
  const order = Object.keys(names);
  let now = "auto";
  try { now = localStorage.getItem(KEY) ?? now; } catch { /* a private window has no memory */ }
  if (!order.includes(now)) now = "auto";

  function use() {
    if (now === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = now;
  }

  function button() {
    const chooser = document.getElementById("theme");
    chooser.textContent = names[now];
    chooser.addEventListener("click", () => {
      now = order[(order.indexOf(now) + 1) % order.length];
      try { localStorage.setItem(KEY, now); } catch { /* a private window forgets */ }
      use();
      chooser.textContent = names[now];
      window.dispatchEvent(new Event("themechange"));
    });
  }

  use();
  document.addEventListener("DOMContentLoaded", button);
})();
