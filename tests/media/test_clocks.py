import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.clocks import ClockFormField, clock_of, seconds_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3:15", 195),
        ("03:15", 195),
        ("1:02:40", 3760),
        ("90:00", 5400),
        ("45", 45),
        ("３：１５", 195),
    ],
)
def test_positions_are_read_as_people_write_them(text, seconds):
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "3:75", "1:75:00", "-1", "3:1", "三分", "25:00:00", "1:2:3:4"]
)
def test_other_texts_are_refused(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        seconds_of(text)


@given(st.integers(0, 24 * 3600))
def test_a_written_position_reads_back(seconds):
    assert seconds_of(clock_of(seconds)) == seconds


def test_the_form_shows_minutes_and_sees_no_change_where_there_is_none():
    field = ClockFormField()
    assert field.prepare_value(195) == "3:15"
    assert not field.has_changed(195, "3:15")
    assert field.has_changed(195, "3:16")
