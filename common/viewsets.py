"""Tables of the site that administrators keep: kinds, audiences, holidays."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from accounts.network_tables import NetworkRowForm, NetworkTableViewSet

from .models import Audience, Holiday, Kind

KEPT_CODES = ("other", "all")  # what has no other kind, and what names no audience
TERM_PANELS = [
    FieldRowPanel([FieldPanel("name"), FieldPanel("code"), FieldPanel("position")]),
    FieldPanel("words"),
    FieldPanel("name_en"),
]


class TermForm(WagtailAdminModelForm):
    """A code is for life: addresses, calendars and rows of menus speak in it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["code"].disabled = True


class TermDeleteView(generic.DeleteView):
    """Refuses, in one sentence, what activities still need."""

    def form_valid(self, form):
        if self.object.code not in KEPT_CODES:
            try:
                return super().form_valid(form)
            except ProtectedError:
                pass
        sentence = gettext("“%(term)s” is in use and stays. You may rename it.")
        messages.error(self.request, sentence % {"term": self.object})
        return redirect(self.get_success_url())


class TermViewSet(ModelViewSet):
    """What kinds and audiences have in common."""

    add_to_admin_menu = False
    copy_view_enabled = False
    delete_view_class = TermDeleteView
    list_display = ["name", "code", "position"]
    search_fields = ["name", "code", "words"]
    ordering = ["position", "code"]


class KindViewSet(TermViewSet):
    model = Kind
    icon = "tag"
    edit_handler = ObjectList([*TERM_PANELS, FieldPanel("usual_minutes")], base_form_class=TermForm)


class AudienceViewSet(TermViewSet):
    model = Audience
    icon = "group"
    edit_handler = ObjectList(TERM_PANELS, base_form_class=TermForm)


class HolidayViewSet(NetworkTableViewSet):
    model = Holiday
    icon = "calendar-alt"
    ordering = ["-date"]
    list_display = ["date", "name", "effect", "network"]
    search_fields = ["name"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("date"), FieldPanel("name"), FieldPanel("effect")]),
            FieldPanel("network"),
        ],
        base_form_class=NetworkRowForm,
    )


_more: list = []


def add_site_table(viewset) -> None:
    """Add a table of an app above to the entry "Site" of the admin's menu."""
    _more.append(viewset)


class SiteGroup(ModelViewSetGroup):
    """One entry of the admin's menu; only those with a right see it."""

    menu_label = _("Site")
    menu_icon = "cog"
    menu_order = 650

    def __init__(self):
        self.items = (
            KindViewSet("kinds"),
            AudienceViewSet("audiences"),
            HolidayViewSet("holidays"),
            *_more,
        )
        super().__init__()
