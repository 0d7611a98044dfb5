"""Registers the tables that administrators keep."""

from wagtail import hooks

from .viewsets import SiteGroup


@hooks.register("register_admin_viewset")
def site_tables():
    return SiteGroup()
