"""The menu editor in Chromium: rows typed, duplicated, pasted from a sheet."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.utils import timezone

from accounts.roles import Role
from events.models import ActivityMenuPage
from tests.browser.conftest import NOW
from tests.factories import brands
from tests.factories import events as factory
from tests.factories.accounts import PASSWORD, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTE = """
(input, cells) => {
  const data = new DataTransfer();
  data.setData("text/plain", cells);
  input.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}
"""
ROW = "[data-streamfield-child]"


@pytest.fixture
def menu(live_server, home, monkeypatch, settings):
    settings.LOCALE_PATHS = [settings.ROOT / "locale"]
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    network = brands.make_area(home, code="fangshan", title="北京房山区", short_name="房山区")
    centre = brands.make_centre(network, code="suzhuang", title="苏庄三里社区中心")
    person("bianji", role=Role.EDITOR, node=centre)
    rows = [factory.row("书法课", "12月8日 14:00"), factory.row("合唱团", "每周三 19:00")]
    return factory.make_menu(centre, rows, date(2026, 12, 1))


@pytest.fixture
def page(browser, live_server, menu):
    """The editor of the menu, in the window of the centre's editor."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as window:
        page = window.new_page()
        page.goto(f"{live_server.url}/admin/")
        page.fill("input[name=login]", "bianji")
        page.fill("input[name=password]", PASSWORD)
        page.click("form button[type=submit]")
        page.goto(f"{live_server.url}/admin/pages/{menu.pk}/edit/")
        page.locator(ROW).nth(1).wait_for()
        yield page


def unfold(page, number: int):
    row = page.locator(ROW).nth(number)
    row.locator("[data-panel-toggle]").first.click()
    row.locator("[data-when]").wait_for(state="visible")
    return row


def test_fields_stand_side_by_side_and_rare_ones_are_folded(page):
    row = unfold(page, 0)
    title, when, place = (
        row.locator(f"[name$={name}]").bounding_box() for name in ("title", "when", "place")
    )

    assert abs(title["y"] - when["y"]) < 5
    assert when["x"] > title["x"] + title["width"] - 1
    assert place["y"] > title["y"]
    assert not row.locator("[name$=presenter]").is_visible()


def test_dates_appear_while_one_types(page):
    row = unfold(page, 0)
    row.locator("[data-when]").fill("每周二、四 9:00")
    dates = row.locator(".when-dates li")
    dates.nth(9).wait_for()
    assert dates.first.inner_text() == "12月1日 周二 9:00"

    row.locator("[data-when]").fill("12月32日")
    row.locator(".when-dates--error").wait_for()


def test_a_duplicated_row_has_an_id_of_its_own(page):
    page.locator(f"{ROW} [data-streamfield-action=DUPLICATE]").first.click()
    page.locator(ROW).nth(2).wait_for()
    ids = page.locator(f"{ROW} > input[name$='-id']").evaluate_all("all => all.map(i => i.value)")
    assert len(ids) == len(set(ids)) == 3


def test_cells_pasted_into_a_row_go_through_the_check(page):
    title = unfold(page, 0).locator("[name$=title]")
    cells = "剪纸课\t12月9日 9:00-10:00\t书画室\r\n茶艺课\t12月10日 9:00\t书画室\r\n"
    title.evaluate(f"(input, cells) => ({PASTE})(input, cells)", cells)
    page.wait_for_selector(".sheet-row")
    assert page.locator(".sheet-row").count() == 2
    page.click("button[name=save]")
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))

    draft = ActivityMenuPage.objects.get().get_latest_revision_as_object()
    titles = [block.value["title"] for block in draft.rows]
    assert titles == ["书法课", "合唱团", "剪纸课", "茶艺课"]


def test_a_single_word_is_pasted_as_ever(page):
    title = unfold(page, 0).locator("[name$=title]")
    title.evaluate(f"(input, cells) => ({PASTE})(input, cells)", "剪纸课")

    assert "/edit/" in page.url
