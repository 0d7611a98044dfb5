from datetime import date

import pytest

from chinese.relative import read_relative

WEDNESDAY = date(2026, 12, 9)


@pytest.mark.parametrize(
    ("text", "first", "end", "part"),
    [
        ("今天", date(2026, 12, 9), date(2026, 12, 10), None),
        ("明天", date(2026, 12, 10), date(2026, 12, 11), None),
        ("后天", date(2026, 12, 11), date(2026, 12, 12), None),
        ("大后天", date(2026, 12, 12), date(2026, 12, 13), None),
        ("今晚", date(2026, 12, 9), date(2026, 12, 10), "evening"),
        ("明早", date(2026, 12, 10), date(2026, 12, 11), "morning"),
        ("明天下午", date(2026, 12, 10), date(2026, 12, 11), "afternoon"),
        ("本周", date(2026, 12, 7), date(2026, 12, 14), None),
        ("这周", date(2026, 12, 7), date(2026, 12, 14), None),
        ("下周", date(2026, 12, 14), date(2026, 12, 21), None),
        ("周末", date(2026, 12, 12), date(2026, 12, 14), None),
        ("本周末", date(2026, 12, 12), date(2026, 12, 14), None),
        ("双休日", date(2026, 12, 12), date(2026, 12, 14), None),
        ("下周末", date(2026, 12, 19), date(2026, 12, 21), None),
        ("下周三晚上", date(2026, 12, 16), date(2026, 12, 17), "evening"),
        ("下个星期天", date(2026, 12, 20), date(2026, 12, 21), None),
        ("本周一", date(2026, 12, 7), date(2026, 12, 8), None),
        ("周三", date(2026, 12, 9), date(2026, 12, 10), None),
        ("周二", date(2026, 12, 15), date(2026, 12, 16), None),
        ("本月", date(2026, 12, 1), date(2027, 1, 1), None),
        ("下个月", date(2027, 1, 1), date(2027, 2, 1), None),
        ("上月", date(2026, 11, 1), date(2026, 12, 1), None),
        ("12月5日", date(2026, 12, 5), date(2026, 12, 6), None),
        ("十二月五日上午", date(2026, 12, 5), date(2026, 12, 6), "morning"),
        ("1月2号", date(2027, 1, 2), date(2027, 1, 3), None),
        ("2028年2月29日", date(2028, 2, 29), date(2028, 3, 1), None),
        ("2月", date(2027, 2, 1), date(2027, 3, 1), None),
        ("2026-12-05", date(2026, 12, 5), date(2026, 12, 6), None),
        ("12月5日至8日", date(2026, 12, 5), date(2026, 12, 9), None),
        ("12月30日到1月2日", date(2026, 12, 30), date(2027, 1, 3), None),
        ("12月8日至5日", date(2026, 12, 8), date(2026, 12, 9), None),
        ("每周四", date(2026, 12, 10), date(2026, 12, 11), None),
        ("周六周日", date(2026, 12, 12), date(2026, 12, 14), None),
        ("下周六日", date(2026, 12, 19), date(2026, 12, 21), None),
        ("这几天", date(2026, 12, 9), date(2026, 12, 16), None),
        ("寒假", date(2027, 1, 10), date(2027, 3, 1), None),
        ("暑假上午", date(2027, 7, 1), date(2027, 9, 1), "morning"),
        ("明天晚上七点半", date(2026, 12, 10), date(2026, 12, 11), "evening"),
        ("明天19:30", date(2026, 12, 10), date(2026, 12, 11), "evening"),
        ("后天3点", date(2026, 12, 11), date(2026, 12, 12), "afternoon"),
        ("周六上午9点", date(2026, 12, 12), date(2026, 12, 13), "morning"),
        ("下午", None, None, "afternoon"),
        ("晚上7点", None, None, "evening"),
    ],
)
def test_expression_gives_days_and_part(text, first, end, part):
    assert read_relative(text, WEDNESDAY) == ((0, len(text)), first, end, part)


def test_expression_is_found_inside_a_query():
    found = read_relative("海信下周三晚上书法", WEDNESDAY)
    assert found is not None
    assert "海信下周三晚上书法"[slice(*found[0])] == "下周三晚上"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "书法",
        "2月30日",
        "13月5日",
        "周到",
        "今年",
        "每月",
        "晚会",
        "2026-02-30",
        "9:00",
        "早教",
    ],
)
def test_text_without_an_expression_gives_nothing(text):
    assert read_relative(text, WEDNESDAY) is None


def test_date_that_does_not_exist_is_passed_over():
    found = read_relative("2月30日明天", WEDNESDAY)
    assert found is not None
    assert found[1] == date(2026, 12, 10)


def test_weekend_on_a_sunday_is_the_present_one():
    assert read_relative("周末", date(2026, 12, 13))[1:3] == (
        date(2026, 12, 12),
        date(2026, 12, 14),
    )


def test_next_month_of_december_is_in_the_next_year():
    assert read_relative("下月", date(2026, 12, 31))[1] == date(2027, 1, 1)


def test_season_that_is_on_is_the_present_one():
    assert read_relative("寒假", date(2027, 2, 28))[1:3] == (date(2027, 1, 10), date(2027, 3, 1))
