"""The verbs themselves: what each does to dates in memory, and when it makes no sense.

`services.py` locks, compares, checks and stores.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from calendars.ledger import Reason, same_in_print
from calendars.shown import CANCELLED

from . import errors
from .enums import ActivityStatus, OccurrenceStatus
from .models import Occurrence

FURTHEST = timedelta(days=370)


@dataclass(frozen=True)
class Verb:
    """Something to do with dates.

    `of_past` verbs may touch what has ended; `whole` ones take all dates of each activity.
    """

    of_past: ClassVar[bool] = False
    whole: ClassVar[bool] = False

    def check(self, reason: Reason) -> None:
        """Refuse what makes no sense whatever the state."""

    def alter(self, occurrence: Occurrence) -> None:
        raise NotImplementedError

    def check_date(self, before, after, at: datetime) -> None:
        """Refuse what makes no sense for one date that would change."""
        if self.of_past:
            return
        if before.end <= at:
            raise errors.HasEnded
        if before.status == after.status == CANCELLED:
            raise errors.IsCancelled
        if after.end <= at:
            raise errors.EndsInPast
        if after.start != before.start and after.start > at + FURTHEST:
            raise errors.TooFarAway


@dataclass(frozen=True)
class Cancel(Verb):
    """Calls dates off; they stay visible as cancelled."""

    def alter(self, occurrence):
        occurrence.status = OccurrenceStatus.CANCELLED


@dataclass(frozen=True)
class Reinstate(Verb):
    """Lets cancelled dates take place; other dates of a cancelled activity stay cancelled."""

    def alter(self, occurrence):
        occurrence.activity.status = ActivityStatus.ON
        occurrence.status = OccurrenceStatus.ON


@dataclass(frozen=True)
class Withdraw(Verb):
    """Takes whole activities away that were published by mistake."""

    of_past = whole = True

    def alter(self, occurrence):
        occurrence.activity.status = ActivityStatus.WITHDRAWN


@dataclass(frozen=True)
class Restore(Verb):
    """Brings back what was withdrawn; dates that were cancelled stay so."""

    of_past = whole = True

    def alter(self, occurrence):
        occurrence.activity.status = ActivityStatus.ON


@dataclass(frozen=True)
class Move(Verb):
    """Gives a date another time; its calendar identity stays."""

    start: datetime
    end: datetime

    def check(self, reason):
        if self.end <= self.start:
            raise errors.EndsBeforeStart

    def alter(self, occurrence):
        put(occurrence, self.start, self.end)


@dataclass(frozen=True)
class Shift(Verb):
    """Moves several dates by the same number of days; the hours stay."""

    days: int

    def alter(self, occurrence):
        by = timedelta(days=self.days)
        put(occurrence, occurrence.start + by, occurrence.end + by)


def put(occurrence: Occurrence, start: datetime, end: datetime) -> None:
    """Set another time; readers are told the one that was announced first."""
    announced = occurrence.moved_from or occurrence.start
    occurrence.moved_from = announced if announced != start else None
    if end - start != occurrence.end - occurrence.start:
        occurrence.end_is_assumed = False
    occurrence.start, occurrence.end = start, end


@dataclass(frozen=True)
class ChangePlace(Verb):
    """Gives dates another place, or an address on the web to take part at."""

    place: str
    online_address: str = ""

    def alter(self, occurrence):
        put_at(occurrence, self.place)
        occurrence.online_address = self.online_address


def put_at(occurrence: Occurrence, place: str) -> None:
    usual = occurrence.activity.shown_place
    occurrence.moved_place = "" if same_in_print(place, usual) else place.strip()


@dataclass(frozen=True)
class Correct(Verb):
    """Says of a date that is over whether it was held, and where; with a note."""

    was_held: bool
    place: str
    of_past = True

    def check(self, reason):
        if not reason.text.strip():
            raise errors.NoteMissing

    def alter(self, occurrence):
        if self.was_held == occurrence.is_called_off:
            off = OccurrenceStatus.CANCELLED
            occurrence.status = OccurrenceStatus.ON if self.was_held else off
        put_at(occurrence, self.place)

    def check_date(self, before, after, at):
        if before.end > at:
            raise errors.NotOverYet
