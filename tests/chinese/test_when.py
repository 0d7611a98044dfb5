"""What the grammar reads; the month is December 2026, whose 1st is a Tuesday."""

# ruff: noqa: DTZ001 - slots are local times without a zone

from datetime import datetime

import pytest

from chinese.when import Slot, parse

DECEMBER = {"year": 2026, "month": 12}


def read(text, **context):
    """Return slots as short texts: "5 9:00-10:30", "5..20" all day, the month if another."""
    return [show(slot) for slot in parse(text, **(context or DECEMBER)).slots()]


def show(slot):
    day = f"{slot.start.day}" if slot.start.month == 12 else f"{slot.start:%-m/%-d}"
    if slot.is_all_day:
        length = (slot.end - slot.start).days
        return f"{day} all day" if length == 1 else f"{day} {length} days"
    end = ""
    if slot.end:
        later = (slot.end.date() - slot.start.date()).days
        end = f"-{slot.end:%-H:%M}" + (f"+{later}" if later else "")
    return f"{day} {slot.start:%-H:%M}{end}"


def days_of(text, **context):
    return [slot.start.day for slot in parse(text, **(context or DECEMBER)).slots()]


def test_slot_holds_naive_local_times():
    assert parse("12月5日 14:00-15:30", **DECEMBER).slots() == [
        Slot(datetime(2026, 12, 5, 14), datetime(2026, 12, 5, 15, 30), is_all_day=False)
    ]


def test_range_without_hours_is_one_slot_that_ends_after_its_last_day():
    assert parse("12月5日-20日", **DECEMBER).slots() == [
        Slot(datetime(2026, 12, 5), datetime(2026, 12, 21), is_all_day=True)
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3日、10日、17日", [3, 10, 17]),
        ("3、10、17日", [3, 10, 17]),
        ("12月3、10、17日", [3, 10, 17]),
        ("12月3，10 和 17号", [3, 10, 17]),
        ("12月12日、12月26日", [12, 26]),
        ("12月12日 12月26日", [12, 26]),
        ("十二月五日、廿五日", [5, 25]),
        ("12/17", [17]),
        ("12.17", [17]),
        ("12.5", [5]),
        ("12-17", [17]),
        ("2026-12-17", [17]),
        ("2026/12/17", [17]),
        ("２０２６年１２月１７日", [17]),
        ("二〇二六年十二月十七日", [17]),
        ("3日、5日至7日、20日 9:00", [3, 5, 6, 7, 20]),
        ("5-7日 9:00", [5, 6, 7]),
        ("12/5-12/7 9:00", [5, 6, 7]),
        ("12.5-7 9:00", [5, 6, 7]),
        ("2026-12-05至2026-12-07 9:00", [5, 6, 7]),
        ("从12月5日起至7日止 9:00", [5, 6, 7]),
        ("12月1日-5日 9:00-11:00", [1, 2, 3, 4, 5]),
        ("12月1日（周二）至4日（周五）9:00", [1, 2, 3, 4]),
        ("12月21日-25日（周一至周五）9:00", [21, 22, 23, 24, 25]),
        ("12月3日、10日、17日（周四）", [3, 10, 17]),
        ("12月3日、4日（周四、周五）", [3, 4]),
        ("周五 12月4日", [4]),
        ("每周三（12月2日、9日、16日）", [2, 9, 16]),
        ("本月5日", [5]),
    ],
)
def test_dates_are_read(text, days):
    assert days_of(text) == days


@pytest.mark.parametrize("dash", ["-", "–", "—", "－", "~", "～", "―", "─", "−", "——", "至", "到"])
def test_every_dash_makes_a_range(dash):
    assert read(f"12月5日{dash}6日 9:00{dash}10:30") == ["5 9:00-10:30", "6 9:00-10:30"]


