"""Slots of a text against planned occurrences."""

from datetime import datetime, timedelta

import pytest

from events.matching import Planned, match

HOUR = timedelta(hours=1)


def slot(day: int, hour: int = 14):
    start = datetime(2026, 12, day, hour)  # noqa: DTZ001 (the rule is about any kind of moment)
    return start, start + HOUR


def planned(key: str, day: int, *, ended: bool = False):
    return Planned(key, slot(day), ended)


def test_same_slots_are_kept_and_nothing_else_happens():
    result = match([slot(1), slot(8)], [planned("a", 1), planned("b", 8)])
    assert result.kept == {"a": slot(1), "b": slot(8)}
    assert (result.moved, result.dropped, result.new) == ({}, [], [])


def test_another_day_moves_the_occurrence_that_is_left():
    result = match([slot(1), slot(11)], [planned("a", 1), planned("b", 10)])
    assert result.moved == {"b": slot(11)}


def test_the_rest_pairs_in_time_order():
    result = match([slot(4), slot(3)], [planned("late", 2), planned("early", 1)])
    assert result.moved == {"early": slot(3), "late": slot(4)}


@pytest.mark.parametrize(
    ("slots", "dropped", "new"),
    [([], ["a"], []), ([slot(1), slot(2)], [], [slot(2)]), ([slot(1)], [], [])],
)
def test_what_is_left_over_is_dropped_or_new(slots, dropped, new):
    result = match(slots, [planned("a", 1)])
    assert (result.dropped, result.new) == (dropped, new)


def test_what_has_ended_neither_moves_nor_is_dropped():
    result = match([slot(20)], [planned("past", 1, ended=True)])
    assert (result.moved, result.dropped, result.new) == ({}, [], [slot(20)])
