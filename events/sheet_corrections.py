"""A sheet's rows between reading and saving: carried in a form, corrected, checked again (pure).

Nothing is stored until the editor confirms, so what was read travels through the browser: signed
by the view, as plain JSON values here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date

from chinese.when import WhenError, parse

from .limits import LIMITS
from .sheet_findings import Problem, found, from_when_error
from .sheet_menu import BLOCK_FIELDS, MenuRow
from .sheet_pairing import slots_in
from .sheet_rows import FORMULA, MARKUP
from .sheet_words import is_room, similar_room

CARRIED = ("id", "base", "keeps_id", "guessed", "row_number", "cells")


def to_plain(row: MenuRow) -> dict:
    """Return a row as JSON values; its slots are read again from its text."""
    plain = {name: getattr(row, name) for name in BLOCK_FIELDS}
    plain |= {name: getattr(row, name) for name in CARRIED}
    plain["problems"] = [asdict(problem) for problem in row.problems]
    return plain


def from_plain(plain: Mapping, month: date) -> MenuRow:
    """Return the row that `to_plain` wrote."""
    problems = tuple(Problem(**problem) for problem in plain["problems"])
    slots, guessed = slots_in(plain["when"], month), tuple(plain["guessed"])
    return MenuRow(**{**plain, "problems": problems, "slots": slots, "guessed": guessed})


def corrected(
    row: MenuRow, values: Mapping[str, str], *, month: date, rooms: Sequence[str]
) -> MenuRow:
    """Return the row with other values; what changed is checked anew, the rest stays as found."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        return row
    problems = [problem for problem in row.problems if problem.field not in changed]
    new = replace(row, **values)
    for name in changed:
        problems += _problems_of(new, name, month, rooms)
    return replace(
        new,
        problems=tuple(problems),
        slots=slots_in(new.when, month),
        guessed=tuple(name for name in row.guessed if name not in changed),
    )


def _problems_of(row: MenuRow, name: str, month: date, rooms: Sequence[str]) -> list[Problem]:
    text = getattr(row, name)
    cell = row.cells.get(name) or str(row.row_number)
    problems = _text_problems(text, name, cell)
    if name == "title" and not text:
        problems.append(found("no-title", cell, about=name))
    if name == "when":
        problems += _when_problems(text, cell, month)
    if name == "place" and text and rooms and not is_room(text, rooms):
        problems.append(_room_problem(text, cell, rooms))
    return problems


def _text_problems(text: str, name: str, cell: str) -> list[Problem]:
    problems = []
    limit = LIMITS.get(name)
    if limit and len(text) > limit:
        problems.append(found("too-long", cell, about=name, length=len(text), limit=limit))
    if MARKUP.search(text):
        plain = MARKUP.sub("", text).strip()
        problems.append(found("markup", cell, about=name, value=plain, plain=plain[:80]))
    if FORMULA.match(text):
        problems.append(found("formula-text", cell, about=name))
    return problems


def _when_problems(text: str, cell: str, month: date) -> list[Problem]:
    if not text:
        return [found("no-when", cell, about="when")]
    try:
        slots = parse(text, year=month.year, month=month.month).slots()
    except WhenError as error:
        return [from_when_error(error, cell)]
    for slot in slots:
        if (slot.start.year, slot.start.month) != (month.year, month.month):
            outside = slot.start.date().isoformat()
            return [found("outside-month", cell, about="when", date=outside)]
    return []


def _room_problem(text: str, cell: str, rooms: Sequence[str]) -> Problem:
    room = similar_room(text, tuple(rooms))
    if room:
        return found("similar-room", cell, about="place", value=room, text=text[:80], room=room)
    return found("unknown-room", cell, about="place", text=text[:80])
