"""Rows of a sheet into a menu that already has rows (pure).

The same activity keeps its identity, so what is public stays the same thing: first the same title
at the same time, then a title that stands once on either side, whose time was corrected. What the
sheet does not name stays in the menu: nothing is lost by an upload.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .sheet_rows import TEXT_FIELDS, MenuRow
from .sheets import month_rows_to_blocks

TAKEN_OVER = (*TEXT_FIELDS, "kind", "when")


@dataclass
class Merge:
    """The rows of a menu after an upload.

    Attributes:
        blocks: raw data of the StreamField, in the menu's order, new rows at the end.
        replaced: index of a sheet's row to the id of the menu's row that it brings up to date.
        added: number of rows that the menu did not have.
        kept: number of rows that the sheet does not name.
    """

    blocks: list[dict]
    replaced: dict[int, str] = field(default_factory=dict)
    added: int = 0
    kept: int = 0


def merge(existing: Sequence[dict], rows: Sequence[MenuRow]) -> Merge:
    """Return the menu's raw rows with the sheet's rows taken in."""
    replaced = _pairs(existing, rows)
    by_id = {identity: rows[index] for index, identity in replaced.items()}
    blocks = [_renewed(block, by_id.get(block.get("id"))) for block in existing]
    new = [row for index, row in enumerate(rows) if index not in replaced]
    blocks += month_rows_to_blocks(new)
    return Merge(blocks, replaced, len(new), len(existing) - len(replaced))


def _pairs(existing: Sequence[dict], rows: Sequence[MenuRow]) -> dict[int, str]:
    free = {block["id"]: block["value"] for block in existing if block.get("id")}
    pairs: dict[int, str] = {}
    for index, row in enumerate(rows):
        for identity, value in free.items():
            if _text(value, "title") == row.title and _text(value, "when") == row.when:
                pairs[index] = identity
                del free[identity]
                break
    waiting = [index for index in range(len(rows)) if index not in pairs]
    for index in waiting:
        title = rows[index].title
        same = [identity for identity, value in free.items() if _text(value, "title") == title]
        if len(same) == 1 and sum(rows[other].title == title for other in waiting) == 1:
            pairs[index] = same[0]
            del free[same[0]]
    return pairs


def _text(value: dict, name: str) -> str:
    return (value.get(name) or "").strip()


def _renewed(block: dict, row: MenuRow | None) -> dict:
    """Return the block with what the sheet says; a cell without text says nothing."""
    if row is None:
        return block
    said = {name: getattr(row, name) for name in TAKEN_OVER if getattr(row, name)}
    return {**block, "value": {**block["value"], **said}}
