"""Made-up rows of search, 400 characters each: words of two characters, few of them frequent."""

from __future__ import annotations

import random
import re
from pathlib import Path

from wagtail.models import Page

from chinese.tokens import HAN
from search import index, synonyms

SYNONYMS = Path(synonyms.__file__).parent / "data" / "synonyms.tsv"  # characters in use
WORDS = 4_000  # of two characters, the n-th 1/n as frequent as the first
FREQUENT, RARE, TENTH = "服务", "翡翠", "vr"
CENTRES = 30


def put(first: int, last: int) -> None:
    for start in range(first, last, 2_000):
        index.put(entry(n) for n in range(start, min(start + 2_000, last)))


def entry(number: int) -> index.Entry:
    """Return one row of 400 characters; the same for the same number."""
    chance = random.Random(number)  # noqa: S311 (a stable text)
    words = chance.choices(vocabulary(), weights=frequencies(), k=170)
    if number % 10 == 0:
        words[7] = " VR "
    title = "".join(words[:6])
    if number % 20 == 1:
        title = f"衡星党建{title}"
    body = "".join(
        word + ("，" if place % 7 == 6 else "") for place, word in enumerate(words[6:])
    ) + ("党群服务中心。" if number % 20 else "开放。")
    return index.Entry(
        kind=chance.choice(("activity", "activity", "menu", "notice", "centre")),
        thing_key=f"b{number}",
        title=title,
        body=body,
        url="/",
        node_id=chance.choice(nodes()),
        day_tokens=f"d2026{chance.randint(1, 12):02}{chance.randint(1, 28):02}",
        audiences=chance.choice(("all", "elder", "child", "child elder", "")),
    )


_made: dict[str, list] = {}


def vocabulary() -> list[str]:
    if "words" not in _made:
        chance = random.Random(5)  # noqa: S311 (a stable vocabulary)
        common = sorted(set(re.findall(f"[{HAN}]", SYNONYMS.read_text("utf-8"))))
        words = ["".join(chance.sample(common, 2)) for _ in range(WORDS)]
        words[0], words[40], words[WORDS - 1] = FREQUENT, "灯火", RARE
        _made["words"] = words
    return _made["words"]


def frequencies() -> list[float]:
    return _made.setdefault("weights", [1 / (1 + n) for n in range(WORDS)])


def nodes() -> list[int]:
    if "nodes" not in _made:
        home = Page.objects.get(depth=2)
        made = [home.add_child(instance=Page(title=f"社区{n}")) for n in range(CENTRES)]
        _made["nodes"] = [page.pk for page in made]
    return _made["nodes"]
