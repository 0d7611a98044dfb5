"""What the parts measure with: requests, queries, and times as ratios."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import process_time

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ROUNDS = 15


@dataclass(frozen=True)
class Line:
    """One figure: what it is about, the figure itself, and what was promised, if anything."""

    name: str
    figure: str
    promise: str = ""
    holds: bool = True


class Bench:
    """A client of the public site; every answer must be 200."""

    def __init__(self):
        self.client = Client()

    def get(self, address: str, status: int = 200, **headers):
        answer = self.client.get(address, **headers)
        if answer.status_code != status:
            raise RuntimeError(f"{address} answered {answer.status_code}, not {status}")
        return answer

    def queries(self, call: Callable[[], object]) -> int:
        """Return how many queries a call makes, once the caches of a process are warm."""
        call()
        with CaptureQueriesContext(connection) as captured:
            call()
        return len(captured)

    def ratio(self, call: Callable[[], object], other: Callable[[], object]) -> float:
        """Return how much processor time a call takes against another, both taken in turn."""
        call(), other()
        pairs = [(seconds(call), seconds(other)) for _ in range(ROUNDS)]
        return median(first for first, _ in pairs) / median(second for _, second in pairs)

    def hello(self, queries: int = 0) -> Callable[[], object]:
        """Return a request of the hello view, which makes this many queries."""
        return lambda: self.get(f"/hello/?queries={queries}")

    def page(self, name: str, address: str, most_queries: int) -> Line:
        """Return queries and time of a page, the time against hello with as many queries."""

        def draw():
            cache.clear()
            self.get(address)

        count = self.queries(draw)
        times = self.ratio(draw, self.hello(count))
        figure = f"{count} queries, {times:.1f} × hello"
        return Line(name, figure, f"at most {most_queries} queries", count <= most_queries)


def seconds(call: Callable[[], object]) -> float:
    begun = process_time()
    call()
    return process_time() - begun
