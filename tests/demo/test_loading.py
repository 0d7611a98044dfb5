"""The demo is built through the site's own services; building it twice changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.models import Page

from brands.models import AreaPage, CentrePage
from calendars.models import CalendarEntry
from common.models import Holiday
from demo.build import menus, pages, tree, withdrawals
from demo.livestreams import LIVESTREAMS
from demo.networks import linhai
from demo.notices import NOTICES
from events.enums import ActivityStatus
from events.models import Activity, Occurrence
from search.models import SearchEntry

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
STREET = next(area for area in linhai.NETWORK.area.areas if area.code == "LH-DC")
SMALL = replace(
    linhai.NETWORK, area=replace(linhai.NETWORK.area, centre=None, centres=(), areas=(STREET,))
)


@pytest.fixture
def small(monkeypatch):
    """One street of Linhai instead of five networks, its notices, its livestreams without video."""
    centres = tuple(SMALL.area.all_centres())
    codes = {centre.code for centre in centres}
    monkeypatch.setattr(tree, "NETWORKS", (SMALL,))
    monkeypatch.setattr(menus, "all_centres", lambda: centres)
    monkeypatch.setattr(pages, "NOTICES", [one for one in NOTICES if one.centre in codes])
    lives = [one for one in LIVESTREAMS if one.centre in codes and not one.clip]
    monkeypatch.setattr(pages, "LIVESTREAMS", lives)
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def build() -> None:
    centres = tree.build()
    pages.build_holidays()
    pages.build_notices(centres, NOW.date())
    pages.build_livestreams(centres, NOW)
    menus.build(centres, NOW.date())
    menus.change(centres, NOW)
    withdrawals.withdraw(centres, NOW)


def rows() -> dict[str, list]:
    """Everything that readers can tell apart."""
    return {
        "pages": list(Page.objects.order_by("path").values_list("path", "title", "live")),
        "activities": list(Activity.objects.order_by("pk").values_list("pk", "code", "status")),
        "occurrences": list(
            Occurrence.objects.order_by("pk").values_list("pk", "start", "status", "reason")
        ),
        "entries": list(CalendarEntry.objects.order_by("pk").values_list("pk", "text")),
        "search": list(SearchEntry.objects.order_by("kind", "thing_key").values_list("title")),
        "holidays": list(Holiday.objects.order_by("pk").values_list("date", "name")),
    }


def test_building_twice_gives_the_same_rows(small):
    build()
    first = rows()
    build()
    assert rows() == first
    assert len(first["occurrences"]) > 20


def test_the_texts_of_the_demo_pass_the_sites_own_rules(small):
    build()
    for page in Page.objects.filter(depth__gte=3).specific():
        page.full_clean()


def test_what_was_published_by_mistake_is_gone(small, client):
    build()
    gone = Activity.objects.filter(status=ActivityStatus.WITHDRAWN)
    assert set(gone.values_list("title", flat=True)) == {"育婴课：给宝宝洗澡"}
    for activity in gone.select_related("menu"):
        assert client.get(activity.address).status_code == 410
        assert activity.reason


def test_holidays_and_ways_reach_the_pages(small, client):
    build()
    centre = CentrePage.objects.get(code="LH-DC-MX")
    text = client.get(centre.address).content.decode()
    assert centre.directions[:10] in text
    assert AreaPage.objects.get(code="LH").title in text or centre.at_holidays == "sunday"
    assert Holiday.objects.filter(date__gt=NOW.date() + timedelta(days=60)).exists()
