"""Calendars as JSON and Atom: the same entries, page by page, and what was withdrawn."""

import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calendars import entries
from common.api import RATE
from tests.factories.calendars import START, make_facts
from tests.factories.events import make_menu, publish, row

AT = datetime(2026, 12, 1, 6, 20, tzinfo=UTC)
EVENTS = "/api/calendars/c.suzhuang/events"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("calendars.api.timezone.now", lambda: AT)
    monkeypatch.setattr("calendars.feed_views.timezone.now", lambda: AT)


def asked(client, address=EVENTS, **query) -> dict:
    response = client.get(address, query)
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def test_activity_is_told_with_its_facts_and_no_private_number(client, centre):
    publish(make_menu(centre, [row(kind="art", contact="13812345678", fee="免费")]))
    (event,) = asked(client)["events"]
    assert (event["title"], event["kind"], event["is_free"]) == ("书法入门班", "art", True)
    assert (event["centre"], event["place"]) == ("c.suzhuang", "书画室")
    assert event["starts_at"] == "2026-12-08T06:00:00Z"
    assert "/a/" in event["url"]
    assert "13812345678" not in json.dumps(event)


def test_pages_follow_each_other_and_tell_everything_once(client, centre):
    facts = [make_facts(centre, start=START + timedelta(days=n // 2)) for n in range(7)]
    entries.refresh("menu:1", facts, AT)
    told, address, pages = [], f"{EVENTS}?limit=3", 0
    while address:
        page = asked(client, address.removeprefix("http://testserver"))
        told += [event["id"] for event in page["events"]]
        address, pages = page["next"], pages + 1
    assert pages == 3
    assert sorted(told) == sorted(str(one.thing_id) for one in facts)


def test_copy_learns_what_changed_and_what_was_withdrawn(client, centre):
    stays, goes = make_facts(centre), make_facts(centre, title="秘密")
    entries.refresh("menu:1", [stays, goes], AT)
    entries.refresh("menu:1", [stays], AT + timedelta(minutes=1))
    since = (AT + timedelta(seconds=30)).isoformat()
    (event,) = asked(client, updated_since=since)["events"]
    assert (event["id"], event["deleted"], event["title"]) == (str(goes.thing_id), True, "")
    assert "秘密" not in json.dumps(event)
    assert len(asked(client, updated_since=AT.isoformat())["events"]) == 2
    assert [one["id"] for one in asked(client)["events"]] == [str(stays.thing_id)]


def test_answers_are_kept_by_caches_and_set_no_cookie(client, centre):
    entries.refresh("menu:1", [make_facts(centre)], AT)
    first = client.get(EVENTS)
    again = client.get(EVENTS, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not first.cookies
    assert "Cookie" not in first.get("Vary", "")
    assert first["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/calendars/nobody", 404),
        ("/api/calendars/all~k-nothing/events", 404),
        (EVENTS + "?limit=0", 400),
        (EVENTS + "?limit=201", 400),
        (EVENTS + "?cursor=x", 400),
        (EVENTS + "?cursor=%00", 400),
        (EVENTS + "?updated_since=yesterday", 400),
    ],
)
def test_bad_question_gets_one_sentence(client, centre, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert json.loads(response.content)["error"]


def test_who_asks_too_often_is_told_when_to_come_back(client, centre):
    number = int(RATE.split("/")[0])
    key = "throttle_anon_127.0.0.1"
    client.get("/api/vocabulary")
    cache.set(key, cache.get(key) * number, 60)
    response = client.get("/api/vocabulary")
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0


def test_schema_is_documented_for_machines_and_people(client, centre):
    schema = client.get("/api/openapi.json").json()
    assert "/api/calendars/{code}/events" in schema["paths"]
    fields = schema["components"]["schemas"]["Event"]["properties"]
    assert all(field.get("description") for field in fields.values())
    page = client.get("/api/")
    assert page.status_code == 200
    assert "updated_since" in page.content.decode()
    assert not page.cookies


def test_vocabulary_names_all_that_addresses_are_made_of(client, centre):
    facets = {
        facet["letter"]: facet["codes"] for facet in asked(client, "/api/vocabulary")["facets"]
    }
    assert {"t", "k", "f", "p", "d", "m"} <= facets.keys()
    for letter, codes in facets.items():
        address = f"/api/calendars/all~{letter}-{codes[0]['code']}"
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("number", [1, 60])
def test_queries_do_not_grow_with_the_events(client, centre, number):
    rows = [row(f"第{n}讲", f"12月{n % 28 + 1}日 9:00") for n in range(number)]
    publish(make_menu(centre, rows))
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert len(asked(client, limit=200)["events"]) == number
    assert len(queries) <= 11


def test_atom_tells_the_newest_changes_first(client, centre):
    old, new = make_facts(centre, title="旧<b>"), make_facts(centre, title="新")
    entries.refresh("menu:1", [old], AT)
    entries.refresh("menu:2", [new], AT + timedelta(minutes=1))
    response = client.get("/calendar/c.suzhuang.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.content)  # noqa: S314 - made here
    assert [one.findtext(f"{ATOM}title") for one in feed.iter(f"{ATOM}entry")] == ["新", "旧<b>"]
    assert feed.findtext(f"{ATOM}updated") == "2026-12-01T06:21:00+00:00"
    held = client.get("/calendar/c.suzhuang.atom", headers={"If-None-Match": response["ETag"]})
    assert held.status_code == 304


def test_atom_of_an_empty_calendar_is_the_same_each_time(client, centre):
    first = client.get("/calendar/c.suzhuang.atom")
    cache.clear()
    assert client.get("/calendar/c.suzhuang.atom")["ETag"] == first["ETag"]


@pytest.mark.parametrize(("code", "status"), [("nobody", 404), ("suzhuang", 308)])
def test_atom_keeps_the_rules_of_feeds(client, centre, code, status):
    assert client.get(f"/calendar/{code}.atom").status_code == status
    assert client.post("/calendar/all.atom").status_code == 405
