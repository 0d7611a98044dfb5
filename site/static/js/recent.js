/* <recent-searches>: what was looked for lately, kept in this browser alone and forgotten on wish.
   The page of results says with data-remember what is worth keeping. */
const KEY = "recent-searches";
const MOST = 8;

function kept() {
  try {
    const texts = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(texts) ? texts.filter((text) => typeof text === "string") : [];
  } catch {
    return [];
  }
}

function keep(texts) {
  try {
    localStorage.setItem(KEY, JSON.stringify(texts.slice(0, MOST)));
  } catch {
    // A browser that keeps nothing (private, full) searches as well.
  }
}

const found = document.querySelector("[data-remember]")?.dataset.remember;
if (found) keep([found, ...kept().filter((text) => text !== found)]);

class RecentSearches extends HTMLElement {
  connectedCallback() {
    const texts = kept();
    if (!texts.length) return;
    const title = document.createElement("h2");
    title.textContent = this.dataset.title;
    const list = document.createElement("ul");
    list.className = "chips gap-s";
    list.append(...texts.map((text) => this.link(text)), this.button());
    this.replaceChildren(title, list);
    this.hidden = false;
  }

  link(text) {
    const link = document.createElement("a");
    link.className = "chip";
    link.textContent = text;
    link.href = `${this.dataset.address}${this.dataset.address.includes("?") ? "&" : "?"}q=${encodeURIComponent(text)}`;
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  button() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = this.dataset.forget;
    button.addEventListener("click", () => { keep([]); this.hidden = true; });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }
}

customElements.define("recent-searches", RecentSearches);
