// Below every line marked data-when: the dates that it means, while it is typed.
// The server reads the text; what comes back is only ever set as text.
(() => {
  const WAIT = 350;
  const LONGEST = 500;
  const states = new WeakMap();

  const settings = () => document.querySelector("[data-when-url]")?.dataset ?? {};
  const address = () => settings().whenUrl ?? "/admin/menus/when/";
  const month = () =>
    settings().whenMonth ?? (document.getElementById("id_month")?.value ?? "").slice(0, 7);

  function place(input) {
    let list = input.parentNode.querySelector(".when-dates");
    if (!list) {
      list = document.createElement("ul");
      list.className = "when-dates";
      input.after(list);
    }
    list.setAttribute("aria-live", "polite");
    return list;
  }

  function show(input, answer) {
    const list = place(input);
    const lines = answer.error ? [answer.error] : [...answer.dates, answer.more].filter(Boolean);
    list.classList.toggle("when-dates--error", Boolean(answer.error));
    list.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })),
    );
  }

  async function ask(input) {
    const text = input.value.trim();
    const state = states.get(input);
    state.request?.abort();
    if (!text) {
      place(input).replaceChildren();
      return;
    }
    state.request = new AbortController();
    const query = new URLSearchParams({ text: text.slice(0, LONGEST), month: month() });
    try {
      const response = await fetch(`${address()}?${query}`, {
        signal: state.request.signal,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      if (response.ok) show(input, await response.json());
    } catch (error) {
      if (error.name !== "AbortError") place(input).replaceChildren();
    }
  }

  function later(input) {
    const state = states.get(input) ?? {};
    states.set(input, state);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => ask(input), WAIT);
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-when]")) later(event.target);
    if (event.target.id === "id_month") {
      document.querySelectorAll("[data-when]").forEach((input) => input.value && later(input));
    }
  });
  // A row that was filled before shows its dates when somebody comes to it.
  document.addEventListener("focusin", (event) => {
    if (event.target.matches?.("[data-when]") && !states.has(event.target)) later(event.target);
  });
})();
