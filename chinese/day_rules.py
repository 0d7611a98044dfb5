"""Reads days of a text: lists and ranges of dates, and patterns with the days they hold."""

from __future__ import annotations

from datetime import date, timedelta

from chinese.dates import DateReader
from chinese.days import WEEKDAYS, DateRange, DayRule, Pattern, Repeated, Weekly, window
from chinese.weekdays import is_pattern_ahead, is_rest_ahead, read_pattern, read_weekdays
from chinese.when_tokens import Cursor

LONGEST_RANGE = timedelta(days=1100)


class DayReader(DateReader):
    """Reads the days of one text: dates, ranges of them and patterns."""

    def __init__(self, cursor: Cursor, year: int, month: int | None) -> None:
        super().__init__(cursor, year, month)
        self.listed: list[date] = []

    def is_ahead(self) -> bool:
        """Tell whether days begin at the place."""
        return is_pattern_ahead(self.cursor) or self.is_date_ahead() or self.cursor.kind() == "from"

    def read_rules(self) -> list[DayRule]:
        """Read a list of days and patterns.

        Raises:
            WhenError: a day does not exist or cannot be read.
        """
        self.listed.clear()
        rules = self._read_item()
        while self._steps_to_next():
            rules += self._read_item()
        return rules

    def _steps_to_next(self) -> bool:
        """Step over the mark before a further day; False where the list has ended."""
        cursor, mark = self.cursor, self.cursor.index
        is_marked = cursor.take("enum", "comma") is not None
        if is_rest_ahead(cursor) or cursor.kind() == "except":
            cursor.index = mark
            return False
        if is_marked and (self.is_ahead() or self.is_bare_day()):
            return True
        if not is_marked and self.date_form() == "month" and cursor.peek().after_gap:
            return True
        cursor.index = mark
        return False

    def _read_item(self) -> list[DayRule]:
        cursor = self.cursor
        cursor.skip("from", "thismonth")
        if is_pattern_ahead(cursor):
            return self._read_pattern()
        if self._is_month_alone():
            return self._read_month()
        first = cursor.index
        days, is_checked = self.read_range()
        if days.is_single:
            self.listed.append(days.first)
        mark = cursor.index
        if not days.is_single:
            cursor.take("comma")
        if is_pattern_ahead(cursor) and not is_rest_ahead(cursor):
            return [self._filter(days, first, is_checked=is_checked)]
        cursor.index = mark
        return [days]

    def _read_pattern(self) -> list[DayRule]:
        """Read a pattern, and the days after it that say when it holds: 每周二 12月5日至20日."""
        cursor, first = self.cursor, self.cursor.index
        pattern = read_pattern(cursor)
        mark = cursor.index
        is_comma = cursor.take("comma") is not None
        if not self.is_date_ahead():
            cursor.index = mark
            return [Repeated(pattern)]
        second = cursor.index
        days, _ = self.read_range()
        if not days.is_single:
            return [self._within(pattern, days, first)]
        if is_comma:
            cursor.index = mark
            return [Repeated(pattern)]
        found: list[DayRule] = [days]
        self._check_in(pattern, days, second)
        while cursor.kind() in {"enum", "comma"} and self._steps_to_next():
            second = cursor.index
            if is_pattern_ahead(cursor):
                return [*found, *self._read_item()]
            days, _ = self.read_range()
            self._check_in(pattern, days, second)
            found.append(days)
        return found

    def _check_in(self, pattern: Pattern, days: DateRange, first: int) -> None:
        """Refuse a date that its weekday does not fit: 每周三（12月3日）."""
        if isinstance(pattern, Weekly):
            for day in days.dates():
                if day.weekday() not in pattern.weekdays:
                    raise self._disagreement(day, pattern.weekdays, first)
        elif not list(pattern.dates(days)):
            raise self.cursor.error("no-occurrence", first)

    def _check_all(self, pattern: Weekly, days: DateRange, first: int) -> None:
        """Refuse weekdays that are not those of the list before them: 3日、4日（周四、周五）."""
        if {day.weekday() for day in self.listed} != set(pattern.weekdays):
            raise self._disagreement(days.first, pattern.weekdays, first)

    def _disagreement(self, day: date, weekdays: tuple[int, ...], first: int) -> Exception:
        return self.cursor.error(
            "weekday-disagrees",
            first,
            date=f"{day.month}月{day.day}日",
            actual=f"周{WEEKDAYS[day.weekday()]}",
            written="周" + "、".join(WEEKDAYS[weekday] for weekday in weekdays),
        )

    def _filter(self, days: DateRange, first: int, *, is_checked: bool) -> DayRule:
        """Read the pattern after a range of days: 12月1日至31日每周二、四."""
        says_weekday = self.cursor.kind() == "week"
        pattern = read_pattern(self.cursor)
        if days.is_single:
            self._check_in(pattern, days, first)
            if says_weekday and isinstance(pattern, Weekly):
                self._check_all(pattern, days, first)
            return days
        if says_weekday and isinstance(pattern, Weekly):
            if len(pattern.weekdays) == 1 and not is_checked:
                raise self.cursor.error("weekday-unclear", first)
            if all(day.weekday() in pattern.weekdays for day in days.dates()):
                return days
        return self._within(pattern, days, first)

    def _within(self, pattern: Pattern, days: DateRange, first: int) -> DayRule:
        if not days.is_single:
            return Repeated(pattern, days)
        if not list(pattern.dates(days)):
            raise self.cursor.error("no-occurrence", first)
        return days

    def read_range(self) -> tuple[DateRange, bool]:
        """Read a day or a range of days; also tell whether its first day had a weekday."""
        cursor, first = self.cursor, self.cursor.index
        begin = self.read_date()
        is_checked = self.read_check(begin, first)
        if cursor.take("since"):
            cursor.skip("to")
            if not self._is_end_ahead(0):
                return self._until_end_of_context(begin, first), is_checked
        elif cursor.kind() == "to" and self._is_end_ahead(1):
            cursor.take("to")
        else:
            return DateRange(begin, begin), is_checked
        second = cursor.index
        end = self.read_date(after=begin)
        if is_checked:
            self.read_check(end, second)
        cursor.skip("until")
        if end < begin:
            raise cursor.error("end-before-start", first)
        if end - begin > LONGEST_RANGE:
            raise cursor.error("too-many", first, limit=LONGEST_RANGE.days)
        return DateRange(begin, end), is_checked

    def _is_end_ahead(self, offset: int) -> bool:
        mark = self.cursor.index
        self.cursor.index += offset
        found = self.is_date_ahead() or self.is_bare_day()
        self.cursor.index = mark
        return found

    def _until_end_of_context(self, begin: date, first: int) -> DateRange:
        """Return the days from 12月8日起 to the end of the context, for a pattern after it."""
        if not is_pattern_ahead(self.cursor) or begin > self.window.last:
            raise self.cursor.error("no-last-day", first)
        return DateRange(begin, self.window.last)

    def read_check(self, day: date, first: int) -> bool:
        """Read the weekday after a date and compare: 12月2日（周三）; False without one."""
        cursor = self.cursor
        if cursor.kind() != "week" or is_rest_ahead(cursor):
            return False
        mark = cursor.index
        weekdays = read_weekdays(cursor)
        if len(weekdays) > 1:
            cursor.index = mark
            return False
        if weekdays[0] != day.weekday():
            raise self._disagreement(day, weekdays, first)
        return True

    def _is_month_alone(self) -> bool:
        """Tell whether a month without a day is ahead: 12月每周二."""
        if self.date_form() not in {"month", "year"}:
            return False
        cursor, mark = self.cursor, self.cursor.index
        self.take_year()
        is_alone = False
        found = cursor.number()
        if found and cursor.kind(found[1]) == "month":
            cursor.index += found[1] + 1
            is_alone = is_pattern_ahead(cursor)
        cursor.index = mark
        return is_alone

    def _read_month(self) -> list[DayRule]:
        first = self.cursor.index
        year = self.take_year()
        month = self.cursor.take_number() or 0
        self.cursor.take("month")
        begin = self.resolve(year, month, 1, first)
        days = window(begin.year, begin.month)
        return [Repeated(read_pattern(self.cursor), days)]

    def read_days(self) -> list[date]:
        """Read a day or a range of days as single days."""
        return list(self.read_range()[0].dates())
