"""What a person fills in to change dates that are public; each form knows its verb."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from calendars.enums import ChangeReason
from calendars.ledger import Reason

from . import verbs
from .limits import LIMITS

MOMENT = "%Y-%m-%dT%H:%M"
MOST_DAYS = 180


class ChangeForm(forms.Form):
    """The reason, which every change needs. `occurrences` are the dates that were chosen."""

    title = ""
    confirm = ""
    explanation = ""
    single = False

    reason_code = forms.ChoiceField(
        label=_("Reason"),
        required=False,
        choices=[("", "—"), *ChangeReason.to_choose()],
        help_text=_("Readers see it beside the change and in their calendars."),
    )
    reason_text = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=LIMITS["reason"],
        help_text=_("For example 老师感冒，停一次，下一次照常. No names of residents."),
    )

    def __init__(self, *args, occurrences, **kwargs):
        super().__init__(*args, initial=self.initial_of(occurrences), **kwargs)
        self.order_fields([*(name for name in self.fields if "reason" not in name)])

    def initial_of(self, occurrences) -> dict:
        return {}

    def clean(self):
        cleaned = super().clean()
        if not self.reason.is_given:
            self.add_error(
                "reason_code", _("Please choose a reason, or say why in your own words.")
            )
        return cleaned

    @property
    def reason(self) -> Reason:
        cleaned = self.cleaned_data
        return Reason(cleaned.get("reason_code", ""), cleaned.get("reason_text", ""))

    def verb(self) -> verbs.Verb:
        raise NotImplementedError


class CancelForm(ChangeForm):
    title = pgettext_lazy("dates", "Cancel")
    confirm = _("Cancel these dates")
    explanation = _("They stay visible everywhere, struck through, with the reason.")

    def verb(self):
        return verbs.Cancel()


class ReinstateForm(ChangeForm):
    title = _("Take place after all")
    confirm = _("Let them take place")
    explanation = _("The cancellation is taken back; calendars show them as before.")

    def verb(self):
        return verbs.Reinstate()


class WithdrawForm(ChangeForm):
    title = _("Withdraw: published by mistake")
    confirm = _("Withdraw the whole activity")
    explanation = _(
        "The activity with all its dates disappears from pages, lists, search and calendars. "
        "Use it only for what should never have been public; otherwise cancel."
    )

    def verb(self):
        return verbs.Withdraw()


class RestoreForm(ChangeForm):
    title = _("Bring back what was withdrawn")
    confirm = _("Make it public again")
    explanation = _("The activity is public again with all its dates.")

    def verb(self):
        return verbs.Restore()


def moment_field(label, help_text):
    widget = forms.DateTimeInput(attrs={"type": "datetime-local", "step": 300}, format=MOMENT)
    formats = [MOMENT, f"{MOMENT}:%S"]
    return forms.DateTimeField(
        label=label, widget=widget, input_formats=formats, help_text=help_text
    )


class MoveForm(ChangeForm):
    title = _("Move to another time")
    confirm = _("Move it")
    explanation = _("Calendars move it by themselves; pages show the old time beside the new one.")
    single = True

    start = moment_field(_("New start"), _("Day and hour of the new date."))
    end = moment_field(_("New end"), _("Later than the start."))

    def initial_of(self, occurrences):
        return {"start": occurrences[0].start, "end": occurrences[0].end}

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end <= start:
            self.add_error("end", _("The end has to be later than the start."))
        return cleaned

    def verb(self):
        return verbs.Move(self.cleaned_data["start"], self.cleaned_data["end"])


class ShiftForm(ChangeForm):
    title = _("Move by days")
    confirm = _("Move these dates")
    explanation = _("All chosen dates move by the same number of days; the hours stay.")

    days = forms.IntegerField(
        label=_("Days"),
        min_value=-MOST_DAYS,
        max_value=MOST_DAYS,
        initial=7,
        help_text=_("For example 1 for the next day, 7 for a week later, -1 for the day before."),
    )

    def initial_of(self, occurrences):
        return {"days": 7}

    def clean_days(self):
        if not self.cleaned_data["days"]:
            raise ValidationError(_("Give a number of days other than 0."))
        return self.cleaned_data["days"]

    def verb(self):
        return verbs.Shift(self.cleaned_data["days"])


class PlaceForm(ChangeForm):
    title = _("Change the place")
    confirm = _("Change the place")
    explanation = _("For these dates alone; the row of the menu keeps its usual place.")

    place = forms.CharField(
        label=_("New place"),
        max_length=LIMITS["place"],
        widget=forms.TextInput(attrs={"list": "date-rooms", "autocomplete": "off"}),
        help_text=_("The room as it stands on the door, or where to meet; 线上 for the web."),
    )
    online_address = forms.URLField(
        label=_("Address on the web"),
        required=False,
        assume_scheme="https",
        help_text=_("Only if it is held on the web instead: where people take part."),
    )

    def initial_of(self, occurrences):
        return {"place": occurrences[0].place, "online_address": occurrences[0].online_address}

    def verb(self):
        cleaned = self.cleaned_data
        return verbs.ChangePlace(cleaned["place"], cleaned["online_address"])


class CorrectForm(ChangeForm):
    title = _("Correct afterwards")
    confirm = _("Publish the correction")
    explanation = _("It is over; the correction is shown as one, with your note.")

    was_held = forms.TypedChoiceField(
        label=_("What happened"),
        choices=[("yes", _("was held")), ("no", _("was not held"))],
        coerce=lambda value: value == "yes",
        help_text=_("As it really was; readers see it."),
    )
    place = forms.CharField(
        label=_("Place"),
        max_length=LIMITS["place"],
        required=False,
        help_text=_("Where it really was."),
    )

    def initial_of(self, occurrences):
        first = occurrences[0]
        return {"was_held": "no" if first.is_called_off else "yes", "place": first.place}

    def clean_reason_text(self):
        if not self.cleaned_data["reason_text"].strip():
            raise ValidationError(_("A correction needs a sentence that says what was wrong."))
        return self.cleaned_data["reason_text"]

    def verb(self):
        return verbs.Correct(self.cleaned_data["was_held"], self.cleaned_data["place"])


FORMS: dict[str, type[ChangeForm]] = {
    "cancel": CancelForm,
    "move": MoveForm,
    "shift": ShiftForm,
    "place": PlaceForm,
    "reinstate": ReinstateForm,
    "correct": CorrectForm,
    "withdraw": WithdrawForm,
    "restore": RestoreForm,
}
