/* <suggest-names for="id" data-address="/search/suggest/">: names under a search field while typing
   (ARIA combobox with a list box). From one Chinese character or two letters on, never while an
   input method composes. Without script, or when nothing comes, the form works as it stands. */
const WAIT = 150;
const HAN = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{323af}]/u;

class SuggestNames extends HTMLElement {
  connectedCallback() {
    this.input = document.getElementById(this.getAttribute("for"));
    if (!this.input) return;
    this.known = new Map();
    this.active = -1;
    this.list = document.createElement("ul");
    this.list.id = `${this.input.id}-names`;
    this.list.className = "suggest";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.label);
    this.list.hidden = true;
    this.status = document.createElement("span");
    this.status.className = "hide";
    this.status.setAttribute("role", "status");
    this.append(this.list, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": this.list.id, autocomplete: "off",
    })) this.input.setAttribute(name, value);
    this.input.addEventListener("input", (event) => { if (!event.isComposing) this.typed(); });
    this.input.addEventListener("compositionstart", () => { this.composing = true; this.close(); });
    this.input.addEventListener("compositionend", () => { this.composing = false; this.typed(); });
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => this.close());
    // The field keeps the focus, so a pressed name is not lost with the list.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.open(event.target.closest("[role=option]")));
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  typed() {
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (this.composing || !(HAN.test(text) || text.length > 1)) return this.close();
    this.timer = setTimeout(() => this.ask(text), WAIT);
  }

  async ask(text) {
    this.asking?.abort();
    if (!this.known.has(text)) {
      this.asking = new AbortController();
      try {
        const address = new URL(this.dataset.address, location.href);
        address.searchParams.set("q", text);
        const response = await fetch(address, { signal: this.asking.signal });
        if (!response.ok) return this.close();
        this.known.set(text, (await response.json()).suggestions);
      } catch {
        return;
      }
    }
    if (text === this.input.value.trim() && document.activeElement === this.input) {
      this.show(this.known.get(text));
    }
  }

  show(names) {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...names.map((name, place) => this.option(name, place)));
    this.list.hidden = !names.length;
    this.input.setAttribute("aria-expanded", String(names.length > 0));
    this.status.textContent = names.length ? this.dataset.count.replace("0", names.length) : "";
  }

  option({ title, kind, place, url }, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.dataset.url = url;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const name = document.createElement("b");
    name.textContent = title;
    const facts = document.createElement("span");
    facts.className = "quiet";
    facts.textContent = [kind, place].filter(Boolean).join(" · ");
    option.append(name, " ", facts);
    return option;
  }

  pressed(event) {
    if (event.isComposing || this.list.hidden) return;
    const last = this.list.children.length - 1;
    if (event.key === "ArrowDown") this.mark(this.active < last ? this.active + 1 : -1);
    else if (event.key === "ArrowUp") this.mark(this.active < 0 ? last : this.active - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) this.open(this.list.children[this.active]);
    else return;
    event.preventDefault();
  }

  mark(place) {
    this.active = place;
    for (const [number, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(number === place));
    }
    const option = this.list.children[place];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  open(option) {
    if (option) location.assign(option.dataset.url);
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.active = -1;
    this.status.textContent = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

customElements.define("suggest-names", SuggestNames);
