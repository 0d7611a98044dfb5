"""Days with their hours as values, and the slots that they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from chinese.clock import TimeSpan, write_time
from chinese.days import (
    ONE_DAY,
    DateRange,
    DateWriter,
    DayRule,
    Exclusion,
    normalise_rules,
)

NO_EXCLUSION = Exclusion()


@dataclass(frozen=True)
class Slot:
    """One occurrence in local time, end not included; `end` is None when the text gives none.

    All day: start and end at 0:00, so a slot of 5 to 20 December ends on the 21st at 0:00.
    """

    start: datetime
    end: datetime | None
    is_all_day: bool


@dataclass(frozen=True)
class Session:
    """Days with the hours that hold on each of them; no hours means all day."""

    days: tuple[DayRule, ...]
    times: tuple[TimeSpan, ...] = ()
    exclusion: Exclusion = NO_EXCLUSION

    @classmethod
    def of(
        cls,
        days: Iterable[DayRule],
        times: Iterable[TimeSpan],
        exclusion: Exclusion,
        context: DateRange,
    ) -> Session:
        """Return days and hours once each and in order, so that equal meanings are equal."""
        ordered = sorted(set(times), key=lambda span: (span.start, span.end or 0))
        return cls(normalise_rules(days, context), tuple(ordered), exclusion)

    def slots(self, context: DateRange) -> Iterator[Slot]:
        """Give the slots, not sorted over rules."""
        for rule in self.days:
            if isinstance(rule, DateRange):
                days = (day for day in rule.dates() if not self.exclusion.covers(day))
                yield from self._timed(days) if self.times else _all_day_runs(days)
            else:
                found = rule.pattern.dates(rule.within or context)
                days = (day for day in found if not self.exclusion.covers(day))
                yield from self._timed(days) if self.times else map(_all_day, days)

    def _timed(self, days: Iterable[date]) -> Iterator[Slot]:
        for day in days:
            midnight = datetime.combine(day, time())
            for span in self.times:
                start = midnight + timedelta(minutes=span.start)
                end = None if span.end is None else midnight + timedelta(minutes=span.end)
                yield Slot(start, end, is_all_day=False)

    def text(self, writer: DateWriter) -> str:
        """Return the canonical form."""
        writer.restart()
        days = "、".join(writer.rule(rule) for rule in self.days)
        times = "、".join(span.text() for span in self.times) or "全天"
        return f"{days}{writer.exclusion(self.exclusion)} {times}"


@dataclass(frozen=True)
class Stretch:
    """One slot from a moment to a later one: 12月5日 18:00至12月8日 8:00."""

    start: datetime
    end: datetime

    def slots(self, context: DateRange) -> Iterator[Slot]:
        """Give the one slot."""
        yield Slot(self.start, self.end, is_all_day=False)

    def text(self, writer: DateWriter) -> str:
        """Return the canonical form."""
        writer.restart()
        first = writer.date(self.start.date())
        writer.restart()
        writer.writes_year = writer.writes_year or self.start.year != self.end.year
        last = writer.date(self.end.date())
        return f"{first} {_time_of(self.start)}至{last} {_time_of(self.end)}"


def _time_of(moment: datetime) -> str:
    return write_time(moment.hour * 60 + moment.minute)


def _all_day(day: date) -> Slot:
    return _all_day_range(day, day)


def _all_day_range(first: date, last: date) -> Slot:
    end = datetime.combine(last + ONE_DAY, time())
    return Slot(datetime.combine(first, time()), end, is_all_day=True)


def _all_day_runs(days: Iterable[date]) -> Iterator[Slot]:
    """Give one slot for each run of days without a gap."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = day
        elif day - last != ONE_DAY:
            yield _all_day_range(first, last)
            first = day
        last = day
    if first is not None and last is not None:
        yield _all_day_range(first, last)
