"""From the state of the search page to everything that answers it.

Pages, Atom and JSON ask `answer`, so that they find the same in the same order.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from chinese.folding import fold
from chinese.sound import slip_in

from . import names, nodes, spans
from .days import PART_CODES
from .filters import Filters
from .models import SearchEntry
from .pins import pinned
from .query import NETWORK_DEPTH, STEP, Query, Results, find, suggest
from .reading import Meaning, Reading, plain, read
from .spans import Span
from .wording import synonyms_of

ALL_LANGUAGES = "all"
MAX_RELAXED = 5


@dataclass(frozen=True)
class Question:
    """What the address of a search says; `forms.SearchForm` reads it.

    `as_words` looks for what was typed as it stands; `near` is the reader's own centre.
    """

    text: str = ""
    as_words: bool = False
    kind: str = ""
    node: Page | None = None
    month: str = ""
    audience: str = ""
    language: str = ""
    days: tuple[Span, ...] = ()
    part: str = ""
    is_free: bool = False
    about: str = ""
    by_date: bool = False
    near: Page | None = None
    page: int = 1

    @property
    def network(self) -> str:
        """The tree path of the network that is searched, "" for all of them."""
        return self.node.path[: NETWORK_DEPTH * STEP] if self.node else ""

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words was chosen."""
        return any(
            (self.kind, self.node, self.month, self.audience, self.language, self.days)
        ) or any((self.part, self.is_free, self.about))

    def with_meaning(self, meaning: Meaning) -> Question | None:
        """Return the question with what was said in words; None when it was chosen otherwise."""
        change = _change(meaning)
        [name] = change
        if name == "days":
            return replace(self, days=(*self.days, *change["days"]))
        return None if getattr(self, name) else replace(self, **change)

    @property
    def filters(self) -> Filters:
        traits = [
            f"kind-{self.about}" if self.about else "",
            "free" if self.is_free else "",
            PART_CODES.get(self.part, ""),
        ]
        language = self.language or settings.LANGUAGE_CODE
        return Filters(
            kind=self.kind,
            node=self.node.path if self.node else "",
            month=self.month,
            audience=self.audience,
            language="" if language == ALL_LANGUAGES else language,
            days=tuple(token for span in self.days for token in span.tokens),
            traits=tuple(filter(None, traits)),
        )


@dataclass
class Answer:
    """What was found, and how the question was understood.

    Attributes:
        question: with what was said in words.
        meanings: what of the text was taken as a filter.
        is_literal: the text looked like filters, but it is a name, or nothing else was found.
        pinned: what an administrator recommends for these words; first page alone.
        relaxed: when nothing was found, what there is without the filters said in words.
        slip: what was probably meant, as the titles write it.
    """

    question: Question
    reading: Reading
    query: Query
    results: Results = field(default_factory=Results)
    meanings: tuple[Meaning, ...] = ()
    is_literal: bool = False
    pinned: list[SearchEntry] = field(default_factory=list)
    relaxed: list[SearchEntry] = field(default_factory=list)
    slip: str = ""


def answer(question: Question, now: dt.datetime) -> Answer:
    """Return what a question finds at a moment."""
    today = timezone.localdate(now)
    found = understood(question, today)
    if found.query.strict is None:
        return found
    _find(found, now)
    if not found.results.total and found.meanings:
        _try_without(found, question, now)
    if question.page == 1:
        language = found.query.filters.language or settings.LANGUAGE_CODE
        found.pinned = pinned(question.text, question.network, language, today)
    if not found.results.total:
        found.slip = _slip(found)
    return found


def understood(question: Question, today: dt.date) -> Answer:
    """Return how a question is read, before anything is looked for."""
    synonyms = synonyms_of(question.network)
    literal = plain(question.text, synonyms)
    if question.as_words or not question.text:
        return _answer(question, literal)
    reading = read(
        question.text,
        today,
        meant=names.meant,
        named_days=names.named_days,
        synonyms=synonyms,
    )
    if reading.meanings and _is_in_a_title(question, reading):
        return _answer(question, literal, is_literal=True)
    return _answer(question, reading)


def _answer(question: Question, reading: Reading, **values) -> Answer:
    meanings = []
    for meaning in reading.meanings:
        if changed := question.with_meaning(meaning):
            question = changed
            meanings.append(meaning)
    query = Query(reading.text, wanted=reading.wanted, filters=question.filters)
    return Answer(question, reading, query, meanings=tuple(meanings), **values)


def _find(found: Answer, now: dt.datetime) -> None:
    question = found.question
    found.results = find(
        found.query,
        now=now,
        page=question.page,
        by_date=question.by_date,
        near=question.near.path if question.near else "",
    )


def _try_without(found: Answer, question: Question, now: dt.datetime) -> None:
    """Look for the text as it stands, else for its words without the filters said in it."""
    literal = _answer(question, plain(question.text))
    literal.results = find(literal.query, now=now, with_close=False)
    if literal.results.total:
        found.query, found.results = literal.query, literal.results
        found.question, found.reading = literal.question, literal.reading
        found.meanings, found.is_literal = (), True
    elif found.reading.text:
        loose = replace(found.query, filters=question.filters)
        found.relaxed = find(loose, now=now, with_close=False).entries[:MAX_RELAXED]


def _is_in_a_title(question: Question, reading: Reading) -> bool:
    """Say whether what reads like filters is part of a name: 周末剧场, 免费理发日."""
    text = question.text
    if not reading.text or len(text.split()) > 1:
        return False
    wanted = fold(text)
    there = suggest(Query(text, filters=question.filters))
    return any(wanted in fold(entry.title) for entry in there)


def _change(meaning: Meaning) -> dict:
    """Return the field of a question that a meaning sets, with its value."""
    if meaning.filter == "on":
        return {"days": spans.parse(meaning.value)}
    if meaning.filter == "at":
        return {"node": nodes.find(meaning.value)}
    if meaning.filter == "fee":
        return {"is_free": True}
    return {"audience" if meaning.filter == "for" else meaning.filter: meaning.value}


def _slip(found: Answer) -> str:
    text = found.reading.text
    for entry in found.results.close:
        meant = slip_in(entry.title, text)
        if meant and fold(meant) != fold("".join(text.split())):
            return meant
    return ""
