"""Results that are recommended for a word, up to a day."""

import datetime as dt

import pytest

from search.models import PinnedResult
from search.pins import MAX_PINNED, entry_at, pinned
from tests.factories.brands import make_area
from tests.factories.search import put_entry

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 12, 7)


def pin(entry, words="过年、年货", ends_on=TODAY, **values):
    return PinnedResult.objects.create(
        words=words,
        kind=entry.kind,
        thing_key=entry.thing_key,
        address=entry.url,
        ends_on=ends_on,
        **values,
    )


def titles(text, network="", today=TODAY):
    return [entry.title for entry in pinned(text, network, "zh-hans", today)]


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("过年", True),
        ("過年", True),
        ("年货", True),
        ("过年 年货", False),
        ("年", False),
        ("", False),
    ],
)
def test_a_result_is_shown_to_who_types_exactly_the_word(text, is_shown):
    pin(put_entry("红领集市"))
    assert titles(text) == ["红领集市"] * is_shown


def test_it_is_shown_up_to_its_last_day():
    pin(put_entry("红领集市"))
    assert titles("过年", today=TODAY + dt.timedelta(days=1)) == []


def test_what_is_no_longer_public_is_not_shown():
    entry = put_entry("红领集市")
    pin(entry)
    entry.delete()
    assert titles("过年") == []


def test_a_network_recommends_within_itself():
    area = make_area()
    pin(put_entry("红领集市"), network=area)
    assert titles("过年") == []
    assert titles("过年", area.path) == ["红领集市"]


def test_no_more_than_three_are_shown():
    for number in range(MAX_PINNED + 2):
        pin(put_entry(f"集市{number}"))
    assert len(titles("过年")) == MAX_PINNED


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://example.org/fangshan/menu/k7/?at=x#y", "书法课"),
        ("/zh-hant/fangshan/menu/k7", "书法课"),
        ("/en/a/k7/", "书法课"),
        ("/a/none/", None),
        ("/", None),
        ("", None),
        ("https://[", None),
        ("\x00/%00", None),
    ],
)
def test_an_address_that_was_copied_leads_to_its_entry(address, title):
    put_entry("书法课", thing_key="k7", url="/fangshan/menu/k7/")
    found = entry_at(address)
    assert (found.title if found else None) == title
