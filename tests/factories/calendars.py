"""Facts of events, and a reader of calendar text that shares nothing with the code under test."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import connection

from calendars import guards
from calendars.ical import EventFacts

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 12, 8, 14, 0, tzinfo=SHANGHAI)


def make_facts(node=None, **values) -> EventFacts:
    """Make the facts of one activity of 90 minutes, on Tuesday 8 December 2026 unless told."""
    start = values.pop("start", START)
    defaults = {
        "thing_id": uuid.uuid4(),
        "node_id": node.pk if node else 1,
        "prefix": "activity",
        "title": "书法入门班",
        "start": start,
        "end": start + timedelta(minutes=90),
        "place": "苏庄三里 书画室",
        "address": "幸福路 1 号",
        "description": "零基础，带一支毛笔就行。",
        "url": "http://testserver/a/k7m2xqa/",
        "categories": ("书画",),
    }
    return EventFacts(**defaults | values)


def unfolded(octets: bytes) -> list[str]:
    """Return the content lines; asserts what RFC 5545 §3.1 asks of every octet."""
    assert octets.endswith(b"\r\n")
    assert not octets.startswith(b"\xef\xbb\xbf")
    physical = octets[:-2].split(b"\r\n")
    for line in physical:
        assert len(line) <= 75, line
        assert not any(octet < 32 or octet == 127 for octet in line), line
        line.decode()  # no fold cuts a character
    logical: list[str] = []
    for line in physical:
        if line.startswith(b" "):
            logical[-1] += line[1:].decode()
        else:
            logical.append(line.decode())
    return logical


def events_of(octets: bytes) -> list[dict[str, str]]:
    """Return the properties of each VEVENT: name with its parameters to the raw value.

    Names once only; asserts that components are opened and closed in order.
    """
    events, opened = [], []
    for line in unfolded(octets):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            opened.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert opened.pop() == value
        elif opened[-1] == "VEVENT":
            assert name not in events[-1], f"{name} twice"
            events[-1][name] = value
    assert not opened
    return events


def unescaped(value: str) -> str:
    """Return a TEXT value as it is meant (RFC 5545 §3.3.11)."""
    out, characters = [], iter(value)
    for character in characters:
        if character == "\\":
            following = next(characters)
            character = "\n" if following in "nN" else following
        out.append(character)
    return "".join(out)


def drop_guards(*names: str) -> None:
    """Let the ledger be altered, as a database without these triggers, or without any, would."""
    with connection.cursor() as cursor:
        for name in names or guards.TRIGGERS[connection.vendor]:
            on = f" ON {guards.TABLE}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on}")
