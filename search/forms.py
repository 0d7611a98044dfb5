"""The state of the search page as it stands in its address. Nothing in it is an error."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chinese.tokens import MAX_QUERY

from . import nodes
from .enums import ThingKind

MAX_PAGE = 1_000_000  # digits beyond it say no more than "far too many"


class TolerantField(forms.CharField):
    """Text of any kind: controls become spaces, ends are stripped, nothing is refused."""

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def to_python(self, value):
        text = "".join(c if c.isprintable() else " " for c in str(value or ""))
        return text.strip()


class SearchForm(forms.Form):
    """Always valid: what cannot be meant becomes the nearest that can, said in `notices`."""

    q = TolerantField(label=_("Search"))
    kind = TolerantField(label=_("What"))
    at = TolerantField(label=_("Where"))
    page = TolerantField(label=_("Page"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.notices: list[str] = []

    def clean_q(self) -> str:
        text = self.cleaned_data["q"]
        if len(text) > MAX_QUERY:
            self.notices.append(
                _("Only the first %(count)d characters were read.") % {"count": MAX_QUERY}
            )
        return text[:MAX_QUERY]

    def clean_kind(self) -> str:
        kind = self.cleaned_data["kind"]
        if kind and kind not in ThingKind.values:
            self.notices.append(
                _("There is no kind “%(kind)s” here. All kinds are shown.") % {"kind": kind[:40]}
            )
            return ""
        return kind

    def clean_at(self):
        """Return the page of the chosen node, None for the whole site."""
        code = self.cleaned_data["at"]
        node = nodes.find(code)
        if code and code != nodes.ALL and node is None:
            self.notices.append(
                _("There is no centre or area “%(code)s”. The whole site is shown.")
                % {"code": code[:40]}
            )
        return node

    def clean_page(self) -> int:
        text = self.cleaned_data["page"]
        if not text:
            return 1
        if text.isdecimal() and int(text[:9]) > 0:
            return min(int(text[:9]), MAX_PAGE)
        self.notices.append(
            _("“%(page)s” is no page. This is the first one.") % {"page": text[:40]}
        )
        return 1
