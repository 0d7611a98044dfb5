"""A menu's times in another month: rules hold, dates keep their weekday, lists are proposed."""

from __future__ import annotations

from datetime import date

import pytest

from chinese.when import WhenError, parse
from events.month_copying import copied, same_weekday

DECEMBER, JANUARY, FEBRUARY = date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)


@pytest.mark.parametrize(
    ("day", "month", "expected"),
    [
        (date(2026, 12, 8), JANUARY, date(2027, 1, 12)),  # second Tuesday
        (date(2026, 12, 1), JANUARY, date(2027, 1, 5)),
        (date(2026, 12, 29), JANUARY, None),  # no fifth Tuesday
        (date(2026, 12, 31), JANUARY, None),
        (date(2026, 12, 30), date(2027, 3, 1), date(2027, 3, 31)),
        (date(2028, 2, 29), date(2028, 8, 1), date(2028, 8, 29)),
    ],
)
def test_the_second_tuesday_stays_the_second_tuesday(day, month, expected):
    assert same_weekday(day, month) == expected


@pytest.mark.parametrize(
    "text",
    [
        "每周二 14:00-15:30",
        "每周二、四 14:00",
        "每月第二个周二 9:00-11:00",
        "每月17日 9:00",
        "每天 8:30-17:30",
        "周一至周五除周三外 9:00-10:00",
    ],
)
def test_a_rule_stays_as_it_is_written(text):
    assert copied(text, DECEMBER, JANUARY) == type(copied("", DECEMBER, JANUARY))(text, "same")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月8日 14:00-15:30", "1月12日 14:00-15:30"),
        ("8日 14:00", "1月12日 14:00"),
        ("12月每周二 9:00", "每周二 9:00"),
        ("12月1日至31日 8:30-17:30", "1月1日至31日 8:30-17:30"),
        ("12月31日 22:00-次日0:30", None),
        ("12月24日 22:00-次日0:30", "1月28日 22:00-次日0:30"),
        ("12月26日 全天", "1月23日 全天"),
        ("每周一 9:00；12月8日 14:00", "每周一 9:00；1月12日 14:00"),
    ],
)
def test_one_date_keeps_its_place_among_the_weekdays(text, expected):
    found = copied(text, DECEMBER, JANUARY)

    if expected is None:
        assert (found.text, found.how) == ("", "none")
    else:
        assert found.how == "aligned"
        assert slots(found.text, JANUARY) == slots(expected, JANUARY)


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("3日、10日、17日 14:00", "1月7日、14日、21日 14:00"),
        ("1日、8日、15日、22日、29日 9:00", "1月5日、12日、19日、26日 9:00"),
        ("12月5日至20日 9:00-17:00", "1月2日至17日 9:00-17:00"),
        ("12月1日至15日每周二 9:00", "1月5日至19日每周二 9:00"),
        ("每周二除12月8日外 9:00", "每周二 9:00"),
        ("12月4日 18:00至12月6日 8:00", "1月1日 18:00至1月3日 8:00"),
        ("8日 9:00；9日 10:00", "1月12日 9:00；1月13日 10:00"),
    ],
)
def test_lists_and_ranges_are_proposed(text, proposal):
    found = copied(text, DECEMBER, JANUARY)

    assert found.how == "proposed"
    assert slots(found.text, JANUARY) == slots(proposal, JANUARY)


def test_every_other_week_keeps_its_rhythm():
    text = "隔周三 19:00"  # 2, 16 and 30 December lead to 13 and 27 January
    found = copied(text, DECEMBER, JANUARY)

    days = [slot.start.day for slot in parse(found.text, year=2027, month=1).slots()]
    assert days == [13, 27]
    assert copied("隔周三 19:00", JANUARY, FEBRUARY).text == "隔周三 19:00"


@pytest.mark.parametrize("text", ["", "看通知", "12月32日", "12月29日 9:00", "每月31日 9:00"])
def test_what_has_no_place_there_is_left_open(text):
    assert copied(text, DECEMBER, FEBRUARY).how == "none"


def slots(text: str, month: date):
    try:
        return parse(text, year=month.year, month=month.month).slots()
    except WhenError as error:
        raise AssertionError(text) from error
