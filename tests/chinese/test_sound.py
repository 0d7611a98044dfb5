"""A name is found by its pinyin, its initials, and by a slip that sounds the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinese.sound import blur, heard_at, readings, sound_of, suggest_tokens


def is_found(name, query):
    return any(token.startswith(sound_of(query)) for token in suggest_tokens(name))


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("海信社区老年大学书法课", "shufa"),
        ("海信社区老年大学书法课", "shu fa"),
        ("海信社区老年大学书法课", "SHUF"),
        ("海信社区老年大学书法课", "sf"),
        ("海信社区老年大学书法课", "书发"),
        ("海信社区老年大学书法课", "sufa"),
        ("衡星党建", "恒星党建"),
        ("衡星党建", "hengxin"),
        ("「新城e家」黨群服務品牌", "xinchengejia"),
        ("长阳镇", "changyang"),
        ("长阳镇", "zhangyang"),
        ("垃圾分类桶前值守", "垃圾分累"),
        ("中信大厦“筑梦空间”党群服务中心", "铸梦空间"),
    ],
)
def test_a_name_is_found_by_its_sound(name, query):
    assert is_found(name, query)


@pytest.mark.parametrize("query", ["shufa", "书发", "sf"])
def test_a_name_that_sounds_otherwise_is_not_found(query):
    assert not is_found("合唱团排练", query)


def test_mix_ups_are_made_one():
    assert blur("zhongshancheng") == blur("zonsancen")


def test_a_letter_reads_as_itself():
    assert readings("e") == ("e",)


def test_a_character_without_a_reading_stands_for_itself():
    assert readings("\U000323af") == ("\U000323af",)


def test_how_early_a_query_is_heard_skips_marks():
    assert heard_at("「新城e家」品牌", "xc") == 0
    assert heard_at("衡山路“初心航线”", "初心") == 3
    assert heard_at("衡山路“初心航线”", "shufa") is None
    assert heard_at("衡山路", "！？") is None


@given(st.text(st.characters()))
def test_any_text_can_be_listened_to(text):
    tokens = [*suggest_tokens(text), sound_of(text)]
    assert all(c.isalnum() for token in tokens for c in token)
    assert all(len(token) <= 200 for token in tokens)
