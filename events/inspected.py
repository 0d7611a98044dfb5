"""What the check before publication reads of a menu."""

from __future__ import annotations

from functools import partial

from django.utils import timezone

from inspection.fields import texts_of
from inspection.findings import Row, Subject, Text

from .drafts import vocabulary_of
from .models import ActivityMenuPage
from .rows import kind_of, slots_of

LINES = (
    "title",
    "when",
    "place",
    "audience",
    "fee",
    "sign_up",
    "capacity",
    "presenter",
    "contact",
    "summary",
)


def subject_of(menu: ActivityMenuPage) -> Subject:
    """Gather a menu's rows; rows whose time cannot be read have no days."""
    centre = menu.centre
    vocabulary = vocabulary_of(centre)
    subject = Subject(
        page=menu,
        today=timezone.localdate(),
        texts=list(texts_of(menu, ["note"])),
        rooms=frozenset(vocabulary.rooms),
        phones=frozenset(phones_of(centre)) if centre else frozenset(),
        month=menu.month,
    )
    for number, block in enumerate(menu.rows, 1):
        value = block.value
        place = f"{number} {value.get('title') or ''}".strip()
        path = f"rows.{block.id}"
        labels = block.block.child_blocks
        for name in LINES:
            if text := value.get(name):
                write = partial(value.__setitem__, name)
                label = f"{place} · {labels[name].label}"
                subject.texts.append(Text(label, f"{path}.{name}", text, write))
        subject.rows.append(row_of(value, place, path, menu, vocabulary))
    return subject


def row_of(value, place: str, path: str, menu, vocabulary) -> Row:
    title = value.get("title") or ""
    kind = kind_of(value.get("kind") or "", title, vocabulary.kinds)
    slots = slots_of(value.get("when") or "", menu.month, vocabulary.minutes_of(kind))
    days = [timezone.localdate(slot.start) for slot in slots]
    return Row(
        place=place,
        path=path,
        title=title,
        when=value.get("when") or "",
        room=value.get("place") or "",
        first_day=min(days, default=None),
        last_day=max(days, default=None),
    )


def phones_of(centre):
    """Yield the numbers that a centre gives to the public itself."""
    yield centre.phone
    yield from centre.people.values_list("phone", flat=True)
