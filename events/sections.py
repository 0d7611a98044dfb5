"""What a page of an area or a centre says about activities: the next days, the menus."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from .change_lines import ChangeLine, change_lines
from .menu_rows import rows_of
from .models import ActivityMenuPage, Occurrence
from .months import days_of
from .rows import ZONE

TEMPLATE = "events/_section.html"
ROWS = 12
DAYS = 14
CHANGED_DATES, CHANGES_SHOWN = 200, 8


def event_section(page, at: datetime) -> dict | None:
    """Return the next rows at or below a node, by day, and a centre's menus; two queries."""
    is_centre = page.node_kind == "centre"
    today = timezone.localdate(at)
    found = list(
        Occurrence.objects.public()
        .under(page.path)
        .upcoming(at)
        .filter(is_all_day=False, start__lt=at + timedelta(days=DAYS))
        .with_rows()[:ROWS]
    )
    menus = ActivityMenuPage.objects.child_of(page).live().defer("rows").order_by("-month")
    menus = list(menus[:4]) if is_centre else []
    if not found and not menus:
        return None
    return {
        "days": days_of(found, today, today + timedelta(days=DAYS)),
        "menus": menus,
        "show_centre": not is_centre,
        "code": page.address_code,
        "today": today,
        "changes": changes_at(page, today) if is_centre else [],
        "log": f"/changes/{page.address_code}/",
    }


def changes_at(centre, today: date) -> list[ChangeLine]:
    """Return what has changed about dates to come at a centre, until they are over; one query."""
    morning = datetime.combine(today, time.min, ZONE)
    coming = Occurrence.objects.public().of_centre(centre).upcoming(morning)
    changed = coming.changed().values("activity")
    rows = rows_of(coming.filter(activity__in=changed).with_rows()[:CHANGED_DATES])
    return change_lines(rows, morning)[:CHANGES_SHOWN]
