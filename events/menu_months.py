"""The month of a menu: which one is next, and how the menu is called then."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from .months import next_month

MONTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
USUAL_HOUR = time(8)
LOOK_AHEAD = 24  # months; a centre that has them all gets one after


def usual_title(centre, month: date) -> str:
    """Return the title that centre and month give, for example 苏庄三里十二月活动菜单."""
    return f"{centre.display_name if centre else ''}{MONTHS[month.month - 1]}月活动菜单"


def usual_moment(month: date) -> datetime:
    """Return when a menu goes out unless its editor says otherwise: the 1st of its month, 08:00."""
    return timezone.make_aware(datetime.combine(month.replace(day=1), USUAL_HOUR))


def month_of_slug(slug: str) -> date | None:
    """Return the month that an address such as 2026-12 names, None for another address."""
    try:
        return date.fromisoformat(f"{slug}-01")
    except ValueError:
        return None


def next_free_month(centre, today: date | None = None) -> date:
    """Return the first month after this one for which the centre has no menu."""
    taken = set(centre.get_children().values_list("slug", flat=True)) if centre else set()
    month = next_month(today or timezone.localdate())
    for _step in range(LOOK_AHEAD):
        if f"{month:%Y-%m}" not in taken:
            break
        month = next_month(month)
    return month
