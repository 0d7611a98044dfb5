"""The calendar of a search: the same question, as far as calendars can ask it."""

from __future__ import annotations

from search.answers import Answer, Question
from search.enums import ThingKind

from . import subjects
from .questions import ALL, question
from .texts import LETTER, WORDS_LIMIT, encoded

SORTS = {
    ThingKind.ACTIVITY: "activities",
    ThingKind.LIVESTREAM: "live",
    ThingKind.NOTICE: "fairs",
}


def address_of(found: Answer) -> str:
    """Return the page of the calendar that holds what a search finds, "" where none can.

    Calendars know no single days and no past; what has no time (centres, people) is in none.
    """
    asked, text = found.question, found.query.text
    if asked.days or asked.month or len(text) > WORDS_LIMIT:
        return ""
    if asked.kind and asked.kind not in SORTS:
        return ""
    wanted = question(_place(asked), _chosen(asked, text))
    return "" if wanted.is_too_long else f"/calendar/{wanted.code}/"


def _place(asked: Question) -> str:
    if asked.node is None:
        return ALL
    subject = subjects.of_page(asked.node)
    return subject.code if subject else ALL


def _chosen(asked: Question, text: str) -> dict[str, list[str]]:
    values = {
        LETTER: encoded(text) if text else "",
        "f": asked.audience,
        "k": asked.about,
        "m": "free" if asked.is_free else "",
        "p": asked.part,
        "t": SORTS.get(asked.kind, ""),
    }
    return {letter: [value] for letter, value in values.items() if value}
