"""Reads a stranger's sheet (.xlsx .xls .ods .csv) at arm's length: in a child process with limits.

python-calamine aborts the whole process when a file asks for too much memory; here only the child
dies, and the caller gets a `SheetError` with one sentence and a suggestion. Knows no Django:
message texts are English msgids, translated where they are shown.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from common.sheet_scan import address

LIMITS = {
    "file": 5 * 1024 * 1024,  # octets
    "rows": 2_000,
    "columns": 60,
    "cell": 10_000,  # characters
    "text": 20_000_000,  # characters in all cells
    "unpacked": 200 * 1024 * 1024,  # octets of a package
    "output": 100 * 1024 * 1024,  # octets of the child's answer
    "memory": 1024**3,
    "cpu_seconds": 15,
    "wall_seconds": 20,
}
PROJECT_ROOT = Path(__file__).resolve().parent.parent
# -I: neither the environment nor the current folder can change what the child imports.
CHILD = "import sys; sys.path.append(sys.argv.pop()); from {module} import main; main()"

CellValue = str | float | int | bool | date | datetime | time | None


def gettext_noop(message: str) -> str:
    """Mark a text for the message catalogues and return it as it is."""
    return message


SAVE_AS_XLSX = gettext_noop("Open the file in Excel or WPS, save it as .xlsx and upload that file.")
COPY_TO_NEW = gettext_noop(
    "Copy the table alone into a new, empty sheet, save it as .xlsx and upload that file."
)

MESSAGES: dict[str, tuple[str, str]] = {
    "too-big": (
        gettext_noop("The file is larger than %(limit)s MB."),
        gettext_noop("Remove pictures and other sheets from the file, or split it in two."),
    ),
    "empty": (
        gettext_noop("The file holds no table: every cell is empty."),
        gettext_noop("Check that you chose the right file, and that it was saved."),
    ),
    "not-a-sheet": (
        gettext_noop("“%(file)s” is no sheet that can be read here (.xlsx, .xls, .ods, .csv)."),
        SAVE_AS_XLSX,
    ),
    "damaged": (gettext_noop("The file is damaged or not complete."), SAVE_AS_XLSX),
    "password": (
        gettext_noop("The file is protected with a password."),
        gettext_noop("Save a copy without a password and upload that copy."),
    ),
    "too-many-rows": (
        gettext_noop("The sheet has more than %(limit)s rows."),
        gettext_noop("Upload one month of one centre at a time."),
    ),
    "too-many-columns": (
        gettext_noop("The sheet has more than %(limit)s columns: cell %(cell)s."),
        gettext_noop("Delete the columns to the right of the table."),
    ),
    "far-cell": (
        gettext_noop("Cell %(cell)s lies far outside the table."),
        gettext_noop("Clear this cell, or delete all rows below and columns beside the table."),
    ),
    "cell-too-long": (
        gettext_noop("Cell %(cell)s has %(length)s characters; at most %(limit)s are possible."),
        gettext_noop("Shorten the text of this cell."),
    ),
    "too-large-inside": (
        gettext_noop("The file is small but unfolds to far more than a month's menu."),
        COPY_TO_NEW,
    ),
    "too-slow": (gettext_noop("Reading the file takes too long."), COPY_TO_NEW),
    "reader-failed": (gettext_noop("The file could not be read."), COPY_TO_NEW),
}
LIMIT_SHOWN = {"too-many-rows": "rows", "too-many-columns": "columns", "cell-too-long": "cell"}


class SheetError(Exception):
    """A file is not read. `msgid % params` is the sentence, `suggestion` what to do about it.

    Attributes:
        code: a key of `MESSAGES`.
        params: values for the sentence; "cell" is the address where one cell is the reason.
    """

    def __init__(self, code: str, params: dict[str, object] | None = None) -> None:
        self.code = code
        self.params = params or {}
        self.msgid, self.suggestion = MESSAGES[code]
        super().__init__(self.msgid % self.params)

    @property
    def cell(self) -> str:
        """Address of the cell that is the reason, or ""."""
        return str(self.params.get("cell", ""))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: where it is, what it holds, how a person reads it."""

    address: str
    value: CellValue = None
    text: str = ""


