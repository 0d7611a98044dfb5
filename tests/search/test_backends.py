"""The backends as Wagtail's admin uses them: pages, fields, phrases, negation, facets."""

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from modelsearch.backends.base import FilterFieldError
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText

from search.backends.common import MAX_COUNT, SoundsLike, flat_text
from search.checks import stock_database_search_is_refused
from search.models import SearchEntry
from tests.factories.search import make_entry, make_node, put_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries():
    put_entry("书法课", body="学写春联")
    put_entry("合唱团", body="书法室隔壁")
    put_entry("太极拳", kind="menu")


def found(query, **options):
    results = get_search_backend().search(query, SearchEntry, **options)
    return {entry.title for entry in results}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        (PlainText("书法"), {"书法课", "合唱团"}),
        (PlainText("书法 太极", operator="or"), {"书法课", "合唱团", "太极拳"}),
        (And([PlainText("书法"), PlainText("合唱")]), {"合唱团"}),
        (Or([PlainText("春联"), PlainText("太极")]), {"书法课", "太极拳"}),
        (And([PlainText("书法"), Not(PlainText("合唱"))]), {"书法课"}),
        (Not(PlainText("书法")), {"太极拳"}),
        (Not(PlainText("？")), {"书法课", "合唱团", "太极拳"}),
        (Phrase("书法室"), {"合唱团"}),
        (Phrase("写春联"), {"书法课"}),
        (Phrase("联春写"), set()),
        (Phrase("？"), set()),
        (Boost(PlainText("春联"), 2), {"书法课"}),
        (MATCH_ALL, {"书法课", "合唱团", "太极拳"}),
        (Not(MATCH_ALL), set()),
        (" ", set()),
        ('"', set()),
    ],
)
def test_query_classes(entries, query, titles):
    assert found(query) == titles


def test_a_fuzzy_query_is_a_plain_one(entries):
    assert found(Fuzzy("书法 太极", operator="and")) == set()
    assert found(Fuzzy("书法 太极")) == {"书法课", "合唱团", "太极拳"}


def test_fields_choose_the_column(entries):
    assert found("书法", fields=["title"]) == {"书法课"}
    assert found("书法", fields=["body"]) == {"合唱团"}


def test_results_are_sliced_counted_scored_and_ordered(entries):
    put_entry("书法展")
    results = get_search_backend().search("书法", SearchEntry)
    assert (results.count(), results[1:].count(), results[:2].count(), len(results[1:2])) == (
        3,
        2,
        2,
        1,
    )
    assert [entry.pk for entry in results[1:]] == [entry.pk for entry in results][1:]
    assert all(isinstance(entry.score, float) for entry in results.annotate_score("score"))


def test_results_keep_the_order_of_the_queryset_if_asked(entries):
    by_kind = SearchEntry.objects.order_by("-kind")
    everything = PlainText("书法 太极", operator="or")
    results = get_search_backend().search(everything, by_kind, order_by_relevance=False)
    assert [entry.kind for entry in results] == ["menu", "activity", "activity"]


def test_values_can_be_searched_as_objects_are(entries):
    """Wagtail does so when somebody marks all that a search of the admin found."""
    keys = SearchEntry.objects.values_list("pk", flat=True)
    found = get_search_backend().search("书法", keys)
    expected = {entry.pk for entry in SearchEntry.objects.exclude(title="太极拳")}
    assert (set(found.results()), found.count()) == (expected, 2)


def test_facets_count_what_is_found(entries):
    everything = Or([PlainText("书法"), PlainText("太极")])
    results = get_search_backend().search(everything, SearchEntry)
    assert results.facet("kind") == {"activity": 2, "menu": 1}
    with pytest.raises(FilterFieldError):
        results.facet("title")


def test_counting_stops_above_ten_thousand():
    from search import index

    index.put(make_entry("书法课", thing_key=str(i)) for i in range(300))
    results = get_search_backend().search("书法", SearchEntry)
    results._do_count()
    assert MAX_COUNT == 10_001
    assert results.count() == 300


def test_pages_of_the_admin_are_found_by_words_and_by_sound():
    page = make_node("海信社区老年大学")
    make_node("晨光社区")
    assert list(Page.objects.search("老年")) == [page]
    for typed in ("haixin", "hx", "海信", "老年大"):
        assert [found.pk for found in Page.objects.autocomplete(typed)] == [page.pk]


def test_sounds_like_asks_the_names(entries):
    results = get_search_backend().autocomplete(SoundsLike("书发"), SearchEntry)
    assert [entry.title for entry in results] == ["书法课"]
    assert list(get_search_backend().autocomplete(SoundsLike("！"), SearchEntry)) == []


def test_a_page_is_found_by_its_new_title_alone():
    page = make_node("海信社区")
    page.title = "晨光社区"
    page.save()
    assert Page.objects.search("海信").count() == 0
    assert Page.objects.search("晨光").count() == 1
    page.delete()
    assert Page.objects.search("晨光").count() == 0


def test_a_search_asks_the_full_text_once(entries):
    find = get_search_backend().search
    list(find("书法", SearchEntry))  # content types are read once a process
    with CaptureQueriesContext(connection) as counted:
        list(find("书法", SearchEntry.objects.filter(kind="activity")))
    asked = [query["sql"] for query in counted if "_indexentry" in query["sql"]]
    assert len(asked) == 1
    assert len(counted) <= (2 if connection.vendor == "sqlite" else 6)


def test_values_of_fields_become_text():
    assert flat_text(["书法", {"a": "班", "b": None}, 7]) == "书法 , 班 ,  , 7"


@pytest.mark.parametrize(
    "backend", ["wagtail.search.backends.database", "modelsearch.backends.database", None]
)
def test_stock_search_is_refused_by_a_check(backend):
    configured = {"default": {"BACKEND": backend}} if backend else {}
    with override_settings(WAGTAILSEARCH_BACKENDS=configured):
        assert [error.id for error in stock_database_search_is_refused(None)] == ["search.E001"]


def test_our_search_passes_the_check():
    assert stock_database_search_is_refused(None) == []
