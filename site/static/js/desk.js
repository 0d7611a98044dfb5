/* <desk-buttons data-src>: for people at the desk, the buttons that change this activity. Everybody
   else gets an empty answer and sees nothing; the page is complete without it. */
class DeskButtons extends HTMLElement {
  async connectedCallback() {
    try {
      const answer = await fetch(this.dataset.src, { credentials: "same-origin" });
      if (answer.status === 200) this.innerHTML = await answer.text();
    } catch { /* not at the desk, or no network: nothing is missing */ }
  }
}

customElements.define("desk-buttons", DeskButtons);
