"""Sheets: checking 2,000 rows, beyond reading the file"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from statistics import median

from bench.frame import Bench, Line, seconds
from brands.bringing_views import BringCentresView
from brands.centre_plans import CentrePlan
from brands.centre_sheets import read_centres
from common.models import Kind
from common.sheet_reader import Cell, Sheet
from common.sheet_tables import find_table
from events.sheet_check import SheetCheck, SheetRows
from events.sheets import KindWords, read_menu
from tests.factories import brands

ROWS = 2_000
MOST = 0.5  # ms of processor time a row
ROUNDS = 5
MONTH = date(2027, 12, 1)


def measure(bench: Bench) -> Iterator[Line]:
    yield line("rows of a month's sheet", menu_check())
    yield line("rows of a sheet of centres", centre_check())


def line(name: str, check: Callable[[], object]) -> Line:
    check()
    cost = median(seconds(check) for _ in range(ROUNDS)) / ROWS * 1000
    return Line(name, f"{cost:.2f} ms a row", f"at most {MOST} ms", cost <= MOST)


def menu_check() -> Callable[[], object]:
    """Return what reads and checks a month's sheet against an empty month."""
    centre = brands.make_centre()
    rooms = list(centre.facilities.values_list("name", flat=True))
    kinds = [KindWords(one.code, one.name, one.words) for one in Kind.objects.all()]
    lines = [("活动名称", "时间", "地点", "对象", "简介")] + [
        (f"书法入门第{n}班", f"12月{1 + n % 28}日 14:00-15:30", "书画室", "老年人", "请自带毛笔。")
        for n in range(ROWS)
    ]
    sheet = Sheet("活动菜单", cells_of(lines))

    def check():
        read = read_menu(sheet, month=MONTH, kinds=kinds, rooms=rooms)
        rows = SheetRows(month=MONTH, source="", rows=read.rows, fields=read.fields)
        found = SheetCheck(centre, rows, rooms)
        if len(found.good_rows) != ROWS:
            raise RuntimeError("The rows are not good.")

    return check


def centre_check() -> Callable[[], object]:
    """Return what checks a sheet of new centres, the check before publication included."""
    area = brands.make_area()
    lines = [("编号", "中心名称", "层级", "地址", "电话", "开放时间")] + [
        (
            f"N{n}",
            f"第{n}社区服务中心",
            "社区",
            f"幸福路{n}号",
            "010-69370001",
            "周一至周五 8:30-17:30",
        )
        for n in range(ROWS)
    ]
    table = find_table(cells_of(lines), BringCentresView.columns, BringCentresView.needed)

    def check():
        if CentrePlan(read_centres(table), area).counts["new"] != ROWS:
            raise RuntimeError("The rows are not new.")

    return check


def cells_of(lines) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(Cell(f"{chr(65 + column)}{row}", text, text) for column, text in enumerate(line))
        for row, line in enumerate(lines, start=1)
    )
