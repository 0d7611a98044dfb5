"""Calendar entries brought up to date: what is shown, sequence, stamps (calendar.md: section 4)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from . import ical, states
from .ical import EventFacts
from .models import CalendarEntry
from .querysets import SOURCE_LANGUAGE

ONE_SECOND = timedelta(seconds=1)
WRITTEN = (
    "source",
    "node_id",
    "title",
    "text",
    "digest",
    "facts_digest",
    "schedule_digest",
    "sequence",
    "modified_at",
    "starts_at",
    "ends_at",
    "is_withdrawn",
)


def refresh(owner: str, facts: Sequence[EventFacts], at: datetime) -> None:
    """Make the entries of an owner say exactly these facts; what it no longer names is withdrawn.

    Belongs inside the transaction that publishes. Nothing is written when nothing differs. The
    number of statements does not grow with the facts beyond the database's limit for one.

    Args:
        owner: whose entries these are, for example "menu:12".
        facts: everything of the owner that calendars show, each thing once.
        at: the moment of publication.
    """
    with transaction.atomic(savepoint=False):
        stored = {
            entry.thing_id: entry
            for entry in CalendarEntry.objects.select_for_update().filter(
                owner=owner, language=SOURCE_LANGUAGE
            )
        }
        nodes = {entry.node_id for entry in stored.values()} | {one.node_id for one in facts}
        written, unseen = brought_up_to_date(owner, facts, stored, at)
        named = {as_uuid(one.thing_id) for one in facts}
        written += withdrawn((e for key, e in stored.items() if key not in named), at)
        write([*written, *unseen])
        if written:
            states.touch(nodes, at)


def write(entries: Sequence[CalendarEntry]) -> None:
    if new := [entry for entry in entries if entry.pk is None]:
        CalendarEntry.objects.bulk_create(new)
    if changed := [entry for entry in entries if entry.pk is not None]:
        CalendarEntry.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
        )


def brought_up_to_date(
    owner: str, facts: Sequence[EventFacts], stored: dict, at: datetime
) -> tuple[list, list]:
    """Return the entries that are new or show something else, and those whose facts alone differ.

    Only what has other facts than before is rendered.
    """
    written, unseen = [], []
    for one in facts:
        thing_id = as_uuid(one.thing_id)
        entry = stored.get(thing_id) or new_entry(owner, thing_id, one)
        if entry.facts_digest == (digest := digest_of(repr(one))):
            continue
        entry.facts_digest = digest
        (written if take_over(entry, one, at) else unseen).append(entry)
    return written, unseen


def new_entry(owner: str, thing_id: UUID, facts: EventFacts) -> CalendarEntry:
    return CalendarEntry(
        owner=owner,
        thing_id=thing_id,
        uid=f"{facts.prefix}-{thing_id}@{settings.CALENDAR_UID_DOMAIN}",
        language=SOURCE_LANGUAGE,
    )


def take_over(entry: CalendarEntry, facts: EventFacts, at: datetime) -> bool:
    """Let the entry say the facts; whether anything differed from what subscribers have.

    The sequence of a withdrawn entry that comes back is raised too: its schedule digest is empty.
    """
    text = ical.render(facts)
    digest = digest_of(text)
    known = (entry.digest, entry.node_id, entry.source)
    if known == (digest, facts.node_id, facts.prefix):
        return False
    schedule_digest = digest_of(ical.schedule_of(facts))
    if entry.pk and schedule_digest != entry.schedule_digest:
        entry.sequence += 1
    if digest != entry.digest:
        entry.modified_at = later(entry.modified_at, at)
    entry.node_id, entry.source = facts.node_id, facts.prefix
    entry.title = ical.summary_of(facts)
    entry.digest, entry.schedule_digest = digest, schedule_digest
    entry.starts_at, entry.ends_at = facts.start, facts.end
    entry.is_withdrawn = False
    entry.text = ical.stamp(text, entry.uid, entry.sequence, entry.modified_at)
    return True


def withdrawn(gone: Iterable[CalendarEntry], at: datetime) -> list:
    """Empty the entries that subscribers still have, and return them."""
    changed = [entry for entry in gone if not entry.is_withdrawn]
    for entry in changed:
        entry.title = entry.text = ""
        entry.digest = entry.facts_digest = entry.schedule_digest = ""
        entry.sequence += 1  # personal menus show it as a tombstone
        entry.modified_at = later(entry.modified_at, at)
        entry.is_withdrawn = True
    return changed


def later(before: datetime | None, at: datetime) -> datetime:
    """Return a moment in whole seconds, after the one before: clients compare seconds."""
    at = at.replace(microsecond=0)
    return at if before is None or at > before else before + ONE_SECOND


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def as_uuid(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))
