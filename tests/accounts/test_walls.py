import json
import re

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from accounts.models import NodeCollection, User
from accounts.roles import Role
from tests.factories import accounts as factory

# Words that stand in nothing but what belongs to the foreign centre.
FOREIGN_WORD = "松林"
FOREIGN_NAME = "foreign-author"


def media_model():
    from wagtailmedia.models import get_media_model

    return get_media_model()


@pytest.fixture
def foreign(tree):
    """A centre of another network with a draft, files, a locked page, a review, a history."""
    author = factory.person(FOREIGN_NAME, role=Role.EDITOR, node=tree.far)
    factory.person("foreign-reviewer", role=Role.REVIEWER, node=tree.other_network)
    collection = NodeCollection.objects.get(node=tree.far).collection
    page = tree.far
    page.title = "松林村的新名字"
    page.save_revision(user=author, log_action=True)
    page.get_workflow().start(page, author)
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=author, owner=author)
    own = {"collection": collection, "uploaded_by_user": author}
    return {
        "page": page,
        "author": author,
        "collection": collection,
        "revision": page.latest_revision,
        "image": get_image_model().objects.create(
            title="松林的照片", file=get_test_image_file(), **own
        ),
        "document": get_document_model().objects.create(
            title="松林的文件", file=ContentFile(b"text", name="pine.txt"), **own
        ),
        "media": media_model().objects.create(
            title="松林的录像",
            type="video",
            duration=1,
            file=ContentFile(b"v", name="p.mp4"),
            **own,
        ),
    }


@pytest.fixture
def editor(tree, foreign):
    return factory.person("near-editor", role=Role.EDITOR, node=tree.near)


@pytest.fixture
def desk(editor, client):
    client.force_login(User.objects.get(pk=editor.pk))
    return client


def tells(answer) -> bool:
    """Whether an answer of any kind holds the foreign words, plain or escaped as JSON."""
    if getattr(answer, "streaming", False):
        text = b"".join(answer.streaming_content).decode("utf-8", "replace")
    else:
        text = answer.content.decode("utf-8", "replace")
    escaped = json.dumps(FOREIGN_WORD).strip('"')
    return any(word in text for word in (FOREIGN_WORD, escaped, FOREIGN_NAME))


def admin_addresses(foreign):
    """Yield (name, address) of every admin view, with keys of the foreign centre filled in."""
    keys = {
        "page": foreign["page"].pk, "image": foreign["image"].pk,
        "document": foreign["document"].pk, "media": foreign["media"].pk,
        "revision": foreign["revision"].pk, "user": foreign["author"].pk,
        "collection": foreign["collection"].pk,
    }  # fmt: skip
    for name, pattern in walk(get_resolver().url_patterns):
        if pattern.startswith("admin/"):
            yield name, "/" + fill(pattern, keys)


def walk(patterns, prefix="", space=""):
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from walk(entry.url_patterns, route, inner)
        elif isinstance(entry, URLPattern):
            yield space + (entry.name or route), route


def fill(route: str, keys: dict) -> str:
    """Put the foreign keys where an address wants them; the noun is guessed from the address."""
    noun = next((noun for noun in keys if noun in route.split("<")[0]), "page")

    def value(match) -> str:
        name = match.group(1)
        by_name = next((key for noun, key in keys.items() if noun in name), None)
        words = {
            "app_label": "brands",
            "model_name": "centrepage",
            "content_type_app_name": "brands",
            "content_type_model_name": "centrepage",
            "app_name": "brands",
        }
        return words.get(name) or str(by_name or keys[noun])

    route = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", value, route)
    route = re.sub(r"<(?:\w+:)?(\w+)>", value, route)
    return route.replace("^", "").replace("$", "").replace("\\Z", "").replace("\\", "")


def test_no_admin_view_tells_an_editor_of_a_foreign_centre(foreign, desk):
    desk.raise_request_exception = False  # some views need more than a key
    told, seen = [], 0
    for name, address in sorted(set(admin_addresses(foreign))):
        if "logout" not in name:
            answer = desk.get(address)
            seen += answer.status_code == 200
            if tells(answer):
                told.append((name, address, answer.status_code))
    assert not told, "\n".join(map(str, told))
    assert seen > 30


def test_the_same_walk_finds_the_foreign_centre_for_a_superuser(foreign, client):
    """The twin of the test above: the walk would notice."""
    client.force_login(factory.person("root", is_superuser=True))
    told = 0
    for name in ("wagtailadmin_home", "wagtailimages:index", "wagtaildocs:index"):
        told += tells(client.get(reverse(name)))
    told += tells(client.get(reverse("wagtailadmin_pages:edit", args=[foreign["page"].pk])))
    assert told >= 3


SEARCHES = [
    "/admin/pages/search/?q=服务中心", "/admin/pages/search/results/?q=服务中心",
    "/admin/choose-page/search/?q=服务中心", "/admin/choose-page/?page_type=brands.centrepage",
    "/admin/images/?q=照片", "/admin/images/chooser/?q=照片",
    "/admin/images/chooser/results/?q=照片",
    "/admin/documents/?q=文件", "/admin/documents/chooser/results/?q=文件",
    "/admin/media/?q=录像", "/admin/media/chooser/?q=录像",
    "/admin/reports/site-history/", "/admin/reports/locked/", "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/", "/admin/reports/aging-pages/",
    "/admin/reports/page-types-usage/", "/admin/reports/site-history/?export=csv",
    "/admin/reports/locked/?export=csv", "/admin/reports/workflow/?export=csv",
    "/admin/api/main/pages/", "/admin/api/main/images/", "/admin/api/main/documents/",
    "/admin/api/main/pages/?fields=*&for_explorer=1", "/admin/tag-autocomplete/?term=a",
]  # fmt: skip


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR])
def test_searches_reports_and_exports_tell_nothing(tree, foreign, client, role):
    node = tree.near if role is Role.EDITOR else tree.network
    client.force_login(factory.person(role=role, node=node))
    assert [address for address in SEARCHES if tells(client.get(address))] == []


