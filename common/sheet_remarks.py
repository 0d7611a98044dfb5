"""What is wrong in a sheet, said in one sentence with the cell and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _

from common.sheet_reader import SheetError


@dataclass(frozen=True)
class Remark:
    """A cell, what is wrong there, what to do; written in the reader's language."""

    cell: str
    text: str
    suggestion: str = ""

    def __str__(self) -> str:
        cell = f"{self.cell}: " if self.cell else ""
        return f"{cell}{self.text} {self.suggestion}".strip()


class Guesses:
    """Finds what was perhaps meant; only so often, for comparing with every word is slow."""

    def __init__(self, known: Iterable[str], limit: int = 30) -> None:
        self.known, self.left = list(known), limit

    def perhaps(self, text: str) -> str:
        """Return the question whether the nearest known word was meant, or ""."""
        self.left -= 1
        near = get_close_matches(text[:50], self.known, n=1) if self.left >= 0 else []
        return _("Did you mean “%(word)s”?") % {"word": near[0]} if near else ""


def sentence_of(error: SheetError) -> str:
    """Return why a file was not read and what to do; the advice about menus is left out."""
    params = error.params
    advice = _(error.suggestion) % params
    if error.code in {"too-many-rows", "too-large-inside"}:
        advice = _("Split the sheet in two and upload one after the other.")
    return f"{_(error.msgid) % params} {advice}"
