"""What the tree gives to calendars: brands and rooms by their codes."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from calendars import sources

from .models import Brand, CentrePage, Facility


def brand_names(codes: Collection[str]) -> dict[str, str]:
    return dict(Brand.objects.filter(code__in=codes).values_list("code", "name"))


def centres_of_brands(codes: Collection[str]) -> QuerySet:
    names = Brand.objects.filter(code__in=codes).values("name")
    return CentrePage.objects.filter(brand_name__in=names).values("pk")


def room_names(codes: Collection[str]) -> dict[str, str]:
    return dict(Facility.objects.filter(code__in=codes).values_list("code", "name"))


sources.register_place_facet("b", _("Brand"), names=brand_names, places=centres_of_brands)
sources.register_facet("r", _("Room"), names=room_names)
