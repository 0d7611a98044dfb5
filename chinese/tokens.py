"""A text cut into what search engines store, and a query into what it asks for.

Runs of Chinese characters become overlapping pairs plus the last character: 衡星党 → 衡星 星党 党.
Each character begins exactly one token, so a single character is asked for as the beginning of a
token. Words of letters and digits stay whole. No vocabulary, nothing to maintain, and every word of
two characters is found wherever it stands.
"""

from __future__ import annotations

import re
from operator import add
from typing import NamedTuple

from chinese.folding import fold

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
RUN = re.compile(f"[{HAN}]+|(?:(?![{HAN}_])\\w)+")
IS_HAN = re.compile(f"[{HAN}]")
COMMON = "\uffff"  # the last character that every engine knows

MAX_QUERY = 200  # characters read of a query
MAX_TERMS = 32
MAX_WORD = 40  # letters kept of a word

# What people say around the thing they look for. Cut from queries only, if something is left.
ASKING = re.compile(
    "怎么办理|怎么样|怎么办|怎么|如何|什么时候|几点钟?|在哪里|在哪儿|在哪个?|哪里|哪儿|哪个|哪些|什么"
    "|有没有|能不能|可不可以|是不是|可以|能否|是否|我想要?|我要|想要|请问|请教|一下|[吗呢吧啊]$"
)


class Term(NamedTuple):
    """One thing a query asks for: a whole token, or the beginning of one."""

    token: str
    is_prefix: bool = False


def pairs(run: str) -> list[str]:
    """Return each character with the one after it, the last one alone."""
    tokens = [*map(add, run, run[1:]), run[-1]]
    return tokens if max(run) <= COMMON else [spelled(token) for token in tokens]


def spelled(token: str) -> str:
    """Return the token with rare characters as numbers.

    Full-text engines take characters above U+FFFF that they do not know for spaces.
    """
    if token.isascii() or max(token) <= COMMON:
        return token
    return "".join(c if c <= COMMON else f"u{ord(c):x}" for c in token)


def index_tokens(text: str) -> list[str]:
    """Return the tokens of a text in their order, repeated as often as they stand there."""
    tokens: list[str] = []
    for run in RUN.findall(fold(text)):
        if IS_HAN.match(run):
            tokens += pairs(run)
        else:
            tokens.append(spelled(run[:MAX_WORD]))
    return tokens


def terms(query: str) -> list[Term]:
    """Return what a query asks for, each once; empty when nothing can be asked for.

    書法 → 书法; 学书法 → 学书 书法; 舞 → the beginning 舞; 怎么学书法 → 学书 书法.
    """
    folded = fold(query[:MAX_QUERY])
    asked: list[Term] = []
    for run in RUN.findall(ASKING.sub(" ", folded)) or RUN.findall(folded):
        if not IS_HAN.match(run):
            asked.append(Term(spelled(run[:MAX_WORD])))
        elif len(run) == 1:
            asked.append(Term(spelled(run), True))
        else:
            asked += [Term(pair) for pair in pairs(run)[:-1]]
    return list(dict.fromkeys(asked))[:MAX_TERMS]
