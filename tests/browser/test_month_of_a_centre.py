"""One month of one centre, in Chromium: from the office's sheet to the resident's calendar.

The street has no reviewer left, one row comes back and is mended by a second upload, and a notice
cannot wait.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from django.utils import timezone

from accounts import services
from accounts.roles import Role
from events.models import Activity, ActivityMenuPage
from notices.models import TalentNoticePage
from tests.browser.conftest import NOW
from tests.factories import brands
from tests.factories.accounts import PASSWORD, person
from tests.factories.notices import make_notice

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHEET = Path(__file__).parent.parent / "data" / "sheets" / "menu-suzhuang-sanli-2026-12.xlsx"
REPAIRED = "每周二、四 14:00-15:30"


@pytest.fixture
def site(live_server, home, monkeypatch, settings):
    """A street without a reviewer, one centre and its people, in Chinese, at one moment."""
    settings.LOCALE_PATHS = [settings.ROOT / "locale"]
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    network = brands.make_area(home, code="fangshan", title="北京房山区", short_name="房山区")
    street = brands.make_area(network, code="gongchen", title="拱辰街道")
    services.close(person("zouliao", role=Role.REVIEWER, node=street))
    live_server.centre = brands.make_centre(street, code="suzhuang", title="苏庄三里社区中心")
    person("bianji", role=Role.EDITOR, node=live_server.centre)
    person("shenhe", role=Role.REVIEWER, node=network)
    person("shenpi", role=Role.APPROVER, node=network)
    return live_server


def sheet_with(tmp_path, title: str, column: int, text: str) -> Path:
    """Return the centre's sheet with another text in the row of an activity."""
    book = openpyxl.load_workbook(SHEET)
    row = next(row for row in book.active.iter_rows() if row[1].value == title)
    row[column].value = text
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


def test_the_month_of_one_centre(browser, site, signed_in, tmp_path):
    editor, reviewer, approver = (signed_in(name) for name in ("bianji", "shenhe", "shenpi"))
    upload(editor, site, sheet_with(tmp_path, "书法入门班", 2, "12月32日"))
    repair_and_save(editor)
    submit(editor)
    assert "拱辰街道眼下没有人能办，已转到北京房山区" in editor.inner_text("body")

    menu = ActivityMenuPage.objects.get()
    assert "通过 19 项，退回 1 项" in decide(reviewer, site, menu, "approve", returned="交谊舞")
    assert not ActivityMenuPage.objects.get().live
    assert "时间已过，已于14:20立即公布" in decide(approver, site, menu, "approve")
    assert titles(menu) == 19

    mend_by_second_upload(editor, site, sheet_with(tmp_path, "交谊舞", 3, "19:30-21:00"))
    submit(editor)
    for one in (reviewer, approver):
        decide(one, site, menu, "approve")
    assert titles(menu) == 20

    notice = an_urgent_notice(editor, site)
    assert "14:20公布" in decide(reviewer, site, notice, "release")
    with browser.new_context(viewport={"width": 360, "height": 800}, locale="zh-CN") as window:
        resident = window.new_page()
        read_as_a_resident(resident, site, menu)
        resident.goto(site.url + notice.address)
        assert notice.title in resident.inner_text("main")
    assert "已确认" in decide(approver, site, notice, "approve")


def titles(menu) -> int:
    return Activity.objects.filter(menu=menu).count()


def mend_by_second_upload(page, site, sheet: Path) -> None:
    """The same sheet with one cell changed: the other rows are known and stay."""
    upload(page, site, sheet)
    assert "更改 1 项" in page.inner_text(".sheet-summary")
    page.click("button[name=save]")
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))


def an_urgent_notice(page, site) -> TalentNoticePage:
    """A draft that says why it cannot wait, sent to review from the check."""
    notice = make_notice(site.centre, publish=False, urgent_reason="今晚八点截止")
    page.goto(f"{site.url}/admin/check/{notice.pk}/")
    page.click("button[name=submit]")
    page.wait_for_url(lambda url: "/check/" not in url)
    return notice


def decide(page, site, reviewed, decision: str, returned: str = "") -> str:
    """Answer the reviewer's screen and return what is said then."""
    page.goto(f"{site.url}/admin/check/review/{reviewed.pk}/")
    if returned:
        row = page.locator(".check__row", has_text=returned).first
        row.locator("input[name=return]").check()
        row.locator("textarea").fill("请核对时间")
    page.click(f"button[name=decision][value={decision}]")
    page.wait_for_url("**/admin/")
    return page.inner_text("body")


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
