"""Text made fit for a calendar."""

import pytest

from calendars.text import HIDDEN, cut, lines, one_line, without_private_numbers


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("书法\r\nSTATUS:CANCELLED", "书法 STATUS:CANCELLED"),
        ("书法\x0b入门\u2028班", "书法 入门 班"),
        ("a\tb\x00c", "a b c"),
        ("\u202e倒\u200f写", "倒写"),
        ("e\u0301", "é"),
        ("👨\u200d👩\u200d👧 𠮷", "👨\u200d👩\u200d👧 𠮷"),
        ("半个\ud83d字", "半个字"),
    ],
)
def test_controls_become_one_space_and_nothing_visible_is_lost(raw, clean):
    assert one_line(raw) == clean


def test_lines_of_a_description_stay_lines():
    assert lines("第一行\r\n第二行\r\x0b第四行\x07 \n") == "第一行\n第二行\n\n第四行"


@pytest.mark.parametrize(
    "text",
    [
        "电话13812345678",
        "电话 138 1234 5678",
        "电话138-1234-5678。",
        "+86 13812345678",
        "身份证11010519491231002X",
    ],
)
def test_private_numbers_are_hidden(text):
    shown = without_private_numbers(text)
    assert HIDDEN in shown
    assert not any(character.isdigit() for character in shown)


@pytest.mark.parametrize(
    "text", ["010-69370001", "0576-85112345转8001", "12345", "2026-12-08 14:00", "400-820-8820"]
)
def test_office_numbers_and_dates_stay(text):
    assert without_private_numbers(text) == text


def test_a_cut_leaves_no_half_emoji_and_says_that_something_is_missing():
    assert cut("一二三", 3) == "一二三"
    assert cut("一二三四", 3) == "一二…"
    assert cut("一👨\u200d👩", 4) == "一👨\u200d👩"
    assert cut("一👨\u200d👩二三", 4) == "一👨…"
