/* <copy-button for="id">: copies the text of an element. Without script the address can be selected by hand. */
class CopyButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => this.copy(button));
  }

  async copy(button) {
    const source = document.getElementById(this.getAttribute("for"));
    if (!source) return;
    const status = this.querySelector("[role=status]");
    const copied = (await written(source.textContent.trim())) || selected(source);
    status.textContent = copied ? button.dataset.done : button.dataset.failed;
  }
}

async function written(text) {
  try {
    await navigator.clipboard.writeText(text); // only there over https
    return true;
  } catch {
    return false;
  }
}

function selected(source) {
  // The old way, which needs no secure page; the text stays selected if it fails too.
  getSelection().selectAllChildren(source);
  return document.execCommand("copy");
}

customElements.define("copy-button", CopyButton);
