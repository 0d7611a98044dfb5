"""Registers in the admin how a network is brought in."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem

from accounts.querysets import managed_paths

from . import admin_urls
from .bringing_views import may_bring


@hooks.register("register_admin_urls")
def network_urls():
    return [path("network/", include(admin_urls))]


class NetworkMenuItem(MenuItem):
    def is_shown(self, request):
        return bool(managed_paths(request.user))


@hooks.register("register_admin_menu_item")
def network_menu_item():
    return NetworkMenuItem(
        _("Bring a network in"), reverse("network:choose"), icon_name="upload", order=710
    )


@hooks.register("register_page_header_buttons")
def bring_button(page, user, view_name, next_url=None):
    """The way to a sheet of centres, at the front page and at areas."""
    if page.pk and may_bring(user, page):
        address = reverse("network:centres", args=[page.pk])
        yield PageMenuItem(_("Bring centres in from a sheet"), address, "upload", 12, page=page)
