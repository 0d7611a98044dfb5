"""Forms of the sheet upload: the file, and rows of the menu that it does not name."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .limits import LIMITS
from .sheet_merging import CANCEL, DELETE, KEEP, WITHDRAW, Absence
from .widgets import MonthInput


class UploadForm(forms.Form):
    """One file, and the month where its title names none."""

    file = forms.FileField(
        label=_("The month's sheet"),
        help_text=_("An Excel, WPS or CSV file (.xlsx, .xls, .ods, .csv), at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
        error_messages={"required": _("Choose the file first.")},
    )
    month = forms.DateField(
        label=_("month"),
        required=False,
        input_formats=["%Y-%m"],
        widget=MonthInput,
        help_text=_("Leave it empty if the title of the sheet names the month."),
        error_messages={"invalid": _("Write the month as 2026-12.")},
    )

    def clean_month(self):
        month = self.cleaned_data["month"]
        if month and not 2000 <= month.year <= 2100:
            raise forms.ValidationError(self.fields["month"].error_messages["invalid"])
        return month


class AbsenceForm(forms.Form):
    """A row of the menu that the sheet does not name."""

    choice = forms.ChoiceField(label=_("What becomes of it"), required=True)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LIMITS["reason"],
        help_text=_("Readers see it."),
    )

    def __init__(self, *args, block: dict, is_public: bool, is_ours: bool, **kwargs):
        """`is_ours`: the sheet was written by this site, so that a missing row was deleted."""
        super().__init__(*args, **kwargs)
        self.block, self.is_public = block, is_public
        choices = [(KEEP, _("keep it as it is"))]
        if is_public:
            choices += [
                (CANCEL, _("cancel: stays visible as cancelled")),
                (WITHDRAW, _("remove: published by mistake, gone everywhere")),
            ]
        else:
            choices.append((DELETE, _("remove it from the draft")))
        if is_ours and is_public:
            choices.insert(0, ("", _("choose")))
        self.fields["choice"].choices = choices
        self.initial["choice"] = choices[-1][0] if is_ours and not is_public else choices[0][0]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("choice") in (CANCEL, WITHDRAW) and not cleaned.get("reason"):
            self.add_error("reason", _("Please say why; readers see it."))
        return cleaned

    @property
    def is_answered(self) -> bool:
        """Whether it is known what to do; a row that was not shown before may simply stay."""
        return self.is_valid() if self.is_bound else bool(self.initial["choice"])

    @property
    def absence(self) -> Absence:
        if not self.is_bound:
            return Absence()
        return Absence(self.cleaned_data["choice"], self.cleaned_data["reason"])
