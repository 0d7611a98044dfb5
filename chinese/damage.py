"""Copy damage: what texts bring along from web pages, PDFs, chats and broken files.

`find` points at each place and says what should stand there, where that can be known. It knows
signs, not meanings: a text without findings may still be wrong.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from chinese.sound import readings

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
LATIN = f"a-zɑɡü{TONED}"
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"

# A reading after its character: 衡héng山, 衡(héng)山, 社shè 区qū.
READING = re.compile(
    rf"(?<=([{HAN}]))(\s*[(（]\s*[{LATIN}]+\s*[)）]|[ ]?[{LATIN}]+)(?![{LATIN}\d])", re.I
)
DOUBLED = re.compile(
    r"([。，、；：])\1+|([，、；：])(?=[。！？])|([。！？])[，、；：]+|([，、；])[、，；：]+"
)
ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.I)
# UTF-8 read as GBK and back, memory shown as text, and UTF-8 read as Latin-1.
GARBLED = re.compile(
    r"(?:锟斤拷)+|烫{3,}|屯{3,}|(?:[ÃÂ][\x80-\xbf©®°±·»¼½¾¤¥§¨ª¬¯´µ¶¸¹º]){2,}|â€[œ\x9d™“”˜¦]?"
)
LOST = re.compile(r"\ufffd+|\?{3,}|□{2,}")
INVISIBLE = re.compile(
    "[\u200b\u200c\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]")
MARKS = str.maketrans({"ɡ": "g", "ɑ": "a", "ü": "v"})


@dataclass(frozen=True)
class Damage:
    """One damaged place: `text[start:end]`, and what should stand there (None: nobody can know).

    `kind` is one of reading, doubled, entity, garbled, lost, invisible, private.
    """

    kind: str
    start: int
    end: int
    better: str | None

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def find(text: str) -> list[Damage]:
    """Return the damaged places of a text in their order, none within another."""
    found = sorted(
        (damage for search in SEARCHES for damage in search(text)),
        key=lambda damage: (damage.start, -damage.end),
    )
    apart: list[Damage] = []
    for damage in found:
        if not apart or damage.start >= apart[-1].end:
            apart.append(damage)
    return apart


def mend(text: str) -> str:
    """Return the text with everything mended that can be; nothing else is touched."""
    for damage in reversed(find(text)):
        if damage.better is not None:
            text = text[: damage.start] + damage.better + text[damage.end :]
    return text


def _readings(text: str) -> Iterator[Damage]:
    for match in READING.finditer(text):
        sound = re.sub(r"[\s()（）]", "", match[2]).casefold()
        if is_reading(sound, match[1]):
            yield Damage("reading", match.start(2), match.end(2), "")


def is_reading(sound: str, char: str) -> bool:
    """Whether letters are how a character is read; without a tone mark they must be its reading."""
    if any(letter in TONED for letter in sound):
        return len(sound) <= 6
    return len(sound) > 1 and plain(sound) in {plain(one) for one in readings(char)}


def plain(sound: str) -> str:
    """Return a syllable without tones: lǜ and lü give lv."""
    kept = sound.translate(MARKS).replace("v", "u\u0308")
    kept = unicodedata.normalize("NFC", kept).translate(MARKS)
    return "".join(c for c in unicodedata.normalize("NFD", kept) if not unicodedata.combining(c))


def _doubled(text: str) -> Iterator[Damage]:
    for match in DOUBLED.finditer(text):
        same, before_end, end, mixed = match.groups()
        yield Damage(
            "doubled", match.start(), match.end(), "" if before_end else same or end or mixed
        )


def _entities(text: str) -> Iterator[Damage]:
    for match in ENTITY.finditer(text):
        meant = match[0]
        while (read := html.unescape(meant)) != meant:
            meant = read
        if not ENTITY.fullmatch(meant):
            yield Damage("entity", match.start(), match.end(), meant.replace("\xa0", " "))


def _patterns(text: str) -> Iterator[Damage]:
    for kind, pattern, better in PATTERNS:
        for match in pattern.finditer(text):
            yield Damage(kind, match.start(), match.end(), better)


PATTERNS: tuple[tuple[str, re.Pattern[str], str | None], ...] = (
    ("garbled", GARBLED, None),
    ("lost", LOST, None),
    ("private", PRIVATE, None),
    ("invisible", INVISIBLE, ""),
)
SEARCHES = (_readings, _doubled, _entities, _patterns)
