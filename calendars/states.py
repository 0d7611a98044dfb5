"""When the feed of a node last changed: a moment that only grows, however entries come and go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction
from wagtail.models import Page

from accounts.nodes import paths_above
from common import nodes

from .models import FeedState

ONE_SECOND = timedelta(seconds=1)
MARK = "SELECT changed_at FROM calendars_feedstate WHERE page_id = %s"


def touch(node_ids: Iterable[int], at: datetime) -> None:
    """Count a change of these nodes' feeds and of all feeds above them.

    Belongs inside the transaction that changes the entries.
    """
    touch_paths(Page.objects.filter(pk__in=set(node_ids)).values_list("path", flat=True), at)


def touch_paths(paths: Iterable[str], at: datetime) -> None:
    """Count a change of the feeds of the nodes with these tree paths and of all above them.

    The rows are locked from the root downwards, so that two publications wait for each other
    instead of blocking each other.
    """
    above = sorted({step for path in paths for step in paths_above(path)})
    at = at.replace(microsecond=0)
    with transaction.atomic(savepoint=False):
        missing = Page.objects.filter(path__in=above, feed_state=None).values_list("pk", flat=True)
        FeedState.objects.bulk_create(
            [FeedState(page_id=pk, changed_at=at - ONE_SECOND) for pk in missing],
            ignore_conflicts=True,
        )
        locked = FeedState.objects.select_for_update(of=("self",))
        states = list(locked.filter(page__path__in=above).order_by("page__path"))
        for state in states:
            state.changed_at = max(at, state.changed_at + ONE_SECOND)
        FeedState.objects.bulk_create(
            states, update_conflicts=True, unique_fields=["page"], update_fields=["changed_at"]
        )


def mark(page_id: int) -> str:
    """Return a text that differs after every change at or below a node, "" before the first.

    Asked with every request of a feed, so it goes past the ORM, which costs more than the query.
    """
    with connection.cursor() as cursor:
        cursor.execute(MARK, [page_id])
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def root() -> int:
    """Return the key of the page that stands for everything, 0 before anything was published."""
    path = nodes.path_of(None)
    found = FeedState.objects.filter(page__path=path).values_list("page_id", flat=True)
    return found.first() or 0


def changed_at(path: str) -> datetime | None:
    """Return when the feed of this node last changed, None when it never held anything."""
    return FeedState.objects.filter(page__path=path).values_list("changed_at", flat=True).first()
