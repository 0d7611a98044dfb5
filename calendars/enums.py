"""Closed lists of the ledger."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChangeVerb(TextChoices):
    CANCEL = "cancel", _("cancelled")
    MOVE = "move", _("moved to another time")
    RELOCATE = "relocate", _("moved to another place")
    REINSTATE = "reinstate", _("takes place after all")
    CORRECT = "correct", _("corrected afterwards")
    CHANGE = "change", _("changed")


class ChangedField(TextChoices):
    START = "start", _("start")
    END = "end", _("end")
    PLACE = "place", _("place")
    PRESENTER = "presenter", _("presenter")
    STATUS = "status", _("status")
