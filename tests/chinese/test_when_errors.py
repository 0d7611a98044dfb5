"""What the grammar refuses: the code, and the part of the text it points at."""

import pytest

from chinese.when import WhenError, parse, parse_cells


def refused(text, year=2026, month=12):
    with pytest.raises(WhenError) as caught:
        parse(text, year=year, month=month)
    return caught.value


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("", "empty", ""),
        (" \n　", "empty", " \n　"),
        ("（）", "empty", "（）"),
        ("待定", "unreadable", "待定"),
        ("12月5日 14:00（雨天顺延）", "unreadable", "雨天顺延"),
        ("12月5日 9.30-11.00", "unreadable", "9.30-11.00"),
        ("单周三 9:00", "unreadable", "单周三"),
        ("每周一次", "unreadable", "次"),
        ("12月5日 14:00-", "unreadable", "-"),
        ("12月25日停", "unreadable", "停"),
        ("12/5/2026", "unreadable", "/"),
        ("14:00-15:00", "no-date", "14:00-15:00"),
        ("下午2点—4点半", "no-date", "下午2点—4点半"),
        ("12月", "no-day", "12月"),
        ("2026年12月 9:00", "no-day", "2026年12月"),
        ("12月8日起", "no-last-day", "12月8日起"),
        ("12月32日", "no-such-date", "12月32日"),
        ("２月３０日　9:00", "no-such-date", "２月３０日"),
        ("2月29日", "no-such-date", "2月29日"),
        ("13月5日", "no-such-date", "13月5日"),
        ("12月5日、0日", "no-such-date", "0日"),
        ("26年12月5日", "no-such-date", "26年12月5日"),
        ("每月32日", "no-such-date", "32日"),
        ("每月第六个周二", "no-such-date", "六"),
        ("12月5日 25:00", "no-such-time", "25:00"),
        ("12月5日 9:75", "no-such-time", "9:75"),
        ("12月5日 24:30", "no-such-time", "24:30"),
        ("12月5日 24:00", "no-such-time", "24:00"),
        ("12月5日 上午14:00", "no-such-time", "上午14:00"),
        ("12月5日 9:00-上午14:00", "no-such-time", "上午14:00"),
        ("12月5日 下午", "no-hour", "下午"),
        ("12月5日 周日 9:00", "weekday-disagrees", "12月5日 周日"),
        ("12月3日（周三）9:00", "weekday-disagrees", "12月3日（周三）"),
        ("每周三（12月2日、10日）", "weekday-disagrees", "10日"),
        ("12月3日、4日（周四、周六）", "weekday-disagrees", "4日（周四、周六）"),
        ("12月5日 9:00（周日）", "weekday-disagrees", "12月5日 9:00（周日）"),
        ("12月5日至20日（周日）", "weekday-unclear", "12月5日至20日（周日）"),
        ("12月5日 15:00-14:00", "end-before-start", "15:00-14:00"),
        ("12月5日 15:00-15:00", "end-before-start", "15:00-15:00"),
        ("12月5日 17:30-6:00", "end-before-start", "17:30-6:00"),
        ("12月20日至5日", "end-before-start", "12月20日至5日"),
        ("12月20日至11月5日", "end-before-start", "12月20日至11月5日"),
        ("12月5日18:00至12月5日17:00", "end-before-start", "12月5日18:00至12月5日17:00"),
        ("每月第五个周五", "no-occurrence", "每月第五个周五"),
        ("12月5日至6日除周末外", "no-occurrence", "12月5日至6日除周末外"),
        ("每天 9:00（法定节假日除外）", "holiday", "法定节假日"),
        ("农历腊月初八", "lunar", "农历"),
        ("明天 9:00", "relative", "明天"),
        ("12月3日；12月10日 9:00", "no-hours", "12月3日"),
        ("每周二 9:00；12月5日", "no-hours", "12月5日"),
        ("2026年1月1日至2028年12月31日 9:00", "too-many", "2026年1月1日至2028年12月31日 9:00"),
        ("2026年1月1日至2050年1月1日", "too-many", "2026年1月1日至2050年1月1日"),
    ],
)
def test_error_says_what_and_points_at_it(text, code, part):
    error = refused(text)
    assert (error.code, text[error.start : error.end]) == (code, part)


def test_day_without_any_month_is_refused():
    assert refused("5日 9:00", month=None).code == "no-month"


def test_long_text_is_refused_before_it_is_read():
    assert refused("12月5日、" * 101).code == "too-long"


@pytest.mark.parametrize("code", WhenError.MESSAGES)
def test_every_error_has_a_suggestion(code):
    assert WhenError.SUGGESTIONS[code]


def test_there_is_no_suggestion_without_a_message():
    assert set(WhenError.SUGGESTIONS) == set(WhenError.MESSAGES)


def test_message_names_date_and_both_weekdays():
    assert str(refused("12月3日（周三）9:00")) == "12月3日 is 周四, not 周三."


@pytest.mark.parametrize(
    ("cells", "field", "part"),
    [
        (("12月32日", "9:00"), "date", "12月32日"),
        (("12月5日", "9:00-25:00"), "time", "25:00"),
        (("32", "9:00"), "date", "32"),
        (("", "9:00"), "time", "9:00"),
        (("12月5日", "下午"), "time", "下午"),
        (("", ""), "date", ""),
    ],
)
def test_error_of_two_cells_points_into_one(cells, field, part):
    with pytest.raises(WhenError) as caught:
        parse_cells(*cells, year=2026, month=12)
    error = caught.value
    text = cells[field == "time"]
    assert (error.field or "date", text[error.start : error.end]) == (field, part)
