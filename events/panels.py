"""Editor parts of menus."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from common.models import Audience

from .widgets import MonthInput

FEES = ("免费", "材料费自理", "材料费10元")
SIGN_UPS = ("无需报名", "现场签到", "电话报名", "到服务台报名", "扫码报名")


class MonthPanel(FieldPanel):
    """A month, picked as a month."""

    def __init__(self, field_name, **kwargs):
        kwargs.setdefault("widget", MonthInput)
        kwargs.setdefault("help_text", _("For example 2026-12. A centre has one menu a month."))
        super().__init__(field_name, **kwargs)


class GoesOutPanel(Panel):
    """The usual moment of publication, at once, or another one: a question of the form alone."""

    def get_form_options(self):
        return {"fields": ["goes_out"]}  # else the form draws it a second time

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/goes_out.html"


class SuggestionsPanel(Panel):
    """Lists that the lines of every row suggest from: rooms of the centre, audiences, usual words.

    A block does not know its page, so the lists stand once in the form and are named by the lines.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/suggestions.html"

        def get_context_data(self, parent_context=None):
            centre = self.form.parent_page if self.form is not None else None
            centre = centre.specific if centre else None
            facilities = centre.facilities.all() if hasattr(centre, "facilities") else ()
            return super().get_context_data(parent_context) | {
                "centre": centre,
                "rooms": [facility.name for facility in facilities],
                "audiences": [audience.name for audience in Audience.objects.all()],
                "fees": FEES,
                "sign_ups": SIGN_UPS,
            }
