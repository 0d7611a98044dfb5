/* <in-app-hint>: shown only inside WeChat, whose browser cannot hand an address to the calendar. */
class InAppHint extends HTMLElement {
  connectedCallback() {
    const inside = /MicroMessenger|DingTalk|AlipayClient/i.test(navigator.userAgent);
    for (const part of this.children) part.hidden = !inside;
  }
}

customElements.define("in-app-hint", InAppHint);
