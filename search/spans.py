"""Days as they stand in an address: 2026-12-09, 2026-12-05..2026-12-06-e (pure)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from .days import day_token

MAX_SPANS = 4
MAX_DAYS = 92
FORM = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?(?:-([mae]))?", re.ASCII)


@dataclass(frozen=True)
class Span:
    """Days from first to last, both included, and the part of them: m, a, e or "" for all."""

    first: dt.date
    last: dt.date
    part: str = ""

    def __str__(self):
        days = f"{self.first}" if self.last == self.first else f"{self.first}..{self.last}"
        return f"{days}-{self.part}" if self.part else days

    @property
    def tokens(self) -> list[str]:
        """Return the codes of its days, as entries have them."""
        days = (self.first + dt.timedelta(n) for n in range((self.last - self.first).days + 1))
        return [day_token(day) + self.part for day in days]


def parse(text: str) -> tuple[Span, ...]:
    """Read days with commas between.

    Raises:
        ValueError: one of them is none, ends before it begins, or is longer than 92 days.
    """
    parts = text.split(",")
    if len(parts) > MAX_SPANS:
        raise ValueError(text)
    return tuple(_span(part.strip()) for part in parts)


def _span(text: str) -> Span:
    match = FORM.fullmatch(text)
    if not match:
        raise ValueError(text)
    first = dt.date.fromisoformat(match[1])
    last = dt.date.fromisoformat(match[2] or match[1])
    if not 0 <= (last - first).days < MAX_DAYS:
        raise ValueError(text)
    return Span(first, last, match[3] or "")
