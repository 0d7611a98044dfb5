"""Feeds read back by parsers that share nothing with the library that wrote them (C2, C12)."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from calendars import entries, ical
from tests.factories.calendars import SHANGHAI, START, make_facts

HERE = Path(__file__).parent
AT = datetime(2026, 12, 1, 6, 20, tzinfo=UTC)
EVENING = datetime(2026, 12, 31, 20, tzinfo=SHANGHAI)
DAY = datetime(2026, 12, 28, tzinfo=SHANGHAI)
TEXTS = (
    "书法\r\nSTATUS:CANCELLED",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2",
    ',;\\"：，；「」《》·—',
    "a\\,b\\;c\\N\\n",
    "𠮷" * 70,
    "👨\u200d👩\u200d👧" * 12,
    "\x0b\u2028\x85\u202e",
    "\u202eabc\u200f\u2067\u2069\u061c",
    "长" * 10_000,
    ":=^'",
)


def with_vobject(octets: bytes) -> list[dict]:
    return asked([sys.executable, HERE / "read_with_vobject.py"], octets)


def with_icaljs(octets: bytes) -> list[dict]:
    return asked(["node", HERE / "read_with_icaljs.mjs"], octets)


def asked(command: list, octets: bytes) -> list[dict]:
    done = subprocess.run(command, input=octets, capture_output=True, check=True, timeout=60)
    return json.loads(done.stdout)


def with_icalendar(octets: bytes) -> list[dict]:
    return [
        {
            "uid": str(event["UID"]),
            "title": str(event["SUMMARY"]),
            "place": str(event["LOCATION"]),
            "text": str(event["DESCRIPTION"]),
            "status": str(event["STATUS"]),
            "start": moment(event.decoded("DTSTART")),
            "end": moment(event.decoded("DTEND")),
        }
        for event in Calendar.from_ical(octets).walk("VEVENT")
    ]


def moment(value) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return value.isoformat()


@pytest.fixture
def octets(client, centre, monkeypatch) -> bytes:
    """A feed with text of any kind, an all-day event, one past midnight, one of each state."""
    monkeypatch.setattr("calendars.feed_views.timezone.now", lambda: AT)
    values = {"start": DAY, "end": DAY + timedelta(days=3), "is_all_day": True}
    facts = [
        *(make_facts(centre, title=text, place=text, description=text) for text in TEXTS),
        make_facts(centre, title="展览", **values),
        make_facts(centre, title="跨年", start=EVENING, end=EVENING + timedelta(hours=4.5)),
        make_facts(centre, title="凌晨", start=DAY + timedelta(minutes=30)),
        make_facts(centre, is_cancelled=True, reason="停电"),
        make_facts(centre, moved_from=START - timedelta(days=1), reason="检修"),
        make_facts(centre, conference="https://live.example/1", geo=(39.7, 116.1)),
    ]
    entries.refresh("menu:1", facts, AT)
    return client.get("/calendar/c.suzhuang.ics").content


@pytest.mark.parametrize(
    "read",
    [
        with_vobject,
        pytest.param(with_icaljs, marks=pytest.mark.icaljs),
    ],
)
def test_parsers_of_other_families_read_the_same(octets, read):
    expected = with_icalendar(octets)
    assert len(expected) == len(TEXTS) + 6
    assert read(octets) == expected


NASTY = st.text(max_size=80) | st.sampled_from(TEXTS)


@settings(deadline=None, max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(*[NASTY] * 7), min_size=25, max_size=25))
@pytest.mark.parametrize(
    "read", [with_vobject, pytest.param(with_icaljs, marks=pytest.mark.icaljs)]
)
def test_any_text_in_any_property_is_read_alike(read, rows):
    """Text of editors in every property, presenter and organiser as activities write them."""
    events = []
    for number, (title, place, text, people, category, address, reason) in enumerate(rows):
        facts = make_facts(
            title=title, place=place, address=place, reason=reason, is_cancelled=number % 2 == 1,
            description=f"{text}\n主讲：{people}\n主办：{people}", categories=(category, people),
            url=address, conference=address,
        )  # fmt: skip
        events.append(ical.stamp(ical.render(facts), f"activity-{number}@x", 0, AT))
    octets = ical.document(rows[0][0], events, rows[0][2])
    expected = with_icalendar(octets)
    assert [one["uid"] for one in expected] == [f"activity-{n}@x" for n in range(len(rows))]
    assert [one["status"] for one in expected[:2]] == ["CONFIRMED", "CANCELLED"]
    assert read(octets) == expected
