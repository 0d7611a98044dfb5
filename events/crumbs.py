"""The way down to a page of activities: the areas above it."""

from __future__ import annotations

from brands.models import AreaPage
from common.versions import paths_above


def areas_above(path: str) -> list[tuple[str, str]]:
    """Return name and address of the areas above a node, the network first; one query."""
    areas = (
        AreaPage.objects.filter(path__in=paths_above(path)[2:-1])
        .only("path", "url_path", "short_name")
        .order_by("path")
    )
    return [(area.short_name, area.address) for area in areas]
