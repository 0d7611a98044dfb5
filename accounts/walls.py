"""Closes what Wagtail shows of other people's nodes in spite of page rights.

Wagtail checks rights where things are changed. Seen with 8.0.1 to tell more: the page chooser lists
every page, drafts included; choosing several and moving answer with the title of any key; bulk
actions name what they refuse to touch; one report names the page edited last in the whole site, two
list all people in a filter; the admin's API lists all files; wagtailmedia lists all collections.
"""

from __future__ import annotations

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from wagtail.admin.auth import permission_denied
from wagtail.models import Page, WorkflowState
from wagtail.permissions import policy_registry
from wagtailmedia.models import get_media_model

from . import nodes


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


def choosable_pages(pages, request):
    """Hook `construct_page_chooser_queryset`; refuses a foreign page as the place to look in.

    The rows bring along what the chooser shows of their state, so that none of them asks for it.

    Raises:
        PermissionDenied: the address names a page that one may not see.
    """
    parent_id = request.resolver_match.kwargs.get("parent_page_id")
    if parent_id and not visible_pages(Page.objects.filter(pk=parent_id), request.user).exists():
        raise PermissionDenied
    found = visible_pages(pages, request.user).prefetch_workflow_states()
    return found.annotate_approved_schedule().select_related("locale", for_specific_subqueries=True)


def hide_reports(request, menu_items):
    """Hook `construct_reports_menu`."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


class WallsMiddleware:
    """Guards the views of Wagtail's admin that no hook reaches; superusers pass."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        guard = GUARDS.get(request.resolver_match.view_name)
        user = request.user
        if guard is None or not user.is_authenticated or user.is_superuser:
            return None
        if guard(request, **kwargs):
            return None
        return permission_denied(request)

    def process_template_response(self, request, response):
        match = request.resolver_match
        naming = NAMING.get(match.view_name) if match else None
        if naming and not request.user.is_superuser and "filters" in response.context_data:
            hide_names(request, response.context_data, *naming)
        return response


def refuse(request, **kwargs) -> bool:
    """A view that speaks of the whole site, or lists files without asking for rights."""
    return False


def all_chosen_are_visible(request, **kwargs) -> bool:
    return holds_all(request, visible_pages(Page.objects.all(), request.user))


def both_ends_are_visible(request, page_to_move_id, destination_id) -> bool:
    ends = {page_to_move_id, destination_id}
    return visible_pages(Page.objects.filter(pk__in=ends), request.user).count() == len(ends)


def media_is_own(request, media_id) -> bool:
    return own_rows(get_media_model(), request.user).filter(pk=media_id).exists()


def all_marked_are_own(request, app_label, model_name, action) -> bool:
    """Bulk actions name what they refuse to touch, so nothing foreign may be marked."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        return True  # answered with 404
    if issubclass(model, Page):
        return all_chosen_are_visible(request)
    return holds_all(request, own_rows(model, request.user))


def own_rows(model, user):
    """Return the rows of a model that a person may change or delete."""
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, ["change", "delete"])


def holds_all(request, queryset) -> bool:
    """Tell whether the rows named in the address by `id` are all in the queryset."""
    ids = {int(text) for text in request.GET.getlist("id") if text.isdecimal() and len(text) < 19}
    return queryset.filter(pk__in=ids).distinct().count() == len(ids)


def hide_names(request, context, name: str, people_of) -> None:
    """Leave in a report's filter the people who have to do with visible pages."""
    field = context["filters"].form.fields.get(name)
    if field is not None:
        pages = visible_pages(Page.objects.all(), request.user)
        field.queryset = field.queryset.filter(pk__in=people_of(pages))


def own_collections(collections, user):
    """Leave the collections into which a person may put sounds and videos."""
    if user.is_superuser:
        return collections
    policy = policy_registry.get_by_type(get_media_model())
    own = policy.collections_user_has_any_permission_for(user, ["add", "change"])
    return collections.filter(pk__in=own.values("pk"))


def requesters(pages):
    keys = pages.values_list(Cast("pk", CharField()), flat=True)
    return WorkflowState.objects.filter(object_id__in=keys).values("requested_by")


def lockers(pages):
    return pages.filter(locked_by__isnull=False).values("locked_by")


GUARDS = {
    "wagtailadmin_reports:page_types_usage": refuse,
    "wagtailadmin_reports:page_types_usage_results": refuse,
    "wagtailadmin_api:images:listing": refuse,
    "wagtailadmin_api:images:detail": refuse,
    "wagtailadmin_api:images:find": refuse,
    "wagtailadmin_api:documents:listing": refuse,
    "wagtailadmin_api:documents:detail": refuse,
    "wagtailadmin_api:documents:find": refuse,
    "wagtailadmin_choose_page_chosen_multiple": all_chosen_are_visible,
    "wagtailadmin_pages:move_confirm": both_ends_are_visible,
    "wagtailmedia:media_usage": media_is_own,
    "wagtail_bulk_action": all_marked_are_own,
}
# Filters that list people of the whole site: view, form field, and who may stay.
NAMING = {
    "wagtailadmin_reports:workflow": ("requested_by", requesters),
    "wagtailadmin_reports:workflow_results": ("requested_by", requesters),
    "wagtailadmin_reports:locked_pages": ("locked_by", lockers),
    "wagtailadmin_reports:locked_pages_results": ("locked_by", lockers),
}
