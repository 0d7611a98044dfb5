/* <copy-button for="id">: copies the text of an element. Without script the address can be selected by hand. */
class CopyButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => this.copy(button));
  }

  async copy(button) {
    const source = document.getElementById(this.getAttribute("for"));
    if (!source) return;
    const status = this.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      status.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(source);
      status.textContent = button.dataset.failed;
    }
  }
}

customElements.define("copy-button", CopyButton);
