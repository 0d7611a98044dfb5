"""The house that a livestream or notice belongs to, known here only as the page above it."""

from __future__ import annotations

from collections.abc import Sequence

from wagtail.models import Page

from common.cards import Card


def parent_path(page) -> str:
    return page.path[: -Page.steplen]


def with_centres(pages: Sequence) -> Sequence:
    """Give each page its house as `centre` and the house's `accent`; the same pages back.

    A constant number of queries: one, and one more for each kind of house.
    """
    paths = {parent_path(page) for page in pages}
    found = Page.objects.filter(path__in=paths).specific() if paths else ()
    centres = {centre.path: centre for centre in found}
    for page in pages:
        page.centre = centres.get(parent_path(page))
        page.accent = getattr(page.centre, "accent", "")
    return pages


def name_of(centre) -> str:
    return getattr(centre, "display_name", "") or centre.title


def whereabouts(centre, room: str = "") -> dict:
    """Return what a calendar shows of a house: place with room, street address, coordinates."""
    latitude = getattr(centre, "latitude", None)
    longitude = getattr(centre, "longitude", None)
    name = getattr(centre, "short_name", "") or centre.title
    return {
        "node_id": centre.pk,
        "place": " ".join(part for part in (name, room) if part),
        "address": getattr(centre, "address_line", ""),
        "geo": (latitude, longitude) if latitude and longitude else None,
    }


def house_card(centre, **values) -> Card:
    """Return a card that carries the name and the emblem of a house."""
    name = name_of(centre)
    traits = {trait: getattr(centre, trait, "") for trait in ("tier", "lattice", "accent")}
    return Card(name=name, above=centre.title if centre.title != name else "", **traits, **values)
