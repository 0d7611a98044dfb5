"""Forms of the sheet upload: the file, and each row as read, to be corrected in place."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from common.models import Kind

from .sheet_corrections import corrected
from .sheet_messages import Message, messages_of
from .sheet_rows import MenuRow
from .when_dates import WhenReading, lines_of
from .widgets import MonthInput

RARE = ("audience", "fee", "sign_up", "capacity", "presenter", "contact", "summary")


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


class RowForm(forms.Form):
    """One row of the sheet. `row` is what it says now, with what was found about it."""

    left_out = forms.BooleanField(label=_("Leave this row out"), required=False)
    title = forms.CharField(label=_("Activity"), required=False)
    when = forms.CharField(
        label=_("When"),
        required=False,
        widget=forms.TextInput(attrs={"data-when": "", "autocomplete": "off"}),
    )
    place = forms.CharField(
        label=_("Place"),
        required=False,
        widget=forms.TextInput(attrs={"list": "menu-rooms", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    audience = forms.CharField(label=_("For whom"), required=False)
    fee = forms.CharField(label=_("Fee"), required=False)
    sign_up = forms.CharField(label=_("How to sign up"), required=False)
    capacity = forms.CharField(label=_("Places"), required=False)
    presenter = forms.CharField(label=_("Presenter"), required=False)
    contact = forms.CharField(label=_("Telephone"), required=False)
    summary = forms.CharField(
        label=_("About it"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args, read: MenuRow, month: date, kinds, rooms, **kwargs):
        super().__init__(*args, initial=read.values(), **kwargs)
        self.read, self.month, self.rooms = read, month, rooms
        self.fields["kind"].choices = kinds

    @cached_property
    def row(self) -> MenuRow:
        if not self.is_bound:
            return self.read
        self.full_clean()
        values = {
            name: value.replace("\r\n", "\n")
            for name, value in self.cleaned_data.items()
            if name != "left_out"
        }
        return corrected(self.read, values, month=self.month, rooms=self.rooms)

    @property
    def is_left_out(self) -> bool:
        return self.is_bound and bool(self.data.get(self.add_prefix("left_out")))

    @property
    def has_error(self) -> bool:
        """Whether the row stands in the way of saving."""
        return not self.is_left_out and (self.row.has_error or bool(self.errors))

    @property
    def messages(self) -> list[Message]:
        return messages_of(self.row.problems)

    @property
    def reading(self) -> WhenReading:
        """The dates as first shown; the script keeps them up to date."""
        return WhenReading(lines_of(self.row.slots), len(self.row.slots))

    @property
    def rare_fields(self):
        return [self[name] for name in RARE]

    @property
    def rare_texts(self) -> str:
        """What the folded fields say, in one line."""
        return " · ".join(text for name in RARE if (text := getattr(self.row, name)))


def kind_choices() -> list[tuple[str, str]]:
    return [("", _("by the title")), *((kind.code, kind.label) for kind in Kind.objects.all())]


def row_forms(rows, month: date, rooms, data=None) -> list[RowForm]:
    """Return one form for each row as read, bound to `data` when it is given."""
    kinds = kind_choices()
    return [
        RowForm(data, read=row, month=month, kinds=kinds, rooms=rooms, prefix=f"r{number}")
        for number, row in enumerate(rows)
    ]
