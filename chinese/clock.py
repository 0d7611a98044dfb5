"""Times of day in words and digits: 14:00-15:30, 下午2点—4点半, 22:00-次日0:30.

Times are minutes after the midnight with which the day begins; an end may lie in the next day
(1440 to 2880).
"""

from __future__ import annotations

from dataclasses import dataclass

from chinese.when_tokens import SEPARATORS, Cursor

HOUR = 60
DAY = 24 * HOUR
EVENING = 18 * HOUR
EARLY = 6 * HOUR

# The hours which a word may mean, first and last, on the clock of 24 hours. An hour is read as
# it is or twelve later or earlier, whichever fits: 下午2点 is 14, 中午12点 is 12, 晚上12点 is 24.
PERIODS = {
    **dict.fromkeys(("凌晨",), (0, 6)),
    **dict.fromkeys(("清晨", "早晨", "早上", "早", "上午"), (4, 12)),
    **dict.fromkeys(("中午", "正午", "午间"), (10, 15)),
    **dict.fromkeys(("下午", "午后"), (12, 23)),
    **dict.fromkeys(("傍晚",), (15, 20)),
    **dict.fromkeys(("晚上", "晚间", "夜晚", "夜间", "夜里", "晚"), (17, 24)),
}


@dataclass(frozen=True)
class TimeSpan:
    """Hours of a day in minutes; `end` is None when the text gives none."""

    start: int
    end: int | None = None

    def text(self) -> str:
        """Return the canonical form, such as 9:00-10:30 or 22:00-次日0:30."""
        return write_time(self.start) + ("" if self.end is None else f"-{write_time(self.end)}")


@dataclass(frozen=True)
class Clock:
    """A time as it was read: `hour` as written, the word before it or ""."""

    hour: int
    minute: int
    period: str
    is_next_day: bool

    def minutes(self, period: str) -> int | None:
        """Return the minutes after midnight when the word holds, None where it does not fit."""
        if not period:
            return self.hour * HOUR + self.minute
        first, last = PERIODS[period]
        for hour in (self.hour, self.hour + 12, self.hour - 12):
            if first <= hour <= last:
                return hour * HOUR + self.minute
        return None


def write_time(minutes: int) -> str:
    """Return 9:00, 24:00 or 次日0:30 for minutes after midnight."""
    if minutes > DAY:
        return f"次日{write_time(minutes - DAY)}"
    return f"{minutes // HOUR}:{minutes % HOUR:02}"


def is_time_ahead(cursor: Cursor, offset: int = 0) -> bool:
    """Tell whether a time of day, or 全天, begins at a place."""
    if cursor.kind(offset) in {"period", "allday", "nextday"}:
        return True
    found = cursor.number(offset)
    if found is None:
        return False
    offset += found[1]
    if cursor.kind(offset) == "to":
        return _is_bare_hour(cursor, offset)
    return cursor.kind(offset) in {"colon", "hour"}


def _is_bare_hour(cursor: Cursor, offset: int) -> bool:
    """Tell whether a number before a dash is an hour because the next one is: 9-11点."""
    offset += 1
    if cursor.kind(offset) == "period":
        offset += 1
    found = cursor.number(offset)
    return found is not None and cursor.kind(offset + found[1]) == "hour"


def read_times(cursor: Cursor, *, is_end_ahead: bool = False) -> tuple[TimeSpan, ...]:
    """Read the times of a day; empty for 全天.

    Raises:
        WhenError: no such time, an end before its start, or no hour.
    """
    if cursor.take("allday"):
        return ()
    spans = [read_span(cursor)]
    while True:
        mark = cursor.index
        cursor.skip(*SEPARATORS, "slash")
        if cursor.kind() == "allday" or not is_time_ahead(cursor):
            cursor.index = mark
            return tuple(spans)
        spans.append(read_span(cursor))


def read_span(cursor: Cursor) -> TimeSpan:
    """Read a time with or without an end.

    A dash is left where it stands when no time follows it: 12月5日 18:00至12月6日 8:00.
    """
    first = cursor.index
    cursor.skip("from")
    begin = _read_clock(cursor, may_be_bare=True)
    start = begin.minutes(begin.period)
    cursor.skip("since")
    if begin.is_next_day or start is None or start >= DAY:
        raise cursor.error("no-such-time", first)
    if cursor.kind() != "to" or not is_time_ahead(cursor, 1) or cursor.kind(1) == "allday":
        return TimeSpan(start)
    cursor.take("to")
    second = cursor.index
    finish = _read_clock(cursor)
    end = _end_minutes(begin, finish, start)
    cursor.skip("until")
    if end is None:
        raise cursor.error("no-such-time", second)
    if end <= start or end > 2 * DAY:
        raise cursor.error("end-before-start", first)
    return TimeSpan(start, end)


def _end_minutes(begin: Clock, finish: Clock, start: int) -> int | None:
    """Return the end in minutes after the first midnight, None where its word does not fit.

    Without a word of its own the end follows the word of the start if it can (下午2点—4点半).
    Without 次日 an end in the small hours after an evening start is one of the next day.
    """
    if finish.is_next_day:
        minutes = finish.minutes(finish.period)
        return None if minutes is None else minutes + DAY
    if finish.period:
        end = finish.minutes(finish.period)
    else:
        end = finish.minutes(begin.period)
        if end is None or end <= start:
            end = finish.minutes("")
    if end is not None and end <= EARLY and start >= EVENING:
        end += DAY
    return end


def _read_clock(cursor: Cursor, *, may_be_bare: bool = False) -> Clock:
    first = cursor.index
    is_next_day = cursor.take("nextday") is not None
    period = cursor.take("period")
    is_next_day = is_next_day or cursor.take("nextday") is not None
    hour = cursor.take_number()
    if hour is None:
        if period and not is_time_ahead(cursor):
            raise cursor.error("no-hour", first)
        cursor.fail()
    minute = _read_minute(cursor, may_be_bare=may_be_bare)
    cursor.skip("sharp")
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise cursor.error("no-such-time", first)
    return Clock(hour, minute, period.text if period else "", is_next_day)


def _read_minute(cursor: Cursor, *, may_be_bare: bool) -> int:
    """Read what follows the hour: :30, :30:00, 点, 点半, 点一刻, 点15分, 时30分."""
    if cursor.take("colon"):
        minute = _read_digits(cursor)
        if cursor.take("colon"):
            _read_digits(cursor)
        return minute
    if not cursor.take("hour"):
        if may_be_bare and cursor.kind() == "to":
            return 0
        cursor.fail()
    if cursor.take("half"):
        return 30
    found = cursor.number()
    if found is None:
        return 0
    after = cursor.peek(found[1])
    if after.kind == "quarter":
        cursor.index += found[1] + 1
        return found[0] * 15
    if after.kind == "minute" or not _begins_something(cursor, found[1]):
        cursor.index += found[1]
        cursor.skip("minute")
        return found[0]
    return 0


def _begins_something(cursor: Cursor, offset: int) -> bool:
    """Tell whether a number after 点 belongs to what follows it, not to the minutes."""
    return cursor.peek().after_gap or cursor.kind(offset) in {"hour", "month", "day", "year"}


def _read_digits(cursor: Cursor) -> int:
    """Read two digits after a colon."""
    token = cursor.peek()
    if token.kind != "number":
        cursor.fail()
    if len(token.text) != 2 or int(token.text) > 59:
        raise cursor.error("no-such-time", max(0, cursor.index - 2), cursor.index + 1)
    cursor.index += 1
    return int(token.text)
