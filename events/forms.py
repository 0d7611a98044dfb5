"""The menu's form in the admin: checks that no block can make alone."""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from chinese.when import WhenError, parse

from .enums import ActivityStatus
from .when_messages import sentence_of


class MenuForm(WagtailAdminPageForm):
    """One menu a month and centre; every row has an identity and a readable "when"."""

    def clean(self):
        cleaned = super().clean()
        month, rows = cleaned.get("month"), cleaned.get("rows")
        if month:
            cleaned["month"] = month = month.replace(day=1)
            self.check_month_is_free(month)
        if rows is not None:
            self.check_identities(rows)
            if month and not self.is_deferred_validation:
                self.check_rows(rows, month)
        return cleaned

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
            try:
                identity = uuid.UUID(str(block.id)) if block.id else None
            except ValueError:
                identity = None
            if block.id and (identity is None or identity in seen):
                block.id = None
            if block.id is None:
                block.id = str(uuid.uuid4())
                identity = uuid.UUID(block.id)
            seen.add(identity)

    def check_rows(self, rows, month) -> None:
        errors = {}
        for index, block in enumerate(rows):
            problems = self.problems_of(block.value, month)
            if problems:
                errors[index] = StructBlockValidationError(block_errors=problems)
        if errors:
            self.add_error("rows", StreamBlockValidationError(block_errors=errors))

    def problems_of(self, value, month) -> dict:
        problems = {}
        try:
            parse(value.get("when") or "", year=month.year, month=month.month).slots()
        except WhenError as error:
            problems["when"] = ValidationError(sentence_of(error))
        if value.get("status") != ActivityStatus.ON and not (value.get("reason") or "").strip():
            problems["reason"] = ValidationError(
                _("Please say why; readers see this sentence beside the activity.")
            )
        return problems
