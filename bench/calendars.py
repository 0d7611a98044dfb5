"""Calendars: a feed of 1,000 events, cold, held and joined, and how it grows to 10,000"""

from __future__ import annotations

import gzip
import math
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from statistics import median
from time import perf_counter, sleep
from unittest import mock

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from bench.frame import Bench, Line, seconds
from calendars import entries, feeds, ical, subjects, windows
from calendars.ical import EventFacts
from calendars.models import CalendarEntry
from tests.factories import brands
from tests.factories.calendars import make_facts

SMALL, MANY = 1_000, 10_000
COLD_QUERIES, HELD_QUERIES = 15, 2
HELD_TIMES, JOIN_SHARE, GROWTH, MEBIBYTES, PACKED = 1.3, 0.1, 1.05, 40, 0.1
ROUNDS = 7
CLIENTS, POLLS, SLOW_MS = 100, 10, 100
NO_CAP = {"EVENT_CAP": 10**9, "OCTET_CAP": 10**12}


def measure(bench: Bench) -> Iterator[Line]:
    facts = {size: publish(size) for size in (10, SMALL, MANY)}
    for size in (10, SMALL):
        yield cold(bench, code(size), size)
    yield held(bench, code(SMALL))
    yield polled(bench, code(SMALL))
    yield join(SMALL, facts[SMALL])
    yield growth()
    yield memory()
    octets = feeds.feed_of(subjects.find(code(SMALL)), timezone.now()).packed
    share = len(octets.octets) / len(octets.plain)
    yield Line(
        "gzip of 1,000 events", f"1 / {1 / share:.0f} of the octets", "1 / 10", share <= PACKED
    )
    yield one_change(facts[SMALL])


def code(size: int) -> str:
    return f"c.bench-{size}"


def publish(size: int) -> list[EventFacts]:
    """Publish so many events of one centre, an hour apart."""
    centre = brands.make_centre(code=f"bench-{size}")
    start = windows.midnight(timezone.now())
    text = "零基础，带一支毛笔就行。每次两小时，老师一对一改字。" * 4
    facts = [
        make_facts(
            centre, title=f"第{n}讲", start=start + timedelta(minutes=55 * n), description=text
        )
        for n in range(size)
    ]
    entries.refresh(f"bench:{size}", facts, timezone.now())
    return facts


def cold(bench: Bench, name: str, size: int) -> Line:
    def ask():
        cache.clear()
        bench.get(f"/calendar/{name}.ics")

    count = bench.queries(ask)
    times = bench.ratio(ask, bench.hello(count))
    figure = f"{count} queries, {times:.1f} × hello"
    most = f"at most {COLD_QUERIES} queries"
    return Line(f"cold feed of {size:,} events", figure, most, count <= COLD_QUERIES)


def held(bench: Bench, name: str) -> Line:
    address = f"/calendar/{name}.ics"
    etag = bench.get(address)["ETag"]

    def ask():
        bench.get(address, status=304, headers={"If-None-Match": etag})

    count = bench.queries(ask)
    times = bench.ratio(ask, bench.hello(count))
    return Line(
        "304 of 1,000 events",
        f"{count} queries, {times:.2f} × hello",
        f"at most {HELD_QUERIES}, {HELD_TIMES} ×",
        count <= HELD_QUERIES and times <= HELD_TIMES,
    )


def polled(bench: Bench, name: str) -> Line:
    """Let 100 clients ask for one feed every second; the slowest 5 of 100 answers are left out."""
    address = f"/calendar/{name}.ics"
    headers = {"If-None-Match": bench.get(address)["ETag"]}

    def poll(number: int) -> list[float]:
        client, times = Client(), []
        sleep(number / CLIENTS)
        for _ in range(POLLS):
            begun = perf_counter()
            if client.get(address, headers=headers).status_code != 304:
                raise RuntimeError(f"{address} was sent anew")
            times.append(perf_counter() - begun)
            sleep(max(0, 1 - times[-1]))
        connection.close()
        return times

    with ThreadPoolExecutor(CLIENTS) as pool:
        times = sorted(time for found in pool.map(poll, range(CLIENTS)) for time in found)
    slow = times[len(times) * 95 // 100] * 1000
    figure = f"{slow:.0f} ms for 95 of 100 answers"
    return Line(f"{CLIENTS} clients a second", figure, f"at most {SLOW_MS} ms", slow <= SLOW_MS)


def join(size: int, facts: list[EventFacts]) -> Line:
    """Compare the joining of stored text with the rendering of the same events."""

    def render():
        now = timezone.now()
        ical.document("x", [ical.stamp(ical.render(one), "uid", 0, now) for one in facts])

    share = spent(lambda: selected(size)) / spent(render)
    figure = f"1 / {1 / share:.0f} of rendering"
    return Line(f"join of {size:,} events", figure, "at most 1 / 10", share <= JOIN_SHARE)


def selected(size: int) -> bytes:
    """Select and join the events of a feed, without the cap."""
    subject = subjects.find(code(size))
    with mock.patch.multiple(windows, **NO_CAP):
        chosen = feeds.select(feeds.entries_of(subject), windows.window(timezone.now()))
    return ical.document(subject.name, chosen.events)


def growth() -> Line:
    exponent = math.log(spent(lambda: selected(MANY)) / spent(lambda: selected(SMALL)), 10)
    figure = f"events to the power of {exponent:.2f}"
    return Line("from 1,000 to 10,000 events", figure, f"at most {GROWTH}", exponent <= GROWTH)


def memory() -> Line:
    tracemalloc.start()
    gzip.compress(selected(MANY), 6)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return Line(
        "memory for 10,000 events", f"{peak:.0f} MiB", f"at most {MEBIBYTES}", peak <= MEBIBYTES
    )


def one_change(facts: list[EventFacts]) -> Line:
    """Count the events that are written when one of them changes."""
    stamps = CalendarEntry.objects.filter(owner=f"bench:{SMALL}")
    before = dict(stamps.values_list("uid", "modified_at"))
    changed = [make_facts(title="改了", **moved(facts[0])), *facts[1:]]
    entries.refresh(f"bench:{SMALL}", changed, timezone.now() + timedelta(minutes=1))
    written = sum(before[uid] != at for uid, at in stamps.values_list("uid", "modified_at"))
    return Line("one changed of 1,000", f"{written} stamped anew", "1", written == 1)


def moved(facts: EventFacts) -> dict:
    names = ("thing_id", "node_id", "start", "end", "place", "address", "description")
    return {name: getattr(facts, name) for name in names}


def spent(call) -> float:
    call()
    return median(seconds(call) for _ in range(ROUNDS))
