"""Registers what the front page of the admin shows and how it helps."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .admin_views import FirstDayView
from .home_panels import EditorPanel, ReviewPanel

FOREIGN_HELP = ("editor-guide", "whats-new-in-wagtail")
# Wagtail's own lists of what is under review; the desk says more.
REPLACED = ("user_objects_in_workflow_moderation", "workflow_objects_to_moderate")


@hooks.register("construct_homepage_panels")
def add_desk(request, panels):
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in REPLACED]
    panels += [EditorPanel(), ReviewPanel()]


@hooks.register("register_admin_urls")
def first_day_url():
    return [path("first-day/", FirstDayView.as_view(), name="first_day")]


@hooks.register("register_help_menu_item")
def first_day_item():
    return MenuItem(_("First day"), reverse("first_day"), icon_name="help", order=900)


@hooks.register("construct_help_menu")
def leave_out_foreign_help(request, menu_items):
    """Wagtail's guide and its news lie abroad, in English, and speak of another site."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(FOREIGN_HELP)]
