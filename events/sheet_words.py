"""What the words in a sheet's cells mean: kinds, rooms, and facts hidden in notes (pure)."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

OTHER_KIND = "other"
SPACE = re.compile(r"\s+")
BETWEEN_PLACES = re.compile(r"[、,;/&+\n]|和|及")
PREFIX_MARKS = "·•・:-—－ ‧∙"

DURATION = re.compile(
    r"(?:时长|历时|用时|为时)[约为是:： ]*"
    r"(?:(?P<hours>\d+(?:\.\d+)?|[一二两三四五六半])个?半?(?:小时|钟头)"
    r"|(?P<minutes>\d{1,3})分钟)"
)
HOURS_IN_WORDS = {"半": 0.5, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
CAPACITY = re.compile(
    r"(?:名额|限额|限报)[:： ]*(?P<named>[^,，。;；\n]{1,30})"
    r"|(?:^|[,，。;；\n 限])(?P<counted>\d{1,4}(?:组|人|名|户|个家庭|对))(?=$|[,，。;；\n ])"
)
PHONE = re.compile(
    r"(?<![\d-])(?:1[3-9]\d{9}|(?:0\d{2,3}[- ]?)?[2-8]\d{6,7}|400-?\d{3}-?\d{4})(?!\d)"
)


@dataclass(frozen=True)
class KindWords:
    """A kind of activity with the words that mean it, separated by spaces as in `Kind.words`."""

    code: str
    name: str
    words: str = ""

    @cached_property
    def all_words(self) -> list[str]:
        """Name and words, folded for comparison."""
        return [fold(word) for word in [self.name, *self.words.split()] if word]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a text without spaces, width and case."""
    return SPACE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def kind_in(text: str, kinds: Sequence[KindWords]) -> KindWords | None:
    """Return the kind whose longest word stands in a text; of equal ones the first in the text."""
    folded = fold(text)
    best: tuple[int, int, KindWords] | None = None
    for kind in kinds:
        for word in kind.all_words:
            position = folded.find(word)
            if position >= 0 and (best is None or (len(word), -position) > best[:2]):
                best = (len(word), -position, kind)
    return best[2] if best else None


def choose_kind(category: str, title: str, kinds: Sequence[KindWords]) -> tuple[str, bool]:
    """Return the code of the kind, and whether the category was understood.

    The category decides; one that says nothing leaves it to the title, else it is "other".
    """
    named = (kind for kind in kinds if fold(category) in {fold(kind.name), kind.code})
    by_category = next(named, None) or kind_in(category, kinds) if category else None
    if by_category:
        return by_category.code, True
    by_title = kind_in(title, kinds)
    return (by_title.code if by_title else OTHER_KIND), not category


def is_room(place: str, rooms: Sequence[str]) -> bool:
    """Whether a place names rooms: "路演厅", "筑梦空间·路演厅", "书画室、舞蹈室"."""
    folded = [fold(room) for room in rooms if room]
    return _names_room(place, folded) or all(
        _names_room(part, folded) for part in BETWEEN_PLACES.split(place)
    )


def _names_room(place: str, folded_rooms: list[str]) -> bool:
    plain = fold(place)
    marks = fold(PREFIX_MARKS)
    return any(
        plain == room or (plain.endswith(room) and plain[: -len(room)][-1:] in set(marks))
        for room in folded_rooms
    )


@lru_cache(maxsize=1024)
def similar_room(place: str, rooms: tuple[str, ...]) -> str:
    """Return the room that a place probably means, or ""."""
    close = difflib.get_close_matches(place, [room for room in rooms if room], n=1, cutoff=0.6)
    return close[0] if close else ""


def duration_in(notes: str) -> tuple[int, str]:
    """Return minutes and the words that say so; (0, "") when notes tell no length: "时长90分钟"."""
    match = DURATION.search(unicodedata.normalize("NFKC", notes))
    if not match:
        return 0, ""
    if match["minutes"]:
        return int(match["minutes"]), match[0]
    written = match["hours"]
    hours = HOURS_IN_WORDS[written] if written in HOURS_IN_WORDS else float(written)
    half = 0.5 if "半" in match[0] and written != "半" else 0
    return round((hours + half) * 60), match[0]


def capacity_in(notes: str) -> str:
    """Return the number of places that notes tell: "名额：男女各20", "15组，满员即止"; else ""."""
    match = CAPACITY.search(notes)
    return (match["named"] or match["counted"]).strip() if match else ""


def phone_in(text: str) -> str:
    """Return the first telephone number in a text, or ""."""
    match = PHONE.search(text)
    return match[0] if match else ""
