"""Kinds, audiences and holidays that a query names."""

from datetime import date

import pytest

from common.models import Holiday
from common.names import holidays, vocabulary

pytestmark = pytest.mark.django_db

TODAY = date(2026, 12, 1)


def test_exact_names_of_audiences_and_kinds_are_meant():
    words = ["老年人", "健身", "sport", "书法", "老年"]
    found = {name.word: (name.filter, name.value) for name in vocabulary(words, TODAY)}
    assert found == {
        "老年人": ("for", "senior"),
        "健身": ("about", "sport"),
        "sport": ("about", "sport"),
    }


def test_an_audience_comes_before_a_kind_of_the_same_name():
    [first, *_] = vocabulary(["孩子"], TODAY)
    assert (first.filter, first.value) == ("for", "child")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("国庆 亲子", "2027-10-01..2027-10-03"),
        ("国庆节", "2027-10-01..2027-10-03"),
        ("冬至包饺子", "2026-12-22"),
        ("国", None),
    ],
)
def test_a_holiday_is_all_its_days_in_a_row(text, value):
    rows = [("国庆节", date(2027, 10, day)) for day in (1, 2, 3, 8)]
    rows += [("国庆节", date(2026, 11, 2)), ("冬至", date(2026, 12, 22))]
    Holiday.objects.bulk_create(Holiday(name=name, date=day) for name, day in rows)
    assert [name.value for name in holidays(text, TODAY)] == ([value] if value else [])
