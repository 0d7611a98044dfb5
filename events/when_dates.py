"""The dates that a "when" means, as lines for people, and what is wrong where it has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chinese.when import Slot, WhenError, parse
from common.dates import clock, day_week

from .when_messages import sentence_of

MAX_CHARACTERS = 500  # a browser may send anything; the grammar has its own limit too
MAX_LINES = 12


@dataclass(frozen=True)
class WhenReading:
    """What a text was read as: some lines and the number of all times, or an error's sentence."""

    lines: tuple[str, ...] = ()
    count: int = 0
    error: str = ""

    @property
    def more(self) -> int:
        """How many times the lines leave out."""
        return self.count - len(self.lines)


def read_dates(text: str, month: date) -> WhenReading:
    """Return what a text means in the menu's month; it never fails."""
    try:
        slots = parse(text[: MAX_CHARACTERS + 1], year=month.year, month=month.month).slots()
    except WhenError as error:
        return WhenReading(error=sentence_of(error))
    return WhenReading(lines_of(slots), len(slots))


def lines_of(slots: Sequence[Slot]) -> tuple[str, ...]:
    """Return the first slots as lines: 12月8日 周二 14:00–15:30."""
    return tuple(_line(slot) for slot in slots[:MAX_LINES])


def _line(slot: Slot) -> str:
    first = day_week(slot.start)
    if slot.is_all_day:
        days = (slot.end - slot.start).days if slot.end else 1
        last = day_week(slot.end - slot.end.resolution) if slot.end and days > 1 else ""
        return f"{first}–{last} {_('all day')}" if last else f"{first} {_('all day')}"
    if slot.end is None:
        return f"{first} {clock(slot.start)}"
    next_day = "" if slot.end.date() == slot.start.date() else f"{day_week(slot.end)} "
    return f"{first} {clock(slot.start)}–{next_day}{clock(slot.end)}"
