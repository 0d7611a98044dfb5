"""Names that a query may mean: kinds, audiences, centres, holidays; the apps above register them.

Search knows none of these tables. Each app says, for the few words that somebody typed, which of
them are names of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Name:
    """What one word means as a filter.

    Attributes:
        filter: name of the parameter in the address: kind, at, for, about, fee, on.
        value: its value there: a code, "free", or days as "2026-10-01..2026-10-07".
        label: as people read it.
        word: the word that means it, folded (`chinese.folding`).
    """

    filter: str
    value: str
    label: str
    word: str


Lookup = Callable[[list[str], dt.date], Iterable[Name]]
DayLookup = Callable[[str, dt.date], Iterable[Name]]
_lookups: list[Lookup] = []
_day_lookups: list[DayLookup] = []
_labels: dict[str, Callable[[], dict[str, str]]] = {}


def register(lookup: Lookup) -> None:
    """Add what an app knows; call it in `AppConfig.ready()`.

    Args:
        lookup: folded words, and the day it is, to the names among them; at most two queries.
    """
    _lookups.append(lookup)


def register_days(lookup: DayLookup) -> None:
    """Add named days, such as holidays: a folded text and the day it is to the names in it.

    Their filter is "on", and they are read inside words too: 国庆亲子.
    """
    _day_lookups.append(lookup)


def named_days(text: str, today: dt.date) -> list[Name]:
    """Return the named days in a folded text, the longest first."""
    found = [name for lookup in _day_lookups for name in lookup(text, today)]
    return sorted(found, key=lambda name: -len(name.word))


def register_labels(parameter: str, labels: Callable[[], dict[str, str]]) -> None:
    """Say what the codes of a parameter are called, in the order in which they are offered."""
    _labels[parameter] = labels


def labels(parameter: str) -> dict[str, str]:
    """Return code to name for a parameter, empty when no app knows it; one query."""
    return _labels[parameter]() if parameter in _labels else {}


def meant(words: Iterable[str], today: dt.date) -> dict[str, Name]:
    """Return what these folded words mean; a word of two apps means what the first says."""
    asked = list(dict.fromkeys(words))
    found: dict[str, Name] = {}
    for lookup in _lookups if asked else ():
        for name in lookup(asked, today):
            found.setdefault(name.word, name)
    return found
