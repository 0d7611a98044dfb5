/* 点菜: the tray lives in this browser alone (localStorage). Without script the button of
   <tray-button> sends its form, and the server makes the menu at once. */
const KEY = "changlai-tray";
const LIMIT = 200;

function picks() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((pick) => typeof pick?.code === "string") : [];
  } catch {
    return []; // storage may be forbidden, or somebody wrote nonsense into it
  }
}

function keep(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, LIMIT)));
    return true;
  } catch {
    return false;
  }
}

class TrayButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.words = [this.button.textContent, this.button.dataset.in];
    this.show();
    this.querySelector("form").addEventListener("submit", (event) => {
      if (this.toggle()) event.preventDefault(); // else the server does it
    });
  }

  get isIn() { return picks().some((pick) => pick.code === this.dataset.code); }

  toggle() {
    const others = picks().filter((pick) => pick.code !== this.dataset.code);
    const pick = { code: this.dataset.code, title: this.dataset.title };
    const done = keep(this.isIn ? others : [...others, pick]);
    this.show();
    return done;
  }

  show() {
    this.button.textContent = this.words[this.isIn ? 1 : 0];
    this.button.setAttribute("aria-pressed", String(this.isIn));
  }
}

class MenuTray extends HTMLElement {
  connectedCallback() { this.show(); }

  show() {
    const list = this.querySelector("ul");
    const rows = picks().map((pick) => this.row(pick));
    list.replaceChildren(...rows);
    if (!rows.length) list.append(Object.assign(document.createElement("li"), { textContent: this.dataset.empty }));
  }

  row(pick) {
    const row = document.createElement("li");
    const code = Object.assign(document.createElement("input"), { type: "hidden", name: "code", value: pick.code });
    const off = Object.assign(document.createElement("button"), { type: "button", className: "btn btn--line", textContent: this.dataset.off });
    off.setAttribute("aria-label", `${this.dataset.off} ${pick.title ?? ""}`);
    off.addEventListener("click", () => { keep(picks().filter((one) => one.code !== pick.code)); this.show(); });
    const line = Object.assign(document.createElement("div"), { className: "btns" });
    line.append(code, Object.assign(document.createElement("p"), { textContent: pick.title || pick.code }), off);
    row.append(line);
    return row;
  }
}

customElements.define("tray-button", TrayButton);
customElements.define("menu-tray", MenuTray);
if (document.querySelector("[data-tray-made]")) keep([]); // the menu was made: the tray is empty again
