"""A query as a person means it: words to look for, and filters that were said in words.

下周三晚上 免费 书法 looks for 书法 among what is free on that evening. Days and parts of day are
read wherever they stand; names of kinds, audiences, centres and areas only when a word is exactly
that name and something else is asked for too. Pure: the moment, the names and the synonyms are
arguments.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from modelsearch.query import And, Or, PlainText, SearchQuery

from chinese.folding import fold
from chinese.relative import Said, read_relative
from chinese.tokens import ASKING, HAN, MAX_QUERY

from .days import PART_CODES
from .names import Name
from .spans import MAX_DAYS, Span
from .synonyms import NONE, Run, Synonyms

MAX_SAID = 4  # expressions of time, and names, read in one query
MAX_BESIDE = 32  # synonyms from which on no more are looked for
WORD = re.compile(r"[\w'’-]+")
FREE = re.compile("(?:完全|全部|全)?免费的?|不收费的?|不要钱的?")
# Said around a time or a name, and nothing by itself: 今天有什么活动 asks for the day alone.
EMPTY = re.compile(
    "附近|最近|今年|有没有|有啥|有些?什么|有哪些|哪些|什么|都有|安排|举办|开展|参加"
    f"|(?<![{HAN}])(?:的|在|有|去|到|上|里|和|与)(?![{HAN}])|[?？!！。，,、]"
)
EVERYTHING = re.compile(f"(?:所有|全部)?的?(?:活动|节目)(?![{HAN}])")

Meant = Callable[[list[str], dt.date], dict[str, Name]]
NamedDays = Callable[[str, dt.date], Iterable[Name]]


@dataclass(frozen=True)
class Meaning:
    """One part of a query that was understood as a filter.

    Attributes:
        filter, value: the parameter that says the same in the address.
        label: as people read it, empty when it is the days themselves.
        said: the words that mean it, as they were typed.
        rest: the query without them, as it was typed.
    """

    filter: str
    value: str
    label: str
    said: str
    rest: str


@dataclass(frozen=True)
class Reading:
    """What was typed, what of it is looked for, what of it narrows the results.

    Attributes:
        text: the words that are left, as they were typed.
        wanted: these words and their synonyms as a query; None when there are no synonyms.
        meanings: what was read as a filter, in the order of the text.
        beside: the synonyms that are looked for, each once.
    """

    typed: str
    text: str
    wanted: SearchQuery | None = None
    meanings: tuple[Meaning, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass
class Draft:
    """The folded text with the place of each of its characters in what was typed."""

    typed: str
    folded: str = ""
    places: list[int] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self):
        for place, char in enumerate(self.typed):
            folded = fold(char)
            self.folded += folded
            self.places += [place] * len(folded)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the typed text of a part of the folded one."""
        return self.places[start], self.places[end - 1] + 1

    def take(self, start: int, end: int) -> None:
        """Read a part of the folded text: it is no longer looked for."""
        self.taken.append(self.span(start, end))
        self.folded = self.folded[:start] + " " * (end - start) + self.folded[end:]

    def without(self, spans: Iterable[tuple[int, int]]) -> str:
        """Return what was typed without these parts."""
        left = list(self.typed)
        for start, end in spans:
            left[start:end] = [" "] * (end - start)
        return " ".join("".join(left).split())


def read(
    text: str,
    today: dt.date,
    *,
    meant: Meant | None = None,
    named_days: NamedDays | None = None,
    synonyms: Synonyms = NONE,
) -> Reading:
    """Return what a text asks for.

    Args:
        text: as typed; the first 200 characters are read.
        today: the day that 今天 means.
        meant: words to the names they are (`search.names.meant`); None reads no names.
        named_days: text to the named days in it (`search.names.named_days`).
    """
    draft = Draft(text[:MAX_QUERY])
    found = _times(draft, today) + _free(draft)
    found += _holidays(draft, today, named_days) if named_days else []
    found += _names(draft, found, today, meant) if meant else []
    if found:
        _drop_asking(draft)
    meanings = tuple(
        Meaning(
            name.filter, name.value, name.label, draft.typed[slice(*span)], draft.without([span])
        )
        for name, span in sorted(found, key=lambda pair: pair[1])
    )
    left = draft.without(draft.taken)
    wanted, beside = looked_for(left, synonyms)
    return Reading(draft.typed, left, wanted, meanings, beside)


