"""When something is on, as people write it: text to dates and times, and back.

`parse("每周二、四 14:00-15:30", year=2026, month=12)` gives a `When`, whose `slots()` are the
occurrences and whose `canonical()` is one form that parses to an equal value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from chinese.days import DateWriter, window
from chinese.sessions import Session, Slot, Stretch
from chinese.when_errors import LIMIT_SLOTS, WhenError
from chinese.when_grammar import PartRead, read_parts
from chinese.when_tokens import Cursor

__all__ = ["Slot", "When", "WhenError", "from_cell", "parse", "parse_cells"]

# Excel counts days from here, with a 29 February 1900 that never was.
EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 local time by design
EXCEL_DATES = range(20_000, 80_000)
BARE_DAYS = re.compile(r"\s*\d{1,2}(\s*[、,，]\s*\d{1,2})*\s*")
MIDNIGHT = re.compile(r"(?<=\d)[ T]0?0:00(:00)?\s*$")


@dataclass(frozen=True)
class When:
    """A parsed text; equal when its rules and its context are equal."""

    parts: tuple[Session | Stretch, ...]
    year: int
    month: int | None = None

    def slots(self) -> list[Slot]:
        """Return the occurrences, sorted, each once, at most 400.

        Raises:
            WhenError: "too-many"; its position is that of the canonical form.
        """
        context = window(self.year, self.month)
        found: set[Slot] = set()
        for part in self.parts:
            for slot in part.slots(context):
                found.add(slot)
                if len(found) > LIMIT_SLOTS:
                    text = self.canonical()
                    raise WhenError("too-many", 0, len(text), {"text": text, "limit": LIMIT_SLOTS})
        return sorted(found, key=lambda slot: (slot.start, slot.end or slot.start))

    def canonical(self) -> str:
        """Return the one form of this value; it parses to an equal value in the same context."""
        writer = DateWriter(self.year, self.month)
        return "；".join(part.text(writer) for part in self.parts)

    def months(self) -> list[tuple[int, int]]:
        """Return year and month of the first days of all slots, sorted, each once."""
        return sorted({(slot.start.year, slot.start.month) for slot in self.slots()})


def parse(text: str, *, year: int, month: int | None = None) -> When:
    """Read a text about time; year and month are those of the menu it stands in.

    A day without a month is in that month, 每周二 means its Tuesdays; without a month both
    take the whole year.

    Raises:
        WhenError: the text, or a part of it, names no readable time.
    """
    cursor = Cursor(text)
    found = read_parts(cursor, year, month)
    context = window(year, month)
    for read in found:
        if next(iter(read.part.slots(context)), None) is None:
            raise cursor.error("no-occurrence", read.first, read.last)
    when = When(tuple(dict.fromkeys(read.part for read in found)), year, month)
    _check_number(cursor, when, found)
    return when


def _check_number(cursor: Cursor, when: When, found: list[PartRead]) -> None:
    try:
        when.slots()
    except WhenError as error:
        limit = error.params["limit"]
        raise cursor.error("too-many", found[0].first, found[-1].last, limit=limit) from None


def parse_cells(date_text: str, time_text: str, *, year: int, month: int | None = None) -> When:
    """Read the two cells of a sheet with a column for days and one for hours.

    Either may be empty. In the column of days a bare number is a day of the month, and a
    date with 0:00 is a date alone, as programs write out a cell without an hour.

    Raises:
        WhenError: as `parse`; `field` says in which cell, the position counts in it.
    """
    days = MIDNIGHT.sub("", date_text)
    if BARE_DAYS.fullmatch(days):
        days = f"{days.rstrip()}日"
    try:
        return parse(f"{days} {time_text}", year=year, month=month)
    except WhenError as error:
        raise _in_cell(error, date_text, time_text, len(days) + 1) from None


def _in_cell(error: WhenError, date_text: str, time_text: str, offset: int) -> WhenError:
    """Return the error with the cell that it points at; one over both points at the days."""
    is_time = error.start >= offset or bool(time_text.strip() and not date_text.strip())
    shift, limit = (offset, len(time_text)) if is_time else (0, len(date_text))
    start, end = (min(max(0, place - shift), limit) for place in (error.start, error.end))
    found = WhenError(error.code, start, end, error.params)
    found.field = "time" if is_time else "date"
    return found


def from_cell(value: datetime | date | time | timedelta | float | str) -> str:
    """Return the text of a cell of a sheet; a date cell at midnight is a date alone.

    Numbers: a fraction is a time of day, 20,000 to 79,999 an Excel date, 12.5 is 12月5日.

    Raises:
        WhenError: "number-cell": 12.1 may have been typed as 12.10.
    """
    if isinstance(value, datetime):
        day = f"{value.year}年{value.month}月{value.day}日"
        return day if value.time() == time() else f"{day} {value.hour}:{value.minute:02}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    if isinstance(value, timedelta):
        return _from_minutes(round(value.total_seconds() / 60))
    if isinstance(value, int | float):
        return _from_number(value)
    return value


def _from_number(value: float) -> str:
    if 0 <= value < 1:
        return _from_minutes(round(value * 24 * 60))
    if int(value) in EXCEL_DATES:
        return from_cell(EXCEL_EPOCH + timedelta(minutes=round(value * 24 * 60)))
    if value == int(value):
        return str(int(value))
    text = repr(value)
    whole, _, decimals = text.partition(".")
    if decimals in {"1", "2", "3"} and 1 <= value < 13:
        params = {"text": text, "day": f"{whole}月{decimals}日", "tens": f"{whole}月{decimals}0日"}
        raise WhenError("number-cell", 0, len(text), params)
    return text


def _from_minutes(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
