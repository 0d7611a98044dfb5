"""States of an activity and of one occurrence of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActivityStatus(models.TextChoices):
    """What a menu's row says about its activity."""

    ON = "on", _("goes on")
    CANCELLED = "cancelled", _("cancelled: stays visible as cancelled")
    WITHDRAWN = "withdrawn", _("published by mistake: gone everywhere")


class OccurrenceStatus(models.TextChoices):
    """`CANCELLED` was said by a person, `DROPPED` follows from the text; readers see one state."""

    ON = "on", _("takes place")
    CANCELLED = "cancelled", _("cancelled")
    DROPPED = "dropped", _("no longer in the menu")


CALLED_OFF = (OccurrenceStatus.CANCELLED, OccurrenceStatus.DROPPED)


class GoesOut(models.TextChoices):
    """When an approved menu becomes public; a moment that has passed means at once."""

    FIRST = "first", _("on the 1st of its month at 08:00")
    APPROVED = "approved", _("as soon as it is approved")
    MOMENT = "moment", _("at the moment below")
