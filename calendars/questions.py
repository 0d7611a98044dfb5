"""The address of a calendar: a place and what is chosen there, in sorted codes (pure).

A place is `all`, an area's code (with everything below it) or `c.` and a centre's code. What is
chosen follows, each part a letter for what it says and a code: `LH-XQ~f-elderly~k-art`. Parts of
one letter widen (art or dance), different letters narrow (art for the elderly). A code never
changes its meaning, so an address answers the same question for years
(docs/decisions/0010-addresses-of-calendars.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ALL = "all"
JOIN = "~"
# Google takes no address longer than 256 characters and says nothing about it. What a code leaves
# is for the host (calendars/checks.py).
ADDRESS_LIMIT = 250
CODE_LIMIT = 180
_PLACE = re.compile(r"(c\.)?[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_PART = re.compile(r"([a-z])-([A-Za-z0-9_-]+)")


@dataclass(frozen=True)
class Question:
    """A place and the sorted parts of what is chosen there."""

    place: str
    parts: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The canonical code of the address."""
        return JOIN.join((self.place, *self.parts))

    @property
    def asked(self) -> dict[str, list[str]]:
        """The chosen codes by letter, for example {"k": ["art", "dance"]}."""
        found: dict[str, list[str]] = {}
        for part in self.parts:
            letter, code = part.split("-", 1)
            found.setdefault(letter, []).append(code)
        return found

    @property
    def is_too_long(self) -> bool:
        return len(self.code) > CODE_LIMIT

    def without(self, part: str) -> Question:
        return Question(self.place, tuple(one for one in self.parts if one != part))

    def at(self, place: str) -> Question:
        """Return the same question about another place."""
        return Question(place, self.parts)


def question(place: str, chosen: Mapping[str, Iterable[str]]) -> Question:
    """Return the question for a place and the chosen codes by letter."""
    parts = {f"{letter}-{code}" for letter, codes in chosen.items() for code in codes}
    return Question(place, tuple(sorted(parts)))


def read(text: str) -> Question | None:
    """Return the question of a code, its parts sorted and each once; None when it is none."""
    if len(text) > CODE_LIMIT:
        return None
    place, *parts = text.split(JOIN)
    if not _PLACE.fullmatch(place) or not all(_PART.fullmatch(part) for part in parts):
        return None
    return Question(place, tuple(sorted(set(parts))))
