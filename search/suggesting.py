"""Names to offer while somebody types: of public things, and of words that lead to more."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import LocalePrefixPattern
from django.utils.translation import gettext as _

from chinese.folding import fold

from .answers import Question
from .enums import ThingKind
from .query import Query, suggest
from .wording import synonyms_of

MAX_NAMES = 8
MAX_WORDS = 2  # first words of groups of synonyms
MIN_LETTERS = 2


def suggestions(question: Question) -> list[dict[str, str]]:
    """Return title, kind, place and address of what a text may become; at most ten.

    Within the chosen kind and place. One letter alone says too little; one character is enough.
    """
    text = question.text
    if len(text) < MIN_LETTERS and text.isascii():
        return []
    entries = suggest(Query(text, filters=question.filters), limit=MAX_NAMES)
    shown = {fold(entry.title) for entry in entries}
    words = [word for word in synonyms_of(question.network).heads_like(text) if word not in shown]
    return [_thing(entry) for entry in entries] + [_word(word) for word in words[:MAX_WORDS]]


def _thing(entry) -> dict[str, str]:
    return {
        "title": entry.title,
        "kind": str(dict(ThingKind.choices).get(entry.kind, entry.kind)),
        "place": entry.place,
        "url": _in_language(entry.url),
    }


def _word(word: str) -> dict[str, str]:
    return {
        "title": word,
        "kind": _("Search for it"),
        "place": "",
        "url": f"{_in_language('/search/')}?{urlencode({'q': word})}",
    }


def _in_language(path: str) -> str:
    """Return a path of the site under the prefix of the language that is being read."""
    return f"/{LocalePrefixPattern(prefix_default_language=False).language_prefix}{path[1:]}"
