"""Rows of a sheet into a menu that already has rows (pure).

Each field is compared three ways: what the sheet says, what the menu says, and what both agreed on
before (sheet_bases.py). What was edited in the menu since wins unless the editor says otherwise.
What the sheet does not name stays unless the editor cancels or removes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from .enums import ActivityStatus
from .sheet_bases import Base, print_of, prints_of, said
from .sheet_bases import read as read_base
from .sheet_menu import BLOCK_FIELDS, MenuRow
from .sheets import month_rows_to_blocks

ADDED, CHANGED, UNCHANGED, CONFLICT = "added", "changed", "unchanged", "conflict"
KEEP, CANCEL, WITHDRAW, DELETE = "keep", "cancel", "withdraw", "delete"


@dataclass(frozen=True)
class Difference:
    """A field of a row, what the menu says there and what the sheet says."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Merged:
    """What a row of a sheet does to the menu."""

    fate: str
    changes: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Absence:
    """What becomes of a row that the sheet does not name."""

    choice: str = KEEP
    reason: str = ""


@dataclass
class Merge:
    """The rows of a menu after an upload.

    Attributes:
        blocks: raw data of the StreamField, in the menu's order, new rows at the end.
        bases: what the sheet said, by block id: the base of the next upload.
    """

    blocks: list[dict]
    bases: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Sides:
    """What is compared.

    Attributes:
        existing: raw rows of the menu.
        fields: those that the sheet has a column for.
        bases: what an earlier upload said, by block id.
    """

    existing: Sequence[dict]
    fields: Collection[str]
    bases: Mapping[str, Base]

    @cached_property
    def values(self) -> dict[str, Mapping]:
        """What the rows of the menu say, by their ids."""
        return {block["id"]: block["value"] for block in self.existing}

    def spoken(self, row: MenuRow) -> list[str]:
        """The fields that a row says something about."""
        values = row.values()
        return [
            name
            for name in BLOCK_FIELDS
            if name not in row.guessed
            and (name in self.fields or (values[name] and name not in ("status", "reason")))
        ]

    def compare(self, identity: str, row: MenuRow) -> Merged:
        """Return what a row says anew about the menu's row that it is."""
        value, values = self.values[identity], row.values()
        own, earlier = read_base(row.base), self.bases.get(identity)
        base = max((one for one in (earlier, own) if one), key=lambda one: one.at, default=None)
        changes, conflicts = [], []
        for name in self.spoken(row):
            old, new = said(value, name), said(values, name)
            known = base.prints.get(name) if base else None
            difference = Difference(name, old, new)
            if old == new or known == print_of(new):
                continue
            if known is None or known == print_of(old):
                # Without a base, an empty cell says nothing.
                changes += [difference] if new or known else []
            else:
                conflicts.append(difference)
        fate = CONFLICT if conflicts else CHANGED if changes else UNCHANGED
        return Merged(fate, tuple(changes), tuple(conflicts))


def merge(
    sides: Sides,
    rows: Sequence[MenuRow],
    pairs: Mapping[int, str],
    *,
    sheet_wins: Collection[int] = (),
    absences: Mapping[str, Absence] | None = None,
) -> Merge:
    """Return the menu's raw rows with the sheet's rows taken in.

    `pairs` and `sheet_wins` speak of rows by their index.
    """
    blocks = {block["id"]: block for block in sides.existing}
    result = Merge([])
    new: list[tuple[MenuRow, dict]] = []
    for index, row in enumerate(rows):
        identity = pairs.get(index)
        if identity is None:
            key = row.id if row.keeps_id and row.id not in blocks else ""
            [block] = month_rows_to_blocks([replace(row, id=key)])
            new.append((row, block))
            identity = block["id"]
        else:
            merged = sides.compare(identity, row)
            taken = merged.changes + (merged.conflicts if index in sheet_wins else ())
            blocks[identity] = _with(blocks[identity], {one.name: one.new for one in taken})
        result.bases[identity] = prints_of(row.values(), sides.spoken(row))
    for identity, absence in (absences or {}).items():
        _absent(blocks, identity, absence)
    result.blocks = [*blocks.values(), *(block for _row, block in new)]
    return result


def _with(block: dict, values: Mapping[str, str]) -> dict:
    return {**block, "value": {**block["value"], **values}} if values else block


def _absent(blocks: dict[str, dict], identity: str, absence: Absence) -> None:
    if identity not in blocks or absence.choice == KEEP:
        return
    if absence.choice == DELETE:
        del blocks[identity]
        return
    status = ActivityStatus.CANCELLED if absence.choice == CANCEL else ActivityStatus.WITHDRAWN
    values = {"status": status.value, "reason": absence.reason}
    blocks[identity] = _with(blocks[identity], values)


def missing(existing: Iterable[dict], named: Collection[str]) -> list[dict]:
    """Return the menu's rows that the sheet does not name and that still take place."""
    return [
        block
        for block in existing
        if block.get("id") not in named
        and (block["value"].get("status") or ActivityStatus.ON) == ActivityStatus.ON
    ]
