"""Centres and areas as search sees them; the app that owns the tree registers how to find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wagtail.models import Page

ALL = "all"


@dataclass(frozen=True)
class NodeName:
    """How a node is offered as a filter, and what its emblem is drawn from."""

    code: str
    title: str
    tier: str = ""
    lattice: str = ""
    accent: str = ""


_lookups: list[Callable[[str], Page | None]] = []
_namers: list[Callable[[list[str]], dict[str, NodeName]]] = []


def register(
    lookup: Callable[[str], Page | None], names: Callable[[list[str]], dict[str, NodeName]]
) -> None:
    """Add what an app above knows of nodes; call it in `AppConfig.ready()`.

    Args:
        lookup: code to the live page of an area or centre, None if there is none; one query.
        names: tree paths to their names; unknown paths left out; a constant number of queries.
    """
    _lookups.append(lookup)
    _namers.append(names)


def find(code: str) -> Page | None:
    """Return the node with this code; None for "all", for an unknown or impossible code."""
    if not code or code == ALL or len(code) > 60 or not code.isprintable():
        return None
    for lookup in _lookups:
        if node := lookup(code):
            return node
    return None


def names_of(paths: Iterable[str]) -> dict[str, NodeName]:
    """Return the names of the nodes at these tree paths; those nobody knows are left out."""
    paths = sorted(set(paths))
    named: dict[str, NodeName] = {}
    for names in _namers if paths else ():
        named = names(paths) | named
    return named
