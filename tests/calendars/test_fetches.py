"""How often calendars are fetched: by place and day, and by nothing that tells people apart."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from calendars import entries, fetches
from calendars.models import FetchCount
from tests.factories.accounts import person
from tests.factories.calendars import make_facts
from tests.factories.events import make_menu, publish, row

AT = datetime(2026, 12, 1, 6, 20, tzinfo=UTC)
FEED = "/calendar/c.suzhuang.ics"


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("calendars.feed_views.timezone.now", lambda: AT)


@pytest.fixture
def clock(monkeypatch):
    """The processor's clock, by which counts are written."""

    class Clock:
        now = 1000.0

    monkeypatch.setattr(fetches, "monotonic", lambda: Clock.now)
    return Clock


@pytest.fixture
def feed(centre):
    entries.refresh("menu:1", [make_facts(centre)], AT)


def counted() -> dict:
    return dict(FetchCount.objects.values_list("place", "number"))


def test_whole_and_unchanged_answers_count_alike(client, feed, clock):
    etag = client.get(FEED)["ETag"]
    assert counted() == {"c.suzhuang": 1}
    for _ in range(3):
        assert client.get(FEED, headers={"If-None-Match": etag}).status_code == 304
    assert counted() == {"c.suzhuang": 1}
    clock.now += fetches.WRITE_SECONDS
    client.get(FEED, headers={"If-None-Match": etag})
    assert counted() == {"c.suzhuang": 5}


def test_an_unchanged_answer_that_writes_makes_two_queries(client, feed, clock):
    etag = client.get(FEED)["ETag"]
    clock.now += fetches.WRITE_SECONDS
    with CaptureQueriesContext(connection) as queries:
        assert client.get(FEED, headers={"If-None-Match": etag}).status_code == 304
    assert len(queries) == 2


def test_what_was_chosen_counts_for_its_place(client, feed, clock):
    client.get("/calendar/c.suzhuang~k-art.ics")
    clock.now += fetches.WRITE_SECONDS
    client.get("/calendar/c.suzhuang~k-stage.ics")
    assert counted() == {"c.suzhuang": 2}


@pytest.mark.parametrize("code", ["nobody", "c.suzhuang~k-none", "c.suzhuang~k-stage~k-art"])
def test_an_address_that_is_no_calendar_is_not_counted(client, feed, clock, code):
    client.get(f"/calendar/{code}.ics")
    client.get(f"/calendar/{code}.ics")
    assert counted() == {}


def test_a_count_that_cannot_be_written_costs_nobody_a_calendar(client, feed, monkeypatch):
    class Broken:
        def __getattr__(self, name):
            raise DatabaseError("read only")

    monkeypatch.setattr(fetches, "connection", Broken())
    assert client.get(FEED).status_code == 200


def test_two_processes_add_up(db):
    day = AT.date()
    for number in (2, 3):
        fetches.write({("all", day): number})
    assert counted() == {"all": 5}


def test_the_last_seven_days_are_told_and_old_ones_forgotten(db):
    for days, number in ((0, 1), (6, 10), (7, 100), (36, 1000)):
        fetches.write({("all", AT.date() - timedelta(days=days)): number})
    assert fetches.lately(["all"], AT) == {"all": 11}
    assert fetches.lately(["fangshan"], AT) == {}
    assert fetches.forget_old(AT) == 1
    assert sum(FetchCount.objects.values_list("number", flat=True)) == 111


def test_editors_are_told_how_often(client, centre, now, monkeypatch):
    monkeypatch.setattr("events.date_views.timezone.now", lambda: now)
    menu = publish(make_menu(centre, [row()]))
    today = now.date()
    fetches.write({("c.suzhuang", today): 21, ("fangshan", today): 30, ("all", today): 4})
    fetches.write({("c.other", today): 500})
    client.force_login(person("editor", role=Role.EDITOR, node=centre))
    answer = client.get(reverse("menus:dates", args=[menu.pk]))
    assert re.findall(r"\d+", answer.context["fetched"]) == ["21", "34"]
    assert answer.context["fetched"] in answer.content.decode()
