"""From the code of an address to a node of the tree; the app that owns the tree registers how.

A bare code is a place with everything at and below it: `LH-XQ` is the town. `c.LH-XQ` is the
centre of that code alone, also where its area has the same code
(docs/decisions/0008-codes-in-addresses.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Page

ALL = "all"
CENTRE = "c."  # no code holds a full stop; the letter is that of the short address /c/


@dataclass(frozen=True)
class Node:
    """A place that lists can be about: the whole site, an area with all below it, or a centre.

    `code` is the one that addresses use, `path` the tree path that everything at or below the
    node begins with.
    """

    code: str
    title: str
    page: Page
    is_area: bool

    @property
    def path(self) -> str:
        return self.page.path

    @property
    def address(self) -> str:
        return self.page.address


MAX_LENGTH = 50 + len(CENTRE)
_finders: list[Callable[[str], Node | None]] = []


def register(finder: Callable[[str], Node | None]) -> None:
    """Add a way to find a node by its code; finders are asked in the order of registration."""
    _finders.append(finder)


def find(code: str | None) -> Node | None:
    """Return the live node with this code, or None. At most one query a finder."""
    if not code or code == ALL or len(code) > MAX_LENGTH or "\0" in code:
        return None
    for finder in _finders:
        if node := finder(code):
            return node
    return None


def spellings(code: str) -> list[str]:
    """Return the codes of addresses that a code may mean, the widest first."""
    return [code] if code.startswith(CENTRE) else [code, CENTRE + code]


def path_of(node: Node | None) -> str:
    """Return the tree path of a node; None stands for the whole site."""
    return node.path if node else "0001"
