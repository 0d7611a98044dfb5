"""A node as it is shared: its card, and what machines read of a house (schema.org)."""

from __future__ import annotations

from common import nodes
from common.cards import Card
from common.links import absolute
from media.centres import house_card

DAY_NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def node_card(page) -> Card:
    """Return the card of an area or a centre: its own words under its name."""
    place = page.address_line if page.node_kind == "centre" else page.place_name
    return house_card(page, title=page.slogan or page.title, place=place)


def find_card(code: str) -> Card | None:
    node = nodes.find(code)
    return node_card(node.page) if node else None


def place_data(centre, rules) -> dict:
    """Return a house as schema.org knows it; empty facts are left out.

    Args:
        rules: its weekly hours, each with days, opens, closes.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "CivicStructure",
        "name": centre.title,
        "alternateName": centre.brand_name,
        "description": centre.intro,
        "url": absolute(centre.address),
        "telephone": centre.phone,
        "address": centre.address_line,
        "openingHours": [hours_text(rule) for rule in rules],
    }
    if centre.latitude is not None and centre.longitude is not None:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(centre.latitude),
            "longitude": float(centre.longitude),
        }
    return {name: value for name, value in data.items() if value}


def hours_text(rule) -> str:
    """Return a rule as schema.org writes it: "Mo,Tu 08:30-17:30"."""
    days = ",".join(DAY_NAMES[int(day) - 1] for day in rule.days)
    return f"{days} {rule.opens:%H:%M}-{rule.closes:%H:%M}"
