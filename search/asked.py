"""Counts what is asked, so that editors see which words find nothing.

A text is kept only when it was asked on two different days; before, a keyed digest stands for it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import logging

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from .synonyms import key_of
from .tables import AskedText

log = logging.getLogger(__name__)

MAX_TEXT = 40  # characters; longer texts are sentences, and may tell about somebody
MAX_UNKEPT = 20_000  # digests; a machine that asks everything must not fill the table
UNKEPT_DAYS = 30  # a digest waits for its second day
KEPT_DAYS = 365


def note(text: str, is_empty: bool, today: dt.date) -> None:
    """Count a text once. A failure is logged and never reaches who asked."""
    key = key_of(text)
    if not 0 < len(key) <= MAX_TEXT:
        return
    try:
        with transaction.atomic():
            _count(key, is_empty, today)
    except DatabaseError:
        log.warning("A search was not counted.", exc_info=True)


def _count(key: str, is_empty: bool, today: dt.date) -> None:
    rows = AskedText.objects.filter(digest=digest_of(key))
    added = {
        "count": F("count") + 1,
        "empty_count": F("empty_count") + int(is_empty),
        "last_on": today,
    }
    if rows.exclude(first_on=today).update(text=key, **added) or rows.update(**added):
        return
    AskedText.objects.bulk_create(
        [
            AskedText(
                digest=digest_of(key),
                count=1,
                empty_count=int(is_empty),
                first_on=today,
                last_on=today,
            )
        ],
        ignore_conflicts=True,
    )


def digest_of(key: str) -> str:
    made = hmac.new(settings.SECRET_KEY.encode(), f"asked:{key}".encode(), hashlib.sha256)
    return made.hexdigest()[:32]


def forget_old(at: dt.datetime) -> int:
    """Remove texts that nobody asks any more, and digests that never saw a second day.

    Returns: how many rows went.
    """
    today = timezone.localdate(at)
    kept, unkept = AskedText.objects.kept(), AskedText.objects.filter(text="")
    old = kept.filter(last_on__lt=today - dt.timedelta(days=KEPT_DAYS))
    waiting = unkept.filter(last_on__lt=today - dt.timedelta(days=UNKEPT_DAYS))
    gone = old.delete()[0] + waiting.delete()[0]
    surplus = unkept.order_by("-last_on", "-pk").values("pk")[MAX_UNKEPT:]
    return (
        gone
        + AskedText.objects.filter(pk__in=list(surplus.values_list("pk", flat=True))).delete()[0]
    )
