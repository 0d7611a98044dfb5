"""A row of a menu as a sheet gives it, and what it is read against (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from chinese.when import Slot
from common.sheet_reader import clean_text

from .sheet_findings import ERROR, Problem
from .sheet_words import KindWords

TEXT_FIELDS = (
    "title",
    "place",
    "audience",
    "capacity",
    "fee",
    "sign_up",
    "presenter",
    "contact",
    "summary",
    "series",
)
BLOCK_FIELDS = (*TEXT_FIELDS, "kind", "when", "status", "reason")
BLANK_LINES = re.compile(r"\n{3,}")


def plain_text(name: str, text: str) -> str:
    """Return a field's text as a sheet keeps it: one line, the summary with its lines."""
    if name == "summary":
        return BLANK_LINES.sub("\n\n", clean_text(text))
    return " ".join(clean_text(text).split())


@dataclass(frozen=True)
class MenuContext:
    """What a row is read against.

    Attributes:
        month: first day of the menu's month.
        rooms: names of the centre's rooms; none given, none is checked.
        blank_formulas: addresses of formulas without a result.
        checks_month: False when the sheet as a whole is of another month.
    """

    month: date
    kinds: Sequence[KindWords] = ()
    rooms: tuple[str, ...] = ()
    blank_formulas: frozenset[str] = frozenset()
    checks_month: bool = True


@dataclass(frozen=True)
class MenuRow:
    """A row of a menu as a sheet gives it.

    Attributes:
        row_number: number of the sheet's row, as Excel counts.
        cells: field name to the address that it was read from.
        slots: the times that `when` means, naive, in order; empty when it cannot be read.
        id: the row of the menu that the sheet's own key names, "" without one.
        keeps_id: whether a new row of the menu takes that key over.
        base: what sheet and menu agreed on when the sheet was written; see sheet_bases.py.
        guessed: fields whose value no cell says.
    """

    title: str = ""
    kind: str = ""
    when: str = ""
    place: str = ""
    audience: str = ""
    capacity: str = ""
    fee: str = ""
    sign_up: str = ""
    presenter: str = ""
    contact: str = ""
    summary: str = ""
    series: str = ""
    status: str = "on"
    reason: str = ""
    id: str = ""
    base: str = ""
    keeps_id: bool = False
    guessed: tuple[str, ...] = ()
    row_number: int = 0
    cells: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    slots: tuple[Slot, ...] = ()

    @property
    def has_error(self) -> bool:
        """Whether the row cannot be saved as it is."""
        return any(problem.severity == ERROR for problem in self.problems)

    def values(self) -> dict[str, str]:
        """Return the fields of an activity block."""
        return {name: getattr(self, name) for name in BLOCK_FIELDS}
