"""What comes close to a query: which parts of it an entry has, and how early a name is meant."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wagtail.search.query import And, Or, PlainText, SearchQuery

from chinese.folding import fold
from chinese.sound import heard_at, sound_of
from chinese.tokens import IS_HAN, MAX_QUERY, Term, index_tokens, terms

TITLE = 3  # times that a part in the title counts


@dataclass(frozen=True)
class Part:
    """One thing that is asked for, in any of its ways to be said; each way needs all its terms."""

    ways: tuple[tuple[Term, ...], ...]

    def is_in(self, tokens: set[str]) -> bool:
        return any(all(_has(tokens, term) for term in way) for way in self.ways)


def _has(tokens: set[str], term: Term) -> bool:
    if term.is_prefix:
        return any(token.startswith(term.token) for token in tokens)
    return term.token in tokens


def parts_of(query: SearchQuery) -> list[Part]:
    """Take a query apart: words with their synonyms are one part, other texts one a pair."""
    if isinstance(query, And):
        return [part for inner in query.subqueries for part in parts_of(inner)]
    if isinstance(query, Or):
        if cut := next((inner for inner in query.subqueries if isinstance(inner, And)), None):
            return parts_of(cut)
        ways = tuple(way for inner in query.subqueries for way in _ways(inner))
        return [Part(ways)] if ways else []
    return [Part(((term,),)) for term in terms(query.query_string)]


def _ways(query: SearchQuery) -> Iterable[tuple[Term, ...]]:
    if isinstance(query, (And, Or)):
        for inner in query.subqueries:
            yield from _ways(inner)
    elif wanted := tuple(terms(query.query_string)):
        yield wanted


def any_of(parts: Sequence[Part]) -> SearchQuery | None:
    """Return a query for any of the parts; single characters alone are left out as too common."""
    ways = dict.fromkeys(
        " ".join(term.token for term in way)
        for part in parts
        for way in part.ways
        if any(len(term.token) > 1 for term in way)
    )
    return Or([PlainText(way, operator="and") for way in ways]) if ways else None


def closest(entries: Sequence, parts: Sequence[Part]) -> list:
    """Return the entries that have enough of the parts, those with the most and rarest first.

    One wrong character spoils two pairs at most: what lacks more is not what was meant, but of a
    whole sentence two parts are enough.
    """
    wanted = max(1, min(2, len(parts) - 2))
    found = []
    for entry in entries:
        title = set(index_tokens(entry.title))
        text = set(index_tokens(f"{entry.keywords} {entry.place} {entry.body}"))
        found.append([(TITLE * part.is_in(title)) or int(part.is_in(text)) for part in parts])
    held_by = [sum(map(bool, column)) for column in zip(*found, strict=True)]
    weights = [math.log(1 + len(entries) / (1 + count)) for count in held_by]
    scores = {
        entry.pk: sum(has * weight for has, weight in zip(row, weights, strict=True))
        for entry, row in zip(entries, found, strict=True)
        if sum(map(bool, row)) >= wanted
    }
    # Sorting keeps the engine's order among equals.
    return sorted((e for e in entries if e.pk in scores), key=lambda e: -scores[e.pk])


def is_worth_hearing(text: str) -> bool:
    """Say whether a sound is long enough to mean something: two characters or two letters."""
    heard = [char for char in fold(text[:MAX_QUERY]) if char.isalnum()]
    return len(heard) > 1 and bool(sound_of(text)) and not all(c.isdigit() for c in heard)


def nearness(name: str, text: str) -> tuple[int, int]:
    """Return how early a query stands or is heard in a name, and how long the name is."""
    at = -1
    if IS_HAN.search(text):
        at = fold(name).find(fold(text.strip()))
    if at < 0:
        heard = heard_at(name, text)
        at = len(name) if heard is None else heard
    return at, len(name)
