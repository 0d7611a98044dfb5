/* 大字版: remembers the choice. The server honours ?size=large alone; here it lasts on this device. */
const KEY = "changlai-size";
const root = document.documentElement;
const asked = new URLSearchParams(location.search).get("size");

function stored() {
  try { return localStorage.getItem(KEY); } catch { return null; } // storage may be forbidden
}

function store(size) {
  try { localStorage.setItem(KEY, size); } catch { /* the choice then holds for this page */ }
}

function show(large) {
  root.toggleAttribute("data-size", large);
  if (large) root.dataset.size = "large";
  for (const link of document.querySelectorAll("[data-size-link]")) {
    link.textContent = large ? link.dataset.standard : link.dataset.large;
  }
}

if (asked === "large") { root.dataset.size = "large"; store("large"); }
const large = root.dataset.size === "large" || stored() === "large";
if (large) root.dataset.size = "large"; // at once; the links do not exist yet
addEventListener("DOMContentLoaded", () => show(large));
if (document.readyState !== "loading") show(large);

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-size-link]");
  if (!link) return;
  const next = root.dataset.size === "large" ? "standard" : "large";
  store(next);
  if (asked === "large") return; // the address itself asks for large type: follow the link out of it
  event.preventDefault();
  show(next === "large");
});
