"""What the search page shows of an answer: rows, chips, facets, page numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.core.paginator import Page as PageOfResults
from django.core.paginator import Paginator
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from . import names, nodes
from .answers import Answer, Question
from .enums import ThingKind
from .facets import Facet, facets, paths
from .highlighting import marked, passage
from .models import SearchEntry
from .query import PAGE_SIZE
from .spans import Span, parse

LANGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
PARTS = {
    "morning": gettext_lazy("Morning"),
    "afternoon": gettext_lazy("Afternoon"),
    "evening": gettext_lazy("Evening"),
}


@dataclass(frozen=True)
class Hit:
    """One entry as a row.

    Attributes:
        title, passage: as HTML, with the words that were looked for marked.
        day: its next or last day, None for what has no date.
        lang: the language of its texts as HTML wants it, empty if it is that of the page.
    """

    entry: SearchEntry
    title: SafeString
    passage: SafeString
    kind: str
    day: dt.date | None
    is_past: bool
    node: nodes.NodeName | None
    lang: str


@dataclass(frozen=True)
class Chip:
    """A filter that was read or chosen, and how it is taken off.

    Attributes:
        title: as people read it; empty when `span` or `month` says it.
        change: what taking it off changes in the address.
        said: the words of the query that mean it; empty when it was chosen.
        span, month: days, or a month by its first day, which the template words.
    """

    title: str
    change: dict[str, str | None]
    said: str = ""
    span: Span | None = None
    month: dt.date | None = None


@dataclass(frozen=True)
class Listing:
    """Everything the template draws."""

    hits: list[Hit] = field(default_factory=list)
    close: list[Hit] = field(default_factory=list)
    pinned: list[Hit] = field(default_factory=list)
    relaxed: list[Hit] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    page: PageOfResults | None = None


def listing(found: Answer, chosen: Question, now: dt.datetime) -> Listing:
    """Return what to show; `chosen` is the question as the address says it.

    One query of each app that names nodes, and of each table of labels.
    """
    results, words = found.results, found.query.words
    shown = (results.entries, results.close, found.pinned, found.relaxed)
    held = [entry.node.path for entries in shown for entry in entries if entry.node]
    named = nodes.names_of([*held, *paths(found)])
    hits, close, pinned, relaxed = (
        [_hit(entry, words, named, now) for entry in entries] for entries in shown
    )
    return Listing(
        hits=hits,
        close=close,
        pinned=pinned,
        relaxed=relaxed,
        facets=facets(found, named),
        chips=[*_read(found), *_chosen(chosen, named)],
        page=Paginator(range(results.total), PAGE_SIZE).page(results.page),
    )


def _hit(
    entry: SearchEntry, words: list[str], named: dict[str, nodes.NodeName], now: dt.datetime
) -> Hit:
    labels = dict(ThingKind.choices)
    return Hit(
        entry=entry,
        title=marked(entry.title, words),
        passage=passage(entry.body, words),
        kind=str(labels.get(entry.kind, entry.kind)),
        day=entry.day_to_show(now),
        is_past=entry.is_past(now),
        node=named.get(entry.node.path) if entry.node else None,
        lang="" if entry.language == get_language() else LANGS.get(entry.language, entry.language),
    )


def _read(found: Answer) -> list[Chip]:
    """Return chips for what was said in words; taking one off takes its words out of the query."""
    return [
        Chip(
            _label(meaning.filter, meaning.value) or meaning.label or meaning.said,
            {"q": meaning.rest or None, "page": None},
            said=meaning.said,
            span=parse(meaning.value)[0] if meaning.filter == "on" else None,
        )
        for meaning in found.meanings
    ]


def _chosen(question: Question, named: dict[str, nodes.NodeName]) -> list[Chip]:
    """Return chips for what was chosen and is no facet that shows it."""
    chips = [
        Chip("", {"on": _without(question.days, span), "page": None}, span=span)
        for span in question.days
    ]
    for name, value in (("part", question.part), ("about", question.about)):
        if value:
            chips.append(Chip(_label(name, value), {name: None, "page": None}))
    if question.is_free:
        chips.append(Chip(_("Free"), {"fee": None, "page": None}))
    for name, value in (("kind", question.kind), ("for", question.audience)):
        if value:
            chips.append(Chip(_label(name, value), {name: None, "page": None}))
    if question.node:
        title = named[question.node.path].title if question.node.path in named else ""
        chips.append(Chip(title or question.node.title, {"at": None, "page": None}))
    if question.month:
        first = dt.date(int(question.month[:4]), int(question.month[4:]), 1)
        chips.append(Chip("", {"month": None, "page": None}, month=first))
    return chips


def _without(days: tuple[Span, ...], gone: Span) -> str | None:
    return ",".join(str(span) for span in days if span != gone) or None


def _label(name: str, value: str) -> str:
    """Return what a value of a parameter is called."""
    if name == "kind":
        return str(dict(ThingKind.choices).get(value, value))
    if name == "part":
        return str(PARTS.get(value, value))
    if name == "fee":
        return _("Free")
    if name in ("for", "about"):
        return names.labels(name).get(value, value)
    return ""
