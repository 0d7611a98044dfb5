"""Shapes of what happens at the demo's centres: changes, talent notices, livestreams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PAY_UNITS = ("month", "day", "hour", "piece", "course")


@dataclass(frozen=True)
class Change:
    """A change announced after the menu was published, to the next occurrence of an activity.

    For a moved one, `days_later` (may be 0) and `start`–`end` give the new slot; `place` is set
    when the room changes. A withdrawn activity loses all its coming occurrences.
    """

    centre: str
    title: str
    kind: Literal["cancelled", "moved", "withdrawn"]
    reason: str
    days_later: int = 0
    start: str = ""
    end: str = ""
    place: str = ""


@dataclass(frozen=True)
class Position:
    """One line of a talent notice; pay in yuan per `unit`, one of PAY_UNITS.

    A free course ("course") has no amounts and says so in `pay`; pay_max None means no upper end.
    """

    title: str
    headcount: int
    pay: str
    pay_min: float | None
    pay_max: float | None
    unit: str


@dataclass(frozen=True)
class Notice:
    """A talent notice; days count from the day of loading, below zero means past.

    A job fair has `fair_in_days`, its day from today, with clocks `fair_start` and `fair_end`.
    """

    slug: str
    title: str
    employer: str
    centre: str
    positions: tuple[Position, ...]
    summary: str
    requirements: tuple[str, ...]
    work_place: str
    hours: str
    how_to_apply: tuple[str, ...]
    contact: str
    published_days_ago: int
    valid_days: int
    fair_in_days: int | None = None
    fair_start: str = ""
    fair_end: str = ""
    fair_place: str = ""


@dataclass(frozen=True)
class Chapter:
    """A place in a replay from which one may start; `at` in seconds."""

    at: int
    title: str


@dataclass(frozen=True)
class Cue:
    """A caption, shown from `start` to `end` (seconds)."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Livestream:
    """A livestream; `in_minutes` counts from the moment of loading, below zero means past.

    A clip names one of the two small videos that `demo.video` makes.
    """

    slug: str
    title: str
    centre: str
    state: Literal["announced", "live", "ended", "cancelled", "replay"]
    in_minutes: int
    start: str
    duration_minutes: int
    presenter: str
    summary: str
    scene: str
    place: str
    transcript: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    captions: tuple[Cue, ...] = ()
    clip: str = ""
    reason: str = ""
    replay_note: str = ""
