"""Reads the small tables in which the demo facts are written: one line a row, cells between bars.

A bar inside a cell is not possible and not needed. Empty lines are skipped; cells missing at the
end take the default of the field.
"""

from __future__ import annotations

from demo.facts import Facility, Figure, Hours, MenuRow, Person, Pillar, Stop, Window


def cells(text: str) -> list[list[str]]:
    """Return the rows of a table, each a list of trimmed cells."""
    lines = (line.strip() for line in text.splitlines())
    return [[cell.strip() for cell in line.split("|")] for line in lines if line]


def pillars(text: str) -> tuple[Pillar, ...]:
    """Read rows of title, text."""
    return tuple(Pillar(*row) for row in cells(text))


def figures(text: str) -> tuple[Figure, ...]:
    """Read rows of label, number, unit."""
    return tuple(Figure(*row) for row in cells(text))


def rooms(text: str) -> tuple[Facility, ...]:
    """Read rows of name, use, capacity (may be empty), hours."""
    return tuple(
        Facility(name, use, int(capacity) if capacity else None, hours)
        for name, use, capacity, hours in cells(text)
    )


def windows(text: str) -> tuple[Window, ...]:
    """Read rows of name, services, hours."""
    return tuple(Window(*row) for row in cells(text))


def hours(text: str) -> tuple[Hours, ...]:
    """Read rows of days, opens, closes, note (may be missing)."""
    return tuple(Hours(*row) for row in cells(text))


def people(text: str) -> tuple[Person, ...]:
    """Read rows of name, role, phone, duty."""
    return tuple(Person(*row) for row in cells(text))


def stops(text: str) -> tuple[Stop, ...]:
    """Read rows of name, address, phone."""
    return tuple(Stop(*row) for row in cells(text))


def menu(text: str) -> tuple[MenuRow, ...]:
    """Read rows of activities.

    Columns: title, kind, when, place, audience, capacity, fee, sign-up, presenter, summary and,
    for what is on in some months only, their numbers ("1,2,7,8").
    """
    return tuple(_menu_row(row) for row in cells(text))


def _menu_row(row: list[str]) -> MenuRow:
    names = ("title", "kind", "when", "place", "audience", "capacity", "fee", "sign_up")
    values = dict(zip((*names, "presenter", "summary"), row[:10], strict=False))
    months = tuple(int(month) for month in row[10].split(",")) if len(row) > 10 else ()
    return MenuRow(**values, months=months)
