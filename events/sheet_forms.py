"""Forms of the sheet upload: the file, and rows of the menu that it does not name."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .limits import LIMITS
from .sheet_merging import CANCEL, DELETE, KEEP, WITHDRAW, Absence
from .widgets import MonthInput


class MonthField(forms.DateField):
    """A month, as its first day."""

    widget = MonthInput
    default_error_messages = {"invalid": _("Write the month as 2026-12.")}

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m"], **kwargs)

    def clean(self, value):
        month = super().clean(value)
        if month and not 2000 <= month.year <= 2100:
            raise forms.ValidationError(self.error_messages["invalid"])
        return month


class UploadForm(forms.Form):
    """One file, and the month where its title names none."""

    file = forms.FileField(
        label=_("The month's sheet"),
        help_text=_("An Excel, WPS or CSV file (.xlsx, .xls, .ods, .csv), at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv"}),
        error_messages={"required": _("Choose the file first.")},
    )
    month = MonthField(
        label=_("Month"),
        required=False,
        help_text=_("Leave it empty if the title of the sheet names the month."),
    )


class PasteForm(forms.Form):
    """A block of cells as the clipboard gives it: columns by tabs, rows by lines."""

    cells = forms.CharField(
        label=_("Cells"),
        strip=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=_("Select the rows in Excel or WPS, copy them, and paste them here."),
        error_messages={"required": _("Paste the cells first.")},
    )
    month = MonthField(label=_("Month"), help_text=_("The month that the rows belong to."))


class CopyForm(forms.Form):
    """From which menu to which month."""

    source = forms.ModelChoiceField(
        label=_("From"), queryset=None, empty_label=None, help_text=_("The menu to begin with.")
    )
    month = MonthField(label=_("To"), help_text=_("The month of the new menu."))

    def __init__(self, *args, menus, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = menus
        self.menus = menus

    def clean(self):
        cleaned = super().clean()
        source, month = cleaned.get("source"), cleaned.get("month")
        if source and month and source.month == month:
            self.add_error("month", _("Choose another month than that of the menu."))
        return cleaned


class AbsenceForm(forms.Form):
    """A row of the menu that the sheet does not name."""

    choice = forms.ChoiceField(
        label=_("What becomes of it"),
        required=True,
        help_text=_("It stands in the menu, but not in the sheet."),
    )
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
