"""Addresses of calendars: read, sorted, bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars import questions
from calendars.checks import addresses_are_short
from calendars.questions import ADDRESS_LIMIT, CODE_LIMIT, Question, question
from common.links import absolute


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("all", "all"),
        ("LH-XQ", "LH-XQ"),
        ("c.LH-XQ", "c.LH-XQ"),
        ("LH-XQ~k-art", "LH-XQ~k-art"),
        ("all~k-dance~f-elderly~k-art~k-art", "all~f-elderly~k-art~k-dance"),
        ("all~q-5Lmm5rOV_-", "all~q-5Lmm5rOV_-"),
    ],
)
def test_parts_are_sorted_and_stand_once(text, code):
    assert questions.read(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "~k-art",
        "all~",
        "all~k",
        "all~K-art",
        "all~k-",
        "a b",
        "all~k-书",
        "c.",
        "a..b",
        "a" * 181,
    ],
)
def test_what_is_no_address_is_none(text):
    assert questions.read(text) is None


def test_codes_of_one_letter_stand_together():
    asked = questions.read("all~k-dance~f-elderly~k-art").asked
    assert asked == {"f": ["elderly"], "k": ["art", "dance"]}


def test_a_question_is_written_and_read_alike():
    asked = question("LH", {"k": ["dance", "art"], "f": ["elderly"]})
    assert questions.read(asked.code) == asked
    assert asked.without("k-art").at("all") == Question("all", ("f-elderly", "k-dance"))


@given(st.text(max_size=60))
def test_any_text_is_a_question_or_none(text):
    found = questions.read(text)
    assert found is None or (found.code.isascii() and questions.read(found.code) == found)


@pytest.mark.parametrize(("letters", "found"), [(48, []), (49, ["calendars.W002"])])
def test_a_host_that_makes_addresses_too_long_is_said(settings, letters, found):
    settings.WAGTAILADMIN_BASE_URL = "https://" + "a" * letters
    assert [one.id for one in addresses_are_short(None)] == found
    longest = absolute(f"/calendar/{'x' * CODE_LIMIT}.ics")
    assert (len(longest) <= ADDRESS_LIMIT) is (found == [])
