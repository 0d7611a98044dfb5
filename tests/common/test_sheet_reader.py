"""Sheets that strangers made: what is read of them, and the one sentence for those that are not."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common import sheet_reader
from common.sheet_reader import LIMITS, MESSAGES, SheetError, clean_text, read_sheet, value_text
from tests.factories.sheet_files import compound, ods, ods_of, ods_xml, saved, xls, xlsx

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
ROWS = (("活动名称", "活动时间"), ("书法课", "每周三 9:00-10:00"))


def texts(sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def refused(file_name: str, content: bytes) -> SheetError:
    with pytest.raises(SheetError) as caught:
        read_sheet(file_name, content)
    return caught.value


# What is read ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file_name", "content"),
    [
        ("a.xlsx", xlsx(*ROWS)),
        ("a.xls", xls(*ROWS)),
        ("a.ods", ods(*ROWS)),
        ("a.csv", "\n".join(",".join(row) for row in ROWS).encode()),
        ("a.csv", "\r\n".join(",".join(row) for row in ROWS).encode("utf-8-sig")),
        ("a.csv", "\r\n".join(",".join(row) for row in ROWS).encode("gb18030")),
        ("A.CSV", "\r\n".join(";".join(row) for row in ROWS).encode("gb18030")),
        ("a.txt", "\r\n".join("\t".join(row) for row in ROWS).encode("utf-16")),
    ],
    ids=["xlsx", "xls", "ods", "utf-8", "bom", "gb18030", "semicolons", "unicode-text"],
)
def test_each_kind_of_file_gives_the_same_cells(file_name, content):
    assert texts(read_sheet(file_name, content)) == [list(row) for row in ROWS]


def test_content_decides_over_the_name():
    assert texts(read_sheet("menu.csv", xlsx(*ROWS))) == [list(row) for row in ROWS]


def test_csv_of_chinese_excel_says_the_same_as_the_workbook():
    workbook = read_sheet("a.xlsx", (SHEETS / "menu-dream-space-2026-12.xlsx").read_bytes())
    table = read_sheet("a.csv", (SHEETS / "menu-dream-space-2026-12.gb18030.csv").read_bytes())
    same = [row for row in texts(workbook)[1:] if row[0] != "技能“传帮带”：公文写作"]
    assert [row for row in texts(table) if row[0] != "技能“传帮带”：公文写作"] == same


def test_addresses_count_blank_rows_and_columns():
    sheet = read_sheet("a.xlsx", xlsx(cells={"C7": "书法课", "AA9": "x"}))
    assert sheet.rows[6][2].text == "书法课"
    assert sheet.rows[6][2].address == "C7"
    assert sheet.rows[8][26].address == "AA9"
    assert {len(row) for row in sheet.rows} == {27}


def test_values_keep_their_kind():
    moment = datetime.fromisoformat("2026-12-08 14:00")
    row = (40, 1.5, True, date(2026, 12, 8), moment, time(14, 30))
    sheet = read_sheet("a.xlsx", xlsx(row))
    assert [cell.value for cell in sheet.rows[0]] == list(row)
    assert texts(sheet)[0] == ["40", "1.5", "TRUE", "2026-12-08", "2026-12-08 14:00", "14:30"]


def test_length_of_time_is_text():
    assert texts(read_sheet("a.xlsx", xlsx((timedelta(hours=1, minutes=30),)))) == [["1:30"]]


@pytest.mark.parametrize("text", ["=1+1", "+86 10 6937", "-", "@全体", "<b>书法</b>", "1-2"])
def test_text_stays_text(text):
    workbook = openpyxl.Workbook()
    cell = workbook.active["A1"]
    cell.value = text
    cell.data_type = "s"
    assert texts(read_sheet("a.xlsx", saved(workbook))) == [[text]]
    assert texts(read_sheet("a.csv", f"{text}\n".encode())) == [[text]]


def test_formula_without_result_is_told_by_its_address():
    sheet = read_sheet("a.xlsx", xlsx(("书法课", "=1+1")))
    assert sheet.blank_formulas == {"B1"}


def test_cell_merged_over_rows_counts_for_each_filled_row():
    sheet = read_sheet(
        "a.xlsx", xlsx(("书法", "书画室"), ("国画",), (), merged=("B1:B3",), cells={"A4": "舞蹈"})
    )
    assert texts(sheet) == [["书法", "书画室"], ["国画", "书画室"], ["", ""], ["舞蹈", ""]]


def test_first_filled_visible_worksheet_is_read():
    workbook = openpyxl.Workbook()
    hidden = workbook.create_sheet("隐藏", 0)
    hidden["A1"] = "秘密"
    hidden.sheet_state = "hidden"
    workbook.create_sheet("十二月")["A1"] = "书法课"
    sheet = read_sheet("a.xlsx", saved(workbook))
    assert (sheet.name, texts(sheet)) == ("十二月", [["书法课"]])


def test_formatting_far_below_does_no_harm():
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "书法课"
    workbook.active["XFD1048576"].font = openpyxl.styles.Font(bold=True)
    assert texts(read_sheet("a.xlsx", saved(workbook))) == [["书法课"]]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  书法\u3000", "书法"),
        ("a\r\nb\rc\vd", "a\nb\nc\nd"),
        ("书\x00法\x1f\u200b\ufeff", "书法"),
        ("\u202eevil", "evil"),
        ("e\u0301", "\u00e9"),
        ("a_x000D_\nb", "a\nb"),
        ("👩\u200d🎨 画", "👩\u200d🎨 画"),
        ("甲\xa0乙\t丙", "甲 乙 丙"),
    ],
)
def test_text_is_cleaned(written, read):
    assert clean_text(written) == read


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (40.0, "40"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (13800138000.0, "13800138000"),
        (1e300, "1e+300"),
        (False, "FALSE"),
        (datetime.fromisoformat("2026-12-08"), "2026-12-08"),
        (datetime.fromisoformat("2026-12-08 14:00:30"), "2026-12-08 14:00:30"),
    ],
)
def test_value_is_shown_as_people_read_it(value, text):
    assert value_text(value) == text


# What is refused -------------------------------------------------------------------------------


def docx() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    return stream.getvalue()


def repeated_ods(rows: int, columns: int) -> bytes:
    """Return a small .ods that says "the same cell again" often."""
    row, cell = "<table:table-row", "<table:table-cell"
    return ods_of(
        ods_xml(("x",))
        .replace(row, f'{row} table:number-rows-repeated="{rows}"')
        .replace(cell, f'{cell} table:number-columns-repeated="{columns}"')
    )


def crowded(row: int, column: int) -> bytes:
    return xlsx(*[["x"] * column] * row)


@pytest.mark.parametrize(
    ("file_name", "content", "code", "cell"),
    [
        ("a.xlsx", b"", "empty", ""),
        ("a.csv", b" \r\n ", "empty", ""),
        ("a.csv", b",,\r\n,,", "empty", ""),
        ("a.xlsx", xlsx(), "empty", ""),
        ("a.xlsx", xlsx(("  ",)), "empty", ""),
        ("a.xlsx", b"hello", "not-a-sheet", ""),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "not-a-sheet", ""),
        ("a.csv", b"\x89PNG\r\n\x1a\n\0\0", "not-a-sheet", ""),
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>", "not-a-sheet", ""),
        ("a.csv", b"<html><table><tr><td>1</td></tr></table></html>", "not-a-sheet", ""),
        ("a.xlsx", docx(), "not-a-sheet", ""),
        ("a.xlsx", xlsx(*ROWS)[:2000], "damaged", ""),
        ("a.xlsx", compound("EncryptedPackage", b"\1" * 5000), "password", ""),
        ("a.ods", ods_of(ods_xml(*ROWS), manifest="<encryption-data/>"), "password", ""),
        ("a.ods", repeated_ods(1_048_576, 1), "too-many-rows", ""),
        ("a.ods", repeated_ods(2, 16_384), "too-many-columns", "XFD2"),
        ("a.xlsx", b"PK\x03\x04" + bytes(5 * 1024 * 1024), "too-big", ""),
        ("a.xlsx", crowded(2001, 1), "too-many-rows", ""),
        ("a.csv", b"x\n" * 2001, "too-many-rows", ""),
        ("a.xlsx", crowded(2, 61), "too-many-columns", "BI1"),
        ("a.csv", b"x" + b",x" * 60, "too-many-columns", "BI1"),
        ("a.xlsx", xlsx(("a", "b"), ("c", "x" * 10_001)), "cell-too-long", "B2"),
        ("a.csv", b"a,b\nc," + b"x" * 10_001, "cell-too-long", "B2"),
        ("a.xlsx", xlsx(*ROWS, cells={"C1048576": "x"}), "far-cell", "C1048576"),
        ("a.xlsx", xlsx(*ROWS, cells={"XFD1048576": "x"}), "far-cell", "XFD1048576"),
        ("a.xlsx", xlsx(*ROWS, cells={"XFD2": "x"}), "far-cell", "XFD2"),
    ],
)
def test_bad_file_gets_one_sentence_and_a_suggestion(file_name, content, code, cell):
    error = refused(file_name, content)
    assert (error.code, error.cell) == (code, cell)
    assert cell in str(error)
    assert "%(" not in str(error)
    assert error.suggestion


def test_limits_themselves_are_allowed():
    assert len(read_sheet("a.xlsx", crowded(2000, 1)).rows) == 2000
    assert len(read_sheet("a.xlsx", crowded(1, 60)).rows[0]) == 60
    assert len(read_sheet("a.xlsx", xlsx(("x" * 10_000,))).rows[0][0].text) == 10_000


def test_small_file_that_unfolds_is_refused():
    stream = io.BytesIO(xlsx(*ROWS))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings2.xml", b"0" * (LIMITS["unpacked"] + 1))
    assert len(stream.getvalue()) < 1_000_000
    assert refused("a.xlsx", stream.getvalue()).code == "too-large-inside"


def test_entities_that_unfold_are_refused():
    source = zipfile.ZipFile(io.BytesIO(xlsx(*ROWS)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for entry in source.namelist():
            content = source.read(entry)
            if entry == "xl/workbook.xml":
                bomb = b'<!DOCTYPE a [<!ENTITY b "cccccccc">]>'
                content = bomb + content.partition(b"?>")[2] if b"?>" in content else bomb + content
            package.writestr(entry, content)
    assert refused("a.xlsx", stream.getvalue()).code == "damaged"


# The child -------------------------------------------------------------------------------------


def test_far_cell_kills_a_process_that_does_not_look_first():
    """The twin of the far-cell test: without our look at the file, calamine aborts the process."""
    resource = pytest.importorskip("resource")
    program = (
        "import io, sys, resource; from python_calamine import CalamineWorkbook as W;"
        f"resource.setrlimit(resource.RLIMIT_AS, ({LIMITS['memory']},) * 2);"
        "resource.setrlimit(resource.RLIMIT_CORE, (0, 0));"
        "W.from_filelike(io.BytesIO(sys.stdin.buffer.read())).get_sheet_by_index(0)"
    )
    content = xlsx(("a",), cells={"XFD1048576": "x"})
    ended = subprocess.run([sys.executable, "-c", program], input=content, capture_output=True)
    assert resource
    assert len(content) < 6_000
    assert ended.returncode < 0


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("import os; os.abort()", "too-large-inside"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "too-large-inside"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "too-slow"),
        ("raise SystemExit(3)", "reader-failed"),
        ("print('no JSON')", "reader-failed"),
    ],
)
def test_death_of_the_child_is_one_sentence(monkeypatch, program, code):
    monkeypatch.setattr(sheet_reader, "CHILD", program)
    assert refused("a.xlsx", xlsx(*ROWS)).code == code


def test_child_that_hangs_is_stopped(monkeypatch):
    monkeypatch.setattr(sheet_reader, "CHILD", "import time; time.sleep(60)")
    monkeypatch.setitem(LIMITS, "wall_seconds", 0.5)
    assert refused("a.xlsx", xlsx(*ROWS)).code == "too-slow"


def test_child_that_wants_memory_dies_alone(monkeypatch):
    pytest.importorskip("resource")
    monkeypatch.setitem(LIMITS, "memory", 200 * 1024 * 1024)
    assert refused("a.ods", repeated_ods(30_000, 1_000)).code == "too-large-inside"


def test_child_sees_neither_environment_nor_folder(monkeypatch, tmp_path):
    (tmp_path / "csv.py").write_text("raise SystemExit('foreign module')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert texts(read_sheet("a.csv", b"a,b")) == [["a", "b"]]


def test_every_message_can_be_filled():
    params = dict.fromkeys(("limit", "file", "cell", "length"), "x")
    for code in MESSAGES:
        assert "x" in str(SheetError(code, params)) or "%(" not in MESSAGES[code][0]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["a.xlsx", "a.xls", "a.csv", "a.ods", "a", "\n\0"]),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", xlsx(*ROWS)[:700]]),
    st.binary(max_size=2_000),
)
def test_no_file_raises_anything_else(file_name, beginning, rest):
    try:
        sheet = read_sheet(file_name, beginning + rest)
    except SheetError:
        return
    assert sheet.rows
