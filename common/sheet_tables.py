"""Finds the table in a sheet, its header below titles and blank rows (pure)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from common.sheet_reader import Cell

HEADER_SEARCH_ROWS = 30
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
NOT_LETTERS = re.compile(r"[\W_]+")


def header_word(text: str) -> str:
    """Return the bare name of a column: "活动 名称（必填）*" becomes "活动名称"."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return NOT_LETTERS.sub("", BRACKETED.sub("", plain)) or NOT_LETTERS.sub("", plain)


def field_words(synonyms: Mapping[str, str]) -> dict[str, str]:
    """Return the field of each header word, from words by field, separated by spaces."""
    return {word: field for field, words in synonyms.items() for word in words.split()}


@dataclass(frozen=True)
class Table:
    """A table whose columns are known by name.

    Attributes:
        fields: field name to index of its column; the leftmost where two fit.
        rows: row number as people count, and the cell of each field; empty rows are left out.
        unknown: header cells that mean nothing here.
    """

    fields: dict[str, int]
    rows: list[tuple[int, dict[str, Cell]]]
    unknown: list[Cell]


def find_table(
    rows: Sequence[Sequence[Cell]], field_of: Mapping[str, str], needed: Collection[str]
) -> Table | None:
    """Return the table whose header knows most fields, the needed ones among them, or None."""
    best: dict[str, int] = {}
    best_at = 0
    for at, row in enumerate(rows[:HEADER_SEARCH_ROWS]):
        fields = _fields(row, field_of)
        if len(fields) > len(best) and all(field in fields for field in needed):
            best, best_at = fields, at
    if not best:
        return None
    header = rows[best_at]
    below = [
        (number, {field: row[index] for field, index in best.items()})
        for number, row in enumerate(rows[best_at + 1 :], start=best_at + 2)
    ]
    return Table(
        best,
        [(number, cells) for number, cells in below if any(cell.text for cell in cells.values())],
        [cell for cell in header if cell.text and header_word(cell.text) not in field_of],
    )


def _fields(row: Sequence[Cell], field_of: Mapping[str, str]) -> dict[str, int]:
    fields: dict[str, int] = {}
    for index, cell in enumerate(row):
        if field := field_of.get(header_word(cell.text)):
            fields.setdefault(field, index)
    return fields
