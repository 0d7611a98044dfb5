"""Emblems and views: which drawings exist, and one of them as a picture that stands alone.

An emblem is a garden window: the outline says the tier, the lattice is the house, the colour its
accent, and one pane is lit. The drawings live in two sprites below `site/static/img/`; their
colours are names of `tokens.css`, so a page colours them by day and by night. For pictures made
elsewhere (sharing, posters) the names are replaced by the day's colours of one accent.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

STATIC = Path(__file__).resolve().parent.parent / "site" / "static"

# Lattices, each drawn in a square of 64; the order is that of the editor's list.
LATTICES = {
    "boat": _("sailing boat"),
    "hills": _("hills"),
    "tower": _("bell tower"),
    "maze": _("key pattern"),
    "diamond": _("lozenge"),
    "waves": _("waves"),
    "wheel": _("wheel"),
    "roof": _("roof"),
    "book": _("open book"),
    "lamp": _("lantern"),
    "ice": _("cracked ice"),
    "plum": _("plum blossom"),
    "cloud": _("cloud"),
    "ruyi": _("ruyi"),
    "brocade": _("brocade"),
    "rings": _("linked rings"),
    "bamboo": _("bamboo"),
    "fish": _("fish"),
    "bridge": _("arched bridge"),
    "drum": _("drum"),
    "kite": _("kite"),
    "loom": _("loom"),
    "pagoda": _("pagoda"),
    "scale": _("fish scales"),
    "seed": _("seedling"),
    "shuttle": _("shuttle"),
    "spring": _("spring"),
    "star": _("eight-pointed star"),
    "well": _("well"),
}

# Views through a window, 640 by 400. The label is what somebody hears who cannot see the drawing.
SCENES = {
    "harbour": _("Outside the window: the sea, a sailing boat and a lighthouse with its lamp on"),
    "night-flats": _("Outside the window: blocks of flats on a winter night, many windows lit"),
    "square": _("Outside the window: the square in front of the centre, with trees and a flag"),
    "courtyard": _("Outside the window: an old courtyard with a moon gate"),
    "workshop": _("Outside the window: a workshop with long benches and hanging lamps"),
    "library": _("Outside the window: bookshelves and a reading lamp"),
    "stage": _("Outside the window: a small stage with its curtain open"),
    "lantern-street": _("Outside the window: strings of lanterns over a street"),
    "bridge-river": _("Outside the window: an arched bridge over a river"),
    "hills-village": _("Outside the window: a village at the foot of the hills"),
    "office-towers": _("Outside the window: office towers at dusk"),
    "market": _("Outside the window: market stalls under striped awnings"),
    "canteen": _("Outside the window: a canteen with steaming bowls on the table"),
    "dance-hall": _("Outside the window: a dance hall with mirrors and lamps"),
    "snow-yard": _("Outside the window: a snowy yard and a house with its lights on"),
    "playground": _("Outside the window: a playground with a slide and a swing"),
    "clinic": _("Outside the window: a consulting room with a lamp"),
    "lecture": _("Outside the window: a lecture, rows of chairs before a screen"),
    "garden": _("Outside the window: a roof garden with vegetable beds"),
    "stop-station": _("Outside the window: a stop for riders, its lamp on"),
}

ACCENTS = (
    "wall",
    "sea",
    "indigo",
    "teal",
    "bamboo",
    "ochre",
    "persimmon",
    "jujube",
    "rose",
    "tea",
)


class Box(NamedTuple):
    """Where the lattice stands inside an outline of 96 by 96."""

    x: int
    y: int
    size: int


# The tiers, and the room each outline leaves for its lattice.
LATTICE_BOXES = {
    "city": Box(23, 23, 50),
    "district": Box(22, 22, 52),
    "street": Box(19, 19, 58),
    "town": Box(21, 21, 54),
    "community": Box(15, 15, 66),
    "village": Box(18, 18, 60),
    "building": Box(24, 24, 48),
    "business-circle": Box(17, 17, 62),
    "park": Box(20, 20, 56),
    "stop": Box(27, 25, 42),
}

DEFAULT_TIER = "community"
DEFAULT_LATTICE = "well"
DEFAULT_ACCENT = "wall"
DEFAULT_SCENE = "night-flats"

# Stroked in the colour of the text on a field of 24 by 24.
ICONS = {
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10h16M9 3v4M15 3v4"/>',
    "play": '<path d="M7 4.5v15l12-7.5z" fill="currentColor"/>',
    "print": '<path d="M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z"/>',
    "copy": '<path d="M8 8h12v13H8zM16 8V3H4v13h4"/>',
    "phone": '<path d="M5 3h4l2 5-3 2c1 3 3 5 6 6l2-3 5 2v4c0 1-1 2-2 2'
    'C10 20 4 13 3 5c0-1 1-2 2-2z"/>',
    "place": '<path d="M12 21c-5-6-7-9-7-12a7 7 0 0 1 14 0c0 3-2 6-7 12z"/>'
    '<circle cx="12" cy="9" r="2.5"/>',
    "share": '<path d="M12 15V3M7.5 7.5L12 3l4.5 4.5M5 12v9h14v-9"/>',
}


def standalone_svg(tier: str, lattice: str, accent: str) -> str:
    """Return an emblem as a whole SVG document, 96 by 96, in the day's colours of the accent.

    A tier, lattice or accent that does not exist is replaced by the default one.
    """
    tier = known(tier, LATTICE_BOXES, DEFAULT_TIER)
    x, y, size = LATTICE_BOXES[tier]
    outline = _symbol("emblems.svg", f"o-{tier}")
    inside = _symbol("emblems.svg", f"l-{known(lattice, LATTICES, DEFAULT_LATTICE)}")
    body = f'{outline}<g transform="translate({x} {y}) scale({size / 64:g})">{inside}</g>'
    return _document(96, 96, body, accent)


def scene_svg(scene: str, accent: str) -> str:
    """Return a view as a whole SVG document, 640 by 400, in the day's colours of the accent.

    A scene or accent that does not exist is replaced by the default one.
    """
    name = known(scene, SCENES, DEFAULT_SCENE)
    return _document(640, 400, _symbol("scenes.svg", f"s-{name}"), accent)


def known(name: str, names, default: str) -> str:
    """Return `name` if it is among `names`, else the default."""
    return name if name in names else default


@cache
def day_colours(accent: str) -> dict[str, str]:
    """Return the colours of tokens.css by day: name without dashes to "#rrggbb".

    The accent adds accent, accent-strong, accent-tint, accent-line and seal.
    """
    css = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    colours = dict(_COLOUR.findall(css[: css.index("Traditional Chinese, Latin")]))
    rule = css[css.index(f'[data-accent="{known(accent, ACCENTS, DEFAULT_ACCENT)}"]') :]
    own = dict(_COLOUR.findall(rule[: rule.index("}")]))
    for name in ("accent", "seal"):
        colours[name] = own[f"l-{name}"]
    for name in ("strong", "tint", "line"):
        colours[f"accent-{name}"] = own[f"l-{name}"]
    return colours


_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
_NAMED = re.compile(r"var\(--([\w-]+)\)")


@cache
def _symbol(sprite: str, name: str) -> str:
    text = (STATIC / "img" / sprite).read_text(encoding="utf-8")
    found = re.search(rf'<symbol id="{name}"[^>]*>(.*?)</symbol>', text, re.DOTALL)
    if found is None:
        raise ValueError(f"{sprite} has no drawing named {name}")
    return found[1]


def _document(width: int, height: int, body: str, accent: str) -> str:
    colours = day_colours(accent)
    painted = _NAMED.sub(lambda name: colours[name[1]], body)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">{painted}</svg>'
    )
