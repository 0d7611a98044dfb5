"""Words are marked in the author's own script, and nothing of a text becomes markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.highlighting import LENGTH, marked, passage


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("海信书法课", ["书法"], "海信<mark>书法</mark>课"),
        ("優山美郡社區", ["优山美郡"], "<mark>優山美郡</mark>社區"),
        ("学书法、练书法", ["書法"], "学<mark>书法</mark>、练<mark>书法</mark>"),
        ("书法绘画班", ["书法班"], "<mark>书法</mark>绘画班"),
        ("ＶＲ党建馆", ["vr党建"], "<mark>ＶＲ党建</mark>馆"),
        ("HIIT 与 hit", ["hi"], "<mark>HI</mark>IT 与 <mark>hi</mark>t"),
        ("chi 与 hi", ["hi"], "chi 与 <mark>hi</mark>"),
        ("老人学书法", ["怎么学书法"], "老人<mark>学书法</mark>"),
        (
            "<b>书法</b>",
            ["书法", "<b>"],
            "&lt;<mark>b</mark>&gt;<mark>书法</mark>&lt;/<mark>b</mark>&gt;",
        ),
        ("a & b", [], "a &amp; b"),
        ("书法", ["", "？", "\ud800"], "书法"),
        ("", ["书法"], ""),
    ],
)
def test_words_are_marked(text, words, expected):
    assert marked(text, words) == expected


def test_the_passage_is_where_most_words_stand():
    text = "开场。" * 40 + "周三晚上有书法课，书法老师来教。" + "散场。" * 40
    shown = passage(text, ["书法"])
    assert shown.startswith("…周三晚上有<mark>书法</mark>课，<mark>书法</mark>老师")
    assert shown.endswith("…")
    assert len(re.sub("<.*?>", "", shown)) == LENGTH + 2


def test_a_passage_without_a_word_is_the_beginning():
    assert passage("甲" * 200, ["书法"]) == "甲" * LENGTH + "…"
    assert passage("短 \n 文", ["书法"]) == "短 文"


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=4))
def test_marks_add_nothing_but_marks(text, words):
    shown = marked(text, words)
    plain = marked(text, [])
    assert re.sub("</?mark>", "", shown) == plain
    assert "<" not in re.sub("</?mark>", "", shown)
    assert (
        re.sub("</?mark>", "", passage(text, words)).strip("…") in " ".join(plain.split()) + plain
    )
