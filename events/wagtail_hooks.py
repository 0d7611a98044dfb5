"""Registers what editors of menus need in the admin."""

from django.contrib import messages
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem

from brands.models import CentrePage

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


class CentreButton(PageMenuItem):
    """At a centre, and at each of its menus, which lie one step below it."""

    view = ""

    @cached_property
    def centre(self):
        page = self.page.specific
        if isinstance(page, ActivityMenuPage) and page.path:
            page = page.get_parent().specific
        return page if isinstance(page, CentrePage) and page.pk else None

    @property
    def url(self):
        return reverse(self.view, args=[self.centre.pk])

    def is_shown(self, user):
        return self.centre is not None and may_edit_menus(self.centre, user)


class UploadSheetButton(CentreButton):
    label = _("Upload a month's sheet")
    icon_name = "upload"
    view = "menus:upload"


class TemplateButton(CentreButton):
    label = _("Download an empty sheet")
    icon_name = "doc-empty"
    view = "menus:template"


class CopyMonthButton(CentreButton):
    label = _("Copy a month")
    icon_name = "copy"
    view = "menus:copy"

    @property
    def url(self):
        is_menu = issubclass(self.page.specific_class, ActivityMenuPage) and self.page.pk
        return f"{super().url}?source={self.page.pk}" if is_menu else super().url


class PasteButton(CentreButton):
    """The cells go to the month of the menu that one comes from."""

    label = _("Paste from a sheet")
    icon_name = "clipboard-list"
    view = "menus:paste"

    @property
    def url(self):
        month = getattr(self.page.specific, "month", None)
        return f"{super().url}?month={month:%Y-%m}" if month else super().url


class AttendanceButton(CentreButton):
    label = _("How many came")
    icon_name = "group"
    view = "menus:attendance"


class ExportButton(CentreButton):
    """At a menu that is stored."""

    label = _("Download as a sheet")
    icon_name = "download"

    @property
    def url(self):
        return reverse("menus:export", args=[self.page.pk])

    def is_shown(self, user):
        is_menu = issubclass(self.page.specific_class, ActivityMenuPage) and self.page.pk
        return bool(is_menu) and super().is_shown(user)


@hooks.register("register_page_header_buttons")
def header_buttons(page, user, view_name, next_url=None):
    if page.specific_class in (CentrePage, ActivityMenuPage):
        yield UploadSheetButton(page=page, priority=12)
        yield PasteButton(page=page, priority=13)
        yield CopyMonthButton(page=page, priority=14)
        yield TemplateButton(page=page, priority=15)
        yield ExportButton(page=page, priority=16)
        yield AttendanceButton(page=page, priority=17)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page, user, next_url=None):
    if page.specific_class is CentrePage:
        yield UploadSheetButton(page=page, priority=3)
    if page.specific_class is ActivityMenuPage:
        yield ExportButton(page=page, priority=3)


@hooks.register("after_edit_page")
def ask_for_reasons(request, page):
    """A draft is kept as it is; what it would change without a reason is asked for at once."""
    if not isinstance(page, ActivityMenuPage) or not page.live or asks_for_json(request):
        return
    unsaid = unsaid_in(page, page.centre, timezone.now())
    for sentence in unsaid.sentences:
        messages.warning(request, sentence)


def asks_for_json(request) -> bool:
    """Whether the editor's script saves by itself; it shows no messages."""
    return "application/json" in request.headers.get("Accept", "")
