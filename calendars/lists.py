"""The entries of a calendar as pages of a list, for programs that keep a copy.

A list by time ends where the window ends. A list of changes (`since`) is in the order of change
and names what was withdrawn, so that a copy can forget it. Pages follow each other by a cursor:
nothing is skipped or told twice when entries come in between.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from . import feeds, windows
from .models import CalendarEntry
from .querysets import EntryQuerySet
from .subjects import Subject

PAGE_SIZE, MAX_PAGE_SIZE = 50, 200
Cursor = tuple[datetime, int]


class BadCursor(ValueError):
    """The cursor was not made here."""


@dataclass(frozen=True)
class EntryPage:
    """Some entries in their order, and the cursor of what follows; "" at the end."""

    entries: list[CalendarEntry]
    cursor: str


def page_of(
    subject: Subject,
    at: datetime,
    *,
    since: datetime | None = None,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> EntryPage:
    """Return a page of the calendar; one query."""
    if since:
        column, entries = "modified_at", feeds.entries_of(subject, with_withdrawn=True)
        entries = entries.filter(modified_at__gte=since)
    else:
        column, entries = "starts_at", inside(feeds.entries_of(subject), at)
    if after:
        later = Q(**{f"{column}__gt": after[0]}) | Q(**{column: after[0], "pk__gt": after[1]})
        entries = entries.filter(later)
    found = list(entries.select_related("node").order_by(column, "pk")[: limit + 1])
    shown = found[:limit]
    last = shown[-1] if len(found) > limit else None
    return EntryPage(shown, cursor_of(getattr(last, column), last.pk) if last else "")


def inside(entries: EntryQuerySet, at: datetime) -> EntryQuerySet:
    window = windows.window(at)
    return entries.not_ended_by(window.start).starting_before(window.end)


def cursor_of(moment: datetime, key: int) -> str:
    return urlsafe_b64encode(f"{moment.isoformat()}|{key}".encode()).decode().rstrip("=")


def read_cursor(text: str) -> Cursor:
    """Return the moment and the key of the last entry that was told.

    Raises:
        BadCursor: the text was not made by `cursor_of`.
    """
    try:
        moment, _bar, key = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().partition("|")
        found = datetime.fromisoformat(moment), int(key)
    except (ValueError, binascii.Error) as error:
        raise BadCursor(text) from error
    if found[0].tzinfo is None or not 0 < found[1] < 2**63:
        raise BadCursor(text)
    return found
