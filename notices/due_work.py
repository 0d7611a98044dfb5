"""Notices that calendars do not know yet are told to them: what was published before they asked."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from calendars import windows
from calendars.models import CalendarEntry

from .models import TalentNoticePage
from .publication import publish_notice


def bring_in_last_days(at: datetime) -> int:
    """Give each public notice within the calendars' window its entry; return how many lacked one.

    Safe to run again: who has an entry, also a withdrawn one, is passed over.
    """
    known = CalendarEntry.objects.filter(thing_id=OuterRef("translation_key"))
    first_day = windows.window(at).start.date()
    missing = TalentNoticePage.objects.listed().filter(~Exists(known), valid_until__gte=first_day)
    keys = list(missing.order_by("valid_until", "pk").values_list("pk", flat=True))
    for key in keys:
        with transaction.atomic():
            publish_notice(TalentNoticePage.objects.select_for_update().get(pk=key))
    return len(keys)
