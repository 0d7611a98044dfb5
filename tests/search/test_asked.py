"""What is asked is counted; a text is kept only when two days asked for it."""

import datetime as dt

import pytest
from django.db import DatabaseError

from search import asked
from search.models import AskedText

pytestmark = pytest.mark.django_db

MONDAY = dt.date(2026, 12, 7)
DAY = dt.timedelta(days=1)


def kept():
    return {row.text: (row.count, row.empty_count) for row in AskedText.objects.kept()}


def test_a_text_of_one_day_cannot_be_read():
    for _ in range(5):
        asked.note("张三欠钱", True, MONDAY)
    assert kept() == {}
    [row] = AskedText.objects.all()
    assert "张三" not in f"{row.text}{row.digest}"
    assert (row.count, row.empty_count) == (5, 5)


def test_a_text_of_two_days_is_kept_folded_with_its_counts():
    asked.note("書法 課", False, MONDAY)
    asked.note("书法课", True, MONDAY)
    asked.note("书法　课", True, MONDAY + DAY)
    assert kept() == {"书法 课": (2, 1)}


@pytest.mark.parametrize("text", ["", "？！", "\x00", "一" * 41])
def test_nothing_and_whole_sentences_are_not_counted(text):
    asked.note(text, True, MONDAY)
    assert not AskedText.objects.exists()


def test_a_failing_database_is_not_noticed_by_who_asks(monkeypatch):
    def fail(*args):
        raise DatabaseError

    monkeypatch.setattr(asked, "_count", fail)
    asked.note("书法", True, MONDAY)


def test_old_texts_and_digests_go(monkeypatch):
    asked.note("旧话", True, MONDAY)
    asked.note("旧话", True, MONDAY + DAY)
    asked.note("一次", True, MONDAY)
    later = dt.datetime(2027, 1, 20, tzinfo=dt.UTC)
    assert asked.forget_old(later) == 1
    assert kept() == {"旧话": (2, 2)}
    assert asked.forget_old(later + dt.timedelta(days=400)) == 1
    assert not AskedText.objects.exists()


def test_digests_of_a_flood_are_bounded(monkeypatch):
    monkeypatch.setattr(asked, "MAX_UNKEPT", 3)
    for number in range(8):
        asked.note(f"词{number}", True, MONDAY)
    assert asked.forget_old(dt.datetime(2026, 12, 7, tzinfo=dt.UTC)) == 5
