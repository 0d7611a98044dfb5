"""Slots of a menu's text against the occurrences already public (design: decision 3).

The same slot keeps its row; the others pair in time order and count as moved; what is left over
is dropped or new. What has ended is history: it never pairs and is never dropped.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Times = tuple[datetime, datetime]


@dataclass(frozen=True)
class Planned(Generic[Key]):
    """An occurrence as it was planned; `has_ended` looks at its present end."""

    key: Key
    slot: Times
    has_ended: bool


@dataclass
class Match(Generic[Key]):
    """What publication has to do: keys with their slot, keys to drop, slots to add."""

    kept: dict[Key, Times] = field(default_factory=dict)
    moved: dict[Key, Times] = field(default_factory=dict)
    dropped: list[Key] = field(default_factory=list)
    new: list[Times] = field(default_factory=list)


def match(slots: Iterable[Times], planned: Sequence[Planned[Key]]) -> Match[Key]:
    """Pair the slots of a text with planned occurrences.

    Example: planned Tue and Thu, text now says Tue and Fri: Tue is kept, Thu moves to Fri.
    """
    result: Match[Key] = Match()
    waiting = sorted(set(slots))
    free: list[Planned[Key]] = []
    for occurrence in sorted(planned, key=lambda one: (one.slot, str(one.key))):
        if occurrence.slot in waiting:
            waiting.remove(occurrence.slot)
            result.kept[occurrence.key] = occurrence.slot
        elif not occurrence.has_ended:
            free.append(occurrence)
    for occurrence, slot in zip(free, waiting, strict=False):
        result.moved[occurrence.key] = slot
    result.dropped = [occurrence.key for occurrence in free[len(waiting) :]]
    result.new = waiting[len(free) :]
    return result
