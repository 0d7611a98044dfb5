"""The form that narrows a list: each field with its options, the chosen one marked."""

from __future__ import annotations

from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page

from brands.models import AreaPage, CentrePage

from .facets import FEES, PARTS
from .filters import EventFilter

# More places than a phone's list can be scrolled through are found by the directory instead.
PLACES_SHOWN = 60


def fields_of(wanted: EventFilter) -> list[dict]:
    """Return the fields in the order of the form; at most two queries."""
    return [
        place_field(wanted),
        select("kind", pgettext("public", "Kind"), named(wanted, "kind"), wanted.kinds),
        select("for", _("For whom"), named(wanted, "for"), wanted.audiences),
        select(
            "part",
            _("Time of day"),
            [(code, part[0]) for code, part in PARTS.items()],
            (wanted.part,),
        ),
        select("fee", _("Fee"), list(FEES.items()), (wanted.fee,)),
    ]


def named(wanted: EventFilter, name: str) -> list[tuple[str, str]]:
    """Return code and label of all kinds or audiences, in their order."""
    prefix = f"{name}:"
    return [
        (key.removeprefix(prefix), label)
        for key, label in wanted.names.items()
        if key.startswith(prefix)
    ]


def select(name: str, label: str, options: list[tuple], chosen: tuple, anything="") -> dict:
    rows = [("", anything or _("Any")), *options]
    return {
        "name": name,
        "label": label,
        "options": [
            {"value": value, "label": text, "selected": value in chosen} for value, text in rows
        ],
    }


def place_field(wanted: EventFilter) -> dict:
    """Return the choice of place: the networks, or the node's area and what lies below it."""
    node = wanted.node
    places = {page.address_code: page.short_name for page in places_near(node)}
    if node and node.code not in places:
        places = {node.code: node.page.short_name} | places
    return select(
        "at",
        pgettext("public", "Place"),
        list(places.items()),
        (node.code,) if node else ("",),
        _("All networks"),
    )


def places_near(node) -> list[Page]:
    """Return the networks, or the area of a node with its children; in the order of the tree."""
    areas = AreaPage.objects.only("path", "code", "short_name")
    if node is None:
        return list(areas.networks()[:PLACES_SHOWN])
    top = node.path if node.is_area else node.path[: -Page.steplen]
    centres = CentrePage.objects.only("path", "code", "short_name")
    found = chain.from_iterable(
        nodes.listed().under(top).filter(depth__lte=len(top) // Page.steplen + 1)[:PLACES_SHOWN]
        for nodes in (areas, centres)
    )
    return sorted(found, key=lambda page: page.path)[:PLACES_SHOWN]
