"""Every kind of public page can be seen, read by ear, and used on the smallest screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "places": [
        "home",
        "network",
        "area",
        "empty area",
        "centre",
        "bare centre",
        "directory",
        "directory without results",
    ],
    "menus": [
        "menu by week",
        "menu by kind",
        "activity",
        "activity with many dates",
        "moved activity",
        "cancelled activity",
    ],
    "lists": ["day", "empty day", "week", "filtered week", "month", "empty month"],
    "jobs": ["talent market", "notice", "job fair", "notice that is over"],
    "livestreams": [
        "livestreams",
        "announced livestream",
        "running livestream",
        "ended livestream",
        "replay",
        "replay elsewhere",
        "cancelled livestream",
    ],
    "the rest": [
        "search",
        "search without results",
        "empty search",
        "calendars",
        "calendar of a centre",
        "a menu of one's own",
        "about",
        "accessibility",
        "not found",
        "login",
    ],
}
MISSING = "Failed to load resource: the server responded with a status of 404 (Not Found)"
AXE = Axe()


@pytest.fixture(scope="module", params=["light", "dark"])
def visitor(request, published):
    """By day at a desk, by night on a phone."""
    width = {"light": 1280, "dark": 360}[request.param]
    with published.visitor(width, color_scheme=request.param) as visitor:
        yield visitor


@pytest.fixture(scope="module")
def on_a_small_phone(published):
    with published.visitor(320) as visitor:
        yield visitor


def test_every_page_is_looked_at(published):
    listed = [name for names in PAGES.values() for name in names]
    assert sorted(listed) == sorted(published.addresses)


@pytest.mark.parametrize("group", PAGES)
def test_nothing_stands_in_anybodys_way(visitor, group):
    """Neither axe nor the browser (scripts, policy, other hosts) has anything to complain of."""
    found = {}
    for name in PAGES[group]:
        visitor.open(name)
        report = AXE.run(visitor.page)
        complaints = visitor.take_complaints()
        if name == "not found":
            complaints.remove(MISSING)
        if report.violations_count:
            complaints.append(report.generate_report())
        if complaints:
            found[name] = complaints
    assert not found, "\n".join(
        f"{name}: {text}" for name, texts in found.items() for text in texts
    )


def test_axe_would_find_what_is_wrong(visitor):
    visitor.open("about")
    visitor.page.evaluate("document.querySelector('main').innerHTML = '<img src=x>'")
    found = {violation["id"] for violation in AXE.run(visitor.page).response["violations"]}
    assert {"image-alt", "page-has-heading-one"} <= found
    visitor.take_complaints()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("group", PAGES)
def test_no_page_scrolls_sideways(on_a_small_phone, group, prefix):
    """At 320 px, there in large type, and at 360 px when the browser doubles the letters."""
    visitor, found = on_a_small_phone, {}
    for name in PAGES[group]:
        if name == "login" and prefix:
            continue  # it has no address of its own in other languages
        visitor.open(name, prefix)
        found[name] = visitor.too_wide()
        visitor.page.evaluate("document.documentElement.dataset.size = 'large'")
        found[f"{name} in large type"] = visitor.too_wide()
        visitor.page.evaluate("delete document.documentElement.dataset.size")
        visitor.resize(360)
        visitor.enlarge_text(200)
        found[f"{name} at 200 %"] = visitor.too_wide()
        visitor.enlarge_text(100)
        visitor.resize(320)
    assert not any(found.values()), [f"{name}: {parts}" for name, parts in found.items() if parts]
