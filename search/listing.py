"""What the search page shows of a set of results: rows, facets, page numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from . import nodes
from .enums import ThingKind
from .models import SearchEntry
from .query import PAGE_SIZE, STEP, Results, below

LANGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
MAX_NODES = 12  # of one level offered as filters


@dataclass(frozen=True)
class Hit:
    """One entry as a row.

    Attributes:
        day: its next or last day, None for what has no date.
        lang: the language of its texts as HTML wants it, empty if it is that of the page.
    """

    entry: SearchEntry
    kind: str
    day: dt.date | None
    is_past: bool
    node: nodes.NodeName | None
    lang: str


@dataclass(frozen=True)
class Choice:
    """One value of a facet; `value` None takes the filter away."""

    title: str
    value: str | None
    count: int
    is_current: bool


@dataclass(frozen=True)
class Listing:
    """Everything the template draws."""

    hits: list[Hit] = field(default_factory=list)
    close: list[Hit] = field(default_factory=list)
    kinds: list[Choice] = field(default_factory=list)
    centres: list[Choice] = field(default_factory=list)
    page: PageOfResults | None = None


def listing(results: Results, kind: str, node: Page | None, now: dt.datetime) -> Listing:
    """Return what to show. One query of each app that names nodes."""
    offered = list(below(results.facets["node"], node))[:MAX_NODES]
    entries = results.entries + results.close
    paths = [entry.node.path for entry in entries if entry.node]
    named = nodes.names_of([*paths, *offered, *_line_to(node)])
    return Listing(
        hits=[_hit(entry, named, now) for entry in results.entries],
        close=[_hit(entry, named, now) for entry in results.close],
        kinds=_kinds(results, kind),
        centres=_centres(results, node, offered, named),
        page=Paginator(range(results.total), PAGE_SIZE).page(results.page),
    )


def _hit(entry: SearchEntry, named: dict[str, nodes.NodeName], now: dt.datetime) -> Hit:
    labels = dict(ThingKind.choices)
    return Hit(
        entry=entry,
        kind=str(labels.get(entry.kind, entry.kind)),
        day=entry.day_to_show(now),
        is_past=entry.is_past(now),
        node=named.get(entry.node.path) if entry.node else None,
        lang="" if entry.language == get_language() else LANGS.get(entry.language, entry.language),
    )


def _kinds(results: Results, current: str) -> list[Choice]:
    counts = results.facets["kind"] | (
        {current: results.facets["kind"].get(current, 0)} if current else {}
    )
    labels = dict(ThingKind.choices)
    return [
        Choice(_("Everything"), None, sum(counts.values()), not current),
        *(
            Choice(str(labels.get(kind, kind)), kind, count, kind == current)
            for kind, count in counts.items()
        ),
    ]


def _line_to(node: Page | None) -> list[str]:
    """Return the tree paths of the networks and areas above a node, and its own."""
    if node is None:
        return []
    return [node.path[:end] for end in range(STEP, len(node.path) + 1, STEP)]


def _centres(
    results: Results,
    node: Page | None,
    offered: list[str],
    named: dict[str, nodes.NodeName],
) -> list[Choice]:
    """Offer the whole site, the way down to the chosen node, and its children."""
    choices = [Choice(_("Everywhere"), None, sum(results.facets["node"].values()), node is None)]
    for path in [*_line_to(node), *offered]:
        if path in named:
            count = sum(n for own, n in results.facets["node"].items() if own.startswith(path))
            is_current = node is not None and path == node.path
            choices.append(Choice(named[path].title, named[path].code, count, is_current))
    return choices
