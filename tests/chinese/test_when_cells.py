"""Cells as sheets hold them, and every row of the two sheets of December 2026."""

# ruff: noqa: DTZ001 - slots are local times without a zone

from datetime import date, datetime, time, timedelta

import pytest

from chinese.when import WhenError, from_cell, parse, parse_cells

DECEMBER = {"year": 2026, "month": 12}

# menu-suzhuang-sanli-2026-12.xlsx: days, hours, number of slots, canonical form
TWO_COLUMNS = [
    ("12月1日", "9:30-11:00", 1, "12月1日 9:30-11:00"),
    ("每周二、四", "14:00-15:30", 10, "每周二、四 14:00-15:30"),
    ("每周三", "9:00-10:30", 5, "每周三 9:00-10:30"),
    ("每周一、三、五", "7:00-8:00", 13, "每周一、三、五 7:00-8:00"),
    ("每周五", "19:00-20:30", 4, "每周五 19:00-20:30"),
    ("每周六", "10:00-11:00", 4, "每周六 10:00-11:00"),
    ("12月5日", "14:30-16:00", 1, "12月5日 14:30-16:00"),
    ("12月12日、12月26日", "19:00-20:40", 2, "12月12日、26日 19:00-20:40"),
    ("每周日", "14:00-17:00", 4, "每周日 14:00-17:00"),
    ("12月9日", "9:30-11:00", 1, "12月9日 9:30-11:00"),
    ("每周四", "9:00-11:30", 5, "每周四 9:00-11:30"),
    ("每周二", "9:00-10:30", 5, "每周二 9:00-10:30"),
    (
        "12月3日、10日、17日、24日、31日",
        "7:00-8:30",
        5,
        "12月3日、10日、17日、24日、31日 7:00-8:30",
    ),
    ("12月19日", "9:30-11:30", 1, "12月19日 9:30-11:30"),
    ("12月22日", "19:00-20:30", 1, "12月22日 19:00-20:30"),
    ("12月31日", "14:00-16:30", 1, "12月31日 14:00-16:30"),
    ("12月21日", "9:00-12:00", 1, "12月21日 9:00-12:00"),
    ("12月15日", "14:00-15:30", 1, "12月15日 14:00-15:30"),
    ("12月1日至12月31日", "8:30-17:30", 31, "12月1日至31日 8:30-17:30"),
    ("12月16日", "8:30-11:30", 1, "12月16日 8:30-11:30"),
]

# menu-dream-space-2026-12.xlsx and its CSV
ONE_COLUMN = [
    ("12月2日（周三）12:00－13:00", 1, "12月2日 12:00-13:00"),
    ("12月4日 周五 12:10-13:10", 1, "12月4日 12:10-13:10"),
    ("每周一至周五 12:00-13:00", 23, "每周一至周五 12:00-13:00"),
    ("每周二、四 18：00～19：00", 10, "每周二、四 18:00-19:00"),
    (datetime(2026, 12, 8, 14), 1, "12月8日 14:00"),
    ("2026/12/08 14:00", 1, "12月8日 14:00"),
    ("１２月１２日　下午２点—４点半", 1, "12月12日 14:00-16:30"),
    ("12/17 19:00-20:30", 1, "12月17日 19:00-20:30"),
    ("12月18日 15:00", 1, "12月18日 15:00"),
    ("12月19日(周六)9:30-11:00", 1, "12月19日 9:30-11:00"),
    ("12月21日-12月25日 8:00-10:00", 5, "12月21日至25日 8:00-10:00"),
    ("12月28日 全天", 1, "12月28日 全天"),
    ("12月31日 22:00-次日00:30", 1, "12月31日 22:00-次日0:30"),
]


@pytest.mark.parametrize(("days", "hours", "count", "canonical"), TWO_COLUMNS)
def test_rows_with_two_columns_are_read(days, hours, count, canonical):
    when = parse_cells(days, hours, **DECEMBER)
    assert (len(when.slots()), when.canonical()) == (count, canonical)


@pytest.mark.parametrize(("cell", "count", "canonical"), ONE_COLUMN)
def test_rows_with_one_column_are_read(cell, count, canonical):
    when = parse(from_cell(cell), **DECEMBER)
    assert (len(when.slots()), when.canonical()) == (count, canonical)


@pytest.mark.parametrize(
    ("days", "hours", "canonical"),
    [
        ("12月5日", "", "12月5日 全天"),
        ("", "12月5日 9:00", "12月5日 9:00"),
        ("5", "9:00", "12月5日 9:00"),
        ("３、10、17", "9:00", "12月3日、10日、17日 9:00"),
        ("2026-12-08 00:00:00", "14:00", "12月8日 14:00"),
        ("2026/12/8 0:00", "", "12月8日 全天"),
        ("每周六\n", "\n上午9点-11点", "每周六 9:00-11:00"),
    ],
)
def test_cells_are_joined(days, hours, canonical):
    assert parse_cells(days, hours, **DECEMBER).canonical() == canonical


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 12, 8, 14), "2026年12月8日 14:00"),
        (datetime(2026, 12, 8), "2026年12月8日"),
        (date(2026, 12, 8), "2026年12月8日"),
        (time(9, 5), "9:05"),
        (timedelta(hours=9, minutes=30), "9:30"),
        (0.5, "12:00"),
        (46364.0, "2026年12月8日"),
        (46364 + 14.5 / 24, "2026年12月8日 14:30"),
        (5.0, "5"),
        (17, "17"),
        (12.5, "12.5"),
        ("每周三", "每周三"),
    ],
)
def test_cell_values_become_text(value, text):
    assert from_cell(value) == text


@pytest.mark.parametrize(("value", "other"), [(12.1, "12月10日"), (12.2, "12月20日")])
def test_number_that_lost_its_zero_is_not_guessed(value, other):
    with pytest.raises(WhenError) as caught:
        from_cell(value)
    assert caught.value.code == "number-cell"
    assert caught.value.params["tens"] == other
