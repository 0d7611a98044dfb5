from django.db import models
from django.utils.translation import gettext_lazy as _


class ThingKind(models.TextChoices):
    """What can be found, in the order in which the kinds are offered."""

    ACTIVITY = "activity", _("Activities")
    MENU = "menu", _("Activity menus")
    CENTRE = "centre", _("Centres")
    BRAND = "brand", _("Brands")
    NOTICE = "notice", _("Jobs")
    LIVESTREAM = "livestream", _("Livestreams and replays")
    MOMENT = "moment", _("Moments of recordings")
    PERSON = "person", _("People who help")
    PAGE = "page", _("Pages")
