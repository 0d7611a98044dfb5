"""Rows of a month's sheet to rows of a menu (pure).

A sheet comes from `common.sheet_reader.read_sheet`; nothing is stored here, and nothing is thrown
away silently: what is not read is named among the problems.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from common.sheet_reader import Cell, Sheet

from .sheet_columns import Columns, find_columns
from .sheet_findings import ERROR, Problem, found, from_sheet_error
from .sheet_menu import MenuContext, MenuRow
from .sheet_rows import read_row
from .sheet_words import KindWords

__all__ = [
    "KindWords",
    "MenuRow",
    "MenuSheet",
    "Problem",
    "from_sheet_error",
    "month_rows_to_blocks",
    "read_menu",
]

MAX_ACTIVITIES = 500  # as many as the menu editor takes
EXAMPLE = "示例："
TOTAL = re.compile(r"(?:合计|总计|小计|共计|总共|共\s*\d+\s*[项场次个])")
NOTE = re.compile(
    r"(?:注|备注|说明|温馨提示|提示|制表人?|填表人?|填报人?|审核人?|报送单位|联系人|联系电话|咨询电话)"
    r"\s*[:：]|以上|※|\*|【|第.{1,3}周$"
)
CHINESE_MONTHS = {
    word: number
    for number, word in enumerate(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1
    )
}
CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
MONTH_IN_WORDS = re.compile(
    r"(?:(?P<year>20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年)?"
    r"(?<!\d)(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!\d{1,2}[日号])"
)
MONTH_IN_FIGURES = re.compile(r"(?<!\d)(?P<year>20\d\d)[.\-/](?P<month>1[0-2]|0?[1-9])(?![\d.\-/])")


@dataclass(frozen=True)
class MenuSheet:
    """A month's sheet as read.

    Attributes:
        problems: about the sheet as a whole; those about a row are with the row.
        month_found: first day of the month that the title names, None when it names none.
        title: text of the first filled row above the column names, "" without one.
        fields: the fields of a row that the sheet has a column for.
    """

    rows: list[MenuRow]
    problems: list[Problem]
    month_found: date | None = None
    title: str = ""
    fields: tuple[str, ...] = ()

    @property
    def has_error(self) -> bool:
        """Whether the sheet as a whole cannot be saved; rows are asked one by one."""
        return any(problem.severity == ERROR for problem in self.problems)


def read_menu(
    sheet: Sheet, *, month: date, kinds: Sequence[KindWords], rooms: Sequence[str]
) -> MenuSheet:
    """Return what a sheet says for the menu of a month.

    Problems are told, never raised. `month` is any day of the menu's month.
    """
    month = month.replace(day=1)
    columns = find_columns(sheet.rows)
    if columns is None:
        return MenuSheet([], [found("no-header", "", found=_beginning(sheet.rows))])
    above = [cell for row in sheet.rows[: columns.header_row] for cell in row if cell.text]
    title = above[0].text if above else ""
    if columns.missing:
        return MenuSheet([], [_missing(columns)], title=title)
    month_cell, month_found = _month_above(above, month)
    problems = []
    if month_found and month_found != month:
        problems.append(_other_month(month_cell, month_found, month))
    # Where the whole sheet is of another month, saying so of each row helps nobody.
    context = MenuContext(
        month, kinds, tuple(rooms), sheet.blank_formulas, checks_month=not problems
    )
    rows = _read_rows(sheet, columns, context, problems)
    return MenuSheet(_with_duplicates(rows), problems, month_found, title, columns.block_fields)


def _read_rows(
    sheet: Sheet, columns: Columns, context: MenuContext, problems: list[Problem]
) -> list[MenuRow]:
    """Return the rows below the header; what concerns them together is added to `problems`."""
    if columns.unknown:
        names = "、".join(f"{cell.text[:20]} ({cell.address})" for cell in columns.unknown)
        problems.append(found("unknown-columns", columns.unknown[0].address, columns=names))
    body = sheet.rows[columns.first_row :]
    rows = [read_row(row, columns, context) for row in _activities(body, columns, problems)]
    header = columns.headers[0].address
    if not rows:
        problems.append(found("no-rows", header, row=columns.first_row))
    if len(rows) > MAX_ACTIVITIES:
        problem = found("too-many-activities", header, count=len(rows), limit=MAX_ACTIVITIES)
        problems.append(problem)
    return rows


def month_rows_to_blocks(rows: Iterable[MenuRow]) -> list[dict]:
    """Return rows as raw data of the menu's StreamField; a row without an id gets one."""
    return [
        {"type": "activity", "id": row.id or str(uuid4()), "value": row.values()} for row in rows
    ]


