"""Registers what administrators see of search."""

from wagtail import hooks

from .viewsets import SearchGroup


@hooks.register("register_admin_viewset")
def search_group():
    return SearchGroup()
