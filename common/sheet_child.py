"""What the child process does that opens a stranger's sheet; started by sheet_reader.py.

What happens here (a crash of the parser, a file that wants all memory) ends with this process. The
file comes on standard input, its name and the limits as one JSON object in the first argument. One
JSON object goes to standard output: `{"name", "rows", "blank_formulas"}`, or `{"error", "params"}`
with a code of `sheet_reader.MESSAGES`.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import math
import re
import sys
from itertools import islice
from pathlib import Path

from common.sheet_scan import Refused, address, scan_package

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_SUFFIXES = {".csv", ".tsv", ".txt"}
# What many programs save as ".xls" and Excel opens with a warning.
MARKUP_FILE = re.compile(r"\s*<(?:html|!doctype|\?xml|table|meta|head)\b", re.IGNORECASE)
CONTROL_SIGNS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def apply_limits(limits: dict) -> None:
    """Bound memory, processor time and output of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the parent's wall clock is the only limit
        return
    for name, value in (
        ("RLIMIT_AS", limits["memory"]),
        ("RLIMIT_CPU", limits["cpu_seconds"]),
        ("RLIMIT_FSIZE", limits["output"]),
        ("RLIMIT_CORE", 0),
    ):
        try:
            resource.setrlimit(getattr(resource, name), (value, value))
        except (ValueError, OSError):  # a lower hard limit is already set
            continue


# Text ------------------------------------------------------------------------------------------


def decode(content: bytes) -> str:
    """Return the text of a .csv file: UTF-8 and UTF-16 with their mark, UTF-8, else GB18030."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL_SIGNS.search(text):
            return text
    raise Refused("not-a-sheet")


def text_rows(content: bytes, limits: dict) -> list[list[object]]:
    """Return the rows of a .csv file, separated by commas, semicolons or tabs."""
    text = decode(content)
    if MARKUP_FILE.match(text):
        raise Refused("not-a-sheet")
    sample = text[:20_000]
    delimiter = max(",\t;", key=sample.count)
    csv.field_size_limit(len(text) + 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[object]] = []
    filled = 0
    for row in reader:
        rows.append(list(row))
        filled += any(cell.strip() for cell in row)
        if filled > limits["rows"]:
            raise Refused("too-many-rows")
    return rows


# Workbooks -------------------------------------------------------------------------------------


def open_sheet(content: bytes, name: str | None):
    """Return the wanted worksheet of calamine, or the first visible one that has a value."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    if name is not None:
        return workbook.get_sheet_by_name(name)
    for sheet in workbook.sheets_metadata:
        if sheet.visible != SheetVisibleEnum.Visible or sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        found = workbook.get_sheet_by_name(sheet.name)
        if found.end is not None:
            return found
    raise Refused("empty")


def check_extent(sheet, limits: dict) -> None:
    """Refuse a sheet that goes too far; only its values are counted, not its formatting."""
    last_row, last_column = sheet.end
    if last_row < limits["rows"] and last_column < limits["columns"]:
        return
    if last_row >= limits["rows"]:
        filled = sum(any(cell != "" for cell in row) for row in sheet.iter_rows())
        if filled > limits["rows"]:
            raise Refused("too-many-rows")
        raise Refused("far-cell", cell=address(last_row + 1, last_column + 1))
    raise Refused("too-many-columns", cell=address(last_row + 1, last_column + 1))


def fill_merged_down(rows: list[list[object]], ranges: list | None) -> None:
    """Repeat a cell that is merged over several rows in each of them that has something of its own.

    A place written once beside three activities means all three; Excel keeps it in the first row.
    """
    own = [any(cell != "" for cell in row) for row in rows]
    for (top, left), (bottom, _right) in ranges or []:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for number in range(top + 1, min(bottom + 1, len(rows))):
            if own[number] and left < len(rows[number]) and rows[number][left] == "":
                rows[number][left] = rows[top][left]


def workbook_rows(content: bytes, limits: dict) -> tuple[str, list[list[object]], list[str]]:
    """Return name, rows and formulas without a value of the first filled worksheet."""
    name: str | None = None
    blank_formulas: list[str] = []
    if content.startswith(ZIP_MAGIC):
        name, blank_formulas = scan_package(content, limits)
    elif "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused("password")
    sheet = open_sheet(content, name)
    if sheet.end is None:
        raise Refused("empty")
    check_extent(sheet, limits)
    rows = sheet.to_python(skip_empty_area=False)
    fill_merged_down(rows, sheet.merged_cell_ranges)
    return sheet.name, rows, blank_formulas


# The way back ----------------------------------------------------------------------------------


def packed(value: object) -> object:
    """Return a value as JSON can carry it; moments as `{"type": "date", "iso": "2026-12-08"}`."""
    if isinstance(value, datetime.timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    for kind in (datetime.datetime, datetime.date, datetime.time):
        if isinstance(value, kind):
            return {"type": kind.__name__, "iso": value.isoformat()}
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if value != "" else None


def check_cells(rows: list[list[object]], limits: dict) -> None:
    total = 0
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if not isinstance(value, str):
                continue
            total += len(value)
            if len(value) > limits["cell"]:
                raise Refused("cell-too-long", cell=address(number, column), length=len(value))
            if total > limits["text"]:
                raise Refused("too-large-inside")
            if value and column > limits["columns"]:
                raise Refused("too-many-columns", cell=address(number, column))


def read(file_name: str, content: bytes, limits: dict) -> dict:
    """Return the answer for a file; see the top of this module."""
    if content.startswith((ZIP_MAGIC, OLE_MAGIC)):
        name, rows, blank_formulas = workbook_rows(content, limits)
    elif Path(file_name).suffix.lower() in TEXT_SUFFIXES:
        name, rows, blank_formulas = "", text_rows(content, limits), []
    else:
        raise Refused("not-a-sheet")
    check_cells(rows, limits)
    cells = [[packed(value) for value in islice(row, limits["columns"])] for row in rows]
    return {"name": name, "rows": cells, "blank_formulas": blank_formulas}


def refusal(error: BaseException) -> dict:
    """Return the answer for whatever went wrong, the parser's own panics included."""
    if isinstance(error, Refused):
        return {"error": error.code, "params": error.params}
    if isinstance(error, MemoryError):
        return {"error": "too-large-inside", "params": {}}
    if type(error).__name__ == "PasswordError":
        return {"error": "password", "params": {}}
    if "detect file format" in str(error):
        return {"error": "not-a-sheet", "params": {}}
    return {"error": "damaged", "params": {}}


def main() -> None:
    """Read the file on standard input, write the answer to standard output."""
    request = json.loads(sys.argv[1])
    apply_limits(request["limits"])
    try:
        answer = read(request["file_name"], sys.stdin.buffer.read(), request["limits"])
    except BaseException as error:  # a panic of the parser is a BaseException
        answer = refusal(error)
    sys.stdout.write(json.dumps(answer))
