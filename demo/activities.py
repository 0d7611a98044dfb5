"""The month's menu of a centre: its own activities, filled up from the activity library.

The result depends on centre, year and month alone: no chance, no clock. A library row is taken
only when the house is open at its time and the room is free; weekly classes keep their slot from
month to month, titles with several topics move on to the next one.
"""

from __future__ import annotations

import uuid
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from chinese.when import Slot, parse
from demo.facts import Centre, Hours, MenuRow
from demo.library import GROUPS
from demo.networks import all_centres
from demo.rooms import is_shared, room_for

LENIENCE = timedelta(hours=1, minutes=30)  # activities may start before or end after the windows
OPEN_AIR_HOURS = (6, 22)
LONGEST = timedelta(hours=6)

Bookings = dict[str, list[tuple[datetime, datetime]]]


def menu_rows(centre: Centre, year: int, month: int) -> list[dict[str, str]]:
    """Return the rows of a centre's menu, the centre's own activities first.

    Each row has the field names of an activity block, with a stable `id`.
    """
    bookings: Bookings = {}
    rows: list[MenuRow] = []
    for row in centre.menu:
        if not row.months or month in row.months:
            rows.append(_filled(row, centre, month))
            _book(bookings, rows[-1], _slots(rows[-1], year, month))
    for template in _templates(centre):
        if len(rows) >= centre.menu_size:
            break
        found = _from_template(template, centre, year, month, bookings)
        if found:
            rows.append(found)
    return [_as_block(centre, row, year, month) for row in rows]


def _templates(centre: Centre) -> Iterator[tuple[str, ...]]:
    """Yield library rows for a centre, its groups taking turns.

    Centres of one group start at different rows, so that neighbours differ.
    """
    queues = [_turned(group, centre) for group in centre.groups]
    while any(queues):
        for queue in queues:
            if queue:
                yield queue.pop(0)


def _turned(group: str, centre: Centre) -> list[tuple[str, ...]]:
    table = GROUPS[group]
    members = [other.code for other in all_centres() if group in other.groups]
    start = members.index(centre.code) * 7 % len(table)
    return [*table[start:], *table[:start]]


def _from_template(
    template: tuple[str, ...], centre: Centre, year: int, month: int, bookings: Bookings
) -> MenuRow | None:
    """Return the row a template makes here, or None when no time of it fits."""
    *texts, months = template
    if months and str(month) not in months.split(","):
        return None
    seed = zlib.crc32(f"{centre.code} {texts[0]}".encode())
    title, kind, whens, room, audience, capacity, fee, sign_up, presenter, summary = texts
    first = MenuRow(
        title=_choice(title, seed + month),
        kind=kind,
        when="",
        place=room_for(room, centre.facilities),
        audience=audience,
        capacity=capacity,
        fee=fee or "免费",
        sign_up=sign_up,
        presenter=presenter,
        summary=_choice(summary, _number(centre)),
    )
    choices = whens.split(" / ")
    for turn in range(len(choices)):
        row = _filled(
            replace(first, when=choices[(seed + turn) % len(choices)].strip()), centre, month
        )
        slots = _slots(row, year, month)
        if _is_open(centre, room, slots) and _is_free(bookings, row, slots):
            _book(bookings, row, slots)
            return row
    return None


@cache
def _number(centre: Centre) -> int:
    """Return the place of a centre among all, so that neighbours get different words."""
    return all_centres().index(centre)


def _choice(text: str, seed: int) -> str:
    choices = text.split(" / ")
    return choices[seed % len(choices)].strip()


def _filled(row: MenuRow, centre: Centre, month: int) -> MenuRow:
    return replace(
        row,
        when=row.when.format(m=month),
        sign_up=row.sign_up.format(phone=centre.phone),
        contact=row.contact or centre.phone,
    )


def _slots(row: MenuRow, year: int, month: int) -> list[Slot]:
    return parse(row.when, year=year, month=month).slots()


def _is_open(centre: Centre, room: str, slots: list[Slot]) -> bool:
    """Say whether the house is open at every slot; a yard only minds the night."""
    if room == "yard":
        first, last = OPEN_AIR_HOURS
        return all(first <= slot.start.hour < last for slot in slots)
    return all(any(_covers(rule, slot) for rule in centre.opening) for slot in slots)


def _covers(rule: Hours, slot: Slot) -> bool:
    if slot.start.weekday() not in rule.weekdays or slot.end is None:
        return False
    midnight = slot.start.replace(hour=0, minute=0)
    opens = midnight + _clock(rule.opens) - LENIENCE
    return opens <= slot.start and slot.end <= midnight + _clock(rule.closes) + LENIENCE


def _clock(text: str) -> timedelta:
    hour, minute = text.split(":")
    return timedelta(hours=int(hour), minutes=int(minute))


def _is_free(bookings: Bookings, row: MenuRow, slots: list[Slot]) -> bool:
    taken = bookings.get(row.place, [])
    return not any(
        start < slot_end and slot_start < end
        for slot_start, slot_end in _hours(slots)
        for start, end in taken
    )


def _book(bookings: Bookings, row: MenuRow, slots: list[Slot]) -> None:
    """Note the room as taken; shared halls and day-long exhibitions take nothing."""
    if is_shared(row.place):
        return
    bookings.setdefault(row.place, []).extend(_hours(slots))


def _hours(slots: list[Slot]) -> list[tuple[datetime, datetime]]:
    """Return start and end of the slots that take a room; a day-long one goes on beside others."""
    spans = [(slot.start, slot.end or slot.start + timedelta(hours=1)) for slot in slots]
    return [(start, end) for start, end in spans if end - start <= LONGEST]


def _as_block(centre: Centre, row: MenuRow, year: int, month: int) -> dict[str, str]:
    name = f"changlai-demo/{centre.code}/{year}-{month:02}/{row.title}/{row.when}"
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "title": row.title,
        "kind": row.kind,
        "when": row.when,
        "place": row.place,
        "audience": row.audience,
        "capacity": row.capacity,
        "fee": row.fee,
        "sign_up": row.sign_up,
        "presenter": row.presenter,
        "contact": row.contact,
        "summary": row.summary,
        "status": "on",
        "reason": "",
    }
