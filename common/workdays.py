"""Working days: Monday to Friday, but for public holidays and make-up workdays (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

REST, WORK = "rest", "work"  # what a holiday table says of a day
LONGEST = 366  # days that are looked at; a table may call all of them holidays


def is_workday(day: date, effects: Mapping[date, str]) -> bool:
    effect = effects.get(day)
    return effect == WORK or (effect != REST and day.isoweekday() <= 5)


def after_workdays(start: date, number: int, effects: Mapping[date, str]) -> date:
    """Return the day on which so many working days after `start` have gone by.

    Example: one working day after Friday is Monday, two are Tuesday.
    """
    day = start
    for _step in range(LONGEST):
        if number <= 0:
            break
        day += timedelta(days=1)
        number -= is_workday(day, effects)
    return day
