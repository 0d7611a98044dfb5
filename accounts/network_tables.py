"""Tables that a network keeps: each row has a key to its network, empty for all networks.

Administrators of a network change its own rows; rows for all are the site administrators'.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.viewsets.model import ModelViewSet

from .roles import NETWORK_DEPTH
from .walls import own_paths


class NetworkRowForm(WagtailAdminModelForm):
    """A row of one's own network; only administrators of the site keep rows for all."""

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


def own_rows(model, user):
    """Return the rows of a network's table that a person may change."""
    if user.is_superuser:
        return model.objects.all()
    own = Q(pk__in=[])
    for path in own_paths(user):
        own |= Q(network__path__startswith=path)
    return model.objects.filter(own)


class OwnRowMixin:
    """Rows of other networks are not found by a form."""

    def get_queryset(self):
        return own_rows(self.model, self.request.user)


class BesideOwnRowMixin:
    """Nor by what Wagtail shows of a row beside its forms."""

    def get_base_object_queryset(self):
        return own_rows(self.model, self.request.user)


class NetworkRowsIndexView(generic.IndexView):
    def get_base_queryset(self):
        return own_rows(self.model, self.request.user).select_related("network")


class NetworkRowEditView(OwnRowMixin, generic.EditView):
    pass


class NetworkRowDeleteView(OwnRowMixin, generic.DeleteView):
    pass


class NetworkRowHistoryView(BesideOwnRowMixin, HistoryView):
    pass


class NetworkRowUsageView(BesideOwnRowMixin, generic.UsageView):
    pass


class NetworkTableViewSet(ModelViewSet):
    """List and forms of a network's table; its edit handler uses `NetworkRowForm`."""

    add_to_admin_menu = False
    copy_view_enabled = False
    index_view_class = NetworkRowsIndexView
    edit_view_class = NetworkRowEditView
    delete_view_class = NetworkRowDeleteView
    history_view_class = NetworkRowHistoryView
    usage_view_class = NetworkRowUsageView
