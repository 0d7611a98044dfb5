import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from accounts.models import NodeCollection, User
from accounts.roles import Role
from tests.factories import accounts as factory
from tests.factories.events import make_menu

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


@pytest.mark.parametrize("written", ["+%d", " %d", "0_%d"])
def test_a_foreign_key_in_other_letters_is_refused_too(foreign, desk, written):
    key = foreign["page"].pk
    for address in (
        reverse("wagtailadmin_choose_page_chosen_multiple"),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]),
    ):
        answer = desk.get(address, {"id": written % key, "next": "/admin/"})
        assert not tells(answer), address


@pytest.mark.parametrize("below", ["", "home", "other_network", "far"])
@pytest.mark.parametrize("searched", [{}, {"q": "松林"}])
def test_all_of_a_list_is_no_more_than_one_sees(tree, foreign, desk, below, searched):
    asked = {"id": "all", "next": "/admin/"} | searched
    if below:
        asked["childOf"] = tree.again(below).pk
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    answer = desk.get(address, asked)
    assert not tells(answer)
    assert tree.other_network.title not in answer.text


def test_all_people_of_the_site_are_not_named(foreign, desk):
    address = reverse("wagtail_bulk_action", args=["accounts", "user", "delete"])
    assert not tells(desk.get(address, {"id": "all", "next": "/admin/"}))


def test_all_of_ones_own_can_be_chosen(tree, editor, desk):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    asked = {"id": "all", "next": "/admin/", "childOf": tree.near.pk}
    make_menu(tree.near)
    for searched in ({}, {"q": "菜单"}):
        assert desk.get(address, asked | searched).status_code == 200
    collection = NodeCollection.objects.get(node=tree.near).collection
    get_image_model().objects.create(
        title="东巷的照片", file=get_test_image_file(), collection=collection
    )
    files = reverse("wagtail_bulk_action", args=["media", "siteimage", "delete"])
    answer = desk.get(files, {"id": "all", "next": "/admin/"})
    assert "东巷的照片" in answer.text
    assert not tells(answer)


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


def test_media_chooser_offers_the_own_collections_only(tree, foreign, editor, desk):
    html = desk.get(reverse("wagtailmedia:chooser")).json()["html"]
    assert tree.near.title in html
    assert tree.other_network.title not in html
