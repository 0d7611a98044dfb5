"""A search hands its filters to the calendar that holds the same."""

import datetime as dt

import pytest

from calendars import subjects
from calendars.searching import address_of
from search.answers import answer
from search.forms import SearchForm
from tests.factories.brands import make_centre

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 12, 8, 2, 0, tzinfo=dt.UTC)


def calendar(text="", **params):
    return address_of(answer(SearchForm({"q": text} | params).question(), NOW))


def test_words_place_audience_kind_and_fee_are_handed_over(centre):
    address = calendar("书法 免费", at=f"c.{centre.code}", **{"for": "senior", "about": "art"})
    code = address.removeprefix("/calendar/").removesuffix("/")
    subject = subjects.find(code)
    assert subject.page.pk == centre.pk
    assert list(subject.chosen) == ["f-senior", "k-art", "m-free", "q-5Lmm5rOV"]


@pytest.mark.parametrize(
    ("text", "params", "code"),
    [
        ("书法", {}, "all~q-5Lmm5rOV"),
        ("书法 晚上", {}, "all~p-evening~q-5Lmm5rOV"),
        ("", {"kind": "livestream"}, "all~t-live"),
        ("", {"kind": "notice"}, "all~t-fairs"),
    ],
)
def test_each_address_is_one_that_calendars_know(text, params, code):
    assert calendar(text, **params) == f"/calendar/{code}/"
    assert subjects.find(code) is not None


@pytest.mark.parametrize(
    ("text", "params"),
    [
        ("今天 书法", {}),
        ("书法", {"month": "202612"}),
        ("书法", {"kind": "centre"}),
        ("书" * 31, {}),
        ("书" * 30, {"for": "senior", "about": "art", "kind": "activity", "at": "c." + "x" * 48}),
    ],
)
def test_what_no_calendar_can_hold_is_not_offered(text, params, network):
    make_centre(network, code="x" * 48)
    assert calendar(text, **params) == ""
