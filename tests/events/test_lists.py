"""What the lists of activities choose to show when not all has room."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from brands.crumbs import way_to
from events.calendar_cells import different_first, first_rows
from events.filters import EventFilter
from events.models import Occurrence
from events.wording import period_of
from tests.factories import brands, events

MONTH = date(2027, 12, 1)
DAY = date(2027, 12, 7)  # a Tuesday
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("titles", "order"), [("", ""), ("书", "0"), ("书书合", "021"), ("书合书合", "0123")]
)
def test_titles_that_come_again_come_last(titles, order):
    assert different_first(list(enumerate(titles))) == [int(key) for key in order]


@pytest.fixture
def full_day(network):
    weekly = [events.row(f"晨练{n}", "每周二 6:30-7:30") for n in range(3)]
    for number in range(4):
        centre = brands.make_centre(network, code=f"c-{number}")
        rows = [*weekly, events.row("义诊", "12月7日 8:00-9:00")]
        rows.append(events.row(f"讲座{number}", "12月7日 19:00-20:00"))
        events.publish(events.make_menu(centre, rows, MONTH))


def test_a_full_day_shows_what_is_on_only_once_and_no_title_twice(full_day):
    rows = first_rows(EventFilter(view="month", on=MONTH), 3)[DAY]
    assert rows[0].activity.title == "义诊"
    assert {row.activity.title[:2] for row in rows[1:]} == {"讲座"}
    assert [row.start for row in rows] == sorted(row.start for row in rows)


def test_a_day_with_room_shows_a_title_as_often_as_it_is_on(centre):
    rows = [events.row("书法", "12月7日 9:00-10:00"), events.row("书法", "12月7日 14:00-15:00")]
    events.publish(events.make_menu(centre, rows, MONTH))
    assert len(first_rows(EventFilter(view="month", on=MONTH), 3)[DAY]) == 2


def test_one_sitting_is_neither_all_day_nor_from_morning_to_evening(centre, now):
    rows = [
        events.row("讲座", "12月7日 9:00-11:00"),
        events.row("义诊", "12月7日 8:00-12:00"),
        events.row("照片展", "12月7日 8:00-17:30"),
        events.row("画展", "12月7日 全天"),
    ]
    events.publish(events.make_menu(centre, rows, MONTH))
    titles = Occurrence.objects.of_one_sitting().values_list("activity__title", flat=True)
    assert set(titles) == {"讲座", "义诊"}


@pytest.mark.parametrize(
    ("view", "first", "text"),
    [
        ("month", date(2026, 12, 1), "December"),
        ("month", date(2027, 1, 1), "January 2027"),
        ("week", date(2026, 12, 28), "28 Dec to 3 Jan"),
        ("day", date(2027, 1, 3), "Sunday 3 January 2027"),
    ],
)
def test_another_year_is_said(view, first, text):
    with translation.override("en"):
        last = first + timedelta(days=6)
        assert period_of(view, first, last, TODAY) == text


@pytest.mark.parametrize(
    ("name", "last"), [("西潞街道", "西潞街道党群服务中心"), ("苏庄三里", "苏庄三里")]
)
def test_a_centre_named_as_its_street_stands_under_its_title(network, name, last):
    street = brands.make_area(network, code="xilu", short_name="西潞街道")
    centre = brands.make_centre(street, title=f"{name}党群服务中心", short_name=name)
    assert [label for label, _target in way_to(centre)][-1] == last


def test_the_front_page_leaves_what_lasts_all_day_to_the_list(client, centre, monkeypatch):
    rows = [
        events.row("照片展", "12月7日 8:00-17:30"),
        events.row("合唱团", "12月7日 9:00-10:30"),
    ]
    events.publish(events.make_menu(centre, rows, MONTH))
    morning = datetime(2027, 12, 7, 8, 30, tzinfo=timezone.get_default_timezone())
    monkeypatch.setattr(timezone, "now", lambda: morning)
    page = client.get("/").content.decode()
    assert "合唱团" in page
    assert "照片展" not in page
