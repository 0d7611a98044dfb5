"""Words of two characters are found wherever they stand; a query asks for no more than it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinese.tokens import MAX_QUERY, MAX_TERMS, MAX_WORD, index_tokens, terms


def test_a_run_becomes_pairs_and_its_last_character():
    assert list(index_tokens("衡星党")) == ["衡星", "星党", "党"]


def test_letters_and_digits_stay_words_beside_chinese():
    assert list(index_tokens("新城e家，VR2号_馆")) == ["新城", "城", "e", "家", "vr2", "号", "馆"]


def test_two_characters_are_found_inside_a_long_name():
    tokens = set(index_tokens("海信社区老年大学书法课"))
    assert {term.token for term in terms("书法")} <= tokens
    assert {term.token for term in terms("書法")} <= tokens


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("书法", [("书法", False)]),
        ("学书法", [("学书", False), ("书法", False)]),
        ("舞", [("舞", True)]),
        ("ＶＲ党建", [("vr", False), ("党建", False)]),
        ("书法 书法", [("书法", False)]),
        ("怎么学书法", [("学书", False), ("书法", False)]),
        ("老人在哪里可以学书法", [("老人", False), ("学书", False), ("书法", False)]),
        ("怎么办", [("怎么", False), ("么办", False)]),
        ('书法" OR title:*', [("书法", False), ("or", False), ("title", False)]),
        ("", []),
        (" \t\x00%_'\"\\()*", []),
        ("\ufffd\ue000🙂", []),
    ],
)
def test_a_query_asks_for(query, asked):
    assert [tuple(term) for term in terms(query)] == asked


def test_a_character_beyond_the_basic_plane_is_spelled_out():
    assert list(index_tokens("𬠠")) == ["u2c820"]
    assert terms("𬠠") == [("u2c820", True)]


def test_long_queries_are_cut():
    assert len(terms("".join(chr(0x4E00 + i) for i in range(3000)))) == MAX_TERMS
    assert terms("a" * 5000)[0].token == "a" * MAX_WORD
    assert terms(" " * MAX_QUERY + "书法") == []


@given(st.text(st.characters()))
def test_tokens_hold_nothing_an_engine_could_read_as_syntax(text):
    tokens = list(index_tokens(text)) + [term.token for term in terms(text)]
    assert all(token and all(c.isalnum() for c in token) for token in tokens)


@given(st.text("书法班衡星", min_size=2, max_size=2), st.text("书法班星a "), st.text("书法班星a "))
def test_any_two_characters_are_found_between_any_others(word, before, after):
    assert {term.token for term in terms(word)} <= set(index_tokens(before + word + after))
