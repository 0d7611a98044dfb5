"""One row of a sheet on the check screen: what it says, what it does, corrected in place."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from common.models import Kind

from .enums import ActivityStatus
from .sheet_corrections import corrected
from .sheet_findings import ERROR, WARNING, Problem, found
from .sheet_menu import TEXT_FIELDS, MenuRow
from .sheet_merging import ADDED, Difference, Merged
from .sheet_messages import ORDER, Message, messages_of
from .sheet_pairing import NEW
from .when_dates import WhenReading, lines_of

TEXTS = (*TEXT_FIELDS, "kind", "when")
RARE = (
    *("audience", "fee", "sign_up", "capacity"),
    *("presenter", "contact", "series", "summary"),
)


@dataclass(frozen=True)
class NamedDifference:
    """A difference with the field's name, in words for people."""

    label: str
    old: str
    new: str


class SharedFields(dict):
    """The fields of all rows of a check.

    Django copies a form's fields deeply; for 2,000 rows that takes longer than to read them.
    """

    def __deepcopy__(self, memo):
        return type(self)(self)


class RowForm(forms.Form):
    """One row of the sheet. `row` is what it says now, with what was found about it."""

    left_out = forms.BooleanField(label=_("Leave this row out"), required=False)
    which = forms.CharField(label=_("Which activity is it?"), required=False, widget=forms.Select())
    sheet_wins = forms.BooleanField(label=_("Take what the sheet says"), required=False)
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
    series = forms.CharField(label=_("Course or series"), required=False)
    summary = forms.CharField(
        label=_("About it"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(
        self,
        *args,
        read: MenuRow,
        month: date,
        shared: SharedFields,
        rooms,
        is_unticked=False,
        **kwargs,
    ):
        initial = read.values() | {"left_out": is_unticked}
        self.base_fields = shared
        super().__init__(*args, initial=initial, **kwargs)
        self.read, self.month, self.rooms = read, month, rooms
        self.merged, self.candidates, self.clashes = Merged(ADDED), [], ()

    @cached_property
    def row(self) -> MenuRow:
        if not self.is_bound:
            return self.read
        self.full_clean()
        values = {
            name: value.replace("\r\n", "\n")
            for name, value in self.cleaned_data.items()
            if name in TEXTS
        }
        return corrected(self.read, values, month=self.month, rooms=self.rooms)

    def says(self, name: str) -> str:
        """Return what was answered in one field, "" before anything was."""
        return self.data.get(self.add_prefix(name), "") if self.is_bound else ""

    @property
    def is_left_out(self) -> bool:
        return bool(self.says("left_out") if self.is_bound else self.initial["left_out"])

    @property
    def wins_conflicts(self) -> bool:
        return bool(self.says("sheet_wins"))

    def show_merge(
        self, merged: Merged, candidates: list[tuple[str, str]], clashes: Sequence[Problem]
    ) -> None:
        """Show what the row does to the menu, and ask which row it is where two fit."""
        self.merged, self.candidates, self.clashes = merged, candidates, clashes
        if candidates:
            choose = [("", _("choose")), (NEW, _("a new activity")), *candidates]
            self.fields["which"] = deepcopy(self.fields["which"])
            self.fields["which"].widget.choices = choose

    @property
    def problems(self) -> list[Problem]:
        asked = [found("two-fit", self.row.cells.get("title", ""))] if self.candidates else []
        return [*asked, *self.row.problems, *self.clashes]

    @property
    def has_error(self) -> bool:
        """Whether the row cannot be saved as it is."""
        wrong = self.row.has_error or self.candidates or self.errors
        return not self.is_left_out and bool(wrong)

    @property
    def needs_a_look(self) -> bool:
        """Whether the row is shown unfolded."""
        if self.is_left_out:
            return False
        is_grave = self.gravest in (ERROR, WARNING)
        return bool(is_grave or self.errors or self.merged.conflicts)

    @property
    def gravest(self) -> str:
        """How grave the gravest finding is, "" when there is none."""
        found = {problem.severity for problem in self.problems}
        return next((severity for severity in ORDER if severity in found), "")

    @property
    def messages(self) -> list[Message]:
        return messages_of(self.problems)

    @property
    def changes(self) -> list[NamedDifference]:
        return [self._named(one) for one in self.merged.changes]

    @property
    def conflicts(self) -> list[NamedDifference]:
        return [self._named(one) for one in self.merged.conflicts]

    def _named(self, one: Difference) -> NamedDifference:
        labels = {name: field.label for name, field in self.fields.items()}
        label = {"status": _("Status"), "reason": _("Reason"), **labels}[one.name]
        shown = dict(ActivityStatus.choices) | dict(self.fields["kind"].choices)
        old, new = ((shown.get(text, text) if text else "—") for text in (one.old, one.new))
        return NamedDifference(str(label), str(old), str(new))

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


def shared_fields() -> SharedFields:
    """Return the fields of a check, with the kinds as they are now."""
    fields = deepcopy(RowForm.base_fields)
    kinds = [(kind.code, kind.label) for kind in Kind.objects.all()]
    fields["kind"].choices = [("", _("by the title")), *kinds]
    return SharedFields(fields)
