"""Folding makes written forms equal and never looks at neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chinese.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("書法", "书法"),
        ("優山美郡", "优山美郡"),
        ("ＶＲ党建", "vr党建"),
        ("Café", "cafe"),
        ("１４：３０", "14:30"),
        ("乾淨", "干净"),
        ("著名", "着名"),
        ("剩餘", "剩余"),
        ("书\u200b法", "书法"),
        ("书\ud800法", "书法"),
        ("书\x00法", "书 法"),
        ("㍿", "株式会社"),
        ("ﬁ", "fi"),
        ("e\u0301", "e"),
        ("", ""),
    ],
)
def test_written_forms_fold_to_one(written, folded):
    assert fold(written) == folded


@given(st.text(st.characters()), st.text(st.characters()))
def test_folding_a_text_is_folding_its_parts(one, other):
    assert fold(one + other) == fold(one) + fold(other)


@given(st.text(st.characters()))
def test_folding_leaves_no_controls_and_no_halves(text):
    assert not any(c < " " or "\ud800" <= c <= "\udfff" for c in fold(text))
