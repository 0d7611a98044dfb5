// A form that takes more than a moment says so: data-progress holds the words, empty at a button
// whose answer is a download.
// Where work is saved step by step, data-goes-on lets the next step begin by itself.
const DELAY = 1000; // ms before seconds are told

function show(form, said) {
  const note = document.createElement("p");
  note.className = "progress-note";
  note.setAttribute("role", "status");
  const bar = form.querySelector("progress") ?? document.createElement("progress");
  const words = document.createElement("span");
  words.textContent = said;
  bar.setAttribute("aria-label", said);
  const clock = document.createElement("span");
  clock.setAttribute("aria-hidden", "true");
  note.append(bar, " ", words, " ", clock);
  form.append(note);
  const begun = Date.now();
  const timer = setInterval(() => {
    clock.textContent = `${Math.round((Date.now() - begun) / 1000)} s`;
  }, DELAY);
  // Coming back to the page by the browser's own button finds the form as it was.
  addEventListener("pagehide", () => { clearInterval(timer); note.remove(); }, { once: true });
}

document.addEventListener("submit", (event) => {
  const said = event.submitter?.dataset.progress ?? event.target.dataset.progress;
  if (said) show(event.target, said);
});

document.querySelector("form[data-goes-on] [name=save]")?.click();
