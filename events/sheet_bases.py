"""What a menu's row and its sheet last agreed on, as a print of each field (pure).

A sheet that comes back is compared with the menu and with this: what differs from the base was
changed, in the sheet, in the admin or in both. Prints are enough for that, and fit into a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from .sheet_menu import BLOCK_FIELDS, plain_text

LENGTH = 8 * len(BLOCK_FIELDS)
WRITTEN = re.compile(rf"1\.(?P<at>[0-9a-f]{{1,12}})\.(?P<prints>[0-9a-f]{{{LENGTH}}})")


@dataclass(frozen=True)
class Base:
    """The prints of a row's fields, and when they were taken, in seconds since 1970."""

    at: int
    prints: Mapping[str, str]


def said(values: Mapping[str, object], name: str) -> str:
    """Return what a row says in a field, as a sheet would keep it."""
    text = plain_text(name, str(values.get(name) or ""))
    return text or ("on" if name == "status" else "")


def print_of(text: str) -> str:
    """Return eight hexadecimal digits that tell texts apart."""
    return blake2b(text.encode(), digest_size=4).hexdigest()


def prints_of(values: Mapping[str, object], names: Iterable[str] = BLOCK_FIELDS) -> dict[str, str]:
    """Return the prints of some fields of a row."""
    return {name: print_of(said(values, name)) for name in names}


def written(values: Mapping[str, object], at: int) -> str:
    """Return the base of a row as a cell holds it."""
    return f"1.{at:x}.{''.join(prints_of(values).values())}"


def read(text: str) -> Base | None:
    """Return the base that `written` wrote, None for anything else."""
    match = WRITTEN.fullmatch(text)
    if not match:
        return None
    parts = re.findall(".{8}", match["prints"])
    return Base(int(match["at"], 16), dict(zip(BLOCK_FIELDS, parts, strict=True)))
