"""The five demo networks: what one reader's pages cost"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from django.core.management import call_command

from bench.frame import Bench, Line
from brands.models import AreaPage
from events.models import Occurrence


def measure(bench: Bench) -> Iterator[Line]:
    call_command("load_demo", stdout=StringIO())
    yield Line("occurrences", f"{Occurrence.objects.public().count():,}")
    yield bench.page("month of everything", "/events/?view=month", 14)
    for network in AreaPage.objects.networks():
        address = f"/events/?view=month&at={network.address_code}"
        yield bench.page(f"month of {network.address_code}", address, 14)
    yield bench.page("front page", "/", 20)
    yield bench.page("directory", "/centres/", 12)
    yield bench.page("a centre", "/fangshan/xilu/suzhuang-sanli/", 20)
    yield held(bench, "/fangshan/xilu/suzhuang-sanli/")


def held(bench: Bench, address: str) -> Line:
    """Return what a page costs a reader who holds it."""
    etag = bench.get(address)["ETag"]

    def ask():
        bench.get(address, status=304, headers={"If-None-Match": etag})

    count = bench.queries(ask)
    times = bench.ratio(ask, bench.hello(count))
    return Line("the same centre, held already", f"{count} queries, {times:.1f} × hello")
