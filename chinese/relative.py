"""Days as people say them from today: 今晚, 本周末, 下周三晚上, 下个月, 12月5日.

For search and filters; a menu names its dates, `chinese/when.py` reads those.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from chinese.days import ONE_DAY, WEEKDAYS, nearest_year
from chinese.numbers import read_number

MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"
PARTS_OF_DAY = {
    **dict.fromkeys(("早上", "早晨", "上午"), MORNING),
    **dict.fromkeys(("中午", "下午", "午后"), AFTERNOON),
    **dict.fromkeys(("傍晚", "晚上", "夜里", "晚"), EVENING),
}
DAYS = {"今天": 0, "今日": 0, "今": 0, "明天": 1, "明日": 1, "明": 1, "后天": 2, "大后天": 3}
AHEAD = {"这几天": 7, "近几天": 7, "未来一周": 7, "近期": 14}  # days from today on
WEEKS = {"": 0, "本": 0, "这": 0, "这个": 0, "下": 1, "下个": 1, "下下": 2, "上": -1, "上个": -1}
MONTHS = {"本": 0, "这个": 0, "下": 1, "下个": 1, "上": -1, "上个": -1}
# School holidays differ by city and year: first and last day that any of them has.
SEASONS = {"寒假": ((1, 10), (2, 28)), "暑假": ((7, 1), (8, 31))}
NUMBER = r"[0-9]{1,2}|[一二三四五六七八九十廿]{1,3}"
PART = "早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里"

# Alternatives in order: the longer reading first. 今 and 明 alone need a part of day (今晚).
EXPRESSION = re.compile(
    rf"""
    (?: (?P<day>大后天|今天|今日|明天|明日|后天|[今明](?=[晚早]))
      | (?P<ahead>这几天|近几天|未来一周|近期)
      | (?P<season>寒假|暑假)
      | (?P<week>每|本|这个|这|下下|下个|下|上个|上)?(?:周|星期|礼拜)
            (?: (?P<weekend>末|六[、和]?(?:周|星期|礼拜)?[日天]) | (?P<weekday>[一二三四五六日天]) )
      | (?P<weekend_alone>双休日)
      | (?P<whole_week>本|这个|这|下下|下个|下|上个|上)(?:周|星期|礼拜)
      | (?P<month>本|这个|下个|下|上个|上)月
      | (?P<iso>20[0-9]{{2}}-[01][0-9]-[0-3][0-9])
      | (?:(?P<year>20[0-9]{{2}})年)?(?P<named_month>{NUMBER})月
            (?: (?P<named_day>{NUMBER})(?:[日号]|(?!\w))
                (?:[至到~—-](?:(?P<until_month>{NUMBER})月)?(?P<until_day>{NUMBER})(?:[日号]|(?!\w)))?
              | 份 )?
      | (?={PART})
    )
    (?:\s?的?(?P<part>{PART}|晚|早(?!\w)))?
    (?:\s?的?(?P<hour>{NUMBER})(?:点[半钟整]?|[:：][0-5][0-9]))?
    """,
    re.VERBOSE,
)


class Said(NamedTuple):
    """A time as it was said: its place in the text, first day, day after the last, part of day.

    The part is "morning", "afternoon", "evening" or None; without days (下午 alone) both are None.
    """

    span: tuple[int, int]
    first: date | None
    end: date | None
    part: str | None


def read_relative(text: str, today: date) -> Said | None:
    """Return the first expression of a text, or None.

    Weeks begin on Monday; 周三 alone is the next one from today on, as is 每周三; 本周三 is that
    of this week even when it is over.
    """
    for match in EXPRESSION.finditer(text):
        part = _part(match)
        if match.end() > match.start() and match["part"] and match.start() == match.start("part"):
            return Said(match.span(), None, None, part)
        days = _days(match, today)
        if days:
            return Said(match.span(), *days, part)
    return None


def _part(match: re.Match[str]) -> str | None:
    """Return the part of day that is named, or that the hour lies in; 3点 is in the afternoon."""
    if match["part"]:
        return PARTS_OF_DAY.get(match["part"], MORNING)
    hour = _number(match["hour"] or "")
    if hour is None:
        return None
    return MORNING if 6 <= hour < 12 else EVENING if hour >= 18 else AFTERNOON


def _days(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """Return first day and the day after the last; None where there is no such date."""
    if match["day"]:
        day = today + timedelta(days=DAYS[match["day"]])
        return day, day + ONE_DAY
    if match["ahead"]:
        return today, today + timedelta(days=AHEAD[match["ahead"]])
    if match["season"]:
        return _season(match["season"], today)
    if match["iso"]:
        return _iso(match["iso"])
    if match["month"]:
        months = today.year * 12 + today.month - 1 + MONTHS[match["month"]]
        return _month(months // 12, months % 12 + 1)
    if match["named_month"]:
        return _named(match, today)
    return _week(match, today)


def _week(match: re.Match[str], today: date) -> tuple[date, date]:
    week = (match["week"] or match["whole_week"] or "").replace("每", "")
    monday = today + timedelta(days=7 * WEEKS[week] - today.weekday())
    if match["weekday"]:
        day = monday + timedelta(days=WEEKDAYS.index(match["weekday"].replace("天", "日")))
        if not week and day < today:
            day += timedelta(days=7)
        return day, day + ONE_DAY
    sunday = monday + timedelta(days=6)
    is_weekend = match["weekend"] or match["weekend_alone"]
    return (sunday - ONE_DAY if is_weekend else monday), sunday + ONE_DAY


def _season(name: str, today: date) -> tuple[date, date]:
    """Return the season that is on or comes next."""
    first, last = (date(today.year, *day) for day in SEASONS[name])
    if last < today:
        first, last = (date(today.year + 1, *day) for day in SEASONS[name])
    return first, last + ONE_DAY


def _iso(text: str) -> tuple[date, date] | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day, day + ONE_DAY


def _named(match: re.Match[str], today: date) -> tuple[date, date] | None:
    month = _number(match["named_month"])
    if month is None or not 1 <= month <= 12:
        return None
    year = int(match["year"] or nearest_year(today.year, today.month, month))
    if not match["named_day"]:
        return _month(year, month)
    first = _date(year, month, match["named_day"])
    if first is None:
        return None
    last = first
    if match["until_day"]:
        until_month = _number(match["until_month"] or "") or month
        last = _date(year + (until_month < month), until_month, match["until_day"]) or first
    return first, max(first, last) + ONE_DAY


def _date(year: int, month: int, day_text: str) -> date | None:
    try:
        return date(year, month, _number(day_text) or 0)
    except ValueError:
        return None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else read_number(text)


def _month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, first + timedelta(days=monthrange(year, month)[1])
