"""Pages of plain text are found while they are public."""

import pytest

from home.models import HomePage, TextPage
from search.models import SearchEntry
from search.sources import rebuild

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    page = TextPage(title="无障碍说明", slug="help", body="<h2>大字版</h2><p>每页都有</p>")
    return HomePage.objects.get().add_child(instance=page)


def bodies():
    return list(SearchEntry.objects.filter(kind="page").values_list("title", "body", "url"))


def test_a_text_page_is_found_by_its_words(about):
    assert bodies() == [("无障碍说明", "大字版 每页都有", "/help/")]


@pytest.mark.parametrize("verb", ["unpublish", "delete"])
def test_a_text_page_that_is_gone_is_not_found(about, verb):
    getattr(about, verb)()
    assert bodies() == []


def test_all_entries_can_be_made_again(about, centre):
    SearchEntry.objects.all().delete()
    assert dict(rebuild())["pages"] == TextPage.objects.count()
    assert set(SearchEntry.objects.values_list("kind", flat=True)) == {"page", "centre"}
