"""What a reviewer answers: all, all but some rows, or nothing goes ahead."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# "Release" puts out at once what cannot wait for the next step, which confirms it afterwards.
APPROVE, RELEASE, RETURN = "approve", "release", "reject"
LONGEST = 200


class ReviewForm(forms.Form):
    """The decision over a page; rows that are ticked go back, each with its own comment.

    `returned` of the cleaned data maps the rows sent back to their comments.
    """

    decision = forms.ChoiceField(
        choices=[(one, one) for one in (APPROVE, RELEASE, RETURN)], widget=forms.HiddenInput
    )
    fingerprint = forms.CharField(max_length=64, widget=forms.HiddenInput)
    comment = forms.CharField(
        max_length=500,
        required=False,
        label=gettext_lazy("A word to the editor"),
        help_text=gettext_lazy("What to change; needed when everything goes back."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data, keys: list[str]):
        super().__init__(data)
        self.keys = keys

    def clean(self):
        cleaned = super().clean()
        ticked = set(self.data.getlist("return"))
        comments = {
            key: self.data.get(f"comment-{key}", "").strip()[:LONGEST]
            for key in self.keys
            if key in ticked
        }
        if cleaned.get("decision") == RETURN and not (
            cleaned.get("comment") or any(comments.values())
        ):
            raise ValidationError(_("Please write to the editor what to change."))
        if cleaned.get("decision") in (APPROVE, RELEASE):
            if not all(comments.values()):
                raise ValidationError(_("Please write beside each returned row what to change."))
            if self.keys and len(comments) == len(self.keys):
                raise ValidationError(_("Every row goes back: return the whole instead."))
        cleaned["returned"] = comments
        return cleaned
