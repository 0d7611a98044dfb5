/* 我常来这里: the reader's own centre, kept in this browser alone. Every search sent from here names it in
   its address, and what is there then comes first among equals. */
const KEY = "changlai-near";

function chosen() {
  try { return localStorage.getItem(KEY) ?? ""; } catch { return ""; } // storage may be forbidden
}

function choose(code) {
  try {
    if (code) localStorage.setItem(KEY, code);
    else localStorage.removeItem(KEY);
  } catch { /* a browser that keeps nothing searches as well */ }
}

document.addEventListener("formdata", ({ target, formData }) => {
  if (chosen() && target.matches(".find") && !formData.has("near")) formData.set("near", chosen());
});

class NearButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => {
      choose(this.isChosen ? "" : this.dataset.code);
      this.show();
    });
    this.show();
    this.hidden = false;
  }

  get isChosen() { return chosen() === this.dataset.code; }

  show() {
    this.button.setAttribute("aria-pressed", String(this.isChosen));
    this.querySelector("[role=status]").textContent = this.isChosen ? this.dataset.said : "";
  }
}

customElements.define("near-button", NearButton);

// Results say at which centre they begin, with a link out of it; a centre that is gone is forgotten.
const results = document.querySelector(".results");
results?.querySelector("[data-no-longer-near]")?.addEventListener("click", () => choose(""));
const asked = new URLSearchParams(location.search).get("near");
if (asked && asked === chosen() && results && !("near" in results.dataset)) choose("");
