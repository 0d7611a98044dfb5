/* <calendar-ways>: the ways into a calendar, those of the reader's own system first. The HTML is the
   same for everybody; without script the order is that of the page. */
const agent = navigator.userAgent;
const system = /Android|HarmonyOS/i.test(agent) ? "android" : /Windows/i.test(agent) ? "windows" : "apple";

class CalendarWays extends HTMLElement {
  connectedCallback() {
    const list = this.querySelector("ul");
    const fitting = [...list.children].filter((way) => way.dataset.fits === system);
    list.prepend(...fitting);
    this.dataset.system = system;
  }
}

customElements.define("calendar-ways", CalendarWays);