def _beginning(rows: Sequence[Sequence[Cell]]) -> str:
    texts = [cell.text.replace("\n", " ")[:20] for row in rows[:10] for cell in row if cell.text]
    return "、".join(texts[:8])


def _missing(columns: Columns) -> Problem:
    names = "、".join(cell.text[:20] for cell in columns.headers if cell.text)
    address = columns.headers[0].address
    return found("missing-columns", address, missing="、".join(columns.missing), found=names)


# The month of the title ------------------------------------------------------------------------


def months_in(text: str, near: date) -> list[date]:
    """Return the months that a title names, each as its first day.

    A month without a year is the one nearest to `near`; "12月5日" names a day, not a month.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    months = []
    for pattern in (MONTH_IN_WORDS, MONTH_IN_FIGURES):
        for match in pattern.finditer(plain):
            number = CHINESE_MONTHS.get(match["month"]) or int(match["month"])
            year = match["year"]
            if year:
                months.append(date(int(year.translate(CHINESE_DIGITS)), number, 1))
            else:
                months.append(_nearest(number, near))
    return months


def _nearest(number: int, near: date) -> date:
    candidates = [date(near.year + step, number, 1) for step in (0, 1, -1)]
    return min(candidates, key=lambda one: abs((one - near).days))


def _month_above(above: Sequence[Cell], month: date) -> tuple[Cell | None, date | None]:
    """Return the cell and the month that the title rows name; the wanted one wins over others."""
    named = [(cell, one) for cell in above for one in months_in(cell.text, month)]
    fitting = [pair for pair in named if pair[1] == month]
    best = fitting or named
    return best[0] if best else (None, None)


def _other_month(cell: Cell | None, month_found: date, wanted: date) -> Problem:
    return found(
        "other-month",
        cell.address if cell else "",
        text=cell.text[:60] if cell else "",
        found=f"{month_found:%Y-%m}",
        wanted=f"{wanted:%Y-%m}",
        value=f"{month_found:%Y-%m}",
    )


# Which rows are activities ---------------------------------------------------------------------


def _activities(
    rows: Sequence[Sequence[Cell]], columns: Columns, problems: list[Problem]
) -> Iterator[Sequence[Cell]]:
    """Yield the rows that are activities; say of totals and notes that they are left out."""
    used = {index for indexes in columns.fields.values() for index in indexes}
    for row in rows:
        filled = [cell for cell in row if cell.text]
        if not filled or columns.repeated_in(row):
            continue
        code = _left_out_as(filled, is_empty=not any(row[index].text for index in used))
        if code is None:
            yield row
        elif code:
            number = int(re.sub(r"\D", "", row[0].address))
            problems.append(found(code, filled[0].address, row=number, text=filled[0].text[:60]))


def _left_out_as(filled: Sequence[Cell], *, is_empty: bool) -> str | None:
    """Return the code of the hint for a row that is no activity, "" for none, None if it is one."""
    text = filled[0].text
    if text.startswith(EXAMPLE):
        return "example-row"
    if TOTAL.match(text):
        return "total-row"
    if is_empty and len(filled) == 1 and text.isdigit():
        return ""  # forms come with their numbers printed in advance
    if is_empty or all(NOTE.match(cell.text) for cell in filled):
        return "note-row"
    return None


def _with_duplicates(rows: Sequence[MenuRow]) -> list[MenuRow]:
    """Return the rows, those that say the same as an earlier one with a warning."""
    seen: dict[tuple[str, object], int] = {}
    result = []
    for row in rows:
        key = (row.title, row.slots or row.when)
        if row.title and row.when and key in seen:
            cell = row.cells.get("title", "")
            warning = found("duplicate", cell, about="title", other=seen[key])
            row = replace(row, problems=(*row.problems, warning))
        seen.setdefault(key, row.row_number)
        result.append(row)
    return result
