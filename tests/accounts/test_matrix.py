"""Every address, asked for and posted to by every role with what belongs to somebody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import attrgetter
from types import SimpleNamespace
from urllib.parse import unquote, urlencode

import pytest
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Locale, Page, Revision, Site, Workflow

from accounts.models import RoleTask
from accounts.roles import Role
from common.models import Audience, Kind, SiteTexts
from search.models import AskedText
from tests.addresses import filled, routes
from tests.factories import accounts, holdings

DAY = date(2026, 12, 1)

# What an argument is filled with: something of the foreign centre, by its key or the field named.
OF_OTHERS = {
    "page_id": "menu", "menu_id": "menu", "page_to_move_id": "menu", "page_pk": "menu",
    "wagtailadmin_pages:pk": "menu", "wagtailadmin_api:pages:pk": "menu", "object_id": "menu",
    "wagtail_localize:pk": "menu", "redirect_id": "redirect",
    "parent_page_id": "centre", "destination_id": "centre", "centre_id": "centre",
    "node_id": "network", "person_id": "editor", "wagtailusers_users:pk": "editor",
    "wagtailusers_groups:pk": "group", "collection_id": "collection",
    "wagtailadmin_collections:pk": "collection",
    "revision_id": "revision", "revision_id_a": "revision", "revision_id_b": "revision",
    "task_state_id": "task_state", "workflow_state_id": "workflow_state",
    "state_id": "workflow_state", "session_id": "session", "source_id": "calendar_source",
    "translation_id": "translation", "translation_source_id": "translation_source",
    "string_segment_id": "segment", "overridable_segment_id": "segment",
    "image_id": "image", "document_id": "document", "doc_id": "document", "media_id": "media",
    "wagtailadmin_api:images:pk": "image", "wagtailadmin_api:documents:pk": "document",
    "wagtailimages_chooser:pk": "image", "wagtaildocs_chooser:pk": "document",
    "wagtailimages:uploaded_file_id": "uploaded_image", "wagtaildocs_serve:0": "document",
    "wagtaildocs:uploaded_file_id": "uploaded_document",
    "holidays:pk": "holiday", "wording:pk": "wording", "synonyms:pk": "synonym",
    "recommended:pk": "pin", "review_rules:pk": "review_rule",
    "code": "centre.code", "short_a:code": "activity.code", "short_n:code": "notice.code",
    "short_r:code": "livestream.code", "live:captions:code": "livestream.code",
    "key": "notice.code", "wagtail_serve:0": "notice.url_path",
}  # fmt: skip
OF_ALL = {
    "wagtailadmin_workflows:pk": Workflow, "workflow_pk": Workflow, "task_id": RoleTask,
    "kinds:pk": Kind, "audiences:pk": Audience, "asked:pk": AskedText,
    "wagtaillocales:pk": Locale, "wagtailsites:pk": Site, "wagtailsettings:pk": SiteTexts,
}  # fmt: skip
PLAIN = {
    "app_label": "events", "app_name": "events", "content_type_app_name": "events",
    "model_name": "activitymenupage", "content_type_model_name": "activitymenupage",
    "wagtailsettings:app_name": "common", "wagtailsettings:model_name": "sitetexts",
    "wagtailadmin_workflows:app_label": "accounts", "wagtailadmin_workflows:model_name": "roletask",
    "wagtailadmin_tag_model_autocomplete:app_name": "taggit",
    "wagtailadmin_tag_model_autocomplete:model_name": "tag",
    "action_name": "approve", "wagtailadmin_api:pages:action_name": "copy", "action": "delete",
    "verb": "cancel", "filter_spec": "width-100", "media_type": "video", "mode": "simple",
    "thing": "notice", "uidb64": "x", "uidb36": "x", "token": "x", "account_confirm_email:key": "x",
    "account_reset_password_from_key:key": "x", "restriction_id": "1", "thing_id": "x",
    "uploaded_file:name": "documents/secret.txt", "wagtaildocs_serve:1": "secret.txt",
}  # fmt: skip
# Views that read what they speak of from the query.
ASKED = {
    "wagtailadmin_choose_page_chosen_multiple": ["id={menu.pk}", "id={centre.pk}"],
    "wagtailimages_chooser:chosen_multiple": ["id={image.pk}"],
    "wagtaildocs_chooser:chosen_multiple": ["id={document.pk}"],
    "wagtailadmin_pages:search": ["q=草稿"],
    "wagtailadmin_pages:search_results": ["q=草稿"],
    "wagtailadmin_choose_page": ["page_type=brands.centrepage", "q=草稿"],
    "wagtailadmin_choose_page_search": ["q=草稿"],
    "wagtailadmin_tag_autocomplete": ["term=草稿"],
    "wagtailadmin_api:pages:listing": ["fields=*&for_explorer=1", "search=草稿"],
    "wagtailadmin_api:pages:find": ["id={menu.pk}"],
    "wagtailadmin_api:images:find": ["id={image.pk}"],
    "wagtailadmin_api:documents:find": ["id={document.pk}"],
    "wagtailimages:index": ["q=草稿", "collection_id={collection.pk}", "tag=草稿"],
    "wagtailimages_chooser:choose_results": ["q=草稿", "collection_id={collection.pk}"],
    "wagtaildocs:index": ["q=草稿", "collection_id={collection.pk}"],
    "wagtaildocs_chooser:choose_results": ["q=草稿", "collection_id={collection.pk}"],
    "wagtailmedia:index": ["q=草稿", "collection_id={collection.pk}"],
    "wagtailmedia:chooser": ["q=草稿", "collection_id={collection.pk}"],
    "wagtailadmin_reports:site_history": ["export=csv", "user={editor.pk}"],
    "wagtailadmin_reports:locked_pages": ["export=csv", "locked_by={editor.pk}"],
    "wagtailadmin_reports:workflow": ["export=csv", "requested_by={editor.pk}"],
    "wagtailadmin_reports:workflow_tasks": ["export=csv"],
    "wagtailadmin_reports:aging_pages": ["export=csv"],
    "wagtailadmin_reports:page_types_usage": ["export=csv"],
    "wagtail_localize:translations_report": ["export=csv", "source_title=草稿"],
    "menus:board": ["at={centre.code}", "month=2026-12", "export=csv"],
    "menus:attendance_report": ["year=2026", "year=2026&by=centre", "export=csv"],
    "people:index": ["q=草稿"],
    "people:unused": ["q=草稿"],
    "wording:index": ["q=草稿"],
    "synonyms:index": ["q=草稿"],
    "search:search": ["q=草稿"],
    "search:suggest": ["q=草稿"],
    "api:search": ["q=草稿"],
}
MARKED = {
    "page": "menu", "user": "editor", "siteimage": "image", "sitedocument": "document",
}  # fmt: skip
# Answered with 200 although what is named is foreign.
SILENT = {
    "wagtailimages_chooser:chosen_multiple": "an empty list",
    "wagtaildocs_chooser:chosen_multiple": "an empty list",
    "wagtailadmin_editing_sessions:release": "ends sessions of one's own alone, whatever the key",
}
# What a superuser cannot find either, so that nothing is tried there.
NOT_THERE = {
    "wagtailadmin_pages:convert_alias": "there are no aliases of pages",
    "wagtail_localize:convert_to_alias": "there are no aliases of pages",
    "wagtail_localize:submit_snippet_translation": "there are no snippets",
    "wagtail_localize:preview_translation": "no page has a second preview",
}
LEFT_OUT = {
    "wagtailadmin_error_test": "fails on purpose",
    "wagtailadmin_logout": "ends the session of the test",
    "account_logout": "ends the session of the test",
}
POSTED = {"action": "close", "comment": "意见", "title": "改过", "next": "/admin/"}
TABLES_OF_ONES_OWN = ("django_session", "accounts_user")
ROLES = {  # whose things are named, and whose may not be met
    "editor": ("next_door", ["next_door", "beside", "far"]),
    "reviewer": ("beside", ["beside", "far"]),
    "approver": ("far", ["far"]),
    "administrator": ("far", ["far"]),
    "nobody": ("far", ["next_door", "beside", "far"]),
}  # fmt: skip


@pytest.fixture
def place(db) -> SimpleNamespace:
    """Two networks full of things, and somebody of each role in the first."""
    tree = accounts.tree()
    west = accounts.area(tree.network, "lake-west", "湖滨西街道")
    shore = accounts.centre(west, "west-shore", "西岸社区服务中心")
    far = accounts.centre(tree.other_network, "plum", "梅林村服务中心")
    SiteTexts.objects.create()
    AskedText.objects.create(digest="x", text="书法", first_on=DAY, last_on=DAY)
    return SimpleNamespace(
        next_door=holdings.fill(tree.next_door, tree.network, "梅坞"),
        beside=holdings.fill(shore, tree.network, "竹园"),
        far=holdings.fill(far, tree.other_network, "松岭"),
        editor=accounts.person("me-editor", role=Role.EDITOR, node=tree.near),
        reviewer=accounts.person("me-reviewer", role=Role.REVIEWER, node=tree.street),
        approver=accounts.person("me-approver", role=Role.APPROVER, node=tree.network),
        administrator=accounts.person("me-boss", role=Role.ADMINISTRATOR, node=tree.network),
        superuser=accounts.person("root", is_superuser=True),
        nobody=None,
    )


@dataclass(frozen=True)
class Case:
    """An address, and whether it names something of the foreign centre."""

    view: str
    address: str
    is_foreign: bool

    @property
    def is_admin(self) -> bool:
        return self.address.startswith("/admin/")


def cases(held) -> Iterator[Case]:
    """Yield every address of the site, with what somebody else has in its arguments."""
    for view, route in routes():
        if view not in LEFT_OUT:
            used = []
            fill = partial(value, view, held, used)
            yield Case(view, filled(route, fill), any(used))
    for view, queries in ASKED.items():
        for query in queries:
            asked = query.format(**held.things)
            yield Case(view, f"{reverse(view)}?{asked}", query.startswith("id="))
    for app, models in bulk_action_registry.actions.items():
        for model, actions in models.items():
            query = urlencode({"id": getattr(held, MARKED[model]).pk, "next": "/admin/"})
            for action in actions:
                address = reverse("wagtail_bulk_action", args=[app, model, action])
                yield Case("wagtail_bulk_action", f"{address}?{query}", True)


def value(view: str, held, used: list[bool], name: str) -> str:
    """Return what to put into an argument of a view; notes whether it is somebody else's."""
    space = view.rpartition(":")[0]
    for key in (f"{view}:{name}", f"{space}:{name}", name):
        used.append(key in OF_OTHERS)
        if key in OF_OTHERS:
            path = OF_OTHERS[key]
            return str(attrgetter(path if "." in path else f"{path}.pk")(held)).strip("/")
        if key in OF_ALL:
            return str(OF_ALL[key].objects.first().pk)
        if key in PLAIN:
            return PLAIN[key]
    raise LookupError(f"Say above what {name} of {view} is filled with.")


