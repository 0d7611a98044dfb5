"""Registers people, the words of the log, and the walls between nodes."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import querysets, urls, walls
from .absence_views import AbsenceView

hooks.register("construct_page_chooser_queryset", walls.choosable_pages)
hooks.register("construct_reports_menu", walls.hide_reports)


class PeopleMenuItem(MenuItem):
    def is_shown(self, request):
        return bool(querysets.managed_paths(request.user))


@hooks.register("register_admin_urls")
def people_urls():
    return [
        path("people/", include(urls)),
        path("away/", AbsenceView.as_view(), name="absence"),
    ]


@hooks.register("register_admin_menu_item")
def people_menu_item():
    return PeopleMenuItem(_("People"), reverse("people:index"), icon_name="group", order=700)


@hooks.register("register_log_actions")
def log_actions(actions):
    for name, label in (
        ("accounts.grant", _("Role given")),
        ("accounts.revoke", _("Role taken back")),
        ("accounts.close", _("Account closed")),
        ("accounts.reopen", _("Account opened again")),
        ("accounts.passed_up", _("Review passed on to the next area above")),
        ("accounts.acted_for", _("Decided for somebody who is away")),
        ("accounts.absence", _("Absence named")),
        ("accounts.return", _("Absence ended")),
        ("accounts.urgent_released", _("Put out at once, to be confirmed")),
        ("accounts.urgent_confirmed", _("Urgent text confirmed")),
        ("accounts.urgent_taken_down", _("Urgent text taken down")),
    ):
        actions.register_action(name, label, label)
