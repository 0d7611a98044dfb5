"""From the code of an address to a node of the tree; the app that owns the tree registers how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Page

ALL = "all"


@dataclass(frozen=True)
class Node:
    """A place that lists can be about: the whole site, an area with all below it, or a centre.

    `path` is the tree path that everything at or below the node begins with.
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


_finders: list[Callable[[str], Node | None]] = []


def register(finder: Callable[[str], Node | None]) -> None:
    """Add a way to find a node by its code; finders are asked in the order of registration."""
    _finders.append(finder)


def find(code: str | None) -> Node | None:
    """Return the live node with this code, or None. At most one query a finder."""
    if not code or code == ALL or len(code) > 50 or "\0" in code:
        return None
    for finder in _finders:
        if node := finder(code):
            return node
    return None


def path_of(node: Node | None) -> str:
    """Return the tree path of a node; None stands for the whole site."""
    return node.path if node else "0001"
