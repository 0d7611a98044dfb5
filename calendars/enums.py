"""Closed lists of the ledger."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChangeVerb(TextChoices):
    CANCEL = "cancel", _("cancelled")
    MOVE = "move", _("moved to another time")
    RELOCATE = "relocate", _("moved to another place")
    REINSTATE = "reinstate", _("takes place after all")
    WITHDRAW = "withdraw", _("withdrawn: published by mistake")
    CORRECT = "correct", _("corrected afterwards")
    CHANGE = "change", _("changed")


class ChangedField(TextChoices):
    START = "start", _("start")
    END = "end", _("end")
    PLACE = "place", _("place")
    PRESENTER = "presenter", _("presenter")
    STATUS = "status", _("status")


class ChangeReason(TextChoices):
    """Kinds of reasons; `MENU` is nobody's choice: a revision was published without a reason."""

    WEATHER = "weather", _("Weather")
    PRESENTER = "presenter", _("The presenter cannot come")
    ROOM = "room", _("The room is not free")
    SCHEDULE = "schedule", _("Another arrangement of the centre")
    TURNOUT = "turnout", _("Too few or too many people")
    HOLIDAY = "holiday", _("Public holiday")
    SAFETY = "safety", _("Safety or health")
    MISTAKE = "mistake", _("It was announced wrongly")
    OTHER = "other", _("Another reason")
    MENU = "menu", _("The menu was published anew")

    @classmethod
    def to_choose(cls) -> list[tuple]:
        """Return the choices of a form."""
        return [choice for choice in cls.choices if choice[0] != cls.MENU]
