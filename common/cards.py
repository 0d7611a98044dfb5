"""Pictures for sharing, drawn by the project: who, what, when, where, on a field of 1200 by 630.

Drawing takes some hundredths of a second of the processor and no file but our own. At most two
are drawn at once in a process; a picture is kept in the cache under the hash of all it shows.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

import typst
from django.conf import settings
from django.core.cache import cache as store

from . import drawings, glyphs

TEMPLATE = Path(__file__).resolve().parent / "typst" / "card.typ"
KEEP_SECONDS = 7 * 24 * 60 * 60
AT_ONCE, PATIENCE_SECONDS = 2, 10
WIDTH, HEIGHT = 1200, 630
ONE_LINE = 9  # characters of the largest size
LIMITS = {"title": 90, "name": 22, "above": 30, "when": 26, "place": 24}

_slots = BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """Too many pictures are being drawn; the same request will succeed a little later."""


@dataclass(frozen=True)
class Card:
    """What a picture shows. Text of any kind and length; `when` and `place` may be empty."""

    title: str
    name: str
    above: str = ""
    when: str = ""
    place: str = ""
    tier: str = ""
    lattice: str = ""
    accent: str = ""

    @property
    def digest(self) -> str:
        """A short hash of all that decides how the picture looks; its version."""
        facts = json.dumps([self.words, self.tier, self.lattice, self.accent, design()])
        return hashlib.sha256(facts.encode()).hexdigest()[:16]

    @property
    def words(self) -> dict[str, str]:
        """The text as it is set: within its limits, only what the fonts hold."""
        values = asdict(self)
        words = {name: shortened(values[name], limit) for name, limit in LIMITS.items()}
        return words | {"title": halves(words["title"])}


def shortened(text: str, limit: int) -> str:
    """Return text of one line that the fonts hold, with … where it was cut."""
    text = glyphs.settable(text[: limit * 4])
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def halves(title: str) -> str:
    """Return a title that needs two lines broken where its sense breaks: after ： or ，."""
    for mark in "：，" if len(title) > ONE_LINE else "":
        first, found, second = title.partition(mark)
        if found and len(first) > 1 and len(second) > 1:
            return f"{first}{mark}\n{second}"
    return title


@cache
def design() -> str:
    """Return a hash of the template, the fonts and the drawings."""
    files = (TEMPLATE, glyphs.FONTS / "fonts.toml", drawings.STATIC / "img" / "emblems.svg")
    parts = [path.read_bytes() for path in (*files, drawings.STATIC / "css" / "tokens.css")]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def picture(card: Card) -> bytes:
    """Return the picture as PNG, from the cache when it was drawn before.

    Raises:
        Busy: others are being drawn and did not end in time.
    """
    key = f"card:{card.digest}"
    if held := store.get(key):
        return held
    if not _slots.acquire(timeout=PATIENCE_SECONDS):
        raise Busy
    try:
        drawn = draw(card)
    finally:
        _slots.release()
    store.set(key, drawn, KEEP_SECONDS)
    return drawn


def draw(card: Card) -> bytes:
    facts = card.words | {
        "site": settings.WAGTAIL_SITE_NAME,
        "colours": drawings.day_colours(card.accent),
        "emblem": drawings.standalone_svg(card.tier, card.lattice, card.accent),
    }
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[glyphs.FONTS],
        ignore_system_fonts=True,
        sys_inputs={"card": json.dumps(facts)},
        format="png",
        ppi=72.0,
    )
