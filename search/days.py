"""Days, parts of day and months as codes: what entries have, and what filters ask for.

d20261209 is the day, d20261209e its evening, 202612 the month.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

PARTS_OF_DAY = {12: "m", 18: "a", 24: "e"}  # morning, afternoon, evening: the first hour after
PART_CODES = {"morning": "m", "afternoon": "a", "evening": "e"}
MAX_DAYS = 400  # of one thing that lasts whole days


def day_token(day: dt.date) -> str:
    return f"d{day:%Y%m%d}"


def part_token(day: dt.date, hour: int) -> str:
    """Return the code of the part of a day that an hour (0 to 23) lies in."""
    return day_token(day) + next(part for end, part in PARTS_OF_DAY.items() if hour < end)


def tokens_of(
    start: dt.datetime, end: dt.datetime | None = None, *, is_all_day: bool = False
) -> list[str]:
    """Return the codes of something that starts at a local moment: its days, its part of the day.

    What has hours belongs to the day and part of day it begins in; what lasts whole days to each.
    """
    if not is_all_day:
        return [day_token(start), part_token(start.date(), start.hour)]
    first = start.date()
    length = (end - start).days if end else 1
    return [day_token(first + dt.timedelta(n)) for n in range(min(max(1, length), MAX_DAYS))]


def parts_of(tokens: Iterable[str]) -> list[str]:
    """Return the parts of day, each once, in order: of any day."""
    parts = {token[9:] for token in tokens}
    return [part for part in PARTS_OF_DAY.values() if part in parts]


def months_of(tokens: Iterable[str]) -> list[str]:
    """Return the months in which the days lie, each once, in order."""
    return sorted({token[1:7] for token in tokens if token.startswith("d")})
