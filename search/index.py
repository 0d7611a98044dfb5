"""What the apps above tell search: these things are public now, those no longer.

Call these functions inside the transaction that publishes. They write entries and their full text
in bulk: the number of queries grows by a few for each hundred entries, never by one for each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone
from wagtail.search.backends import get_search_backends_with_name

from . import days
from .models import SearchEntry

BATCH = 200
UNIQUE = ["kind", "thing_key", "language"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A public thing as its app describes it; see `SearchEntry` for the meaning of each value."""

    kind: str
    thing_key: str
    title: str
    url: str
    language: str = "zh-hans"
    owner: str = ""
    node_id: int | None = None
    body: str = ""
    keywords: str = ""
    place: str = ""
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    day_tokens: str = ""
    audiences: str = ""
    traits: str = ""
    is_cancelled: bool = False
    published_at: dt.datetime | None = None

    @property
    def ref(self) -> tuple[str, str, str]:
        """What tells this entry from all others: kind, key and language."""
        return self.kind, self.thing_key, self.language


UPDATED = [*(name for name in Entry.__dataclass_fields__ if name not in UNIQUE), "months"]


def put(entries: Iterable[Entry]) -> list[int]:
    """Make the entries, or bring them up to date; of two with the same ref the later one counts.

    Returns: the keys of their rows.
    """
    rows = [_row(entry) for entry in {entry.ref: entry for entry in entries}.values()]
    with transaction.atomic(savepoint=False):
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            SearchEntry.objects.bulk_create(
                batch, update_conflicts=True, unique_fields=UNIQUE, update_fields=UPDATED
            )
            _tell_engines(lambda backend, batch=batch: backend.add_bulk(SearchEntry, batch))
    return [row.pk for row in rows]


def replace(owner: str, entries: Iterable[Entry]) -> None:
    """Make these the only entries of the owner, for example of "menu:12".

    Raises:
        ValueError: an entry names another owner, or the owner is empty.
    """
    entries = list(entries)
    if not owner or any(entry.owner != owner for entry in entries):
        raise ValueError(f"All entries must name the owner {owner!r}, which must not be empty.")
    with transaction.atomic(savepoint=False):
        kept = set(put(entries))
        there = SearchEntry.objects.filter(owner=owner).values_list("pk", flat=True)
        _delete([pk for pk in there if pk not in kept])


def remove(kind: str, keys: Iterable) -> None:
    """Remove things of one kind, in all languages."""
    keys = [str(key) for key in keys]
    with transaction.atomic(savepoint=False):
        gone = []
        for start in range(0, len(keys), BATCH):
            rows = SearchEntry.objects.filter(kind=kind, thing_key__in=keys[start : start + BATCH])
            gone += rows.values_list("pk", flat=True)
        _delete(gone)


def remove_owner(*owners: str) -> None:
    """Remove everything that these owners published."""
    with transaction.atomic(savepoint=False):
        _delete(list(SearchEntry.objects.filter(owner__in=owners).values_list("pk", flat=True)))


def refs(owner: str) -> set[tuple[str, str, str]]:
    """Return what the owner has in search: kind, key and language of each entry."""
    return set(SearchEntry.objects.filter(owner=owner).values_list(*UNIQUE))


def _row(entry: Entry) -> SearchEntry:
    values = asdict(entry) | {"thing_key": str(entry.thing_key)}
    for name in ("title", "place"):
        values[name] = values[name][: SearchEntry._meta.get_field(name).max_length]
    if entry.starts_at and not entry.day_tokens:
        values["day_tokens"] = " ".join(days.tokens_of(timezone.localtime(entry.starts_at)))
    values["months"] = " ".join(days.months_of(values["day_tokens"].split()))
    return SearchEntry(**values)


def _delete(keys: list[int]) -> None:
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        _tell_engines(
            lambda backend, batch=batch: backend.get_index_for_model(SearchEntry).delete_items(
                SearchEntry, batch
            )
        )
        # Nothing points at entries, so there is nothing to collect row by row.
        rows = SearchEntry.objects.filter(pk__in=batch)
        rows._raw_delete(using=rows.db)


def _tell_engines(tell) -> None:
    """Tell every configured engine; one outside the database notes it and is written to later."""
    for _name, backend in get_search_backends_with_name(with_auto_update=True):
        tell(backend)
