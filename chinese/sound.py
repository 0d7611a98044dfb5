"""How a name sounds, so that shufa, sf and the slip 书发 all find 书法.

From each character of a name on, its toneless sounds are run together, and its initials. Other
readings of a character (长 chang, zhang) are put in one at a time. What people mix up (zh z, ch c,
sh s, -ng -n) is written one way. Engines then need only look up the beginning of a token.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from chinese.folding import fold
from chinese.tokens import IS_HAN, MAX_QUERY, index_tokens, spelled

# Without its table of phrases the library loads in 0.04 s and 15 MB instead of 0.24 s and 58 MB.
# All readings of a character are kept here, so the table would add nothing.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")

from pypinyin import Style, pinyin

MAX_SOUND = 16  # letters of a sound kept
MAX_INITIALS = 8
HEARD = 2 * MAX_SOUND + 1  # letters that are enough for a sound, as two become one
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


class Spoken:
    """A word as it is said, from any of its characters on.

    Attributes:
        sound: the likeliest readings of all characters run together.
        starts: where each character's reading begins in it; its end, last.
        initials: the first letters of these readings.
        others: places of characters that are read otherwise too, with these readings.
    """

    def __init__(self, word: str):
        every = [readings(char) for char in word]
        likely = [one[0] for one in every]
        self.sound = "".join(likely)
        self.starts = [*accumulate(map(len, likely), initial=0)]
        self.initials = "".join([reading[0] for reading in likely])
        self.others = [(place, one[1:]) for place, one in enumerate(every) if len(one) > 1]

    def sounds(self, starts: Iterable[int] = (0,)) -> list[str]:
        """Return how the word sounds from each of these characters on, and its initials.

        Other readings are put in one at a time, for the first few characters.
        """
        sounds: list[str] = []
        initials: list[str] = []
        for start in starts:
            self._say(start, sounds, initials)
        # All at once: a replacement in one long text is cheaper than in many short ones.
        heard = [sound[:MAX_SOUND] for sound in blur(" ".join(sounds)).split(" ")]
        tokens = heard + initials
        return tokens if self.sound.isascii() else list(map(spelled, tokens))

    def _say(self, start: int, sounds: list[str], initials: list[str]) -> None:
        begin, last = self.starts[start], start + MAX_INITIALS
        sounds.append(self.sound[begin : begin + HEARD])
        initials.append(self.initials[start:last])
        for place, others in self.others:
            if start <= place < last:
                before, end = self.sound[begin : self.starts[place]], self.starts[place + 1]
                after = self.sound[end : end + HEARD]
                first, rest = self.initials[start:place], self.initials[place + 1 : last]
                sounds += [f"{before}{other}{after}" for other in others]
                initials += [f"{first}{other[0]}{rest}" for other in others]


def suggest_tokens(name: str) -> list[str]:
    """Return everything a name can be looked up by while typing: its tokens, sounds, initials."""
    name = name[:MAX_NAME]
    tokens = index_tokens(name)
    for word in WORD.findall(fold(name)):
        tokens += Spoken(word).sounds(range(len(word)))
    return list(dict.fromkeys(tokens))


def sound_of(query: str) -> str:
    """Return how a query sounds, as the beginning of a token to look up; empty if it is silent.

    heng xing → henxin; 恒星党建 → henxindanjian; hx → hx.
    """
    word = "".join(WORD.findall(fold(query[:MAX_QUERY])))
    return spelled(blur("".join(readings(char)[0] for char in word[:MAX_QUERY]))[:MAX_SOUND])


def sounds_of(word: str) -> list[str]:
    """Return how a word sounds from its beginning, and its initials, in all its readings."""
    return [
        sound for part in WORD.findall(fold(word[:MAX_NAME]))[:1] for sound in Spoken(part).sounds()
    ]


def slip_in(name: str, query: str) -> str:
    """Return the part of a name that sounds exactly like the query, "" when none does.

    书发 in 海信书法课 → 书法; shufa → 书法; sf → 书法. The part is folded.
    """
    sound = sound_of(query)
    for word in WORD.findall(fold(name[:MAX_NAME])) if sound else ():
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + MAX_SOUND) + 1):
                if sound in Spoken(word[start:end]).sounds():
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
        spoken = Spoken(word)
        for start in range(len(word)):
            if any(heard.startswith(sound) for heard in spoken.sounds([start])):
                return before + start
        before += len(word)
    return None
