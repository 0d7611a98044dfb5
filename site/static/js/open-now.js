/* <open-now data-hours="2026-12-01 08:30-12:00 13:30-17:30;2026-12-02"> says whether a house is open.
   Pages hold no "now": the hours of the coming days stand in the attribute, holidays already taken
   in. Without a script the table of hours says the same. */
const MINUTE = 60_000;

function inShanghai(moment) {
  // Day and time there, wherever the reader is: ["2026-12-05", "14:20"].
  const options = { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" };
  return new Intl.DateTimeFormat("sv-SE", options).format(moment).split(" ");
}

function written(date, time, today) {
  const plain = time.replace(/^0/, "");
  if (date === today) return plain;
  const options = { timeZone: "UTC", month: "long", day: "numeric", weekday: "short" };
  const day = new Intl.DateTimeFormat(document.documentElement.lang, options);
  return `${day.format(new Date(`${date}T00:00:00Z`))} ${plain}`;
}

class OpenNow extends HTMLElement {
  connectedCallback() {
    this.spans = this.dataset.hours.split(";").flatMap((line) => {
      const [date, ...hours] = line.split(" ");
      return hours.map((span) => [date, ...span.split("-")]);
    });
    this.first = this.dataset.hours.slice(0, 10);
    this.last = this.dataset.hours.split(";").at(-1).slice(0, 10);
    this.show();
    this.timer = setInterval(() => this.show(), MINUTE);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  show() {
    const [today, time] = inShanghai(new Date());
    this.hidden = today < this.first || today > this.last;
    const open = this.spans.find(([date, from, to]) => date === today && from <= time && time < to);
    const next = this.spans.find(([date, from]) => date > today || (date === today && from > time));
    this.reveal("[data-open]", open);
    this.reveal("[data-closed]", !open);
    this.reveal("[data-next]", next);
    this.write("[data-until]", open && written(today, open[2], today));
    this.write("[data-opens]", next && written(next[0], next[1], today));
  }

  reveal(selector, isShown) {
    const part = this.querySelector(selector);
    if (part) part.hidden = !isShown;
  }

  write(selector, text) {
    const part = this.querySelector(selector);
    if (part) part.textContent = text || "";
  }
}

customElements.define("open-now", OpenNow);
