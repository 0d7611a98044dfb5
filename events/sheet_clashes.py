"""Where rows of a month clash: rooms taken twice, hours of the house, days off (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from chinese.when import Slot

from .sheet_findings import Problem, found
from .sheet_menu import MenuRow
from .sheet_words import fold, is_room

AT_LEAST = timedelta(hours=1)  # what an activity without an end takes of a room


@dataclass(frozen=True)
class House:
    """What is known of a centre.

    Attributes:
        hours: weekdays (Monday is 0) and from when till when the house is open on them.
        days_off: dates of public holidays with their names.
    """

    rooms: Sequence[str] = ()
    hours: Sequence[tuple[frozenset[int], time, time]] = ()
    days_off: Mapping[date, str] = field(default_factory=dict)

    def is_open(self, slot: Slot) -> bool:
        """Whether a slot lies in the hours of the house; without hours, any does."""
        if not self.hours or slot.is_all_day:
            return True
        end = slot.end or slot.start
        return any(
            slot.start.weekday() in weekdays
            and opens <= slot.start.time()
            and end <= datetime.combine(slot.start.date(), closes)
            for weekdays, opens, closes in self.hours
        )


def clashes(rows: Sequence[MenuRow], house: House) -> dict[int, list[Problem]]:
    """Return warnings by the index of the row, at most one of each sort a row."""
    result: dict[int, list[Problem]] = defaultdict(list)
    taken: dict[str, list[tuple[datetime, datetime, int]]] = defaultdict(list)
    for index, row in enumerate(rows):
        result[index] += _of_the_day(row, house)
        if row.place and is_room(row.place, house.rooms):
            for slot in row.slots:
                if not slot.is_all_day:
                    end = slot.end or slot.start + AT_LEAST
                    taken[fold(row.place)].append((slot.start, end, index))
    told: set[int] = set()
    for times in taken.values():
        for start, other, index in _overlaps(times):
            if index not in told:
                told.add(index)
                result[index].append(_taken(rows[index], rows[other], start))
    return dict(result)


def _of_the_day(row: MenuRow, house: House) -> Iterator[Problem]:
    cell = row.cells.get("when", "")
    off = next((slot for slot in row.slots if slot.start.date() in house.days_off), None)
    if off:
        day = off.start.date()
        name = house.days_off[day]
        yield found("day-off", cell, about="when", date=day.isoformat(), name=name)
    inside = not row.place or is_room(row.place, house.rooms)
    closed = next((slot for slot in row.slots if not house.is_open(slot)), None)
    if inside and closed:
        yield found("house-closed", cell, about="when", moment=f"{closed.start:%Y-%m-%d %H:%M}")


def _overlaps(
    times: list[tuple[datetime, datetime, int]],
) -> Iterator[tuple[datetime, int, int]]:
    """Yield moment, earlier row and later row where two want the same room."""
    times.sort()
    last: tuple[datetime, datetime, int] | None = None
    for start, end, index in times:
        if last and start < last[1] and index != last[2]:
            yield start, last[2], index
        if last is None or end > last[1]:
            last = (start, end, index)


def _taken(row: MenuRow, other: MenuRow, start: datetime) -> Problem:
    cell = row.cells.get("place", "")
    moment = f"{start:%Y-%m-%d %H:%M}"
    return found(
        "room-taken", cell, about="place", room=row.place, moment=moment, title=other.title[:40]
    )
