"""Reads the parts of a "when" text: days, what falls out of them, hours.

text  = part { [mark] part }
part  = days [off] [hours] [off]  |  hours days [off]  |  day time 至 day time
days  = item { (、|，|和) item };  item = date [至 date] [pattern]  |  pattern [dates]
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from chinese.clock import DAY, TimeSpan, is_time_ahead, read_span, read_times
from chinese.day_rules import DayReader
from chinese.days import DateRange, DayRule, Exclusion, Repeated
from chinese.exclusions import read_exclusion
from chinese.sessions import Session, Stretch
from chinese.weekdays import is_rest_ahead, read_weekdays
from chinese.when_tokens import SEPARATORS, Cursor

Part = Session | Stretch


@dataclass(frozen=True)
class PartRead:
    """A part with its place among the tokens, for errors about it."""

    part: Part
    first: int
    last: int
    has_hours: bool


def read_parts(cursor: Cursor, year: int, month: int | None) -> list[PartRead]:
    """Read all parts of a text.

    Raises:
        WhenError: a part cannot be read, or some of several parts have no hours.
    """
    dates = DayReader(cursor, year, month)
    cursor.skip(*SEPARATORS, "dot", "to", "colon")
    found: list[PartRead] = []
    while cursor.kind() != "end" or not found:
        found.append(_read_part(cursor, dates))
        is_marked = cursor.kind() in {"end", "dot", *SEPARATORS}
        if not (is_marked or found[-1].has_hours):
            cursor.fail()
        cursor.skip(*SEPARATORS, "dot")
    if len(found) > 1:
        for read in found:
            if not read.has_hours:
                raise cursor.error("no-hours", read.first, read.last)
    return found


def _read_part(cursor: Cursor, dates: DayReader) -> PartRead:
    first = cursor.index
    times: tuple[TimeSpan, ...] | None = None
    if is_time_ahead(cursor) and not dates.is_ahead():
        times = read_times(cursor)
        cursor.skip("comma", "enum")
        if not dates.is_ahead():
            raise _without_day(cursor, first)
    elif not dates.is_ahead():
        cursor.fail()
    rules = dates.read_rules()
    exclusion = read_exclusion(cursor, dates)
    if times is None:
        times = _read_hours(cursor)
        if times and cursor.kind() == "to":
            return PartRead(
                _read_stretch(cursor, dates, rules, times, first), first, cursor.index, True
            )
        rules = _read_afterthought(cursor, dates, rules, first)
        exclusion = _merged(exclusion, read_exclusion(cursor, dates))
    part = Session.of(rules, times or (), exclusion, dates.window)
    return PartRead(part, first, cursor.index, times is not None)


def _without_day(cursor: Cursor, first: int) -> Exception:
    if cursor.kind() in {"end", *SEPARATORS}:
        return cursor.error("no-date", first)
    cursor.fail()


def _read_hours(cursor: Cursor) -> tuple[TimeSpan, ...] | None:
    """Read the hours after days; empty for 全天, None when nothing is said."""
    mark = cursor.index
    cursor.skip(*SEPARATORS, "colon")
    if is_time_ahead(cursor) or (cursor.kind() == "from" and is_time_ahead(cursor, 1)):
        return read_times(cursor)
    cursor.index = mark
    return None


def _read_afterthought(
    cursor: Cursor, dates: DayReader, rules: list[DayRule], first: int
) -> list[DayRule]:
    """Read what stands behind the hours and is about the days before them.

    A weekday to compare (12月5日 9:00（周六）), or the range in which a pattern holds
    (每周六 10:00（12月5日至26日）).
    """
    mark = cursor.index
    last = rules[-1]
    if cursor.kind() == "week" and not is_rest_ahead(cursor):
        weekdays = read_weekdays(cursor)
        is_check = len(weekdays) == 1 and not _has_hours_ahead(cursor)
        cursor.index = mark
        if is_check and isinstance(last, DateRange) and last.is_single:
            dates.read_check(last.first, first)
    elif dates.is_date_ahead() and isinstance(last, Repeated) and last.within is None:
        days, _ = dates.read_range()
        if not days.is_single and not _has_hours_ahead(cursor):
            return [*rules[:-1], Repeated(last.pattern, days)]
        cursor.index = mark
    return rules


def _has_hours_ahead(cursor: Cursor) -> bool:
    offset = 1 if cursor.kind() in SEPARATORS else 0
    return is_time_ahead(cursor, offset)


def _merged(one: Exclusion, other: Exclusion) -> Exclusion:
    return Exclusion(
        tuple(sorted({*one.weekdays, *other.weekdays})), tuple(sorted({*one.dates, *other.dates}))
    )


def _read_stretch(
    cursor: Cursor,
    dates: DayReader,
    rules: list[DayRule],
    times: tuple[TimeSpan, ...],
    first: int,
) -> Part:
    """Read the end of one long slot; within two days it is hours that end on 次日."""
    day = rules[0]
    if not isinstance(day, DateRange) or not day.is_single or len(rules) > 1:
        cursor.fail()
    if len(times) > 1 or times[0].end is not None:
        cursor.fail()
    cursor.take("to")
    if not dates.is_date_ahead():
        cursor.fail()
    second = cursor.index
    last = dates.read_date(after=day.first)
    dates.read_check(last, second)
    mark = cursor.index
    span = read_span(cursor)
    cursor.skip("until")
    if span.end is not None:
        raise cursor.error("unreadable", mark)
    midnight = datetime.combine(day.first, time())
    start = midnight + timedelta(minutes=times[0].start)
    end = datetime.combine(last, time()) + timedelta(minutes=span.start)
    if end <= start:
        raise cursor.error("end-before-start", first)
    if end - midnight <= timedelta(minutes=2 * DAY):
        minutes = (end - midnight) // timedelta(minutes=1)
        spans = [TimeSpan(times[0].start, minutes)]
        return Session.of(rules, spans, Exclusion(), dates.window)
    return Stretch(start, end)
