"""Whether a house is open now: put in by the browser, by the clock of Shanghai."""

from __future__ import annotations

from datetime import timedelta

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def visitor(published):
    """A reader far away, whose own clock counts for nothing."""
    with published.visitor(360, timezone_id="America/Lima") as visitor:
        yield visitor


def said(visitor, moment, name="centre") -> str:
    visitor.page.clock.set_fixed_time(moment)
    visitor.open(name)
    part = visitor.page.locator(".hero open-now")
    return " ".join(part.inner_text().split()) if part.is_visible() else ""


@pytest.mark.parametrize(
    ("days", "hour", "minute", "expected"),
    [
        (0, 14, 20, "开放中 到 20:00"),
        (0, 8, 0, "开放中 到 20:00"),
        (0, 7, 59, "现在关门 8:00 开门"),
        (0, 20, 0, "现在关门 12月2日周三 8:00 开门"),
        (3, 23, 0, "现在关门 12月5日周六 9:00 开门"),
        (8, 12, 0, ""),
        (-1, 12, 0, ""),
    ],
    ids=["open", "first minute", "early", "last minute", "Friday night", "too late", "too early"],
)
def test_it_says_whether_the_house_is_open(visitor, days, hour, minute, expected):
    day = visitor.site.now + timedelta(days=days)
    assert said(visitor, day.replace(hour=hour, minute=minute)) == expected
    assert visitor.take_complaints() == []


def test_without_script_the_table_stands_alone(published):
    with published.visitor(360, java_script_enabled=False) as visitor:
        visitor.open("centre")
        assert not visitor.page.locator(".hero open-now").is_visible()
        assert "8:00–20:00" in visitor.page.locator("table.hours").inner_text()
