"""From what an editor wrote to what the public row says (pure, given the vocabulary)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from chinese.when import When, WhenError, parse

ZONE = ZoneInfo("Asia/Shanghai")
OTHER_KIND = "other"
EVERYBODY = "all"

Room = TypeVar("Room")

COSTS = re.compile(r"[1-9１-９一二三四五六七八九十百]|收费|付费|自费")


@dataclass(frozen=True)
class Term:
    """A code and the words that mean it, longest first."""

    code: str
    words: tuple[str, ...]
    usual_minutes: int = 90


@dataclass(frozen=True)
class Slot:
    """One planned time, aware and half open."""

    start: datetime
    end: datetime
    is_all_day: bool
    end_is_assumed: bool


def kind_of(chosen: str, title: str, kinds: Sequence[Term]) -> str:
    """Return the chosen kind, else the one whose longest word stands in the title."""
    if chosen:
        return chosen
    found = [(len(word), kind.code) for kind in kinds for word in kind.words if word in title]
    return max(found, key=lambda pair: pair[0], default=(0, OTHER_KIND))[1]


def audiences_of(text: str, audiences: Iterable[Term]) -> frozenset[str]:
    """Return the codes of the audiences a text names; everybody when it names none."""
    found = {one.code for one in audiences if any(word in text for word in one.words)}
    return frozenset(found or {EVERYBODY})


def is_free(fee: str) -> bool:
    """Whether nothing is to be paid: no number and no word for paying in the text."""
    return "免费" in fee or not COSTS.search(fee)


def room_of(place: str, rooms: Mapping[str, Room]) -> Room | None:
    """Return the centre's room that the place names, also behind the brand's name."""
    name = place.rsplit("·", 1)[-1].strip()
    return rooms.get(place.strip()) or rooms.get(name)


def room_renamed(place: str, name: str) -> str:
    """Return a place that names a room with the name the room has now.

    Example: "梦空间·书画室" and "书画教室" give "梦空间·书画教室".
    """
    before, point, _old = place.rpartition("·")
    return before + point + name


def read_when(text: str, month: date) -> When | None:
    """Return what the text means in the menu's month, None where it cannot be read."""
    try:
        return parse(text, year=month.year, month=month.month)
    except WhenError:
        return None


def slots_of(text: str, month: date, usual_minutes: int) -> list[Slot]:
    """Return the planned times of an activity; empty for a text that cannot be read."""
    when = read_when(text, month)
    slots = []
    for slot in when.slots() if when else ():
        end = slot.end or slot.start + timedelta(minutes=usual_minutes)
        slots.append(
            Slot(
                start=slot.start.replace(tzinfo=ZONE),
                end=end.replace(tzinfo=ZONE),
                is_all_day=slot.is_all_day,
                end_is_assumed=slot.end is None,
            )
        )
    return slots
