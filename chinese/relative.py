"""Days as people say them from today: 今晚, 本周末, 下周三晚上, 下个月, 12月5日.

For search and filters; a menu names its dates, `chinese/when.py` reads those.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from chinese.days import ONE_DAY, WEEKDAYS, nearest_year
from chinese.numbers import read_number

MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"
PARTS_OF_DAY = {
    **dict.fromkeys(("早上", "早晨", "上午"), MORNING),
    **dict.fromkeys(("中午", "下午", "午后"), AFTERNOON),
    **dict.fromkeys(("傍晚", "晚上", "夜里", "晚"), EVENING),
}
DAYS = {"今天": 0, "今日": 0, "今": 0, "明天": 1, "明日": 1, "明": 1, "后天": 2, "大后天": 3}
WEEKS = {"": 0, "本": 0, "这": 0, "这个": 0, "下": 1, "下个": 1, "下下": 2, "上": -1, "上个": -1}
MONTHS = {"本": 0, "这个": 0, "下": 1, "下个": 1, "上": -1, "上个": -1}
NUMBER = r"[0-9]{1,2}|[一二三四五六七八九十廿]{1,3}"
PART = "早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里|晚"

# Alternatives in order: the longer reading first. 今 and 明 alone need a part of day (今晚).
EXPRESSION = re.compile(
    rf"""
    (?: (?P<day>大后天|今天|今日|明天|明日|后天|[今明](?=[晚早]))
      | (?P<week>本|这个|这|下下|下个|下|上个|上)?(?:周|星期|礼拜)
            (?: (?P<weekend>末) | (?P<weekday>[一二三四五六日天]) )
      | (?P<weekend_alone>双休日)
      | (?P<whole_week>本|这个|这|下下|下个|下|上个|上)(?:周|星期|礼拜)
      | (?P<month>本|这个|下个|下|上个|上)月
      | (?:(?P<year>20[0-9]{{2}})年)?(?P<named_month>{NUMBER})月
            (?: (?P<named_day>{NUMBER})[日号]? | 份 )?
    )
    (?:的?(?P<part>{PART}|早(?!\w)))?
    """,
    re.VERBOSE,
)


def read_relative(text: str, today: date) -> tuple[tuple[int, int], date, date, str | None] | None:
    """Return the first expression: its span, first day, day after the last, and part of day.

    The part is "morning", "afternoon", "evening" or None. Weeks begin on Monday; 周三 alone is
    the next one from today on, 本周三 that of this week even when it is over. None when the text
    has no such expression.
    """
    for match in EXPRESSION.finditer(text):
        days = _days(match, today)
        if days:
            part = match["part"]
            return match.span(), days[0], days[1], PARTS_OF_DAY.get(part, MORNING) if part else None
    return None


def _days(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """Return first day and the day after the last; None where there is no such date."""
    if match["day"]:
        day = today + timedelta(days=DAYS[match["day"]])
        return day, day + ONE_DAY
    if match["month"]:
        months = today.year * 12 + today.month - 1 + MONTHS[match["month"]]
        return _month(months // 12, months % 12 + 1)
    if match["named_month"]:
        return _named(match, today)
    return _week(match, today)


def _week(match: re.Match[str], today: date) -> tuple[date, date]:
    week = match["week"] or match["whole_week"] or ""
    monday = today + timedelta(days=7 * WEEKS[week] - today.weekday())
    if match["weekday"]:
        day = monday + timedelta(days=WEEKDAYS.index(match["weekday"].replace("天", "日")))
        if not week and day < today:
            day += timedelta(days=7)
        return day, day + ONE_DAY
    sunday = monday + timedelta(days=6)
    is_weekend = match["weekend"] or match["weekend_alone"]
    return (sunday - ONE_DAY if is_weekend else monday), sunday + ONE_DAY


def _named(match: re.Match[str], today: date) -> tuple[date, date] | None:
    month = _number(match["named_month"])
    if month is None or not 1 <= month <= 12:
        return None
    year = int(match["year"] or nearest_year(today.year, today.month, month))
    if not match["named_day"]:
        return _month(year, month)
    day = _number(match["named_day"])
    if day is None or not 1 <= day <= monthrange(year, month)[1]:
        return None
    found = date(year, month, day)
    return found, found + ONE_DAY


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else read_number(text)


def _month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, first + timedelta(days=monthrange(year, month)[1])
