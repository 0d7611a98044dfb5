"""What is not public leaves no trace in search: it answers as if the thing had never been there."""

from datetime import timedelta
from itertools import product
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, get_page_models

from brands.models import Person
from home.models import TextPage
from media.models import Chapter
from tests.factories.brands import make_centre
from tests.factories.events import make_menu, row
from tests.factories.media import make_livestream
from tests.factories.notices import make_notice
from tests.factories.search import put_entry
from tests.search.conftest import deliver

pytestmark = pytest.mark.django_db

SECRET = "松涛书会"
PATHS = ("/search/", "/search/atom/", "/search/suggest/", "/api/search", "/api/suggest")
# Its beginning, pinyin, a slip, one of two words, a word of its text, another name.
WORDS = ("松", SECRET, "songtao", "松桃书会", "松涛 合唱", "松涛暗语", "合唱")
ASKED = [
    *({"q": word, "lang": "all"} for word in WORDS),
    *({"kind": kind, "lang": "all"} for kind in ("activity", "page")),
    {"at": "suzhuang", "month": "202612"},
]


@pytest.fixture(params=["database", pytest.param("server", marks=pytest.mark.elasticsearch)])
def answers(request, client, centre):
    """What every public address of search says now, byte by byte."""
    is_engine = request.param == "server"
    if is_engine:
        request.getfixturevalue("engine")
    put_entry("合唱团", node_id=centre.pk, day_tokens="d20261209")

    def answers():
        if is_engine:
            deliver()
        said = {}
        for path in PATHS:
            for asked in ASKED:
                cache.clear()  # else the limit of one reader is soon met
                answer = client.get(path, asked)
                assert answer.status_code == 200
                said[f"{path}?{urlencode(asked)}"] = answer.content.decode()
        return said

    return answers


def menu(centre):
    return make_menu(centre, [row(SECRET, summary="松涛暗语")], title=f"{SECRET}菜单")


def livestream(centre):
    chapters = [Chapter(title=SECRET, seconds=60)]
    values = {"chapters": chapters, "replay_url": "https://www.bilibili.com/video/BV1xx411c7mD"}
    return make_livestream(centre, publish=False, title=SECRET, transcript="松涛暗语", **values)


def notice(centre):
    return make_notice(centre, publish=False, title=SECRET, summary="松涛暗语")


def text(centre):
    page = TextPage(title=SECRET, slug="secret", body="<p>松涛暗语</p>", live=False)
    return Page.objects.get(depth=2).add_child(instance=page)


def house(centre):
    area = centre.get_parent().specific
    page = make_centre(area, title=SECRET, intro="松涛暗语", brand_name=SECRET, live=False)
    page.people = [Person(name=SECRET, role="讲师")]
    return page


THINGS = [menu, livestream, notice, text, house]


def publish(page, rows=None):
    if rows:
        page.rows = rows
    page.save_revision().publish()
    return Page.objects.get(pk=page.pk).specific


def draft(page):
    page.save_revision()


def scheduled(page):
    page.go_live_at = timezone.now() + timedelta(days=9)
    page.save_revision().publish()


def withdrawn(page):
    publish(page).unpublish()


def withdrawn_again(page):
    for _ in range(2):
        page = publish(page)
        page.unpublish()


def expired(page):
    page = publish(page)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")


def deleted(page):
    publish(page).delete()


WAYS = [draft, scheduled, withdrawn, withdrawn_again, expired, deleted]


@pytest.mark.parametrize(
    ("make", "way"),
    [pair for pair in product(THINGS, WAYS) if pair != (menu, deleted)],
    ids=lambda each: each.__name__,
)
def test_what_is_not_public_leaves_no_trace(answers, centre, make, way):
    before = answers()
    way(make(centre))
    after = answers()
    assert [asked for asked in before if before[asked] != after[asked]] == []


def test_a_menu_that_was_public_is_never_deleted(centre):
    with pytest.raises(ProtectedError):
        deleted(menu(centre))


@pytest.mark.parametrize("make", THINGS, ids=lambda make: make.__name__)
def test_what_is_public_is_found_and_its_draft_is_not(answers, centre, make):
    """The answers compared above do tell of a thing as soon as it is public."""
    before = answers()
    page = publish(make(centre))
    public = answers()
    told = {asked.split("?")[0] for asked in before if before[asked] != public[asked]}
    assert told == set(PATHS)
    page.title = "未公开的新名字"
    page.save_revision()
    assert answers() == public


def test_a_row_published_by_mistake_leaves_no_trace(answers, centre):
    page = make_menu(centre, [row("合唱")])
    publish(page)
    before = answers()
    rows = [row("合唱", id=page.rows[0].id), row(SECRET, summary="松涛暗语")]
    publish(page, rows)
    assert any(SECRET in said for said in answers().values())
    rows[1]["value"]["status"] = "withdrawn"
    publish(page, rows)
    after = answers()
    assert [asked for asked in before if before[asked] != after[asked]] == []


def test_no_page_can_be_made_private_while_search_finds_it(admin_page, centre):
    """Nothing public is ever only for some: the admin has no such choice and takes none."""
    ours = [model for model in get_page_models() if model is not Page]
    assert {model for model in ours if model.private_page_options} == set()
    admin_page.post(f"/admin/pages/{centre.pk}/privacy/", {"restriction_type": "login"})
    assert not PageViewRestriction.objects.exists()
