"""The words of a query marked in the author's own text, and the passage where most of them stand.

Texts are compared folded, character by character, so that 优山美郡 is marked in 優山美郡 and the
script, width and case of the author stay (pure).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from chinese.folding import fold
from chinese.tokens import ASKING, IS_HAN, MAX_TERMS, RUN

LENGTH = 90  # characters of a passage
BEFORE = 18  # of them before the first mark
READ = 20_000  # characters of a text that are looked through
STOPS = "。！？；\n!?;"

Span = tuple[int, int]


def marked(text: str, words: Iterable[str]) -> SafeString:
    """Return a text as HTML with the words in <mark>."""
    return _drawn(text, spans(text, words), 0, len(text))


def passage(text: str, words: Iterable[str], length: int = LENGTH) -> SafeString:
    """Return the part of a text where most words stand, as HTML; its beginning if there are none.

    A cut is shown by "…"; the part begins with a sentence when one begins near.
    """
    text = " ".join(text[:READ].split())
    found = spans(text, words)
    start = _start(text, found, length)
    end = min(len(text), start + length)
    drawn = _drawn(text, found, start, end)
    # Both parts are ours or escaped.
    return mark_safe(f"{'…' if start else ''}{drawn}{'…' if end < len(text) else ''}")  # noqa: S308


def spans(text: str, words: Iterable[str]) -> list[Span]:
    """Return where the words stand, from and to, in order and apart from each other.

    A run of characters is marked whole where it stands whole, else the pairs of it; a word of
    letters only at the beginning of one in the text.
    """
    folded, places = _folded(text)
    found: set[Span] = set()
    for run in _runs(words):
        whole = _places_of(run, folded)
        if not whole and IS_HAN.match(run):
            pairs = {run[i : i + 2] for i in range(len(run) - 1)}
            whole = [span for pair in pairs for span in _places_of(pair, folded)]
        found |= {(places[start], places[end - 1] + 1) for start, end in whole}
    return _merged(sorted(found))


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the folded text and for each of its characters the place in the text."""
    folded, places = [], []
    for place, char in enumerate(text):
        for part in fold(char):
            folded.append(part)
            places.append(place)
    return "".join(folded), places


def _runs(words: Iterable[str]) -> list[str]:
    runs: dict[str, None] = {}
    for word in words:
        folded = fold(word)
        runs |= dict.fromkeys(RUN.findall(ASKING.sub(" ", folded)) or RUN.findall(folded))
    return list(runs)[: MAX_TERMS * 2]


def _places_of(run: str, folded: str) -> list[Span]:
    found = []
    at = folded.find(run)
    while at >= 0:
        if IS_HAN.match(run) or not (at and _is_letter(folded[at - 1])):
            found.append((at, at + len(run)))
        at = folded.find(run, at + 1)
    return found


def _is_letter(char: str) -> bool:
    return char.isalnum() and not IS_HAN.match(char)


def _merged(found: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _start(text: str, found: list[Span], length: int) -> int:
    """Return where the passage begins: before the mark from which on most is marked."""
    if not found or len(text) <= length:
        return 0
    best = max(
        found,
        key=lambda span: sum(
            end - start for start, end in found if span[0] <= start and end <= span[0] + length
        ),
    )
    start = max(0, best[0] - BEFORE)
    stop = max(text.rfind(sign, start, best[0]) for sign in STOPS)
    return min(stop + 1 if stop >= 0 else start, len(text) - length)


def _drawn(text: str, found: list[Span], start: int, end: int) -> SafeString:
    pieces, at = [], start
    for first, last in found:
        first, last = max(first, start), min(last, end)
        if first < last:
            pieces += [(escape(text[at:first]), ""), ("", text[first:last])]
            at = last
    pieces.append((escape(text[at:end]), ""))
    return format_html_join("", "{}{}", ((plain, _mark(said)) for plain, said in pieces))


def _mark(said: str) -> SafeString:
    return mark_safe(f"<mark>{escape(said)}</mark>") if said else mark_safe("")  # noqa: S308
