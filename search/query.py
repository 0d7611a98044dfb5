"""From a query that has been read to ranked results, close matches and facet counts.

This module is the edge of search: views and other apps ask it and never an engine.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field

from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Or, PlainText, SearchQuery

from chinese.folding import fold
from chinese.tokens import terms

from .backends.common import Preferring, SoundsLike
from .closeness import any_of, closest, is_worth_hearing, nearness, parts_of
from .filters import UNCOUNTED, Counts, Filters
from .models import SearchEntry
from .querysets import SearchEntryQuerySet

PAGE_SIZE = 20
MAX_TOTAL = 10_000  # results that can be paged through; above: "over 10,000"
ENOUGH = 5  # strict results from which on nothing close is offered
MAX_CLOSE = 10
MAX_KEYS = 2_000  # what one calendar can hold twice over
CANDIDATES = 50  # names that suggestions are chosen from
STEP = Page.steplen  # characters of a tree path for each level
NETWORK_DEPTH = 3  # of the tree: below its root and the home page


@dataclass(frozen=True)
class Query:
    """What is asked: words, and what they are narrowed to.

    Attributes:
        text: the words that are left when filters have been read out of them, as typed.
        wanted: the same as a tree of And, Or and PlainText, synonyms among them; None when it is
            all words of the text.
        filters: what the results are narrowed to.
    """

    text: str
    wanted: SearchQuery | None = None
    filters: Filters = field(default_factory=Filters)

    @property
    def strict(self) -> SearchQuery | None:
        """Return what all results must match; None when nothing can be asked for.

        What has the words themselves comes before what has synonyms of them.
        """
        if terms(self.text):
            typed = PlainText(self.text, operator="and")
            return typed if self.wanted is None else Preferring([typed, self.wanted])
        return MATCH_ALL if self.filters.is_asking and not self.text.strip() else None

    @property
    def words(self) -> list[str]:
        """Return the texts that are looked for, synonyms among them: what is to be marked."""
        strict = self.strict
        return [] if strict in (None, MATCH_ALL) else [leaf.query_string for leaf in leaves(strict)]


@dataclass
class Results:
    """One page of results and what surrounds it.

    Attributes:
        total: how many match all terms, at most 10,000; `total_is_capped` says there are more.
        entries: those of this page, running and coming before past, then by relevance.
        close: at most 10 that sound alike or match some terms; only if fewer than 5 match all.
        facets: for each of `filters.FACETS` the count of each value, within all other filters.
            Nodes are tree paths with the count of their own entries, "" for the site as a whole.
        page, pages: number of this page and of the last one, from 1.
    """

    total: int = 0
    total_is_capped: bool = False
    entries: list[SearchEntry] = field(default_factory=list)
    close: list[SearchEntry] = field(default_factory=list)
    facets: dict[str, Counter] = field(default_factory=lambda: Counts().facets)
    page: int = 1
    pages: int = 1


def find(
    query: Query | str,
    *,
    now: dt.datetime | None = None,
    page: int = 1,
    by_date: bool = False,
    near: str = "",
    with_close: bool = True,
) -> Results:
    """Return what matches a query: all of its terms, in title or text.

    At most 12 queries, however many entries there are. A page beyond the last gives the last.

    Args:
        query: as it was read, or a plain text; the first 200 characters are looked for.
        now: the moment that divides coming from past.
        page: from 1.
        by_date: by the first day instead of relevance: the next ones first, past ones last.
        near: tree path of the reader's centre, whose entries come first among equals.
        with_close: whether close ones are looked for when few match.
    """
    query = as_query(query)
    if query.strict is None:
        return Results()
    now = now or timezone.now()
    with _reading():
        counts = _search(query.strict, SearchEntry.objects.all()).counted(query.filters, now)
        results = _results(counts)
        if results.total:
            results.page = min(max(1, page), results.pages)
            results.entries = _page(query, now, by_date, counts, results)
            _near_first(results.entries, near)
        if with_close and results.total < ENOUGH and query.strict is not MATCH_ALL:
            results.close = _close(query, {entry.pk for entry in results.entries})
    return results


def suggest(
    query: Query | str, *, limit: int = 8, now: dt.datetime | None = None
) -> list[SearchEntry]:
    """Return entries whose names begin with what is typed, or sound like it; each name once.

    What is heard early in the name comes first, then short names; past things come last. At most
    2 queries.
    """
    query = as_query(query)
    if not terms(query.text):
        return []
    now = now or timezone.now()
    engine = get_search_backend()
    shown = query.filters.narrowed(SearchEntry.objects.all())
    found = list(engine.autocomplete(query.text, shown)[:CANDIDATES])
    if not found and is_worth_hearing(query.text):
        found = list(engine.autocomplete(SoundsLike(query.text), shown)[:CANDIDATES])
    found.sort(key=lambda entry: (entry.is_past(now), *nearness(entry.title, query.text)))
    return list({entry.title: entry for entry in reversed(found)}.values())[::-1][:limit]


def as_query(query: Query | str) -> Query:
    return Query(query) if isinstance(query, str) else query


def leaves(query: SearchQuery) -> Iterator[PlainText]:
    """Yield the plain texts of a tree of And and Or."""
    if isinstance(query, (And, Or)):
        for part in query.subqueries:
            yield from leaves(part)
    elif isinstance(query, PlainText):
        yield query


def keys(query: Query | str, kind: str) -> list[str]:
    """Return the keys of the first 2,000 things of a kind that match all terms; one query."""
    strict = as_query(query).strict
    if strict is None:
        return []
    entries = SearchEntry.objects.in_language("zh-hans").filter(kind=kind)
    return [entry.thing_key for entry in _search(strict, entries)[:MAX_KEYS]]


def below(nodes: dict[str, int], node: Page | None = None) -> dict[str, int]:
    """Sum the counts of nodes by the children of a node, the largest first.

    The children of the whole site are the networks. The node's own entries belong to no child and
    are left out.
    """
    path = node.path if node else ""
    length = len(path) + STEP if node else NETWORK_DEPTH * STEP
    sums: Counter[str] = Counter()
    for own_path, count in nodes.items():
        if own_path.startswith(path) and len(own_path) >= length:
            sums[own_path[:length]] += count
    return dict(sums.most_common())


def _search(query: SearchQuery, queryset: SearchEntryQuerySet, **options):
    return get_search_backend().search(query, queryset, **options)


def _reading():
    """Return the block that the engine wants around several searches, if it wants one."""
    return getattr(get_search_backend(), "reading", nullcontext)()


def _results(counts: Counts) -> Results:
    total = min(counts.total, MAX_TOTAL)
    return Results(
        total=total,
        total_is_capped=counts.total > MAX_TOTAL,
        facets={name: Counter(dict(facet.most_common())) for name, facet in counts.facets.items()},
        pages=max(1, -(-total // PAGE_SIZE)),
    )


def _page(
    query: Query, now: dt.datetime, by_date: bool, counts: Counts, results: Results
) -> list[SearchEntry]:
    """Return the entries of a page: two lists, one after the other, without a gap."""
    coming = counts.coming
    start = (results.page - 1) * PAGE_SIZE
    stop = min(start + PAGE_SIZE, MAX_TOTAL)
    everything = SearchEntry.objects.select_related("node")
    shown = query.filters.narrowed(everything)
    lists = [(shown.coming(now), "starts_at"), (shown.past(now), "-starts_at")]
    if coming == counts.found:  # no facet filters anything out, so none need be asked
        lists[0] = query.filters.narrowed(everything, UNCOUNTED), "starts_at"
    entries: list[SearchEntry] = []
    for (queryset, order), first, last in zip(
        lists, (0, coming), (coming, results.total), strict=True
    ):
        low, high = max(start, first) - first, min(stop, last) - first
        if low < high:
            is_ordered = by_date or query.strict is MATCH_ALL
            ordered = queryset.order_by(order, "id") if is_ordered else queryset
            found = _search(query.strict, ordered, order_by_relevance=not is_ordered)
            entries += found[low:high]
    return entries


def _near_first(entries: list[SearchEntry], near: str) -> None:
    """Put what is at or below a node before its equals: entries of the same name and state."""
    if not near:
        return
    places: dict[tuple, list[int]] = {}
    for place, entry in enumerate(entries):
        places.setdefault((entry.kind, fold(entry.title)), []).append(place)
    for equal in places.values():
        those = [entries[place] for place in equal]
        those.sort(key=lambda entry: not (entry.node and entry.node.path.startswith(near)))
        for place, entry in zip(equal, those, strict=True):
            entries[place] = entry


def _close(query: Query, already: set[int]) -> list[SearchEntry]:
    """Return names that sound like the query, then what has the most of its parts."""
    engine = get_search_backend()
    shown = query.filters.narrowed(SearchEntry.objects.select_related("node"))
    close: dict[int, SearchEntry] = {}
    if is_worth_hearing(query.text):
        alike = list(engine.autocomplete(SoundsLike(query.text), shown)[:CANDIDATES])
        alike.sort(key=lambda entry: nearness(entry.title, query.text))
        close |= {entry.pk: entry for entry in alike}
    parts = parts_of(query.wanted or PlainText(query.text))
    if len(parts) > 1 and len(close) < MAX_CLOSE + len(already) and (some := any_of(parts)):
        candidates = list(_search(some, shown)[:CANDIDATES])
        close |= {entry.pk: entry for entry in closest(candidates, parts) if entry.pk not in close}
    return [entry for key, entry in close.items() if key not in already][:MAX_CLOSE]
