"""The ledger as readers see it: what was changed at or below a node, batch by batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import Max

from brands.models import CentrePage
from calendars import sources
from calendars.change_words import is_correction, lines_of, net_of
from calendars.ledger import Reason
from calendars.models import CalendarEntry, ChangeEntry
from calendars.querysets import ChangeQuerySet

from .models import Occurrence


@dataclass(frozen=True)
class ChangedDate:
    """One thing with a time as it is now, what differs about it, and why."""

    key: UUID
    title: str
    address: str
    centre: CentrePage
    start: datetime
    is_all_day: bool
    is_called_off: bool
    lines: list[str]
    reason: str
    is_correction: bool


@dataclass
class Batch:
    """Changes that one body made within ten minutes; `at` is the last of them."""

    key: UUID
    at: datetime
    body: str
    dates: list[ChangedDate] = field(default_factory=list)

    @property
    def titles(self) -> list[str]:
        """Return the titles, each once, in the order of the dates."""
        return list(dict.fromkeys(one.title for one in self.dates))


@dataclass(frozen=True)
class Known:
    """What is public of the things that were changed: entries, facts, centres."""

    entries: Mapping[UUID, CalendarEntry]
    told: Mapping[UUID, dict]
    centres: Mapping[int, CentrePage]


def public_changes(path: str) -> ChangeQuerySet:
    """Entries at or below a tree path that speak of what is public; nothing else is told."""
    public = CalendarEntry.objects.published().under(path)
    centres = CentrePage.objects.under(path)
    return ChangeEntry.objects.of_centres(centres.values("code")).of_things(
        public.values("thing_id")
    )


def batches_of(entries: ChangeQuerySet) -> ChangeQuerySet:
    """Return the keys of batches with the moment of their last entry, the newest first."""
    grouped = entries.order_by().values("batch").annotate(last_at=Max("at"))
    return grouped.order_by("-last_at", "batch")


def read(entries: ChangeQuerySet, rows: Sequence[dict]) -> list[Batch]:
    """Return these batches with their dates, in a few queries; what cancels out is left out."""
    by_batch = defaultdict(list)
    for entry in entries.in_batches([row["batch"] for row in rows]).order_by("at", "pk"):
        by_batch[entry.batch].append(entry)
    known = known_of({entry.thing_id for found in by_batch.values() for entry in found})
    read_batches = (batch_of(row, by_batch[row["batch"]], known) for row in rows)
    return [batch for batch in read_batches if batch.dates]


def known_of(things: Collection[UUID]) -> Known:
    entries = list(CalendarEntry.objects.published().filter(thing_id__in=things))
    centres = CentrePage.objects.defer("story").in_bulk({entry.node_id for entry in entries})
    by_thing = {entry.thing_id: entry for entry in entries}
    return Known(by_thing, sources.described(entries), centres)


def batch_of(row: dict, entries: Sequence[ChangeEntry], known: Known) -> Batch:
    by_thing = defaultdict(list)
    for entry in entries:
        by_thing[entry.thing_id].append(entry)
    batch = Batch(row["batch"], row["last_at"], entries[-1].by_body)
    batch.dates = [
        date_of(key, found, known)
        for key, found in by_thing.items()
        if key in known.told and lines_of(net_of(found))
    ]
    batch.dates.sort(key=lambda one: (one.start, str(one.key)))
    return batch


def date_of(key: UUID, found: Sequence[ChangeEntry], known: Known) -> ChangedDate:
    entry, told = known.entries[key], known.told[key]
    return ChangedDate(
        key=key,
        title=told["title"],
        address=urlsplit(told["url"]).path,
        centre=known.centres[entry.node_id],
        start=entry.starts_at,
        is_all_day=told.get("is_all_day", False),
        is_called_off=told.get("is_cancelled", False),
        lines=lines_of(net_of(found)),
        reason=Reason(found[-1].reason_code, found[-1].reason_text).sentence,
        is_correction=is_correction(found),
    )


def row_changes(occurrences: Iterable[Occurrence]) -> list[str]:
    """Return what differs about place and presenter of these dates, each said once; one query.

    Time, status and a place of its own stand on the dates; this is what only the ledger knows.
    """
    moved = {one.pk: bool(one.moved_place) for one in occurrences}
    by_thing = defaultdict(list)
    wanted = ChangeEntry.objects.of_things(moved).filter(field__in=("place", "presenter"))
    for entry in wanted.order_by("at", "pk"):
        if entry.field == "presenter" or not moved[entry.thing_id]:
            by_thing[entry.thing_id].append(entry)
    lines = (line for found in by_thing.values() for line in lines_of(net_of(found)))
    return list(dict.fromkeys(lines))
