"""Pictures for sharing: fonts that are what they say, text of any kind, one drawing a version."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from common import cards, drawings, glyphs
from common.cards import Card

CARD = Card(
    title="冬至包饺子：街坊一起动手",
    name="四点半的灯",
    above="苏庄三里社区党群服务中心",
    when="12月22日周二 14:00–16:00",
    place="多功能厅",
    tier="community",
    lattice="boat",
    accent="jujube",
)


def test_vendored_fonts_are_the_recorded_ones():
    record = tomllib.loads((glyphs.FONTS / "fonts.toml").read_text(encoding="utf-8"))
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in glyphs.vendored()}
    assert record["sha256"] == sums
    assert record["licence"] == "OFL-1.1"
    assert "SIL OPEN FONT LICENSE" in (glyphs.FONTS / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_fonts_hold_every_character_that_is_promised(weight):
    held = set(TTFont(glyphs.FONTS / f"NotoSansSC-{weight}.ttf").getBestCmap())
    assert glyphs.covered() <= held
    needed = glyphs.encodable("gb2312") | {ord(one) for one in glyphs.NAMES + glyphs.SIGNS}
    assert {chr(point) for point in needed - held if chr(point).isalnum()} == set()


@pytest.mark.parametrize(
    "text", ["党群服务中心", "繁體中文彩藝壇", "龘䶮㛃喆犇", "12月22日 14:00–16:00", "㎡℃①"]
)
def test_what_people_write_can_be_set(text):
    assert glyphs.settable(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("冬至🎉包饺子", "冬至包饺子"),
        ("一\r\n二\t三", "一 二 三"),
        ("\u202e反\x00了", "反了"),
        ("", ""),
    ],
)
def test_what_the_fonts_lack_is_left_out(text, expected):
    assert glyphs.settable(text) == expected


def test_ranges_are_read_back():
    assert glyphs.as_ranges({0x20, 0x21, 0x4E00}) == "20-21\n4e00-4e00\n"


def size_of(png: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(png)).size


@pytest.mark.parametrize("tier", drawings.LATTICE_BOXES)
def test_every_tier_can_be_drawn(tier):
    assert size_of(cards.draw(replace(CARD, tier=tier))) == (1200, 630)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "#set text(red) *b* $x$ <t> @ref \\ `x`",
        '"',
        "很长" * 5000,
        "：",
        "a：b",
        "\x00",
        "#" * 90,
    ],
)
def test_text_of_any_kind_is_drawn(title):
    values = dict.fromkeys(("name", "above", "when", "place"), title)
    assert size_of(cards.draw(Card(title=title, **values))) == (1200, 630)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_words_stay_within_their_limits(text):
    words = Card(title=text, name=text, when=text).words
    for name, limit in cards.LIMITS.items():
        assert len(words[name]) <= limit + 1  # the title's line break


@pytest.mark.parametrize(
    "values", [{"title": "别的"}, {"when": ""}, {"accent": "sea"}, {"lattice": "well"}]
)
def test_a_change_makes_another_version(values):
    assert replace(CARD, **values).digest != CARD.digest


def test_the_same_facts_are_the_same_version():
    assert replace(CARD).digest == CARD.digest
    assert replace(CARD, title=f"{CARD.title}🎉").digest == CARD.digest


def test_a_picture_is_drawn_once(monkeypatch):
    calls = []
    monkeypatch.setattr(cards, "draw", lambda card: calls.append(card) or b"png")
    assert cards.picture(CARD) == cards.picture(CARD) == b"png"
    assert len(calls) == 1


def test_too_many_at_once_are_told_to_come_back(monkeypatch):
    monkeypatch.setattr(cards, "PATIENCE_SECONDS", 0)
    held = [cards._slots.acquire(blocking=False) for _ in range(cards.AT_ONCE)]
    try:
        with pytest.raises(cards.Busy):
            cards.picture(CARD)
    finally:
        for _ in filter(None, held):
            cards._slots.release()
