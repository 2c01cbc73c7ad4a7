// Loaded before the page is drawn, so that a reader's choice of colours shows from the first moment.
"use strict";
try {
  const kept = localStorage.getItem("newsledger-theme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
} catch { /* a private window has no memory */ }
