"""How a name sounds, so that shufa, sf and the slip 书发 all find 书法.

From each character of a name on, its toneless sounds are run together, and its initials. Other
readings of a character (长 chang, zhang) are put in one at a time. What people mix up (zh z, ch c,
sh s, -ng -n) is written one way. Engines then need only look up the beginning of a token.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache

from chinese.folding import fold
from chinese.tokens import IS_HAN, MAX_QUERY, index_tokens, spelled

# Without its table of phrases the library loads in 0.04 s and 15 MB instead of 0.24 s and 58 MB.
# All readings of a character are kept here, so the table would add nothing.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")

from pypinyin import Style, pinyin

MAX_SOUND = 16  # letters of a sound kept
MAX_INITIALS = 8
MAX_NAME = 120  # characters of a name that are listened to
WORD = re.compile(r"[^\W_]+")  # characters, letters and digits together: 新城e家
MIXED_UP = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))


@cache
def _han_readings(char: str) -> tuple[str, ...]:
    return tuple(fold(r) for r in pinyin(char, style=Style.NORMAL, heteronym=True)[0])


def readings(char: str) -> tuple[str, ...]:
    """Return the toneless readings of a character, the likeliest first; a letter reads as itself.

    Always at least one: a character without a known reading stands for itself.
    """
    if not IS_HAN.match(char):
        return (char,)
    return _han_readings(char) or (char,)


def blur(sound: str) -> str:
    """Return a sound with the usual mix-ups made one: zh ch sh -ng as z c s -n."""
    for said, written in MIXED_UP:
        sound = sound.replace(said, written)
    return sound


def _spoken(word: str, start: int) -> Iterator[list[str]]:
    """Yield the ways to say a word from one character on, the likeliest first."""
    rest = [readings(char) for char in word[start : start + MAX_SOUND]]
    likely = [every[0] for every in rest]
    yield likely
    for i, every in enumerate(rest[:MAX_INITIALS]):
        for other in every[1:]:
            yield [*likely[:i], other, *likely[i + 1 :]]


def _sounds_from(word: str, start: int) -> Iterator[str]:
    for syllables in _spoken(word, start):
        yield spelled(blur("".join(syllables))[:MAX_SOUND])
        yield spelled("".join(syllable[0] for syllable in syllables[:MAX_INITIALS]))


def suggest_tokens(name: str) -> Iterator[str]:
    """Yield everything a name can be looked up by while typing: its tokens, sounds and initials."""
    name = name[:MAX_NAME]
    seen = set()
    for token in index_tokens(name):
        seen.add(token)
        yield token
    for word in WORD.findall(fold(name)):
        for start in range(len(word)):
            for sound in _sounds_from(word, start):
                if sound not in seen:
                    seen.add(sound)
                    yield sound


def sound_of(query: str) -> str:
    """Return how a query sounds, as the beginning of a token to look up; empty if it is silent.

    heng xing → henxin; 恒星党建 → henxindanjian; hx → hx.
    """
    said = "".join(WORD.findall(fold(query[:MAX_QUERY])))
    return spelled(blur("".join(readings(char)[0] for char in said[:MAX_QUERY]))[:MAX_SOUND])


def sounds_of(word: str) -> Iterator[str]:
    """Yield how a word sounds from its beginning, and its initials, in all its readings."""
    for part in WORD.findall(fold(word[:MAX_NAME]))[:1]:
        yield from _sounds_from(part, 0)


def slip_in(name: str, query: str) -> str:
    """Return the part of a name that sounds exactly like the query, "" when none does.

    书发 in 海信书法课 → 书法; shufa → 书法; sf → 书法. The part is folded.
    """
    sound = sound_of(query)
    for word in WORD.findall(fold(name[:MAX_NAME])) if sound else ():
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + MAX_SOUND) + 1):
                if sound in _sounds_from(word[start:end], 0):
                    return word[start:end]
    return ""


def heard_at(name: str, query: str) -> int | None:
    """Return how early in the name the query is heard: characters before it, None if nowhere.

    Only letters, digits and Chinese characters count: 「新城e家」 begins with 新.
    """
    sound, before = sound_of(query), 0
    if not sound:
        return None
    for word in WORD.findall(fold(name[:MAX_NAME])):
        for start in range(len(word)):
            if any(said.startswith(sound) for said in _sounds_from(word, start)):
                return before + start
        before += len(word)
    return None
