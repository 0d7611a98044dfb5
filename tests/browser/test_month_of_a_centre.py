"""One month of one centre, in Chromium: from the office's sheet to the resident's calendar."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from django.utils import timezone

from accounts.roles import Role
from events.models import ActivityMenuPage
from tests.browser.conftest import NOW
from tests.factories import brands
from tests.factories.accounts import PASSWORD, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHEET = Path(__file__).parent.parent / "data" / "sheets" / "menu-suzhuang-sanli-2026-12.xlsx"
REPAIRED = "每周二、四 14:00-15:30"


@pytest.fixture
def site(live_server, home, monkeypatch, settings):
    """A network with one centre and its people, in Chinese, on a day that stands still."""
    settings.LOCALE_PATHS = [settings.ROOT / "locale"]
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    network = brands.make_area(home, code="fangshan", title="北京房山区", short_name="房山区")
    live_server.centre = brands.make_centre(network, code="suzhuang", title="苏庄三里社区中心")
    person("bianji", role=Role.EDITOR, node=live_server.centre)
    person("shenhe", role=Role.REVIEWER, node=network)
    person("shenpi", role=Role.APPROVER, node=network)
    return live_server


@pytest.fixture
def broken_sheet(tmp_path) -> Path:
    """The centre's sheet with a day that does not exist."""
    book = openpyxl.load_workbook(SHEET)
    row = next(row for row in book.active.iter_rows() if row[1].value == "书法入门班")
    row[2].value = "12月32日"
    book.save(tmp_path / SHEET.name)
    return tmp_path / SHEET.name


@pytest.fixture
def signed_in(browser, site):
    """Open a window for a person who signs in by hand."""
    windows = []

    def sign_in(name: str):
        windows.append(browser.new_context(viewport={"width": 1280, "height": 900}))
        page = windows[-1].new_page()
        page.goto(f"{site.url}/admin/")
        page.fill("input[name=login]", name)
        page.fill("input[name=password]", PASSWORD)
        page.click("form button[type=submit]")
        page.wait_for_url("**/admin/")
        return page

    yield sign_in
    for window in windows:
        window.close()


def test_from_the_sheet_to_the_calendar(browser, site, signed_in, broken_sheet):
    page = signed_in("bianji")
    upload(page, site, broken_sheet)
    repair_and_save(page)
    submit(page)
    menu = ActivityMenuPage.objects.get()
    approve(signed_in("shenhe"), site, menu)
    assert not ActivityMenuPage.objects.get().live
    approve(signed_in("shenpi"), site, menu)
    with browser.new_context(viewport={"width": 360, "height": 800}, locale="zh-CN") as window:
        read_as_a_resident(window.new_page(), site, menu)


def upload(page, site, sheet: Path) -> None:
    page.goto(f"{site.url}/admin/menus/upload/{site.centre.pk}/")
    page.set_input_files("input[type=file]", sheet)
    page.click(".sheet-upload button[type=submit]")
    page.wait_for_selector(".sheet-row")
    assert page.locator(".sheet-row").count() == 20


def repair_and_save(page) -> None:
    """Nothing is saved while a row is wrong; it tells its cell, and its dates while one types."""
    page.click("button[name=save]")
    page.wait_for_selector("[role=alert]")
    wrong = page.locator(".sheet-row--error")
    assert wrong.count() == 1
    assert "C5" in wrong.inner_text()
    wrong.locator("[data-when]").fill(REPAIRED)
    wrong.locator(".when-dates li").nth(9).wait_for()
    page.click("button[name=save]")
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))


def submit(page) -> None:
    page.wait_for_selector("[data-streamfield-child]")
    assert page.locator("[data-streamfield-child]").count() == 20
    choose_action(page, "[name=action-submit]")


def approve(page, site, menu) -> None:
    page.goto(f"{site.url}/admin/pages/{menu.pk}/edit/")
    choose_action(page, "[data-workflow-action-name=approve]")


def choose_action(page, action: str) -> None:
    """Unfold the menu of actions below the page and take one of them."""
    page.wait_for_selector(action, state="attached")
    if not page.is_visible(action):
        page.click("footer [data-w-dropdown-target=toggle]")
    page.click(action)
    page.wait_for_url(lambda url: "/edit/" not in url)


def read_as_a_resident(page, site, menu) -> None:
    page.goto(f"{site.url}{menu.address}")
    assert "书法入门班" in page.inner_text("main")
    page.goto(f"{site.url}/search/?q={quote('书法')}")
    assert "书法入门班" in page.inner_text("main")
    feed = page.request.get(f"{site.url}/calendar/{site.centre.address_code}.ics")
    assert feed.text().count("SUMMARY:书法入门班") == 10
