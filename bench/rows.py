"""Rows of a menu of 60 in Chromium: ready to edit, against a bare page with the same rows"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from statistics import median
from unittest import mock

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer
from wagtail.admin.panels import FieldPanel, ObjectList

from accounts.models import User
from bench.frame import Bench, Line
from events.models import ActivityMenuPage
from tests.factories import brands, events
from tests.factories.menu_form import edit_address
from tests.servers import chromium

ROWS, MOST_TIMES, ROUNDS = 60, 1.5, 5
# When the last row has its first field, in milliseconds after the page was asked for.
WATCH = """
const look = () => {
  const rows = document.querySelectorAll('input[name^="rows-"][name$="-value-title"]');
  if (rows.length === %d) window.readyAt = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def measure(bench: Bench) -> Iterator[Line]:
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    if not chromium():
        yield Line("Chromium", "not found", "needed", holds=False)
        return
    server = LiveServer("localhost")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
            )
            yield rows(browser, server.url)
            browser.close()
    finally:
        server.stop()


def rows(browser, url: str) -> Line:
    """Open the menu and the bare page in turn, each as often, and compare the medians."""
    made = [events.row(f"第{n}课", "12月8日 14:00-15:30") for n in range(ROWS)]
    address = url + edit_address(events.make_menu(brands.make_centre(), made, date(2027, 12, 1)))
    tab = signed_in(browser, url)
    bare = ObjectList([FieldPanel("rows")]).bind_to_model(ActivityMenuPage)
    ours, others = [], []
    for _ in range(ROUNDS + 1):
        ours.append(ready(tab, address))
        with mock.patch.object(ActivityMenuPage, "get_edit_handler", return_value=bare):
            others.append(ready(tab, address))
    mine, theirs = median(ours[1:]), median(others[1:])
    figure = f"{mine:,.0f} ms against {theirs:,.0f} ms: {mine / theirs:.2f} ×"
    return Line(
        f"{ROWS} rows ready", figure, f"at most {MOST_TIMES} ×", mine <= MOST_TIMES * theirs
    )


def signed_in(browser, url: str) -> Tab:
    client = Client()
    client.force_login(User.objects.create_superuser("bench-rows", password=None))
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(bypass_csp=True)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": url}])
    tab = context.new_page()
    tab.add_init_script(WATCH % ROWS)
    return tab


def ready(tab: Tab, address: str) -> float:
    tab.goto(address, wait_until="commit")
    tab.wait_for_function("window.readyAt")
    return tab.evaluate("window.readyAt")
