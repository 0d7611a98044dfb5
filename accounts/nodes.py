"""The nodes of the tree that roles are given on: the site, areas, centres."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Page, get_page_models

from .roles import AREA

SITE_DEPTH = 2


def kind_of(page: Page) -> str | None:
    """Return "area" or "centre", or None for a page that is no node.

    The app that owns the tree says so by the attribute `node_kind` of its page classes; a home
    page stands for the whole site and counts as an area.
    """
    if page.depth == SITE_DEPTH:
        return AREA
    return getattr(page.specific_class, "node_kind", None)


def paths_above(path: str) -> list[str]:
    """Return the tree paths of a page and of everything above it, the root first.

    Example: "000100010002" gives ["0001", "00010001", "000100010002"].
    """
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


def within(paths) -> QuerySet[Page]:
    """Return the nodes at or below any of these tree paths, in the order of the tree."""
    models = [model for model in get_page_models() if hasattr(model, "node_kind")]
    below = Q(pk__in=[])
    for path in paths:
        below |= Q(path__startswith=path)
    types = ContentType.objects.get_for_models(*models).values()
    return Page.objects.filter(
        below, Q(content_type__in=list(types)) | Q(depth=SITE_DEPTH)
    ).order_by("path")
