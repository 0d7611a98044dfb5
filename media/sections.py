"""The part of a house's or area's page that shows what is broadcast there."""

from __future__ import annotations

from datetime import datetime

from .centres import with_centres
from .models import LivestreamPage

SHOWN = 3
TEMPLATE = "media/_section.html"


def livestream_section(page, at: datetime) -> dict | None:
    """Return coming livestreams and replays at or below a node; None when there are none."""
    below = LivestreamPage.objects.under(page.path).for_cards()
    coming = list(below.upcoming(at)[:SHOWN])
    replays = list(below.over(at).replays()[: SHOWN - len(coming)])
    found = with_centres([*coming, *replays])
    return {"livestreams": found, "code": page.address_code} if found else None
