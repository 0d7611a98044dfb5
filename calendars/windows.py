"""What part of the entries a feed holds: the window of time and the cap on its size (pure).

Edges move at midnight in Shanghai only, so that a feed stays the same all day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .ical import ZONE

DAYS_BACK, DAYS_AHEAD = 62, 400
RECENT_DAYS = 7
EVENT_CAP = 1_000
OCTET_CAP = 1_000_000
# Head and foot of a calendar: names are bounded, so this is always enough.
FRAME_OCTETS = 4_000


@dataclass(frozen=True)
class Window:
    """Entries that end after `start` and begin before `end`; `today` parts past and future.

    What ended after `recent` stays even when there is too much.
    """

    start: datetime
    recent: datetime
    today: datetime
    end: datetime


def window(at: datetime) -> Window:
    """Return the window of the local day of a moment: 62 days back, 400 ahead, both whole."""
    today = midnight(at)
    return Window(
        start=today - timedelta(days=DAYS_BACK),
        recent=today - timedelta(days=RECENT_DAYS),
        today=today,
        end=today + timedelta(days=DAYS_AHEAD + 1),
    )


def first_month(at: datetime) -> date:
    """Return the first day of the month in which the window begins."""
    return window(at).start.date().replace(day=1)


def midnight(moment: datetime) -> datetime:
    """Return the beginning of the local day of a moment."""
    return datetime.combine(moment.astimezone(ZONE).date(), time(), ZONE)


def entered_at(start: datetime) -> datetime:
    """Return the midnight at which what begins at `start` came into the window."""
    return midnight(start) - timedelta(days=DAYS_AHEAD)


def left_at(end: datetime) -> datetime:
    """Return the midnight at which what ended at `end` left the window."""
    last = end + timedelta(days=DAYS_BACK)
    return last if last == midnight(last) else midnight(last) + timedelta(days=1)


def fitting(sizes: Sequence[int], events: int, octets: int) -> int:
    """Return how many of the first events stay within so many events and octets."""
    for number, size in enumerate(sizes[:events]):
        octets -= size
        if octets < 0:
            return number
    return min(len(sizes), events)


def fits(past: Sequence[int], future: Sequence[int]) -> bool:
    """Whether a feed takes all events of these sizes in octets."""
    octets = OCTET_CAP - FRAME_OCTETS
    return len(past) + len(future) <= EVENT_CAP and sum(past) + sum(future) <= octets


def kept(past: Sequence[int], future: Sequence[int], recent: int) -> tuple[int, int]:
    """Return how many events of the past and of the future a feed takes that cannot take all.

    The recent past and the nearest future: the farthest future goes first, the recent past never
    takes more than half, and older past only fills what is left.

    Args:
        past: sizes in octets of what has ended before today, newest first.
        future: of what has not, nearest first.
        recent: how many of the past are so new that they stay.
    """
    octets = OCTET_CAP - FRAME_OCTETS
    before = min(recent, fitting(past, EVENT_CAP // 2, octets // 2))
    after = fitting(future, EVENT_CAP - before, octets - sum(past[:before]))
    return fitting(past, EVENT_CAP - after, octets - sum(future[:after])), after
