"""Reads which days fall out: 除周一外, 周日休息, 12月25日停."""

from __future__ import annotations

from datetime import date

from chinese.day_rules import DayReader
from chinese.days import Exclusion
from chinese.weekdays import is_rest_ahead, read_weekdays
from chinese.when_tokens import Cursor


def read_exclusion(cursor: Cursor, dates: DayReader) -> Exclusion:
    """Read all days off at the place; an empty one when there are none.

    Raises:
        WhenError: the days cannot be read; public holidays are not known here.
    """
    weekdays: set[int] = set()
    days: set[date] = set()
    while _steps_to_exclusion(cursor):
        _read_days(cursor, dates, weekdays, days)
        cursor.skip("outside", "rest")
    return Exclusion(tuple(sorted(weekdays)), tuple(sorted(days)))


def _steps_to_exclusion(cursor: Cursor) -> bool:
    mark = cursor.index
    cursor.take("enum", "comma")
    if cursor.kind() == "holiday":
        cursor.fail()
    if cursor.take("except") or is_rest_ahead(cursor):
        return True
    cursor.index = mark
    return False


def _read_days(cursor: Cursor, dates: DayReader, weekdays: set[int], days: set[date]) -> None:
    """Read weekdays and dates until neither follows."""
    while True:
        if cursor.kind() in {"week", "every", "weekend", "workdays"}:
            weekdays.update(read_weekdays(cursor))
        else:
            days.update(dates.read_days())
        mark = cursor.index
        if not cursor.take("enum", "comma"):
            return
        is_day = dates.is_date_ahead() or cursor.kind() in {"week", "every", "weekend"}
        if not is_day:
            cursor.index = mark
            return
