"""When a house is open on a day."""

from __future__ import annotations

from datetime import date, time

import pytest

from brands.hours import Closed, House, Rule, intervals, rules_on

WEEK = Rule("12345", time(8, 30), time(17, 30))
SATURDAY = Rule("6", time(9), time(16))
SUNDAY = Rule("7", time(10), time(12))
EVENING = Rule("24", time(18), time(20), "延时服务")
LIBRARY = Rule("234567", time(9), time(21))
FRIDAY_1_JANUARY = date(2027, 1, 1)
TUESDAY = date(2026, 12, 1)
SATURDAY_5 = date(2026, 12, 5)


@pytest.mark.parametrize(
    ("rules", "day", "effect", "expected"),
    [
        ((WEEK, SATURDAY), date(2026, 12, 2), "", [WEEK]),
        ((EVENING, WEEK), TUESDAY, "", [WEEK, EVENING]),
        ((WEEK,), SATURDAY_5, "", []),
        ((), TUESDAY, "", []),
        ((WEEK,), FRIDAY_1_JANUARY, "rest", []),
        ((WEEK, SATURDAY), SATURDAY_5, "work", [WEEK]),
        ((LIBRARY,), SATURDAY_5, "work", [LIBRARY]),
        ((SATURDAY,), SATURDAY_5, "work", [SATURDAY]),
        ((WEEK,), TUESDAY, "named", [WEEK]),
        (
            (Rule("1234567", time(7), time(22)),),
            date(2028, 2, 29),
            "",
            [Rule("1234567", time(7), time(22))],
        ),
    ],
    ids=[
        "a weekday",
        "two rules in order of time",
        "a free Saturday",
        "no hours told",
        "a holiday",
        "a make-up Saturday",
        "closed on Mondays",
        "open on Saturdays alone",
        "a named day",
        "29 February",
    ],
)
def test_rules_of_a_day(rules, day, effect, expected):
    assert rules_on(House(rules), day, effect) == expected


@pytest.mark.parametrize(
    ("at_holidays", "expected"), [("closed", []), ("sunday", [SUNDAY]), ("usual", [WEEK])]
)
def test_each_house_decides_what_it_does_on_holidays(at_holidays, expected):
    house = House((WEEK, SUNDAY), at_holidays)
    assert rules_on(house, FRIDAY_1_JANUARY, "rest") == expected


def test_closed_days_include_first_and_last():
    house = House((WEEK,), "usual", (Closed(date(2026, 12, 1), date(2026, 12, 2)),))
    open_on = [rules_on(house, date(2026, 12, day)) != [] for day in (1, 2, 3)]
    assert open_on == [False, False, True]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(8, 12), (13, 17)], [(8, 12), (13, 17)]),
        ([(13, 17), (8, 12)], [(8, 12), (13, 17)]),
        ([(8, 17), (17, 20)], [(8, 20)]),
        ([(8, 20), (9, 12)], [(8, 20)]),
        ([], []),
    ],
)
def test_hours_that_touch_are_joined(spans, expected):
    rules = [Rule("1", time(start), time(end)) for start, end in spans]
    assert intervals(rules) == [(time(start), time(end)) for start, end in expected]
