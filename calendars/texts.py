"""Words that were searched for, as a part of a calendar's address."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from search import query
from search.query import Query
from search.reading import plain
from search.wording import synonyms_of

from . import sources

WORDS_LIMIT = 30
LETTER = "q"


def encoded(text: str) -> str:
    """Return a text of up to 30 characters as ASCII letters, digits, hyphens and underscores."""
    return urlsafe_b64encode(text[:WORDS_LIMIT].strip().encode()).decode().rstrip("=")


def decoded(code: str) -> str:
    """Return the text of a code, "" for one that is none."""
    try:
        text = urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode()
    except ValueError:
        return ""
    return text if encoded(text) == code and text.isprintable() else ""


def names(codes: Collection[str]) -> dict[str, str]:
    return {code: f"“{text}”" for code in codes if (text := decoded(code))}


def keys(codes: Iterable[str], kind: str) -> set[str]:
    """Return the keys of the things of a kind that the search finds for one of the texts."""
    synonyms = synonyms_of("")
    readings = [plain(decoded(code), synonyms) for code in codes]
    asked = [Query(reading.text, wanted=reading.wanted) for reading in readings]
    return {key for one in asked for key in query.keys(one, kind)}


sources.register_facet(LETTER, _("Words"), names=names)
