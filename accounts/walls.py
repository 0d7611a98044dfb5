"""Closes what Wagtail shows of other people's nodes in spite of page rights.

Wagtail checks rights where things are changed. Seen with 8.0.1 to tell more: the page chooser lists
every page, drafts included; choosing several and moving answer with the title of any key; bulk
actions name what they refuse to touch; three reports speak of the whole site, three list all
people in a filter; lists of files show everybody's tags; the admin's API lists all files;
wagtailmedia lists all collections. `tests/accounts/test_matrix.py` tries every address.
"""

from __future__ import annotations

from contextlib import suppress

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, CharField, Q
from django.db.models.functions import Cast
from django.http import JsonResponse
from django.urls import reverse
from taggit.models import TaggedItem
from wagtail.admin.auth import permission_denied
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageLogEntry, WorkflowState
from wagtail.permissions import policy_registry
from wagtailmedia.models import get_media_model

from . import nodes
from .models import User


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
        hidden = {reverse(name) for name in SITE_WIDE_REPORTS}
        menu_items[:] = [item for item in menu_items if item.url not in hidden]


class WallsMiddleware:
    """Guards the views of Wagtail's admin that no hook reaches; superusers pass.

    Other views are let through without a look at who asks: public pages know no session.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        if name not in WATCHED or request.user.is_superuser or not request.user.is_authenticated:
            return None
        if name in GUARDS and not GUARDS[name](request, **kwargs):
            return permission_denied(request)
        if name in NAMING and not names_own_people(request, *NAMING[name]):
            return permission_denied(request)
        return own_tags(request) if name in TAGS else None

    def process_template_response(self, request, response):
        name = request.resolver_match and request.resolver_match.view_name
        if name not in LISTS or request.user.is_superuser:
            return response
        if "filters" in (context := response.context_data or {}):
            fields = context["filters"].form.fields
            if name in NAMING:
                hide_names(request, fields, *NAMING[name])
            if name in TAGGED:
                fields.pop("tag", None)
        return response


def refuse(request, **kwargs) -> bool:
    """A view that speaks of the whole site, or lists files without asking for rights."""
    return False


def all_chosen_are_visible(request, **kwargs) -> bool:
    return holds_all(request, visible_pages(Page.objects.all(), request.user))


def page_is_visible(request, page_id) -> bool:
    return visible_pages(Page.objects.filter(pk=page_id), request.user).exists()


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
    if "all" in request.GET.getlist("id"):
        return all_listed_are_own(request, model)
    if issubclass(model, Page):
        return all_chosen_are_visible(request)
    return holds_all(request, own_rows(model, request.user))


def all_listed_are_own(request, model) -> bool:
    """Whoever marks a whole list marks what Wagtail thinks is in it, whatever was shown.

    Of files that is what one may change; of pages all below the one that the address names.
    """
    if model in (get_image_model(), get_document_model()):
        return True
    parent = Page.objects.filter(pk__in=asked_keys(request, "childOf")).first()
    if not issubclass(model, Page) or parent is None:
        return False
    listed = parent.get_descendants() if request.GET.get("q") else parent.get_children()
    return visible_pages(listed, request.user).count() == listed.count()


def own_rows(model, user):
    """Return the rows of a model that a person may change or delete."""
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, ["change", "delete"])


def asked_keys(request, name: str) -> set[int]:
    """Return the keys that the address names as Django reads them: "+7" is 7."""
    keys = set()
    for text in request.GET.getlist(name):
        with suppress(ValueError):
            keys.add(int(text))
    return {key for key in keys if 0 < key <= BigIntegerField.MAX_BIGINT}


def holds_all(request, queryset) -> bool:
    """Tell whether the rows named in the address by `id` are all in the queryset."""
    ids = asked_keys(request, "id")
    return queryset.filter(pk__in=ids).distinct().count() == len(ids)


def names_own_people(request, name: str, people_of) -> bool:
    """Tell whether a report is asked about nobody but people who have to do with visible pages."""
    asked = asked_keys(request, name)
    pages = visible_pages(Page.objects.all(), request.user)
    return not User.objects.filter(pk__in=asked).exclude(pk__in=people_of(pages)).exists()


def hide_names(request, fields, name: str, people_of) -> None:
    """Leave in a report's filter the people who have to do with visible pages."""
    if name in fields:
        pages = visible_pages(Page.objects.all(), request.user)
        fields[name].queryset = fields[name].queryset.filter(pk__in=people_of(pages))


def own_tags(request) -> JsonResponse:
    """Answer what completes a tag with tags of files that one may use."""
    term, rows = request.GET.get("term", ""), Q(pk__in=[])
    for model in (get_image_model(), get_document_model(), get_media_model()):
        policy = policy_registry.get_by_type(model)
        own = policy.instances_user_has_any_permission_for(request.user, ["change", "choose"])
        kind = ContentType.objects.get_for_model(model)
        rows |= Q(content_type=kind, object_id__in=own.values("pk"))
    used = TaggedItem.objects.filter(rows, tag__name__istartswith=term)
    names = used.order_by("tag__name").values_list("tag__name", flat=True).distinct()
    return JsonResponse(list(names[:TAGS_OFFERED]) if term else [], safe=False)


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


def historians(pages):
    return PageLogEntry.objects.filter(page__in=pages, user__isnull=False).values("user")


SITE_WIDE_REPORTS = (
    "wagtailadmin_reports:page_types_usage",
    "wagtail_localize:translations_report",
)
GUARDS = {
    "wagtailadmin_reports:page_types_usage": refuse,
    "wagtailadmin_reports:page_types_usage_results": refuse,
    "wagtailadmin_pages:type_use": refuse,
    "wagtailadmin_pages:type_use_results": refuse,
    "wagtail_localize:translations_report": refuse,
    "wagtail_localize:translations_report_results": refuse,
    "wagtailadmin_pages:confirm_workflow_cancellation": page_is_visible,
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
    "wagtailadmin_reports:site_history": ("user", historians),
    "wagtailadmin_reports:site_history_results": ("user", historians),
}
TAGS = {"wagtailadmin_tag_autocomplete", "wagtailadmin_tag_model_autocomplete"}
TAGS_OFFERED = 10
# Lists whose filter offers the tags used most in the whole site.
TAGGED = {
    "wagtailimages:index",
    "wagtailimages:index_results",
    "wagtaildocs:index",
    "wagtaildocs:index_results",
}
# The views that are guarded before they run, and those whose filters are looked at afterwards.
WATCHED = GUARDS.keys() | NAMING.keys() | TAGS
LISTS = NAMING.keys() | TAGGED