@dataclass(frozen=True)
class Sheet:
    """The first filled worksheet of a file.

    Attributes:
        rows: from row 1 on, all equally long; trailing empty rows and columns are left out.
        blank_formulas: addresses of formulas that the file holds no result of.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    blank_formulas: frozenset[str] = field(default_factory=frozenset)


# Marks without a width, and marks that turn the direction of a line, hide what a cell says. The
# joiner U+200D stays: emoji are made with it.
HIDDEN_SIGNS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
EXCEL_ESCAPE = re.compile("_x00(0[0-9A-Fa-f]|1[0-9A-Fa-f]|7F)_")


def clean_text(text: str) -> str:
    """Return a text without control signs, in NFC, line breaks as LF, trimmed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    text = EXCEL_ESCAPE.sub("", text).replace("\t", " ").replace("\xa0", " ")
    text = unicodedata.normalize("NFC", HIDDEN_SIGNS.sub("", text))
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def value_text(value: CellValue) -> str:
    """Return what a person reads in a cell: "2026-12-08 14:00", "40", "TRUE", ""."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case float():
            return f"{value:.10g}"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "seconds" if value.second else "minutes")
        case time():
            return value.isoformat("seconds" if value.second else "minutes")
        case str():
            return clean_text(value)
    return str(value)


def read_sheet(file_name: str, content: bytes) -> Sheet:
    """Return the first filled, visible worksheet of a file.

    Formulas give the result that the file holds; text stays text, also when it begins with = or
    holds markup. A cell merged over several rows counts for each of them that has something of
    its own.

    Raises:
        SheetError: the file is no sheet, protected, empty or beyond `LIMITS`.
    """
    if len(content) > LIMITS["file"]:
        raise SheetError("too-big", {"limit": LIMITS["file"] // 1024**2})
    if not content.strip():
        raise SheetError("empty")
    request = {"file_name": file_name, "limits": LIMITS}
    answer = ask_child("common.sheet_child", request, content)
    code = answer.get("error")
    if code in MESSAGES:
        params = {**answer.get("params", {}), "file": file_name}
        if code in LIMIT_SHOWN:
            params["limit"] = LIMITS[LIMIT_SHOWN[code]]
        raise SheetError(code, params)
    rows = tuple(_trimmed(answer["rows"]))
    if not rows:
        raise SheetError("empty")
    return Sheet(answer["name"], rows, frozenset(answer["blank_formulas"]))


def ask_child(module: str, request: dict, content: bytes) -> dict:
    """Return what a module of ours answers in a process of its own that has limits.

    Raises:
        SheetError: it came to no answer.
    """
    code = CHILD.format(module=module)
    command = [sys.executable, "-I", "-c", code, json.dumps(request), str(PROJECT_ROOT)]
    # The answer goes to a file, whose size the system limits: a mad child cannot fill our memory.
    with tempfile.TemporaryFile() as output:
        try:
            ended = subprocess.run(  # noqa: S603 - the program is ours, the file comes on its input
                command,
                input=content,
                stdout=output,
                stderr=subprocess.DEVNULL,
                timeout=LIMITS["wall_seconds"],
                env={key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ},
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise SheetError("too-slow") from error
        if ended.returncode != 0:
            raise SheetError(_cause_of_death(ended.returncode))
        output.seek(0)
        try:
            return json.loads(output.read(LIMITS["output"]))
        except ValueError as error:
            raise SheetError("reader-failed") from error


def _cause_of_death(return_code: int) -> str:
    if return_code == -getattr(signal, "SIGXCPU", 0):
        return "too-slow"
    # Rust aborts when memory is refused; the system kills when it runs out.
    if return_code in {-signal.SIGABRT, -getattr(signal, "SIGKILL", 0), -signal.SIGSEGV}:
        return "too-large-inside"
    return "reader-failed"


def _unpacked(value: object) -> CellValue:
    if isinstance(value, dict):
        kind: type[date | time] = {"date": date, "datetime": datetime, "time": time}[value["type"]]
        return kind.fromisoformat(value["iso"])
    return value  # type: ignore[return-value]  # JSON gives str, int, float, bool or None here


def _trimmed(rows: list[list[object]]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows as cells, without the empty columns and rows at the end."""
    values = [[_unpacked(value) for value in row] for row in rows]
    texts = [[value_text(value) for value in row] for row in values]
    filled = [
        (row, column) for row, line in enumerate(texts) for column, text in enumerate(line) if text
    ]
    if not filled:
        return
    height = max(row for row, _ in filled) + 1
    width = max(column for _, column in filled) + 1
    for row in range(height):
        line = list(zip(values[row], texts[row], strict=True))[:width]
        line += [(None, "")] * (width - len(line))
        yield tuple(
            Cell(address(row + 1, column), value if text else None, text)
            for column, (value, text) in enumerate(line, start=1)
        )
