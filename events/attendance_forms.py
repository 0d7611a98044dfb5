"""The numbers of one month of one centre, a field for each activity."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .attendance import ASKED_FROM, LARGEST, people_of


class AttendanceForm(forms.Form):
    """Empty means that nobody has said yet; a very large number has to be confirmed."""

    def __init__(self, activities, data=None):
        super().__init__(data)
        self.activities = list(activities)
        for activity in self.activities:
            self.fields[f"people-{activity.pk}"] = forms.IntegerField(
                label=activity.title,
                required=False,
                min_value=0,
                max_value=LARGEST,
                initial=people_of(activity),
                widget=forms.NumberInput(attrs={"min": 0, "max": LARGEST, "inputmode": "numeric"}),
                error_messages={
                    "invalid": gettext_lazy("Please write a number, or leave it empty."),
                    "min_value": gettext_lazy("Fewer than nobody cannot have come."),
                },
            )
            self.fields[f"sure-{activity.pk}"] = forms.BooleanField(
                required=False, label=gettext_lazy("Yes, that many came")
            )

    def clean(self):
        cleaned = super().clean()
        for activity in self.activities:
            people = cleaned.get(f"people-{activity.pk}")
            if people and people >= ASKED_FROM and not cleaned.get(f"sure-{activity.pk}"):
                text = _("%(number)d is very many. Tick the box beside it if it is right.")
                self.add_error(f"people-{activity.pk}", ValidationError(text % {"number": people}))
        return cleaned

    @property
    def numbers(self) -> dict[int, int | None]:
        return {one.pk: self.cleaned_data[f"people-{one.pk}"] for one in self.activities}

    @property
    def lines(self):
        """Yield each activity with its field, and the box to confirm where it is needed."""
        for activity in self.activities:
            field = self[f"people-{activity.pk}"]
            asked = bool(field.errors) or (people_of(activity) or 0) >= ASKED_FROM
            yield activity, field, self[f"sure-{activity.pk}"] if asked else None