class Visitor:
    """Somebody who asks and posts; whatever a request stores is taken back after it."""

    def __init__(self, user):
        self.client = Client(raise_request_exception=False)
        self.writes = False
        if user is not None:
            self.client.force_login(user)

    def ask(self, method: str, case: Case, held) -> tuple[object, str, bool]:
        """Return the answer, its whole text, and whether something of `held` changed."""
        self.client.cookies.pop("messages", None)
        self.writes = False
        with transaction.atomic():
            with connection.execute_wrapper(self.watch):
                data = POSTED if method == "post" else {}
                answer = getattr(self.client, method)(case.address, data)
                text = whole_text(answer)
            changed = self.writes and state_of(held) != held.before
            transaction.set_rollback(True)
        return answer, text, changed

    def watch(self, execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            self.writes |= not any(table in sql[:60] for table in TABLES_OF_ONES_OWN)
        return execute(sql, params, many, context)


def whole_text(answer) -> str:
    """Return everything an answer says: body, headers, messages for the next page."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    said = [body.decode("utf-8", "replace"), unquote(str(answer.headers))]
    if hasattr(answer, "wsgi_request") and hasattr(answer.wsgi_request, "_messages"):
        said += [str(message) for message in get_messages(answer.wsgi_request)]
    return " ".join(said)


def tells(text: str, word: str) -> bool:
    return word in text or json.dumps(word).strip('"') in text


def state_of(held) -> list:
    """Return all that is stored of a centre, to see whether somebody changed it."""
    pages = Page.objects.filter(path__startswith=held.centre.path).order_by("pk")
    keys = [str(pk) for pk in pages.values_list("pk", flat=True)]
    return [
        *(type(one).objects.filter(pk=one.pk).values().first() for one in held.things.values()),
        list(pages.values()),
        Revision.page_revisions.filter(object_id__in=keys).count(),
        list(held.editor.groups.values_list("pk", flat=True)),
        list(held.image.tags.names()),
    ]


@pytest.mark.parametrize("role", list(ROLES))
def test_nobody_meets_anything_of_others(place, role):
    whose, hidden = ROLES[role]
    held, visitor = getattr(place, whose), Visitor(getattr(place, role))
    held.before = state_of(held)
    others = [getattr(place, name) for name in hidden]
    wrong, seen = [], 0
    for case in cases(held):
        for method in ("get", "post") if case.is_foreign else ("get",):
            answer, text, changed = visitor.ask(method, case, held)
            words = [one.name if case.is_admin else one.draft for one in others]
            told = [word for word in words if tells(text, word)]
            opened = case.is_admin and case.is_foreign and case.view not in SILENT
            opened = opened and (answer.status_code < 300 or answer.status_code >= 500)
            if told or changed or opened:
                wrong.append((method, case.view, case.address, answer.status_code, told, changed))
            seen += answer.status_code == 200
    assert not wrong, "\n".join(map(str, wrong))
    assert seen > 30


def test_a_superuser_finds_it_at_the_same_addresses(place):
    """The twin of the test above: what is filled in is there, shown and changed."""
    held, visitor = place.far, Visitor(place.superuser)
    held.before = state_of(held)
    missing, shown, changed_by = set(), set(), set()
    for case in filter(attrgetter("is_foreign"), cases(held)):
        answers = {method: visitor.ask(method, case, held) for method in ("get", "post")}
        if all(answer.status_code == 404 for answer, _text, _changed in answers.values()):
            missing.add(case.view)
        shown |= {case.view for _a, text, _c in answers.values() if tells(text, held.name)}
        changed_by |= {case.view for _answer, _text, changed in answers.values() if changed}
    assert missing == set(NOT_THERE)
    assert len(shown) > 70
    assert len(changed_by) > 20
