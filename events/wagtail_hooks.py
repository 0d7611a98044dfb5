"""Registers what editors of menus need in the admin."""

from django.contrib import messages
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem

from brands.models import CentrePage
from common.autosave import is_autosave

from . import admin_urls
from .board_views import may_remind
from .menu_rights import may_edit_menus
from .missing_reasons import unsaid_in
from .models import ActivityMenuPage


@hooks.register("register_admin_urls")
def menu_urls():
    return [path("menus/", include(admin_urls))]


@hooks.register("register_log_actions")
def log_actions(actions):
    label = _("Editors reminded of a menu")
    actions.register_action("events.remind", label, label)


class BoardMenuItem(MenuItem):
    def is_shown(self, request):
        return may_remind(request.user)


@hooks.register("register_admin_menu_item")
def board_menu_item():
    return BoardMenuItem(
        _("Menus from above"), reverse("menus:board"), icon_name="table", order=150
    )


@hooks.register("register_reports_menu_item")
def attendance_menu_item():
    return MenuItem(
        _("Person-times"), reverse("menus:attendance_report"), icon_name="group", order=900
    )


@hooks.register("register_page_header_buttons")
def menu_buttons(page, user, view_name, next_url=None):
    """Ways to rows of a menu, at a centre and at each of its menus, one step below it."""
    centre = centre_at(page)
    if centre is None or not may_edit_menus(centre, user):
        return
    at_menu = issubclass(page.specific_class, ActivityMenuPage)
    month = f"?month={page.specific.month:%Y-%m}" if at_menu and page.specific.month else ""
    source = f"?source={page.pk}" if at_menu else ""
    ways = [
        (_("Upload a month's sheet"), "upload", "menus:upload", ""),
        (_("Paste from a sheet"), "clipboard-list", "menus:paste", month),
        (_("Copy a month"), "copy", "menus:copy", source),
        (_("Read a calendar of others"), "calendar-alt", "menus:calendar", month),
        (_("Download an empty sheet"), "doc-empty", "menus:template", ""),
        (_("How many came"), "group", "menus:attendance", ""),
    ]
    for priority, (label, icon, view, query) in enumerate(ways, start=12):
        address = reverse(view, args=[centre.pk]) + query
        yield PageMenuItem(label, address, icon, priority, page=page)
    if at_menu:
        address = reverse("menus:export", args=[page.pk])
        yield PageMenuItem(_("Download as a sheet"), address, "download", 18, page=page)
    if at_menu and page.first_published_at:
        address = reverse("menus:dates", args=[page.pk])
        yield PageMenuItem(_("Dates: cancel, move, change place"), address, "date", 11, page=page)


def centre_at(page) -> CentrePage | None:
    """Return the stored centre that a page is, or whose menu it is."""
    if page.pk is None:
        return None
    if issubclass(page.specific_class, ActivityMenuPage):
        return page.get_parent().specific
    return page.specific if issubclass(page.specific_class, CentrePage) else None


@hooks.register("after_edit_page")
def ask_for_reasons(request, page):
    """A draft is kept as it is; what it would change without a reason is asked for at once."""
    if not isinstance(page, ActivityMenuPage) or not page.live or is_autosave(request):
        return
    unsaid = unsaid_in(page, page.centre, timezone.now())
    for sentence in unsaid.sentences:
        messages.warning(request, sentence)
