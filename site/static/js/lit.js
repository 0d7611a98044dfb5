/* Lights what is on now. Pages hold no "now": rows carry data-start and data-end, windows carry
   data-date, and this puts in the rest once a minute. Without it the page is complete, only unlit. */
const MINUTE = 60_000;

function today() {
  // The day in Shanghai, wherever the reader is: 2026-12-05.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}

function lightRow(row, now) {
  if (row.dataset.state === "off") return;
  const running = now >= Date.parse(row.dataset.start) && now < Date.parse(row.dataset.end);
  const past = now >= Date.parse(row.dataset.end);
  if (running) row.dataset.state = "now";
  else if (past) row.dataset.state = "past";
  else if (row.dataset.state === "now" || row.dataset.state === "past") delete row.dataset.state;
  for (const part of row.querySelectorAll("[data-running]")) part.hidden = !running;
  for (const part of row.querySelectorAll("[data-not-running]")) part.hidden = running;
}

function lightDay(place, date) {
  const isToday = place.dataset.date === date;
  if (place.classList.contains("win")) place.classList.toggle("win--lit", isToday);
  if (place.matches("a")) place.toggleAttribute("aria-current", isToday);
  if (place.matches("a") && isToday) place.setAttribute("aria-current", "date");
  if (place.matches("td, tr")) place.toggleAttribute("data-today", isToday);
  for (const part of place.querySelectorAll("[data-today-note]")) part.hidden = !isToday;
  for (const part of place.querySelectorAll("[data-not-today]")) part.hidden = isToday;
}

function light() {
  const now = Date.now();
  const date = today();
  for (const row of document.querySelectorAll("[data-start][data-end]")) lightRow(row, now);
  for (const place of document.querySelectorAll("[data-date]")) lightDay(place, date);
}

light();
setInterval(light, MINUTE);
document.addEventListener("visibilitychange", () => { if (!document.hidden) light(); });
