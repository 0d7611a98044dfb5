"""What the front page gathers from the apps below it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from brands.models import AreaPage
from events.calendar_cells import counts_by_day, different_first
from events.filters import EventFilter
from events.models import Occurrence
from media.models import LivestreamPage
from notices.models import TalentNoticePage

ROWS_TODAY = 6
ROWS_LOOKED_AT = 36
NOTICES = 3


def front_page(at: datetime) -> dict:
    """Return what is on today and this week, the next livestream, new notices, the networks."""
    today = timezone.localdate(at)
    day = EventFilter(view="day", on=today)
    week = EventFilter(view="week", on=today)
    counts = counts_by_day(week)
    monday, _ = week.days
    return {
        "nav": "",
        "today": today,
        "occurrences": today_rows(day, at),
        "count_today": counts[today],
        "today_query": day.query(),
        "week_days": [
            {
                "date": date,
                "count": counts[date],
                "address": f"/events/{day.query(on=date.isoformat())}",
            }
            for date in (monday + timedelta(days=n) for n in range(7))
        ],
        "usual": sorted(counts.values())[len(counts) // 2] if counts else 0,
        "livestream": LivestreamPage.objects.upcoming(at).first(),
        "notices": TalentNoticePage.objects.open(today).newest()[:NOTICES],
        "networks_shown": AreaPage.objects.networks(),
    }


def today_rows(day: EventFilter, at: datetime) -> list[Occurrence]:
    """Return the first rows of today that have not ended, no title twice while there are others.

    What lasts all day stands in the list.
    """
    found = Occurrence.objects.public().overlapping(*day.interval).upcoming(at).of_one_sitting()
    first = found.order_by("start", "pk").values_list("pk", "activity__title")[:ROWS_LOOKED_AT]
    chosen = different_first(list(first))[:ROWS_TODAY]
    return list(Occurrence.objects.filter(pk__in=chosen).with_rows())
