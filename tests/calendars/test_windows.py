"""What part of the entries a feed holds."""

from datetime import UTC, datetime, timedelta

import pytest

from calendars import windows
from tests.factories.calendars import SHANGHAI


def test_edges_stand_still_all_day_and_move_at_midnight_in_shanghai():
    first = windows.window(datetime(2026, 11, 30, 16, 0, tzinfo=UTC))
    assert first == windows.window(datetime(2026, 12, 1, 15, 59, 59, tzinfo=UTC))
    assert first.today == datetime(2026, 12, 1, tzinfo=SHANGHAI)
    assert first.start == datetime(2026, 9, 30, tzinfo=SHANGHAI)
    assert first.end == datetime(2028, 1, 6, tzinfo=SHANGHAI)
    assert windows.window(datetime(2026, 12, 1, 16, 0, tzinfo=UTC)).today == first.today + (
        timedelta(days=1)
    )


def test_moments_of_entering_and_leaving_are_those_of_the_window():
    moment = datetime(2026, 12, 8, 14, 0, tzinfo=SHANGHAI)
    entered, left = windows.entered_at(moment), windows.left_at(moment)
    assert windows.window(entered).end > moment
    assert windows.window(entered - timedelta(seconds=1)).end <= moment
    assert windows.window(left).start >= moment
    assert windows.window(left - timedelta(seconds=1)).start < moment


def test_what_ends_at_midnight_leaves_at_that_midnight():
    moment = datetime(2026, 12, 8, tzinfo=SHANGHAI)
    assert windows.left_at(moment) == moment + timedelta(days=62)


@pytest.mark.parametrize(
    ("past", "recent", "future", "kept"),
    [
        (0, 0, 0, (0, 0)),
        (300, 40, 700, (300, 700)),
        (300, 40, 900, (100, 900)),
        (300, 40, 1001, (40, 960)),
        (900, 40, 300, (700, 300)),
        (1001, 900, 1001, (500, 500)),
        (1001, 0, 0, (1000, 0)),
        (0, 0, 1001, (0, 1000)),
    ],
)
def test_recent_past_and_nearest_future_stay_and_older_past_fills(past, recent, future, kept):
    sizes = [1] * past, [1] * future
    assert windows.fits(*sizes) is (past + future <= 1000)
    assert windows.kept(*sizes, recent) == kept


def test_octets_are_capped_too():
    past, future = windows.kept([3000] * 100, [3000] * 400, 100)
    assert past == 100
    room = windows.OCTET_CAP - windows.FRAME_OCTETS
    assert 3000 * (past + future) <= room < 3000 * (past + future + 1)
    assert not windows.fits([3000] * 100, [3000] * 400)
