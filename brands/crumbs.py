"""The way down to a page of the tree: the areas above it."""

from __future__ import annotations

from accounts.nodes import paths_above

from .models import AreaPage


def way_to(centre) -> list[tuple[str, object]]:
    """Return the areas above a centre and the centre; one query.

    A street's own centre bears the street's name: it then appears under its full title.
    """
    areas = areas_above(centre.path)
    name = centre.display_name
    return [*areas, (centre.title if areas and areas[-1][0] == name else name, centre)]


def areas_above(path: str) -> list[tuple[str, str]]:
    """Return name and address of the areas above a node, the network first; one query."""
    areas = (
        AreaPage.objects.filter(path__in=paths_above(path)[2:-1])
        .only("path", "url_path", "short_name")
        .order_by("path")
    )
    return [(area.short_name, area.address) for area in areas]
