"""Rules about days: a weekday that contradicts its date, days without a date, late deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from ..findings import Finding, Severity, Subject
from .texts import at

WEEKDAYS = "一二三四五六日"
DATED = re.compile(
    r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?"
    r"(?P<between>\s*[（(]?\s*)(?P<week>周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
)
RELATIVE = re.compile(
    r"(?:今|明|后|昨)(?:天|日|晚|早)|(?:本|这|下|上)(?:周|星期)[一二三四五六日天末]?"
)
DEADLINE = re.compile(
    r"(?:报名)?截止(?:日期|时间|到|至|于)?[：:]?\s*(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})[日号]|"
    r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})[日号][^。，；\n]{0,6}(?:前报名|截止)"
)


def weekdays(subject: Subject) -> Iterator[Finding]:
    """A weekday beside a date must be that day's."""
    for text in subject.texts:
        for match in DATED.finditer(text.value):
            day = day_of(match["year"], match["month"], match["day"], subject.near)
            if day is None:
                message = _("There is no such day.")
                yield at(text, "dates", Severity.BLOCKS, message, match.start(), match[0], None)
            elif WEEKDAYS[day.weekday()] != match["weekday"].replace("天", "日"):
                right = f"{match['week']}{WEEKDAYS[day.weekday()]}"
                message = _("That day is a %(weekday)s. Which of the two is right?") % {
                    "weekday": right
                }
                better = match[0][: -len(match["week"]) - 1] + right
                yield at(text, "dates", Severity.BLOCKS, message, match.start(), match[0], better)


def relative(subject: Subject) -> Iterator[Finding]:
    """明天 is read on another day than it was written."""
    for text in subject.texts:
        for match in RELATIVE.finditer(text.value):
            message = _("Readers see this on another day; write the date.")
            yield at(text, "relative", Severity.LOOK, message, match.start(), match[0], None)


def deadlines(subject: Subject) -> Iterator[Finding]:
    """A deadline must not come after what it is for."""
    starts = {row.path: row.first_day for row in subject.rows if row.first_day}
    for text in subject.texts:
        begins = starts.get(text.path.rsplit(".", 1)[0]) or starts.get("")
        for match in DEADLINE.finditer(text.value) if begins else ():
            year, month, day = match.groups()[:3] if match[2] else match.groups()[3:]
            last = day_of(year, month, day, subject.near)
            if last and last > begins:
                message = _("The deadline comes after the first day, %(day)s.") % {
                    "day": f"{begins.month}月{begins.day}日"
                }
                yield at(text, "deadline", Severity.LOOK, message, match.start(), match[0], None)


def outside_month(subject: Subject) -> Iterator[Finding]:
    """A menu speaks of its own month."""
    if subject.month is None:
        return
    for row in subject.rows:
        first, last = row.first_day, row.last_day or row.first_day
        if first and last and not (month_of(first) <= month_of(subject.month) <= month_of(last)):
            message = _("This day is not in the month of the menu.")
            yield Finding("month", Severity.LOOK, message, row.place, f"{row.path}.when", row.when)


def month_of(day: date) -> tuple[int, int]:
    return (day.year, day.month)


def day_of(year: str | None, month: str, day: str, near: date) -> date | None:
    """Return the day that is meant, None if there is none; without a year, the nearest one."""
    years = [int(year)] if year else [near.year - 1, near.year, near.year + 1]
    found = []
    for one in years:
        try:
            found.append(date(one, int(month), int(day)))
        except ValueError:
            continue
    return min(found, key=lambda one: abs((one - near).days), default=None)
