"""Reads single dates: 12月5日, 12/17, 2026-12-17, 十二月五日, and 10日 after another date."""

from __future__ import annotations

from datetime import date, timedelta

from chinese.days import nearest_year, window
from chinese.when_tokens import Cursor

YEARS = range(2000, 2101)
LONGEST_WITHOUT_YEAR = timedelta(days=184)
NUMERIC = {"slash", "dot", "to"}
NOT_AFTER_A_DAY = {"colon", "hour", "month", "year", "slash", "dot", "minute", "quarter"}


class DateReader:
    """Reads the dates of one text; remembers the month and year that were named last."""

    def __init__(self, cursor: Cursor, year: int, month: int | None) -> None:
        self.cursor = cursor
        self.context = (year, month)
        self.window = window(year, month)
        self.named: tuple[int, int] | None = None
        self.has_year = False
        self.is_open = False

    def is_date_ahead(self) -> bool:
        """Tell whether a date begins at the place."""
        return self.date_form() is not None

    def date_form(self) -> str | None:
        """Return how the date at the place is written: year, month, numeric or day."""
        cursor = self.cursor
        found = cursor.number()
        if found is None:
            return None
        offset = found[1]
        kind = cursor.kind(offset)
        if kind in {"year", "month", "day"}:
            return kind
        if kind in {"slash", "dot"} or (kind == "to" and cursor.peek(offset).text == "-"):
            further = cursor.number(offset + 1)
            after = cursor.kind(offset + 1 + further[1]) if further else "end"
            is_list = kind == "to" and self._ends_with_day(offset)
            if further and not is_list and after not in {"colon", "hour", "month"}:
                return "numeric"
        return "day" if self._ends_with_day(offset) else None

    def _ends_with_day(self, offset: int) -> bool:
        """Tell whether a list of numbers ends with 日: 3、10、17日 or 5-20日."""
        cursor = self.cursor
        while cursor.kind(offset) in {"enum", "comma", "to"}:
            further = cursor.number(offset + 1)
            if further is None:
                return False
            offset += 1 + further[1]
        return cursor.kind(offset) == "day"

    def is_bare_day(self) -> bool:
        """Tell whether a number without 日 is a day, because the date before it had none."""
        found = self.cursor.number()
        if not self.is_open or found is None or found[0] > 31:
            return False
        return self.cursor.kind(found[1]) not in NOT_AFTER_A_DAY

    def take_year(self) -> int | None:
        found = self.cursor.number()
        if found is None or self.cursor.kind(found[1]) != "year":
            return None
        self.cursor.index += found[1] + 1
        return found[0]

    def read_date(self, after: date | None = None) -> date:
        """Read one date; `after` is the first day of a range that it ends.

        Raises:
            WhenError: there is none, or no such date.
        """
        cursor, first = self.cursor, self.cursor.index
        if self.date_form() == "numeric":
            year, month, day = self._read_numeric()
        else:
            year = self.take_year()
            month = self._take_month(first)
            day = self._take_day(first)
        self.is_open = cursor.take("day") is None
        return self.resolve(year, month, day, first, after)

    def _take_month(self, first: int) -> int | None:
        """Read the month before 月; None where only a day follows."""
        found = self.cursor.number()
        if found is None or self.cursor.kind(found[1]) != "month":
            if self.cursor.index > first:
                raise self.cursor.error("no-day", first)
            return None
        self.cursor.index += found[1] + 1
        following = self.cursor.number()
        if following is None or self.cursor.kind(following[1]) in {"colon", "hour", "month"}:
            raise self.cursor.error("no-day", first)
        return found[0]

    def _take_day(self, first: int) -> int:
        day = self.cursor.take_number()
        if day is None:
            raise self.cursor.error("no-day", first)
        return day

    def _read_numeric(self) -> tuple[int | None, int | None, int]:
        """Read 12/17, 12.17, 12-17 or the same with a year in front."""
        cursor = self.cursor
        numbers = [cursor.take_number() or 0]
        limit = 3 if numbers[0] > 31 else 2
        while len(numbers) < limit and cursor.kind() in NUMERIC and cursor.number(1):
            cursor.index += 1
            numbers.append(cursor.take_number() or 0)
        if len(numbers) < limit:
            raise cursor.error("no-day", cursor.index - 1)
        if cursor.kind() in {"slash", "dot"}:
            cursor.fail()
        year = numbers.pop(0) if limit == 3 else None
        return year, numbers[0], numbers[1]

    def resolve(
        self, year: int | None, month: int | None, day: int, first: int, after: date | None = None
    ) -> date:
        """Return the date that the numbers mean where they stand, and remember its month."""
        if month is None:
            if self.named is None:
                if self.context[1] is None:
                    raise self.cursor.error("no-month", first)
                self.named = (self.context[0], self.context[1])
            year, month = self.named
        elif year is None:
            year = self._year_of(month, day, after)
        else:
            self.has_year = True
        try:
            found = date(year if year in YEARS else 0, month, day)
        except ValueError:
            raise self.cursor.error("no-such-date", first) from None
        self.named = (found.year, found.month)
        return found

    def _year_of(self, month: int, day: int, after: date | None) -> int:
        """Return the year of a date without one."""
        if after is not None:
            turns = month < after.month and (month + 12 - after.month) * 31 <= (
                LONGEST_WITHOUT_YEAR.days
            )
            return after.year + turns
        if self.has_year and self.named:
            return self.named[0] + (month < self.named[1])
        return nearest_year(*self.context, month)
