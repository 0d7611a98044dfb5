"""A menu as a sheet: to fill in, to work on, or back with what was found (with openpyxl).

Every cell is text, also one that begins with = + - @, so that Excel neither counts with it nor
makes dates of it. The last two columns are hidden: the id of the menu's row, and what the row said
when the sheet was written (sheet_bases.py).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .sheet_findings import ERROR, HINT, WARNING
from .sheet_rows import STATUS_WORDS

# Field, name of the column, width in characters.
COLUMNS = (
    ("title", "活动名称", 26),
    ("when", "活动时间", 30),
    ("place", "地点", 16),
    ("kind", "类别", 10),
    ("audience", "活动对象", 16),
    ("capacity", "名额", 10),
    ("fee", "收费", 12),
    ("sign_up", "报名方式", 16),
    ("presenter", "主讲", 16),
    ("contact", "联系电话", 16),
    ("summary", "活动简介", 40),
    ("series", "课程系列", 16),
    ("status", "活动状态", 10),
    ("reason", "取消原因", 20),
    ("id", "系统编号", 10),
    ("base", "系统底稿", 10),
)
HIDDEN = {"id", "base"}
AFTERWARDS = {"status", "reason"}  # nothing to fill in before something was public
OPTIONS_SHEET = "选项"
ROWS_WITH_LISTS = 500
STATUS_NAMES = {code: word for word, code in STATUS_WORDS.items() if word}
FILLS = {
    ERROR: PatternFill("solid", fgColor="F8CBCB"),
    WARNING: PatternFill("solid", fgColor="FCE8B2"),
    HINT: PatternFill("solid", fgColor="E3EEF9"),
}
HEADER_FILL = PatternFill("solid", fgColor="EDEDED")
THIN = Side(style="thin", color="C8C8C8")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


@dataclass(frozen=True)
class Remark:
    """What is said about one cell."""

    severity: str
    text: str


@dataclass(frozen=True)
class WrittenRow:
    """One row: a text for each field, and remarks by field."""

    values: Mapping[str, str]
    remarks: Mapping[str, Remark] = field(default_factory=dict)


def write(
    title: str,
    rows: Iterable[WrittenRow],
    *,
    lists: Mapping[str, Sequence[str]],
    with_status: bool = True,
) -> bytes:
    """Return the octets of an .xlsx; `lists` gives the drop-down of a field."""
    columns = [one for one in COLUMNS if with_status or one[0] not in AFTERWARDS]
    workbook = Workbook()
    worksheet = workbook.active
    worksheet.title = "活动菜单"
    _write_head(worksheet, title, columns)
    for number, row in enumerate(rows, start=3):
        for column, (name, _label, _width) in enumerate(columns, start=1):
            cell = worksheet.cell(number, column)
            _put(cell, row.values.get(name, ""))
            cell.border = BORDER
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if name in row.remarks:
                _remark(cell, row.remarks[name])
    _offer(workbook, worksheet, columns, lists)
    octets = io.BytesIO()
    workbook.save(octets)
    return octets.getvalue()


def _write_head(worksheet, title: str, columns) -> None:
    last = get_column_letter(sum(name not in HIDDEN for name, _label, _width in columns))
    worksheet.merge_cells(f"A1:{last}1")
    _put(worksheet["A1"], title)
    worksheet["A1"].font = Font(size=16, bold=True)
    worksheet.row_dimensions[1].height = 30
    for column, (name, label, width) in enumerate(columns, start=1):
        cell = worksheet.cell(2, column, label)
        cell.font, cell.fill, cell.border = Font(bold=True), HEADER_FILL, BORDER
        letter = get_column_letter(column)
        dimension = worksheet.column_dimensions[letter]
        dimension.width, dimension.hidden, dimension.number_format = width, name in HIDDEN, "@"
    worksheet.freeze_panes = "B3"


def _put(cell, text: str) -> None:
    """Write a text that stays one, whatever it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.number_format = "@"
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"


def _remark(cell, remark: Remark) -> None:
    cell.fill = FILLS[remark.severity]
    comment = Comment(ILLEGAL_CHARACTERS_RE.sub("", remark.text), "常来")
    comment.width, comment.height = 320, 120
    cell.comment = comment


def _offer(workbook, worksheet, columns, lists: Mapping[str, Sequence[str]]) -> None:
    """Give columns their drop-downs; anything else may be written too."""
    options = workbook.create_sheet(OPTIONS_SHEET)
    options.sheet_state = "hidden"
    names = [name for name, _label, _width in columns]
    for place, (name, texts) in enumerate(lists.items(), start=1):
        if name not in names or not texts:
            continue
        for number, text in enumerate(texts, start=1):
            _put(options.cell(number, place), text)
        source = get_column_letter(place)
        rule = DataValidation(
            type="list", formula1=f"{OPTIONS_SHEET}!${source}$1:${source}${len(texts)}"
        )
        rule.showErrorMessage = False
        letter = get_column_letter(names.index(name) + 1)
        rule.add(f"{letter}3:{letter}{2 + ROWS_WITH_LISTS}")
        worksheet.add_data_validation(rule)
