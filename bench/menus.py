"""Menus: a page and its publication with 1, 40 and 500 activities"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.frame import Bench, Line
from tests.factories import brands, events

SIZES = (1, 40, 500)
MONTH = date(2027, 12, 1)
PAGE_QUERIES = 12


def measure(bench: Bench) -> Iterator[Line]:
    counts = {}
    empty = publication(0)[1]
    for size in SIZES:
        menu, queries = publication(size)
        line = bench.page(f"menu page, {size} activities", menu.address, PAGE_QUERIES)
        counts[size] = bench.queries(lambda address=menu.address: bench.get(address))
        yield line
        most = 20 + size // 20 + 1
        yield Line(
            f"publishing {size} activities",
            f"{queries - empty} queries more than none",
            f"at most {most}",
            queries - empty <= most,
        )
    figure = " = ".join(str(count) for count in counts.values())
    yield Line("queries of the three pages", figure, "the same", len(set(counts.values())) == 1)


def publication(size: int):
    """Publish a new menu; return it and how many queries that took."""
    centre = brands.make_centre()
    rows = [events.row(f"第{n}课", "12月8日 14:00-15:30") for n in range(size)]
    menu = events.make_menu(centre, rows, MONTH)
    revision = menu.save_revision()
    with CaptureQueriesContext(connection) as captured:
        revision.publish(skip_permission_checks=True)
    return type(menu).objects.get(pk=menu.pk), len(captured)
