"""Entries are made, changed and removed in bulk, and their full text with them."""

import datetime as dt

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.search.models import IndexEntry

from search import index
from search.models import SearchEntry
from search.query import find
from tests.factories.search import make_entry, make_node, put_entry

pytestmark = pytest.mark.django_db


def indexed():
    kind = ContentType.objects.get_for_model(SearchEntry)
    return IndexEntry.objects.filter(content_type=kind).count()


def menu(*titles, owner="menu:12"):
    return [make_entry(title, thing_key=title, owner=owner) for title in titles]


def test_an_entry_put_again_is_changed_not_doubled():
    index.put([make_entry("书法课", thing_key="1")])
    before = SearchEntry.objects.get().pk
    index.put([make_entry("合唱团", thing_key="1")])
    assert SearchEntry.objects.get().pk == before
    assert (find("书法").total, find("合唱").total, indexed()) == (0, 1, 1)


def test_the_later_of_two_with_the_same_ref_counts():
    index.put([make_entry("书法课", thing_key="1"), make_entry("合唱团", thing_key="1")])
    assert [entry.title for entry in SearchEntry.objects.all()] == ["合唱团"]


def test_the_same_thing_has_an_entry_for_each_language():
    index.put([make_entry("书法课", thing_key="1", language=code) for code in ("zh-hans", "en")])
    assert SearchEntry.objects.count() == 2


def test_replace_removes_what_the_owner_no_longer_has():
    index.replace("menu:12", menu("书法课", "合唱团"))
    index.replace("menu:13", menu("书法展", owner="menu:13"))
    index.replace("menu:12", menu("合唱团", "太极拳"))
    assert index.refs("menu:12") == {
        ("activity", "合唱团", "zh-hans"),
        ("activity", "太极拳", "zh-hans"),
    }
    assert [entry.title for entry in find("书法").entries] == ["书法展"]
    assert (SearchEntry.objects.count(), indexed()) == (3, 3)


def test_replace_with_nothing_removes_all():
    index.replace("menu:12", menu("书法课", "合唱团"))
    index.replace("menu:12", [])
    assert (SearchEntry.objects.count(), indexed(), find("书法").total) == (0, 0, 0)


@pytest.mark.parametrize("owner", ["", "menu:13"])
def test_replace_refuses_entries_of_another_owner(owner):
    with pytest.raises(ValueError, match="owner"):
        index.replace(owner, menu("书法课"))
    assert SearchEntry.objects.count() == 0


def test_remove_takes_all_languages_of_one_kind_alone():
    index.put([make_entry("书法课", thing_key="1", language=code) for code in ("zh-hans", "en")])
    index.put([make_entry("书法展", thing_key="1", kind="notice")])
    index.remove("activity", ["1", 99])
    assert [entry.title for entry in SearchEntry.objects.all()] == ["书法展"]
    assert indexed() == 1


def test_remove_owner_leaves_the_others():
    index.replace("menu:12", menu("书法课"))
    index.replace("menu:13", menu("书法展", owner="menu:13"))
    index.remove_owner("menu:12", "menu:99")
    assert [entry.title for entry in find("书法").entries] == ["书法展"]


def test_entries_go_with_their_node_and_their_full_text_too():
    street = make_node("福莱山街道")
    put_entry("书法课", node_id=street.pk)
    street.delete()
    assert (SearchEntry.objects.count(), indexed(), find("书法").total) == (0, 0, 0)


def test_what_a_failed_publication_put_is_not_found():
    with transaction.atomic():
        index.put([make_entry("书法课")])
        transaction.set_rollback(True)
    assert (find("书法").total, indexed()) == (0, 0)


def test_two_rows_of_one_thing_are_refused_by_the_database():
    row = put_entry("书法课", thing_key="1")
    with pytest.raises(IntegrityError), transaction.atomic():
        SearchEntry.objects.create(kind=row.kind, thing_key="1", title="又一个", url="/")


def test_long_titles_and_places_are_cut():
    entry = put_entry("书" * 400, place="室" * 400)
    assert (len(entry.title), len(entry.place)) == (255, 255)


@pytest.mark.parametrize("verb", ["put", "replace", "replace with nothing"])
def test_queries_grow_by_the_batch_and_not_by_the_entry(verb):
    costs = []
    for count in (1, 100):
        rows = menu(*(f"书法课{i}" for i in range(count)))
        index.replace("menu:12", rows)
        with CaptureQueriesContext(connection) as counted:
            if verb == "put":
                index.put(rows)
            else:
                index.replace("menu:12", rows if verb == "replace" else [])
        costs.append(len(counted))
    assert costs[0] <= 4
    assert costs[1] - costs[0] <= 2


def test_a_rebuild_finds_the_same(call_update_index):
    put_entry("书法课", body="笔墨")
    IndexEntry.objects.all().delete()
    assert find("书法").total == 0
    call_update_index()
    assert (find("书法").total, find("笔墨").total) == (1, 1)


@pytest.fixture
def call_update_index():
    from django.core.management import call_command

    return lambda: call_command("update_index", verbosity=0)


NOW = dt.datetime(2026, 12, 10, 9, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("tokens", "day"),
    [
        ("d20261203 d20261210 d20261217 d20261217e", dt.date(2026, 12, 10)),
        ("d20261203 d20261217", dt.date(2026, 12, 17)),
        ("d20261126 d20261203e d20261203", dt.date(2026, 12, 3)),
        ("", dt.date(2026, 12, 2)),
    ],
)
def test_the_day_shown_is_the_next_one_or_the_last(tokens, day):
    starts_at = dt.datetime(2026, 12, 1, 17, 0, tzinfo=dt.UTC)  # 2 December, 1:00 in Shanghai
    assert SearchEntry(day_tokens=tokens, starts_at=starts_at).day_to_show(NOW) == day


def test_what_has_no_date_shows_none():
    assert SearchEntry().day_to_show(NOW) is None


def full_text_is_whole():
    """Compare SQLite's full text with the rows that it was made from; an error if they differ."""
    name = "wagtailsearch_indexentry_fts"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            check = f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            cursor.execute(check)
    return True


def test_the_full_text_stays_whole_whoever_removes_a_row():
    index.put(menu("书法课", "合唱团", "太极拳"))
    index.put(menu("书法课"))
    index.put([make_entry("书法展", thing_key="合唱团", owner="menu:12")])
    assert full_text_is_whole()
    first = SearchEntry.objects.get(title="太极拳")
    IndexEntry.objects.filter(object_id=first.pk).delete()  # with what Django knows of it
    assert full_text_is_whole()
    index.remove_owner("menu:12")
    assert (full_text_is_whole(), indexed()) == (True, 0)
