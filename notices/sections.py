"""The part of a house's or area's page that shows its open notices."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from .models import TalentNoticePage

SHOWN = 3
TEMPLATE = "notices/_section.html"


def notice_section(page, at: datetime) -> dict | None:
    """Return the newest open notices at or below a node; None when there are none."""
    today = timezone.localtime(at).date()
    found = list(TalentNoticePage.objects.under(page.path).open(today)[:SHOWN])
    return {"notices": found, "code": page.address_code} if found else None
