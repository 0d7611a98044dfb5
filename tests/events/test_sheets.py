"""A month's sheet to rows of a menu: what is read, what is guessed, what is said about it."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chinese.when import parse
from common.sheet_reader import Cell, Sheet, SheetError, read_sheet, value_text
from common.sheet_scan import address
from events.limits import LIMITS
from events.sheet_findings import MESSAGES, from_sheet_error
from events.sheets import KindWords, month_rows_to_blocks, read_menu

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
DECEMBER = date(2026, 12, 1)
KINDS = [
    KindWords("art", "书画", "书法 国画 绘画 剪纸"),
    KindWords("study", "学习", "讲座 读书 党课 培训"),
    KindWords("sport", "健身", "瑜伽 太极拳 健身操"),
    KindWords("health", "健康", "义诊 健康讲座"),
    KindWords("other", "其他"),
]
ROOMS = ["书画室", "多功能厅", "路演厅", "“许顺”人民调解工作室"]
HEADER = ("活动名称", "活动时间", "地点", "备注")
GOOD = ("书法课", "12月9日 9:00-10:00", "书画室", "")


def sheet_of(*rows, blank_formulas=()) -> Sheet:
    """Return a sheet of values, as the reader gives it."""
    width = max((len(row) for row in rows), default=0)
    return Sheet(
        "活动菜单",
        tuple(
            tuple(
                Cell(address(number, column), value if text else None, text)
                for column, value in enumerate((*row, *[""] * (width - len(row))), start=1)
                for text in [value_text(value)]
            )
            for number, row in enumerate(rows, start=1)
        ),
        frozenset(blank_formulas),
    )


def menu_of(*rows, month=DECEMBER, rooms=ROOMS, blank_formulas=()):
    sheet = sheet_of(*rows, blank_formulas=blank_formulas)
    return read_menu(sheet, month=month, kinds=KINDS, rooms=rooms)


def row_of(**cells):
    """Return the one row of a sheet with these columns, named as in Chinese sheets."""
    values = {"活动名称": "活动", "活动时间": "12月9日 9:00-10:00", **cells}
    (row,) = menu_of(tuple(values), tuple(values.values())).rows
    return row


def found_in(row, severity=None):
    return [(one.code, one.cell) for one in row.problems if severity in (None, one.severity)]


# The sheets of real centres --------------------------------------------------------------------

REAL = {
    "menu-suzhuang-sanli-2026-12.xlsx": 20,
    "menu-dream-space-2026-12.xlsx": 12,
    "menu-dream-space-2026-12.gb18030.csv": 12,
}


def real(name, rooms=ROOMS):
    sheet = read_sheet(name, (SHEETS / name).read_bytes())
    return read_menu(sheet, month=DECEMBER, kinds=KINDS, rooms=rooms)


@pytest.mark.parametrize(("name", "count"), REAL.items())
def test_every_row_of_a_real_sheet_is_valid(name, count):
    menu = real(name)
    assert len(menu.rows) == count
    assert not menu.problems
    assert [row.title for row in menu.rows if row.has_error or not row.slots] == []
    assert {one.code for row in menu.rows for one in row.problems if one.severity == "warning"} <= {
        "unknown-room",
        "similar-room",
    }


def test_tidy_sheet_gives_all_fields():
    menu = real("menu-suzhuang-sanli-2026-12.xlsx")
    assert (menu.title, menu.month_found) == (
        "苏庄三里社区党群服务中心 2026年12月活动菜单",
        DECEMBER,
    )
    row = next(row for row in menu.rows if row.title == "书法入门班")
    assert row.values() == {
        "title": "书法入门班",
        "kind": "art",
        "when": "每周二、四 14:00-15:30",
        "place": "书画室",
        "audience": "老年居民",
        "capacity": "20",
        "fee": "免费",
        "sign_up": "电话 010-69370001",
        "presenter": "钱老师",
        "contact": "010-69370001",
        "summary": "楷书基础，笔墨由中心提供。",
        "series": "",
        "status": "on",
        "reason": "",
    }
    assert row.row_number == 5
    assert (row.cells["title"], row.cells["when"], row.cells["summary"]) == ("B5", "C5", "K5")
    assert len(row.slots) == 10


def test_untidy_sheet_gives_what_people_meant():
    rows = {row.title: row for row in real("menu-dream-space-2026-12.xlsx").rows}
    lecture = rows["技能“传帮带”：公文写作"]
    assert (lecture.slots[0].start, lecture.slots[0].end) == (
        datetime.fromisoformat("2026-12-08 14:00"),
        datetime.fromisoformat("2026-12-08 15:30"),
    )
    assert ("end-from-notes", "C7") in found_in(lecture, "hint")
    assert rows["单身青年联谊"].capacity == "男女各20"
    assert rows["圣诞亲子手工"].capacity == "15组"
    assert rows["午休预约办件日"].capacity == ""
    assert rows["大厦业主联席会议"].slots[0].end is None
    assert rows["迎新年晚会彩排"].slots[0].is_all_day
    assert rows["职工读书会 第12期"].summary == "共读《平凡的世界》\n请自备图书"
    assert rows["跨年读诗会"].summary == "🎉 零点倒数"
    assert found_in(rows["创客午餐会"], "warning") == []


# Columns ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header",
    [
        ("活动名称", "日期", "时间", "地点"),
        ("活动项目", "活动日期", "活动时间", "活动地点"),
        ("主题", "日期（必填）", "时间安排", "场地"),
        ("内容", "日 期", "具体时间", "场所"),
        ("*活动名称*", "日期\n（公历）", "时间", "【地点】"),
    ],
)
def test_columns_are_found_by_their_many_names(header):
    (row,) = menu_of(header, ("书法课", "12月9日", "9:00-10:00", "书画室")).rows
    assert (row.title, row.when, row.place) == ("书法课", "12月9日 9:00-10:00", "书画室")


def test_columns_stand_in_any_order_below_titles():
    menu = menu_of(
        ("某某社区",),
        (),
        ("2026年12月活动菜单", "", "制表：张三"),
        ("序号", "地点", "活动时间", "活动名称"),
        (1, "书画室", "12月9日 9:00", "书法课"),
    )
    assert [(row.title, row.place) for row in menu.rows] == [("书法课", "书画室")]
    assert menu.title == "某某社区"


def test_content_beside_a_name_is_the_summary():
    row = row_of(活动内容="临摹", 备注="自带笔墨")
    assert (row.title, row.summary) == ("活动", "临摹\n自带笔墨")


def test_header_of_two_lines_is_read():
    menu = menu_of(
        ("活动名称", "活动时间", ""), ("", "日期", "时间"), ("书法课", "12月9日", "9:00")
    )
    assert [row.when for row in menu.rows] == ["12月9日 9:00"]


def test_start_and_end_in_two_columns():
    (row,) = menu_of(
        ("活动名称", "日期", "开始时间", "结束时间"),
        ("书法课", "12月9日", time(9, 0), time(10, 30)),
    ).rows
    assert row.when == "12月9日 9:00-10:30"


def test_start_and_end_as_moments():
    moments = [datetime.fromisoformat(f"2026-12-09 {hour}") for hour in ("09:00", "10:30")]
    (row,) = menu_of(("活动名称", "开始时间", "结束时间"), ("书法课", *moments)).rows
    assert (row.slots[0].start, row.slots[0].end) == tuple(moments)


def test_unknown_columns_are_named():
    (problem,) = menu_of((*HEADER, "星级", "编码X"), GOOD).problems
    assert (problem.severity, problem.code, problem.cell) == ("hint", "unknown-columns", "E1")
    assert "星级 (E1)、编码X (F1)" in str(problem)


# Time ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "hours", "start", "end"),
    [
        ("12月9日", "9:00-10:00", "2026-12-09 09:00", "2026-12-09 10:00"),
        (date(2026, 12, 9), time(9, 0), "2026-12-09 09:00", None),
        (datetime.fromisoformat("2026-12-09 00:00"), "9:00", "2026-12-09 09:00", None),
        (46365.0, 0.375, "2026-12-09 09:00", None),
        ("12月9日\n9:00-10:00", "", "2026-12-09 09:00", "2026-12-09 10:00"),
        ("12月9日 22:00-次日00:30", "", "2026-12-09 22:00", "2026-12-10 00:30"),
        (9.0, "9:00-10:00", "2026-12-09 09:00", "2026-12-09 10:00"),
    ],
)
def test_date_and_hours_as_they_come(day, hours, start, end):
    (row,) = menu_of(("活动名称", "日期", "时间"), ("书法课", day, hours)).rows
    assert not row.has_error
    assert row.slots[0].start == datetime.fromisoformat(start)
    assert row.slots[0].end == (datetime.fromisoformat(end) if end else None)


def test_stored_time_says_the_same_alone():
    days = ["12月3日\n12月10日", "3、10", date(2026, 12, 3), "每周四"]
    cells = [(f"课{number}", day, "9:00-10:00") for number, day in enumerate(days)]
    rows = menu_of(("活动名称", "日期", "时间"), *cells).rows
    assert [row.problems for row in rows] == [()] * 4
    for row in rows:
        assert tuple(parse(row.when, year=2026, month=12).slots()) == row.slots
        assert "\n" not in row.when


@pytest.mark.parametrize(
    ("notes", "minutes"),
    [
        ("时长90分钟", 90),
        ("时长：约2小时，请准时", 120),
        ("时长一个半小时", 90),
        ("时长半小时", 30),
        ("时长1.5小时", 90),
        ("计志愿服务时长。", None),
        ("每人15分钟", None),
    ],
)
def test_length_in_the_notes_gives_the_end(notes, minutes):
    row = row_of(活动时间="12月9日 9:00", 备注=notes)
    slot = row.slots[0]
    assert (slot.end and (slot.end - slot.start).seconds // 60) == minutes
    assert bool(found_in(row, "hint")) == bool(minutes)


def test_length_past_midnight_ends_next_day():
    row = row_of(活动时间="12月31日 23:00", 备注="时长90分钟")
    assert row.slots[0].end == datetime.fromisoformat("2027-01-01 00:30")


def test_written_end_wins_over_a_length():
    row = row_of(活动时间="12月9日 9:00-10:00", 备注="时长90分钟")
    assert (row.when, row.problems) == ("12月9日 9:00-10:00", ())


@pytest.mark.parametrize(
    ("day", "hours", "code", "cell"),
    [
        ("", "", "no-when", "B2"),
        ("12月32日", "9:00", "no-such-date", "B2"),
        ("2月30日", "9:00", "no-such-date", "B2"),
        ("12月9日", "15:00-14:00", "end-before-start", "C2"),
        ("12月9日", "25:00", "no-such-time", "C2"),
        ("12月9日（周一）", "9:00", "weekday-disagrees", "B2"),
        ("待定", "", "unreadable", "B2"),
        ("", "9:00-10:00", "no-date", "C2"),
        (12.1, "9:00", "number-cell", "B2"),
        ("12月9日", 9.3, "number-cell", "C2"),
    ],
)
def test_bad_time_is_one_error_with_cell_and_suggestion(day, hours, code, cell):
    (row,) = menu_of(("活动名称", "日期", "时间"), ("书法课", day, hours)).rows
    (problem,) = row.problems
    assert (problem.severity, problem.code, problem.cell) == ("error", code, cell)
    assert problem.suggestion
    assert (row.has_error, row.slots) == (True, ())


def test_unreadable_part_is_pointed_at():
    (problem,) = row_of(活动时间="12月9日 大概下午").problems
    written = "12月9日 大概下午"
    assert "大概" in written[problem.params["start"] : problem.params["end"]]


def test_date_outside_the_month_is_a_warning():
    row = row_of(活动时间="11月9日 9:00-10:00")
    assert found_in(row) == [("outside-month", "B2")]
    assert row.slots


# Texts -----------------------------------------------------------------------------------------


def test_missing_title_is_an_error_of_its_cell():
    (row,) = menu_of(HEADER, ("", "12月9日 9:00-10:00", "书画室", "")).rows
    assert found_in(row) == [("no-title", "A2")]


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("活动名称", "title"),
        ("地点", "place"),
        ("活动对象", "audience"),
        ("名额", "capacity"),
        ("收费", "fee"),
        ("报名方式", "sign_up"),
        ("主讲人", "presenter"),
        ("联系电话", "contact"),
        ("简介", "summary"),
    ],
)
def test_text_over_its_limit_is_an_error_of_its_cell(column, field):
    limit = LIMITS[field]
    assert not row_of(**{column: "好" * limit}).has_error
    row = row_of(**{column: "好" * (limit + 1)})
    assert found_in(row, "error") == [("too-long", row.cells[field])]
    assert str(limit) in str(row.problems[0])


def test_line_breaks_stay_in_the_summary_alone():
    row = row_of(活动名称="书法\n入门", 简介="一\n\n\n\n二 🎉")
    assert (row.title, row.summary) == ("书法 入门", "一\n\n二 🎉")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<script>alert(1)</script>书法", "markup"),
        ("<b>书法</b>", "markup"),
        ("=HYPERLINK(A1)", "formula-text"),
        ("@SUM(A1)", "formula-text"),
        ("+cmd|' /C calc'!A0", "formula-text"),
    ],
)
def test_markup_and_formulas_stay_text_with_a_warning(text, code):
    row = row_of(活动名称=text)
    assert row.title == text
    assert found_in(row, "warning") == [(code, "A2")]
    assert not row.has_error


def test_markup_can_be_taken_out_with_one_click():
    (problem,) = row_of(活动名称="<b>书法</b>课").problems
    assert (problem.field, problem.value) == ("title", "书法课")


@pytest.mark.parametrize(
    "text", ["《平凡的世界》", "<平凡的世界>读书会", "-", "+86 10 6937", "3<5"]
)
def test_ordinary_signs_are_no_warning(text):
    assert row_of(活动名称=text).problems == ()


def test_formula_without_result_is_an_error_of_its_cell():
    (row,) = menu_of(HEADER, ("", "12月9日 9:00"), blank_formulas=["A2"]).rows
    assert found_in(row) == [("formula-without-value", "A2")]
    (row,) = menu_of(HEADER, ("书法课", ""), blank_formulas=["B2"]).rows
    assert found_in(row) == [("formula-without-value", "B2")]


def test_telephone_is_taken_from_the_way_to_sign_up():
    row = row_of(报名方式="电话 010-69370001")
    assert (row.contact, row.cells["contact"]) == ("010-69370001", "C2")
    assert found_in(row) == [("contact-from-sign-up", "C2")]
    assert row_of(报名方式="电话 010-69370001", 联系电话="110").contact == "110"
    assert row_of(报名方式="扫码报名，限20人").contact == ""


@pytest.mark.parametrize(
    ("notes", "capacity"),
    [
        ("名额：男女各20", "男女各20"),
        ("15组，满员即止", "15组"),
        ("限30人", "30人"),
        ("每项业务限10件", ""),
        ("邀请3人以上家庭", ""),
    ],
)
def test_places_are_taken_from_the_notes(notes, capacity):
    assert row_of(备注=notes).capacity == capacity
    assert row_of(备注=notes, 名额=12).capacity == "12"


# Kinds and rooms -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("category", "title", "kind", "hints"),
    [
        ("书画", "瑜伽课", "art", 0),
        ("瑜 伽", "随便", "sport", 0),
        ("", "书法入门班", "art", 0),
        ("", "健康讲座：冬季", "health", 0),
        ("", "某事", "other", 0),
        ("沙龙", "书法沙龙", "art", 1),
        ("沙龙", "午餐会", "other", 1),
    ],
)
def test_kind_is_read_from_category_then_title(category, title, kind, hints):
    row = row_of(活动名称=title, 类别=category)
    assert row.kind == kind
    assert len(found_in(row, "hint")) == hints


@pytest.mark.parametrize(
    "place",
    ["书画室", "书 画 室", "筑梦空间·路演厅", "书画室、多功能厅", "“许顺”人民调解工作室", ""],
)
def test_rooms_of_the_centre_are_known(place):
    assert row_of(地点=place).problems == ()


def test_unknown_room_stays_as_written_with_a_warning():
    row = row_of(地点="社区广场")
    assert (row.place, found_in(row)) == ("社区广场", [("unknown-room", "C2")])


def test_room_with_a_slip_is_suggested():
    (problem,) = row_of(地点="多功能室").problems
    assert (problem.code, problem.field, problem.value) == ("similar-room", "place", "多功能厅")


def test_no_rooms_given_means_none_is_checked():
    (row,) = menu_of(HEADER, ("课", "12月9日 9:00", "广场"), rooms=[]).rows
    assert row.problems == ()


# Rows that are no activities -------------------------------------------------------------------


def test_empty_repeated_and_numbered_rows_are_skipped():
    menu = menu_of(
        ("序号", *HEADER), (1, *GOOD), (), ("序号", *HEADER), (2,), (3, "国画", "12月9日 14:00")
    )
    assert [row.title for row in menu.rows] == ["书法课", "国画"]
    assert not menu.problems


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("合计", "2场", "", ""), "total-row"),
        (("共 12 项活动",), "total-row"),
        (("注：活动如有调整，以现场通知为准",), "note-row"),
        (("制表人：张三", "", "审核：李四"), "note-row"),
        (("第一周",), "note-row"),
    ],
)
def test_totals_and_notes_are_left_out_and_named(row, code):
    menu = menu_of(HEADER, GOOD, row)
    assert len(menu.rows) == 1
    (problem,) = menu.problems
    assert (problem.severity, problem.code, problem.cell) == ("hint", code, "A3")


def test_title_that_begins_like_a_note_is_an_activity():
    (row,) = menu_of(HEADER, ("注册会计师讲座",)).rows
    assert found_in(row) == [("no-when", "B2")]


def test_same_activity_at_the_same_time_is_a_warning():
    menu = menu_of(HEADER, GOOD, ("书法课", "12月9日上午9点-10点", "书画室", ""))
    assert [found_in(row) for row in menu.rows] == [[], [("duplicate", "A3")]]
    assert menu.rows[1].problems[0].params["other"] == 2


# The sheet as a whole --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "code", "cell"),
    [
        ([("购物清单",), ("牛奶", "2")], "no-header", ""),
        ([("活动名称", "地点"), ("书法课", "书画室")], "missing-columns", "A1"),
        ([("日期", "地点"), ("12月9日", "书画室")], "missing-columns", "A1"),
        ([HEADER], "no-rows", "A1"),
        ([("2026年11月活动菜单",), HEADER, GOOD], "other-month", "A1"),
        ([("十一月活动安排",), HEADER, GOOD], "other-month", "A1"),
        ([HEADER, *[GOOD] * 501], "too-many-activities", "A1"),
    ],
)
def test_bad_sheet_is_one_error_with_a_suggestion(rows, code, cell):
    menu = menu_of(*rows)
    (problem,) = menu.problems
    assert (problem.severity, problem.code, problem.cell) == ("error", code, cell)
    assert menu.has_error
    assert problem.suggestion
    assert "%(" not in str(problem)


def test_missing_columns_are_named_with_what_was_found():
    (problem,) = menu_of(("活动名称", "地点"), ("书法课", "书画室")).problems
    assert "活动时间" in str(problem)
    assert "活动名称、地点" in str(problem)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("2026年12月活动菜单", date(2026, 12, 1)),
        ("２０２６年１２月", date(2026, 12, 1)),
        ("二〇二六年十二月", date(2026, 12, 1)),
        ("12月份菜单", date(2026, 12, 1)),
        ("2026.12 活动", date(2026, 12, 1)),
        ("2025年12月", date(2025, 12, 1)),
        ("一月菜单", date(2027, 1, 1)),
        ("十一月、十二月", date(2026, 12, 1)),
        ("12月5日前报名", None),
        ("活动菜单", None),
        ("2026-11-25 制表", None),
    ],
)
def test_month_of_the_title(title, found):
    menu = menu_of((title,), HEADER, GOOD)
    assert menu.month_found == found
    assert menu.has_error == (found not in (None, DECEMBER))


def test_month_of_another_sheet_is_offered():
    (problem,) = menu_of(("2026年11月",), HEADER, ("课", "11月3日 9:00")).problems
    assert problem.value == "2026-11"
    assert "2026-12" in problem.suggestion % problem.params


def test_refused_file_is_a_problem_like_others():
    problem = from_sheet_error(SheetError("far-cell", {"cell": "C1048576"}))
    assert (problem.severity, problem.cell) == ("error", "C1048576")
    assert "C1048576" in str(problem)


def test_places_in_suggestions_are_filled_by_the_params():
    rows = menu_of(HEADER, ("<b>x</b>", "11月9日 9:00", "多功能室", "限30人")).rows
    for problem in rows[0].problems:
        assert "%(" not in problem.suggestion % problem.params


# Onward ----------------------------------------------------------------------------------------


def test_rows_become_blocks_with_ids_of_their_own():
    blocks = month_rows_to_blocks(menu_of(HEADER, GOOD, GOOD).rows)
    assert len({UUID(block["id"]).version for block in blocks}) == 1
    assert len({block["id"] for block in blocks}) == 2
    assert blocks[0]["type"] == "activity"
    assert blocks[0]["value"]["title"] == "书法课"
    assert set(blocks[0]["value"]) == {*LIMITS, "kind", "status"}


VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [*HEADER, "日期", "时间", "12月9日", "每周三", "9:00-10:00", "合计", "注：", "="]
    ),
    st.floats(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.times(),
    st.datetimes(),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(VALUES, max_size=6), max_size=8), st.booleans())
def test_no_sheet_raises(rows, has_header):
    menu = menu_of(
        *([("活动名称", "日期", "时间", "地点", "备注", "类别")] if has_header else []), *rows
    )
    for problem in [*menu.problems, *(one for row in menu.rows for one in row.problems)]:
        assert str(problem)
        assert problem.severity in {"error", "warning", "hint"}
        assert "%(" not in problem.suggestion % problem.params
    assert month_rows_to_blocks(menu.rows) or not menu.rows


def test_every_message_has_a_suggestion():
    assert all(suggestion for _severity, _msgid, suggestion in MESSAGES.values())
