"""Written forms made equal: width, case, accents and script, one character at a time.

Folding never looks at neighbours: fold(a + b) == fold(a) + fold(b). So every part of a text folds
the same as the whole, stays findable, and positions can be followed back to the author's text.
(Phrase conversion cannot promise this: 乾隆 would keep 乾 and 乾淨 would give 干.)
"""

from __future__ import annotations

import unicodedata

import opencc

# What OpenCC leaves apart character by character, because only the context could tell.
MERGED = str.maketrans(
    "著乾瞭覆藉餘馀妳牠衹彷氊敍擧粧繙賸甦蔴枱姪徧廻",
    "着干了复借余余你它只仿毡叙举妆翻剩苏麻台侄遍回",
)
DROPPED = ("Mn", "Me", "Cf", "Cs")  # marks, invisible characters, halves of a character
CACHED = 40_000  # a visitor who types all of Unicode must not fill the memory


class Fold(dict):
    """Table for `str.translate`, filled on demand: code point to folded text, "" to drop it."""

    simplified = opencc.OpenCC("t2s").convert

    def __missing__(self, code: int) -> str:
        folded = self.folded(chr(code))
        if len(self) < CACHED:
            self[code] = folded
        return folded

    def folded(self, char: str) -> str:
        """Return one character folded; may be empty or several characters (㍿, ﷺ)."""
        text = unicodedata.normalize("NFKD", char).casefold()
        # Lone halves must go before OpenCC sees them: its binding fails on them.
        text = "".join(c for c in text if unicodedata.category(c) not in DROPPED)
        text = unicodedata.normalize("NFC", text).translate(MERGED)
        text = "".join(self.simplified(c) for c in text).translate(MERGED)
        return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)


FOLD = Fold()


def fold(text: str) -> str:
    """Return the text in half width, small letters, without accents, in simplified script.

    Control characters become spaces, so that they divide words and reach no engine.
    """
    return text.translate(FOLD)
