"""What public pages say about days and weeks, in the reader's language."""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from common.dates import day, day_full, month_name

WEEKS = (
    gettext_lazy("First week"),
    gettext_lazy("Second week"),
    gettext_lazy("Third week"),
    gettext_lazy("Fourth week"),
    gettext_lazy("Fifth week"),
    gettext_lazy("Sixth week"),
)
BETWEEN_FIGURES = re.compile(r"(?<=\d)\s*[-~～—]\s*(?=\d)")


def day_range(first: date, last: date) -> str:
    """Return 12月1日至6日, 12月28日至1月3日; one day alone when both are the same."""
    if first == last:
        return day(first)
    names = {"first": day(first), "last": day(last), "number": last.day}
    if (first.year, first.month) == (last.year, last.month):
        return _("%(first)s to day %(number)s") % names
    return _("%(first)s to %(last)s") % names


def week_name(number: int) -> str:
    """Return the name of a week of the month, counted from 1: 第一周."""
    return str(WEEKS[number - 1])


def period_of(view: str, first: date, last: date, today: date) -> str:
    """Return the days of a list as its headline names them: 十二月, 12月7日至13日, 12月5日.

    Days that do not begin in the year of `today` say theirs: 2027年一月.
    """
    if view == "month":
        period = month_name(first)
    else:
        period = day_full(first) if view == "day" else day_range(first, last)
    if first.year == today.year:
        return period
    return _("%(period)s %(year)s") % {"period": period, "year": first.year}


def headline(period: str, place: str) -> str:
    """Return the headline of a list: 十二月，房山区有什么."""
    if place:
        return _("%(period)s: what is on in %(place)s") % {"period": period, "place": place}
    return _("%(period)s: what is on near you") % {"period": period}


def written_times(when: str) -> str:
    """Return a "when" as people wrote it, hours joined as print joins them: 14:00–15:30."""
    return BETWEEN_FIGURES.sub("–", when)


def step_labels(view: str, before: date, after: date) -> tuple[str, str, str]:
    """Return what leads one step back, one step on, and to the present."""
    if view == "month":
        return month_name(before), month_name(after), _("This month")
    if view == "week":
        return _("The week before"), _("The week after"), _("This week")
    return _("The day before"), _("The day after"), pgettext("public", "Today")
