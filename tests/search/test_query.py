"""What a query finds, in which order, at what cost."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search import index
from search.filters import Filters
from search.query import MAX_CLOSE, PAGE_SIZE, Query, below, find, suggest
from tests.factories.search import make_entry, make_node, put_entry

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 12, 10, 9, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def asked(text, **filters):
    return Query(text, filters=Filters(**filters))


def titles(entries):
    return [entry.title for entry in entries]


@pytest.fixture
def choir():
    return put_entry("合唱团排练", body="每周四晚上")


@pytest.fixture
def calligraphy(choir):
    return put_entry("海信社区老年大学书法课", body="笔墨由中心提供")


@pytest.mark.parametrize("query", ["书法", "書法", "书法课", "老年大学 书法", "法课"])
def test_two_characters_are_found_inside_a_name(calligraphy, query):
    assert titles(find(query).entries) == [calligraphy.title]


@pytest.mark.parametrize("query", ["shufa", "shu fa", "SHUFA", "书发", "sufa", "sfk"])
def test_what_sounds_alike_is_close_and_not_counted(calligraphy, query):
    results = find(query)
    assert (results.total, results.entries, results.facets["kind"]) == (0, [], {})
    assert titles(results.close) == [calligraphy.title]


def test_one_character_is_found_at_any_place_of_a_word(calligraphy):
    put_entry("交谊舞")
    assert titles(find("舞").entries) == ["交谊舞"]
    assert titles(find("墨").entries) == [calligraphy.title]


def test_one_character_is_not_answered_by_its_sound():
    put_entry("物业通知")
    results = find("舞")
    assert (results.total, results.close) == (0, [])


def test_a_name_in_traditional_script_is_found_in_simplified():
    put_entry("優山美郡社區黨群服務中心")
    assert find("优山美郡").total == 1


def test_all_terms_must_be_there(calligraphy, choir):
    assert find("书法 合唱").total == 0
    assert {*titles(find("书法 合唱").close)} == {calligraphy.title, choir.title}


def test_nonsense_finds_nothing(calligraphy, choir):
    results = find("区块链挖矿")
    assert (results.total, results.entries, results.close) == (0, [], [])


def test_a_word_in_the_title_comes_before_one_in_the_text():
    put_entry("国学讲堂", body="带不带书法基础都行，书法老师来教")
    put_entry("书法课", body="每周三上午在书画室，从坐姿讲到运笔")
    put_entry("义诊")
    assert titles(find("书法").entries) == ["书法课", "国学讲堂"]


def test_coming_and_running_come_before_past():
    put_entry("书法甲", starts_at=NOW - 9 * DAY, ends_at=NOW - DAY)
    put_entry("书法课乙丙丁戊己", starts_at=NOW - DAY, ends_at=NOW + DAY)
    put_entry("书法室子丑寅卯辰巳午未")
    found = titles(find("书法", now=NOW).entries)
    assert found[-1] == "书法甲"
    assert len(found) == 3


def test_what_ends_this_moment_is_past():
    put_entry("书法甲", ends_at=NOW)
    put_entry("书法乙丙丁", ends_at=NOW + dt.timedelta(seconds=1))
    assert titles(find("书法", now=NOW).entries) == ["书法乙丙丁", "书法甲"]


def test_pages_show_every_entry_once_across_coming_and_past():
    ends = [NOW + DAY] * 27 + [NOW - DAY] * 18
    index.put(make_entry("书法班", ends_at=end) for end in ends)
    pages = [find("书法", now=NOW, page=number).entries for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 5]
    shown = [entry for page in pages for entry in page]
    assert len({entry.pk for entry in shown}) == 45
    assert [entry.is_past(NOW) for entry in shown] == [False] * 27 + [True] * 18


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (-3, 1), (2, 2), (99, 2)])
def test_a_page_beyond_the_ends_gives_the_nearest(asked, given):
    index.put(make_entry("书法班") for _ in range(PAGE_SIZE + 1))
    results = find("书法", page=asked)
    assert (results.page, results.pages, results.total) == (given, 2, PAGE_SIZE + 1)


def test_kind_filter_keeps_the_counts_of_other_kinds():
    put_entry("书法课")
    put_entry("书法老师招聘", kind="notice")
    results = find(asked("书法", kind="notice"))
    assert titles(results.entries) == ["书法老师招聘"]
    assert results.facets["kind"] == {"activity": 1, "notice": 1}


def test_node_filter_takes_everything_below_and_nothing_beside():
    street = make_node("福莱山街道")
    centre, other = make_node("海信社区", street), make_node("别处")
    put_entry("书法课", node_id=centre.pk)
    put_entry("书法展", node_id=street.pk, kind="menu")
    put_entry("书法会", node_id=other.pk)
    put_entry("书法角")
    assert {*titles(find(asked("书法", node=street.path)).entries)} == {"书法课", "书法展"}
    assert titles(find(asked("书法", node=centre.path)).entries) == ["书法课"]
    results = find(asked("书法", node=street.path, kind="menu"))
    assert titles(results.entries) == ["书法展"]
    assert results.facets["kind"] == {"activity": 1, "menu": 1}
    assert results.facets["node"] == {street.path: 1}


def test_counts_of_nodes_are_summed_by_the_children_of_the_chosen_one():
    street = make_node("福莱山街道")
    centre, sibling = make_node("海信社区", street), make_node("晨光社区", street)
    counts = {street.path: 5, centre.path: 2, sibling.path: 3, "": 7}
    assert below(counts) == {street.path: 10}
    assert below(counts, street) == {sibling.path: 3, centre.path: 2}
    assert below(counts, centre) == {}


def test_close_entries_are_few_and_within_the_filters():
    street = make_node("福莱山街道")
    index.put(make_entry("书法课", node_id=street.pk) for _ in range(MAX_CLOSE + 3))
    index.put(make_entry("书法展") for _ in range(3))
    close = find(asked("书发", node=street.path)).close
    assert len(close) == MAX_CLOSE
    assert {entry.title for entry in close} == {"书法课"}


def test_entries_of_another_language_are_not_found_unless_asked_for():
    put_entry("书法课", language="zh-hant")
    assert find("书法").total == 0
    assert find(asked("书法", language="zh-hant")).total == 1
    assert find(asked("书法", language="")).facets["language"] == {"zh-hant": 1}


@pytest.mark.parametrize("count", [1, 200])
@pytest.mark.parametrize("query", ["书法", "shufa", "书发", "老人在哪里可以学书法", "区块链"])
def test_the_number_of_queries_does_not_grow(query, count):
    street = make_node("福莱山街道")
    ends = [NOW + DAY, NOW - DAY, None]
    index.put(
        make_entry(f"书法课{i}", node_id=street.pk, ends_at=ends[i % 3]) for i in range(count)
    )
    find(query)  # content types are read once a process
    with CaptureQueriesContext(
        connection,
    ) as counted:
        results = find(asked(query, node=street.path, kind="activity"), now=NOW)
        [entry.node.title for entry in results.entries + results.close]
    reads = [query for query in counted if query["sql"].startswith("SELECT")]
    assert len(reads) <= 12


HOSTILE = [
    '"', "'", '书法"', 'a"b', 'zzz"OR"书法', "书法 AND", "NOT 书法 *", "title:书法",
    "{title} : 书法", "NEAR(书 法)", "书法*", "^书", "%", "_", "\\", "';--", "(", ")))",
    "书\x00法", "\x00", "\x1f",
    "\u200b", "\u202e书法", "\u2028", "\ud800", "\ufffd", "\ue000", "ﷺ", "㍿", "🙂🙂", "𬠠𱍊",
    "e" + "\u0301" * 500, "a" * 5000, "书" * 3000, " ".join("书法班课室馆" * 50), "\u0e01\u0e34",
    "-1", "1e5", "2026-12-05", "http://a.b/c?d=e&f", "<script>alert(1)</script>", "&|!:*()<->",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_no_text_breaks_the_search_or_finds_everything(query, calligraphy):
    put_entry("无关的事")
    results = find(query)
    assert "无关的事" not in titles(results.entries + results.close)
    assert "无关的事" not in titles(suggest(query))


def test_full_text_syntax_means_nothing(calligraphy, choir):
    assert find('zzz" OR "书法').total == 0
    assert find("书法 NOT 合唱").total == 0
    assert find('"书法"').total == 1
    assert find("title:书法").total == 0


@pytest.mark.parametrize("query", ["衡", "衡星", "衡星党", "hengx", "hx", "heng xing", "恒星"])
def test_names_are_suggested_from_the_first_characters(query):
    put_entry("衡星党建融媒体工作室", kind="brand")
    put_entry("合唱团排练")
    assert titles(suggest(query)) == ["衡星党建融媒体工作室"]


def test_suggestions_begin_early_are_short_and_come_once():
    put_entry("海信社区老年大学书法课")
    put_entry("书法入门班")
    put_entry("书法课")
    put_entry("书法课")
    assert titles(suggest("书法")) == ["书法课", "书法入门班", "海信社区老年大学书法课"]
    assert titles(suggest("shufa", limit=2)) == ["书法课", "书法入门班"]


def test_past_things_are_suggested_last():
    put_entry("书法", ends_at=NOW - DAY)
    put_entry("海信书法课", ends_at=NOW + DAY)
    assert titles(suggest("书法", now=NOW)) == ["海信书法课", "书法"]


def test_text_of_a_body_is_not_suggested():
    put_entry("国学讲堂", body="书法")
    assert suggest("书法") == []