def plain(text: str, synonyms: Synonyms = NONE) -> Reading:
    """Return a text read as words alone: what was said as a filter is looked for as it stands."""
    text = text[:MAX_QUERY]
    wanted, beside = looked_for(text, synonyms)
    return Reading(text, text, wanted, (), beside)


def looked_for(text: str, synonyms: Synonyms) -> tuple[SearchQuery | None, tuple[str, ...]]:
    """Return the query for a text with its synonyms, and the synonyms; (None, ()) without any."""
    runs = synonyms.runs(_without_questions(text)) if synonyms.others else []
    beside: dict[str, None] = {}
    asked: list[SearchQuery] = []
    for run in runs:
        others = [other for part in run.parts for other in part.others]
        is_known = others and len(beside) < MAX_BESIDE
        asked.append(_tree(run) if is_known else _text(run.said))
        beside |= dict.fromkeys(others if is_known else ())
    if not beside:
        return None, ()
    return (asked[0] if len(asked) == 1 else And(asked)), tuple(beside)


def _without_questions(text: str) -> str:
    folded = fold(text)
    cut = ASKING.sub(" ", folded)
    return cut if cut.strip() else folded


def _tree(run: Run) -> SearchQuery:
    """Return a run as it stands, or its known words with what does as well as each of them."""
    pieces = [_any_of([part.said, *part.others]) for part in run.parts]
    cut = pieces[0] if len(pieces) == 1 else And(pieces)
    if run.parts[0].said == run.said:
        return cut
    return Or([_text(run.said), cut])


def _any_of(words: list[str]) -> SearchQuery:
    texts = [_text(word) for word in words]
    return texts[0] if len(texts) == 1 else Or(texts)


def _text(words: str) -> PlainText:
    return PlainText(words, operator="and")


Found = list[tuple[Name, tuple[int, int]]]


def _times(draft: Draft, today: dt.date) -> Found:
    """Take the days and parts of day out of the text."""
    found: Found = []
    while len(found) < MAX_SAID and (said := read_relative(draft.folded, today)):
        start, end = said.span
        found.append((_time(said, draft.folded[start:end]), draft.span(start, end)))
        draft.take(start, end)
    return found


def _time(said: Said, words: str) -> Name:
    if said.first is None or said.end is None:
        return Name("part", said.part or "", "", words)
    last = min(said.end - dt.timedelta(days=1), said.first + dt.timedelta(days=MAX_DAYS - 1))
    return Name("on", str(Span(said.first, last, PART_CODES.get(said.part or "", ""))), "", words)


def _free(draft: Draft) -> Found:
    match = FREE.search(draft.folded)
    if not match:
        return []
    span = draft.span(*match.span())
    draft.take(*match.span())
    return [(Name("fee", "free", "", match[0]), span)]


def _holidays(draft: Draft, today: dt.date, named_days: NamedDays) -> Found:
    found: Found = []
    for name in named_days(draft.folded, today):
        at = draft.folded.find(name.word)
        if at >= 0 and len(found) < MAX_SAID:
            found.append((name, draft.span(at, at + len(name.word))))
            draft.take(at, at + len(name.word))
    return found


def _names(draft: Draft, found: Found, today: dt.date, meant: Meant) -> Found:
    """Take words that are exactly a name, one for each filter, if they are not all that is said."""
    words = list(WORD.finditer(_without_asking(draft.folded)))
    if len(words) + len(found) < 2:
        return []
    names = meant([match[0] for match in words], today)
    filters = {name.filter for name, _span in found}
    taken: Found = []
    for match in words:
        name = names.get(match[0])
        if name and name.filter not in filters and len(taken) < MAX_SAID:
            filters.add(name.filter)
            taken.append((name, draft.span(*match.span())))
            draft.take(*match.span())
    return taken


def _without_asking(folded: str) -> str:
    """Return a text of the same length with spaces where it only asks."""
    for pattern in (ASKING, EMPTY, EVERYTHING):
        folded = pattern.sub(lambda match: " " * len(match[0]), folded)
    return folded


def _drop_asking(draft: Draft) -> None:
    for place, (before, after) in enumerate(
        zip(draft.folded, _without_asking(draft.folded), strict=True)
    ):
        if before != after:
            draft.take(place, place + 1)
