"""The frame of our own pages in the admin, and what they read from forms."""

from __future__ import annotations

from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class AdminView(WagtailAdminTemplateMixin, TemplateView):
    """A page with its title at the end of the path; `get_path_items` stand before it."""

    def get_path_items(self) -> list[dict]:
        """Return what stands between home and this page, each with `url` and `label`."""
        return []

    def get_breadcrumbs_items(self):
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, *self.get_path_items(), here]


def whole_number(text: str | None) -> int | None:
    """Return the key that a form field or an address holds, or None."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else None
