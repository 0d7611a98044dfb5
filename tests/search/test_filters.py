"""Each filter is a facet whose counts are what the list shows after the click."""

import datetime as dt

import pytest

from search import days, index
from search.filters import FACETS, Filters
from search.query import Query, find
from tests.factories.search import make_entry, make_node

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 12, 10, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def street():
    return make_node("福莱山街道")


@pytest.fixture
def entries(street):
    centre = make_node("海信社区", street)
    index.put(
        [
            make_entry("书法课", node_id=centre.pk, audiences="elder", day_tokens="d20261209e"),
            make_entry(
                "书法展", node_id=street.pk, audiences="all", day_tokens="d20261231 d20270101"
            ),
            make_entry("书法班", kind="menu", node_id=centre.pk, audiences="child elder"),
            make_entry("书法老师", kind="notice", day_tokens="d20261210"),
            make_entry("書法課", language="zh-hant", audiences="child"),
        ]
    )


def found(**filters):
    return find(Query("书法", filters=Filters(**filters)), now=NOW)


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        ({"kind": "menu"}, {"书法班"}),
        ({"month": "202612"}, {"书法课", "书法展", "书法老师"}),
        ({"month": "202701"}, {"书法展"}),
        ({"audience": "child"}, {"书法展", "书法班"}),
        ({"audience": "all"}, {"书法展"}),
        ({"language": ""}, {"书法课", "书法展", "书法班", "书法老师", "書法課"}),
        ({"days": ("d20261209e", "d20270101")}, {"书法课", "书法展"}),
        ({"days": ("d20261209",)}, set()),
        ({"month": "202612", "audience": "elder"}, {"书法课", "书法展"}),
        ({"kind": "'; --", "month": "%", "audience": "_"}, set()),
    ],
)
def test_filters_narrow(entries, filters, titles):
    assert {entry.title for entry in found(**filters).entries} == titles


@pytest.mark.parametrize("name", FACETS)
@pytest.mark.parametrize("chosen", [{}, {"kind": "activity"}, {"audience": "elder"}])
def test_a_count_is_what_the_list_shows_after_the_click(entries, name, chosen):
    for value, count in found(**chosen).facets[name].items():
        if value and name != "node":
            assert found(**chosen | {name: value}).total == count


def test_a_filter_keeps_its_own_alternatives(entries):
    assert found(kind="menu").facets["kind"] == {"activity": 2, "menu": 1, "notice": 1}
    assert found(kind="menu").facets["audience"] == {"child": 1, "elder": 1}


def test_days_alone_are_a_question_nearest_first(entries):
    results = find(Query("", filters=Filters(month="202612")), now=NOW)
    assert {entry.title for entry in results.entries} == {"书法课", "书法展", "书法老师"}
    assert results.close == []
    assert find(Query("", filters=Filters())).total == 0
    assert find(Query("？", filters=Filters(month="202612"))).total == 0


def test_days_of_what_lasts_whole_days_are_all_of_them():
    start, end = dt.datetime(2026, 12, 30), dt.datetime(2027, 1, 2)  # noqa: DTZ001
    tokens = days.tokens_of(start, end, is_all_day=True)
    assert tokens == ["d20261230", "d20261231", "d20270101"]
    assert days.months_of(tokens) == ["202612", "202701"]
    assert days.tokens_of(start) == ["d20261230", "d20261230m"]
