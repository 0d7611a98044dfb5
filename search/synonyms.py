"""Words that mean the same to people of the field: 老娘舅 finds 调解员 (pure).

A group is a line of words. Who asks for one of them is shown the others too; words behind ">" are
found by those before it, but not the other way round: "舞 > 交谊舞、广场舞".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from chinese.folding import fold
from chinese.sound import sound_of, sounds_of
from chinese.tokens import HAN, IS_HAN, RUN

MIN_WORDS, MAX_WORDS = 2, 20
MAX_LENGTH = 24  # characters of a word
MAX_RUNS = 4  # words of letters that one synonym may have: "university for seniors"
MAX_OTHERS = 16  # looked for beside one word
# Between words: the usual marks and line ends; a space only beside a Chinese character.
BETWEEN = re.compile(rf"[、,，;；\n]+|(?<=[{HAN}])\s+|\s+(?=[{HAN}])")


class Group(NamedTuple):
    """Words that find each other, and words that are only found."""

    words: tuple[str, ...]
    found: tuple[str, ...] = ()


class Part(NamedTuple):
    """A piece of what is looked for, and the words that would do as well."""

    said: str
    others: tuple[str, ...] = ()


class Run(NamedTuple):
    """What stands together in a text, whole and in pieces."""

    said: str
    parts: tuple[Part, ...]


def split(text: str) -> tuple[str, ...]:
    """Return the words of a field, each once, as they are written."""
    words = (" ".join(word.split()) for word in BETWEEN.split(text))
    return tuple(dict.fromkeys(word for word in words if word))


def key_of(word: str) -> str:
    """Return the form in which words are compared: folded, marks as spaces."""
    return " ".join(RUN.findall(fold(word)))


def lines_of(text: str) -> Iterator[Group]:
    """Yield the groups of a file of words, one a line; lines that begin with # are remarks."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            words, _, found = line.partition(">")
            yield Group(split(words), split(found))


@dataclass(frozen=True)
class Synonyms:
    """A table to look words up in: the folded form of a word to what is looked for beside it."""

    others: dict[str, tuple[str, ...]]
    heads: tuple[str, ...] = ()

    @classmethod
    def of(cls, groups: Iterable[Group]) -> Synonyms:
        others: dict[str, dict[str, None]] = {}
        groups = list(groups)
        for group in groups:
            for word in group.words:
                beside = (*group.words, *group.found)
                known = others.setdefault(key_of(word), {})
                known |= dict.fromkeys(other for other in beside if other != word)
        heads = dict.fromkeys(group.words[0] for group in groups if group.words)
        found = {key: tuple(words)[:MAX_OTHERS] for key, words in others.items() if key}
        return cls(found, tuple(heads))

    def heads_like(self, text: str) -> list[str]:
        """Return the first words of groups that begin with a text or sound as if they did."""
        typed, sound = fold(text.strip()), sound_of(text)
        if not sound:
            return []
        return [
            head
            for head in self.heads
            if fold(head).startswith(typed) or (len(sound) > 1 and _heard(head, sound))
        ]

    def runs(self, text: str) -> list[Run]:
        """Cut a text into runs, and each run into known words and what lies between them.

        A run without a known word is one part. 找律师 → 律师: single characters beside a known
        word are left out, they say nothing more.
        """
        runs, cut = RUN.findall(fold(text)), []
        at = 0
        while at < len(runs):
            length = self._phrase(runs[at : at + MAX_RUNS])
            said = " ".join(runs[at : at + max(1, length)])
            parts = (Part(said, self.others[said]),) if length else self._pieces(said)
            cut.append(Run(said, parts))
            at += length or 1
        return cut

    def _phrase(self, runs: list[str]) -> int:
        """Return how many runs from the first on are a known word together."""
        for length in range(len(runs), 0, -1):
            if " ".join(runs[:length]) in self.others:
                return length
        return 0

    def _pieces(self, run: str) -> tuple[Part, ...]:
        if not IS_HAN.match(run):
            return (Part(run),)
        parts: list[Part] = []
        place = 0
        while place < len(run):
            known = self._known(run[place:])
            if known:
                parts.append(Part(known, self.others[known]))
            elif parts and not parts[-1].others:
                parts[-1] = Part(parts[-1].said + run[place])
            else:
                parts.append(Part(run[place]))
            place += len(known) or 1
        if not any(part.others for part in parts):
            return (Part(run),)
        return tuple(part for part in parts if len(part.said) > 1)

    def _known(self, rest: str) -> str:
        """Return the longest known word of two characters or more that the text begins with."""
        for length in range(min(len(rest), MAX_LENGTH), 1, -1):
            if rest[:length] in self.others:
                return rest[:length]
        return ""


@lru_cache(maxsize=4_000)
def _sounds(word: str) -> tuple[str, ...]:
    return tuple(sounds_of(word))


def _heard(word: str, sound: str) -> bool:
    return any(each.startswith(sound) for each in _sounds(word))


NONE = Synonyms({})
