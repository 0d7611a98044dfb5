"""Registers the tables that administrators keep, and what their front page says of the site."""

from wagtail import hooks

from .home_panels import DueWorkPanel
from .viewsets import SiteGroup


@hooks.register("register_admin_viewset")
def site_tables():
    return SiteGroup()


@hooks.register("construct_homepage_panels")
def due_work_panel(request, panels):
    panels.append(DueWorkPanel())
