"""The ledger as readers see it: what was changed at or below a node, batch by batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from brands.models import CentrePage
from calendars.ledger import Reason
from calendars.models import ChangeEntry
from calendars.querysets import ChangeQuerySet

from .change_words import is_correction, lines_of, net_of
from .models import Occurrence


@dataclass(frozen=True)
class ChangedDate:
    """One date, what differs about it, and why."""

    occurrence: Occurrence
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
    def centre(self):
        return self.dates[0].occurrence.centre

    @property
    def titles(self) -> list[str]:
        """Return the titles of the activities, each once, in the order of their dates."""
        return list(dict.fromkeys(one.occurrence.activity.title for one in self.dates))


def public_changes(path: str) -> ChangeQuerySet:
    """Entries at or below a tree path that speak of what is public; nothing else is told."""
    public = Occurrence.objects.public().under(path)
    centres = CentrePage.objects.under(path)
    return ChangeEntry.objects.of_centres(centres.values("code")).of_things(public.values("pk"))


def batches_of(entries: ChangeQuerySet) -> ChangeQuerySet:
    """Return the keys of batches with the moment of their last entry, the newest first."""
    grouped = entries.order_by().values("batch").annotate(last_at=Max("at"))
    return grouped.order_by("-last_at", "batch")


def read(entries: ChangeQuerySet, rows: Sequence[dict]) -> list[Batch]:
    """Return these batches with their dates; two queries. What cancels itself out is left out."""
    by_batch = defaultdict(list)
    for entry in entries.in_batches([row["batch"] for row in rows]).order_by("at", "pk"):
        by_batch[entry.batch].append(entry)
    things = {entry.thing_id for found in by_batch.values() for entry in found}
    known = {one.pk: one for one in Occurrence.objects.filter(pk__in=things).with_rows()}
    read_batches = (batch_of(row, by_batch[row["batch"]], known) for row in rows)
    return [batch for batch in read_batches if batch.dates]


def batch_of(row: dict, entries: Sequence[ChangeEntry], known: dict) -> Batch:
    by_thing = defaultdict(list)
    for entry in entries:
        by_thing[entry.thing_id].append(entry)
    batch = Batch(row["batch"], row["last_at"], entries[-1].by_body)
    for key, found in by_thing.items():
        if lines := lines_of(net_of(found)):
            reason = Reason(found[-1].reason_code, found[-1].reason_text).sentence
            date = ChangedDate(known[key], lines, reason, is_correction(found))
            batch.dates.append(date)
    batch.dates.sort(key=lambda one: (one.occurrence.start, str(one.occurrence.pk)))
    return batch


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
