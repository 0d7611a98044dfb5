"""From what a person typed to ranked results, close matches and facet counts.

This module is the edge of search: views and other apps ask it and never an engine.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field

from django.db.models import BooleanField, Case, QuerySet, Value, When
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import PlainText

from chinese.folding import fold
from chinese.sound import heard_at, sound_of
from chinese.tokens import IS_HAN, MAX_QUERY, terms

from .backends.common import SoundsLike
from .models import SearchEntry

PAGE_SIZE = 20
MAX_TOTAL = 10_000  # results that can be paged through; above: "over 10,000"
ENOUGH = 5  # strict results from which on nothing close is offered
MAX_CLOSE = 10
CANDIDATES = 50  # names that suggestions are chosen from
STEP = Page.steplen  # characters of a tree path for each level
NETWORK_DEPTH = 3  # of the tree: below its root and the home page


@dataclass
class Results:
    """One page of results and what surrounds it.

    Attributes:
        total: how many match all terms, at most 10,000; `total_is_capped` says there are more.
        entries: those of this page, running and coming before past, then by relevance.
        close: at most 10 that sound alike or match some terms; only if fewer than 5 match all.
        kinds: kind to count, within the chosen node.
        centres: tree path of a node to the count of its own entries, within the chosen kind;
            "" for those of the site as a whole.
        page, pages: number of this page and of the last one, from 1.
    """

    total: int = 0
    total_is_capped: bool = False
    entries: list[SearchEntry] = field(default_factory=list)
    close: list[SearchEntry] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    centres: dict[str, int] = field(default_factory=dict)
    page: int = 1
    pages: int = 1


def find(
    text: str,
    *,
    queryset: QuerySet[SearchEntry] | None = None,
    kind: str | None = None,
    node: Page | None = None,
    now: dt.datetime | None = None,
    page: int = 1,
) -> Results:
    """Return what matches a query: all of its terms, in title or text.

    At most 9 queries, however many entries there are. A page beyond the last gives the last.

    Args:
        text: as typed; the first 200 characters are read.
        queryset: entries to search; those in Simplified Chinese when left out.
        kind: only entries of this kind.
        node: only entries at or below this page of the tree.
        now: the moment that divides coming from past.
        page: from 1.
    """
    if not terms(text):
        return Results()
    everything = SearchEntry.objects.in_language("zh-hans") if queryset is None else queryset
    now = now or timezone.now()
    with _reading():
        results, coming = _counted(_search(text, everything), kind, node, now)
        shown = _filtered(everything, kind, node).select_related("node")
        if results.total:
            results.page = min(max(1, page), results.pages)
            results.entries = _page(text, shown, now, coming, results)
        if results.total < ENOUGH:
            results.close = _close(text, shown, {entry.pk for entry in results.entries})
    return results


def suggest(
    text: str,
    *,
    limit: int = 8,
    queryset: QuerySet[SearchEntry] | None = None,
    now: dt.datetime | None = None,
) -> list[SearchEntry]:
    """Return entries whose names begin with what is typed, or sound like it; each name once.

    What is heard early in the name comes first, then short names; past things come last. At most
    2 queries.
    """
    if not terms(text):
        return []
    everything = SearchEntry.objects.in_language("zh-hans") if queryset is None else queryset
    now = now or timezone.now()
    engine = get_search_backend()
    found = list(engine.autocomplete(text, everything)[:CANDIDATES])
    if not found and _is_worth_hearing(text):
        found = list(engine.autocomplete(SoundsLike(text), everything)[:CANDIDATES])
    found.sort(key=lambda entry: (entry.is_past(now), *_closeness(entry.title, text)))
    return list({entry.title: entry for entry in reversed(found)}.values())[::-1][:limit]


def below(centres: dict[str, int], node: Page | None = None) -> dict[str, int]:
    """Sum the counts of nodes by the children of a node, the largest first.

    The children of the whole site are the networks. The node's own entries belong to no child and
    are left out.
    """
    path = node.path if node else ""
    length = len(path) + STEP if node else NETWORK_DEPTH * STEP
    sums: Counter[str] = Counter()
    for own_path, count in centres.items():
        if own_path.startswith(path) and len(own_path) >= length:
            sums[own_path[:length]] += count
    return dict(sums.most_common())


def _search(query: str | PlainText, queryset: QuerySet[SearchEntry]):
    return get_search_backend().search(query, queryset, operator="and")


def _reading():
    """Return the block that the engine wants around several searches, if it wants one."""
    return getattr(get_search_backend(), "reading", nullcontext)()


def _filtered(
    queryset: QuerySet[SearchEntry], kind: str | None, node: Page | None
) -> QuerySet[SearchEntry]:
    if kind:
        queryset = queryset.filter(kind=kind)
    return queryset.under(node.path) if node else queryset


def _counted(found, kind: str | None, node: Page | None, now: dt.datetime) -> tuple[Results, int]:
    """Count everything in one pass: totals, how many are coming, and each facet without itself."""
    is_past = Case(
        When(ends_at__lte=now, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    kinds, centres = Counter(), Counter()
    total = coming = 0
    for group in found.grouped("kind", "node__path", is_past=is_past):
        path, count = group["node__path"] or "", group["count"]
        is_kind = not kind or group["kind"] == kind
        is_here = not node or path.startswith(node.path)
        if is_here:
            kinds[group["kind"]] += count
        if is_kind:
            centres[path] += count
        if is_here and is_kind:
            total += count
            coming += 0 if group["is_past"] else count
    results = Results(
        total=min(total, MAX_TOTAL),
        total_is_capped=total > MAX_TOTAL,
        kinds=dict(kinds.most_common()),
        centres=dict(centres.most_common()),
        pages=max(1, -(-min(total, MAX_TOTAL) // PAGE_SIZE)),
    )
    return results, coming


def _page(
    text: str, shown: QuerySet[SearchEntry], now: dt.datetime, coming: int, results: Results
) -> list[SearchEntry]:
    """Return the entries of a page: two lists, one after the other, without a gap."""
    start = (results.page - 1) * PAGE_SIZE
    stop = min(start + PAGE_SIZE, MAX_TOTAL)
    entries = []
    if start < coming:
        entries += _search(text, shown.coming(now))[start : min(stop, coming)]
    if stop > coming and results.total > coming:
        entries += _search(text, shown.past(now))[max(0, start - coming) : stop - coming]
    return entries


def _close(text: str, shown: QuerySet[SearchEntry], already: set[int]) -> list[SearchEntry]:
    """Return names that sound like the query, then what matches some of its terms."""
    engine = get_search_backend()
    close: dict[int, SearchEntry] = {}
    wanted = MAX_CLOSE + len(already)
    if _is_worth_hearing(text):
        alike = list(engine.autocomplete(SoundsLike(text), shown)[:CANDIDATES])
        alike.sort(key=lambda entry: _closeness(entry.title, text))
        close |= {entry.pk: entry for entry in alike[:wanted]}
    words = [term.token for term in terms(text) if len(term.token) > 1]
    if len(words) > 1 and len(close) < wanted:
        some = _search(PlainText(" ".join(words), operator="or"), shown)[:wanted]
        close |= {entry.pk: entry for entry in some if entry.pk not in close}
    return [entry for key, entry in close.items() if key not in already][:MAX_CLOSE]


def _is_worth_hearing(text: str) -> bool:
    """Say whether a sound is long enough to mean something: two characters or two letters."""
    heard = [char for char in fold(text[:MAX_QUERY]) if char.isalnum()]
    return len(heard) > 1 and bool(sound_of(text)) and not all(c.isdigit() for c in heard)


def _closeness(name: str, text: str) -> tuple[int, int]:
    """Return how early a query stands or is heard in a name, and how long the name is."""
    at = -1
    if IS_HAN.search(text):
        at = fold(name).find(fold(text.strip()))
    if at < 0:
        heard = heard_at(name, text)
        at = len(name) if heard is None else heard
    return at, len(name)
