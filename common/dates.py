"""Dates and times as people write them, in the current language.

Moments are shown in local time. A missing value, or one of another type, gives an empty text.
"""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import get_language

MONTHS_ZH = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS_ZH = "一二三四五六日"
DAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _local(value) -> dt.date | dt.time | None:
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value if isinstance(value, dt.date | dt.time) else None


def _in_english() -> bool:
    return (get_language() or "").startswith("en")


def clock(value) -> str:
    """Return a time of day without leading zero: 9:00, 14:30. Moments are shown in local time."""
    value = _local(value)
    if not isinstance(value, dt.datetime | dt.time):
        return ""
    return f"{value.hour}:{value.minute:02}"


def day(value) -> str:
    """Return day and month: 12月5日, 5 Dec."""
    value = _local(value)
    if not isinstance(value, dt.date):
        return ""
    if _in_english():
        return f"{value.day} {MONTHS_EN[value.month - 1][:3]}"
    return f"{value.month}月{value.day}日"


def day_week(value) -> str:
    """Return day and short weekday, as in a row of facts: 12月5日 周六, Sat 5 Dec."""
    if not day(value):
        return ""
    return f"{weekday(value)} {day(value)}" if _in_english() else f"{day(value)} {weekday(value)}"


def day_full(value) -> str:
    """Return day and long weekday: 12月5日 星期六, Saturday 5 December."""
    value = _local(value)
    if not isinstance(value, dt.date):
        return ""
    if _in_english():
        return f"{DAYS_EN[value.weekday()]} {value.day} {MONTHS_EN[value.month - 1]}"
    return f"{day(value)} 星期{DAYS_ZH[value.weekday()]}"


def day_year(value) -> str:
    """Return a date with its year: 2026年12月5日, 5 December 2026."""
    value = _local(value)
    if not isinstance(value, dt.date):
        return ""
    if _in_english():
        return f"{value.day} {MONTHS_EN[value.month - 1]} {value.year}"
    return f"{value.year}年{value.month}月{value.day}日"


def weekday(value) -> str:
    """Return the short weekday: 周六, 週六, Sat."""
    value = _local(value)
    if not isinstance(value, dt.date):
        return ""
    if _in_english():
        return DAYS_EN[value.weekday()][:3]
    week = "週" if get_language() == "zh-hant" else "周"
    return week + DAYS_ZH[value.weekday()]


def month_name(value) -> str:
    """Return the name of a month, from a date or a number of 1 to 12: 十二月, December."""
    number = value.month if isinstance(value, dt.date) else value
    if not isinstance(number, int) or not 1 <= number <= 12:
        return ""
    return MONTHS_EN[number - 1] if _in_english() else f"{MONTHS_ZH[number - 1]}月"


def year_month(value) -> str:
    """Return a month with its year, from a date: 2026年12月, December 2026."""
    if not isinstance(value, dt.date):
        return ""
    if _in_english():
        return f"{MONTHS_EN[value.month - 1]} {value.year}"
    return f"{value.year}年{value.month}月"


def month_short(value) -> str:
    """Return the month of a date for the transom of a window: 12月, Dec."""
    if not isinstance(value, dt.date):
        return ""
    return MONTHS_EN[value.month - 1][:3] if _in_english() else f"{value.month}月"


def iso(value) -> str:
    """Return what `datetime` of a time element wants: 2026-12-05T14:00 in local time, or a date."""
    value = _local(value)
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.isoformat() if value else ""


def stamp(value) -> str:
    """Return a moment with its offset, for scripts: 2026-12-05T14:00:00+08:00."""
    value = _local(value)
    return value.isoformat(timespec="seconds") if isinstance(value, dt.datetime) else ""
