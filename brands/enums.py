"""Tiers of the tree and the accents a centre may choose."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    """Level of an area or a centre; it decides the outline of the emblem."""

    CITY = "city", _("city")
    DISTRICT = "district", _("district")
    STREET = "street", _("street")
    TOWN = "town", _("town")
    COMMUNITY = "community", _("community")
    VILLAGE = "village", _("village")
    BUILDING = "building", _("office building")
    BUSINESS_CIRCLE = "business-circle", _("business circle")
    PARK = "park", _("industrial park")
    STOP = "stop", _("rest stop")


# In a sheet of centres these make an area with its own centre; all others make a leaf.
AREA_TIERS = (Tier.CITY, Tier.DISTRICT, Tier.STREET, Tier.TOWN)


class AtHolidays(models.TextChoices):
    """What a house does on public holidays (`brands.hours`)."""

    CLOSED = "closed", _("closed on public holidays")
    SUNDAY = "sunday", _("on public holidays as on a Sunday")
    USUAL = "usual", _("open on public holidays as usual")


class Accent(models.TextChoices):
    """The ten colours whose contrast is checked by day and by night (tokens.css)."""

    WALL = "wall", _("wall green")
    SEA = "sea", _("sea blue")
    INDIGO = "indigo", _("indigo")
    TEAL = "teal", _("azurite")
    BAMBOO = "bamboo", _("bamboo green")
    OCHRE = "ochre", _("autumn yellow")
    PERSIMMON = "persimmon", _("persimmon")
    JUJUBE = "jujube", _("jujube red")
    ROSE = "rose", _("bean rose")
    TEA = "tea", _("tea brown")