WEDNESDAYS = [2, 9, 16, 23, 30]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("周三", WEDNESDAYS),
        ("星期三", WEDNESDAYS),
        ("礼拜三", WEDNESDAYS),
        ("每周三", WEDNESDAYS),
        ("每週三", WEDNESDAYS),
        ("每个星期三", WEDNESDAYS),
        ("周3", WEDNESDAYS),
        ("12月每周三", WEDNESDAYS),
        ("本月每周三", WEDNESDAYS),
        ("每星期天", [6, 13, 20, 27]),
        ("礼拜日", [6, 13, 20, 27]),
        ("每周二、四", [1, 3, 8, 10, 15, 17, 22, 24, 29, 31]),
        ("每周二和周四", [1, 3, 8, 10, 15, 17, 22, 24, 29, 31]),
        ("每周二四", [1, 3, 8, 10, 15, 17, 22, 24, 29, 31]),
        ("每周2、4", [1, 3, 8, 10, 15, 17, 22, 24, 29, 31]),
        ("周六日", [5, 6, 12, 13, 19, 20, 26, 27]),
        ("周六、日", [5, 6, 12, 13, 19, 20, 26, 27]),
        ("周末", [5, 6, 12, 13, 19, 20, 26, 27]),
        ("双休日", [5, 6, 12, 13, 19, 20, 26, 27]),
        ("周六至周一", [5, 6, 7, 12, 13, 14, 19, 20, 21, 26, 27, 28]),
        ("隔周三", [2, 16, 30]),
        ("隔周周三", [2, 16, 30]),
        ("每两周的周三", [2, 16, 30]),
        ("每隔一周周二、四", [1, 3, 15, 17, 29, 31]),
        ("每月第二个周二", [8]),
        ("每月第2个星期二", [8]),
        ("第二个周二", [8]),
        ("每月第一、三个周六", [5, 19]),
        ("每月第一个和最后一个周五", [4, 25]),
        ("每月最后一个周五", [25]),
        ("每月17日", [17]),
        ("每月十七日", [17]),
        ("每月5日、15日、25日", [5, 15, 25]),
        ("12月5日至20日每周三", [9, 16]),
        ("12月5日至20日，每周三", [9, 16]),
        ("每周三（12月5日至20日）", [9, 16]),
        ("12月16日起每周三", [16, 23, 30]),
        ("每周三、12月5日", [2, 5, 9, 16, 23, 30]),
    ],
)
def test_patterns_are_read(text, days):
    assert days_of(f"{text} 9:00") == days


@pytest.mark.parametrize(
    "text", ["工作日", "周一至周五", "周一到五", "每周一-周五", "周一二三四五"]
)
def test_working_days_are_monday_to_friday(text):
    assert days_of(text) == [day for day in range(1, 32) if datetime(2026, 12, day).weekday() < 5]


@pytest.mark.parametrize("text", ["每天", "每日", "天天", "周一至周日"])
def test_every_day_is_each_day_of_the_month(text):
    assert days_of(text) == list(range(1, 32))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12月5日至9日除周一外 9:00", [5, 6, 8, 9]),
        ("12月5日至9日（周一休息）9:00", [5, 6, 8, 9]),
        ("12月5日至9日 9:00（周一闭馆）", [5, 6, 8, 9]),
        ("12月5日至9日 9:00，除周一、周二以外", [5, 6, 9]),
        ("12月5日至9日 9:00（8日停）", [5, 6, 7, 9]),
        ("每周二 9:00（12月15日除外）", [1, 8, 22, 29]),
        ("每周二、四 9:00 除12月8日至17日外", [1, 3, 22, 24, 29, 31]),
    ],
)
def test_days_off_fall_out(text, days):
    assert days_of(text) == days


def test_day_off_cuts_a_range_without_hours():
    assert read("12月5日至9日（周一休息）") == ["5 2 days", "8 2 days"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("14:00-15:30", "14:00-15:30"),
        ("１４：００－１５：３０", "14:00-15:30"),
        ("14时-15时30分", "14:00-15:30"),
        ("14点到15点30", "14:00-15:30"),
        ("下午2点—4点半", "14:00-16:30"),
        ("下午2:00-16:00", "14:00-16:00"),
        ("下午兩點至三點一刻", "14:00-15:15"),
        ("下午三点半—五点三刻", "15:30-17:45"),
        ("上午9-11点", "9:00-11:00"),
        ("9-11时", "9:00-11:00"),
        ("上午8:30-17:00", "8:30-17:00"),
        ("上午9点-下午4点", "9:00-16:00"),
        ("早上7点-8点整", "7:00-8:00"),
        ("中午12点-1点半", "12:00-13:30"),
        ("上午11点-12点半", "11:00-12:30"),
        ("晚上7点", "19:00"),
        ("晚7:30", "19:30"),
        ("傍晚六点", "18:00"),
        ("凌晨12点半", "0:30"),
        ("零点", "0:00"),
        ("0:00-0:30", "0:00-0:30"),
        ("14:00起", "14:00"),
        ("19:00开始", "19:00"),
        ("14:00起至16:00止", "14:00-16:00"),
        ("14:00:00", "14:00"),
        ("22:00-次日00:30", "22:00-0:30+1"),
        ("22:00-第二天0:30", "22:00-0:30+1"),
        ("22:00-00:30", "22:00-0:30+1"),
        ("22:00—24:00", "22:00-0:00+1"),
        ("22:00-0:00", "22:00-0:00+1"),
        ("晚上10点-12点", "22:00-0:00+1"),
        ("晚上10点-凌晨1点", "22:00-1:00+1"),
        ("9:00-次日8:00", "9:00-8:00+1"),
        ("18:00-6:00", "18:00-6:00+1"),
        ("全天", "all day"),
        ("整天", "all day"),
        ("", "all day"),
    ],
)
def test_hours_are_read(text, hours):
    assert read(f"12月5日 {text}") == [f"5 {hours}"]


