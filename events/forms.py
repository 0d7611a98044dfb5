"""The menu's form in the admin: checks that no block can make alone."""

from __future__ import annotations

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from calendars.ledger import Reason
from chinese.when import WhenError, parse
from common.models import Kind
from inspection.forms import InspectedForm

from .enums import ActivityStatus, GoesOut
from .menu_months import next_free_month, usual_moment, usual_title
from .when_messages import sentence_of

MISSING = ("missing_code", "missing_reason")

MONTH_FORMATS = ["%Y-%m", "%Y-%m-%d"]  # as the browser's month picker sends it, or as a day


class MenuForm(InspectedForm):
    """One menu a month and centre; every row has an identity and a readable "when"."""

    goes_out = forms.ChoiceField(
        choices=GoesOut,
        required=False,
        widget=forms.RadioSelect,
        label=gettext_lazy("When it goes out"),
        help_text=gettext_lazy("If it is approved later than that, it goes out at once."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["goes_out"] = self.way_out()
        if "month" in self.fields:
            self.fields["month"].input_formats = MONTH_FORMATS
        if self.instance.pk is None and self.instance.month is None:
            self.initial["month"] = next_free_month(self.parent_page)
        elif self.instance.first_published_at and "month" in self.fields:
            # Its address is on paper by now, and its rows speak of this month.
            self.fields["month"].disabled = True
        self.forget_old_reason()

    def clean(self):
        cleaned = super().clean()
        month, rows = cleaned.get("month"), cleaned.get("rows")
        if month:
            cleaned["month"] = month = month.replace(day=1)
            self.check_month_is_free(month)
            self.name_menu(month)
        self.settle_moment(month)
        if rows is not None:
            self.check_identities(rows)
            if month and not self.is_deferred_validation:
                self.check_rows(rows, month)
        return cleaned

    def way_out(self) -> str:
        menu = self.instance
        if menu.pk is None and menu.go_live_at is None:
            return GoesOut.FIRST
        if menu.go_live_at is None:
            return GoesOut.APPROVED
        is_usual = menu.month and menu.go_live_at == usual_moment(menu.month)
        return GoesOut.FIRST if is_usual else GoesOut.MOMENT

    def settle_moment(self, month) -> None:
        """Turn the answer into a moment; one that was not asked leaves the moment as it is."""
        way = self.cleaned_data.get("goes_out")
        if way == GoesOut.FIRST and month:
            self.cleaned_data["go_live_at"] = usual_moment(month)
        elif way == GoesOut.APPROVED:
            self.cleaned_data["go_live_at"] = None
        elif way == GoesOut.MOMENT and not (
            self.is_deferred_validation or self.cleaned_data.get("go_live_at")
        ):
            self.add_error("go_live_at", _("Say at which moment it goes out."))

    def forget_old_reason(self) -> None:
        """Why rows were taken out is asked anew once that has been published."""
        if self.instance.live and not self.instance.has_unpublished_changes:
            self.initial |= {"missing_code": "", "missing_reason": ""}

    def name_menu(self, month) -> None:
        """Give the menu its usual title, as long as nobody gave it one of their own."""
        menu = self.instance
        centre = self.parent_page.specific if self.parent_page else menu.centre
        usual = usual_title(centre, menu.month) if menu.month else ""
        if not menu.title or menu.title == usual:
            menu.title = usual_title(centre, month)

    def check_month_is_free(self, month) -> None:
        siblings = self.parent_page.get_children() if self.parent_page else None
        if siblings is None:
            return
        taken = siblings.filter(slug=f"{month:%Y-%m}").exclude(pk=self.instance.pk)
        if taken.exists():
            self.add_error("month", _("This centre has a menu for that month already."))

    def check_identities(self, rows) -> None:
        """Block ids come from the browser: each must be a UUID, and stand once in the menu."""
        seen = set()
        for block in rows:
            identity = as_uuid(block.id)
            if identity is None or identity in seen:
                identity = uuid.uuid4()
                block.id = str(identity)
            seen.add(identity)

    def check_rows(self, rows, month) -> None:
        """Rows are readable, and say why they change something public."""
        kinds = {"", *Kind.objects.values_list("code", flat=True)}
        unsaid = self.unsaid(rows, month)
        errors = {}
        for index, block in enumerate(rows):
            problems = problems_of(block.value, month, kinds)
            if sentence := unsaid.rows.get(as_uuid(block.id)):
                problems.setdefault("reason_code", ValidationError(sentence))
            if problems:
                errors[index] = StructBlockValidationError(block_errors=problems)
        if errors:
            self.add_error("rows", StreamBlockValidationError(block_errors=errors))
        if unsaid.gone:
            self.add_error("missing_code", unsaid.gone_sentence)

    def unsaid(self, rows, month):
        from .missing_reasons import unsaid_in  # it reads the tables that the form's page writes

        draft = {name: self.cleaned_data.get(name, "") for name in MISSING}
        centre = self.parent_page.specific
        return unsaid_in(self.instance, centre, timezone.now(), rows=rows, month=month, **draft)


def as_uuid(text) -> uuid.UUID | None:
    """Return the identity that a browser sent, None when it is none."""
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None


def problems_of(value, month, kinds) -> dict:
    """Return what is wrong with one row, by the name of its field."""
    problems = {}
    try:
        parse(value.get("when") or "", year=month.year, month=month.month).slots()
    except WhenError as error:
        problems["when"] = ValidationError(sentence_of(error))
    if (value.get("kind") or "") not in kinds:
        problems["kind"] = ValidationError(_("Choose a kind from the list."))
    reason = Reason(value.get("reason_code") or "", value.get("reason") or "")
    if value.get("status") != ActivityStatus.ON and not reason.is_given:
        problems["reason_code"] = ValidationError(
            _("Please say why; readers see this sentence beside the activity.")
        )
    return problems
