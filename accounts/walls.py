"""Closes what Wagtail shows of other people's nodes in spite of page rights.

Wagtail checks rights where pages are changed, but its page chooser lists every page, drafts
included, and one report names the page edited last in the whole site. Seen with 8.0.1.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from wagtail.admin.auth import permission_denied
from wagtail.models import Page
from wagtail.permissions import policy_registry

from . import nodes

CHOSEN_SEVERAL = "wagtailadmin_choose_page_chosen_multiple"
WHOLE_SITE_VIEWS = frozenset(
    {"wagtailadmin_reports:page_types_usage", "wagtailadmin_reports:page_types_usage_results"}
)


def own_paths(user) -> list[str]:
    """Return the tree paths at or below which a person has page rights of any kind."""
    if not user.is_active:
        return []
    if user.is_superuser:
        return ["0001"]
    held = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    return sorted({right.page.path for right in held})


def visible_pages(pages, user):
    """Limit pages to one's own nodes, what is below them, and the way down to them."""
    visible = Q(pk__in=[])
    for path in own_paths(user):
        visible |= Q(path__startswith=path) | Q(path__in=nodes.paths_above(path))
    return pages.filter(visible)


def is_visible(page: Page, user) -> bool:
    return any(page.path.startswith(path) or path.startswith(page.path) for path in own_paths(user))


def choosable_pages(pages, request):
    """Hook `construct_page_chooser_queryset`; refuses a foreign page as the place to look in.

    Raises:
        PermissionDenied: the address names a page that one may not see.
    """
    parent_id = request.resolver_match.kwargs.get("parent_page_id")
    if parent_id and not visible_pages(Page.objects.filter(pk=parent_id), request.user).exists():
        raise PermissionDenied
    return visible_pages(pages, request.user)


def hide_reports(request, menu_items):
    """Hook `construct_reports_menu`."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


class WallsMiddleware:
    """Guards the two views of Wagtail's admin that no hook reaches."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        if request.user.is_superuser:
            return None
        if name in WHOLE_SITE_VIEWS:
            return permission_denied(request)
        if name == CHOSEN_SEVERAL:
            ids = [int(text) for text in request.GET.getlist("id") if text.isdecimal()]
            chosen = Page.objects.filter(pk__in=ids)
            if visible_pages(chosen, request.user).count() != chosen.count():
                return permission_denied(request)
        return None
