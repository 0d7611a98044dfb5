"""The ways to narrow a search, each with counts that are what the list shows after the click."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from . import names, nodes
from .answers import ALL_LANGUAGES, Answer, Question
from .enums import ThingKind
from .filters import EVERYBODY
from .query import NETWORK_DEPTH, STEP, below

MAX_NODES = 12  # of one level offered
MAX_MONTHS = 12


@dataclass(frozen=True)
class Choice:
    """One value of a facet.

    Attributes:
        change: what it changes in the address; None takes a parameter away.
        month: first day of the month that it stands for; such a choice has no title.
        depth: steps below the first level, for nodes.
    """

    title: str
    change: dict[str, str | None]
    count: int
    is_current: bool
    month: dt.date | None = None
    depth: int = 0


@dataclass(frozen=True)
class Facet:
    """One question with its answers; shown when there is a choice."""

    name: str
    title: str
    choices: list[Choice]

    @property
    def is_shown(self) -> bool:
        return len(self.choices) > 1


def facets(found: Answer, named: dict[str, nodes.NodeName]) -> list[Facet]:
    """Return the facets of an answer; `named` has the names of `paths`."""
    counts, question = found.results.facets, found.question
    made = [
        Facet("kind", _("What"), _kinds(counts["kind"], question.kind)),
        Facet("district", _("District"), _districts(counts["node"], question.node, named)),
        Facet("at", _("Where"), _centres(counts["node"], question.node, named)),
        Facet("month", _("When"), _months(counts["month"], question.month)),
        Facet("for", _("For whom"), _audiences(counts["audience"], question.audience)),
        Facet("lang", _("Language"), _languages(counts["language"], question)),
    ]
    return [facet for facet in made if facet.is_shown]


def paths(found: Answer) -> list[str]:
    """Return the tree paths of the nodes that the facets offer."""
    counts, node = found.results.facets["node"], found.question.node
    offered = [*below(counts), *_line_to(node)]
    return offered + (_level(counts, node) if node else [])


def _change(name: str, value: str | None) -> dict[str, str | None]:
    return {name: value, "page": None}


def _every(name: str, title: str, count: int, chosen: object) -> Choice:
    return Choice(title, _change(name, None), count, not chosen)


def _listed(name: str, counts: Counter, labels: dict[str, str], chosen: str) -> list[Choice]:
    """Return the values that have a count or are chosen, in the order of their labels."""
    return [
        Choice(str(label), _change(name, value), counts[value], value == chosen)
        for value, label in labels.items()
        if counts[value] or value == chosen
    ]


def _kinds(counts: Counter, chosen: str) -> list[Choice]:
    labels = {value: str(label) for value, label in ThingKind.choices}
    every = _every("kind", _("Everything"), sum(counts.values()), chosen)
    return [every, *_listed("kind", counts, labels, chosen)]


def _audiences(counts: Counter, chosen: str) -> list[Choice]:
    labels = names.labels("for") if counts or chosen else {}
    labels.pop(EVERYBODY, None)
    every = Choice(_("Anybody"), _change("for", None), 0, not chosen)
    return [every, *_listed("for", counts, labels, chosen)]


def _months(counts: Counter, chosen: str) -> list[Choice]:
    months = sorted(set(counts) | ({chosen} if chosen else set()))
    shown = sorted({*months[-MAX_MONTHS:], *([chosen] if chosen else [])})
    every = Choice(_("Any time"), _change("month", None), 0, not chosen)
    return [
        every,
        *(
            Choice(
                "",
                _change("month", month),
                counts[month],
                month == chosen,
                month=dt.date(int(month[:4]), int(month[4:6]), 1),
            )
            for month in shown
        ),
    ]


def _languages(counts: Counter, question: Question) -> list[Choice]:
    chosen = question.language or settings.LANGUAGE_CODE
    labels = {code: str(label) for code, label in settings.LANGUAGES}
    total = sum(counts.values())
    every = Choice(
        _("All languages"), _change("lang", ALL_LANGUAGES), total, chosen == ALL_LANGUAGES
    )
    return [every, *_listed("lang", counts, labels, chosen)] if len(counts) > 1 else []


def _line_to(node: Page | None) -> list[str]:
    """Return the tree paths of the networks and areas above a node, and its own."""
    if node is None:
        return []
    return [node.path[:end] for end in range(NETWORK_DEPTH * STEP, len(node.path) + 1, STEP)]


def _under(counts: Counter, path: str) -> int:
    return sum(count for own, count in counts.items() if own.startswith(path))


def _districts(
    counts: Counter, node: Page | None, named: dict[str, nodes.NodeName]
) -> list[Choice]:
    """Return the networks, the chosen one's neighbours included."""
    networks = below(counts)
    chosen = node.path[: NETWORK_DEPTH * STEP] if node else ""
    if chosen:
        networks.setdefault(chosen, 0)
    every = _every("at", _("Everywhere"), sum(counts.values()), node)
    return [every, *_nodes(networks, named, chosen)]


def _level(counts: Counter, node: Page) -> list[str]:
    """Return what is below a node, or beside it when nothing is."""
    children = list(below(counts, node))[:MAX_NODES]
    if children or len(node.path) <= NETWORK_DEPTH * STEP:
        return children
    parent = node.path[:-STEP]
    beside = [own[: len(node.path)] for own in counts if own.startswith(parent)]
    sums = Counter(path for path in beside if len(path) == len(node.path))
    return sorted({*list(sums)[:MAX_NODES], node.path})


def _centres(counts: Counter, node: Page | None, named: dict[str, nodes.NodeName]) -> list[Choice]:
    """Return the way from the network down to the chosen node, and what is below or beside it."""
    if node is None:
        return []
    line = [path for path in _line_to(node) if path in named]
    level = [path for path in _level(counts, node) if path not in line or path == node.path]
    shown = [*(path for path in line if path not in level), *level]
    sums = {path: _under(counts, path) for path in shown}
    return _nodes(sums, named, node.path)


def _nodes(sums: dict[str, int], named: dict[str, nodes.NodeName], chosen: str) -> list[Choice]:
    return [
        Choice(
            named[path].title,
            _change("at", named[path].code),
            count,
            path == chosen,
            depth=min(3, len(path) // STEP - NETWORK_DEPTH),
        )
        for path, count in sums.items()
        if path in named
    ]
