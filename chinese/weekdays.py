"""Reads patterns of days: 每周一、三、五, 隔周三, 每月第二个周二, 每月17日, 工作日."""

from __future__ import annotations

from chinese.days import EVERY_DAY, WEEKDAYS, MonthDays, NthWeekday, Pattern, Weekly
from chinese.when_tokens import Cursor

SETS = {"workdays": (0, 1, 2, 3, 4), "weekend": (5, 6), "daily": EVERY_DAY}
PATTERN_STARTS = {"every", "week", "fortnight", "monthly", "thismonth", "ordinal", "last", *SETS}
AFTER_A_NUMBER = {"hour", "colon", "month", "year", "slash", "dot", "minute"}
HIGHEST_ORDINAL = 5


def is_pattern_ahead(cursor: Cursor) -> bool:
    """Tell whether a pattern of days begins at the place."""
    return cursor.kind() in PATTERN_STARTS


def read_pattern(cursor: Cursor) -> Pattern:
    """Read one pattern of days.

    Raises:
        WhenError: it is no pattern.
    """
    cursor.skip("thismonth")
    if cursor.take("monthly"):
        cursor.skip("monthly", "thismonth")
        if _month_day(cursor) is not None:
            return _read_month_days(cursor)
        if cursor.kind() not in {"ordinal", "last"} and is_pattern_ahead(cursor):
            return read_pattern(cursor)
    if cursor.kind() in {"ordinal", "last"}:
        return _read_nth(cursor)
    if cursor.take("fortnight"):
        cursor.skip("week")
        return Weekly(read_weekdays(cursor, may_say_every=False), every=2)
    return Weekly(read_weekdays(cursor))


def read_weekdays(cursor: Cursor, *, may_say_every: bool = True) -> tuple[int, ...]:
    """Read a list of weekdays, sorted: 周一、三、五, 周一至周五, 周末.

    Raises:
        WhenError: there is none.
    """
    cursor.skip("every")
    weekdays: list[int] = []
    _read_one(cursor, weekdays)
    while _read_further(cursor, weekdays, may_say_every=may_say_every):
        pass
    return tuple(sorted(set(weekdays)))


def _read_one(cursor: Cursor, weekdays: list[int]) -> None:
    """Read one weekday or one set of them onto the list."""
    first = cursor.take(*SETS)
    if first:
        weekdays.extend(SETS[first.kind])
        return
    cursor.skip("week")
    weekday = _weekday_at(cursor, 0)
    if weekday is None:
        cursor.fail()
    cursor.index += 1
    weekdays.append(weekday)


def _read_further(cursor: Cursor, weekdays: list[int], *, may_say_every: bool) -> bool:
    """Read what continues a list of weekdays; False where the list has ended."""
    mark = cursor.index
    if cursor.take("to"):
        return _read_last_of_range(cursor, weekdays, mark)
    separator = cursor.take("enum", "comma")
    if may_say_every:
        cursor.skip("every")
    if cursor.kind() in SETS or cursor.kind() == "week":
        if not is_rest_ahead(cursor):
            _read_one(cursor, weekdays)
            return True
    elif _continues(cursor, is_listed=separator is not None):
        _read_one(cursor, weekdays)
        return True
    cursor.index = mark
    return False


def _read_last_of_range(cursor: Cursor, weekdays: list[int], mark: int) -> bool:
    cursor.skip("every")
    is_named = cursor.take("week") is not None
    last = _weekday_at(cursor, 0)
    if last is None or not (is_named or _is_lone_weekday(cursor)):
        cursor.index = mark
        return False
    cursor.index += 1
    first = weekdays[-1]
    weekdays.extend((first + step) % 7 for step in range((last - first) % 7 + 1))
    return True


def _weekday_at(cursor: Cursor, offset: int) -> int | None:
    """Return the weekday that a character or a digit means after 周."""
    token = cursor.peek(offset)
    if token.kind in {"day", "sky"}:
        return 6 if token.text in {"日", "天"} else None
    if token.kind == "numeral" and token.text in WEEKDAYS:
        return WEEKDAYS.index(token.text)
    if token.kind == "number" and token.text in {"1", "2", "3", "4", "5", "6", "7"}:
        return int(token.text) - 1
    return None


def _is_lone_weekday(cursor: Cursor) -> bool:
    """Tell whether the character at the place is no beginning of a date or an hour: 至四日."""
    length = len(cursor.numerals()) or 1
    following = AFTER_A_NUMBER if cursor.kind() == "day" else AFTER_A_NUMBER | {"day"}
    return length == 1 and cursor.kind(1) not in following


def _continues(cursor: Cursor, *, is_listed: bool) -> bool:
    """Tell whether a weekday without 周 goes on: 一三五 side by side, or 、四 after a mark."""
    token = cursor.peek()
    if token.kind == "number" and not is_listed:
        return False
    if token.after_gap and not is_listed:
        return False
    if _weekday_at(cursor, 0) is None:
        return False
    run = cursor.numerals()
    if any(char not in WEEKDAYS for char in run):
        return False
    following = AFTER_A_NUMBER | ({"day", "to"} if token.kind == "number" else set())
    return cursor.kind(len(run) or 1) not in following


def is_rest_ahead(cursor: Cursor) -> bool:
    """Tell whether the days at the place are days off: 周一、周二休息."""
    offset = 0
    parts = {"week", "numeral", "number", "enum", "month", "day", "sky", "to", "every", "weekend"}
    while cursor.kind(offset) in parts:
        offset += 1
    return offset > 0 and cursor.kind(offset) == "rest"


def _month_day(cursor: Cursor) -> tuple[int, int] | None:
    """Return number and tokens of a day of the month: 17日, or 5 in a list that ends with 日."""
    found = cursor.number()
    if found is None:
        return None
    offset = found[1]
    while cursor.kind(offset) in {"enum", "comma"}:
        further = cursor.number(offset + 1)
        if further is None:
            return None
        offset += 1 + further[1]
    return found if cursor.kind(offset) == "day" else None


def _read_month_days(cursor: Cursor) -> MonthDays:
    days: list[int] = []
    while True:
        mark = cursor.index
        if days:
            cursor.take("enum", "comma")
        found = _month_day(cursor)
        if found is None or (days and mark == cursor.index):
            cursor.index = mark
            return MonthDays(tuple(sorted(set(days))))
        first = cursor.index
        cursor.index += found[1]
        cursor.skip("day")
        if not 1 <= found[0] <= 31:
            raise cursor.error("no-such-date", first)
        days.append(found[0])


def _read_nth(cursor: Cursor) -> NthWeekday:
    """Read 第二个周二, 第一、三个周六, 最后一个周五."""
    ordinals: list[int] = []
    while True:
        ordinals.append(_read_ordinal(cursor))
        cursor.skip("piece")
        if not cursor.take("enum", "comma"):
            break
    if cursor.kind() != "week":
        cursor.fail()
    weekdays = read_weekdays(cursor, may_say_every=False)
    ordered = sorted(set(ordinals), key=lambda number: (number < 0, number))
    return NthWeekday(tuple(ordered), weekdays)


def _read_ordinal(cursor: Cursor) -> int:
    """Read 第二 or a further 三 as its number, 最后 as -1."""
    if cursor.take("last"):
        return -1
    cursor.take("ordinal")
    first = cursor.index
    number = cursor.take_number()
    if number is None:
        cursor.fail()
    if not 1 <= number <= HIGHEST_ORDINAL:
        raise cursor.error("no-such-date", first)
    return number
