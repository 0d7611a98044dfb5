"""Verbs on what is already public: done at once, with a reason, written to the ledger.

The row is locked before it is read, so that of two people who act at once one is told.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from calendars.enums import ChangedField, ChangeVerb
from calendars.models import ChangeEntry
from common import versions

from . import entries
from .enums import OccurrenceStatus
from .models import Occurrence


@transaction.atomic
def cancel(pk, reason: str, at: datetime) -> Occurrence:
    """Call off one occurrence; it stays visible as cancelled.

    Raises:
        Occurrence.DoesNotExist: there is no such occurrence.
    """
    occurrence = locked(pk)
    old = occurrence.status
    occurrence.status, occurrence.reason = OccurrenceStatus.CANCELLED, reason
    occurrence.save(update_fields=["status", "reason"])
    note(occurrence, ChangeVerb.CANCEL, ChangedField.STATUS, old, occurrence.status, at)
    tell(occurrence, at)
    return occurrence


@transaction.atomic
def move(
    pk, start: datetime, end: datetime, reason: str, at: datetime, place: str = ""
) -> Occurrence:
    """Give one occurrence another time, and another place if one is named; its UID stays.

    Raises:
        Occurrence.DoesNotExist: there is no such occurrence.
        ValueError: the end is not after the start.
    """
    if end <= start:
        raise ValueError("An occurrence ends after it starts.")
    occurrence = locked(pk)
    old_start, old_place = occurrence.start, occurrence.place
    announced = occurrence.moved_from or old_start
    occurrence.moved_from = announced if announced != start else None
    occurrence.start, occurrence.end, occurrence.reason = start, end, reason
    occurrence.moved_place = place or occurrence.moved_place
    occurrence.save(update_fields=["start", "end", "moved_from", "moved_place", "reason"])
    if start != old_start:
        old, new = old_start.isoformat(), start.isoformat()
        note(occurrence, ChangeVerb.MOVE, ChangedField.START, old, new, at)
    if occurrence.place != old_place:
        note(occurrence, ChangeVerb.RELOCATE, ChangedField.PLACE, old_place, occurrence.place, at)
    tell(occurrence, at)
    return occurrence


def locked(pk) -> Occurrence:
    return (
        Occurrence.objects.select_for_update(of=("self",))
        .select_related("activity__menu", "centre")
        .get(pk=pk)
    )


def note(occurrence, verb: str, field: str, old: str, new: str, at: datetime) -> None:
    ChangeEntry.objects.create(
        thing_id=occurrence.pk,
        node_code=occurrence.centre.code,
        verb=verb,
        field=field,
        old=old,
        new=new,
        reason_text=occurrence.reason,
        at=at,
        by_body=occurrence.centre.title,
    )


def tell(occurrence, at: datetime) -> None:
    """Bring calendars, search and the versions of pages up to date."""
    menu = occurrence.activity.menu
    entries.refresh(menu, occurrence.centre, at)
    versions.touch(menu.path)
