"""Which row of a menu a row of a sheet is (pure).

First the key that our own sheets carry, then the same title on the same days, then the same start
in the same place, then a title that stands once on either side, whose time was corrected. Where two
fit, nobody guesses: the editor is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from chinese.when import Slot, WhenError, parse

from .sheet_bases import said
from .sheet_menu import MenuRow
from .sheet_words import fold

NEW = "new"


@dataclass(frozen=True)
class Face:
    """By what a row is known again, in the menu as in a sheet."""

    title: str
    when: str
    place: str
    slots: tuple[Slot, ...]

    @property
    def same_text(self) -> Hashable:
        return (self.title, self.when) if self.title else None

    @property
    def title_and_days(self) -> Hashable:
        days = frozenset(slot.start.date() for slot in self.slots)
        return (self.title, days) if self.title and days else None

    @property
    def starts_and_place(self) -> Hashable:
        starts = tuple(slot.start for slot in self.slots)
        return (starts, self.place) if starts and self.place else None

    @property
    def title_alone(self) -> Hashable:
        return self.title or None


@dataclass
class Pairing:
    """Index of a sheet's row to the id of the menu's row; `asked` where more than one may be it."""

    pairs: dict[int, str] = field(default_factory=dict)
    asked: dict[int, list[str]] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def slots_in(text: str, month: date) -> tuple[Slot, ...]:
    """Return the times of a text, none when it cannot be read."""
    try:
        return tuple(parse(text, year=month.year, month=month.month).slots())
    except WhenError:
        return ()


def pair(
    existing: Sequence[dict],
    rows: Sequence[MenuRow],
    month: date,
    answers: Mapping[int, str] | None = None,
) -> Pairing:
    """Return which rows belong together; `answers` are ids, or NEW, that the editor chose."""
    return _Pairer(existing, rows, month).run(answers or {})


class _Pairer:
    def __init__(self, existing: Sequence[dict], rows: Sequence[MenuRow], month: date) -> None:
        self.free = {
            block["id"]: _face(block["value"], month) for block in existing if block.get("id")
        }
        self.waiting = {
            index: Face(fold(row.title), fold(row.when), fold(row.place), row.slots)
            for index, row in enumerate(rows)
        }
        self.keys = {index: row.id for index, row in enumerate(rows) if row.id in self.free}
        self.result = Pairing()

    def run(self, answers: Mapping[int, str]) -> Pairing:
        for index, identity in answers.items():
            if index in self.waiting and identity == NEW:
                del self.waiting[index]
            elif index in self.waiting and identity in self.free:
                self._take(index, identity)
        self._by_key()
        self._by(lambda face: face.same_text, in_order=True)
        self._by(lambda face: face.title_and_days)
        self._by(lambda face: face.starts_and_place)
        self._by(lambda face: face.title_alone, asks=False)
        return self.result

    def _take(self, index: int, identity: str) -> None:
        self.result.pairs[index] = identity
        del self.waiting[index], self.free[identity]

    def _by_key(self) -> None:
        """A row copied in a sheet carries its key twice: the one that kept its title is it."""
        bearers: dict[str, list[int]] = defaultdict(list)
        for index, identity in self.keys.items():
            if index in self.waiting and identity in self.free:
                bearers[identity].append(index)
        for identity, indexes in bearers.items():
            title = self.free[identity].title
            same = [index for index in indexes if self.waiting[index].title == title]
            self._take((same or indexes)[0], identity)

    def _by(
        self, rule: Callable[[Face], Hashable], *, in_order: bool = False, asks: bool = True
    ) -> None:
        """Pair what a rule knows as one; of several alike in every word, the first is the first."""
        bearers, known = defaultdict(list), defaultdict(list)
        for index, face in self.waiting.items():
            bearers[rule(face)].append(index)
        for identity, face in self.free.items():
            known[rule(face)].append(identity)
        for what, indexes in bearers.items():
            identities = known.get(what, []) if what is not None else []
            if in_order or (len(indexes) == 1 and len(identities) == 1):
                for index, identity in zip(indexes, identities, strict=False):
                    self._take(index, identity)
            elif asks and identities:
                for index in indexes:
                    self.result.asked[index] = identities
                    del self.waiting[index]


def _face(value: Mapping, month: date) -> Face:
    when = said(value, "when")
    return Face(
        fold(said(value, "title")), fold(when), fold(said(value, "place")), slots_in(when, month)
    )
