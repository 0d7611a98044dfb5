"""Elasticsearch finds what the database finds, and takes every change without being waited for."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from modelsearch.backends.base import FilterFieldError
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText

from search import index
from search.backends.elasticsearch.indexes import Rebuilder
from search.filters import FACETS, Filters
from search.models import PendingWrite, Rebuild, SearchEntry
from search.query import Query, find, suggest
from tests.factories.search import make_entry, make_node, put_entry
from tests.search import judged
from tests.search.conftest import build, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

NOW = judged.NOW


@pytest.fixture
def documents(engine):
    return judged.put()


def both(verb, query, queryset, **options):
    """Ask the engine and the database the same."""
    return [
        getattr(get_search_backend(name), verb)(query, queryset, **options)
        for name in ("default", "database")
    ]


def keys(results):
    return {entry.pk for entry in results[:500]}


def test_the_page_and_the_suggestions_are_answered_by_the_engine(documents, fallbacks):
    assert find("书法", now=NOW).entries
    assert suggest("hengxing")[0].title.startswith("衡星")
    assert fallbacks == []


def test_a_count_is_what_the_list_shows_after_the_click(documents, fallbacks):
    for name in set(FACETS) - {"node"}:
        for value, count in find("服务", now=NOW).facets[name].items():
            assert find(Query("服务", filters=Filters(**{name: value})), now=NOW).total == count
    assert fallbacks == []


QUERIES = [
    PlainText("书法 太极", operator="or"),
    And([PlainText("书法"), PlainText("合唱")]),
    Or([PlainText("春联"), PlainText("太极")]),
    And([PlainText("书法"), Not(PlainText("合唱"))]),
    Not(PlainText("书法")),
    Not(PlainText("？")),
    Phrase("书法室"),
    Phrase("写春联"),
    Phrase("联春写"),
    Phrase("书"),
    Phrase("？"),
    Boost(PlainText("春联"), 2),
    Fuzzy("书法 太极"),
    MATCH_ALL,
    Not(MATCH_ALL),
    PlainText(" "),
    PlainText('"'),
    PlainText("VR党建"),
]


def test_query_classes_find_the_same(engine):
    put_entry("书法课", body="学写春联")
    put_entry("合唱团", body="书法室隔壁")
    put_entry("太极拳", kind="menu", body="VR党建")
    deliver()
    for query in QUERIES:
        ours, theirs = both("search", query, SearchEntry.objects.all())
        assert keys(ours) == keys(theirs), query
        assert ours.facet("kind") == theirs.facet("kind"), query
        assert ours.facet("node_id") == theirs.facet("node_id"), query
        with pytest.raises(FilterFieldError):
            ours.facet("title")


def test_fields_order_and_slices(engine):
    for n in range(5):
        put_entry(f"书法{n}", starts_at=NOW - dt.timedelta(days=n) if n else None)
    put_entry("合唱", body="书法")
    deliver()
    for fields in (["title"], ["body"], ["title", "body"]):
        ours, theirs = both("search", "书法", SearchEntry.objects.all(), fields=fields)
        assert keys(ours) == keys(theirs)
    by_date = SearchEntry.objects.filter(starts_at__isnull=False).order_by("starts_at", "id")
    ours, theirs = both("search", "书法", by_date, order_by_relevance=False)
    assert list(ours) == list(theirs)
    assert [e.pk for e in ours[1:3]] == [e.pk for e in theirs[1:3]]
    assert ours[1:3].count() == theirs[1:3].count() == 2
    scored = get_search_backend().search("书法", SearchEntry).annotate_score("score")
    assert all(entry.score > 0 for entry in scored)


def test_pages_of_the_admin_are_found_by_words_and_by_sound(engine, fallbacks):
    build(engine, Page)
    page = make_node("海信社区老年大学")
    make_node("晨光社区")
    deliver()
    assert [found.pk for found in Page.objects.search("老年")] == [page.pk]
    for typed in ("haixin", "hx", "海信", "老年大"):
        assert [found.pk for found in Page.objects.autocomplete(typed)] == [page.pk]
    assert fallbacks == []


def test_a_change_is_sent_after_the_commit(engine, django_capture_on_commit_callbacks, fallbacks):
    with django_capture_on_commit_callbacks(execute=True) as sent:
        index.replace("menu:1", [make_entry("书法课", thing_key="1", owner="menu:1")])
        index.put([make_entry("书法展", thing_key="2")])
    assert len(sent) == 2
    assert find("书法").total == 2
    with django_capture_on_commit_callbacks(execute=True):
        index.replace("menu:1", [])
    assert find("书法").total == 1
    assert (PendingWrite.objects.count(), fallbacks) == (0, [])


def test_a_change_that_is_rolled_back_is_never_sent(engine):
    with transaction.atomic():
        put_entry("书法课")
        transaction.set_rollback(True)
    assert (PendingWrite.objects.count(), deliver(), find("书法").total) == (0, 0, 0)


def test_entries_that_go_with_their_node_go_from_the_engine(engine):
    street = make_node("福莱山街道")
    put_entry("书法课", node_id=street.pk)
    deliver()
    street.delete()
    deliver()
    assert engine.es.count(index=engine.get_index_for_model(SearchEntry).name)["count"] == 0


def test_the_database_answers_while_changes_wait(engine, fallbacks):
    put_entry("书法课")
    PendingWrite.objects.update(noted_at=NOW - dt.timedelta(days=400))
    assert find("书法").total == 1
    assert fallbacks


def test_who_read_later_wins_over_who_writes_later(engine):
    entry = put_entry("书法课")
    deliver()
    target = engine.get_index_for_model(SearchEntry).concrete()
    target.send({str(entry.pk): None}, 10_000_000)
    target.send({str(entry.pk): entry}, 9_999_999)
    assert engine.es.count(index=target.name)["count"] == 0


def test_what_is_written_during_a_rebuild_ends_in_the_new_index(engine, fallbacks):
    kept, changed, gone = (put_entry(f"书法{n}") for n in "甲乙丙")
    deliver()
    rebuilder = Rebuilder(engine.get_index_for_model(SearchEntry))
    building = rebuilder.start()
    building.add_model(SearchEntry)
    building.add_items(SearchEntry, [kept, changed, gone])
    index.put([make_entry("合唱乙", thing_key=changed.thing_key), make_entry("书法丁")])
    index.remove("activity", [gone.thing_key])
    assert deliver() == 3
    assert find("书法").total == 2
    assert PendingWrite.objects.count() == 3
    rebuilder.finish()
    engine.es.checked.clear()
    assert {entry.title for entry in find("书法").entries} == {"书法甲", "书法丁"}
    assert [entry.title for entry in find("合唱").entries] == ["合唱乙"]
    assert (PendingWrite.objects.count(), Rebuild.objects.count(), fallbacks) == (0, 0, [])


def test_what_a_broken_rebuild_left_is_removed_by_the_next(engine):
    Rebuilder(engine.get_index_for_model(SearchEntry)).start()
    build(engine)
    names = engine.es.indices.get(index=f"{engine.get_index_for_model(SearchEntry).name}*")
    assert len(names) == 1


def test_the_check_finds_and_mends_what_differs(engine, capsys):
    call_command("update_index", verbosity=0)
    put_entry("书法课")
    deliver()
    call_command("search_check")
    put_entry("合唱团")
    PendingWrite.objects.all().delete()
    with pytest.raises(CommandError, match="not complete"):
        call_command("search_check")
    assert "1 missing" in capsys.readouterr().out
    call_command("search_check", "--mend")
    make_node("海信社区").save()
    deliver()
    call_command("search_check")
    PendingWrite.objects.create(content_type_id=1, object_id="1")
    with pytest.raises(CommandError, match="wait to be sent"):
        call_command("search_check")


def test_values_can_be_searched_as_objects_are(documents):
    values = SearchEntry.objects.values_list("pk", flat=True)
    ours, theirs = both("search", "书法", values)
    assert set(ours) == set(theirs) != set()
