"""The form of a page that is inspected, and what the check's own page asks."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.forms import WagtailAdminPageForm

from .services import inspect

GOING_OUT = ("action-submit", "action-publish")


class InspectedForm(WagtailAdminPageForm):
    """Goes to review, or out, only when the check before publication has nothing against it."""

    def _post_clean(self):
        super()._post_clean()
        if any(name in self.data for name in GOING_OUT) and not self.errors:
            self.refuse_hindrances(inspect(self.instance).hindrances)

    def refuse_hindrances(self, hindrances) -> None:
        """Name the first ones; the draft stays as it was saved, nothing is lost."""
        if not hindrances:
            return
        number = len(hindrances)
        head = ngettext(
            "The check before publication found %(number)d point. Save, then open it.",
            "The check before publication found %(number)d points. Save, then open it.",
            number,
        ) % {"number": number}
        lines = [
            _("%(place)s: %(message)s %(excerpt)s")
            % {"place": one.place, "message": one.message, "excerpt": one.excerpt[:40]}
            for one in hindrances[:5]
        ]
        self.add_error(None, ValidationError([head, *lines]))


class LeaveForm(forms.Form):
    """Why a finding is left as it is."""

    finding = forms.CharField(max_length=40, widget=forms.HiddenInput)
    reason = forms.CharField(
        max_length=200,
        label=gettext_lazy("Why it stays"),
        help_text=gettext_lazy("One sentence; reviewers see it."),
        error_messages={"required": gettext_lazy("Please say why; reviewers see this sentence.")},
    )


class CleanForm(forms.Form):
    """Text as it was copied."""

    text = forms.CharField(
        max_length=20_000,
        label=gettext_lazy("Text as you copied it"),
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Nothing is stored; the cleaned text appears below."),
    )
