"""Why a verb was refused, each with one sentence for the person who asked."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _


class ChangeRefused(Exception):
    """Nothing was changed; `sentence` says why and what to do."""

    sentence = _("Nothing was changed.")

    def __str__(self) -> str:
        return str(self.sentence)


class ReasonMissing(ChangeRefused):
    sentence = _("Please choose a reason, or say in your own words why.")


class NoteMissing(ChangeRefused):
    sentence = _("A correction needs a sentence that says what was wrong.")


class NotPublic(ChangeRefused):
    sentence = _("This is not public at present, so there is nothing to change.")


class NothingChosen(ChangeRefused):
    sentence = _("Choose at least one date.")


class HasEnded(ChangeRefused):
    sentence = _("It is over already. What was wrong about it can be corrected, with a note.")


class IsCancelled(ChangeRefused):
    sentence = _("It is cancelled. Let it take place after all first, then change it.")


class NotOverYet(ChangeRefused):
    sentence = _("It is not over yet: cancel it, move it or change its place instead.")


class EndsBeforeStart(ChangeRefused):
    sentence = _("The end has to be later than the start.")


class EndsInPast(ChangeRefused):
    sentence = _("The new time is over already. Choose a time that is still to come.")


class TooFarAway(ChangeRefused):
    sentence = _("The new time is more than a year away. Please look at the date again.")


class Overtaken(ChangeRefused):
    """Somebody else changed the same thing between looking and doing."""

    sentence = _("Somebody has just changed this. Look at how it stands now, then decide again.")


class NotAcknowledged(ChangeRefused):
    """There are warnings that the person has not read yet."""

    sentence = _("Please read the warnings and tick them, then confirm again.")

    def __init__(self, warnings: Sequence) -> None:
        self.warnings = list(warnings)
        super().__init__(*[warning.text for warning in warnings])
