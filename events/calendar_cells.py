"""The façade of what's on: each shown day as a window with its count and its first rows.

The number of queries does not grow with the days, the centres or what is on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber, TruncDate

from common.models import Holiday

from .filters import EventFilter
from .models import Occurrence
from .months import days_of, month_weeks
from .querysets import OccurrenceQuerySet
from .rows import ZONE

ONE_DAY = timedelta(days=1)
SHOWN_A_DAY = {"month": 3, "week": 8}
# So many times more rows are looked at, so that a title which many centres have is shown once.
CANDIDATES = 6


@dataclass(frozen=True)
class Cell:
    """One day: how much is on, some of it, where the whole day stands."""

    date: date
    count: int
    occurrences: tuple
    address: str
    note: str = ""

    @property
    def more(self) -> int:
        return self.count - len(self.occurrences)


def found(wanted: EventFilter) -> OccurrenceQuerySet:
    """Return what the question's days show: what begins on them, or is on all day until then.

    What began in the evening before and ends past midnight belongs to its evening alone.
    """
    start, end = wanted.interval
    return (
        wanted.apply(Occurrence.objects.public())
        .overlapping(start, end)
        .filter(Q(start__gte=start) | Q(is_all_day=True))
    )


def calendar_context(wanted: EventFilter) -> dict:
    """Return the weeks of the façade, the days that have something on, and what is usual."""
    shown = SHOWN_A_DAY[wanted.view]
    first, last = wanted.days
    counts = counts_by_day(wanted)
    rows = first_rows(wanted, shown)
    notes = notes_of(wanted)
    cells = {
        day: Cell(
            date=day,
            count=counts[day],
            occurrences=tuple(rows.get(day, ())[:shown]),
            address=wanted.address(view="day", on=day.isoformat()),
            note=notes.get(day, ""),
        )
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1))
    }
    weeks = month_weeks(first.year, first.month) if wanted.view == "month" else [list(cells)]
    return {
        "weeks": [[day and cells[day] for day in week] for week in weeks],
        "days": list(cells.values()),
        "count": sum(counts.values()),
        "usual": usual_of(counts),
    }


def usual_of(counts: Counter) -> int:
    """Return the count of an ordinary day: the middle one of those with something on."""
    some = sorted(count for count in counts.values() if count)
    return some[len(some) // 2] if some else 0


def counts_by_day(wanted: EventFilter) -> Counter:
    """Count what each shown day shows, also what began on an earlier day; two queries."""
    start, end = wanted.interval
    beginning = (
        wanted.apply(Occurrence.objects.public())
        .filter(start__gte=start, start__lt=end)
        .annotate(day=TruncDate("start", tzinfo=ZONE))
        .values("day")
        .annotate(number=Count("pk"))
        .order_by("day")
    )
    counts = Counter({row["day"]: row["number"] for row in beginning})
    lasting = found(wanted).filter(is_all_day=True, end__gt=F("start") + ONE_DAY)
    first, last = wanted.days
    for occurrence in lasting.only("start", "end", "is_all_day"):
        day = max(occurrence.first_day + ONE_DAY, first)
        while day <= min(occurrence.last_day, last):
            counts[day] += 1
            day += ONE_DAY
    return counts


def first_rows(wanted: EventFilter, shown: int) -> dict[date, list]:
    """Return some rows of each day in order, those that begin on it before those that go on.

    Where not all have room, what is on only once comes before what is on every week, and no
    title comes twice as long as there are others; two queries.
    """
    begins_on = TruncDate("start", tzinfo=ZONE)
    place = Window(
        RowNumber(),
        partition_by=begins_on,
        order_by=[F("activity__is_weekly").asc(), F("start").asc(), F("pk").asc()],
    )
    candidates = (
        found(wanted)
        .annotate(day=begins_on, place_in_day=place)
        .filter(place_in_day__lte=shown * CANDIDATES)
        .order_by("day", "place_in_day")
        .values_list("day", "pk", "activity__title")
    )
    chosen = [
        pk
        for _day, rows in groupby(candidates, key=itemgetter(0))
        for pk in different_first([(pk, title) for _day, pk, title in rows])[:shown]
    ]
    rows = Occurrence.objects.filter(pk__in=chosen).with_rows()
    return {
        day.date: sorted(day.occurrences, key=lambda one, date=day.date: one.first_day != date)
        for day in days_of(rows, *wanted.days)
    }


def different_first(rows: list[tuple]) -> list:
    """Return the keys of (key, title) pairs, those whose title came before at the end.

    Example: 1 书法, 2 书法, 3 合唱 gives 1, 3, 2.
    """
    titles: set[str] = set()
    first, again = [], []
    for key, title in rows:
        (again if title in titles else first).append(key)
        titles.add(title)
    return first + again


def notes_of(wanted: EventFilter) -> dict[date, str]:
    """Return the festivals and named days that the shown days carry."""
    first, last = wanted.days
    named = Holiday.objects.filter(network=None, date__gte=first, date__lte=last)
    return {holiday.date: holiday.name for holiday in named}
