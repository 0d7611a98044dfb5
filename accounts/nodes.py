"""The nodes of the tree that roles are given on: the site, areas, centres."""

from __future__ import annotations

from wagtail.models import Page

from .roles import AREA

SITE_DEPTH = 2


def kind_of(page: Page) -> str | None:
    """Return "area" or "centre", or None for a page that is no node.

    The app that owns the tree says so by the attribute `node_kind` of its page classes; a home
    page stands for the whole site and counts as an area.
    """
    if page.depth == SITE_DEPTH:
        return AREA
    return getattr(page.specific_class, "node_kind", None)


def paths_above(path: str) -> list[str]:
    """Return the tree paths of a page and of everything above it, nearest first.

    Example: "000100010002" gives ["000100010002", "00010001", "0001"].
    """
    return [path[:end] for end in range(len(path), 0, -Page.steplen)]


def is_at_or_below(path: str, node_paths) -> bool:
    """Tell whether a tree path begins with one of `node_paths`."""
    return path.startswith(tuple(node_paths))
