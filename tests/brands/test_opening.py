"""What the page of a centre tells of its hours."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brands.models import ClosedDays, OpeningHours
from brands.opening import hours_context, tell_hours
from common.models import Holiday
from tests.factories.brands import make_area, make_centre

pytestmark = pytest.mark.django_db
THURSDAY = date(2026, 12, 31)


@pytest.fixture
def house(centre):
    OpeningHours.objects.create(page=centre, days="12345", opens=time(8, 30), closes=time(17, 30))
    OpeningHours.objects.create(page=centre, days="6", opens=time(9), closes=time(16))
    return centre


def rest(day, name="元旦", network=None, effect=Holiday.Effect.REST):
    return Holiday.objects.create(date=day, name=name, effect=effect, network=network)


def told(centre, today=THURSDAY) -> dict[str, str]:
    tell_hours([centre], today)
    return dict(line.partition(" ")[::2] for line in centre.open_hours.split(";"))


def test_the_coming_days_are_told_with_their_hours(house):
    days = told(house)
    assert list(days)[:4] == ["2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"]
    assert days["2026-12-31"] == "08:30-17:30"
    assert days["2027-01-02"] == "09:00-16:00"
    assert days["2027-01-03"] == ""
    assert len(days) == 8


def test_a_holiday_closes_the_house(house):
    rest(date(2027, 1, 1))
    assert told(house)["2027-01-01"] == ""


def test_the_networks_own_word_outweighs_the_word_for_all(house, network):
    rest(date(2027, 1, 1))
    rest(date(2027, 1, 1), "照常", network, Holiday.Effect.WORK)
    assert told(house)["2027-01-01"] == "08:30-17:30"


def test_the_holiday_of_another_network_counts_for_nothing(house):
    rest(date(2027, 1, 1), network=make_area())
    assert told(house)["2027-01-01"] == "08:30-17:30"


def test_a_house_that_has_told_no_hours_says_nothing(centre):
    tell_hours([centre], THURSDAY)
    assert centre.open_hours == ""
    assert hours_context(centre, THURSDAY)["departures"] == []


def test_many_houses_cost_three_queries(house, network):
    centres = [house, *(make_centre(network, code=f"more-{n}") for n in range(9))]
    with CaptureQueriesContext(connection) as queries:
        tell_hours(centres, THURSDAY)
    assert len(queries) == 3


def test_days_in_a_row_are_one_line(house):
    for day in (1, 2, 3):
        rest(date(2027, 1, day))
    lines = hours_context(house, THURSDAY)["departures"]
    assert [(one.first.day, one.last.day, one.name, one.rules) for one in lines] == [
        (1, 3, "元旦", ())
    ]


def test_a_make_up_saturday_and_closed_days_are_told(house):
    rest(date(2027, 1, 9), "补班", effect=Holiday.Effect.WORK)
    ClosedDays.objects.create(
        page=house, first_on=date(2027, 1, 11), last_on=date(2027, 1, 12), reason="电梯检修"
    )
    lines = hours_context(house, THURSDAY)["departures"]
    assert [(one.first.day, one.name, bool(one.rules)) for one in lines] == [
        (9, "补班", True),
        (11, "电梯检修", False),
    ]


def test_a_make_up_day_that_changes_nothing_is_not_told(house):
    rest(date(2027, 1, 4), "补班", effect=Holiday.Effect.WORK)
    assert hours_context(house, THURSDAY)["departures"] == []
