"""Names the columns of a block of cells that was copied without its header (pure)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from common.sheet_reader import Cell, Sheet
from common.sheet_scan import address

from .sheet_columns import find_columns
from .sheet_pairing import slots_in
from .sheet_words import is_room

HOURS = re.compile(r"\s*(?:上午|下午|晚上|早上|中午)?\s*\d{1,2}\s*[:：点时]")
MOST = 0.6  # of the filled cells of a column


def with_header(sheet: Sheet, month: date, rooms: Sequence[str]) -> Sheet:
    """Return the sheet, below a header that tells from the cells what the columns hold.

    A sheet that has a header, or none that can be told, comes back as it is.
    """
    if find_columns(sheet.rows) or not sheet.rows:
        return sheet
    names = _names(sheet, month, rooms)
    if not {"活动名称", "活动时间"} <= set(names):
        return sheet
    header = tuple(
        Cell(address(1, column).rstrip("1"), name, name)
        for column, name in enumerate(names, start=1)
    )
    return replace(sheet, rows=(header, *sheet.rows))


def _names(sheet: Sheet, month: date, rooms: Sequence[str]) -> list[str]:
    columns = [[row[index].text for row in sheet.rows] for index in range(len(sheet.rows[0]))]
    names = [f"第{number}列" for number in range(1, len(columns) + 1)]
    free = [number for number, texts in enumerate(columns) if any(texts)]

    def give(name: str, fits: Callable[[str], bool]) -> bool:
        for number in free:
            filled = [text for text in columns[number] if text]
            if sum(map(fits, filled)) >= MOST * len(filled):
                names[number] = name
                free.remove(number)
                return True
        return False

    give("序号", str.isdigit)
    has_moment = give("活动时间", lambda text: bool(slots_in(text, month)) and has_hours(text))
    if not has_moment and give("日期", lambda text: bool(slots_in(text, month))):
        give("活动时间", lambda text: bool(HOURS.match(text)))
        if "活动时间" not in names:
            names[names.index("日期")] = "活动时间"
    give("地点", lambda text: is_room(text, rooms))
    give("活动名称", lambda text: not text.isdigit())
    return names


def has_hours(text: str) -> bool:
    """Whether a text tells hours beside its days."""
    return bool(re.search(r"\d\s*[:：点时]|全天", text))
