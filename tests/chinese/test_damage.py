"""Texts that were copied carry damage; it is found where it is, and nothing sound is touched."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinese.damage import find, mend


def kinds(text):
    return [(damage.kind, damage.of(text)) for damage in find(text)]


@pytest.mark.parametrize(
    ("text", "found", "mended"),
    [
        ("衡héng山路商圈", [("reading", "héng")], "衡山路商圈"),
        ("衡hénɡ山路", [("reading", "hénɡ")], "衡山路"),
        ("衡(héng)山路", [("reading", "(héng)")], "衡山路"),
        ("垃圾（jī）分类", [("reading", "（jī）")], "垃圾分类"),
        ("绿lǜ色", [("reading", "lǜ")], "绿色"),
        ("绿lü色", [("reading", "lü")], "绿色"),
        ("社shè 区qū", [("reading", "shè"), ("reading", "qū")], "社 区"),
        ("长chang阳", [("reading", "chang")], "长阳"),
        ("长zhang阳", [("reading", "zhang")], "长阳"),
        ("请带好证件。。", [("doubled", "。。")], "请带好证件。"),
        ("书法，，绘画", [("doubled", "，，")], "书法，绘画"),
        ("书法，。", [("doubled", "，")], "书法。"),
        ("书法。，", [("doubled", "。，")], "书法。"),
        ("书法、，绘画", [("doubled", "、，")], "书法、绘画"),
        ("周一&nbsp;上午", [("entity", "&nbsp;")], "周一 上午"),
        ("A&amp;B", [("entity", "&amp;")], "A&B"),
        ("A&amp;nbsp;B", [("entity", "&amp;nbsp;")], "A B"),
        ("&ldquo;书法&#8221;", [("entity", "&ldquo;"), ("entity", "&#8221;")], "“书法”"),
        ("老年\ufffd学", [("lost", "\ufffd")], "老年\ufffd学"),
        ("老年????学", [("lost", "????")], "老年????学"),
        ("锟斤拷锟斤拷", [("garbled", "锟斤拷锟斤拷")], "锟斤拷锟斤拷"),
        ("烫烫烫烫", [("garbled", "烫烫烫烫")], "烫烫烫烫"),
        ("å…šç¾¤ â€œæ´»åŠ¨â€", [("garbled", "â€œ"), ("garbled", "â€")], None),
        ("书\u200b法", [("invisible", "\u200b")], "书法"),
        ("\ufeff书法", [("invisible", "\ufeff")], "书法"),
        ("书\x0b法", [("invisible", "\x0b")], "书法"),
        ("周\ue001五", [("private", "\ue001")], "周\ue001五"),
    ],
)
def test_damage_is_found_and_mended(text, found, mended):
    assert kinds(text) == found
    if mended is not None:
        assert mend(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "",
        "新城e家",
        "卡拉OK比赛",
        "学习PPT制作",
        "第3期book讨论会",
        "请带水、毛巾；下雨照常。",
        "真的吗？！",
        "等等……还有——后来",
        "“四点半课堂”，放学先来写作业。",
        "A&B 两组",
        "14:00–15:30，二楼",
        "问题？？",
        "屯里的老照片",
        "第一行\n第二行\t表格",
        "👨‍👩‍👧 亲子",
        "𠮷田、㛃、䶮",
        "汤姆Tom和Jerry",
        "社区wifi密码",
    ],
)
def test_sound_texts_are_left_alone(text):
    assert find(text) == []
    assert mend(text) == text


@given(st.text(max_size=60))
def test_mending_ends_and_places_are_in_order(text):
    found = find(text)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(mend(text)) <= len(text)


@given(st.text(alphabet="社区书法课活动周一上午，。、（）wifi 123", max_size=40))
def test_mended_once_is_mended(text):
    once = mend(text)
    while mend(once) != once:
        assert len(mend(once)) < len(once)
        once = mend(once)