@pytest.mark.parametrize(
    "text", ["9:00-10:30、14:00-15:30", "上午9:00-10:30，下午2:00-3:30", "9:00-10:30 14:00-15:30"]
)
def test_several_hours_hold_on_each_day(text):
    assert read(f"12月5日、6日 {text}") == [
        "5 9:00-10:30",
        "5 14:00-15:30",
        "6 9:00-10:30",
        "6 14:00-15:30",
    ]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("每月17日 9:00；12月5日 10:00-11:00", ["5 10:00-11:00", "17 9:00"]),
        ("12月5日 9:00，12月6日 10:00", ["5 9:00", "6 10:00"]),
        ("12月5日 9:00\n12月6日 10:00", ["5 9:00", "6 10:00"]),
        ("每月第一个周六 9:00；第二个周日 全天", ["5 9:00", "13 all day"]),
        ("9:00-10:00 12月5日", ["5 9:00-10:00"]),
        ("，12月5日 9:00。", ["5 9:00"]),
        ("日期：12月5日 时间：14:00", ["5 14:00"]),
        ("12月5日 9:00（周六）", ["5 9:00"]),
        ("12月5日18:00至12月6日8:00", ["5 18:00-8:00+1"]),
        ("12月5日18:00至12月8日8:00", ["5 18:00-8:00+3"]),
        ("2026-12-08T14:00:00", ["8 14:00"]),
        ("12月31日 22:00-次日00:30", ["31 22:00-0:30+1"]),
        ("周一三点", ["7 3:00", "14 3:00", "21 3:00", "28 3:00"]),
        ("周一十二点", ["7 12:00", "14 12:00", "21 12:00", "28 12:00"]),
        ("12月5日 9:00；5日 9:00", ["5 9:00"]),
    ],
)
def test_parts_are_put_together(text, slots):
    assert read(text) == slots


@pytest.mark.parametrize(
    ("text", "context", "start", "end"),
    [
        ("12月30日至1月2日", (2026, 12), (2026, 12, 30), (2027, 1, 3)),
        ("2026年12月30日至2027年1月2日", (2026, 12), (2026, 12, 30), (2027, 1, 3)),
        ("1月2日", (2026, 12), (2027, 1, 2), (2027, 1, 3)),
        ("12月31日", (2027, 1), (2026, 12, 31), (2027, 1, 1)),
        ("12月31日", (2027, None), (2027, 12, 31), (2028, 1, 1)),
        ("2月29日", (2028, 2), (2028, 2, 29), (2028, 3, 1)),
        ("2月28日至3月1日", (2028, 2), (2028, 2, 28), (2028, 3, 2)),
    ],
)
def test_year_is_the_one_nearest_to_the_menu(text, context, start, end):
    (slot,) = parse(text, year=context[0], month=context[1]).slots()
    assert (slot.start, slot.end) == (datetime(*start), datetime(*end))


def test_last_weekday_of_february_in_a_leap_year():
    assert days_of("每月最后一个周二", year=2028, month=2) == [29]


def test_pattern_without_a_month_takes_the_whole_year():
    assert len(parse("每月第二个周二 9:00", year=2026).slots()) == 12
    assert len(parse("每天", year=2028).slots()) == 366


def test_day_that_short_months_lack_is_left_out_of_them():
    assert len(parse("每月31日", year=2026).slots()) == 7


def test_months_tell_what_leaves_the_menu():
    assert parse("12月31日、1月2日 9:00", **DECEMBER).months() == [(2026, 12), (2027, 1)]


def test_same_meaning_in_other_words_is_equal():
    words = (
        "每周二、周四 14:00-15:30",
        "周四、二 下午2点—3点半",
        "12月1日至31日，每周二四 14时～15时30分",
    )
    assert len({parse(text, **DECEMBER) for text in words}) == 1
