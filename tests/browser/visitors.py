"""Ways to look at a page: by day or night, on a phone, in large type, without script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from playwright.sync_api import Browser, Page

TALL = 900
TOO_WIDE = """
() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const found = [...document.querySelectorAll("body *")].filter(
    (part) => part.getBoundingClientRect().right > room + 1 && part.clientWidth);
  const name = (part) =>
    `${part.tagName}.${part.className} ${part.textContent.trim().slice(0, 20)}`;
  return found.slice(0, 5).map(name);
}
"""


@dataclass(frozen=True)
class Site:
    """A running site: the address of each of its pages by name."""

    browser: Browser
    url: str
    addresses: dict[str, str]
    now: datetime

    @contextmanager
    def visitor(self, width: int = 1280, **context) -> Iterator[Visitor]:
        """Open a window of its own; `context` goes to Playwright's `new_context`."""
        with self.browser.new_context(
            viewport={"width": width, "height": TALL}, locale="zh-CN", **context
        ) as opened:
            yield Visitor(self, opened.new_page())


class Visitor:
    """One window; what the browser complains about is kept until it is read."""

    def __init__(self, site: Site, page: Page):
        self.site = site
        self.page = page
        self.complaints: list[str] = []
        page.clock.set_fixed_time(site.now)
        page.on("console", self.listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self.watch)

    def listen(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def watch(self, request) -> None:
        if not request.url.startswith((self.site.url, "data:", "blob:")):
            self.complaints.append(f"calls {request.url}")

    def open(self, name: str, prefix: str = ""):
        """Go to the page of this name, in the language of the prefix, and wait for its load."""
        return self.page.goto(self.site.url + prefix + self.site.addresses[name])

    def take_complaints(self) -> list[str]:
        taken, self.complaints = self.complaints, []
        return taken

    def resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": TALL})

    def enlarge_text(self, percent: int) -> None:
        """Set the reader's own size of letters, as the browser's settings do."""
        session = self.page.context.new_cdp_session(self.page)
        standard = round(16 * percent / 100)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": standard, "fixed": standard}})

    def too_wide(self) -> list[str]:
        """Return what makes the page scroll sideways; empty when nothing does."""
        return self.page.evaluate(TOO_WIDE)
