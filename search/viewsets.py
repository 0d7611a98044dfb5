"""Search in the admin: synonyms, recommended results, what was asked, how a text is read."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from accounts.network_tables import NetworkRowForm, NetworkTableViewSet

from .admin_views import ExplainView, may_see
from .models import AskedText, PinnedResult, SynonymGroup
from .pins import entry_at


class SynonymViewSet(NetworkTableViewSet):
    model = SynonymGroup
    menu_label = _("Words of the same meaning")
    icon = "duplicate"
    list_display = ["__str__", "network", "changed_at"]
    search_fields = ["words", "found"]
    ordering = ["-changed_at", "-pk"]
    edit_handler = ObjectList(
        [FieldPanel("words"), FieldPanel("found"), FieldPanel("network")],
        base_form_class=NetworkRowForm,
    )


class PinnedResultForm(NetworkRowForm):
    """The address becomes the thing itself: it is followed when its address changes."""

    def clean_address(self):
        address = self.cleaned_data["address"]
        entry = entry_at(address)
        if entry is None:
            raise ValidationError(gettext("The search finds nothing public at this address."))
        self.instance.kind, self.instance.thing_key = entry.kind, entry.thing_key
        return entry.url


class PinnedResultViewSet(NetworkTableViewSet):
    model = PinnedResult
    menu_label = _("Recommended results")
    icon = "pin"
    list_display = ["words", "address", "ends_on", "network"]
    search_fields = ["words", "address"]
    ordering = ["-ends_on", "words"]
    edit_handler = ObjectList(
        [
            FieldPanel("words"),
            FieldPanel("address"),
            FieldRowPanel([FieldPanel("ends_on"), FieldPanel("network")]),
        ],
        base_form_class=PinnedResultForm,
    )


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Counts are only looked at, by superusers too."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(AskedText, ReadOnlyPolicy(AskedText))


class AskedTextIndexView(generic.IndexView):
    """Most asked first; with `?vain=1` what found nothing, the most frequent first."""

    page_title = _("Asked words")
    any_permission_required = ["view"]

    @property
    def is_in_vain(self) -> bool:
        return self.request.GET.get("vain") == "1"

    def get_base_queryset(self):
        rows = AskedText.objects.kept()
        return rows.found_nothing() if self.is_in_vain else rows

    def order_queryset(self, queryset):
        first = "-empty_count" if self.is_in_vain else "-count"
        return queryset.order_by(first, "-last_on", "text")

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {"is_in_vain": self.is_in_vain}


class AskedTextViewSet(ModelViewSet):
    model = AskedText
    menu_label = _("Asked words")
    icon = "search"
    add_to_admin_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = AskedTextIndexView
    index_template_name = "search/admin/asked.html"
    form_fields = ["text"]
    list_display = [
        Column("text", label=_("asked")),
        Column("count", label=_("times")),
        Column("empty_count", label=_("of them in vain")),
        Column("last_on", label=_("last asked on")),
    ]
    search_fields = ["text"]


class ShownMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


class ExplainViewSet(ViewSet):
    menu_label = _("How a text is read")
    menu_item_class = ShownMenuItem
    icon = "help"

    def get_urlpatterns(self):
        return [path("", self.construct_view(ExplainView), name="index")]


class SearchGroup(ModelViewSetGroup):
    """One entry of the admin's menu; only those with a right see it."""

    menu_label = _("Search")
    menu_icon = "search"
    menu_order = 660
    items = (
        SynonymViewSet("synonyms"),
        PinnedResultViewSet("recommended"),
        AskedTextViewSet("asked"),
        ExplainViewSet("reading"),
    )
