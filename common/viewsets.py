"""Tables of the site that administrators keep: kinds, audiences, holidays."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, Q
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from accounts.walls import own_paths

from .models import Audience, Holiday, Kind

KEPT_CODES = ("other", "all")  # what has no other kind, and what names no audience
NETWORK_DEPTH = 3  # root of the tree, front page, network
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


class HolidayForm(WagtailAdminModelForm):
    """A day for one's own network; only administrators of the site keep days for all."""

    def clean_network(self):
        network = self.cleaned_data["network"]
        if network is None:
            if not self.for_user.is_superuser:
                raise ValidationError(gettext("Choose your network."))
            return None
        if network.depth != NETWORK_DEPTH:
            raise ValidationError(gettext("Choose a network: an area right below the front page."))
        if not any(network.path.startswith(path) for path in own_paths(self.for_user)):
            raise ValidationError(gettext("Choose your network."))
        return network


def own_holidays(user):
    """Return the holidays that a person may change."""
    if user.is_superuser:
        return Holiday.objects.all()
    own = Q(pk__in=[])
    for path in own_paths(user):
        own |= Q(network__path__startswith=path)
    return Holiday.objects.filter(own)


class OwnHolidaysMixin:
    """Holidays of other networks are not found here."""

    def get_queryset(self):
        return own_holidays(self.request.user)


class HolidayIndexView(generic.IndexView):
    def get_base_queryset(self):
        return own_holidays(self.request.user).select_related("network").order_by("-date")


class HolidayEditView(OwnHolidaysMixin, generic.EditView):
    pass


class HolidayDeleteView(OwnHolidaysMixin, generic.DeleteView):
    pass


class HolidayViewSet(ModelViewSet):
    model = Holiday
    icon = "calendar-alt"
    add_to_admin_menu = False
    copy_view_enabled = False
    index_view_class = HolidayIndexView
    edit_view_class = HolidayEditView
    delete_view_class = HolidayDeleteView
    list_display = ["date", "name", "effect", "network"]
    search_fields = ["name"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("date"), FieldPanel("name"), FieldPanel("effect")]),
            FieldPanel("network"),
        ],
        base_form_class=HolidayForm,
    )


class SiteGroup(ModelViewSetGroup):
    """One entry of the admin's menu; only those with a right see it."""

    menu_label = _("Site")
    menu_icon = "cog"
    menu_order = 650
    items = (KindViewSet("kinds"), AudienceViewSet("audiences"), HolidayViewSet("holidays"))
