"""How often programs fetch the calendars of a place, by day; nothing of who asks, no cookie.

Counts wait in the process and are written at most once a minute, so that a request costs nothing
but an addition. A process that is killed loses its last minute: the figure is for orientation.
What was chosen at a place is not told apart: else whoever makes up addresses would make up rows.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection
from datetime import date, datetime, timedelta
from threading import Lock
from time import monotonic

from django.db import DatabaseError, connection
from django.db.models import Sum
from django.utils import timezone

from .ical import ZONE
from .models import FetchCount
from .questions import JOIN

log = logging.getLogger(__name__)

WRITE_SECONDS = 60
RECENT_DAYS, KEPT_DAYS = 7, 35
ADD = (
    "INSERT INTO calendars_fetchcount (place, fetched_on, number) VALUES (%s, %s, %s) "
    "ON CONFLICT (place, fetched_on) DO UPDATE "
    "SET number = calendars_fetchcount.number + excluded.number"
)


class Tally:
    """The counts of one process that are not in the table yet."""

    def __init__(self) -> None:
        self.waiting: Counter[tuple[str, date]] = Counter()
        self.due_at = 0.0
        self.lock = Lock()

    def add(self, place: str, day: date) -> None:
        """Count one fetch, and write what has waited for a minute."""
        with self.lock:
            self.waiting[place, day] += 1
            now = monotonic()
            if now < self.due_at:
                return
            taken, self.waiting = self.waiting, Counter()
            self.due_at = now + WRITE_SECONDS
        write(taken)


tally = Tally()


def count(code: str, at: datetime) -> None:
    """Count a fetch of the calendar with this canonical code for its place."""
    tally.add(code.partition(JOIN)[0], at.astimezone(ZONE).date())


def write(counts: Counter[tuple[str, date]]) -> None:
    """Add counts to the table; one that cannot be written is lost, the calendar is not."""
    # Sorted, so that two processes wait for each other instead of blocking each other.
    rows = [(place, day, number) for (place, day), number in sorted(counts.items())]
    try:
        with connection.cursor() as cursor:
            cursor.executemany(ADD, rows)
    except DatabaseError:
        log.warning("Fetches of calendars could not be counted", exc_info=True)


def lately(places: Collection[str], at: datetime) -> dict[str, int]:
    """Return how often the calendars of places were fetched within seven days, by place."""
    since = timezone.localdate(at) - timedelta(days=RECENT_DAYS)
    rows = FetchCount.objects.filter(place__in=places, fetched_on__gt=since)
    return dict(rows.values_list("place").annotate(Sum("number")))


def forget_old(at: datetime) -> int:
    """Delete counts that are older than a month; returns how many there were."""
    stale = timezone.localdate(at) - timedelta(days=KEPT_DAYS)
    return FetchCount.objects.filter(fetched_on__lt=stale).delete()[0]
