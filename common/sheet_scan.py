"""A look at the XML of an .xlsx before the parser takes it: how far it goes, what has no value.

calamine lays a sheet out as a full rectangle, so that one far cell asks for all memory. Runs in the
child process of sheet_reader.py.
"""

from __future__ import annotations

import io
import zipfile
from typing import IO
from xml.parsers import expat

from defusedxml import DefusedXmlException, ElementTree

WORKBOOK_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
UNREADABLE = (
    zipfile.BadZipFile,
    ElementTree.ParseError,
    expat.ExpatError,
    DefusedXmlException,
    KeyError,
)


class Refused(Exception):
    """The file is not read; `code` says why."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def address(row: int, column: int) -> str:
    """Return the address of a cell, as Excel writes it; row and column count from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


class CellScan:
    """Walks the XML of one worksheet without keeping it: how far it goes, what has no value.

    It reads in the file's own order and stops as soon as there are too many rows or columns.
    """

    def __init__(self, limits: dict) -> None:
        self.limits = limits
        self.row = self.column = self.filled_rows = 0
        self.columns: set[int] = set()
        self.blank_formulas: list[str] = []
        self.far = ""
        self._row_counted = self._in_value = self._has_value = self._has_formula = False

    def run(self, source: IO[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._text
        parser.ParseFile(source)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "row":
            given = attributes.get("r", "")
            self.row = int(given) if given.isdigit() else self.row + 1
            self.column = 0
            self._row_counted = False
        elif tag == "c":
            self._place(attributes.get("r", ""))
            self._in_value = self._has_value = False
            self._has_formula = attributes.get("t") == "e"
        elif tag in {"v", "is"}:
            self._in_value = True
        elif tag == "f":
            self._has_formula = True

    def _place(self, given: str) -> None:
        letters = given.rstrip("0123456789")
        if not letters:
            self.column += 1
            return
        self.column = 0
        for letter in letters.upper()[:4]:
            self.column = self.column * 26 + ord(letter) - 64
        digits = given[len(letters) :]
        if digits:
            self.row = int(digits)

    def _text(self, text: str) -> None:
        if self._in_value and text.strip():
            self._has_value = True

    def _close(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag in {"v", "is"}:
            self._in_value = False
        if tag != "c":
            return
        if self._has_formula and len(self.blank_formulas) < 1_000 and not self._has_value:
            self.blank_formulas.append(address(self.row, self.column))
        if not self._has_value:
            return
        if not self._row_counted:
            self._row_counted = True
            self.filled_rows += 1
        self.columns.add(self.column)
        if self.row > self.limits["rows"] or self.column > self.limits["columns"]:
            self.far = address(self.row, self.column)
        if self.filled_rows > self.limits["rows"]:
            raise Refused("too-many-rows")
        if len(self.columns) > self.limits["columns"]:
            raise Refused("too-many-columns", cell=address(self.row, self.column))


def worksheet_parts(package: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return (name, part) of the visible worksheets of an .xlsx, in their order."""
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {node.get("Id"): node.get("Target", "") for node in relations}
    workbook = ElementTree.fromstring(package.read("xl/workbook.xml"))
    parts = []
    for sheet in workbook.iter(f"{WORKBOOK_NS}sheet"):
        target = targets.get(sheet.get(RELATION_ID), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if sheet.get("state", "visible") == "visible" and "worksheets/" in part:
            parts.append((sheet.get("name", ""), part))
    return parts


def check_open_document(package: zipfile.ZipFile) -> None:
    """Refuse an .ods whose parts are encrypted; its manifest says so, its parts look broken."""
    name = "META-INF/manifest.xml"
    if name in package.namelist() and b"encryption-data" in package.read(name):
        raise Refused("password")


def scan_package(content: bytes, limits: dict) -> tuple[str | None, list[str]]:
    """Return the name of the first filled worksheet of an .xlsx, and its formulas without a value.

    Shape: (None, []) for a package that is no .xlsx; calamine then says what it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            if any(entry.flag_bits & 1 for entry in entries):
                raise Refused("password")
            if sum(entry.file_size for entry in entries) > limits["unpacked"]:
                raise Refused("too-large-inside")
            if "xl/workbook.xml" not in package.namelist():
                check_open_document(package)
                return None, []
            for name, part in worksheet_parts(package):
                scan = CellScan(limits)
                with package.open(part) as source:
                    scan.run(source)
                if scan.far:
                    raise Refused("far-cell", cell=scan.far)
                if scan.filled_rows:
                    return name, scan.blank_formulas
    except UNREADABLE as error:
        raise Refused("damaged") from error
    raise Refused("empty")
