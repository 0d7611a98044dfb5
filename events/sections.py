"""What a page of an area or a centre says about activities: the next days, the menus."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from .models import ActivityMenuPage, Occurrence
from .months import days_of

TEMPLATE = "events/_section.html"
ROWS = 12
DAYS = 14


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
    }
