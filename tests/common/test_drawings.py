"""Emblems and views: every name has a drawing, and a picture of it stands alone."""

from itertools import product
from xml.etree import ElementTree

import pytest

from common import drawings

SVG = "{http://www.w3.org/2000/svg}"


def symbols(sprite: str) -> dict[str, ElementTree.Element]:
    root = ElementTree.parse(drawings.STATIC / "img" / sprite).getroot()  # noqa: S314 - ours
    return {symbol.get("id"): symbol for symbol in root.iter(f"{SVG}symbol")}


def test_emblem_sprite_holds_every_lattice_and_every_tier_and_nothing_else():
    expected = {f"o-{tier}" for tier in drawings.LATTICE_BOXES}
    expected |= {f"l-{lattice}" for lattice in drawings.LATTICES}

    assert set(symbols("emblems.svg")) == expected


def test_scene_sprite_holds_every_view_and_nothing_else():
    assert set(symbols("scenes.svg")) == {f"s-{scene}" for scene in drawings.SCENES}


def test_no_two_lattices_share_a_drawing():
    drawn = [
        ElementTree.tostring(symbol[0])
        for name, symbol in symbols("emblems.svg").items()
        if name.startswith("l-")
    ]

    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("lattice", drawings.LATTICES)
def test_every_lattice_has_exactly_one_lit_pane(lattice):
    fills = [part.get("fill") for part in symbols("emblems.svg")[f"l-{lattice}"]]

    assert fills.count("var(--glow)") == 1


@pytest.mark.parametrize("sprite", ["emblems.svg", "scenes.svg"])
def test_sprites_name_colours_and_never_state_them(sprite):
    for name, symbol in symbols(sprite).items():
        for part in symbol.iter():
            for paint in (part.get("fill"), part.get("stroke")):
                assert paint is None or paint == "none" or paint.startswith("var(--"), name


def test_lattice_boxes_lie_inside_the_outline_field():
    for tier, box in drawings.LATTICE_BOXES.items():
        assert box.x >= 8, tier
        assert box.y >= 8, tier
        assert max(box.x, box.y) + box.size <= 88, tier


def test_emblem_stands_alone_for_every_tier_and_accent():
    for tier, accent in product(drawings.LATTICE_BOXES, drawings.ACCENTS):
        svg = drawings.standalone_svg(tier, "boat", accent)
        assert ElementTree.fromstring(svg).get("viewBox") == "0 0 96 96"  # noqa: S314 - ours
        assert "var(" not in svg


def test_view_stands_alone_in_the_colour_of_its_accent():
    svg = drawings.scene_svg("harbour", "sea")

    assert ElementTree.fromstring(svg).get("width") == "640"  # noqa: S314 - ours
    assert drawings.day_colours("sea")["seal"] in svg
    assert "var(" not in svg


@pytest.mark.parametrize(
    ("accent", "seal"), [("wall", "#1f6a4f"), ("sea", "#006096"), ("jujube", "#892934")]
)
def test_day_colours_are_those_of_the_tokens(accent, seal):
    colours = drawings.day_colours(accent)

    assert colours["seal"] == seal
    assert colours["glow"] == "#ffd257"
    assert colours["on-seal"] == "#ffffff"


def test_unknown_names_take_the_defaults():
    usual = drawings.standalone_svg("community", "well", "wall")

    assert drawings.standalone_svg("castle", "dragon", "gold") == usual
    assert drawings.scene_svg("", "") == drawings.scene_svg("night-flats", "wall")