def test_superuser_finds_the_foreign_centre_by_the_same_searches(foreign, client):
    client.force_login(factory.person("root", is_superuser=True))
    found = [address for address in SEARCHES if tells(client.get(address))]
    assert len(found) >= 15


def test_choosers_refuse_foreign_keys(foreign, desk):
    page, image = foreign["page"], foreign["image"]
    document, media = foreign["document"], foreign["media"]
    for address in (
        reverse("wagtailadmin_choose_page_child", args=[page.pk]),
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={page.pk}",
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        reverse("wagtailimages_chooser:chosen_multiple") + f"?id={image.pk}",
        reverse("wagtaildocs_chooser:chosen", args=[document.pk]),
        reverse("wagtaildocs_chooser:chosen_multiple") + f"?id={document.pk}",
        reverse("wagtailmedia:media_chosen", args=[media.pk]),
    ):
        assert not tells(desk.get(address)), address


def test_own_pages_and_files_are_there(tree, editor, desk):
    collection = NodeCollection.objects.get(node=tree.near).collection
    get_image_model().objects.create(
        title="东巷的照片", file=get_test_image_file(), collection=collection
    )
    video = media_model().objects.create(
        title="东巷的录像", type="video", duration=1, collection=collection
    )
    assert desk.get(reverse("wagtailmedia:media_usage", args=[video.pk])).status_code == 200
    assert "东巷的照片" in desk.get(reverse("wagtailimages:index")).text
    assert "东巷的照片" in desk.get(reverse("wagtailimages_chooser:choose")).json()["html"]
    child = reverse("wagtailadmin_choose_page_child", args=[tree.street.pk])
    browse = desk.get(child).json()["html"]
    assert tree.near.title in browse
    assert tree.next_door.title not in browse
    assert desk.get(reverse("wagtailadmin_pages:edit", args=[tree.near.pk])).status_code == 200


def test_explorer_begins_at_the_own_centre(tree, desk):
    text = desk.get(reverse("wagtailadmin_explore_root"), follow=True).text
    assert tree.near.title in text
    assert tree.next_door.title not in text


@pytest.mark.parametrize(
    "view", ["edit", "delete", "copy", "move", "history", "unpublish", "usage"]
)
def test_page_views_of_the_centre_next_door_send_away(tree, desk, view):
    answer = desk.get(reverse(f"wagtailadmin_pages:{view}", args=[tree.next_door.pk]))
    assert answer.status_code in (302, 403, 404)


def test_bulk_actions_refuse_what_is_foreign(tree, foreign, desk):
    targets = [
        ("wagtailcore", "page", action) for action in ("delete", "publish", "unpublish", "move")
    ]
    targets += [("media", "siteimage", "delete"), ("media", "sitedocument", "delete")]
    targets += [("media", "siteimage", "add_to_collection"), ("accounts", "user", "delete")]
    keys = {
        "page": foreign["page"].pk, "siteimage": foreign["image"].pk,
        "sitedocument": foreign["document"].pk, "user": foreign["author"].pk,
    }  # fmt: skip
    for app_label, model, action in targets:
        address = reverse("wagtail_bulk_action", args=[app_label, model, action])
        where = f"{address}?id={keys[model]}&next=/admin/"
        assert not tells(desk.get(where)), where
        desk.post(where)
    assert Page.objects.filter(pk=tree.far.pk, live=False).exists()
    assert get_image_model().objects.filter(pk=foreign["image"].pk).exists()
    assert User.objects.filter(pk=foreign["author"].pk).exists()


def test_bulk_actions_work_on_what_is_ones_own(tree, editor, desk):
    collection = NodeCollection.objects.get(node=tree.near).collection
    own = get_image_model().objects.create(
        title="东巷的照片", file=get_test_image_file(), collection=collection
    )
    address = reverse("wagtail_bulk_action", args=["media", "siteimage", "delete"])
    assert desk.post(f"{address}?id={own.pk}&next=/admin/images/").status_code == 302
    assert not get_image_model().objects.filter(pk=own.pk).exists()


def test_editor_cannot_make_a_centre(tree, desk):
    for parent in (tree.near, tree.street, tree.network):
        address = reverse("wagtailadmin_pages:add", args=["brands", "centrepage", parent.pk])
        assert desk.get(address).status_code in (302, 403)


def test_without_the_hook_the_page_chooser_would_tell(foreign, desk, monkeypatch):
    from wagtail import hooks

    from accounts import walls

    hook = "construct_page_chooser_queryset"
    kept = [entry for entry in hooks._hooks[hook] if entry[0] is not walls.choosable_pages]
    monkeypatch.setitem(hooks._hooks, hook, kept)
    assert tells(desk.get("/admin/choose-page/search/?q=服务中心")) or tells(
        desk.get(reverse("wagtailadmin_choose_page_child", args=[foreign["page"].pk]))
    )


def test_anonymous_visitors_meet_no_admin_view(foreign):
    visitor = Client()
    for address in SEARCHES:
        assert visitor.get(address).status_code in (302, 401, 403)


def test_media_chooser_offers_the_own_collections_only(tree, foreign, editor, desk):
    html = desk.get(reverse("wagtailmedia:chooser")).json()["html"]
    assert tree.near.title in html
    assert tree.other_network.title not in html
