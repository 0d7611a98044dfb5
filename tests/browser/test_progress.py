"""What takes longer says so, and goes on by itself; without a script the button does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brands.models import CentrePage
from tests.factories.accounts import PASSWORD, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHEET = Path(__file__).parent.parent / "data" / "sheets" / "centres-linhai.xlsx"
WATCH = """
new MutationObserver(() => {
  const bar = document.querySelector(".progress-note progress");
  if (bar) sessionStorage[`far ${bar.getAttribute("value") ?? "?"}`] = bar.max;
}).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture
def visit(browser, live_server, home, monkeypatch):
    """Sign in and open the upload of centres; `script` may be off."""
    monkeypatch.setattr("brands.centre_plans.SAVED_AT_ONCE", 3)
    person("root", is_superuser=True)
    contexts = []

    def visit(*, script: bool):
        context = browser.new_context(java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(f"{live_server.url}/accounts/login/")
        page.fill("[name=login]", "root")
        page.fill("[name=password]", PASSWORD)
        page.click("main form button")
        page.goto(f"{live_server.url}/admin/network/{home.pk}/centres/")
        page.set_input_files("[name=file]", SHEET)
        return page

    yield visit
    for context in contexts:
        context.close()


def test_a_long_sheet_goes_on_by_itself_and_shows_how_far_it_is(visit):
    page = visit(script=True)
    page.click("form[data-progress] button")
    page.click("[name=save]")
    page.wait_for_url("**/admin/pages/**")
    shown = page.evaluate("({...sessionStorage})")
    assert shown.keys() >= {"far ?", "far 3", "far 6"}
    assert CentrePage.objects.count() == 8


def test_without_a_script_each_step_has_its_button(visit):
    page = visit(script=False)
    page.click("form[data-progress] button")
    for _step in range(3):
        page.click("[name=save]")
    page.wait_for_url("**/admin/pages/**")
    assert CentrePage.objects.count() == 8
