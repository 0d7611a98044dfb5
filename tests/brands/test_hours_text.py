"""Opening hours as people write them."""

from datetime import time

import pytest

from brands.hours import Rule
from brands.hours_text import read_hours


def rule(days, opens, closes, note=""):
    return Rule(days, time.fromisoformat(opens), time.fromisoformat(closes), note)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("", []),
        (
            "周一至周五 8:30-17:30；周六、日 9:00-17:00",
            [rule("12345", "08:30", "17:30"), rule("67", "09:00", "17:00")],
        ),
        ("每天 8:00-20:30", [rule("1234567", "08:00", "20:30")]),
        ("周一至周日 8:30-20:30", [rule("1234567", "08:30", "20:30")]),
        ("8：30～17：30", [rule("1234567", "08:30", "17:30")]),
        (
            "周一至周五 8:30-17:00；周二、四 17:00-20:00 延时",
            [rule("12345", "08:30", "17:00"), rule("24", "17:00", "20:00", "延时")],
        ),
        (
            "工作日上午8:30-11:30，下午2:00-5:00",
            [rule("12345", "08:30", "11:30"), rule("12345", "14:00", "17:00")],
        ),
        ("周二至周日 ９点—１７点半，周一闭馆", [rule("234567", "09:00", "17:30")]),
        ("每天 9:00-17:00，周一闭馆", [rule("234567", "09:00", "17:00")]),
        ("周五至周一 9:00-24:00", [rule("1567", "09:00", "23:59")]),
        ("9:00-17:00；详见门口", [rule("1234567", "09:00", "17:00", "详见门口")]),
        ("24小时开放", [rule("1234567", "00:00", "23:59")]),
        ("周一、周三、周五 8:00-12:00", [rule("135", "08:00", "12:00")]),
        ("周一至周五,周日 9:00-17:00", [rule("123457", "09:00", "17:00")]),
        (
            "周一至周五8:30-17:30周末9:00-16:00（预约）",
            [rule("12345", "08:30", "17:30"), rule("67", "09:00", "16:00", "预约")],
        ),
    ],
)
def test_hours_are_read(text, rules):
    read = read_hours(text)

    assert list(read.rules) == rules
    assert read.unread == ()


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("每天 9:00-17:00，法定节假日除外", "closed"),
        ("节假日照常开放 9:00-17:00", "usual"),
        ("每天 9:00-17:00", ""),
    ],
)
def test_public_holidays_are_understood(text, effect):
    assert read_hours(text).at_holidays == effect


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("周六", ("周六",)),
        ("17:00-8:00", ("17:00-8:00",)),
        ("每天 25:00-26:00", ("25:00-26:00",)),
        ("每天 8:75-9:00", ("8:75-9:00",)),
        ("夏季：8:00-18:00", ("夏季:8:00-18:00",)),
        ("周一至周五 十点开门", ("十点开门", "周一至周五")),
        ("闭馆", ("闭馆",)),
    ],
)
def test_what_cannot_be_read_is_pointed_at(text, unread):
    assert read_hours(text).unread == unread
