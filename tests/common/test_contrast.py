"""Every promised pair of colours in tokens.css: text 4.5:1, shapes 3:1, by day and by night."""

import re
from itertools import product

import pytest

from common.drawings import ACCENTS, STATIC

CSS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
TEXT, SHAPE = 4.5, 3.0
PAIRS = [
    *[
        (text, ground, TEXT)
        for text in ("ink", "ink-2", "change")
        for ground in ("paper", "plaster")
    ],
    *[(f"on-lit-{level}", f"lit-{level}", TEXT) for level in (1, 2, 3)],
    *[(text, "dado", TEXT) for text in ("ink", "ink-2")],
    *[(text, "tint", TEXT) for text in ("ink", "ink-2", "accent")],
    *[(text, ground, TEXT) for text in ("accent", "strong") for ground in ("paper", "plaster")],
    *[("on-accent", ground, TEXT) for ground in ("accent", "strong")],
    ("change", "change-tint", TEXT),
    ("on-change", "change", TEXT),
    ("on-seal", "seal", TEXT),
    *[(shape, "paper", SHAPE) for shape in ("frame", "edge", "dado-line", "line", "seal")],
    ("dado-line", "dado", SHAPE),
    ("edge", "plaster", SHAPE),
    ("glow", "seal", SHAPE),
]


def colours_in(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block))


def palette(mode: str, accent: str) -> dict[str, str]:
    found = colours_in(CSS[: CSS.index("Traditional Chinese, Latin")])
    if mode == "dark":
        found |= colours_in(re.search(r':root\[data-theme="dark"\] \{(.*?)\n  \}', CSS, re.S)[1])
    rule = re.search(rf'\[data-accent="{accent}"\] \{{(.*?)\n  \}}', CSS, re.S)[1]
    own = colours_in(rule)
    return found | {name[2:]: own[name] for name in own if name[0] == mode[0]}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_ratio_of_black_on_white_is_that_of_the_standard():
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("mode", "accent"), list(product(["light", "dark"], ACCENTS)))
def test_promised_pairs_can_be_told_apart(mode, accent):
    colours = palette(mode, accent)

    for front, ground, least in PAIRS:
        assert ratio(colours[front], colours[ground]) >= least, (front, ground)


def test_the_night_is_written_alike_for_the_system_and_for_a_wish():
    by_system = re.search(r':root:not\(\[data-theme="light"\]\) \{(.*?)\n    \}', CSS, re.S)[1]
    by_wish = re.search(r':root\[data-theme="dark"\] \{(.*?)\n  \}', CSS, re.S)[1]

    assert colours_in(by_system) == colours_in(by_wish)
