"""Areas and centres by their place in the tree."""

from __future__ import annotations

from django.db.models import Q
from wagtail.models import PageManager, PageQuerySet


class NodeQuerySet(PageQuerySet):
    def under(self, path: str) -> NodeQuerySet:
        """At or below the node with this tree path."""
        return self.filter(path__startswith=path)

    def in_tier(self, *tiers: str) -> NodeQuerySet:
        return self.filter(tier__in=tiers)

    def listed(self) -> NodeQuerySet:
        """Live, in the source language, in the order of the tree."""
        return self.live().filter(alias_of=None).order_by("path")


class AreaQuerySet(NodeQuerySet):
    def networks(self) -> AreaQuerySet:
        """Top-level areas: the nodes directly below the home page."""
        return self.listed().filter(depth=3)


class CentreQuerySet(NodeQuerySet):
    def labelled(self, label: str) -> CentreQuerySet:
        """Centres that carry this label as a whole word."""
        return self.filter(
            Q(labels=label)
            | Q(labels__startswith=f"{label} ")
            | Q(labels__endswith=f" {label}")
            | Q(labels__contains=f" {label} ")
        )

    def named(self, text: str) -> CentreQuerySet:
        """Centres whose name, brand or address holds the text."""
        return self.filter(
            Q(title__icontains=text)
            | Q(brand_name__icontains=text)
            | Q(address_line__icontains=text)
        )


AreaManager = PageManager.from_queryset(AreaQuerySet)
CentreManager = PageManager.from_queryset(CentreQuerySet)
