"""What a search is narrowed to. Every filter is also a facet, but for the days.

The same conditions narrow the list and count each facet within all other filters: so a facet's
count is what the list shows after the click.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_

from django.db.models import BooleanField, Case, Q, Value, When
from wagtail.models import Page

from .querysets import SearchEntryQuerySet

FACETS = ("kind", "node", "month", "audience", "language")
UNCOUNTED = ("days", "traits")  # filters that are no facets
EVERYBODY = "all"  # an audience; who asks for any other one is shown it too
COLUMNS = ("kind", "node_id", "months", "audiences", "language")
SEVERAL = ("month", "audience")  # facets of which an entry may have more than one value
MAX_VALUE = 255  # characters; no code and no tree path is longer


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Empty values filter nothing, values that nothing has find nothing.

    Attributes:
        kind: one of `ThingKind`.
        node: tree path of a centre or area; everything below it counts.
        month: 202612.
        audience: code of an audience.
        language: of the texts; empty for all.
        days: codes of days or parts of day (`search.days`), of which an entry needs one.
        traits: codes that an entry needs all of: free, a kind of activity, a part of day.
    """

    kind: str = ""
    node: str = ""
    month: str = ""
    audience: str = ""
    language: str = "zh-hans"
    days: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()

    def __post_init__(self):
        for name in (*FACETS, *UNCOUNTED):
            value = getattr(self, name)
            known = askable(value) if isinstance(value, str) else tuple(map(askable, value))
            object.__setattr__(self, name, known)

    @property
    def is_asking(self) -> bool:
        """Whether they say what is looked for, even without a word."""
        return any(getattr(self, name) for name in (*FACETS, *UNCOUNTED) if name != "language")

    def condition(self, name: str) -> Q:
        """Return one of the filters for a queryset; empty if it filters nothing."""
        value = getattr(self, name)
        if not value:
            return Q()
        if name == "node":
            # By key, not by path: what an engine knows of paths is stale after a move.
            return Q(node__in=Page.objects.filter(path__startswith=value).values("pk"))
        if name == "month":
            return Q(months__has_any=[value])
        if name == "audience":
            return Q(audiences__has_any=[value, EVERYBODY])
        if name == "days":
            return Q(day_tokens__has_any=value)
        if name == "traits":
            return reduce(and_, (Q(traits__has_any=[trait]) for trait in value))
        return Q(**{name: value})

    def narrowed(
        self, queryset: SearchEntryQuerySet, names: Iterable[str] = (*FACETS, *UNCOUNTED)
    ) -> SearchEntryQuerySet:
        """Return the queryset with these of the filters."""
        for name in names:
            if condition := self.condition(name):
                queryset = queryset.filter(condition)
        return queryset


def askable(value: str) -> str:
    """Return a value that every engine takes: NUL and lone surrogates are errors in a database.

    Codes and tree paths have no spaces and no controls; what stands for them is in no row.
    """
    return "".join(c if c.isprintable() and c != " " else "\ufffd" for c in value[:MAX_VALUE])


@dataclass
class Counts:
    """How many entries there are in all, of them not over, and by each facet.

    Attributes:
        found: how many match the words, whatever the filters that are facets say.
        facets: name to {value: count}, counted within all other filters, the most frequent first.
            Nodes are tree paths with the count of their own entries, "" for the site as a whole.
    """

    found: int = 0
    total: int = 0
    coming: int = 0
    facets: dict[str, Counter] = field(default_factory=lambda: {name: Counter() for name in FACETS})


def is_past_at(at: dt.datetime) -> Case:
    """Return an expression that says whether an entry is over."""
    return Case(
        When(ends_at__lte=at, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )


def paths_of(keys: Iterable[int | None]) -> dict[int, str]:
    """Return the tree paths of pages by their keys."""
    return dict(Page.objects.filter(pk__in=set(keys) - {None}).values_list("pk", "path"))


def with_everybody(counts: Counts) -> Counts:
    """Add what is for everybody to each other audience: the filter shows it there too."""
    audiences = counts.facets["audience"]
    for code in audiences:
        if code != EVERYBODY:
            audiences[code] += audiences[EVERYBODY]
    return counts


def finished(counts: Counts) -> Counts:
    """Return counts by the values of columns, None where empty, as counts of filters' values."""
    nodes, paths = Counter(), paths_of(counts.facets["node"])
    for key, count in counts.facets["node"].items():
        nodes[paths.get(key, "")] += count
    counts.facets["node"] = nodes
    for name in FACETS:
        counts.facets[name].pop(None, None)
    return with_everybody(counts)
