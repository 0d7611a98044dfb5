"""Forms for calendars of others."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from common.fetching import FetchError, checked

from .calendar_rows import MAX_BYTES
from .calendar_words import sentence_of
from .sheet_forms import MonthField


class MonthForm(forms.Form):
    """Which month of a calendar that has been fetched."""

    month = MonthField(label=_("Month"), help_text=_("The month whose events are read."))


class CalendarForm(MonthForm):
    """A file, or the address of one."""

    file = forms.FileField(
        label=_("Calendar file"),
        required=False,
        help_text=_("An .ics file, at most 2 MB. It is read at once."),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
    )
    address = forms.CharField(
        label=_("or its address"),
        required=False,
        max_length=500,
        help_text=_(
            "The subscription address that the library or school gives out. It is fetched in "
            "the background and kept in the list below."
        ),
    )
    label = forms.CharField(
        label=_("Whose calendar"),
        required=False,
        max_length=60,
        help_text=_("For example the name of the library. Only colleagues see it."),
    )
    field_order = ("file", "address", "label", "month")

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > MAX_BYTES:
            raise forms.ValidationError(sentence_of("size"))
        return file

    def clean_address(self):
        address = self.cleaned_data["address"]
        if address.lower().startswith(("webcal://", "webcals://")):
            address = f"https://{address.split('://', 1)[1]}"
        if address:
            try:
                checked(address)
            except FetchError as error:
                raise forms.ValidationError(sentence_of(error.code)) from error
        return address

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned["file"] and not cleaned["address"]:
            self.add_error("file", _("Choose a file or write an address."))
        return cleaned
