/* <in-app-hint>: shown only inside WeChat, QQ, DingTalk, Alipay and Weibo, whose browsers cannot hand
   an address to the calendar; what works only outside them ([data-outside]) is hidden there. */
class InAppHint extends HTMLElement {
  connectedCallback() {
    const inside = /MicroMessenger|DingTalk|AlipayClient|Weibo|\bQQ\//i.test(navigator.userAgent);
    for (const part of this.children) part.hidden = !inside;
    for (const part of document.querySelectorAll("[data-outside]")) part.hidden = inside;
  }
}

customElements.define("in-app-hint", InAppHint);
