"""Why a result stands where it stands, in the order in which that is decided (pure)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chinese.sound import suggest_tokens
from chinese.tokens import index_tokens, terms

FIELDS = ("title", "keywords", "place", "body")


@dataclass(frozen=True)
class Reason:
    """A word that was looked for, and the fields that hold it."""

    word: str
    fields: list[str]
    is_typed: bool


def reasons(entry, words: Iterable[str], typed: str) -> list[Reason]:
    """Return which of the words an entry has, and where; those it has nowhere are left out."""
    held = {name: set(index_tokens(getattr(entry, name))) for name in FIELDS}
    found = []
    for word in dict.fromkeys(words):
        fields = [name for name in FIELDS if _has(held[name], word)]
        if fields:
            found.append(Reason(word, fields, word == typed))
    return found


def _has(tokens: set[str], word: str) -> bool:
    wanted = terms(word)
    return bool(wanted) and all(
        any(token.startswith(term.token) for token in tokens)
        if term.is_prefix
        else term.token in tokens
        for term in wanted
    )


def sounds(text: str) -> list[str]:
    """Return what a name is found by besides its own tokens: sounds and initials."""
    own = set(index_tokens(text))
    return [token for token in suggest_tokens(text) if token not in own]
