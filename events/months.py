"""Weeks of a month and days with what takes place on them (pure)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

# On at least so many days of the month, an activity is said once above the weeks.
WHOLE_MONTH_DAYS = 20


class Timed(Protocol):
    """What has local days: `first_day`, and `last_day` which is included."""

    first_day: date
    last_day: date


@dataclass(frozen=True)
class Day:
    """A day and what begins or goes on on it, in the order given."""

    date: date
    occurrences: tuple


@dataclass(frozen=True)
class Week:
    """The days of one week that lie in the month and have something on."""

    number: int
    first: date
    last: date
    days: tuple[Day, ...]


def month_weeks(year: int, month: int) -> list[list[date | None]]:
    """Return the weeks of a month, Monday first.

    Shape: 4 to 6 rows of 7; None where the day belongs to another month.

    Raises:
        ValueError: month is not 1 to 12.
    """
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}.")
    return [
        [date(year, month, day) if day else None for day in week]
        for week in calendar.Calendar().monthdayscalendar(year, month)
    ]


def next_month(first: date) -> date:
    """Return the first day of the month after."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def previous_month(first: date) -> date:
    """Return the first day of the month before."""
    return (first.replace(day=1) - timedelta(days=1)).replace(day=1)


def days_of(occurrences: Iterable[Timed], first: date, last: date) -> list[Day]:
    """Return the days from `first` to `last`, both included, that have something on.

    What runs over several days stands on each of them.
    """
    by_day: dict[date, list] = {}
    for occurrence in occurrences:
        day = max(occurrence.first_day, first)
        while day <= min(occurrence.last_day, last):
            by_day.setdefault(day, []).append(occurrence)
            day += timedelta(days=1)
    return [Day(day, tuple(by_day[day])) for day in sorted(by_day)]


def weeks_of(days: Sequence[Day], year: int, month: int) -> list[Week]:
    """Return the weeks of the month that have a day with something on."""
    by_date = {day.date: day for day in days}
    weeks = []
    for number, week in enumerate(month_weeks(year, month), 1):
        dates = [day for day in week if day]
        found = tuple(by_date[day] for day in dates if day in by_date)
        if found:
            weeks.append(Week(number, dates[0], dates[-1], found))
    return weeks


def runs_all_month(days: Iterable[date]) -> bool:
    """Whether something is on so often that it is said once, above the weeks."""
    return len(set(days)) >= WHOLE_MONTH_DAYS
